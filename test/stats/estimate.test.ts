import { describe, expect, test } from "vitest";
import { estimatorOf, pairsOf } from "../../sim/stats/estimate.ts";
import { CONTACT_MEASURES, GROUP_MEASURES, type Measure } from "../../sim/stats/measures.ts";
import { BlockMoments, type Moments, type MomentsShape } from "../../sim/stats/moments.ts";
import { normals, uniforms } from "./random.ts";

// Counters 0 to 3 of a made-up day; the measures below use them in every way the real ones do.
const mean: Measure = { says: "a mean", unit: "contacts", of: [[0, 1]] };
const scaled: Measure = { says: "a mean in other units", unit: "hours", of: [[0, 1 / 3600]] };
const ratio: Measure = { says: "a ratio", unit: "share", of: [[0, 1]], per: [[1, 1]] };
const difference: Measure = { says: "over a difference", unit: "share", of: [[0, 1]], per: [[1, 1], [2, -1]] };
const shared: Measure = { says: "a sum over what is in it", unit: "share", of: [[0, 1], [2, 1]], per: [[0, 1], [3, 1]] };
const measures = { mean, scaled, ratio, difference, shared };

function momentsOf(days: readonly (readonly number[])[], of: Iterable<Measure> = Object.values(measures)): [MomentsShape, Moments] {
  const shape: MomentsShape = { cells: 1, counters: days[0].length, pairs: pairsOf(of), followMain: [] };
  const block = new BlockMoments(shape);
  for (const day of days) block.add({ main: new Float64Array(1), detailed: new Uint8Array([1]), counters: Float64Array.from(day) });
  return [shape, block.take()];
}

const estimateOf = (measure: Measure, days: readonly (readonly number[])[]) => {
  const [shape, moments] = momentsOf(days);
  return estimatorOf(measure, shape)(moments, 0);
};

/** What a measure sums up on one day: numerator and denominator. */
const partsOf = ({ of, per }: Measure, day: readonly number[]): [number, number] => {
  const sum = (terms: Measure["of"]) => terms.reduce((total, [counter, factor]) => total + factor * day[counter], 0);
  return [sum(of), per ? sum(per) : 1];
};

const average = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Days on which the second counter varies and the others follow it with noise of their own. */
function randomDays(n: number, seed: string): number[][] {
  const normal = normals(seed), uniform = uniforms(`${seed} too`);
  return Array.from({ length: n }, () => {
    const offered = 600 + 60 * normal();
    return [offered * (0.7 + 0.1 * uniform()), offered, 20 + 5 * normal(), 100 * uniform()];
  });
}

const T_39 = 2.02269092; // the 97.5 % point of Student's t with 39 degrees of freedom; ours is good to 1e-7 (see studentT.test.ts)

describe("an estimate", () => {
  const days = randomDays(40, "estimate");

  test("of a mean is the days' average, with Student's t times the standard error on both sides", () => {
    const values = days.map(([x]) => x), m = average(values);
    const deviation = Math.sqrt(values.reduce((sum, x) => sum + (x - m) ** 2, 0) / 39);
    const result = estimateOf(mean, days);
    expect(result.mean).toBeCloseTo(m, 9);
    expect(result.halfWidth! / ((T_39 * deviation) / Math.sqrt(40))).toBeCloseTo(1, 7);
  });

  test("of a mean by hand: 2, 4, 4, 4, 5, 5, 7, 9 have mean 5, deviation 2.138 and, with t = 2.365, half-width 1.787", () => {
    const result = estimateOf(mean, [2, 4, 4, 4, 5, 5, 7, 9].map((x) => [x, 1, 1, 1]));
    expect(result.mean).toBe(5);
    expect(result.halfWidth).toBeCloseTo((2.364624252 * Math.sqrt(32 / 7)) / Math.sqrt(8), 6);
    expect(result.halfWidth).toBeCloseTo(1.7875, 3);
  });

  for (const [name, measure] of Object.entries(measures)) {
    test(`of ${name}: ratio of means, and the deviation of the residuals x - R y over the mean of y (the delta method, day by day)`, () => {
      const parts = days.map((day) => partsOf(measure, day)), top = average(parts.map(([x]) => x)), bottom = average(parts.map(([, y]) => y)), r = top / bottom;
      const variance = parts.reduce((sum, [x, y]) => sum + (measure.per ? x - r * y : x - top) ** 2, 0) / 39;
      const result = estimateOf(measure, days);
      expect(result.mean! / r).toBeCloseTo(1, 12);
      expect(result.halfWidth! / ((T_39 * Math.sqrt(variance / 40)) / bottom)).toBeCloseTo(1, 7);
    });
  }

  for (const [name, measure] of Object.entries({ ratio, difference, shared })) {
    test(`of ${name} is as wide as the jackknife makes it, to the order of one in the number of days`, () => {
      for (const n of [40, 400]) {
        const many = randomDays(n, `jackknife ${n}`), parts = many.map((day) => partsOf(measure, day));
        const top = parts.reduce((sum, [x]) => sum + x, 0), bottom = parts.reduce((sum, [, y]) => sum + y, 0);
        const without = parts.map(([x, y]) => (top - x) / (bottom - y)), centre = average(without);
        const jackknife = Math.sqrt(((n - 1) / n) * without.reduce((sum, r) => sum + (r - centre) ** 2, 0));
        const { halfWidth } = estimateOf(measure, many), t = n === 40 ? T_39 : 1.965927296; // t with 399 degrees
        expect(Math.abs(halfWidth! / (t * jackknife) - 1)).toBeLessThan(3 / n);
      }
    });
  }

  test("of a ratio that is the same on all days has no width, however the days differ", () => {
    const { mean: r, halfWidth } = estimateOf(ratio, randomDays(50, "same").map(([, y]) => [y / 4, y, 0, 0]));
    expect(r).toBeCloseTo(0.25, 14);
    expect(halfWidth).toBeLessThan(1e-8);
    const ones = estimateOf(ratio, randomDays(50, "ones").map(([, y]) => [Math.round(y), Math.round(y), 0, 0]));
    expect(ones).toEqual({ mean: 1, halfWidth: 0 });
  });

  test("weighs the days by what was offered: it is no average of the days' own ratios", () => {
    expect(estimateOf(ratio, [[0, 10, 0, 0], [90, 90, 0, 0]]).mean).toBe(0.9);
  });

  test("has a null mean and no width where there is nothing to divide by", () => {
    expect(estimateOf(ratio, [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]])).toEqual({ mean: null, halfWidth: null });
    expect(estimateOf(difference, [[3, 5, 5, 0], [2, 4, 4, 0]])).toEqual({ mean: null, halfWidth: null });
    expect(estimateOf(ratio, [[0, 0, 0, 0]])).toEqual({ mean: null, halfWidth: null });
  });

  test("of a single day has its value and a null half-width", () => {
    expect(estimateOf(mean, [[7, 1, 1, 1]])).toEqual({ mean: 7, halfWidth: null });
    expect(estimateOf(ratio, [[3, 4, 0, 0]])).toEqual({ mean: 0.75, halfWidth: null });
  });

  test("of nothing but zeros is zero for certain, not null, where it is no ratio or the denominator is there", () => {
    expect(estimateOf(mean, [[0, 0, 0, 0], [0, 0, 0, 0]])).toEqual({ mean: 0, halfWidth: 0 });
    expect(estimateOf(ratio, [[0, 5, 0, 0], [0, 8, 0, 0]])).toEqual({ mean: 0, halfWidth: 0 });
  });

  test("covers the truth in about 95 % of experiments, for a ratio of counts of 30 days", () => {
    const uniform = uniforms("coverage"), experiments = 4000;
    let covered = 0;
    for (let e = 0; e < experiments; e++) {
      const sample = Array.from({ length: 30 }, () => {
        const offered = 40 + Math.floor(20 * uniform());
        let within = 0;
        for (let i = 0; i < offered; i++) if (uniform() < 0.8) within++;
        return [within, offered, 0, 0];
      });
      const { mean: r, halfWidth } = estimateOf(ratio, sample);
      if (Math.abs(r! - 0.8) <= halfWidth!) covered++;
    }
    expect(Math.abs(covered / experiments - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / experiments)); // 93.6 to 96.4 %
  });
});

describe("the pairs of counters whose products are kept", () => {
  test("are those that any measure needs, each once and in one order", () => {
    expect(pairsOf([ratio]).map(String).sort()).toEqual(["0,0", "0,1", "1,1"]);
    expect(pairsOf([mean, ratio, ratio]).length).toBe(3);
    for (const table of [CONTACT_MEASURES, GROUP_MEASURES]) {
      const pairs = pairsOf(Object.values(table)), keys = pairs.map(String);
      expect(new Set(keys).size).toBe(keys.length);
      expect(pairs.every(([a, b]) => a <= b)).toBe(true);
      for (const { of, per = [] } of Object.values<Measure>(table)) {
        const counters = [...of, ...per].map(([counter]) => counter);
        for (const a of counters) for (const b of counters) expect(keys).toContain(`${Math.min(a, b)},${Math.max(a, b)}`);
      }
    }
  });
});
