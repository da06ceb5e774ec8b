// The mean of an amount that is due in steps, as service credits are, and is due seldom: where no period misses, the amounts have no spread, but
// the chance of a miss is not 0 for that. So the interval comes from the chances of the steps, not from the spread of the amounts.

import jStat from "jstat";
import type { Interval } from "./daily.ts";
import type { Estimate } from "./estimate.ts";

/** An estimate with its 95 % interval, which need not lie evenly about the mean. */
export interface Bounded extends Estimate {
  /** Null also where the interval is uneven. */
  readonly halfWidth: number | null;
  readonly interval: Interval | null;
}

/** With fewer periods than this on either side of a step, the spread of the amounts says too little. */
const PLENTY = 5;

export interface Step {
  /** In how many of the periods the step is reached. */
  readonly hits: number;
  /** How much more is due then than without it. */
  readonly more: number;
}

/** Whether each step is reached, and not reached, often enough for the spread of the amounts to give a half-width. */
export function isPlenty(steps: readonly Step[], n: number): boolean {
  return steps.every(({ hits, more }) => more === 0 || (hits >= PLENTY && n - hits >= PLENTY));
}

/**
 * The 95 % interval of the mean of what is due: the sum of steps, each its share of periods times what it adds. The exact bounds of the shares are
 * added up as they are, since who reaches a lower step has reached the one above.
 * @param n periods, at least one
 */
export function intervalOfSteps(steps: readonly Step[], n: number): Interval {
  const paid = steps.filter(({ more }) => more !== 0).map(({ hits, more }) => exactInterval(hits, n).map((bound) => bound * more));
  return [paid.reduce((sum, [low]) => sum + low, 0), paid.reduce((sum, [, high]) => sum + high, 0)];
}

/**
 * The 95 % interval of a chance seen `hits` times in `n` (Clopper and Pearson 1934): it covers at least as often as it says, also a chance of 1 in 40
 * from 20 periods, where Wilson's covers 90 %. Rounded to seven digits, about as many as jstat is good to.
 */
export function exactInterval(hits: number, n: number): Interval {
  const round = (share: number) => Number(share.toPrecision(7));
  return [hits === 0 ? 0 : round(jStat.beta.inv(0.025, hits, n - hits + 1)), hits === n ? 1 : round(jStat.beta.inv(0.975, hits + 1, n - hits))];
}

/**
 * The 95 % interval of how many of a run's periods are hit, where few runs have such a period, or few have another; null where the spread between runs gives it. It
 * reaches as far as either of two: the exact bounds of the share of runs with such a period, times how many such a run has, which holds where the periods
 * of a run depend on each other; and the exact bounds of the share of all periods, which tells how many a run may have where nearly every run has some.
 * @param hits by run, independent of each other @param periods of a run
 */
export function scarceARun(hits: Float64Array, periods: number): Interval | null {
  const hitRuns = hits.filter((own) => own > 0).length, keptRuns = hits.filter((own) => own < periods).length;
  if (hitRuns >= PLENTY && keptRuns >= PLENTY) return null;
  if (hitRuns < keptRuns || (hitRuns === keptRuns && 2 * sumOf(hits) <= hits.length * periods)) return rareARun(hits, periods);
  const [low, high] = rareARun(hits.map((own) => periods - own), periods);
  return [periods - high, periods - low];
}

function rareARun(events: Float64Array, periods: number): Interval {
  const runs = events.length, hit = events.filter((own) => own > 0).length, all = sumOf(events), [low, high] = exactInterval(hit, runs), [least, most] = exactInterval(all, runs * periods);
  return [Math.min(low, least * periods), Math.max(high * (hit === 0 ? 1 : all / hit), most * periods)];
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** An estimate with the interval that the half-width gives; none of what is due is less than `least`. */
export function evenly({ mean, halfWidth }: Estimate, least = -Infinity): Bounded {
  return { mean, halfWidth, interval: mean === null || halfWidth === null ? null : [Math.max(least, mean - halfWidth), mean + halfWidth] };
}
