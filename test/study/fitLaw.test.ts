import { expect, test } from "vitest";
import { fitLaw, fitLaws, survivalOf, type FittedName } from "../../sim/study/fitLaw.ts";
import { maximum } from "../../sim/study/maximum.ts";
import type { Times } from "../../sim/stats/kaplanMeier.ts";
import { normals, uniforms } from "../stats/random.ts";
import { timesOf } from "../stats/times.ts";

const REMISSION = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";

/** Where a falling function crosses 0. */
function root(of: (x: number) => number, low: number, high: number): number {
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (of(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const sum = (times: Times, which: "events" | "censored" | "both", of: (time: number) => number): number =>
  times.at.reduce((all, time, i) => all + ((which === "censored" ? 0 : times.events[i]) + (which === "events" ? 0 : times.censored[i])) * of(time), 0);

test("the exponential law's mean is all time divided by the events, with its own standard error", () => {
  const fitted = fitLaw("exponential", timesOf(REMISSION))!; // 359 weeks, 9 relapses
  expect(fitted.mean.value).toBeCloseTo(359 / 9, 6);
  expect(fitted.mean.halfWidth! / 1.959964).toBeCloseTo(359 / 9 / 3, 2); // mean / root of the events
  expect(fitted.logLikelihood).toBeCloseTo(-9 * Math.log(359 / 9) - 9, 6);
});

test("the Weibull law solves its likelihood equations, found by bisection (Lawless, Statistical Models and Methods for Lifetime Data, section 5.2)", () => {
  const times = timesOf(REMISSION), events = sum(times, "events", () => 1);
  const shape = root((k) => events / k + sum(times, "events", Math.log) - (events * sum(times, "both", (t) => t ** k * Math.log(t))) / sum(times, "both", (t) => t ** k), 0.2, 10);
  const { law } = fitLaw("weibull", times)!;
  if (law.distribution !== "weibull") throw new Error("another law");
  expect(law.shape).toBeCloseTo(shape, 4);
  expect(law.scale).toBeCloseTo((sum(times, "both", (t) => t ** shape) / events) ** (1 / shape), 3);
});

test("the lognormal law of uncensored times has the mean and spread of their logarithms", () => {
  const times = timesOf("40 55 61 61 90 130 200 410"), mu = sum(times, "events", Math.log) / 8, variance = sum(times, "events", (t) => (Math.log(t) - mu) ** 2) / 8;
  const fitted = fitLaw("lognormal", times)!;
  expect(fitted.mean.value).toBeCloseTo(Math.exp(mu + variance / 2), 3);
  expect(fitted.cv.value).toBeCloseTo(Math.sqrt(Math.expm1(variance)), 5);
});

test("the gamma law of uncensored times has their mean, and the shape whose ln - digamma is theirs (Choi & Wette 1969)", () => {
  const times = timesOf("40 55 61 61 90 130 200 410"), mean = sum(times, "events", (t) => t) / 8, gap = Math.log(mean) - sum(times, "events", Math.log) / 8;
  const digamma = (x: number): number => (x < 12 ? digamma(x + 1) - 1 / x : Math.log(x) - 1 / (2 * x) - 1 / (12 * x ** 2) + 1 / (120 * x ** 4) - 1 / (252 * x ** 6));
  const shape = root((k) => Math.log(k) - digamma(k) - gap, 0.05, 100), fitted = fitLaw("gamma", times)!;
  expect(fitted.mean.value).toBeCloseTo(mean, 4);
  expect(fitted.cv.value).toBeCloseTo(1 / Math.sqrt(shape), 5);
});

/** Whole seconds of a law's times, cut off at random. */
function draw(name: FittedName, seed: string, count: number): Times {
  const uniform = uniforms(seed), normal = normals(`${seed} n`), rows = new Map<number, [number, number]>();
  for (let i = 0; i < count; i++) {
    const time = name === "lognormal" ? Math.exp(5 + 0.7 * normal()) : name === "gamma" ? -90 * Math.log(uniform()) - 90 * Math.log(uniform()) : name === "weibull" ? 200 * (-Math.log(uniform())) ** (1 / 1.5) : -180 * Math.log(uniform());
    const cut = -250 * Math.log(uniform()), second = Math.round(Math.min(time, cut));
    if (second === 0) continue;
    const row = rows.get(second) ?? [0, 0];
    row[time <= cut ? 0 : 1]++;
    rows.set(second, row);
  }
  const sorted = [...rows].sort(([a], [b]) => a - b);
  return { at: Float64Array.from(sorted, ([at]) => at), events: Float64Array.from(sorted, ([, [events]]) => events), censored: Float64Array.from(sorted, ([, [, censored]]) => censored) };
}

const TRUE_MEANS: Readonly<Record<FittedName, number>> = { exponential: 180, lognormal: Math.exp(5 + 0.245), gamma: 180, weibull: 200 * 0.9027452929509336 }; // gamma(1 + 2/3)

test.each(Object.entries(TRUE_MEANS))("of censored %s times, in whole seconds, mean and interval come back over 40 seeds", (name, mean) => {
  const fits = Array.from({ length: 40 }, (_, seed) => fitLaw(name as FittedName, draw(name as FittedName, `${name} ${seed}`, 1500), 0.5)!); // the entries are the record's own keys
  const z = fits.map(({ mean: { value, halfWidth } }) => (value - mean) / (halfWidth! / 1.96)), average = z.reduce((all, each) => all + each, 0) / z.length;
  expect(Math.abs(average)).toBeLessThan(3 / Math.sqrt(40)); // unbiased
  const square = z.reduce((all, each) => all + each * each, 0) / z.length;
  expect(square).toBeGreaterThan(1 - 3 * Math.sqrt(2 / 40)); // and the interval as wide as the estimates scatter
  expect(square).toBeLessThan(1 + 3 * Math.sqrt(2 / 40));
});

test.each(["exponential", "lognormal", "gamma", "weibull"] as const)("of many %s times that law is chosen", (name) => {
  const [best] = fitLaws(["exponential", "lognormal", "gamma", "weibull"], draw(name, `choice ${name}`, 20_000), 0.5);
  expect(best.law.distribution).toBe(name);
  expect(best.distance).toBeLessThan(0.02);
  expect(survivalOf(best, 0)).toBe(1);
});

test("too few times give no law", () => {
  expect(fitLaw("gamma", timesOf("5 7+ 9+"))).toBeNull();
  expect(fitLaw("exponential", timesOf("5 5 5"))).toBeNull();
});

test("a maximum is found, with the curvature there", () => {
  const top = maximum(([x, y]) => -((x - 3) ** 2) - 2 * (y + 1) ** 2 - (x - 3) * (y + 1), [0, 0]);
  expect(top.at[0]).toBeCloseTo(3, 5);
  expect(top.at[1]).toBeCloseTo(-1, 5);
  expect(top.covariance[0][0]).toBeCloseTo(4 / 7, 4); // the inverse of [[2, 1], [1, 4]]
});
