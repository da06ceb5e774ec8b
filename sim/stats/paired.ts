// Differences between runs that met the same days. A difference of ratios D = R1 - R2 has, by the delta method, the variance over days of
// e1 - e2, where e = (x - R y) / mean(y) is a day's own contribution to the error of R. Days are independent of each other, so this
// holds however alike the two runs of a day are: the more alike, the narrower the interval (common random numbers; Law, Simulation
// Modeling and Analysis, 4th ed., sections 10.2 and 11.2).

import { studentT95 } from "./studentT.ts";
import type { Estimate } from "./estimate.ts";

/** A ratio of means over days, or a mean, with what each day contributes to its error. */
export interface DayRatio {
  /** Null: nothing to divide by. */
  readonly mean: number | null;
  /** By day; their mean is 0. */
  readonly errors: Float64Array;
  /** The half-width is at least this: where an event has been seen on hardly any day, or on nearly all, the spread over days is no guide. */
  readonly leastHalfWidth?: number;
}

/** Of a ratio by day: numerators and denominators; without denominators a plain mean. */
export function dayRatio(x: Float64Array, y?: Float64Array): DayRatio {
  const days = x.length, bottom = y === undefined ? 1 : meanOf(y);
  if (bottom === 0) return { mean: null, errors: new Float64Array(days) };
  const mean = meanOf(x) / bottom;
  return { mean, errors: Float64Array.from(x, (value, day) => (y === undefined ? value - mean : (value - mean * y[day]) / bottom)) };
}

/** The ratio with the half-width of its 95 % interval; null of a single day. */
export function estimateOf({ mean, errors, leastHalfWidth = 0 }: DayRatio): Estimate {
  const days = errors.length;
  if (mean === null || days < 2) return { mean, halfWidth: null };
  return { mean, halfWidth: Math.max(leastHalfWidth, studentT95(days - 1) * Math.sqrt(variance(errors) / days)) };
}

export interface Difference extends Estimate {
  /** How many times as many days runs with seeds of their own would need for an interval as narrow; null where there is no spread. */
  readonly timesMoreDays: number | null;
}

/** The first less the second, with the half-width of its 95 % interval. Holds whatever the days of the two have in common, be it nothing. */
export function differenceOf(first: DayRatio, second: DayRatio): Difference {
  const days = first.errors.length;
  if (first.mean === null || second.mean === null) return { mean: null, halfWidth: null, timesMoreDays: null };
  const mean = first.mean - second.mean;
  if (days < 2) return { mean, halfWidth: null, timesMoreDays: null };
  const apart = variance(first.errors) + variance(second.errors);
  const together = variance(first.errors.map((error, day) => error - second.errors[day]));
  return { mean, halfWidth: Math.max(leastTogether(first, second), studentT95(days - 1) * Math.sqrt(together / days)), timesMoreDays: together === 0 ? null : apart / together };
}

/** The least half-width of a difference: whatever two ways have in common, their distances add up to no more. */
export function leastTogether({ leastHalfWidth: first = 0 }: DayRatio, { leastHalfWidth: second = 0 }: DayRatio): number {
  return first + second;
}

/** The ratio of two differences, each of two means of the same days: (a - b) / (c - d), where c - d is not 0. */
export function differenceRatio([a, b]: readonly [DayRatio, DayRatio], [c, d]: readonly [DayRatio, DayRatio]): DayRatio {
  const bottom = (c.mean ?? 0) - (d.mean ?? 0), mean = ((a.mean ?? 0) - (b.mean ?? 0)) / bottom;
  return { mean, errors: a.errors.map((error, day) => (error - b.errors[day] - mean * (c.errors[day] - d.errors[day])) / bottom) };
}

/** Variance over days of a day's error, which is 0 on average. */
export function variance(errors: Float64Array): number {
  const mean = meanOf(errors);
  return errors.reduce((sum, error) => sum + (error - mean) ** 2, 0) / (errors.length - 1);
}

/** Taken about the first day, so that constants have no spread. */
export function meanOf(values: Float64Array): number {
  return values[0] + values.reduce((sum, value) => sum + (value - values[0]), 0) / values.length;
}
