import { checkAgreements } from "./agreementRules.ts";
import { checkCalendar, nameOfDay, readCalendar, treeOfDay } from "./calendarRules.ts";
import { complete } from "./complete.ts";
import { checkContacts } from "./contactRules.ts";
import { readVariant, type ReadBase } from "./extends.ts";
import { Findings } from "./findings.ts";
import { withDemandKept } from "./keptDemand.ts";
import { readIntervals, readSpan } from "./hours.ts";
import type { Objection } from "./objection.ts";
import { checkPay, checkRatesUsed } from "./payRules.ts";
import { ProblemList } from "./problemList.ts";
import { checkAgents, checkShifts } from "./rosterRules.ts";
import { checkRouting } from "./routingRules.ts";
import { scenarioSchema, type Scenario } from "./schema.ts";
import { applySetting, readSettings, type Setting } from "./settings.ts";
import { shorten } from "./shown.ts";
import { withColumns, type ReadColumn } from "./sheetColumns.ts";
import type { Tree } from "./tree.ts";
import { kindsOfDay } from "./week.ts";
import { reportIssues } from "./zodProblems.ts";

export interface ParseOptions {
  /** Finds the file named by `extends`; without it, a scenario that has a base is refused. */
  readonly readBase?: ReadBase | undefined;
  /** Reads the columns of sheets that stand in place of lists; without it, such a column is refused. */
  readonly readColumn?: ReadColumn | undefined;
  /** Values that overrule the file's, each as in `groups.generic.shifts.early=5`. */
  readonly set?: readonly string[] | undefined;
  /** Of a scenario with a calendar: the one kind of day that is wanted, alone and without the calendar. Values that overrule are set in that day. */
  readonly dayType?: string | undefined;
  /** What stands in the way of the use that a scenario, right in itself, is meant for; told like a mistake in the file. */
  readonly objections?: ((scenario: Scenario) => readonly Objection[]) | undefined;
}

/** Reads a scenario file. Throws a `ScenarioError` with everything that is wrong with it, each at its line and column. */
export function parseScenario(text: string, file = "scenario", { readBase, readColumn, set = [], dayType, objections }: ParseOptions = {}): Scenario {
  const settings = readSettings(set, file);
  const problems = new ProblemList();
  const written = readVariant(text, file, readBase, problems);
  const ofWhole = dayType === undefined ? settings : settings.filter(({ path: [top] }) => isOfWhole(top)), ofDay = settings.filter((setting) => !ofWhole.includes(setting));
  const whole = withSettings(written, ofWhole, problems);
  const question = written.entries.get("question");
  if (question !== undefined && written.entries.has("variants")) {
    problems.add(question.tree.source, question.keyFrom, ["question"], "this is a study, not a scenario: callhall compare answers it");
    problems.throwIfAny();
  }
  const read = checkScenario(whole, file, readColumn, problems);
  if (dayType === undefined) checkRatesUsed(read.findings);
  problems.throwIfAny();
  const { scenario, findings } = dayType === undefined ? read : oneDay(whole, read, dayType, ofDay, file, readColumn, problems);
  problems.throwIfAny();
  if (scenario === undefined) throw new Error("unreachable: what is wrong has been said");
  for (const { path, about, message } of objections?.(scenario) ?? []) {
    if (about === "value") findings.value(path, message);
    else findings.key(path, message);
  }
  problems.throwIfAny();
  return scenario;
}

/** Settings that are no part of a kind of day: those of the calendar, and what is the same for all kinds. */
const isOfWhole = (top: string | number): boolean => ["calendar", "name", "days", "precision", "seed"].includes(String(top));

function withSettings(tree: Tree, settings: readonly Setting[], problems: ProblemList): Tree {
  return withDemandKept(tree, settings.reduce((sofar, setting) => applySetting(sofar, setting, problems), tree));
}

/** One kind of day of a week, with settings of its own, as if it were the whole file. */
function oneDay(whole: Tree, week: Checked, kind: string, settings: readonly Setting[], file: string, readColumn: ReadColumn | undefined, problems: ProblemList): Checked {
  const kinds = week.scenario === undefined ? [] : kindsOfDay(week.scenario), own = kinds.find(({ name }) => name === kind)?.scenario;
  if (week.scenario?.calendar === undefined) week.findings.key([], `has no calendar, and so no day type ${shorten(kind)} to choose`);
  else if (own === undefined) week.findings.key(["calendar", "dayTypes"], `there is no day type ${shorten(kind)} to choose: there ${kinds.length === 1 ? "is" : "are"} ${kinds.map(({ name }) => shorten(name)).join(", ").replace(/, ([^,]*)$/, " and $1")}`);
  problems.throwIfAny();
  const { scenario, findings } = checkScenario(withSettings(treeOfDay(whole, kind, problems), settings, problems), file, readColumn, problems);
  if (scenario === undefined || own === undefined || week.scenario === undefined) return { scenario, findings };
  return { scenario: { ...scenario, name: nameOfDay(week.scenario, kind), seed: own.seed }, findings };
}

/** A scenario, undefined where much is wrong with it, and what finds the places of its values. */
interface Checked {
  readonly scenario: Scenario | undefined;
  readonly findings: Findings;
}

/** A scenario from its tree, read as a whole. What is wrong goes to the problems; with any, the scenario may be undefined. */
export function checkScenario(whole: Tree, file: string, readColumn: ReadColumn | undefined, problems: ProblemList): Checked {
  const before = problems.size;
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
  checkPay(findings);
  checkAgreements(findings);
  checkCalendar(findings);
  // Issues that nobody reported would be a mistake of ours, not of the file.
  if (!read.success && problems.size === 0) throw read.error;
  if (!read.success) return { scenario: undefined, findings };
  const { calendar, ...day } = read.data, scenario = complete(day, file);
  // What is wrong with the scenario is wrong with every kind of day: more would only be guessing.
  if (calendar === undefined || problems.size > before) return { scenario, findings };
  const checkDay = (dayTree: Tree, below: ProblemList) => checkScenario(dayTree, file, readColumn, below).scenario;
  return { scenario: { ...scenario, calendar: readCalendar(whole, findings, scenario, problems, checkDay) }, findings };
}
