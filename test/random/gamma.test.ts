import { describe, expect, test } from "vitest";
import { dayFactor } from "../../sim/engine/luck.ts";
import { gammaOfMeanOne } from "../../sim/random/gamma.ts";
import { PURPOSE, Stream, streamKey } from "../../sim/random/stream.ts";
import { correlationScore, describeSample, gammaP, HARDLY_EVER, kolmogorovTest } from "./goodnessOfFit.ts";

const N = 400_000, FEWER = 100_000; // the distribution function costs more than the draws
// 0.01 is a handle time of cv 10, 1/9 a day factor of cv 3, 25 one of cv 0.2; below 1 and above 1 are two algorithms.
const SHAPES = [0.01, 1 / 9, 0.5, 0.99, 1, 1.5625, 6.25, 25, 400];

describe("gammas of mean 1", () => {
  for (const shape of SHAPES) {
    test(`of shape ${shape} have mean 1, variance 1 / shape and the distribution function of the law`, () => {
      const stream = new Stream();
      stream.restart(streamKey("gamma", "test"), PURPOSE.handleTime, 4);
      const values = Float64Array.from({ length: N }, () => gammaOfMeanOne(stream, shape));
      const { mean, variance } = describeSample(values);
      expect(Math.abs(mean - 1)).toBeLessThan(4.5 / Math.sqrt(N * shape));
      // The fourth central moment of a gamma is (3 + 6 / shape) times the squared variance.
      expect(Math.abs(variance * shape - 1)).toBeLessThan(5 * Math.sqrt((2 + 6 / shape) / N));
      expect(kolmogorovTest(values.subarray(0, FEWER), (x) => gammaP(shape, shape * x))).toBeGreaterThan(HARDLY_EVER);
      expect(Math.abs(correlationScore(values.subarray(1), values.subarray(0, N - 1)))).toBeLessThan(5);
    });
  }

  test("of shape 1 are exponentials in the far tail too: e^-8 of them exceed 8", () => {
    const stream = new Stream(), many = 3_000_000;
    stream.restart(streamKey("gamma", "tail"), PURPOSE.handleTime, 0);
    const excess: number[] = [];
    for (let i = 0; i < many; i++) {
      const x = gammaOfMeanOne(stream, 1);
      if (x > 8) excess.push(x - 8);
    }
    expect(Math.abs(excess.length - many * Math.exp(-8))).toBeLessThan(4.5 * Math.sqrt(many * Math.exp(-8)));
    expect(kolmogorovTest(excess, (x) => 1 - Math.exp(-x))).toBeGreaterThan(HARDLY_EVER);
  });
});

describe("the day factor", () => {
  const calls = streamKey("1", "calls"), mail = streamKey("1", "mail");

  for (const cv of [0.05, 0.2, 1, 3]) {
    test(`of cv ${cv} is a gamma of mean 1 and that cv over days, and of one type independent of another's`, () => {
      const shape = 1 / (cv * cv), days = 50_000;
      const factors = Float64Array.from({ length: days }, (_, day) => dayFactor(cv, calls, day, new Stream()));
      const { mean, variance } = describeSample(factors);
      expect(Math.abs(mean - 1)).toBeLessThan((4.5 * cv) / Math.sqrt(days));
      expect(Math.abs(variance / (cv * cv) - 1)).toBeLessThan(5 * Math.sqrt((2 + 6 / shape) / days));
      expect(kolmogorovTest(factors, (x) => gammaP(shape, shape * x))).toBeGreaterThan(HARDLY_EVER);
      const others = factors.map((_, day) => dayFactor(cv, mail, day, new Stream()));
      expect(Math.abs(correlationScore(factors, others))).toBeLessThan(5);
      for (const lag of [1, 2, 7]) expect(Math.abs(correlationScore(factors.subarray(lag), factors.subarray(0, days - lag)))).toBeLessThan(5);
    });
  }

  test("of cv 0 is exactly 1", () => {
    expect(dayFactor(0, calls, 12, new Stream())).toBe(1);
  });
});
