import { complete } from "./complete.ts";
import { checkContacts } from "./contactRules.ts";
import { readVariant, type ReadBase } from "./extends.ts";
import { Findings } from "./findings.ts";
import { readIntervals, readSpan } from "./hours.ts";
import type { Objection } from "./objection.ts";
import { ProblemList } from "./problemList.ts";
import { checkAgents, checkShifts } from "./rosterRules.ts";
import { checkRouting } from "./routingRules.ts";
import { scenarioSchema, type Scenario } from "./schema.ts";
import { applySetting, readSettings } from "./settings.ts";
import { withColumns, type ReadColumn } from "./sheetColumns.ts";
import type { Tree } from "./tree.ts";
import { reportIssues } from "./zodProblems.ts";

export interface ParseOptions {
  /** Finds the file named by `extends`; without it, a scenario that has a base is refused. */
  readonly readBase?: ReadBase | undefined;
  /** Reads the columns of sheets that stand in place of lists; without it, such a column is refused. */
  readonly readColumn?: ReadColumn | undefined;
  /** Values that overrule the file's, each as in `groups.generic.shifts.early=5`. */
  readonly set?: readonly string[] | undefined;
  /** What stands in the way of the use that a scenario, right in itself, is meant for; told like a mistake in the file. */
  readonly objections?: ((scenario: Scenario) => readonly Objection[]) | undefined;
}

/** Reads a scenario file. Throws a `ScenarioError` with everything that is wrong with it, each at its line and column. */
export function parseScenario(text: string, file = "scenario", { readBase, readColumn, set = [], objections }: ParseOptions = {}): Scenario {
  const settings = readSettings(set, file);
  const problems = new ProblemList();
  const written = readVariant(text, file, readBase, problems);
  const whole = settings.reduce((sofar, setting) => applySetting(sofar, setting, problems), written);
  const question = written.entries.get("question");
  if (question !== undefined && written.entries.has("variants")) {
    problems.add(question.tree.source, question.keyFrom, ["question"], "this is a study, not a scenario: callhall compare answers it");
    problems.throwIfAny();
  }
  const { scenario, findings } = checkScenario(whole, file, readColumn, problems);
  problems.throwIfAny();
  if (scenario === undefined) throw new Error("unreachable: what is wrong has been said");
  for (const { path, about, message } of objections?.(scenario) ?? []) {
    if (about === "value") findings.value(path, message);
    else findings.key(path, message);
  }
  problems.throwIfAny();
  return scenario;
}

/** A scenario from its tree, read as a whole. What is wrong goes to the problems; with any, the scenario may be undefined. */
export function checkScenario(whole: Tree, file: string, readColumn: ReadColumn | undefined, problems: ProblemList): { readonly scenario: Scenario | undefined; readonly findings: Findings } {
  const tree = withColumns(whole, readColumn, problems);
  const findings = new Findings(tree, problems);
  const read = scenarioSchema.safeParse(tree.value);
  if (!read.success) reportIssues(read.error.issues, findings);
  const open = readSpan(findings, ["opening"]);
  const intervals = readIntervals(findings, open);
  checkContacts(findings, intervals);
  checkShifts(findings, open);
  checkAgents(findings, intervals);
  checkRouting(findings);
  // Issues that nobody reported would be a mistake of ours, not of the file.
  if (!read.success && problems.size === 0) throw read.error;
  return { scenario: read.success ? complete(read.data, file) : undefined, findings };
}
