// The density of the offered wait: how long a contact would wait that never hangs up, given that it finds no agent free.

import { lnUpperGamma } from "./incompleteGamma.ts";
import type { Patience } from "./patience.ts";

export interface WaitDensity {
  /** Where it is largest, in seconds. It falls on both sides, ever faster in its logarithm. */
  readonly peak: number;
  /** Logarithm of the density at the peak over that at 0, but for the room. */
  readonly lnPeak: number;
  /** Logarithm of the density over that at the peak. */
  readonly lnOverPeak: (wait: number) => number;
  /** Relative error of the density at a wait by rounding. */
  readonly noise: (wait: number) => number;
}

/**
 * exp(joinRate H(x) - serviceRate x), where H(x) is the time spent in the queue up to x by those who are never answered: Baccelli
 * and Hebuterne (1981), Zeltyn and Mandelbaum, "Call centers with impatient customers" (2005). Balking is an atom of patience at 0:
 * a smaller rate of joining. With `room` places to wait the density has another factor, Q(room, joinRate H(x)), for exponential or
 * endless patience only: the exponential is a sum over the number ahead, and ends there.
 * @param joinRate contacts a second that join while no agent is free
 * @param serviceRate contacts a second that all agents together finish
 */
export function waitDensity(patience: Patience, joinRate: number, serviceRate: number, room: number): WaitDensity {
  const ahead = (wait: number) => joinRate * patience.spent(0, wait);
  const lnRoom = (wait: number) => (room === Infinity ? 0 : lnUpperGamma(room, ahead(wait)));
  const peak = lastAbove0((wait) => joinRate * patience.stays(wait) * oneMorePlace(room, ahead(wait)) - serviceRate, 1 / serviceRate);
  const lnRoomAtPeak = lnRoom(peak);
  return {
    peak,
    lnPeak: ahead(peak) - serviceRate * peak + lnRoomAtPeak,
    lnOverPeak: (wait) => joinRate * patience.spent(peak, wait - peak) - serviceRate * (wait - peak) + lnRoom(wait) - lnRoomAtPeak,
    noise: (wait) => 4 * Number.EPSILON * (joinRate + serviceRate) * wait,
  };
}

/** Q(room - 1, x) / Q(room, x): the chance that of `room` places one is left, given that a Poisson number has found place. */
function oneMorePlace(room: number, x: number): number {
  if (room === Infinity) return 1;
  return room === 1 ? 0 : Math.exp(lnUpperGamma(room - 1, x) - lnUpperGamma(room, x));
}

/** The last x, from 0, at which a falling function is above 0, to about 12 digits; 0 if it never is. */
function lastAbove0(falling: (x: number) => number, start: number): number {
  if (falling(0) <= 0) return 0;
  let low = start, high = start;
  while (falling(high) > 0) high *= 2;
  while (low > 0 && falling(low) <= 0) low /= 2;
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (falling(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}
