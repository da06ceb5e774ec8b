// Gamma variates by rejection from a normal (Marsaglia & Tsang 2000, "A simple method for generating gamma variables").

import { exp, ln } from "./lnExp.ts";
import type { Stream } from "./stream.ts";
import { exponential, normal } from "./ziggurat.ts";

const LEAST_EXPONENT = -700; // e^-700 is 0 for any purpose, and within what `exp` takes

/** Gamma of the given shape and mean 1. */
export function gammaOfMeanOne(stream: Stream, shape: number): number {
  const boosted = shape < 1 ? shape + 1 : shape;
  const d = boosted - 1 / 3, c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(stream);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    if (ln(stream.uniform()) >= 0.5 * x * x + d * (1 - v + ln(v))) continue;
    // gamma(shape) is gamma(shape + 1) times a uniform to the power 1 / shape
    const shrink = shape < 1 ? exp(Math.max(LEAST_EXPONENT, -exponential(stream) / shape)) : 1;
    return (d * v * shrink) / shape;
  }
}
