// Numbers for the tests of the statistics, from a generator that is not the one under test.

import seedrandom from "seedrandom/lib/alea.js";

/** Uniforms on [0, 1). */
export function uniforms(seed: string): () => number {
  const words = seedrandom(seed);
  return () => (words.int32() >>> 0) / 2 ** 32;
}

/** Standard normals by Box and Muller. */
export function normals(seed: string): () => number {
  const uniform = uniforms(seed);
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
