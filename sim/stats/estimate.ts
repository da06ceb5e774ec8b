// Estimates from moments: a mean over days, or a ratio of two means, with the half-width of its 95 % interval.

import type { Measure, Term } from "./measures.ts";
import type { Moments, MomentsShape } from "./moments.ts";
import { studentT95 } from "./studentT.ts";

/** A mean and the half-width of its 95 % interval. Null mean: nothing to divide by. Null half-width: a single day has no spread. */
export interface Estimate {
  readonly mean: number | null;
  readonly halfWidth: number | null;
}

/** The pairs of counters whose co-moments the measures need. */
export function pairsOf(measures: Iterable<Measure>): [number, number][] {
  const pairs = new Map<string, [number, number]>();
  for (const { of, per = [] } of measures) {
    const counters = [...of, ...per].map(([counter]) => counter);
    for (const a of counters) for (const b of counters) if (a <= b) pairs.set(`${a} ${b}`, [a, b]);
  }
  return [...pairs.values()];
}

/**
 * Estimate a measure in one cell. A ratio R = mean(X) / mean(Y) has, by the delta method, the variance of X - R Y over days,
 * divided by the days and by mean(Y) squared (e.g. Law, Simulation Modeling and Analysis, 4th ed., section 9.5.4).
 */
export function estimate({ of, per }: Measure, shape: MomentsShape, moments: Moments, cell: number): Estimate {
  const { days } = moments;
  const top = combine(of, shape, moments, cell) / days;
  const bottom = per ? combine(per, shape, moments, cell) / days : 1;
  if (bottom === 0) return { mean: null, halfWidth: null };
  const mean = top / bottom;
  if (days < 2) return { mean, halfWidth: null };
  const residual = [...of, ...(per ?? []).map(([counter, factor]): Term => [counter, -mean * factor])];
  const variance = Math.max(0, spread(residual, shape, moments, cell)) / (days - 1); // rounding may leave a constant just below 0
  return { mean, halfWidth: (studentT95(days - 1) * Math.sqrt(variance / days)) / Math.abs(bottom) };
}

/** The sum over days of a combination of counters. */
function combine(terms: readonly Term[], { counters }: MomentsShape, { sums }: Moments, cell: number): number {
  return terms.reduce((sum, [counter, factor]) => sum + factor * sums[cell * counters + counter], 0);
}

/** The sum over days of the squared distance of a combination from its mean. */
function spread(terms: readonly Term[], { cells, pairs }: MomentsShape, { comoments }: Moments, cell: number): number {
  const factorOf = (counter: number) => terms.reduce((sum, [c, factor]) => sum + (c === counter ? factor : 0), 0);
  return pairs.reduce((sum, [a, b], p) => {
    const weight = factorOf(a) * factorOf(b);
    return weight === 0 ? sum : sum + (a === b ? 1 : 2) * weight * comoments[p * cells + cell];
  }, 0);
}
