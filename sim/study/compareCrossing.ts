// Where the paired difference of two ways of working is nothing, between two values of a number at which it has unlike signs.

import type { Estimate } from "../stats/estimate.ts";
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
  /** Of the 95 % interval: that of the difference there, divided by its slope (delta method); where the slope is not clear, as far as the nearest values tried at which one of the two is surely ahead. */
  readonly halfWidth: number | null;
  /** Whether the interval reaches beyond the range. */
  readonly beyond: boolean;
}

/** The difference at a value tried. */
export type TriedAt = Estimate & { readonly value: number };

/** Two values close by between which the answer flips although the two ways of working are equal at none: the difference jumps. */
export interface Jump {
  readonly from: TriedAt;
  readonly to: TriedAt;
}

const MOST_STEPS = 12;
/** A difference this small beside its own half-width is as good as none: the rest is put right by the slope. */
const CLOSE_ENOUGH = 0.05;

/** Asks for the differences at some values. */
export type Ask = (values: readonly number[]) => Generator<readonly BlockJob[], At[], readonly Ran[]>;

/** Of the range: values closer together are not told apart. */
const CLOSEST = 1 / 4000;
/** Slopes to the left and the right of a crossing that differ by more do not belong to one straight line. */
const ALIKE = 5;

export type Found = { readonly crossing: Crossing } | { readonly jump: Jump };

/** @param tried values with their differences, rising @param low and `high`: two of them, of unlike signs @param between the range in which values may be tried */
export function* crossingRounds(tried: readonly At[], low: At, high: At, between: readonly [number, number], at: Ask): Generator<readonly BlockJob[], Found, readonly Ran[]> {
  const secant = (meanOf(high) - meanOf(low)) / (high.value - low.value), range = between[1] - between[0], seen = [...tried];
  const isWide = () => high.value - low.value > CLOSEST * range, best = () => (Math.abs(meanOf(low)) < Math.abs(meanOf(high)) ? low : high);
  const isClose = () => Math.abs(meanOf(best())) <= CLOSE_ENOUGH * (best().difference.halfWidth ?? 0);
  // The straight line between two values whose differences have unlike signs; by halves where one of them stays (Illinois), and once it takes too long.
  for (let step = 0, weights = [1, 1]; isWide() && !isClose() && (step < MOST_STEPS || isSure(low) || isSure(high)); step++) {
    const fLow = weights[0] * meanOf(low), fHigh = weights[1] * meanOf(high), straight = low.value - (fLow * (high.value - low.value)) / (fHigh - fLow);
    const [next] = yield* at([step < MOST_STEPS && straight > low.value && straight < high.value ? straight : (low.value + high.value) / 2]);
    seen.push(next);
    if (Math.sign(meanOf(next)) === Math.sign(meanOf(low))) { low = next; weights = [1, weights[1] / 2]; } else { high = next; weights = [weights[0] / 2, 1]; }
  }
  if (!isWide() && jumps(low, high)) return { jump: { from: triedAt(low), to: triedAt(high) } };

  // The slope over a stretch about as wide as the interval will be, since close by the difference is a staircase of single contacts.
  const middle = best(), half = middle.difference.halfWidth, reach = Math.min(range / 4, Math.max(range / 20, (half ?? 0) / Math.abs(secant)));
  const [left, right] = yield* at([Math.max(between[0], middle.value - reach), Math.min(between[1], middle.value + reach)]);
  const slope = slopeOf(left, right), value = middle.value - meanOf(middle) / slope;
  if (half !== null && Math.sign(slope) === Math.sign(secant) && value >= left.value && value <= right.value && isStraight(left, middle, right, reach)) return { crossing: crossingAt(value, half / Math.abs(slope), between) };
  const sure = [...seen, left, right].filter(isSure), [before, after] = [sure.filter((each) => each.value < middle.value), sure.filter((each) => each.value > middle.value)].map((some) => some.map((each) => each.value));
  const open = before.length === 0 || after.length === 0, reaches = Math.max(middle.value - Math.max(between[0], ...before), Math.min(between[1], ...after) - middle.value);
  return { crossing: { value: middle.value, halfWidth: reaches, beyond: open } };
}

function crossingAt(value: number, halfWidth: number, between: readonly [number, number]): Crossing {
  return { value: Math.min(between[1], Math.max(between[0], value)), halfWidth, beyond: value - halfWidth < between[0] || value + halfWidth > between[1] };
}

/** Whether the differences of two values close by are surely unlike: their intervals have nothing in common. */
const jumps = (low: At, high: At): boolean => Math.abs(meanOf(high) - meanOf(low)) > (low.difference.halfWidth ?? 0) + (high.difference.halfWidth ?? 0);

const slopeOf = (low: At, high: At): number => (meanOf(high) - meanOf(low)) / (high.value - low.value);

/** Whether the difference goes on beyond the middle about as it came; at an end of the range, where there is too little to see, it is taken to. */
function isStraight(left: At, middle: At, right: At, reach: number): boolean {
  if (Math.min(middle.value - left.value, right.value - middle.value) < reach / 4) return true;
  const ratio = slopeOf(left, middle) / slopeOf(middle, right);
  return ratio > 1 / ALIKE && ratio < ALIKE;
}

export const meanOf = ({ difference }: At): number => difference.mean ?? 0;

/** Whether the whole 95 % interval lies on one side of 0. */
export const isSure = ({ difference: { mean, halfWidth } }: At): boolean => mean !== null && halfWidth !== null && Math.abs(mean) > halfWidth;

export const triedAt = ({ value, difference: { mean, halfWidth } }: At): TriedAt => ({ value, mean, halfWidth });
