// Integrals over the offered wait: what becomes of the contacts that join the queue.

import type { Patience } from "./patience.ts";
import { integrate } from "./quadrature.ts";
import type { WaitDensity } from "./waitDensity.ts";

/** In units of the density's value at its peak, times seconds. */
export interface WaitIntegrals {
  readonly joined: number;
  readonly answered: number;
  readonly answeredWithin: number;
  readonly abandoned: number;
  readonly abandonedWithin: number;
  /** Seconds waited by the answered, and by the abandoned. */
  readonly waitAnswered: number;
  readonly waitAbandoned: number;
}

export function waitIntegrals(density: WaitDensity, patience: Patience, answerWithin: number): WaitIntegrals {
  const edges = panelEdges(density, [...patience.breaks, answerWithin]);
  const noise = NOISE_OF_LAWS + density.noise(density.peak + (edges[edges.length - 1] - density.peak) / LEVELS.length);
  const integrand = (wait: number, out: Float64Array) => {
    const weight = Math.exp(density.lnOverPeak(wait)), stays = weight * patience.stays(wait);
    out[0] = weight;
    out[1] = stays;
    out[2] = weight * patience.gone(wait);
    out[3] = stays * wait;
    out[4] = weight * patience.goneTime(wait);
  };
  const between = (part: readonly number[]) => (part.length < 2 ? new Float64Array(5) : integrate(integrand, 5, part, noise));
  const early = between(edges.filter((wait) => wait <= answerWithin)), late = between(edges.filter((wait) => wait >= answerWithin));
  const [joined, answered, abandoned, waitAnswered, waitAbandoned] = early.map((value, k) => value + late[k]);
  return {
    joined, answered, abandoned, waitAnswered, waitAbandoned,
    answeredWithin: early[1],
    abandonedWithin: early[2] + patience.gone(answerWithin) * late[0],
  };
}

const NOISE_OF_LAWS = 1e-12; // far out, where exponents are in the hundreds, their last digit is as much

/** Steps of the density's logarithm down from its peak; at the last the density is too small for a number. */
const LEVELS = [0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 700];

/** Panels on which the density changes by a limited factor, cut where something else is not smooth. */
function panelEdges({ peak, lnOverPeak }: WaitDensity, breaks: readonly number[]): number[] {
  const after = fallSteps((step) => lnOverPeak(peak + step), Infinity).map((step) => peak + step);
  const before = peak === 0 ? [] : fallSteps((step) => lnOverPeak(Math.max(peak - step, 0)), peak).map((step) => peak - step);
  const last = after[after.length - 1];
  const edges = new Set([0, peak, ...before, ...after, ...breaks.filter((wait) => wait > 0 && wait < last)]);
  return [...edges].sort((a, b) => a - b);
}

/** How far from its peak a concave function has fallen to each level, roughly; levels beyond the farthest step are left out. */
function fallSteps(lnFallen: (step: number) => number, farthest: number): number[] {
  const steps: number[] = [];
  let near = Math.min(1, farthest / 2);
  while (lnFallen(near) < -LEVELS[0]) near /= 2;
  for (const level of LEVELS) {
    let far = near;
    while (far < farthest && lnFallen(far) > -level) far *= 2;
    if (far >= farthest) return steps;
    for (let i = 0; i < 6; i++) {
      const middle = (near + far) / 2;
      if (lnFallen(middle) > -level) near = middle;
      else far = middle;
    }
    steps.push(far);
    near = far;
  }
  return steps;
}
