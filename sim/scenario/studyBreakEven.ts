import { formatDuration } from "./duration.ts";
import type { Findings } from "./findings.ts";
import { noSuch } from "./nearest.ts";
import { checkScenario } from "./parse.ts";
import { piece } from "./pieces.ts";
import { ScenarioError } from "./problem.ts";
import { ProblemList } from "./problemList.ts";
import type { Quantity, QuantityUnit } from "./quantity.ts";
import type { Scenario } from "./schema.ts";
import { applySetting } from "./settings.ts";
import { readSettingPath } from "./settingPath.ts";
import type { ReadColumn } from "./sheetColumns.ts";
import { formatPath, shorten, type Path } from "./shown.ts";
import type { StudyMeasure } from "./studyMeasures.ts";
import { checkMoney } from "./studyMoney.ts";
import { breakEven } from "./studySchema.ts";
import type { Way } from "./studyWay.ts";
import { leaf, placeOf, type Tree } from "./tree.ts";

export interface BreakEven {
  /** As written. */
  readonly paths: readonly string[];
  readonly unit: QuantityUnit;
  /** Seconds, shares of 1, numbers. */
  readonly between: readonly [low: number, high: number];
  readonly variants: readonly [first: string, second: string];
  /** Those of the two in which the value is set. */
  readonly setIn: readonly string[];
  readonly measure: StudyMeasure;
  /** The scenarios of both with a value. */
  readonly at: (value: number) => readonly [first: Scenario, second: Scenario];
}

const AT = "breakEven";

/**
 * The break-even asked for; undefined, and complaints, where the number cannot be set to any value of the range. Each of its keys is
 * read by itself, so that a mistake in one hides none in another.
 * @param names of all ways of working, also of those that are wrong, of which enough is said already
 */
export function readBreakEven(ways: readonly Way[], names: readonly string[], findings: Findings, readColumn: ReadColumn | undefined): BreakEven | undefined {
  if (!findings.isMapping([AT])) return undefined; // not asked for, or the schema has told
  const { shape } = breakEven, between = checkRange(piece(findings, shape.between, [AT, "between"]), findings);
  const pair = checkPair(piece(findings, shape.variants, [AT, "variants"]), piece(findings, shape.in, [AT, "in"]), names, findings);
  const written = piece(findings, shape.path, [AT, "path"]), paths = written && checkPaths(written, findings), measure = piece(findings, shape.measure, [AT, "measure"]);
  const [first, second] = (pair ?? []).map((name) => ways.find((way) => way.name === name));
  if (measure !== undefined && first !== undefined && second !== undefined) checkMoney(measure, [first, second], [AT, "measure"], findings);
  if (between === undefined || written === undefined || paths === undefined || first === undefined || second === undefined) return undefined;
  const [low, high] = between, only = piece(findings, shape.in, [AT, "in"]), candidates = [first, second].filter(({ name }) => only === undefined || name === only);
  const having = candidates.filter(({ tree }) => paths.every((path) => placeOf(tree, path.slice(0, -1)).found));
  if (having.length === 0) {
    if (candidates.length > 0) findings.value([AT, "path"], `there is no such value in ${candidates.map(({ name }) => name).join(" or ")}`);
    return undefined;
  }
  const place = findings.placeAt([AT, "between"]);
  const settled = (way: Way, value: number): Scenario => {
    if (!having.includes(way)) return way.scenario;
    const problems = new ProblemList(), set = leaf(place.source, place.from, place.to, writtenQuantity({ value, unit: low.unit }));
    const tree = paths.reduce((sofar: Tree, path) => applySetting(sofar, { path, value: set }, problems), way.tree);
    const { scenario } = checkScenario(tree, "", readColumn, problems);
    problems.throwIfAny();
    return { ...(scenario ?? way.scenario), name: way.scenario.name };
  };
  if (!checkValues(having, paths, between, settled, findings) || measure === undefined) return undefined;
  return {
    paths: written, unit: low.unit, between: [low.value, high.value], variants: [first.name, second.name], setIn: having.map(({ name }) => name), measure,
    at: (value) => [settled(first, value), settled(second, value)],
  };
}

type Range = readonly [low: Quantity, high: Quantity];

function checkRange(range: Range | undefined, findings: Findings): Range | undefined {
  if (range === undefined) return undefined;
  const [low, high] = range;
  if (high.unit !== low.unit) findings.value([AT, "between", 1], `must be of one kind with the lower end, ${shown(low)}: numbers, durations or shares`);
  else if (low.value >= high.value) findings.value([AT, "between", 0], `must be below the other end, ${shown(high)}: the lower end comes first`);
  else return range;
  return undefined;
}

function checkPair(pair: readonly string[] | undefined, only: string | undefined, names: readonly string[], findings: Findings): readonly string[] | undefined {
  if (pair === undefined) return undefined;
  const unknown = pair.filter((name, i) => {
    if (names.includes(name)) return false;
    findings.value([AT, "variants", i], noSuch("variant", name, names));
    return true;
  });
  const isOne = pair[0] === pair[1];
  if (isOne && unknown.length === 0) findings.value([AT, "variants", 1], "must be another variant than the first");
  if (only !== undefined && !pair.includes(only)) findings.value([AT, "in"], `must be one of the two variants, ${pair.map((name) => shorten(name)).join(" or ")}`);
  return isOne || unknown.length > 0 ? undefined : pair;
}

function checkPaths(written: readonly string[], findings: Findings): Path[] | undefined {
  const isList = Array.isArray(findings.valueAt([AT, "path"]));
  const paths = written.flatMap((each, i): Path[] => {
    const path = readSettingPath(`${each}=`)?.path, at = [AT, "path", ...(isList ? [i] : [])];
    if (path === undefined) findings.value(at, "must be a path such as contacts.calls.handleTime.mean");
    else if (path[0] === "seed" || path[0] === "days" || path[0] === "precision") findings.value(at, "is the same for all variants, so that they can be compared");
    else return [path];
    return [];
  });
  return paths.length < written.length ? undefined : paths;
}

/** Tries both ends, and a value between them as the search may ask for; complains of the number where it is the number that is wrong, else of the path. */
function checkValues(having: readonly Way[], paths: readonly Path[], [low, high]: Range, settled: (way: Way, value: number) => Scenario, findings: Findings): boolean {
  const complain = (key: Path, message: string) => { findings.value([AT, ...key], message); return false; };
  const isNumber = (scenario: Scenario) => paths.every((path) => typeof path.reduce<unknown>((value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined), scenario) === "number");
  const inner = low.value + 0.6180339887 * (high.value - low.value);
  let isRight = true;
  for (const [value, key] of [[low.value, ["between", 0]], [high.value, ["between", 1]], [inner, ["path"]]] as const) {
    for (const way of having) {
      const problem = problemOf(() => settled(way, value), paths.filter((path) => !isStructure(way.tree, path)));
      if (problem === null) {
        if (!isNumber({ ...settled(way, value), name: "" })) return complain(["path"], "must lead to a number, a duration or a share");
        continue;
      }
      const { message, isOfNumber } = problem, cannot = `cannot be ${shown({ value, unit: low.unit })} in ${way.name}: ${message}`;
      if (value === inner && /whole number/.test(message)) return complain(["path"], "takes whole numbers only, and a break-even may lie between them: hold finds numbers of agents");
      if (!isOfNumber) return complain(["path"], cannot);
      isRight = complain(key, `cannot be set in ${way.name}: ${message}`);
      break;
    }
    if (!isRight && value !== low.value) return false;
  }
  return isRight;
}

/** As the file would have it. */
function writtenQuantity({ value, unit }: Quantity): string | number {
  return unit === "seconds" ? formatDuration(value) : value;
}

/** As a reader would write it. */
const shown = ({ value, unit }: Quantity): string => shorten(unit === "share" ? `${Number((100 * value).toFixed(6))}%` : String(writtenQuantity({ value, unit })));

/** Whether a mapping or a list stands there now. */
function isStructure(tree: Tree, path: Path): boolean {
  const { found, tree: { value } } = placeOf(tree, path);
  return found && typeof value === "object" && value !== null;
}

/** What is wrong with a scenario, and whether it is the number that was set. @param paths of numbers */
function problemOf(attempt: () => unknown, paths: readonly Path[]): { readonly message: string; readonly isOfNumber: boolean } | null {
  try {
    attempt();
    return null;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const [{ path, message }] = error.problems;
    return { message: `${path} ${message.replace(/ \(got .*\)$/, "")}`, isOfNumber: message.startsWith("must be") && paths.some((each) => formatPath(each) === path) };
  }
}
