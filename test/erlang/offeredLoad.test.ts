import { describe, expect, test } from "vitest";
import { infiniteServerLoad, meanHandleTime, meanLoads } from "../../sim/erlang/offeredLoad.ts";
import type { Law } from "../../sim/scenario/law.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { simulate } from "../../sim/study/run.ts";
import { expectNear } from "../known/expectNear.ts";

const exponential = (mean: number): Law => ({ distribution: "exponential", mean });
const plain = (rates: readonly number[], handleTime: Law) => ({ rates, handleTime, handleTimeFactor: 1 });

describe("the load from an empty start", () => {
  test("at a constant rate rises to rate x handle time, by 1 - exp(-t / handle time)", () => {
    const load = infiniteServerLoad(plain([0.02, 0.02, 0.02, 0.02], exponential(330)), 1800);
    for (const t of [0, 1, 60, 900, 1800, 2000, 5400, 7200]) expect(load(t)).toBeCloseTo(0.02 * 330 * -Math.expm1(-t / 330), 12);
  });

  test("falls exponentially when nobody comes any more", () => {
    const load = infiniteServerLoad(plain([0.05, 0, 0], exponential(1200)), 1800), closing = load(1800);
    for (const t of [1800, 2400, 3600, 5400, 9000]) expect(load(t)).toBeCloseTo(closing * Math.exp((1800 - t) / 1200), 12);
  });

  test("with a fixed handle time counts the arrivals of the last handle time", () => {
    const rates = [0.01, 0.04, 0.02, 0.08], load = infiniteServerLoad(plain(rates, { distribution: "deterministic", mean: 2700 }), 1800);
    const arrivals = (t: number) => rates.reduce((sum, rate, i) => sum + rate * Math.min(1800, Math.max(0, t - 1800 * i)), 0);
    for (const t of [100, 1800, 2700, 3000, 4500, 5000, 7200, 8000, 9900]) expect(load(t)).toBeCloseTo(arrivals(t) - arrivals(t - 2700), 10);
  });

  test("with two exponential stages follows their two equations, solved step by step", () => {
    const rates = [0.03, 0.07, 0.01], stage = 1 / 300, load = infiniteServerLoad(plain(rates, { distribution: "gamma", mean: 600, cv: Math.SQRT1_2 }), 1800);
    let [first, second] = [0, 0];
    const step = 0.5;
    for (let t = 0; t < 5400; t += step) { // midpoint rule: error of the order of (step / 300)^2 / 6
      const rate = rates[Math.floor(t / 1800)], half = [first + (step / 2) * (rate - stage * first), second + (step / 2) * stage * (first - second)];
      [first, second] = [first + step * (rate - stage * half[0]), second + step * stage * (half[0] - half[1])];
      if ((t + step) % 600 === 0) expect(load(t + step)).toBeCloseTo(first + second, 4);
    }
  });
});

/**
 * Eick, Massey and Whitt, "M_t/G/infinity queues with sinusoidal arrival rates" (1993): a rate of mean + swing sin(c t) gives the
 * load mean E[S] + swing E[S] (sin(c t) E cos(c Se) - cos(c t) E sin(c Se)), where Se has the density P(S > t) / E[S].
 */
describe("a rate that swings as a sine", () => {
  const period = 7200, c = (2 * Math.PI) / period, mean = 0.05, swing = 0.03, periods = 4;
  const rates = (interval: number) => Array.from({ length: (periods * period) / interval }, (_, i) => mean + (swing * (Math.cos(c * i * interval) - Math.cos(c * (i + 1) * interval))) / (c * interval));
  const worst = (law: Law, interval: number, published: (t: number) => number) => {
    const load = infiniteServerLoad(plain(rates(interval), law), interval);
    return Math.max(...Array.from({ length: 40 }, (_, k) => Math.abs(load(period * (periods - 1 + k / 40)) - published(period * (periods - 1 + k / 40)))));
  };

  test.each<[string, Law, (t: number) => number]>([
    ["exponential", exponential(300), (t) => mean * 300 + (swing * 300 * (Math.sin(c * t) - c * 300 * Math.cos(c * t))) / (1 + (c * 300) ** 2)],
    ["deterministic", { distribution: "deterministic", mean: 1200 }, (t) => mean * 1200 + (swing * 2 * Math.sin(c * 600) * Math.sin(c * (t - 600))) / c],
  ])("gives the published load, %s handle times; halving the steps of the rate quarters the error", (_, law, published) => {
    const [coarse, fine] = [worst(law, 120, published), worst(law, 60, published)];
    expect(fine).toBeLessThan((1.05 * swing * c * 60 ** 2) / 12); // of a rate in steps, where it is steepest
    expect(coarse / fine).toBeGreaterThan(3.5);
  });

  test("the peak of the load comes after the peak of the rate, later and flatter the longer the handle time", () => {
    const peak = (handleTime: number) => {
      const load = infiniteServerLoad(plain(rates(60), exponential(handleTime)), 60), times = Array.from({ length: 120 }, (_, k) => period * (periods - 1) + k * 60);
      const [at, high] = times.map((t) => [t, load(t)]).reduce((best, each) => (each[1] > best[1] ? each : best));
      return { after: (at % period) - period / 4, above: high / (mean * handleTime) - 1 };
    };
    const short = peak(120), long = peak(1800);
    expect(short.after).toBeCloseTo(Math.atan(c * 120) / c, -2.1); // published: by arctan(c E[S]) / c, here to a minute
    expect(long.after).toBeGreaterThan(short.after);
    expect(long.above).toBeLessThan(short.above);
  });
});

test("with an agent for everybody, the simulation is as busy as the mean load of each interval says, for every law", () => {
  const laws: [string, Law][] = [
    ["{ distribution: lognormal, mean: 20m, cv: 1.2 }", { distribution: "lognormal", mean: 1200, cv: 1.2 }],
    ["{ distribution: weibull, shape: 0.7, scale: 15m }", { distribution: "weibull", shape: 0.7, scale: 900 }],
    ["{ distribution: uniform, from: 2m, to: 30m }", { distribution: "uniform", from: 120, to: 1800 }],
    ["{ distribution: deterministic, mean: 25m }", { distribution: "deterministic", mean: 1500 }],
  ];
  for (const [text, handleTime] of laws) {
    const { intervals } = simulate(parseScenario(`
opening: { from: "09:00", to: "12:00" }
interval: 30m
contacts: { calls: { ratesPerHour: [12, 40, 80, 10, 0, 60], handleTime: ${text}, patience: never, answerWithin: 20s, target: 80% } }
groups: { all: { answers: { calls: { handleTimeFactor: 1.5 } }, agents: 400 } }
`), { days: 2000, seed: "load" });
    const expected = meanLoads({ rates: [12, 40, 80, 10, 0, 60].map((rate) => rate / 3600), handleTime, handleTimeFactor: 1.5 }, 1800);
    intervals.forEach(({ groups }, i) => expectNear(groups.all.busyHours, expected[i] / 2, `${text}, interval ${i}`));
  }
});

test("the mean handle time takes the factor along", () => {
  expect(meanHandleTime({ handleTime: { distribution: "uniform", from: 60, to: 180 }, handleTimeFactor: 1.5 })).toBe(180);
});
