import { Complaints } from "./complaints.ts";
import { plantTree } from "./plantTree.ts";
import type { ProblemList } from "./problemList.ts";
import type { Source } from "./source.ts";
import { checkText } from "./text.ts";
import { isMapping, type Tree } from "./tree.ts";
import { readNodes } from "./yamlNodes.ts";

const aScenario = "a scenario has the keys opening, interval, contacts and groups";

/**
 * A scenario file as data with positions. What makes this impossible is said at once, since more would only be guessing.
 * @param what the file should be, and the keys it has
 */
export function readTree(source: Source, problems: ProblemList, what = aScenario): Tree {
  const tree = readValue(source, problems);
  if (tree !== null && tree.entries.size > 0) return tree;
  problems.throwIfAny();
  const isOther = tree !== null && tree.value !== null && !isMapping(tree);
  const start = isOther ? what.replace(" has ", " is neither a list nor a single value: it has ") : `the file is empty: ${what}`;
  problems.add(source, isOther ? tree.from : 0, [], `${start}, each with its values`);
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
