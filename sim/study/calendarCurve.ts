// A curve over a calendar of dates: at every number of agents, or of anything else, how often agreements are missed and what that and the staff cost.

import { limits } from "../scenario/limits.ts";
import { parseScenario } from "../scenario/parse.ts";
import { isDated } from "../scenario/dated.ts";
import type { DatedScenario, Scenario } from "../scenario/schema.ts";
import { objectionsToTypicalWeek } from "../scenario/week.ts";
import type { Estimate } from "../stats/estimate.ts";
import { ruledOut } from "../stats/pairedBest.ts";
import type { Bounded } from "../stats/stepMean.ts";
import { VERSION } from "../version.ts";
import type { PeriodShare } from "./agreementResult.ts";
import { calendarResultOf, type PeriodContacts } from "./calendarResult.ts";
import { jobOfCalendar } from "./calendar.ts";
import { DayKeeper, type Ran } from "./compareDays.ts";
import { ratioOf } from "./compareMeasures.ts";
import { staffIn } from "./compareStaff.ts";
import type { CurveOptions } from "./curve.ts";
import { firstToMeet, type Answer, type Judged } from "./curveLeast.ts";
import { planCurve, type CurvePlan } from "./curvePlan.ts";
import type { LevelPercentiles } from "./levelPercentiles.ts";
import type { Rounds } from "./rounds.ts";
import type { RunOptions } from "./run.ts";
import { ALL_AGENTS, type Varied } from "./varyRange.ts";

/** A miss is rare where its chance is below this. */
export const RARELY = 0.05;

export interface AgreementPoint {
  /** Chance that a period is missed, over all periods; and shares of runs with a miss, and with two in a row. */
  readonly missed: Bounded;
  readonly anyMissed: PeriodShare;
  readonly twoInARow: PeriodShare;
  /** Of all its periods together; null where missing costs nothing. */
  readonly credits: Bounded | null;
}

export interface CalendarCurvePoint {
  /** The value of the thing varied. */
  readonly at: readonly [number];
  /** Of the kind of day that has the most. */
  readonly agents: number;
  /** Of the whole calendar: sums, and the distribution over runs of its service level. */
  readonly total: PeriodContacts;
  readonly level: LevelPercentiles;
  readonly agreements: Readonly<Record<string, AgreementPoint>>;
  /** Of the whole calendar; absent without pay, credits without any. */
  readonly cost?: Estimate;
  readonly credits?: Bounded;
  readonly costWithCredits?: Bounded;
}

export interface CalendarCurve {
  /** Version of the program. */
  readonly callhall: string;
  readonly scenario: string;
  readonly seed: string;
  /** Times that all dates were simulated, at each point. */
  readonly runs: number;
  readonly from: string;
  readonly to: string;
  readonly vary: readonly [Varied];
  /** Null where no kind of day has pay. */
  readonly currency: string | null;
  /** What all types on all kinds of day share; null where they differ. And the first value whose service level over the calendar reaches it. */
  readonly target: number | null;
  readonly onAverage: Answer | null;
  /** By agreement: the first value at which a period is missed in fewer than 5 of 100. */
  readonly rarely: Readonly<Record<string, Answer>>;
  /** Where staff and credits together cost the least, and the values that may do so (95 %, paired on the same days); null without pay or credits. */
  readonly cheapest: { readonly value: number; readonly candidates: readonly number[] } | null;
  readonly points: readonly CalendarCurvePoint[];
}

/**
 * Simulate a scenario that has a calendar of dates, given as its file's text, with more and fewer agents, or at other values of one thing, in this thread.
 * @throws ScenarioError where the scenario is wrong; VaryError where a range is, or where the scenario becomes wrong at a point; RangeError without dates
 */
export function calendarCurve(text: string, { vary = [], file, set = [], days, seed, ...reading }: CurveOptions = {}): CalendarCurve {
  const plan = planCurve(vary, (more) => parseScenario(text, file, { ...reading, set: [...set, ...more], objections: objectionsToTypicalWeek }), days);
  const rounds = calendarCurveRounds(plan, { days, seed }), keeper = new DayKeeper();
  let round = rounds.next();
  while (round.done !== true) round = rounds.next(round.value.map((job) => keeper.simulate(job)));
  return round.value;
}

interface Made {
  readonly scenario: Scenario;
  readonly ran: Ran;
  readonly point: CalendarCurvePoint;
}

/** Further numbers of agents tried beyond those first chosen. */
const MOST_BEYOND = 12;

/** Yields the jobs of a curve over a calendar, round by round. @throws RangeError where the plan's scenario has no dates */
export function* calendarCurveRounds(plan: CurvePlan, options: RunOptions = {}): Rounds<CalendarCurve> {
  const { base, axes: [varied] } = plan;
  if (!isDated(base)) throw new RangeError("this scenario has no calendar of dates");
  const seed = options.seed ?? base.seed, runs = options.days ?? base.days, made: Made[] = [];
  let currency: string | null = null, known: Pick<CalendarCurve, "from" | "to" | "target"> = { from: "", to: "", target: null };
  for (let next = plan.points; next.length > 0; ) {
    const scenarios = next.map(({ scenario }) => datedOf(scenario)), ran = yield scenarios.map((scenario) => ({ ...jobOfCalendar(scenario, { days: runs, seed }), keepDays: true }));
    scenarios.forEach((scenario, i) => {
      const { whole, agreements, from, to, target } = calendarResultOf(scenario, seed, ran[i].tally), { money } = whole;
      currency = money?.currency ?? currency;
      known = { from, to, target };
      made.push({ scenario, ran: ran[i], point: {
        at: [next[i].at[0]], agents: staffIn(scenario, {}), total: whole.total, level: whole.level,
        agreements: Object.fromEntries(Object.entries(agreements).map(([name, { missed, anyMissed, twoInARow, credits }]) => [name, { missed, anyMissed, twoInARow, credits: credits?.inAll ?? null }])),
        ...(money === undefined ? {} : { cost: money.cost, ...(money.credits === undefined ? {} : { credits: money.credits, costWithCredits: money.costWithCredits }) }),
      } });
    });
    made.sort((a, b) => a.point.at[0] - b.point.at[0]);
    next = plan.automatic ? moreToTry(made.map(({ point }) => point), varied.values, known.target).map((agents) => ({ at: [agents], scenario: plan.scenarioAt([agents]) })) : [];
  }
  const points = made.map(({ point }) => point), { target } = known;
  return {
    callhall: VERSION, scenario: base.name, seed, runs, ...known, vary: [{ ...varied, values: points.map(({ at }) => at[0]) }], currency,
    onAverage: target === null ? null : firstToMeet(points, (point) => reaches(point, target)),
    rarely: Object.fromEntries(Object.keys(points[0].agreements).map((name) => [name, firstToMeet(points, (point) => isRare(point.agreements[name].missed))])),
    cheapest: cheapestOf(made), points,
  };
}

function datedOf(scenario: Scenario): DatedScenario {
  if (!isDated(scenario)) throw new RangeError("at some point this scenario has no calendar of dates");
  return scenario;
}

function isRare({ mean, interval }: Bounded): Judged {
  return { meets: mean !== null && mean < RARELY, standing: interval === null ? "close" : interval[1] < RARELY ? "met" : interval[0] >= RARELY ? "missed" : "close" };
}

function reaches({ total: { serviceLevel: { mean, halfWidth } } }: CalendarCurvePoint, target: number): Judged {
  const half = halfWidth ?? Infinity, level = mean ?? 1;
  return { meets: level >= target, standing: level - half >= target ? "met" : level + half < target ? "missed" : "close" };
}

/** Between two numbers where misses become rare, or without agreements where the target is reached, and beyond the last where that is not yet so. */
function moreToTry(points: readonly CalendarCurvePoint[], chosen: readonly number[], target: number | null): number[] {
  const tried = points.map(({ at: [agents] }) => agents), last = chosen[chosen.length - 1], more = new Set<number>();
  const names = Object.keys(points[0].agreements), goals = names.length > 0 ? names.map((name) => (point: CalendarCurvePoint) => isRare(point.agreements[name].missed)) : target === null ? [] : [(point: CalendarCurvePoint) => reaches(point, target)];
  for (const goal of goals) {
    const first = points.findIndex((point) => goal(point).meets);
    if (first > 0 && tried[first] - tried[first - 1] > 1) more.add(Math.floor((tried[first] + tried[first - 1]) / 2));
    if (first < 0 && tried.filter((agents) => agents > last).length < MOST_BEYOND) for (let i = 1; i <= 3; i++) more.add(tried[tried.length - 1] + i * Math.max(1, Math.ceil(last / 20)));
  }
  return [...more].filter((agents) => agents <= limits.agents).sort((a, b) => a - b);
}

/** The least cost with credits; paired run by run, since all points meet the same callers on the same days. */
function cheapestOf(made: readonly Made[]): CalendarCurve["cheapest"] {
  const ratios = made.map(({ scenario, ran: { days } }) => ratioOf("costWithCredits", { scenario, kinds: [{ times: 1, scenario, days }] }));
  if (ratios.some(({ mean }) => mean === null)) return null;
  const out = ratios.length > 1 ? ruledOut(ratios, "less") : [false], best = ratios.reduce((least, ratio, i) => ((ratio.mean ?? 0) < (ratios[least].mean ?? 0) ? i : least), 0);
  return { value: made[best].point.at[0], candidates: made.filter((_, i) => !out[i]).map(({ point }) => point.at[0]) };
}

/** Whether what is varied are the agents of all groups together. */
export const variesAllAgents = ({ vary: [{ path }] }: Pick<CalendarCurve, "vary">): boolean => path === ALL_AGENTS;
