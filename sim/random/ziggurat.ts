// Hot path: unit exponential and standard normal variates by the ziggurat method
// (Marsaglia & Tsang 2000, with separate bits for layer and position after Doornik 2005).
// The tables are computed here with ln, exp and Math.sqrt, whose bits are fixed, so they are the same everywhere.

import { exp, ln } from "./lnExp.ts";
import type { Stream } from "./stream.ts";

const LAYERS = 256;

/** Layers of equal area under a decreasing density with density(0) = 1. */
function layers(tail: number, area: number, density: (x: number) => number, inverse: (y: number) => number, positions: number) {
  const edge = new Float64Array(LAYERS + 1); // edge[i]: right edge of layer i; edge[0] is the base layer with its tail
  edge[0] = area / density(tail);
  edge[1] = tail;
  for (let i = 2; i < LAYERS; i++) edge[i] = inverse(density(edge[i - 1]) + area / edge[i - 1]);
  edge[LAYERS] = 0;
  const height = edge.map((x, i) => (i === 0 ? 0 : i === LAYERS ? 1 : density(x)));
  const width = edge.map((x) => x / positions);
  const inside = new Int32Array(LAYERS);
  for (let i = 0; i < LAYERS; i++) inside[i] = Math.floor((edge[i + 1] / edge[i]) * positions);
  return { height, width, inside };
}

const EXPONENTIAL_TAIL = 7.69711747013104972;
const expo = layers(EXPONENTIAL_TAIL, 3.949659822581572e-3, (x) => exp(-x), (y) => -ln(y), 2 ** 24);
const expoWidth = expo.width, expoInside = expo.inside, expoHeight = expo.height;

/** Fill out[from .. from + count) with exponentials of the given mean, one from each word. */
export function fillExponentials(words: Int32Array, retries: Stream, mean: number, out: Float64Array, from: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const word = words[i], layer = word & 255, position = word >>> 8;
    const x = (position + 0.5) * expoWidth[layer];
    if (position < expoInside[layer]) out[from + i] = mean * x; // two stores, since a choice between x and a call would box x
    else out[from + i] = mean * exponentialBeyond(layer, x, retries);
  }
}

/** The value for a position outside the part of its layer that lies below the density for certain. */
function exponentialBeyond(layer: number, x: number, retries: Stream): number {
  if (layer === 0) return EXPONENTIAL_TAIL + exponential(retries); // memoryless: start again beyond the tail
  const height = expoHeight[layer] + retries.uniform() * (expoHeight[layer + 1] - expoHeight[layer]);
  return height < exp(-x) ? x : exponential(retries);
}

/** Exponential of mean 1. */
export function exponential(stream: Stream): number {
  let tail = 0;
  for (;;) {
    const word = stream.next(), layer = word & 255, position = word >>> 8;
    const x = (position + 0.5) * expoWidth[layer];
    if (position < expoInside[layer]) return tail + x;
    if (layer === 0) tail += EXPONENTIAL_TAIL;
    else if (expoHeight[layer] + stream.uniform() * (expoHeight[layer + 1] - expoHeight[layer]) < exp(-x)) return tail + x;
  }
}

const NORMAL_TAIL = 3.6541528853610088;
const gauss = layers(NORMAL_TAIL, 4.92867323399e-3, (x) => exp(-0.5 * x * x), (y) => Math.sqrt(-2 * ln(y)), 2 ** 23);
const gaussWidth = gauss.width, gaussInside = gauss.inside, gaussHeight = gauss.height;

/** Fill out[from .. from + count) with standard normals, one from each word. */
export function fillNormals(words: Int32Array, retries: Stream, out: Float64Array, from: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const word = words[i], layer = word & 255, position = word >> 8; // signed, and so is the variate
    const x = (position + 0.5) * gaussWidth[layer];
    if ((position ^ (position >> 31)) < gaussInside[layer]) out[from + i] = x; // no branch on the sign
    else out[from + i] = normalBeyond(layer, x, retries);
  }
}

function normalBeyond(layer: number, x: number, retries: Stream): number {
  if (layer === 0) return x < 0 ? -normalTail(retries) : normalTail(retries);
  const height = gaussHeight[layer] + retries.uniform() * (gaussHeight[layer + 1] - gaussHeight[layer]);
  return height < exp(-0.5 * x * x) ? x : normal(retries);
}

/** Standard normal. */
export function normal(stream: Stream): number {
  for (;;) {
    const word = stream.next(), layer = word & 255, position = word >> 8;
    const x = (position + 0.5) * gaussWidth[layer];
    if ((position ^ (position >> 31)) < gaussInside[layer]) return x;
    if (layer === 0) return x < 0 ? -normalTail(stream) : normalTail(stream);
    if (gaussHeight[layer] + stream.uniform() * (gaussHeight[layer + 1] - gaussHeight[layer]) < exp(-0.5 * x * x)) return x;
  }
}

/** Beyond the base layer (Marsaglia 1964). */
function normalTail(stream: Stream): number {
  for (;;) {
    const x = -ln(stream.uniform()) / NORMAL_TAIL, y = -ln(stream.uniform());
    if (y + y >= x * x) return NORMAL_TAIL + x;
  }
}
