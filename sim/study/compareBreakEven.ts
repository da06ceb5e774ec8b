// The values of a number at which two ways of working are equal: the roots of their paired difference.

import type { BreakEven } from "../scenario/studyBreakEven.ts";
import type { Estimate } from "../stats/estimate.ts";
import type { Difference } from "../stats/paired.ts";
import { crossingRounds, isSure, meanOf, triedAt, type At, type Crossing, type Found, type Jump, type TriedAt } from "./compareCrossing.ts";
import { simulated, type Simulation, type WayRan } from "./compareKinds.ts";
import type { Rounds } from "./rounds.ts";

/**
 * Why no value is given. `oneSign`: at every value tried one of the two is surely ahead, always the same; `undecided`: at some of them
 * the two cannot be told apart, and nowhere is it sure that the answer flips; `identical`: no difference on any day, at any value tried;
 * `noValue`: one of them has no value of the measure somewhere; `jump`: the answer flips, but the difference jumps there.
 */
export type NotEven = "oneSign" | "undecided" | "identical" | "noValue" | "jump";

export interface Even {
  readonly paths: readonly string[];
  readonly unit: BreakEven["unit"];
  readonly between: readonly [number, number];
  readonly variants: readonly [string, string];
  /** The variants in which the value was set. */
  readonly setIn: readonly string[];
  readonly measure: BreakEven["measure"];
  /** The lowest at which the two are seen to be equal; null where there is none to be told. */
  readonly value: number | null;
  readonly halfWidth: Crossing["halfWidth"];
  readonly beyond: boolean;
  /** Further values at which they are equal, rising. */
  readonly also: readonly Crossing[];
  /** Where the answer flips without being equal, rising. */
  readonly jumps: readonly Jump[];
  /** Null where there is a value. */
  readonly because: NotEven | null;
  /** The first variant less the second, at both ends of the range. */
  readonly ends: readonly [Estimate, Estimate];
  /** The same at all values tried first, the ends among them, rising. */
  readonly tried: readonly TriedAt[];
}

/** Parts of equal width into which the range is cut by the values tried first: answers that flip twice between two of them go unseen. */
const PARTS = 5;
export const VALUES_AT_ONCE = PARTS + 1;

/** @param compared the first less the second */
export function* breakEvenRounds(asked: BreakEven, simulation: Simulation, compared: (first: WayRan, second: WayRan) => Difference): Rounds<Even> {
  const { paths, unit, between, variants, setIn, measure } = asked, [from, to] = between;
  function* at(values: readonly number[]): Rounds<At[]> {
    const ran = yield* simulated(values.flatMap((value) => asked.at(value)), simulation);
    return values.map((value, i) => ({ value, difference: compared(ran[2 * i], ran[2 * i + 1]) }));
  }
  const first = yield* at(Array.from({ length: PARTS + 1 }, (_, i) => (i === PARTS ? to : from + (i * (to - from)) / PARTS)));
  const tried = first.map(triedAt), estimate = ({ mean, halfWidth }: Estimate): Estimate => ({ mean, halfWidth });
  const answer = { paths, unit, between, variants, setIn, measure }, ends = [estimate(tried[0]), estimate(tried[PARTS])] as const;
  const found: Found[] = [];
  for (const [low, high] of flipsIn(first)) found.push(yield* crossingRounds(first, low, high, between, at));
  const jumps = found.flatMap((each) => ("jump" in each ? [each.jump] : [])).sort((a, b) => a.from.value - b.from.value);
  const [lowest, ...also] = found.flatMap((each) => ("crossing" in each ? [each.crossing] : [])).sort((a, b) => a.value - b.value);
  if (lowest === undefined) return { ...answer, value: null, halfWidth: null, beyond: false, also, jumps, because: jumps.length > 0 ? "jump" : notEven(first), ends, tried };
  return { ...answer, ...lowest, also, jumps, because: null, ends, tried };
}

/**
 * Neighbouring values between which the difference turns from one sign to the other, each surely what it is. An end of the range that
 * is not sure of its sign counts beside one that is, since the flip may lie close by.
 */
function flipsIn(points: readonly At[]): (readonly [At, At])[] {
  if (points.some(({ difference: { mean } }) => mean === null)) return [];
  const counted = points.flatMap((point, i) => (meanOf(point) !== 0 && (isSure(point) || i === 0 || i === points.length - 1) ? [i] : []));
  return counted.slice(1).flatMap((right, i): (readonly [At, At])[] => {
    const left = counted[i], sign = Math.sign(meanOf(points[right]));
    if (sign === Math.sign(meanOf(points[left])) || !(isSure(points[left]) || isSure(points[right]))) return [];
    // As close together as those between them allow that are not sure.
    const high = points.findIndex((point, k) => k > left && Math.sign(meanOf(point)) === sign), low = points.findLastIndex((point, k) => k < high && Math.sign(meanOf(point)) === -sign);
    return [[points[low], points[high]]];
  });
}

function notEven(points: readonly At[]): NotEven {
  if (points.some(({ difference: { mean } }) => mean === null)) return "noValue";
  if (points.every(({ difference: { mean, halfWidth } }) => mean === 0 && halfWidth === 0)) return "identical";
  return points.every(isSure) ? "oneSign" : "undecided";
}
