import { describe, expect, test } from "vitest";
import { differenceOf, dayRatio, type DayRatio } from "../../sim/stats/paired.ts";
import { ruledOut } from "../../sim/stats/pairedBest.ts";
import { studentT95 } from "../../sim/stats/studentT.ts";
import { DayKeeper } from "../../sim/study/compareDays.ts";
import type { WayRan } from "../../sim/study/compareKinds.ts";
import { ratioOf } from "../../sim/study/compareMeasures.ts";
import { exactDay } from "../../sim/study/exact.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import type { StudyMeasure } from "../../sim/scenario/studyMeasures.ts";
import { normals, uniforms } from "./random.ts";

const two = (days: number, label: string) => {
  const next = uniforms(label), list = () => Float64Array.from({ length: days }, () => 5 + 10 * next());
  return { x: list(), y: list(), u: list(), v: list() };
};

describe("a paired difference", () => {
  test("has the variance that the covariances of all four counters give", () => {
    const days = 50, { x, y, u: noise, v } = two(days, "four"), u = noise.map((value, i) => value + x[i]);
    const mean = (a: Float64Array) => a.reduce((sum, value) => sum + value, 0) / days;
    const covariance = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + (value - mean(a)) * (b[i] - mean(b)), 0) / (days - 1);
    // Gradient of x/y - u/v, times the covariance matrix: the delta method written out.
    const gradient = [1 / mean(y), -mean(x) / mean(y) ** 2, -1 / mean(v), mean(u) / mean(v) ** 2], all = [x, y, u, v];
    const variance = gradient.reduce((sum, a, i) => sum + gradient.reduce((row, b, j) => row + a * b * covariance(all[i], all[j]), 0), 0);
    const difference = differenceOf(dayRatio(x, y), dayRatio(u, v));
    expect(difference.mean).toBeCloseTo(mean(x) / mean(y) - mean(u) / mean(v), 12);
    expect(difference.halfWidth).toBeCloseTo(studentT95(days - 1) * Math.sqrt(variance / days), 12);
  });

  test("of a run with itself is nothing, and of constants is exact", () => {
    const { x, y } = two(20, "one"), constant = new Float64Array(20).fill(0.1);
    expect(differenceOf(dayRatio(x, y), dayRatio(x, y))).toEqual({ mean: 0, halfWidth: 0, timesMoreDays: null });
    expect(differenceOf(dayRatio(constant), dayRatio(new Float64Array(20)))).toEqual({ mean: 0.1, halfWidth: 0, timesMoreDays: null });
  });

  test("of days that have nothing in common is about as wide as that of two independent means", () => {
    // Of 3,000 days: their chance correlation has a standard error of 1.8 %, and so has the ratio of the variances.
    const { x, u } = two(3000, "apart"), own = (values: Float64Array) => differenceOf(dayRatio(values), dayRatio(new Float64Array(3000))).halfWidth!;
    const { halfWidth, timesMoreDays } = differenceOf(dayRatio(x), dayRatio(u));
    expect(Math.abs((halfWidth! / Math.hypot(own(x), own(u))) ** 2 - 1)).toBeLessThan(4 * 0.018);
    expect(Math.abs(timesMoreDays! - 1)).toBeLessThan(4 * 0.019);
  });

  test("is null where there is nothing to divide by, and has no half-width on one day", () => {
    const none = new Float64Array(5);
    expect(differenceOf(dayRatio(none, none), dayRatio(none, none)).mean).toBeNull();
    expect(differenceOf(dayRatio(Float64Array.of(3)), dayRatio(Float64Array.of(1)))).toMatchObject({ mean: 2, halfWidth: null });
  });
});

const day = (agents: number, mean: string) => parseScenario(`
opening: { from: "09:00", to: "11:00" }
interval: 60m
contacts:
  calls: { ratesPerHour: [50, 40], handleTime: { distribution: exponential, mean: ${mean} }, patience: { distribution: exponential, mean: 3m }, answerWithin: 20s, target: 80% }
groups: { all: { answers: [calls], agents: ${agents} } }
`, "day");

// Two ways of working with exact answers: the true difference is known without simulating.
const FIRST = day(5, "4m"), SECOND = day(5, "4m30s"), DAYS = 40;
const MEASURES: readonly StudyMeasure[] = ["serviceLevel", "abandonmentRate", "averageWait", "answered", "occupancy"];
const truth = (measure: StudyMeasure) => {
  const [a, b] = [FIRST, SECOND].map((scenario) => { const { total, groups: { all } } = exactDay(scenario); return { ...all, ...total }[measure as "serviceLevel"].mean!; });
  return a - b;
};

function coverage(runs: number, label: string, paired = true): Record<string, number> {
  const keeper = new DayKeeper(), covered = Object.fromEntries(MEASURES.map((measure) => [measure, 0])), truths = MEASURES.map(truth);
  for (let run = 0; run < runs; run++) {
    const kept = [FIRST, SECOND].map((scenario, i): WayRan => {
      const job = { scenario, days: DAYS, seed: paired ? `${label} ${run}` : `${label} ${run} ${i}`, keepDays: true };
      return { scenario, kinds: [{ name: "day", times: 1, scenario, ...keeper.simulate(job) }] };
    });
    MEASURES.forEach((measure, i) => {
      const { mean, halfWidth } = differenceOf(ratioOf(measure, kept[0]), ratioOf(measure, kept[1]));
      if (Math.abs(mean! - truths[i]) <= halfWidth!) covered[measure]++;
    });
  }
  return Object.fromEntries(MEASURES.map((measure) => [measure, covered[measure] / runs]));
}

describe("the 95 % interval of a difference holds the exact one", () => {
  test.each([["paired", true], ["with seeds of their own", false]] as const)("in about 95 % of 500 studies of 40 days, %s", (_, paired) => {
    // A standard error is 0.97 points; four of them below.
    for (const [measure, share] of Object.entries(coverage(500, "short", paired))) expect(share, measure).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / 500));
  }, 60_000);

  test.runIf(process.env.CALLHALL_LONG)("in 94 to 96 % of 6,000 studies of 40 days", () => {
    const covered = coverage(6000, "long");
    process.stderr.write(`${JSON.stringify(covered)}\n`);
    for (const [measure, share] of Object.entries(covered)) {
      expect(share, measure).toBeGreaterThanOrEqual(0.94); // a standard error is 0.28 points
      expect(share, measure).toBeLessThanOrEqual(0.96);
    }
  }, 1_200_000);
});

describe("ruling out", () => {
  /** Ways with one luck of the day in common and some of their own. */
  const ways = (means: readonly number[], run: number): DayRatio[] => {
    const normal = normals(`best ${run}`);
    const common = Array.from({ length: 30 }, normal);
    return means.map((mean) => dayRatio(Float64Array.from(common, (luck) => mean + 5 * luck + normal())));
  };

  test("spares the best in at least 95 % of studies, also where all are equal", () => {
    for (const means of [[0, 0, 0, 0], [0.1, 0, 0, 0]]) {
      let spared = 0;
      for (let run = 0; run < 2000; run++) if (!ruledOut(ways(means, run), "more")[0]) spared++;
      expect(spared / 2000).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.95 * 0.05) / 2000));
    }
  });

  test("takes away what pairing shows to be worse, in the direction asked for, and leaves out what has no value", () => {
    const some = ways([1, 0, 1], 1);
    expect(ruledOut(some, "more")).toEqual([false, true, false]);
    expect(ruledOut([...some, { mean: null, errors: new Float64Array(30) }], "more")).toEqual([false, true, false, false]);
    expect(ruledOut(some, "less")).toEqual([true, false, true]);
    expect(ruledOut(some.slice(0, 1), "more")).toEqual([false]);
  });
});
