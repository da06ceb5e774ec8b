import { count, limits } from "./limits.ts";
import { mostValues } from "./plantTree.ts";
import type { ProblemList } from "./problemList.ts";
import type { Path } from "./shown.ts";
import { isMapping, mappingOf, type Entry, type Tree } from "./tree.ts";

/**
 * A base with a patch on it, as in JSON Merge Patch (RFC 7396): mappings merge, null takes a key of the base away, all else
 * replaces. Unlike there, null for a key that the base does not have stays a value, so that a slip of the finger is noticed.
 */
export function merge(base: Tree, patch: Tree, path: Path, problems: ProblemList): Tree {
  if (!isMapping(base) || !isMapping(patch)) return patch;
  const entries = new Map(base.entries);
  const removed = new Map(base.removed);
  for (const [key, entry] of patch.entries) mergeEntry(entries, removed, key, entry, [...path, key], problems);
  const merged = mappingOf(patch, entries, removed);
  if (entries.size > limits.types) problems.add(patch.source, patch.from, path, `must have at most ${count(limits.types)} entries, those of the base included (got ${count(entries.size)})`);
  if (path.length === 0 && merged.size > mostValues) problems.add(patch.source, patch.from, path, `makes more than ${count(mostValues)} values together with its base`);
  return merged;
}

function mergeEntry(entries: Map<string, Entry>, removed: Map<string, Entry>, key: string, entry: Entry, path: Path, problems: ProblemList): void {
  const old = entries.get(key);
  if (old !== undefined && entry.tree.value === null) {
    entries.delete(key);
    removed.set(key, entry);
  } else {
    removed.delete(key);
    entries.set(key, old === undefined ? entry : { keyFrom: entry.keyFrom, tree: merge(old.tree, entry.tree, path, problems) });
  }
}
