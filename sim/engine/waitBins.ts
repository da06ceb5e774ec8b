// Hot path: bins for waits. 1/32 second wide up to 4 seconds, then 64 to each doubling (1.6 % wide at most),
// so that a percentile read from them, with a straight line inside the bin, is far closer than its statistical error.

const PER_SECOND = 32;
const EXACT = 128; // bins of equal width, up to 4 s
const PER_DOUBLING = 64;
const EXACT_BITS = 7;

export const WAIT_BINS = EXACT + 24 * PER_DOUBLING; // up to 2^31 / 32 s, over two years

/** The bin of a wait in seconds; anything longer than two years falls in the last. */
export function waitBin(seconds: number): number {
  const ticks = Math.min(seconds * PER_SECOND, 0x7fffffff) | 0;
  if (ticks < EXACT) return ticks;
  const doublings = 32 - EXACT_BITS - Math.clz32(ticks);
  return doublings * PER_DOUBLING + (ticks >> doublings);
}

/** The least wait in seconds that falls in a bin; with WAIT_BINS, the end of the last. */
export function waitBinStart(bin: number): number {
  if (bin < EXACT) return bin / PER_SECOND;
  const doublings = Math.floor(bin / PER_DOUBLING) - 1;
  return ((bin - doublings * PER_DOUBLING) * 2 ** doublings) / PER_SECOND;
}
