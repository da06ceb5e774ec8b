// Square-root staffing: agents = load + beta sqrt(load). Halfin and Whitt, "Heavy-traffic limits for queues with many servers" (1981).

import { normalBelow, normalDensity } from "./normal.ts";

/** Agents, not rounded, for an offered load in erlangs and a quality parameter. */
export function squareRootStaff(load: number, beta: number): number {
  return load + beta * Math.sqrt(load);
}

/** The quality parameter of given staff: how many square roots of the load there are beyond the load; null without load. */
export function qualityOf(load: number, agents: number): number | null {
  return load > 0 ? (agents - load) / Math.sqrt(load) : null;
}

/** The probability of wait that Erlang C tends to as the load grows with beta kept: 1 for beta of 0 and below. */
export function halfinWhitt(beta: number): number {
  if (beta <= 0) return 1;
  return 1 / (1 + (beta * normalBelow(beta)) / normalDensity(beta));
}

/**
 * The quality parameter of a probability of wait: the inverse of `halfinWhitt`.
 * @param probabilityOfWait above 0, below 1
 * @throws RangeError for other numbers
 */
export function qualityFor(probabilityOfWait: number): number {
  if (!(probabilityOfWait > 0 && probabilityOfWait < 1)) throw new RangeError(`probabilityOfWait must be above 0 and below 1 (got ${probabilityOfWait})`);
  let low = 0, high = 40; // at 40 it is less than the least number above 0
  for (let middle = 20; middle > low && middle < high; middle = (low + high) / 2) {
    if (halfinWhitt(middle) > probabilityOfWait) low = middle;
    else high = middle;
  }
  return high;
}
