// Hot path: durations drawn by a law of the scenario file, one after another into a column.
// The nth variate of a stream is contact n's own, whatever happens to it later.

import type { Law } from "../scenario/schema.ts";
import { gammaOfMeanOne } from "./gamma.ts";
import { exp, ln } from "./lnExp.ts";
import { CHUNK, uniformOf, type Stream } from "./stream.ts";
import { fillExponentials, fillNormals } from "./ziggurat.ts";

/** Fill out[from..to) with durations in seconds. */
export function drawDurations(law: Law, stream: Stream, retries: Stream, out: Float64Array, from: number, to: number): void {
  if (law.distribution === "deterministic") {
    out.fill(law.mean, from, to);
    return;
  }
  for (let at = from; at < to; at += CHUNK) drawChunk(law, stream, retries, out, at, Math.min(CHUNK, to - at));
}

function drawChunk(
  law: Exclude<Law, { distribution: "deterministic" }>, stream: Stream, retries: Stream, out: Float64Array, from: number, count: number,
): void {
  const to = from + count;
  switch (law.distribution) {
    case "exponential":
      fillExponentials(stream.words(count), retries, law.mean, out, from, count);
      break;
    case "lognormal": {
      const variance = ln(1 + law.cv * law.cv);
      fillNormals(stream.words(count), retries, out, from, count);
      exponentiate(ln(law.mean) - variance / 2, Math.sqrt(variance), out, from, to);
      break;
    }
    case "weibull": {
      const { shape, scale } = law;
      fillExponentials(stream.words(count), retries, 1, out, from, count);
      for (let i = from; i < to; i++) out[i] = scale * exp(ln(out[i]) / shape);
      break;
    }
    case "uniform": {
      const { from: least } = law, spread = law.to - least, words = stream.words(count);
      for (let i = 0; i < count; i++) out[from + i] = least + spread * uniformOf(words[i]);
      break;
    }
    case "gamma": {
      const shape = 1 / (law.cv * law.cv);
      for (let i = from; i < to; i++) out[i] = law.mean * gammaOfMeanOne(stream, shape);
    }
  }
}

/** Normals to lognormals. A function of its own, so that `exp` is inlined and its doubles stay out of the heap. */
function exponentiate(mu: number, sigma: number, out: Float64Array, from: number, to: number): void {
  for (let i = from; i < to; i++) out[i] = exp(mu + sigma * out[i]);
}
