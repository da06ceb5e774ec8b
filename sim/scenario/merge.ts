import { withDemandKept } from "./keptDemand.ts";
import { count, limits } from "./limits.ts";
import { mostValues } from "./plantTree.ts";
import type { ProblemList } from "./problemList.ts";
import type { Path } from "./shown.ts";
import { isMapping, mappingOf, type Entry, type Tree } from "./tree.ts";

/**
 * A base with a patch on it, as in JSON Merge Patch (RFC 7396): mappings merge, null takes a key of the base away, all else
 * replaces. Unlike there, null for a key that the base does not have stays a value, so that a slip of the finger is noticed. A kind of
 * day is itself a patch: inside it null stays null, which takes the key away where the kind of day is laid on its scenario.
 */
export function merge(base: Tree, patch: Tree, path: Path, problems: ProblemList): Tree {
  if (!isMapping(base) || !isMapping(patch)) return patch;
  const entries = new Map(base.entries);
  const removed = new Map(base.removed);
  for (const [key, entry] of patch.entries) mergeEntry({ entries, removed }, { key, entry, tookAway: patch.removed.has(key) }, [...path, key], problems);
  const merged = mappingOf(patch, entries, removed);
  if (entries.size > limits.types) problems.add(patch.source, patch.from, path, `must have at most ${count(limits.types)} entries, those of the base included (got ${count(entries.size)})`);
  if (path.length === 0 && merged.size > mostValues) problems.add(patch.source, patch.from, path, `makes more than ${count(mostValues)} values together with its base`);
  return path.length === 0 ? withDemandKept(base, merged) : merged;
}

/** Whether a path leads into the patch that a kind of day is. */
export const isInDayType = ([first, second, ...others]: Path): boolean => first === "calendar" && second === "dayTypes" && others.length > 1;

interface Merged {
  readonly entries: Map<string, Entry>;
  readonly removed: Map<string, Entry>;
}

interface Change {
  readonly key: string;
  readonly entry: Entry;
  /** Whether the patch had a value here that its null took away: then the base need not have one. */
  readonly tookAway: boolean;
}

function mergeEntry({ entries, removed }: Merged, { key, entry, tookAway }: Change, path: Path, problems: ProblemList): void {
  const old = entries.get(key);
  if (entry.tree.value === null && isInDayType(path)) {
    entries.set(key, entry);
    if (old !== undefined) removed.set(key, old);
  } else if (entry.tree.value === null && (old !== undefined || tookAway)) {
    entries.delete(key);
    removed.set(key, entry);
  } else {
    removed.delete(key);
    entries.set(key, old === undefined ? { ...entry, tree: isInDayType(path) ? entry.tree : settled(entry.tree) } : { keyFrom: entry.keyFrom, tree: merge(old.tree, entry.tree, path, problems) });
  }
}

/** What a patch adds, without the nulls in it that took a value of its own away. */
function settled(tree: Tree): Tree {
  if (!isMapping(tree)) return tree;
  const entries = new Map([...tree.entries].flatMap(([key, entry]): [string, Entry][] => (entry.tree.value === null && tree.removed.has(key) ? [] : [[key, { ...entry, tree: settled(entry.tree) }]])));
  const isSame = entries.size === tree.entries.size && [...entries].every(([key, entry]) => entry.tree === tree.entries.get(key)?.tree);
  return isSame ? tree : mappingOf(tree, entries, tree.removed);
}
