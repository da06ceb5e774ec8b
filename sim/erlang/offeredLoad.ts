// The offered load of a day: the agents that would be busy if there were one for everybody, from an empty start at the opening.

import type { Law } from "../scenario/law.ts";
import { patienceOf } from "./patience.ts";

const STEPS = 16; // of Simpson's rule within an interval

/** Contacts of one type: their expected numbers, and how long they take. */
export interface LoadSource {
  /** Contacts a second, by interval of the day. */
  readonly rates: readonly number[];
  readonly handleTime: Law;
  /** Multiplies the handle time. */
  readonly handleTimeFactor: number;
}

/** Mean of the handle time in seconds, factor included. */
export function meanHandleTime({ handleTime, handleTimeFactor }: Omit<LoadSource, "rates">): number {
  return handleTimeFactor * patienceOf(handleTime).mean;
}

/**
 * The mean number of contacts in hand in a system with an agent for everybody, M_t/G/infinity:
 * m(t) = integral over s < t of rate(s) P(handle time > t - s). Eick, Massey and Whitt, "The physics of the M_t/G/infinity queue"
 * (1993), theorem 1. Exact for rates that are constant within intervals.
 * @param interval seconds of one interval of the rates; before the first and after the last nobody comes
 * @returns erlangs at a time in seconds from the opening
 */
export function infiniteServerLoad({ rates, handleTime, handleTimeFactor: factor }: LoadSource, interval: number): (time: number) => number {
  const law = patienceOf(handleTime); // a length of time like any other
  const known = new Map<number, number>();
  /** Integral of P(handle time > u) over u from 0 to `age`: the load of one contact a second that have come for so long. */
  const until = (age: number): number => {
    if (age <= 0) return 0;
    let value = known.get(age);
    if (value === undefined) known.set(age, value = factor * law.spent(0, age / factor));
    return value;
  };
  const change = [...rates, 0].map((rate, i) => rate - (i === 0 ? 0 : rates[i - 1]));
  return (time) => {
    let load = 0;
    for (let i = 0; i < change.length && i * interval < time; i++) if (change[i] !== 0) load += change[i] * until(time - i * interval);
    return Math.max(0, load); // rounding may leave it just below
  };
}

/** The load averaged over each interval, erlangs, by Simpson's rule in 16 steps. */
export function meanLoads(stream: LoadSource, interval: number): number[] {
  const load = infiniteServerLoad(stream, interval);
  return stream.rates.map((_, i) => {
    let sum = 0;
    for (let k = 0; k <= STEPS; k++) sum += (k === 0 || k === STEPS ? 1 : k % 2 === 1 ? 4 : 2) * load((i + k / STEPS) * interval);
    return sum / (3 * STEPS);
  });
}
