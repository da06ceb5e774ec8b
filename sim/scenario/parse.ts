import { complete } from "./complete.ts";
import { Complaints } from "./complaints.ts";
import { checkContacts } from "./contactRules.ts";
import { Findings } from "./findings.ts";
import { readIntervals, readSpan } from "./hours.ts";
import { plantTree } from "./plantTree.ts";
import { checkAgents, checkShifts } from "./rosterRules.ts";
import { checkRouting } from "./routingRules.ts";
import { scenarioSchema, type Scenario } from "./schema.ts";
import { checkText, withoutMark } from "./text.ts";
import type { Tree } from "./tree.ts";
import { readNodes } from "./yamlNodes.ts";
import { reportIssues } from "./zodProblems.ts";

/** Reads a scenario file. Throws a `ScenarioError` with everything that is wrong with it, each at its line and column. */
export function parseScenario(text: string, file = "scenario"): Scenario {
  const source = withoutMark(text);
  const complaints = new Complaints(file, source);
  const tree = readTree(source, complaints);
  const findings = new Findings(source, tree, complaints);

  const read = scenarioSchema.safeParse(tree.value);
  if (!read.success) reportIssues(read.error.issues, findings);
  const open = readSpan(findings, ["opening"]);
  const intervals = readIntervals(findings, open);
  checkContacts(findings, intervals);
  checkShifts(findings, open);
  checkAgents(findings, intervals);
  checkRouting(findings);
  complaints.throwIfAny();
  // Issues that nobody reported would be a mistake of ours, not of the file.
  if (!read.success) throw read.error;
  return complete(read.data, file);
}

/** The file as data with positions. What makes this impossible is said at once, since more would only be guessing. */
function readTree(source: string, complaints: Complaints): Tree {
  checkText(source, complaints);
  complaints.throwIfAny();
  const root = readNodes(source, complaints);
  complaints.throwIfAny();
  const tree = root === null ? null : plantTree(root, complaints);
  if (tree !== null && tree.entries.size > 0) return tree;
  complaints.throwIfAny();
  const isOther = Array.isArray(tree?.value) || (tree !== null && typeof tree.value !== "object");
  const what = isOther ? "a scenario is neither a list nor a single value: it" : "the file is empty: a scenario";
  complaints.add(isOther ? (tree?.from ?? 0) : 0, [], `${what} has the keys opening, interval, contacts and groups, each with its values`);
  complaints.throwIfAny();
  throw new Error("unreachable: a complaint has just been made");
}
