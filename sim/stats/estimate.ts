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
 * How to estimate a measure in any cell. A ratio R = mean(X) / mean(Y) has, by the delta method, the variance of X - R Y over
 * days, divided by the days and by mean(Y) squared (e.g. Law, Simulation Modeling and Analysis, 4th ed., section 9.5.4).
 */
export function estimatorOf(measure: Measure, shape: MomentsShape): (moments: Moments, cell: number) => Estimate {
  const { topAndBottom, variance } = ratioOf(measure, shape);
  return (moments, cell) => {
    const { top, bottom } = topAndBottom(moments, cell);
    if (bottom === 0) return { mean: null, halfWidth: null };
    const { days } = moments, mean = top / bottom;
    if (days < 2) return { mean, halfWidth: null };
    return { mean, halfWidth: (studentT95(days - 1) * Math.sqrt(variance(moments, cell, mean) / days)) / Math.abs(bottom) };
  };
}

/** The parts of a ratio's estimate in any cell: the means over days of X and Y (1 where there is no Y), and the variance over days of X - R Y. */
export function ratioOf({ of, per }: Measure, { counters, pairs }: MomentsShape) {
  const involved = new Set([...of, ...(per ?? [])].map(([counter]) => counter));
  // X - R Y squared is the sum over pairs of counters of (x_a - R y_a) (x_b - R y_b), each pair of different ones twice.
  const products = pairs.map(([a, b], p) => ({ a, b, p })).filter(({ a, b }) => involved.has(a) && involved.has(b)).map(({ a, b, p }) => ({
    xA: factorIn(of, a), yA: factorIn(per ?? [], a), xB: factorIn(of, b), yB: factorIn(per ?? [], b), times: a === b ? 1 : 2, p,
  }));
  return {
    topAndBottom: ({ days, sums }: Moments, cell: number) => ({ top: combine(of, sums, cell * counters) / days, bottom: per ? combine(per, sums, cell * counters) / days : 1 }),
    variance: ({ days, comoments }: Moments, cell: number, ratio: number): number => {
      let spread = 0;
      for (const { xA, yA, xB, yB, times, p } of products) spread += times * (xA - ratio * yA) * (xB - ratio * yB) * comoments[cell * pairs.length + p];
      return Math.max(0, spread) / (days - 1); // rounding may leave a constant just below 0
    },
  };
}

/** The sum over days of a combination of counters. */
function combine(terms: readonly Term[], sums: Float64Array, cell: number): number {
  let sum = 0;
  for (const [counter, factor] of terms) sum += factor * sums[cell + counter];
  return sum;
}

/** The factor with which a counter enters a combination. */
function factorIn(terms: readonly Term[], counter: number): number {
  return terms.reduce((sum, [c, factor]) => sum + (c === counter ? factor : 0), 0);
}
