import * as z from "zod";
import { readVariant, type ReadBase } from "./extends.ts";
import { Findings } from "./findings.ts";
import { checkTotal } from "./expected.ts";
import { limits } from "./limits.ts";
import { merge } from "./merge.ts";
import { checkScenario } from "./parse.ts";
import { piece } from "./pieces.ts";
import { ScenarioError } from "./problem.ts";
import { ProblemList } from "./problemList.ts";
import { readTree } from "./readTree.ts";
import { isDated } from "./dated.ts";
import type { Scenario } from "./schema.ts";
import type { ReadColumn } from "./sheetColumns.ts";
import { Source } from "./source.ts";
import { readBreakEven, type BreakEven } from "./studyBreakEven.ts";
import { readHold, type Hold } from "./studyHold.ts";
import { readMarginal, type Marginal } from "./studyMarginal.ts";
import { checkMoney } from "./studyMoney.ts";
import type { StudyMeasure } from "./studyMeasures.ts";
import { measure, studySchema } from "./studySchema.ts";
import { readSensitivity, type Change } from "./studySensitivity.ts";
import { BASE_NAME, type Way } from "./studyWay.ts";
import { withoutUnknown } from "./studyPatch.ts";
import { withoutMark } from "./text.ts";
import { isMapping, placeOf, type Tree } from "./tree.ts";
import { distinct } from "./values.ts";
import { reportIssues } from "./zodProblems.ts";

/** A study file with its base, checked, every default filled in. */
export interface Study {
  readonly question: string;
  /** The base first, named `base`, then the variants in the file's order. */
  readonly ways: readonly Way[];
  readonly measures: readonly StudyMeasure[];
  readonly days: number;
  readonly seed: string;
  readonly hold: Hold | undefined;
  readonly breakEven: BreakEven | undefined;
  /** In the file's order. */
  readonly sensitivity: readonly Change[] | undefined;
  readonly marginal: readonly Marginal[] | undefined;
}

export interface StudyParseOptions {
  /** Finds the base, and what it extends. */
  readonly readBase?: ReadBase | undefined;
  readonly readColumn?: ReadColumn | undefined;
  /** Instead of the study's days. */
  readonly days?: number | undefined;
}

/** Where a base asks for a precision instead of days: differences need days that are fixed beforehand. */
const DAYS_FOR_PRECISION = 2000;

const theSame = ["days", "seed", "precision"];

/** Reads a study file and its base. Throws a `ScenarioError` with everything that is wrong with either, each at its line and column. */
export function parseStudy(text: string, file = "study", { readBase, readColumn, days }: StudyParseOptions = {}): Study {
  // The base has a list of its own: what makes it impossible to read must not keep what is wrong with the study from being told.
  const problems = new ProblemList(), ofBase = new ProblemList(), throwIfAny = () => throwAll(problems, ofBase);
  const tree = readTree(new Source(file, withoutMark(text), 0), problems, "a study has the keys question, base and variants");
  const findings = new Findings(tree, problems);
  if ((tree.entries.has("contacts") || tree.entries.has("extends")) && !tree.entries.has("variants")) {
    findings.key([], "this is a scenario, not a study: callhall run simulates it");
    throwIfAny();
  }
  const read = studySchema.safeParse(tree.value);
  const base = readBaseOf(findings, file, readBase, ofBase);
  if (!read.success) reportIssues(read.error.issues, findings);
  reportRepeats(findings);
  // Where the base is wrong there are no ways, but their names are known.
  const ways = base === undefined ? [] : waysOf(tree, base, findings, readColumn, problems), names = [BASE_NAME, ...findings.keysAt(["variants"])];
  const hold = readHold(ways, findings), breakEven = readBreakEven(ways, names, findings, readColumn);
  const sensitivity = findings.isMapping(["sensitivity"]) ? readSensitivity(ways, names, days ?? piece(findings, studySchema.shape.days, ["days"]), findings) : undefined;
  const marginal = readMarginal(ways, names, findings);
  checkMeasures(ways, findings);
  throwIfAny();
  if (!read.success) throw read.error;
  if (ways.length === 0) throw new Error("unreachable: what is wrong with the base has been said");
  const study = completed(read.data, ways, days);
  if (days === undefined) for (const { name, scenario } of ways) {
    const tooMany = checkTotal(scenario, study.days);
    if (tooMany !== null) findings.value(["days"], `${tooMany}, in ${name}`);
  }
  throwIfAny();
  return { ...study, hold, breakEven, sensitivity, marginal };
}

interface BaseTree {
  readonly file: string;
  readonly tree: Tree;
}

/** @param ofBase gets what is wrong with how the base is written */
function readBaseOf(findings: Findings, file: string, readBase: ReadBase | undefined, ofBase: ProblemList): BaseTree | undefined {
  const path = studySchema.shape.base.safeParse(findings.valueAt(["base"]));
  if (!path.success) return undefined; // the schema has told
  if (readBase === undefined) findings.value(["base"], "other files cannot be read here");
  const base = readBase?.(path.data, file);
  if (base === undefined) return undefined;
  if (!("refused" in base)) return readable(() => ({ file: base.file, tree: readVariant(base.text, base.file, readBase, ofBase, -1) }));
  findings.value(["base"], base.refused);
  return undefined;
}

/** Undefined where it cannot be read at all, of which the list has been told. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof ScenarioError) return undefined;
    throw error;
  }
}

function throwAll(...lists: readonly ProblemList[]): void {
  const all = lists.flatMap((list) => list.inOrder());
  if (all.length > 0) throw new ScenarioError(all);
}

/** Measures named twice are told although another is wrong, which keeps the schema from looking. */
function reportRepeats(findings: Findings): void {
  const read = repeats.safeParse(findings.valueAt(["measures"]));
  if (!read.success) for (const { path: [index], message } of read.error.issues) if (typeof index === "number") findings.value(["measures", index], message);
}

const repeats = z.array(z.unknown()).superRefine(distinct);

/** Each by itself, so that a mistake in one hides none in another. */
function checkMeasures(ways: readonly Way[], findings: Findings): void {
  const written = findings.valueAt(["measures"]);
  if (Array.isArray(written)) written.forEach((_, i) => {
    const each = piece(findings, measure, ["measures", i]);
    if (each !== undefined) checkMoney(each, ways, ["measures", i], findings);
  });
}

/** The base and every variant whose patch can be read at all. */
function waysOf(study: Tree, base: BaseTree, findings: Findings, readColumn: ReadColumn | undefined, problems: ProblemList): Way[] {
  const ways: Way[] = [], add = (name: string, says: string, tree: Tree) => {
    const { scenario } = checkScenario(tree, base.file, readColumn, problems);
    if (scenario !== undefined) ways.push({ name, says: says === "" ? scenario.name : says, scenario, tree });
  };
  const before = problems.size;
  add(BASE_NAME, "", base.tree);
  // A base that is wrong is wrong in every variant: more would only be guessing.
  if (problems.size > before) return [];
  for (const [name, entry] of (study.entries.get("variants")?.tree.entries ?? new Map<string, { tree: Tree }>())) {
    const path = ["variants", name], says = findings.valueAt([...path, "says"]), { tree: patch, found } = placeOf(study, [...path, "patch"]);
    if (name === BASE_NAME) findings.key(path, `the base itself is named ${BASE_NAME}: choose another name`);
    if (!isMapping(entry.tree) || !found || !isMapping(patch)) continue; // the schema has told
    if (patch.entries.has("extends")) findings.key([...path, "patch", "extends"], "a variant patches the study's base, and cannot change it");
    for (const key of theSame) if (patch.entries.has(key)) findings.key([...path, "patch", key], "is the same for all variants, so that they can be compared: write it at the top of the study");
    add(name, typeof says === "string" ? says : "", merge(base.tree, withoutUnknown(patch, base.tree, problems), [], problems));
    if (ways.length === 0) continue;
    const [first, last] = [ways[0], ways[ways.length - 1]];
    if (last.name === name && whatItIs(last.scenario) !== whatItIs(first.scenario)) findings.key([...path, "patch"], `makes ${whatItIs(last.scenario)}, which cannot be compared with the base’s ${whatItIs(first.scenario).replace(/^an? /, "")}`);
  }
  return ways;
}

function whatItIs(scenario: Scenario): string {
  return isDated(scenario) ? "a calendar of dates" : scenario.calendar === undefined ? "a single day" : "a week";
}

function completed({ question, measures, days, seed }: z.output<typeof studySchema>, ways: readonly Way[], asked: number | undefined): Omit<Study, "hold" | "breakEven" | "sensitivity" | "marginal"> {
  const [{ scenario: base }] = ways;
  return { question, ways, measures, days: asked ?? days ?? (base.precision === undefined ? Math.min(base.days, limits.days) : DAYS_FOR_PRECISION), seed: seed ?? base.seed };
}
