// Where the paired difference of two ways of working is nothing, between two values of a number at which it has unlike signs.

import type { Difference } from "../stats/paired.ts";
import type { Ran } from "./compareDays.ts";
import type { BlockJob } from "./run.ts";

/** The difference at a value. */
export interface At {
  readonly value: number;
  readonly difference: Difference;
}

/** A value at which two ways of working are equal. */
export interface Crossing {
  readonly value: number;
  /** Of the 95 % interval: that of the difference there, divided by its slope (delta method). Null where the slope is not clear. */
  readonly halfWidth: number | null;
  /** Whether the interval reaches beyond the range. */
  readonly beyond: boolean;
}

const MOST_STEPS = 12;
/** A difference this small beside its own half-width is as good as none: the rest is put right by the slope. */
const CLOSE_ENOUGH = 0.05;

/** Asks for the differences at some values. */
export type Ask = (values: readonly number[]) => Generator<readonly BlockJob[], At[], readonly Ran[]>;

/** @param low and `high`: differences of unlike signs. @param between the range in which values may be tried */
export function* crossingRounds(low: At, high: At, between: readonly [number, number], at: Ask): Generator<readonly BlockJob[], Crossing, readonly Ran[]> {
  // The straight line between two values whose differences have unlike signs; by halves where one of them stays (Illinois).
  const secant = (meanOf(high) - meanOf(low)) / (high.value - low.value), range = between[1] - between[0];
  let weights = [1, 1], best = Math.abs(meanOf(low)) < Math.abs(meanOf(high)) ? low : high;
  for (let step = 0; step < MOST_STEPS && Math.abs(meanOf(best)) > CLOSE_ENOUGH * (best.difference.halfWidth ?? 0) && high.value - low.value > range / 4000; step++) {
    const fLow = weights[0] * meanOf(low), fHigh = weights[1] * meanOf(high), straight = low.value - (fLow * (high.value - low.value)) / (fHigh - fLow);
    const [next] = yield* at([straight > low.value && straight < high.value ? straight : (low.value + high.value) / 2]);
    if (Math.sign(meanOf(next)) === Math.sign(meanOf(low))) { low = next; weights = [1, weights[1] / 2]; } else { high = next; weights = [weights[0] / 2, 1]; }
    if (Math.abs(meanOf(next)) < Math.abs(meanOf(best))) best = next;
  }

  // The slope over a stretch about as wide as the interval will be, since close by the difference is a staircase of single contacts.
  const reach = Math.min(range / 4, Math.max(range / 20, (best.difference.halfWidth ?? 0) / Math.abs(secant)));
  const [left, right] = yield* at([Math.max(between[0], best.value - reach), Math.min(between[1], best.value + reach)]);
  const slope = (meanOf(right) - meanOf(left)) / (right.value - left.value), clear = slope !== 0 && Math.sign(slope) === Math.sign(secant);
  const value = clear ? Math.min(between[1], Math.max(between[0], best.value - meanOf(best) / slope)) : best.value;
  const half = clear && best.difference.halfWidth !== null ? best.difference.halfWidth / Math.abs(slope) : null;
  return { value, halfWidth: half, beyond: half !== null && (value - half < between[0] || value + half > between[1]) };
}

export const meanOf = ({ difference }: At): number => difference.mean ?? 0;
