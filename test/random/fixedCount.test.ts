import { describe, expect, test } from "vitest";
import { Day } from "../../sim/engine/day.ts";
import { createDayRecord } from "../../sim/engine/dayRecord.ts";
import { drawFixedCount } from "../../sim/engine/fixedCount.ts";
import { compile } from "../../sim/model/compile.ts";
import { CHUNK, PURPOSE, RETRIES, Stream, streamKey } from "../../sim/random/stream.ts";
import { exponential } from "../../sim/random/ziggurat.ts";
import type { ContactType, Scenario } from "../../sim/scenario/schema.ts";
import { simulate } from "../../sim/study/run.ts";
import { chiSquareTest, describeSample, HARDLY_EVER, kolmogorovTest } from "./goodnessOfFit.ts";

const INTERVAL = 1800, WEIGHTS = [1, 4, 0, 5, 2, 0], TOTAL = 12;

const calls: ContactType = {
  volume: 60, profile: WEIGHTS, count: "fixed", dayToDayCv: 0, handleTime: { distribution: "lognormal", mean: 330, cv: 0.8 },
  patience: { distribution: "exponential", mean: 180 }, balking: 0.2, answerWithin: 20, target: 0.8, priority: 0,
};

function scenarioOf(contacts: Record<string, ContactType>, agents = 3, intervals = WEIGHTS.length): Scenario {
  return {
    name: "fixed", opening: { from: 0, to: intervals * INTERVAL }, interval: INTERVAL, contacts, shifts: {},
    groups: { all: { answers: Object.fromEntries(Object.keys(contacts).map((name) => [name, { handleTimeFactor: 1 }])), agents } },
    routing: Object.fromEntries(Object.keys(contacts).map((name) => [name, ["all"]])), lines: null, closing: "drain", days: 10, seed: "1",
  };
}

/** The first type's contacts of a day. */
function dayOf(scenario: Scenario, day: number, seed = "fixed") {
  const model = compile(scenario), engine = new Day(model, seed);
  engine.simulate(day, createDayRecord(model));
  const { contacts } = engine, mine = (_: number, i: number) => i < contacts.count && contacts.type[i] === 0;
  return {
    arrival: Array.from(contacts.arrival.filter(mine)), cell: Array.from(contacts.cell.filter(mine)),
    handleTime: Array.from(contacts.handleTime.filter(mine)), patience: Array.from(contacts.patience.filter(mine)),
  };
}

describe("a fixed count", () => {
  test("is the number of contacts on every day, none, one or many, and beside types whose number is random", () => {
    for (const volume of [0, 1, 2, 60, 511, 512, 513, 5000]) {
      for (let day = 0; day < 30; day++) {
        const { arrival, cell } = dayOf(scenarioOf({ calls: { ...calls, volume }, other: { ...calls, count: "random" }, more: calls }, 3), day);
        expect(arrival).toHaveLength(volume);
        const inOrder = arrival.every((time, i) => time >= (i === 0 ? 0 : arrival[i - 1]) && Math.floor(time / INTERVAL) === cell[i] && WEIGHTS[cell[i]] > 0);
        expect(inOrder).toBe(true);
      }
    }
    const { offered } = simulate(scenarioOf({ calls }), { days: 100 }).total;
    expect(offered).toMatchObject({ mean: 60, halfWidth: 0 });
  });

  test("falls into the intervals as a multinomial: mean, variance, covariance and the whole law of the number in each", () => {
    const days = 20_000, n = 60, counts = WEIGHTS.map(() => new Float64Array(days)), places: number[] = [];
    const model = compile(scenarioOf({ calls })), engine = new Day(model, "multinomial"), record = createDayRecord(model);
    for (let day = 0; day < days; day++) {
      engine.simulate(day, record);
      const { arrival, cell, count } = engine.contacts;
      for (let i = 0; i < count; i++) {
        counts[cell[i]][day]++;
        if (day < 2000) places.push(arrival[i] / INTERVAL - cell[i]);
      }
    }
    expect(kolmogorovTest(places, (x) => x)).toBeGreaterThan(HARDLY_EVER);
    WEIGHTS.forEach((weight, i) => {
      const p = weight / TOTAL, truth = n * p * (1 - p), { mean, variance, varianceError } = describeSample(counts[i]);
      if (p === 0) { expect(counts[i].every((count) => count === 0)).toBe(true); return; }
      expect(Math.abs(mean - n * p)).toBeLessThan(4.5 * Math.sqrt(truth / days));
      expect(Math.abs(variance - truth)).toBeLessThan(4.5 * varianceError);
      expect(Math.abs(variance - n * p)).toBeGreaterThan(4.5 * varianceError); // a Poisson number would vary more
      WEIGHTS.slice(0, i).forEach((other, j) => {
        const q = other / TOTAL, products = counts[i].map((count, day) => (count - n * p) * (counts[j][day] - n * q)), covariance = describeSample(products);
        expect(Math.abs(covariance.mean + n * p * q)).toBeLessThan(4.5 * Math.sqrt(covariance.variance / days) + 1e-12);
      });
      const low = Math.ceil(n * p - 2.5 * Math.sqrt(truth)), high = Math.floor(n * p + 2.5 * Math.sqrt(truth)), law = binomial(n, p);
      const seen = new Array<number>(high - low + 1).fill(0), expected = seen.map(() => 0), bin = (k: number) => Math.min(high, Math.max(low, k)) - low;
      counts[i].forEach((count) => { seen[bin(count)]++; });
      law.forEach((share, k) => { expected[bin(k)] += share * days; });
      expect(chiSquareTest(seen, expected)).toBeGreaterThan(HARDLY_EVER);
    });
  });

  test("leaves nobody waiting as often as n points on a line keep apart: (1 - (n - 1) d / T)^n", () => {
    // One agent, handle times of d: nobody waits when all gaps are at least d. Feller, An Introduction to Probability Theory and Its
    // Applications, vol. II, section I.9: the chance that no two of n uniform points on a line of length T are closer than d.
    const days = 20_000, n = 8, d = 60, T = 4 * INTERVAL;
    const one = scenarioOf({ calls: { ...calls, volume: n, profile: [1, 1, 1, 1], handleTime: { distribution: "deterministic", mean: d }, patience: "never", balking: 0, answerWithin: 0, target: 1 } }, 1, 4);
    const truth = (1 - ((n - 1) * d) / T) ** n, share = simulate(one, { days, seed: "gaps" }).total.daily.meetsTarget!;
    expect(Math.abs(share - truth)).toBeLessThan(4 * Math.sqrt((truth * (1 - truth)) / days));
  });

  test("is to the last bit what the plain definition gives: steps over their sum, through the profile", () => {
    for (const [day, volume] of [[0, 1], [1, 60], [2, 1500]]) {
      const stream = new Stream(), retries = new Stream(), key = streamKey("fixed", "calls");
      stream.restart(key, PURPOSE.arrivals, day);
      retries.restart(key, PURPOSE.arrivals ^ RETRIES, day);
      const scenario = scenarioOf({ calls: { ...calls, volume } }), { arrival } = dayOf(scenario, day), { expected } = compile(scenario);
      const sums: number[] = [];
      for (let k = 0; k <= volume; k++) sums.push((sums[k - 1] ?? 0) + exponentialOfWord(stream, retries));
      arrival.forEach((time, k) => {
        const mass = (sums[k] / sums[volume]) * expected[WEIGHTS.length], i = WEIGHTS.findIndex((_, at) => mass < expected[at + 1]);
        expect(time).toBe(i * INTERVAL + (mass - expected[i]) * (INTERVAL / (expected[i + 1] - expected[i])));
      });
    }
  });

  test("has the same callers as a random number of them, and as a larger fixed one, at nearly the same place in the day's order", () => {
    for (let day = 0; day < 20; day++) {
      const fixed = dayOf(scenarioOf({ calls }), day), random = dayOf(scenarioOf({ calls: { ...calls, count: "random" } }), day), more = dayOf(scenarioOf({ calls: { ...calls, volume: 90 } }), day);
      const both = Math.min(60, random.arrival.length);
      for (const own of ["handleTime", "patience"] as const) {
        expect(fixed[own].slice(0, both)).toEqual(random[own].slice(0, both));
        expect(more[own].slice(0, 60)).toEqual(fixed[own]);
      }
      // The same steps, only measured by another rod: their shares of the day's mass are in one proportion throughout.
      const massAt = (time: number) => WEIGHTS.reduce((sum, weight, i) => sum + weight * Math.min(1, Math.max(0, time / INTERVAL - i)), 0);
      const ratio = massAt(more.arrival[0]) / massAt(fixed.arrival[0]);
      fixed.arrival.forEach((time, k) => { expect(massAt(more.arrival[k]) / massAt(time)).toBeCloseTo(ratio, 8); });
    }
  });

  test("stays inside the opening although rounding would put its last contact at the closing", () => {
    // The first step so large that the others, the smallest there are, vanish beside it: everybody stands at 1 of the sum. The word
    // -256 asks for the tail and goes on from there; 254 is the lowest place of a layer near 0.
    for (const profile of [[0.1, 0.7, 0.1, 0, 0, 0], [0, 0, 1, 0, 0, 0]]) {
      const model = compile(scenarioOf({ calls: { ...calls, volume: 3, profile } }));
      const arrival = new Float64Array(4), cells = new Int32Array(4), firstOf = new Int32Array(7), stream = new Stream(), retries = new Stream();
      let tails = 3e7;
      stream.words = () => Int32Array.of(-256, 254, 254, 254);
      retries.next = () => (tails-- > 0 ? -256 : 254);
      expect(drawFixedCount(model, 0, 3, 0, stream, retries, new Float64Array(CHUNK), arrival, cells, firstOf)).toBe(3);
      expect(arrival[3]).toBeGreaterThan(2e8);
      for (const time of arrival.subarray(0, 3)) expect(time / INTERVAL).toBeCloseTo(3, 9);
      for (const time of arrival.subarray(0, 3)) expect(time).toBeLessThan(3 * INTERVAL);
      expect(Array.from(cells.subarray(0, 3))).toEqual([2, 2, 2]);
      expect(Array.from(firstOf.subarray(0, 6))).toEqual([0, 0, 0, 3, 3, 3]);
    }
  });
});

/** One exponential variate as a contact gets it: one word, the rest from the retries. */
function exponentialOfWord(stream: Stream, retries: Stream): number {
  const first = stream.next();
  let left = true;
  const joined = new Stream();
  joined.next = () => {
    if (!left) return retries.next();
    left = false;
    return first;
  };
  joined.uniform = () => retries.uniform();
  return exponential(joined);
}

/** Chances of 0 .. n successes in n trials. */
function binomial(n: number, p: number): number[] {
  const law = [(1 - p) ** n];
  for (let k = 1; k <= n; k++) law.push((law[k - 1] * (n - k + 1) * p) / (k * (1 - p)));
  return law;
}
