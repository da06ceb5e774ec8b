import type * as z from "zod";
import { formatDuration } from "./duration.ts";
import type { Findings } from "./findings.ts";
import { noSuch } from "./nearest.ts";
import { checkScenario } from "./parse.ts";
import { ScenarioError } from "./problem.ts";
import { ProblemList } from "./problemList.ts";
import type { QuantityUnit } from "./quantity.ts";
import type { Scenario } from "./schema.ts";
import { applySetting } from "./settings.ts";
import { readSettingPath } from "./settingPath.ts";
import type { ReadColumn } from "./sheetColumns.ts";
import { shorten, type Path } from "./shown.ts";
import type { StudyMeasure } from "./studyMeasures.ts";
import type { studySchema } from "./studySchema.ts";
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

type Read = NonNullable<z.output<typeof studySchema>["breakEven"]>;

/**
 * The break-even asked for; undefined, and complaints, where the number cannot be set to any value of the range.
 * @param names of all ways of working, also of those that are wrong, of which enough is said already
 */
export function readBreakEven(read: Read, ways: readonly Way[], names: readonly string[], findings: Findings, readColumn: ReadColumn | undefined): BreakEven | undefined {
  const { between: [low, high], measure } = read, unit = low.unit;
  const complain = (key: keyof Read, message: string, index?: number): undefined => {
    findings.value(["breakEven", key, ...(index === undefined ? [] : [index])], message);
    return undefined;
  };
  const pair = read.variants.map((name, i) => ways.find((way) => way.name === name) ?? (names.includes(name) ? undefined : complain("variants", noSuch("variant", name, names), i)));
  const [first, second] = pair;
  if (first === undefined || second === undefined) return undefined;
  if (first === second) return complain("variants", "must be two different variants");
  if (read.in !== undefined && read.in !== first.name && read.in !== second.name) return complain("in", "must be one of the two variants");
  if (high.unit !== unit) return complain("between", "must have both ends of one kind: numbers, durations or shares");
  if (low.value >= high.value) return complain("between", "must have the lower end first");
  const isList = Array.isArray(findings.valueAt(["breakEven", "path"]));
  const paths = read.path.flatMap((written, i): Path[] => {
    const path = readSettingPath(`${written}=`)?.path, index = isList ? i : undefined;
    if (path === undefined) complain("path", "must be a path such as contacts.calls.handleTime.mean", index);
    else if (path[0] === "seed" || path[0] === "days" || path[0] === "precision") complain("path", "is the same for all variants, so that they can be compared", index);
    else return [path];
    return [];
  });
  if (paths.length < read.path.length) return undefined;

  const candidates = read.in === undefined ? [first, second] : [first, second].filter(({ name }) => name === read.in);
  const having = candidates.filter(({ tree }) => paths.every((path) => placeOf(tree, path.slice(0, -1)).found));
  if (having.length === 0) return complain("path", `there is no such value in ${candidates.map(({ name }) => name).join(" or ")}`);
  const place = findings.placeAt(["breakEven", "between"]);
  const settled = (way: Way, value: number): Scenario => {
    if (!having.includes(way)) return way.scenario;
    const problems = new ProblemList(), written = leaf(place.source, place.from, place.to, writtenQuantity(value, unit));
    const tree = paths.reduce((sofar: Tree, path) => applySetting(sofar, { path, value: written }, problems), way.tree);
    const { scenario } = checkScenario(tree, "", readColumn, problems);
    problems.throwIfAny();
    return { ...(scenario ?? way.scenario), name: way.scenario.name };
  };
  const isNumber = (scenario: Scenario) => paths.every((path) => typeof path.reduce<unknown>((value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined), scenario) === "number");
  // Both ends, and a value between them as the search may ask for.
  const inner = low.value + 0.6180339887 * (high.value - low.value);
  for (const way of having) {
    for (const value of [low.value, high.value, inner]) {
      const message = problemOf(() => settled(way, value));
      if (message === null && !isNumber({ ...settled(way, value), name: "" })) return complain("path", "must lead to a number, a duration or a share");
      if (message === null) continue;
      const isWhole = value === inner && /whole number/.test(message);
      return complain("path", isWhole ? "takes whole numbers only, and a break-even may lie between them: hold finds numbers of agents" : `cannot be ${shorten(String(writtenQuantity(value, unit)))} in ${way.name}: ${message}`);
    }
  }
  return {
    paths: read.path, unit, between: [low.value, high.value], variants: [first.name, second.name], setIn: having.map(({ name }) => name), measure,
    at: (value) => [settled(first, value), settled(second, value)],
  };
}

/** As the file would have it. */
function writtenQuantity(value: number, unit: QuantityUnit): string | number {
  return unit === "seconds" ? formatDuration(value) : value;
}

function problemOf(attempt: () => unknown): string | null {
  try {
    attempt();
    return null;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const [{ path, message }] = error.problems;
    return `${path} ${message.replace(/ \(got .*\)$/, "")}`;
  }
}
