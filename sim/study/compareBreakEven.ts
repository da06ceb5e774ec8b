// The value of a number at which two ways of working are equal: the root of their paired difference.

import type { BreakEven } from "../scenario/studyBreakEven.ts";
import type { Estimate } from "../stats/estimate.ts";
import type { Difference } from "../stats/paired.ts";
import { simulated, type Simulation, type WayRan } from "./compareKinds.ts";
import type { Rounds } from "./rounds.ts";

export interface Even {
  readonly paths: readonly string[];
  readonly unit: BreakEven["unit"];
  readonly between: readonly [number, number];
  readonly variants: readonly [string, string];
  /** The variants in which the value was set. */
  readonly setIn: readonly string[];
  readonly measure: BreakEven["measure"];
  /** Null where the difference has one sign at both ends of the range. */
  readonly value: number | null;
  /** Of the 95 % interval: that of the difference there, divided by its slope (delta method). Null where the slope is not clear. */
  readonly halfWidth: number | null;
  /** Whether the interval reaches beyond the range. */
  readonly beyond: boolean;
  /** The first variant less the second, at both ends of the range. */
  readonly ends: readonly [Estimate, Estimate];
}

const MOST_STEPS = 12;
/** A difference this small beside its own half-width is as good as none: the rest is put right by the slope. */
const CLOSE_ENOUGH = 0.05;

interface At {
  readonly value: number;
  readonly difference: Difference;
}

/** @param compared the first less the second */
export function* breakEvenRounds(asked: BreakEven, simulation: Simulation, compared: (first: WayRan, second: WayRan) => Difference): Rounds<Even> {
  const { paths, unit, between, variants, setIn, measure } = asked;
  let low: At, high: At;
  function* at(values: readonly number[]): Rounds<At[]> {
    const ran = yield* simulated(values.flatMap((value) => asked.at(value)), simulation);
    return values.map((value, i) => ({ value, difference: compared(ran[2 * i], ran[2 * i + 1]) }));
  }
  [low, high] = yield* at(between);
  const ends = [low, high].map(({ difference: { mean, halfWidth } }) => ({ mean, halfWidth })) as [Estimate, Estimate]; // two went in
  const answer = { paths, unit, between, variants, setIn, measure, ends };
  if (signOf(low) === null || signOf(high) === null || signOf(low) === signOf(high)) return { ...answer, value: null, halfWidth: null, beyond: false };

  // The straight line between two values whose differences have unlike signs; by halves where one of them stays (Illinois).
  const secant = (meanOf(high) - meanOf(low)) / (between[1] - between[0]), range = between[1] - between[0];
  let weights = [1, 1], best = Math.abs(meanOf(low)) < Math.abs(meanOf(high)) ? low : high;
  for (let step = 0; step < MOST_STEPS && Math.abs(meanOf(best)) > CLOSE_ENOUGH * (best.difference.halfWidth ?? 0) && high.value - low.value > range / 4000; step++) {
    const fLow = weights[0] * meanOf(low), fHigh = weights[1] * meanOf(high), straight = low.value - (fLow * (high.value - low.value)) / (fHigh - fLow);
    const [next] = yield* at([straight > low.value && straight < high.value ? straight : (low.value + high.value) / 2]);
    if (signOf(next) === signOf(low)) { low = next; weights = [1, weights[1] / 2]; } else { high = next; weights = [weights[0] / 2, 1]; }
    if (Math.abs(meanOf(next)) < Math.abs(meanOf(best))) best = next;
  }

  // The slope over a stretch about as wide as the interval will be, since close by the difference is a staircase of single contacts.
  const reach = Math.min(range / 4, Math.max(range / 20, (best.difference.halfWidth ?? 0) / Math.abs(secant)));
  const [left, right] = yield* at([Math.max(between[0], best.value - reach), Math.min(between[1], best.value + reach)]);
  const slope = (meanOf(right) - meanOf(left)) / (right.value - left.value), clear = slope !== 0 && Math.sign(slope) === Math.sign(secant);
  const value = clear ? Math.min(between[1], Math.max(between[0], best.value - meanOf(best) / slope)) : best.value;
  const half = clear && best.difference.halfWidth !== null ? best.difference.halfWidth / Math.abs(slope) : null;
  return { ...answer, value, halfWidth: half, beyond: half !== null && (value - half < between[0] || value + half > between[1]) };
}

const meanOf = ({ difference }: At): number => difference.mean ?? 0;

/** Null where there is no difference to speak of. */
function signOf({ difference: { mean } }: At): 1 | -1 | null {
  return mean === null || mean === 0 ? null : mean > 0 ? 1 : -1;
}
