// Estimates of a week: sums over kinds of day that were simulated independently of each other, each as often as it comes.

import type { Interval } from "./daily.ts";
import { ratioOf, type Estimate } from "./estimate.ts";
import type { Measure } from "./measures.ts";
import type { Moments, MomentsShape } from "./moments.ts";
import { meanOf, variance } from "./paired.ts";
import { studentT95 } from "./studentT.ts";

/** A cell of a kind of day, and how often such a day comes. */
export interface KindCell {
  readonly times: number;
  readonly moments: Moments;
  readonly shape: MomentsShape;
  readonly cell: number;
}

/**
 * A measure of a week: a sum of means, or a ratio of such sums, which by the delta method has the variance of X - R Y. With independent
 * kinds variances of means add up: the sum of times² x variance / days.
 * @param perDay of all open days of the week, where a sum of means says nothing, as of a day's longest wait
 */
export function weekEstimate(measure: Measure, cells: readonly KindCell[], perDay: boolean): Estimate {
  const parts = cells.map(({ times, moments, shape, cell }) => ({ times, days: moments.days, moments, cell, ratio: ratioOf(measure, shape) }));
  const sums = parts.map(({ times, moments, cell, ratio }) => ({ times, ...ratio.topAndBottom(moments, cell) }));
  const sum = (of: (part: (typeof sums)[number]) => number) => sums.reduce((all, part) => all + part.times * of(part), 0);
  const bottom = measure.per !== undefined || perDay ? sum((part) => part.bottom) : 1; // without denominator each kind's is 1, and their sum the open days
  if (bottom === 0) return { mean: null, halfWidth: null };
  const mean = sum((part) => part.top) / bottom;
  const variances = parts.map(({ times, days, moments, cell, ratio }) => ({ of: (times ** 2 * ratio.variance(moments, cell, mean)) / days, freedom: days - 1 }));
  return { mean, halfWidth: parts.some(({ days }) => days < 2) ? null : halfWidthOf(variances) / Math.abs(bottom) };
}

/** What the days of a kind had one by one; without a denominator a plain sum. */
export interface KindDays {
  readonly times: number;
  readonly x: Float64Array;
  readonly y?: Float64Array;
}

/** The same of numbers kept by day. */
export function weekEstimateOfDays(kinds: readonly KindDays[]): Estimate {
  const means = kinds.map(({ times, x, y }) => ({ top: times * meanOf(x), bottom: y === undefined ? 0 : times * meanOf(y) }));
  const plain = kinds.every(({ y }) => y === undefined), bottom = plain ? 1 : means.reduce((sum, mean) => sum + mean.bottom, 0);
  if (bottom === 0) return { mean: null, halfWidth: null };
  const mean = means.reduce((sum, { top }) => sum + top, 0) / bottom;
  if (kinds.some(({ x }) => x.length < 2)) return { mean, halfWidth: null };
  const variances = kinds.map(({ times, x, y }) => ({ of: (times ** 2 * variance(y === undefined ? x : x.map((value, day) => value - mean * y[day]))) / x.length, freedom: x.length - 1 }));
  return { mean, halfWidth: halfWidthOf(variances) / Math.abs(bottom) };
}

export interface VarianceOfMean {
  readonly of: number;
  /** Degrees of freedom. */
  readonly freedom: number;
}

/** Half the width of the 95 % interval of a sum of independent means, with the degrees of freedom of Satterthwaite (1946), rounded down. */
export function halfWidthOf(variances: readonly VarianceOfMean[]): number {
  const total = variances.reduce((sum, variance) => sum + variance.of, 0);
  if (total === 0) return 0;
  const freedom = total ** 2 / variances.reduce((sum, { of, freedom: own }) => sum + of ** 2 / own, 0);
  return studentT95(Math.floor(freedom + 1e-6)) * Math.sqrt(total); // of one kind the whole number, whatever rounding does
}

/** A share of days of a kind, with its 95 % interval. */
export interface KindShare {
  readonly times: number;
  readonly share: number;
  readonly interval: Interval | null;
}

/**
 * The share of all days of the week. Its interval is put together from those of the kinds, whose distances from the share are added as
 * standard errors are (MOVER: Zou and Donner, Statistics in Medicine 27, 2008): it stays within 0 to 1 where none or all of the days count.
 */
export function weekShare(kinds: readonly KindShare[]): { readonly mean: number; readonly interval: Interval | null } {
  const days = kinds.reduce((sum, { times }) => sum + times, 0), mean = kinds.reduce((sum, { times, share }) => sum + times * share, 0) / days;
  const distance = (side: 0 | 1) => Math.sqrt(kinds.reduce((sum, { times, share, interval }) => sum + ((times / days) * (share - (interval?.[side] ?? share))) ** 2, 0));
  return { mean, interval: kinds.some(({ interval }) => interval === null) ? null : [Math.max(0, mean - distance(0)), Math.min(1, mean + distance(1))] };
}
