// What a staffing attains when it is simulated, as the table of rules shows it.

import type { Interval } from "../stats/daily.ts";
import type { Estimate } from "../stats/estimate.ts";
import type { IntervalResult, Result } from "./result.ts";

/** Shares of 1, means over the simulated days. */
export interface StaffingInterval {
  /** Agents on duty; of a rota the mean over the interval. */
  readonly agents: number;
  /** Agents to have on the rota so that so many are on the phone. Only with shrinkage. */
  readonly toRoster?: number;
  readonly serviceLevel: Estimate;
  readonly occupancy: Estimate;
  /** Whether the mean service level lies below the target; null where nobody came. */
  readonly misses: boolean | null;
}

export interface Staffing {
  /** Agents on duty x hours of the day; exact. */
  readonly agentHours: number;
  /** With shrinkage: the hours to have on the rota. */
  readonly hoursToRoster?: number;
  readonly serviceLevel: Estimate;
  readonly abandonmentRate: Estimate;
  readonly occupancy: Estimate;
  /** Share of days whose own service level is below the target, and its 95 % interval; null where types have different targets. */
  readonly daysMissed: { readonly mean: number | null; readonly interval: Interval | null };
  /** The interval whose mean service level is lowest, measured from its target; null where nobody came at all. */
  readonly worst: { readonly from: string; readonly to: string; readonly serviceLevel: Estimate } | null;
  /** How many intervals have a mean service level below the target. */
  readonly intervalsMissed: number;
  readonly intervals: readonly StaffingInterval[];
}

export interface RuleResult<Rule> extends Staffing {
  readonly rule: Rule;
  /** Of the steady state; null for iterative staffing, which has none. */
  readonly formula: "Erlang C" | "Erlang A" | "M/M/n+G" | null;
  /** Only of iterative staffing: staffings simulated, whether no agent was left to spare, and whether every interval reached the target. */
  readonly search?: { readonly simulations: number; readonly settled: boolean; readonly reached: boolean };
}

interface Paid {
  /** Of an interval. */
  readonly hours: number;
  readonly present?: number | undefined;
}

/** @param agents by interval, @param targets by interval */
export function attainedBy(result: Result, agents: readonly number[], targets: readonly number[], { hours, present }: Paid): Staffing {
  const { total, groups, intervals } = result, [group] = Object.values(groups);
  const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0) * hours;
  const toRoster = present === undefined ? null : agents.map((number) => rosteredFor(number, present));
  const misses = intervals.map((interval, i) => level(interval) === null ? null : level(interval)! < targets[i]);
  const known = intervals.flatMap((interval, i) => (level(interval) === null ? [] : [{ interval, below: targets[i] - level(interval)! }]));
  const worst = known.length === 0 ? null : known.reduce((low, each) => (each.below > low.below ? each : low)).interval;
  const { meetsTarget, interval } = total.daily;
  return {
    agentHours: sum(agents), ...(toRoster === null ? {} : { hoursToRoster: sum(toRoster) }),
    serviceLevel: total.serviceLevel, abandonmentRate: total.abandonmentRate, occupancy: group.occupancy,
    daysMissed: { mean: meetsTarget === null ? null : 1 - meetsTarget, interval: interval.meetsTarget === null ? null : [1 - interval.meetsTarget[1], 1 - interval.meetsTarget[0]] },
    worst: worst === null ? null : { from: worst.from, to: worst.to, serviceLevel: worst.total.serviceLevel },
    intervalsMissed: misses.filter((missed) => missed === true).length,
    intervals: intervals.map((each, i) => ({
      agents: agents[i], ...(toRoster === null ? {} : { toRoster: toRoster[i] }),
      serviceLevel: each.total.serviceLevel, occupancy: Object.values(each.groups)[0].occupancy, misses: misses[i],
    })),
  };
}

const level = ({ total }: IntervalResult): number | null => total.serviceLevel.mean;

/** Rounded up once, at the end; what exceeds a whole number only by rounding errors is that number. */
export function rosteredFor(agents: number, present: number): number {
  return Math.ceil((agents / present) * (1 - 1e-12));
}
