// The distribution of a day's service level over the simulated days: percentiles, and the chance that a day meets its target.

import { NORMAL_95 } from "./studentT.ts";

export type Interval = readonly [low: number, high: number];

/**
 * The value below which a share p of the sorted values lies, on the straight line between neighbours (as Excel's PERCENTILE.INC;
 * Hyndman & Fan 1996, type 7).
 */
export function percentile(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1), below = Math.floor(at);
  const low = sorted[below], high = sorted[Math.min(below + 1, sorted.length - 1)];
  return low + (at - below) * (high - low);
}

/**
 * The 95 % interval of a percentile, without any assumption about the law of the values: two of the sorted values, by the
 * normal approximation to the binomial number below it (David & Nagaraja 2003, section 7.1). Null with too few values.
 * @param asMany independent values that say as much; 0: none
 */
export function percentileInterval(sorted: Float64Array, p: number, asMany = sorted.length): Interval | null {
  const n = sorted.length, spread = NORMAL_95 * Math.sqrt(n * p * (1 - p) * (n / asMany));
  const low = Math.floor(n * p - spread) - 1, high = Math.ceil(n * p + spread);
  return low < 0 || high >= n ? null : [sorted[low], sorted[high]];
}

/** The 95 % interval of a chance seen `hits` times in `n` (Wilson 1927). */
export function wilson(hits: number, n: number): Interval {
  const z = NORMAL_95 * NORMAL_95, centre = hits + z / 2;
  const spread = NORMAL_95 * Math.sqrt((hits * (n - hits)) / n + z / 4);
  return [hits === 0 ? 0 : (centre - spread) / (n + z), hits === n ? 1 : (centre + spread) / (n + z)];
}

/**
 * As how many independent days the days of some runs count for a share, where days of one run depend on each other: their number divided by the
 * design effect (Kish 1965), the variance of the share over runs by that of as many independent days, at least 1. 0 of a single run.
 * @param levels by day, run after run; NaN where nobody came
 */
export function independentDays(levels: Float64Array, daysOfRuns: readonly number[], isHit: (level: number) => boolean): number {
  const runs = daysOfRuns.length, hits = new Float64Array(runs), days = new Float64Array(runs);
  let at = 0, allHits = 0, all = 0;
  daysOfRuns.forEach((length, run) => {
    for (const end = at + length; at < end; at++) {
      if (Number.isNaN(levels[at])) continue;
      days[run]++;
      if (isHit(levels[at])) hits[run]++;
    }
    allHits += hits[run];
    all += days[run];
  });
  if (runs < 2 || all === 0) return 0;
  const share = allHits / all, binomial = all * share * (1 - share), spread = hits.reduce((sum, own, run) => sum + (own - share * days[run]) ** 2, 0) * (runs / (runs - 1));
  return binomial === 0 ? all : all / Math.max(1, spread / binomial);
}

/** Sort the values of the days that had contacts; days without any carry NaN and are left out. In place: at millions of days a copy counts. */
export function sortedDays(levels: Float64Array): Float64Array {
  levels.sort();
  let days = levels.length;
  while (days > 0 && Number.isNaN(levels[days - 1])) days--;
  return levels.subarray(0, days);
}

/** How many of the sorted values reach the target. */
export function countAtLeast(sorted: Float64Array, target: number): number {
  let low = 0, high = sorted.length; // the first value that reaches it lies in [low, high]
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] >= target) high = middle;
    else low = middle + 1;
  }
  return sorted.length - low;
}
