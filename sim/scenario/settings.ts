import { isInDayType, merge } from "./merge.ts";
import { dangerous } from "./plantTree.ts";
import { ScenarioError, type Problem } from "./problem.ts";
import { ProblemList } from "./problemList.ts";
import { readValue } from "./readTree.ts";
import { readSettingPath } from "./settingPath.ts";
import { formatPath, type Path } from "./shown.ts";
import { Source } from "./source.ts";
import { isMapping, leaf, listOf, mappingOf, type Tree } from "./tree.ts";

/** One value that overrules the file's, as in `--set groups.generic.shifts.early=5`. */
export interface Setting {
  readonly path: Path;
  readonly value: Tree;
}

/** Reads what follows each `--set`; throws a `ScenarioError` with all that is wrong with them. @param file that they will be set in */
export function readSettings(words: readonly string[], file = ""): Setting[] {
  const wrong: Problem[] = [];
  const settings = words.flatMap((word, index) => {
    try {
      return [readSetting(word, index + 1, file)];
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      wrong.push(...error.problems);
      return [];
    }
  });
  if (wrong.length > 0) throw new ScenarioError(wrong);
  return settings;
}

function readSetting(word: string, rank: number, file: string): Setting {
  const read = readSettingPath(word);
  const source = new Source(file, word.slice(read?.valueFrom ?? 0), rank, word);
  const problems = new ProblemList();
  if (read === null) problems.add(source, 0, [], 'must be a path, = and a value, such as groups.generic.shifts.early=5 or \'contacts["council tax"].volume=200\'');
  else if (read.path.some((step) => typeof step === "string" && dangerous.has(step))) problems.add(source, 0, [], "this name is not allowed");
  else if (read.path[0] === "extends") problems.add(source, 0, [], "the base of a file cannot be set: name the file you want");
  else if (word.slice(read.valueFrom).trim() === "") problems.add(source, 0, read.path, "needs a value after =; null takes the key away");
  problems.throwIfAny();
  const value = readValue(source, problems) ?? leaf(source, 0, 0, null); // a comment alone
  problems.throwIfAny();
  return { path: read?.path ?? [], value };
}

/** A scenario with a setting: a merge patch of one path, which may also lead into a list. */
export function applySetting(root: Tree, { path, value }: Setting, problems: ProblemList): Tree {
  let missing = false;
  const put = (tree: Tree | undefined, depth: number): Tree => {
    const step = path[depth];
    if (step === undefined) return tree === undefined ? value : merge(tree, value, path, problems);
    if (typeof step === "number") return putItem(tree, step, depth);
    const below = tree?.entries.get(step);
    if (tree === undefined || !isMapping(tree)) return mappingOf(value, new Map([[step, { keyFrom: 0, tree: put(undefined, depth + 1) }]]));
    const [entries, removed] = [new Map(tree.entries), new Map(tree.removed)];
    const isLast = depth === path.length - 1;
    if (isLast && below !== undefined && value.value === null) {
      if (isInDayType(path)) entries.set(step, { keyFrom: 0, tree: value });
      else entries.delete(step);
      removed.set(step, { keyFrom: 0, tree: value });
    } else {
      const within = put(below?.tree, depth + 1);
      // What a key on the way holds besides still comes from where it stood.
      const keyFrom = below !== undefined && within.source === below.tree.source ? below.keyFrom : 0;
      entries.set(step, { keyFrom, tree: within });
    }
    return mappingOf(tree, entries, removed);
  };
  const putItem = (tree: Tree | undefined, index: number, depth: number): Tree => {
    const items = tree?.items ?? [];
    if (tree !== undefined && index < items.length) return listOf(tree, items.map((item, i) => (i === index ? put(item, depth + 1) : item)));
    const known = items.length === 0 ? "there is no list" : `the list has entries [0] to [${items.length - 1}]`;
    problems.add(value.source, 0, path, `there is no ${formatPath(path.slice(0, depth + 1))}: ${known}`);
    missing = true;
    return value;
  };
  const changed = put(root, 0);
  return missing ? root : changed;
}
