// The points of a curve: which values are tried, and the scenario at each. All that is wrong is said before anything is simulated.

import { checkTotal } from "../scenario/expected.ts";
import { count, limits } from "../scenario/limits.ts";
import { ScenarioError } from "../scenario/problem.ts";
import { isDated } from "../scenario/dated.ts";
import type { Scenario } from "../scenario/schema.ts";
import { agentsAround, agentsToTry } from "./curveRange.ts";
import { staffIn, withStaff } from "./compareStaff.ts";
import { ALL_AGENTS, readVaried, VaryError, writtenValue, type Varied } from "./varyRange.ts";

export interface CurvePlan {
  /** As the file has it. */
  readonly base: Scenario;
  /** One for a curve, two for a map. */
  readonly axes: readonly Varied[];
  /** Whether the values were chosen by us, and more may be tried where they turn out to leave the answer open. */
  readonly automatic: boolean;
  /** The scenario at a value of each axis. */
  readonly scenarioAt: (at: readonly number[]) => Scenario;
  readonly points: readonly { readonly at: readonly number[]; readonly scenario: Scenario }[];
}

/**
 * @param vary what follows each `--vary`; none: the agents of all groups in proportion, over a range that fits
 * @param parse the scenario with more settings, each as in `contacts.calls.volume=400`
 * @param days at each point, instead of the scenario's
 * @throws VaryError with every problem of the ranges and of every point; ScenarioError where the scenario itself is wrong
 */
export function planCurve(vary: readonly string[], parse: (settings: readonly string[]) => Scenario, days?: number): CurvePlan {
  const given = readVaried(vary), base = parse([]);
  if (isDated(base) && given.length > 1) throw new VaryError(["--vary may be given once for a calendar of dates, whose curve is about its agreements"]);
  if (staffIn(base, {}) === 0 && (given.length === 0 || given.some(({ path }) => path === ALL_AGENTS))) {
    throw new VaryError(["there is no agent in this scenario to make more or fewer in proportion: say with --vary what to vary, as in groups.generic.agents=8..20"]);
  }
  const automatic = given.length === 0;
  const axes: readonly Varied[] = automatic ? [{ path: ALL_AGENTS, unit: "agents", values: isDated(base) ? agentsAround(staffIn(base, {})) : agentsToTry(base) }] : given;
  const scenarioAt = (at: readonly number[]) => {
    const settings = axes.flatMap(({ path, unit }, i) => (path === ALL_AGENTS ? [] : [`${path}=${writtenValue(at[i], unit)}`]));
    const patched = settings.length === 0 ? base : parse(settings), agents = axes.findIndex(({ path }) => path === ALL_AGENTS);
    return agents < 0 ? patched : withStaff(patched, {}, at[agents]);
  };
  return { base, axes, automatic, scenarioAt, points: allPoints(axes, scenarioAt, days) };
}

/** The first axis runs fastest. */
function allPoints(axes: readonly Varied[], scenarioAt: CurvePlan["scenarioAt"], days: number | undefined): CurvePlan["points"] {
  const [first, second] = axes, problems = new Map<string, { readonly line: string; points: number }>();
  const places = second === undefined ? first.values.map((value) => [value]) : second.values.flatMap((y) => first.values.map((x) => [x, y]));
  const agents = axes.findIndex(({ path }) => path === ALL_AGENTS);
  const points = places.flatMap((at) => {
    const shown = axes.map(({ path, unit }, i) => `${path}=${writtenValue(at[i], unit)}`).join(", ");
    const wrong = (key: string, message: string) => {
      const known = problems.get(key);
      if (known === undefined) problems.set(key, { line: `--vary at ${shown}: ${message}`, points: 1 });
      else known.points++;
    };
    if (agents >= 0 && at[agents] > limits.agents) wrong("agents", `at most ${count(limits.agents)} agents`);
    try {
      const scenario = scenarioAt(at), tooMany = days === undefined ? null : checkTotal(scenario, days);
      if (tooMany !== null) wrong("days", `--days ${days} ${tooMany}`);
      return [{ at, scenario }];
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      for (const problem of error.problems) {
        const { file, line, column, path, message, set } = problem, place = set !== undefined || line === 0 ? "" : `${file}:${line}:${column} `;
        const where = shown.startsWith(`${path}=`) ? "" : `${path} `; // a problem of the value itself names it already
        wrong(JSON.stringify([place, path, message.replace(/ \(got .*\)$/, "")]), `${place}${where}${message}`);
      }
      return [];
    }
  });
  if (problems.size > 0) {
    throw new VaryError([...problems.values()].map(({ line, points: times }) => (times === 1 ? line : `${line}; and so at ${times - 1} more ${times === 2 ? "point" : "points"}`)));
  }
  return points;
}
