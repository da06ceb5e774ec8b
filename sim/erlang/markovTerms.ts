// Uniformisation (Jensen 1953; Grassmann 1977): a Markov process watched at the moments of a Poisson clock that ticks at least as
// fast as anything happens. After k ticks the chances are a vector times a matrix without negative entries, so nothing cancels.

/** What is left out of the sum over ticks, at most. */
const NEGLIGIBLE = 1e-17;

/** Ticks in one run: more, and e^-ticks comes near the smallest number there is; fewer, and the tail of the sum costs more than its middle. */
export const MOST_TICKS = 128;

export interface Ticks {
  /** The chance of k ticks. */
  readonly chance: Float64Array;
  /** The chance of more than k ticks: divided by the clock's rate, the expected time spent after k ticks. */
  readonly more: Float64Array;
}

let last: { expected: number; ticks: Ticks } | undefined; // runs of full length all need the same

/** @param expected ticks, up to `MOST_TICKS` or a little more */
export function ticksOf(expected: number): Ticks {
  if (last?.expected === expected) return last.ticks;
  const most = Math.ceil(expected + 9.5 * Math.sqrt(expected) + 24);
  const chance = new Float64Array(most + 1), more = new Float64Array(most + 1);
  chance[0] = Math.exp(-expected);
  for (let k = 1; k <= most; k++) chance[k] = (chance[k - 1] * expected) / k;
  let count = most;
  for (let k = most; k > 0; k--) {
    more[k - 1] = more[k] + chance[k];
    if (more[k - 1] < NEGLIGIBLE) count = k - 1;
  }
  const ticks = { chance: chance.subarray(0, count + 1), more: more.subarray(0, count + 1) };
  last = { expected, ticks };
  return ticks;
}
