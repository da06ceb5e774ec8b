import { describe, expect, test } from "vitest";
import { drawDurations } from "../../sim/random/durations.ts";
import { CHUNK, PURPOSE, RETRIES, Stream, streamKey } from "../../sim/random/stream.ts";
import type { Law } from "../../sim/scenario/schema.ts";
import { correlationScore, describeSample, gammaP, HARDLY_EVER, kolmogorovTest, lnGamma, normalCdf } from "./goodnessOfFit.ts";

const N = 100_000;

/** The first n durations of a day. */
function durations(law: Law, n: number, day = 0): Float64Array {
  const key = streamKey("durations", "calls"), stream = new Stream(), retries = new Stream(), out = new Float64Array(n);
  stream.restart(key, PURPOSE.handleTime, day);
  retries.restart(key, PURPOSE.handleTime ^ RETRIES, day);
  drawDurations(law, stream, retries, out, 0, n);
  return out;
}

interface Truth {
  readonly mean: number;
  readonly variance: number;
  cdf(x: number): number;
}

/** Mean, variance and distribution function in closed form (Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions 1 and 2). */
function truthOf(law: Law): Truth {
  switch (law.distribution) {
    case "deterministic":
      return { mean: law.mean, variance: 0, cdf: (x) => (x < law.mean ? 0 : 1) };
    case "exponential":
      return { mean: law.mean, variance: law.mean ** 2, cdf: (x) => 1 - Math.exp(-x / law.mean) };
    case "lognormal": {
      const s2 = Math.log(1 + law.cv ** 2), mu = Math.log(law.mean) - s2 / 2;
      return { mean: law.mean, variance: (law.cv * law.mean) ** 2, cdf: (x) => (x <= 0 ? 0 : normalCdf((Math.log(x) - mu) / Math.sqrt(s2))) };
    }
    case "gamma": {
      const shape = 1 / law.cv ** 2;
      return { mean: law.mean, variance: (law.cv * law.mean) ** 2, cdf: (x) => gammaP(shape, (shape * x) / law.mean) };
    }
    case "weibull": {
      const g = (k: number) => Math.exp(lnGamma(1 + k / law.shape));
      return { mean: law.scale * g(1), variance: law.scale ** 2 * (g(2) - g(1) ** 2), cdf: (x) => 1 - Math.exp(-((x / law.scale) ** law.shape)) };
    }
    case "uniform":
      return { mean: (law.from + law.to) / 2, variance: (law.to - law.from) ** 2 / 12, cdf: (x) => Math.min(1, Math.max(0, (x - law.from) / (law.to - law.from))) };
  }
}

const LAWS: Law[] = [
  { distribution: "exponential", mean: 330 },
  { distribution: "exponential", mean: 0.5 },
  { distribution: "lognormal", mean: 330, cv: 0.8 },
  { distribution: "lognormal", mean: 180, cv: 0.1 },
  { distribution: "lognormal", mean: 60, cv: 1.5 },
  { distribution: "gamma", mean: 330, cv: 0.5 },
  { distribution: "gamma", mean: 180, cv: 1.4 },
  { distribution: "weibull", shape: 0.6, scale: 180 },
  { distribution: "weibull", shape: 1, scale: 180 },
  { distribution: "weibull", shape: 2.5, scale: 330 },
  { distribution: "uniform", from: 120, to: 540 },
  { distribution: "uniform", from: 0, to: 60 },
];

const shown = (law: Law) => JSON.stringify(law).replaceAll('"', "").replaceAll(",", ", ");

describe("durations by a law of the scenario file", () => {
  for (const law of LAWS) {
    test(`have its mean, variance and distribution function: ${shown(law)}`, () => {
      const values = durations(law, N), truth = truthOf(law), { mean, variance, varianceError } = describeSample(values);
      expect(Math.abs(mean - truth.mean)).toBeLessThan(4.5 * Math.sqrt(truth.variance / N));
      expect(Math.abs(variance - truth.variance)).toBeLessThan(5 * varianceError);
      expect(kolmogorovTest(values, (x) => truth.cdf(x))).toBeGreaterThan(HARDLY_EVER);
      expect(Math.abs(correlationScore(values.subarray(1), values.subarray(0, N - 1)))).toBeLessThan(5);
    });

    test(`of the first contacts of many days follow it as well: ${shown(law)}`, () => {
      const values: number[] = [];
      for (let day = 0; day < 5000; day++) values.push(...durations(law, 4, day));
      expect(kolmogorovTest(values, (x) => truthOf(law).cdf(x))).toBeGreaterThan(HARDLY_EVER);
    });
  }

  test("are never negative and always finite, even at the ends of what a file may ask for", () => {
    const extremes: Law[] = [
      { distribution: "lognormal", mean: 330, cv: 10 }, { distribution: "gamma", mean: 330, cv: 10 }, { distribution: "gamma", mean: 330, cv: 0.01 },
      { distribution: "weibull", shape: 0.1, scale: 60 }, { distribution: "weibull", shape: 10, scale: 60 },
      { distribution: "lognormal", mean: 330, cv: 1e-6 }, { distribution: "exponential", mean: 86_400 },
    ];
    for (const law of extremes) {
      const values = durations(law, N);
      expect(values.every((x) => x >= 0 && x < Infinity), shown(law)).toBe(true);
      expect(kolmogorovTest(values, (x) => truthOf(law).cdf(x)), shown(law)).toBeGreaterThan(HARDLY_EVER);
    }
  });

  test("all equal the mean of the deterministic law, and take nothing from the stream", () => {
    const stream = new Stream(), out = new Float64Array(1000).fill(-1), key = streamKey("1", "calls");
    stream.restart(key, PURPOSE.handleTime, 0);
    drawDurations({ distribution: "deterministic", mean: 42.5 }, stream, stream, out, 10, 990);
    expect(out.subarray(10, 990).every((x) => x === 42.5)).toBe(true);
    expect([out[9], out[990]]).toEqual([-1, -1]);
    const fresh = new Stream();
    fresh.restart(key, PURPOSE.handleTime, 0);
    expect(stream.next()).toBe(fresh.next());
  });

  test("stay within the bounds of the uniform law", () => {
    const values = durations({ distribution: "uniform", from: 120, to: 121 }, N);
    expect(values.every((x) => x > 120 && x < 121)).toBe(true);
  });
});

describe("the nth duration belongs to contact n", () => {
  for (const law of LAWS) {
    test(`however many are drawn: ${shown(law)}`, () => {
      const all = durations(law, 3 * CHUNK + 7);
      for (const n of [1, 10, 1000, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK + 1]) expect(durations(law, n)).toEqual(all.subarray(0, n));
    });
  }

  test("so that a mean twice as large gives exactly twice the time, and any other mean that multiple of it", () => {
    const base = durations({ distribution: "exponential", mean: 165 }, 5000);
    expect(durations({ distribution: "exponential", mean: 330 }, 5000)).toEqual(base.map((x) => 2 * x));
    durations({ distribution: "exponential", mean: 500 }, 5000).forEach((x, i) => { expect(x / base[i]).toBeCloseTo(500 / 165, 12); });
    const gamma = durations({ distribution: "gamma", mean: 100, cv: 0.7 }, 5000);
    expect(durations({ distribution: "gamma", mean: 200, cv: 0.7 }, 5000)).toEqual(gamma.map((x) => 2 * x));
    const weibull = durations({ distribution: "weibull", shape: 0.6, scale: 90 }, 5000);
    expect(durations({ distribution: "weibull", shape: 0.6, scale: 180 }, 5000)).toEqual(weibull.map((x) => 2 * x));
    const lognormal = durations({ distribution: "lognormal", mean: 100, cv: 0.8 }, 5000);
    durations({ distribution: "lognormal", mean: 200, cv: 0.8 }, 5000).forEach((x, i) => { expect(x / lognormal[i]).toBeCloseTo(2, 12); });
  });

  test("so that lognormals of any mean and spread are one sequence of normals, exp(mu + sigma z) with sigma^2 = ln(1 + cv^2) and mu = ln(mean) - sigma^2 / 2", () => {
    const normalsOf = (mean: number, cv: number) => durations({ distribution: "lognormal", mean, cv }, 1000).map((x) => (Math.log(x) - Math.log(mean) + Math.log(1 + cv * cv) / 2) / Math.sqrt(Math.log(1 + cv * cv)));
    const z = normalsOf(1, 1);
    for (const [mean, cv] of [[330, 0.1], [180, 0.8], [0.5, 2], [60, 10]]) normalsOf(mean, cv).forEach((x, i) => { expect(x).toBeCloseTo(z[i], 11); });
  });

  test("so that a lognormal of another spread keeps every contact's rank, and a Weibull of shape 1 is the exponential", () => {
    const narrow = durations({ distribution: "lognormal", mean: 330, cv: 0.3 }, 2000), wide = durations({ distribution: "lognormal", mean: 330, cv: 1.2 }, 2000);
    const ranks = (values: Float64Array) => Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
    expect(ranks(wide)).toEqual(ranks(narrow));
    const exponentials = durations({ distribution: "exponential", mean: 180 }, 2000);
    durations({ distribution: "weibull", shape: 1, scale: 180 }, 2000).forEach((x, i) => { expect(x / exponentials[i]).toBeCloseTo(1, 13); });
  });
});
