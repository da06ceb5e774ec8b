import { describe, expect, test } from "vitest";
import { Day } from "../../sim/engine/day.ts";
import { createDayRecord } from "../../sim/engine/dayRecord.ts";
import { WAIT_BINS, waitBin, waitBinStart } from "../../sim/engine/waitBins.ts";
import { compile } from "../../sim/model/compile.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { CURVE_SECONDS, WaitTally } from "../../sim/stats/waitPercentiles.ts";
import { simulate } from "../../sim/study/run.ts";
import { uniforms } from "./random.ts";

const scenario = parseScenario(`
opening: { from: "09:00", to: "12:00" }
interval: 30m
contacts:
  calls: { ratesPerHour: [60, 80, 90, 80, 70, 60], handleTime: { distribution: lognormal, mean: 4m, cv: 0.8 }, patience: { distribution: exponential, mean: 4m }, balking: 5%, answerWithin: 20s, target: 80%, dayToDayCv: 0.2 }
  mail: { volume: 30, profile: [1, 1, 1, 1, 1, 1], handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 10m, target: 90%, priority: -1 }
groups: { all: { answers: [calls, mail], agents: 6 } }
lines: 20
closing: drain
`, "small");

/** A tally of blocks given as waits of all contacts, 0 for those who never waited. */
function tallyOf(blocks: readonly (readonly number[])[]): WaitTally {
  const tally = new WaitTally();
  for (const waits of blocks) {
    const bins = new Float64Array(WAIT_BINS);
    for (const wait of waits) if (wait > 0) bins[waitBin(wait)]++;
    tally.add(bins, waits.length);
  }
  return tally;
}

/** The wait that a share p does not outwait, by sorting. */
function exactPercentile(waits: readonly number[], p: number): number {
  const sorted = [...waits].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length - 1e-9) - 1)];
}

describe("percentiles of the wait", () => {
  test("of a run lie in the bin of the exact percentile of the very same contacts, type by type and in all", () => {
    const DAYS = 77, model = compile(scenario), engine = new Day(model, "waits"), record = createDayRecord(model), waits: number[][] = [[], []];
    for (let day = 0; day < DAYS; day++) {
      engine.simulate(day, record);
      const { contacts } = engine;
      for (let c = 0; c < contacts.count; c++) waits[contacts.type[c]].push(contacts.wait[c]);
    }
    const result = simulate(scenario, { days: DAYS, seed: "waits" });
    const rows = [[result.types.calls, waits[0]], [result.types.mail, waits[1]], [result.total, waits.flat()]] as const;
    let positive = 0;
    for (const [{ wait }, own] of rows) {
      for (const [name, p] of [["p50", 0.5], ["p90", 0.9], ["p99", 0.99]] as const) {
        const exact = exactPercentile(own, p), ours = wait[name]!;
        if (exact === 0) { expect(ours).toBe(0); continue; }
        positive++;
        expect(ours).toBeGreaterThanOrEqual(waitBinStart(waitBin(exact)));
        expect(ours).toBeLessThanOrEqual(waitBinStart(waitBin(exact) + 1));
        expect(Math.abs(ours - exact)).toBeLessThanOrEqual(Math.max(1 / 32, exact * 0.016));
      }
      // The curve counts the very same contacts: no estimate, so equal to the last bit.
      expect(wait.curve.seconds).toBe(CURVE_SECONDS);
      expect(wait.curve.waitingLonger).toEqual(CURVE_SECONDS.map((seconds) => own.filter((s) => (seconds === 0 ? s > 0 : s >= seconds)).length / own.length));
    }
    expect(positive).toBeGreaterThan(6); // the scenario is busy enough for the comparison to mean something
  });

  test("have a curve beside them whose points are where bins begin, and which is empty when nobody came", () => {
    for (const seconds of CURVE_SECONDS) expect(waitBinStart(waitBin(seconds))).toBe(seconds);
    expect([...CURVE_SECONDS]).toEqual([...CURVE_SECONDS].sort((a, b) => a - b));
    const curve = tallyOf([[0, 0, 10, 100], [0, 30, 40, 5000]]).curve(), at = (seconds: number) => curve[CURVE_SECONDS.indexOf(seconds)];
    expect([0, 10, 12, 100, 110, 3840].map(at)).toEqual([5 / 8, 5 / 8, 4 / 8, 2 / 8, 1 / 8, 1 / 8]);
    expect(tallyOf([[], []]).curve()).toEqual([]);
  });

  test("by hand: of four who wait 0, 0, 10 and 100 s, half do not wait, and nine in ten wait at most about 100 s", () => {
    const tally = tallyOf([[0, 0, 10, 100]]);
    expect(tally.percentile(0.5)).toBe(0);
    expect(tally.percentile(0.51)).toBeGreaterThanOrEqual(10);
    expect(tally.percentile(0.51)).toBeLessThanOrEqual(10.16);
    expect(tally.percentile(0.9)).toBeGreaterThanOrEqual(100);
    expect(tally.percentile(0.9)).toBeLessThanOrEqual(101.6);
  });

  test("are 0 where just the share asked for does not wait at all, whatever 1 - 0.9 is in doubles", () => {
    for (const [p, n] of [[0.9, 10], [0.9, 20], [0.9, 50], [0.99, 100], [0.5, 2], [0.9, 1000]]) {
      const late = Math.round(n * (1 - p)), tally = tallyOf([[...Array<number>(n - late).fill(0), ...Array<number>(late).fill(100)]]);
      expect(tally.percentile(p), `${late} of ${n} wait`).toBe(0);
    }
  });

  test("never fall as the share grows", () => {
    const uniform = uniforms("wait"), tally = tallyOf(Array.from({ length: 5 }, () => Array.from({ length: 200 }, () => (uniform() < 0.4 ? 0 : 300 * uniform() ** 2))));
    for (let p = 0, last = 0; p <= 1; p += 1 / 256) {
      const seconds = tally.percentile(p)!;
      expect(seconds).toBeGreaterThanOrEqual(last);
      last = seconds;
    }
    expect(tally.percentile(1)).toBeLessThanOrEqual(300 * 1.016);
  });

  test("are null when nobody came and 0 when nobody waited", () => {
    expect(tallyOf([[], []]).percentile(0.5)).toBeNull();
    expect(tallyOf([[], [], [], []]).interval(0.5)).toBeNull();
    expect(tallyOf([[0, 0, 0]]).percentile(0.99)).toBe(0);
    expect(tallyOf([[0, 0], [0, 0], [0, 0]]).interval(0.9)).toEqual([0, 0]);
  });

  test("have no interval from fewer than three blocks", () => {
    expect(tallyOf([[1, 2, 3], [2, 3, 4]]).interval(0.5)).toBeNull();
    expect(tallyOf([[1, 2, 3], [2, 3, 4], [3, 4, 5]]).interval(0.5)).not.toBeNull();
  });

  test("lie within their interval, which is no wider than two bins when all blocks are alike", () => {
    const uniform = uniforms("within"), block = Array.from({ length: 400 }, () => 100 * uniform());
    const alike = tallyOf(Array.from({ length: 8 }, () => block));
    for (const p of [0.5, 0.9, 0.99]) {
      const [low, high] = alike.interval(p)!, seconds = alike.percentile(p)!;
      expect(high).toBeLessThanOrEqual(waitBinStart(waitBin(low) + 2));
      expect(low <= seconds && seconds <= high).toBe(true);
    }
    const different = tallyOf(Array.from({ length: 8 }, () => Array.from({ length: 400 }, () => -100 * Math.log(1 - uniform()))));
    for (const p of [0.5, 0.9, 0.99]) {
      const [low, high] = different.interval(p)!, seconds = different.percentile(p)!;
      expect(low).toBeLessThan(seconds);
      expect(high).toBeGreaterThan(seconds);
    }
  });

  test("have an interval with some width, too, where they lie in the bin of the very longest waits", () => {
    // Uniform on 0 to 100 s: the last bin, 99 s to 100 s, holds the 99 % point. Blocks differ in how many wait beyond it.
    const uniform = uniforms("topmost"), tally = tallyOf(Array.from({ length: 8 }, () => Array.from({ length: 400 }, () => 100 * uniform())));
    const [low, high] = tally.interval(0.99)!, seconds = tally.percentile(0.99)!;
    expect(low).toBeLessThan(seconds);
    expect(high).toBeGreaterThan(seconds);
  });

  for (const [p, truth] of [[0.5, 100 * Math.log(1.2)], [0.9, 100 * Math.log(6)]] as const) {
    test(`cover the truth with their interval in 95 % of experiments or a little more: share ${p}, 16 blocks that differ in size and in luck`, () => {
      // 40 % do not wait and the others wait an exponential of 100 s: P(wait > t) = 0.6 e^(-t / 100). Contacts are independent,
      // so the interval by blocks has to cover as a t interval does, and the rest of the bins at its ends besides.
      const uniform = uniforms(`woodruff ${p}`), experiments = 1500;
      let covered = 0;
      for (let e = 0; e < experiments; e++) {
        const tally = tallyOf(Array.from({ length: 16 }, () => Array.from({ length: 100 + Math.floor(100 * uniform()) }, () => (uniform() < 0.4 ? 0 : -100 * Math.log(1 - uniform())))));
        const [low, high] = tally.interval(p)!;
        if (low <= truth && truth <= high) covered++;
      }
      expect(covered / experiments).toBeGreaterThan(0.95 - 4.5 * Math.sqrt((0.95 * 0.05) / experiments)); // 92.5 %
      expect(covered / experiments).toBeLessThan(0.99);
    });
  }
});
