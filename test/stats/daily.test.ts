import { describe, expect, test } from "vitest";
import { countAtLeast, percentile, percentileInterval, sortedDays, wilson } from "../../sim/stats/daily.ts";
import { lnGamma } from "../random/goodnessOfFit.ts";
import { uniforms } from "./random.ts";

const of = (...values: number[]) => Float64Array.from(values);

describe("a percentile of the days", () => {
  test("is that of type 7, by hand: a place p (n - 1) along the sorted values, on the straight line between two", () => {
    expect(percentile(of(1, 2, 3, 4), 0.25)).toBe(1.75);
    expect(percentile(of(1, 2, 3, 4), 0.5)).toBe(2.5);
    expect(percentile(of(1, 2, 3, 4), 0.9)).toBeCloseTo(3.7, 12);
    expect(percentile(of(10, 20, 40), 0.5)).toBe(20);
    expect(percentile(of(10, 20, 40), 0.75)).toBe(30);
    expect(percentile(of(10, 20, 40), 0.1)).toBe(12);
  });

  test("is the published answer of Excel's and R's manuals", () => {
    expect(percentile(of(1, 2, 3, 4), 0.3)).toBeCloseTo(1.9, 12); // Microsoft, PERCENTILE.INC: =PERCENTILE.INC(A2:A5,0.3) of 1, 3, 2, 4
    expect(percentile(of(1, 2, 4, 7, 8, 9, 10, 12), 0.25)).toBe(3.5); // Microsoft, QUARTILE.INC
  });

  test("is the least and the largest value at 0 and 1, and the value itself where there is one", () => {
    expect(percentile(of(3, 5, 9), 0)).toBe(3);
    expect(percentile(of(3, 5, 9), 1)).toBe(9);
    for (const p of [0, 0.05, 0.5, 1]) expect(percentile(of(0.8), p)).toBe(0.8);
  });

  test("never falls as the share grows", () => {
    const uniform = uniforms("grows"), sorted = Float64Array.from({ length: 37 }, uniform).sort();
    for (let p = 0, last = -1; p <= 1; p += 1 / 512) {
      const value = percentile(sorted, p);
      expect(value).toBeGreaterThanOrEqual(last);
      last = value;
    }
  });
});

describe("the interval of a percentile", () => {
  /** P(from <= B <= to) of a binomial, summed up term by term. */
  function binomialBetween(n: number, p: number, from: number, to: number): number {
    let sum = 0;
    for (let k = from; k <= to; k++) {
      sum += Math.exp(lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1) + k * Math.log(p) + (n - k) * Math.log(1 - p));
    }
    return sum;
  }

  for (const [n, p] of [[100, 0.1], [100, 0.5], [200, 0.05], [200, 0.9], [1000, 0.95], [400, 0.25]]) {
    test(`of ${n} days and share ${p} covers the truth in at least 95 % of experiments, just as often as the binomial says (98.6 % at most here: values come whole)`, () => {
      const uniform = uniforms(`interval ${n} ${p}`), experiments = 3000;
      let covered = 0;
      for (let e = 0; e < experiments; e++) {
        const interval = percentileInterval(Float64Array.from({ length: n }, uniform).sort(), p);
        if (interval![0] <= p && p <= interval![1]) covered++; // of uniforms the share p itself is the truth
      }
      // Which two of the sorted values it takes shows on 0, 1, 2, ...; they cover when the number below the truth lies between.
      const [low, high] = percentileInterval(Float64Array.from({ length: n }, (_, i) => i), p)!;
      const exact = binomialBetween(n, p, low + 1, high);
      expect(exact).toBeGreaterThan(0.945);
      expect(exact).toBeLessThan(0.99);
      expect(Math.abs(covered / experiments - exact)).toBeLessThan(4.5 * Math.sqrt((exact * (1 - exact)) / experiments));
    });
  }

  test("holds the percentile, and is null with too few days to say", () => {
    const uniform = uniforms("holds");
    for (const n of [1, 2, 5, 10, 20, 50, 100, 333]) {
      const sorted = Float64Array.from({ length: n }, uniform).sort();
      for (const p of [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]) {
        const interval = percentileInterval(sorted, p);
        if (interval === null) {
          expect(Math.min(n * p, n * (1 - p))).toBeLessThan(6); // what the normal approximation asks for is a good 4 on each side
        } else {
          expect(interval[0]).toBeLessThanOrEqual(percentile(sorted, p));
          expect(interval[1]).toBeGreaterThanOrEqual(percentile(sorted, p));
        }
      }
    }
    expect(percentileInterval(of(1), 0.5)).toBeNull();
    expect(percentileInterval(Float64Array.from({ length: 40 }, (_, i) => i), 0.05)).toBeNull();
  });
});

describe("the interval of a chance", () => {
  test("is that of Newcombe's table (Statistics in Medicine 17, 1998, table I, method 3)", () => {
    for (const [hits, n, low, high] of [[81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718]]) {
      const interval = wilson(hits, n);
      expect(Math.abs(interval[0] - low), `${hits} of ${n}`).toBeLessThan(0.000_051);
      expect(Math.abs(interval[1] - high), `${hits} of ${n}`).toBeLessThan(0.000_051);
    }
  });

  test("holds the chances at which what was seen lies just 1.96 standard errors away: what Wilson solved for", () => {
    for (const [hits, n] of [[1, 10], [5, 10], [37, 40], [800, 1000], [3, 4000]]) {
      for (const p of wilson(hits, n)) expect(Math.abs(hits / n - p) / Math.sqrt((p * (1 - p)) / n)).toBeCloseTo(1.959963984540054, 8);
    }
  });

  test("begins at exactly 0 when nothing was seen and ends at exactly 1 when it was seen every time", () => {
    for (const n of [1, 7, 1000]) {
      expect(wilson(0, n)[0]).toBe(0);
      expect(wilson(n, n)[1]).toBe(1);
      expect(wilson(n, n)[0]).toBeCloseTo(1 - wilson(0, n)[1], 14);
    }
  });

  test("stays between 0 and 1 and holds what was seen", () => {
    for (let n = 1; n <= 60; n++) {
      for (let hits = 0; hits <= n; hits++) {
        const [low, high] = wilson(hits, n);
        expect(low >= 0 && low <= hits / n && hits / n <= high && high <= 1, `${hits} of ${n}`).toBe(true);
      }
    }
  });
});

describe("the days", () => {
  test("are sorted, and those on which nobody came are left out", () => {
    expect(Array.from(sortedDays(of(0.8, NaN, 0.1, 1, NaN, 0)))).toEqual([0, 0.1, 0.8, 1]);
    expect(sortedDays(of(NaN, NaN)).length).toBe(0);
    expect(sortedDays(of()).length).toBe(0);
    expect(Array.from(sortedDays(of(0.5)))).toEqual([0.5]);
  });

  test("that reach the target are counted as one by one, a day just at it among them", () => {
    const uniform = uniforms("count");
    for (let run = 0; run < 300; run++) {
      const sorted = Float64Array.from({ length: Math.floor(40 * uniform()) }, () => Math.floor(10 * uniform()) / 10).sort();
      for (const target of [0, 0.1, 0.3, 0.5, 0.55, 0.9, 1]) expect(countAtLeast(sorted, target)).toBe(sorted.filter((level) => level >= target).length);
    }
    expect(countAtLeast(of(0.79, 0.8, 0.8, 0.81), 0.8)).toBe(3);
    expect(countAtLeast(of(480 / 600), 0.8)).toBe(1);
  });
});
