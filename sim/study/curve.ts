// A curve: a scenario simulated at many values of one thing, or of two, with the same callers at each, and formulas laid over.

import { parseScenario, type ParseOptions } from "../scenario/parse.ts";
import type { Scenario } from "../scenario/schema.ts";
import { objectionsToWeek } from "../scenario/week.ts";
import { sharedTarget } from "../scenario/sharedTarget.ts";
import { VERSION } from "../version.ts";
import { canSolve, exactOf, formulasOf } from "./curveFormulas.ts";
import { leastOf } from "./curveLeast.ts";
import { moreToTry } from "./curveMore.ts";
import { planCurve, type CurvePlan } from "./curvePlan.ts";
import { pointOf, type Curve, type CurvePoint } from "./curveResult.ts";
import { formulaRules } from "./formulaRules.ts";
import type { Result } from "./result.ts";
import { jobOf, simulateJob, type BlockJob, type RunOptions } from "./run.ts";

export interface CurveOptions extends RunOptions, Omit<ParseOptions, "objections"> {
  /** What to vary, up to two of them, each as in `contacts.calls.volume=400..1200/50`; `agents=8..20` varies all groups in proportion. */
  readonly vary?: readonly string[] | undefined;
  /** The name of the file, for messages. */
  readonly file?: string | undefined;
}

/**
 * Simulate a scenario, given as its file's text, at every value of something, in this thread. Without `vary`: of the number of
 * agents, all groups in proportion, over a range that fits.
 * @throws ScenarioError where the scenario is wrong; VaryError where a range is, or where the scenario becomes wrong at a point
 */
export function curve(text: string, { vary = [], file, set = [], days, seed, ...reading }: CurveOptions = {}): Curve {
  const plan = planCurve(vary, (more) => parseScenario(text, file, { ...reading, set: [...set, ...more], objections: objectionsToWeek }), days), rounds = curveRounds(plan, { days, seed });
  let round = rounds.next();
  while (round.done !== true) round = rounds.next(round.value.map((job) => simulateJob(job)));
  return round.value;
}

interface Made {
  readonly scenario: Scenario;
  readonly point: CurvePoint;
}

export interface RoundOptions extends RunOptions {
  /** Whether to solve the day exactly too, which may take seconds: by default where it is possible. */
  readonly exact?: boolean | undefined;
}

/** Yields the jobs of a curve, round by round. Whoever simulates them gives back their results, in order, and gets the curve in the end. */
export function* curveRounds(plan: CurvePlan, { exact = true, ...options }: RoundOptions): Generator<readonly BlockJob[], Curve, readonly Result[]> {
  const { base, axes: [first, second] } = plan, seed = options.seed ?? base.seed;
  const made: Made[] = [];
  for (let next = plan.points; next.length > 0; ) {
    const results = yield next.map(({ scenario }) => jobOf(scenario, { ...options, seed }));
    made.push(...next.map(({ at, scenario }, i) => ({ scenario, point: pointOf(at, scenario, results[i]) })));
    if (second === undefined) made.sort((a, b) => a.point.at[0] - b.point.at[0]);
    next = plan.automatic ? moreToTry(made.map(({ point }) => point), base, first.values).map((agents) => ({ at: [agents], scenario: plan.scenarioAt([agents]) })) : [];
  }
  const points = withFormulas(made, exact && second === undefined), { patient, notes } = formulaRules(base);
  return {
    callhall: VERSION, scenario: base.name, seed,
    vary: second === undefined ? [{ ...first, values: points.map(({ at }) => at[0]) }] : plan.axes,
    target: sharedTarget(base),
    patientFormula: patient, notes, least: second === undefined ? leastOf(points, base) : null, points,
  };
}

function withFormulas(made: readonly Made[], exact: boolean): CurvePoint[] {
  const solvable = exact && canSolve(made.map(({ scenario }) => scenario));
  return made.map(({ scenario, point }) => ({ ...point, ...formulasOf(scenario), exact: solvable ? exactOf(scenario) : null }));
}
