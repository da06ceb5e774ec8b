import { Complaints } from "./complaints.ts";
import { plantTree } from "./plantTree.ts";
import type { ProblemList } from "./problemList.ts";
import type { Source } from "./source.ts";
import { checkText } from "./text.ts";
import { isMapping, type Tree } from "./tree.ts";
import { readNodes } from "./yamlNodes.ts";

/** A scenario file as data with positions. What makes this impossible is said at once, since more would only be guessing. */
export function readTree(source: Source, problems: ProblemList): Tree {
  const tree = readValue(source, problems);
  if (tree !== null && tree.entries.size > 0) return tree;
  problems.throwIfAny();
  const isOther = tree !== null && tree.value !== null && !isMapping(tree);
  const what = isOther ? "a scenario is neither a list nor a single value: it" : "the file is empty: a scenario";
  problems.add(source, isOther ? tree.from : 0, [], `${what} has the keys opening, interval, contacts and groups, each with its values`);
  problems.throwIfAny();
  throw new Error("unreachable: a complaint has just been made");
}

/** Any YAML as data with positions; null where there is none. */
export function readValue(source: Source, problems: ProblemList): Tree | null {
  const complaints = new Complaints(source, problems);
  checkText(source.text, complaints);
  problems.throwIfAny();
  const root = readNodes(source.text, complaints);
  problems.throwIfAny();
  return root === null ? null : plantTree(root, complaints);
}
