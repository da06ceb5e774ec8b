// Hot path: the arrivals of a type of which a fixed number comes on every day. Given their number, the arrivals of a Poisson
// process are independent of each other and spread by its rate (Ross, Introduction to Probability Models, section 5.3.4);
// in order, n uniform variates lie where n + 1 unit exponential steps divide their sum (Devroye, Non-Uniform Random Variate
// Generation, section V.2.2).

import type { Model } from "../model/model.ts";
import { CHUNK, type Stream } from "../random/stream.ts";
import { fillExponentials } from "../random/ziggurat.ts";

const JUST_BELOW = 1 - 2 ** -53; // a number times this is smaller, by one bit

/**
 * Write the type's arrivals, seconds from the opening, to arrival[first .. first + count), their cells to `cells`, and the first of each
 * interval to firstOf. Step k is contact k's, as with a random number; the last step only adds to the sum, and goes to arrival[first + count]
 * on the way. @param steps scratch of CHUNK @returns one past the type's last contact
 */
export function drawFixedCount(
  model: Model, type: number, count: number, first: number, stream: Stream, retries: Stream, steps: Float64Array, arrival: Float64Array, cells: Int32Array, firstOf: Int32Array,
): number {
  const { intervals, interval, expected } = model, row = type * (intervals + 1), end = first + count;
  let sum = 0;
  for (let contact = first; contact <= end;) {
    const drawn = Math.min(CHUNK, end + 1 - contact);
    fillExponentials(stream.words(drawn), retries, 1, steps, 0, drawn);
    for (let step = 0; step < drawn; step++) arrival[contact++] = sum += steps[step];
  }
  const total = expected[row + intervals], last = total * JUST_BELOW;
  let contact = first;
  for (let i = 0; i < intervals; i++) {
    const before = expected[row + i], after = expected[row + i + 1];
    const seconds = interval / (after - before), opens = i * interval, latest = (opens + interval) * JUST_BELOW;
    const cell = type * intervals + i;
    firstOf[cell] = contact;
    for (; contact < end; contact++) {
      const mass = Math.min((arrival[contact] / sum) * total, last); // rounding must not put anybody past the closing
      if (mass >= after) break;
      cells[contact] = cell;
      arrival[contact] = Math.min(opens + (mass - before) * seconds, latest);
    }
  }
  return end;
}
