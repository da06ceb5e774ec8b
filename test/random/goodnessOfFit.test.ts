import jStat from "jstat";
import { describe, expect, test } from "vitest";
import { chiSquareTail, describeSample, gammaP, kolmogorovTail, kolmogorovTest, lnGamma, normalCdf, normalTail } from "./goodnessOfFit.ts";

// jstat's own types here cover only what sim/ uses
const jstat = jStat as unknown as { gamma: { cdf(x: number, shape: number, scale: number): number }; chisquare: { inv(p: number, dof: number): number } };

describe("what the samplers are judged by", () => {
  test("ln Gamma is that of factorials and of Gamma(1/2) = sqrt(pi)", () => {
    expect(lnGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
    expect(lnGamma(0.01)).toBeCloseTo(4.599479878, 8);
  });

  test("the normal has the probabilities of the printed tables, far out too", () => {
    expect(normalCdf(1)).toBeCloseTo(0.841344746, 9);
    expect(normalCdf(-1.959963985)).toBeCloseTo(0.025, 9);
    expect(normalTail(4) / 3.167124183e-5).toBeCloseTo(1, 8);
    expect(normalTail(6) / 9.865876450e-10).toBeCloseTo(1, 8);
  });

  test("the chi-square has the points of the printed tables", () => {
    expect(chiSquareTail(3.841, 1)).toBeCloseTo(0.05, 4);
    expect(chiSquareTail(18.307, 10)).toBeCloseTo(0.05, 5);
    expect(chiSquareTail(124.342, 100)).toBeCloseTo(0.05, 5);
    expect(chiSquareTail(jstat.chisquare.inv(0.999, 255), 255)).toBeCloseTo(0.001, 8);
  });

  test("the incomplete gamma function agrees with jstat's on both sides of its mean", () => {
    for (const shape of [0.1, 0.5, 1, 6.25, 25]) {
      for (const x of [0.01, 0.5, 1, 2, 4]) expect(gammaP(shape, shape * x)).toBeCloseTo(jstat.gamma.cdf(shape * x, shape, 1), 9);
    }
  });

  test("Kolmogorov's test has the points 1.358 for 5 % and 1.628 for 1 %, and tells a uniform from a bent one", () => {
    expect(kolmogorovTail(1.3581)).toBeCloseTo(0.05, 4);
    expect(kolmogorovTail(1.6276)).toBeCloseTo(0.01, 4);
    const even = Float64Array.from({ length: 10_000 }, (_, i) => (i + 0.5) / 10_000);
    expect(kolmogorovTest(even, (x) => x)).toBe(1);
    expect(kolmogorovTest(even, (x) => x ** 1.1)).toBeLessThan(1e-6);
  });

  test("a sample's mean and variance are those of the textbook", () => {
    const { mean, variance } = describeSample([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(mean).toBe(5);
    expect(variance).toBeCloseTo(32 / 7, 12);
  });
});
