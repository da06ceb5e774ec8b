import { describe, expect, test } from "vitest";
import type { Contacts } from "../../sim/engine/contacts.ts";
import { Day } from "../../sim/engine/day.ts";
import { createDayRecord } from "../../sim/engine/dayRecord.ts";
import { compile } from "../../sim/model/compile.ts";
import type { ContactType, Scenario } from "../../sim/scenario/schema.ts";
import { simulate } from "../../sim/study/run.ts";
import { chiSquareTest, correlationScore, describeSample, gammaP, HARDLY_EVER, kolmogorovTest, lnGamma } from "./goodnessOfFit.ts";

const INTERVAL = 1800;

const calls: ContactType = {
  volume: 60, profile: [1, 4, 0, 5, 2], dayToDayCv: 0, handleTime: { distribution: "lognormal", mean: 330, cv: 0.8 },
  patience: { distribution: "exponential", mean: 180 }, balking: 0.2, answerWithin: 20, target: 0.8, priority: 0,
};

/** Five half hours with types of these settings, all served by one group. */
function scenarioOf(contacts: Record<string, ContactType>): Scenario {
  return {
    name: "arrivals", opening: { from: 0, to: 5 * INTERVAL }, interval: INTERVAL, contacts, shifts: {},
    groups: { all: { answers: Object.fromEntries(Object.keys(contacts).map((name) => [name, { handleTimeFactor: 1 }])), agents: 3 } },
    routing: Object.fromEntries(Object.keys(contacts).map((name) => [name, ["all"]])), lines: null, closing: "drain", days: 10, seed: "1",
  };
}

/** The contacts of each of many days. */
function overDays(scenario: Scenario, days: number, seed: string, see: (contacts: Contacts, day: number) => void): void {
  const model = compile(scenario), engine = new Day(model, seed), record = createDayRecord(model);
  for (let day = 0; day < days; day++) {
    engine.simulate(day, record);
    see(engine.contacts, day);
  }
}

/** Of a single type: the first contact of each of five intervals, and past the last. */
function startsOf({ cell, count }: Contacts): number[] {
  const starts = new Array<number>(6).fill(0);
  for (let i = 0; i < count; i++) for (let later = cell[i] + 1; later <= 5; later++) starts[later]++;
  return starts;
}

/** What the contacts of a type own on one day: when they come and their luck. */
function luckOf(scenario: Scenario, type: string, day: number, seed = "luck") {
  const t = Object.keys(scenario.contacts).indexOf(type);
  const model = compile(scenario), engine = new Day(model, seed), record = createDayRecord(model);
  engine.simulate(day, record);
  const { contacts } = engine, mine = (_: number, i: number) => i < contacts.count && contacts.type[i] === t;
  return {
    arrival: Array.from(contacts.arrival.filter(mine)), handleTime: Array.from(contacts.handleTime.filter(mine)),
    patience: Array.from(contacts.patience.filter(mine)), balks: Array.from(contacts.balks.filter(mine)),
  };
}

describe("arrivals", () => {
  const DAYS = 20_000, expected = [5, 20, 0, 25, 10];
  const counts = expected.map(() => new Float64Array(DAYS)), positions: number[][] = expected.map(() => []);
  overDays(scenarioOf({ calls }), DAYS, "poisson", (contacts, day) => {
    const firstOf = startsOf(contacts), { arrival } = contacts;
    for (let i = 0; i < 5; i++) {
      counts[i][day] = firstOf[i + 1] - firstOf[i];
      if (day < 4000) for (let c = firstOf[i]; c < firstOf[i + 1]; c++) positions[i].push((arrival[c] - i * INTERVAL) / INTERVAL);
    }
  });

  test("are Poisson in each interval: mean, variance and the whole law of their number", () => {
    expected.forEach((lambda, i) => {
      if (lambda === 0) { expect(counts[i].every((n) => n === 0)).toBe(true); return; }
      const { mean, variance } = describeSample(counts[i]);
      expect(Math.abs(mean - lambda)).toBeLessThan(4.5 * Math.sqrt(lambda / DAYS));
      expect(Math.abs(variance - lambda)).toBeLessThan(4.5 * Math.sqrt((lambda + 2 * lambda ** 2) / DAYS)); // fourth central moment: lambda + 3 lambda^2
      const low = Math.ceil(lambda - 2.5 * Math.sqrt(lambda)), high = Math.floor(lambda + 2.5 * Math.sqrt(lambda));
      const seen = new Array<number>(high - low + 1).fill(0);
      counts[i].forEach((n) => { seen[Math.min(high, Math.max(low, n)) - low]++; });
      // The ends stand for everything beyond them; P(at most n) of a Poisson is Q(n + 1, lambda).
      const atMost = (n: number) => 1 - gammaP(n + 1, lambda);
      const shares = seen.map((_, k) => (k === 0 ? atMost(low) : k === seen.length - 1 ? 1 - atMost(high - 1) : Math.exp((low + k) * Math.log(lambda) - lambda - lnGamma(low + k + 1))));
      expect(chiSquareTest(seen, shares.map((p) => p * DAYS))).toBeGreaterThan(HARDLY_EVER);
    });
  });

  test("of different intervals, and of neighbouring days, have nothing to do with each other", () => {
    const busy = [0, 1, 3, 4];
    for (const i of busy) {
      for (const j of busy) if (i < j) expect(Math.abs(correlationScore(counts[i], counts[j]))).toBeLessThan(4.5);
      for (const lag of [1, 2, 3]) expect(Math.abs(correlationScore(counts[i].subarray(lag), counts[i].subarray(0, DAYS - lag)))).toBeLessThan(4.5);
    }
  });

  test("are spread evenly inside their interval", () => {
    for (const i of [0, 1, 3, 4]) {
      expect(kolmogorovTest(positions[i], (x) => x)).toBeGreaterThan(HARDLY_EVER);
      expect(positions[i].every((x) => x >= 0 && x < 1)).toBe(true);
    }
  });

  test("come in order and in the interval in which they are counted, over all types together", () => {
    overDays(scenarioOf({ calls, mail: { ...calls, volume: 200, profile: [5, 1, 1, 1, 0] }, none: { ...calls, volume: 0 } }), 300, "order", (contacts) => {
      const { order, arrival, count, cell, type } = contacts;
      for (let i = 0; i < count; i++) {
        if (i > 0) expect(arrival[order[i]]).toBeGreaterThanOrEqual(arrival[order[i - 1]]);
        expect(Math.floor(arrival[i] / INTERVAL)).toBe(cell[i] % 5);
        expect(Math.floor(cell[i] / 5)).toBe(type[i]);
      }
      expect(new Set(order.subarray(0, count)).size).toBe(count);
    });
  });
});

describe("more volume", () => {
  /** Expected contacts before a time, on a day of five half hours: the plain definition. */
  const massAt = (time: number, volume: number) => {
    const weights = [1, 4, 0, 5, 2], at = Math.min(4, Math.floor(time / INTERVAL));
    return (volume / 12) * (weights.slice(0, at).reduce((sum, w) => sum + w, 0) + weights[at] * (time / INTERVAL - at));
  };

  test("is the same sequence of callers, closer together, and more of them, each with the same luck", () => {
    for (let day = 0; day < 50; day++) {
      const few = luckOf(scenarioOf({ calls }), "calls", day);
      for (const volume of [90, 120, 6000]) {
        const many = luckOf(scenarioOf({ calls: { ...calls, volume } }), "calls", day);
        expect(many.arrival.length).toBeGreaterThan(few.arrival.length);
        few.arrival.forEach((time, n) => {
          expect(many.arrival[n]).toBeLessThan(time);
          expect(massAt(many.arrival[n], volume)).toBeCloseTo(massAt(time, 60), 9); // the nth caller comes at the same expected count
        });
        for (const own of ["handleTime", "patience", "balks"] as const) expect(many[own].slice(0, few[own].length)).toEqual(few[own]);
      }
    }
  });

  test("is the same sequence, too, whether it comes from the volume, from rates or from the day factor", () => {
    const day = 3, rates = luckOf(scenarioOf({ calls: { ...calls, volume: undefined, profile: undefined, ratesPerHour: [10, 40, 0, 50, 20] } }), "calls", day);
    const volume = luckOf(scenarioOf({ calls }), "calls", day);
    expect(rates.arrival.length).toBe(volume.arrival.length);
    rates.arrival.forEach((time, n) => { expect(time).toBeCloseTo(volume.arrival[n], 8); });
    const factored = luckOf(scenarioOf({ calls: { ...calls, dayToDayCv: 0.5 } }), "calls", day), shared = Math.min(factored.arrival.length, volume.arrival.length);
    const ratio = massAt(factored.arrival[0], 60) / massAt(volume.arrival[0], 60); // the reciprocal of the factor, for every caller
    for (let n = 0; n < shared; n++) expect(massAt(factored.arrival[n], 60) / massAt(volume.arrival[n], 60)).toBeCloseTo(ratio, 9);
  });
});

describe("the luck of a type's contacts", () => {
  const alone = scenarioOf({ calls });

  test("is not moved by other types before or after it in the file, by other settings, staff or lines", () => {
    const other: ContactType = { ...calls, volume: 500, dayToDayCv: 1 };
    for (let day = 0; day < 20; day++) {
      const own = luckOf(alone, "calls", day);
      for (const changed of [
        scenarioOf({ calls, other }), scenarioOf({ other, calls }), scenarioOf({ a: other, b: other, calls, c: other }),
        { ...alone, lines: 2 }, { ...alone, closing: "drop" as const }, { ...alone, days: 77 },
        { ...alone, groups: { all: { ...alone.groups.all, agents: 1 } } },
        scenarioOf({ calls: { ...calls, priority: 5, answerWithin: 1, target: 0.1 } }),
      ]) expect(luckOf(changed, "calls", day)).toEqual(own);
    }
  });

  test("is kept purpose by purpose: another law of patience moves no arrival and no handle time, and so on", () => {
    for (let day = 0; day < 20; day++) {
      const own = luckOf(alone, "calls", day);
      const patient = luckOf(scenarioOf({ calls: { ...calls, patience: { distribution: "gamma", mean: 10, cv: 2 } } }), "calls", day);
      expect({ ...patient, patience: 0 }).toEqual({ ...own, patience: 0 });
      const never = luckOf(scenarioOf({ calls: { ...calls, patience: "never" } }), "calls", day);
      expect({ ...never, patience: 0 }).toEqual({ ...own, patience: 0 });
      expect(never.patience.every((x) => x === Infinity)).toBe(true);
      const slow = luckOf(scenarioOf({ calls: { ...calls, handleTime: { distribution: "gamma", mean: 10, cv: 2 } } }), "calls", day);
      expect({ ...slow, handleTime: 0 }).toEqual({ ...own, handleTime: 0 });
      const keen = luckOf(scenarioOf({ calls: { ...calls, balking: 0 } }), "calls", day);
      expect({ ...keen, balks: 0 }).toEqual({ ...own, balks: 0 });
    }
  });

  test("differs from type to type, from day to day and from seed to seed", () => {
    const both = scenarioOf({ calls, mail: calls });
    const many = [luckOf(both, "calls", 0), luckOf(both, "mail", 0), luckOf(both, "calls", 1), luckOf(both, "calls", 0, "other"), luckOf(both, "calls", 0, "luck ")];
    for (const own of ["arrival", "handleTime", "patience"] as const) expect(new Set(many.map((luck) => luck[own][0])).size).toBe(many.length);
  });

  test("is independent between its purposes: who comes early, talks long or waits patiently is not the same", () => {
    const days = 5000, first = { gap: new Float64Array(days), handleTime: new Float64Array(days), patience: new Float64Array(days), balks: new Float64Array(days) };
    overDays(scenarioOf({ calls: { ...calls, volume: 200, profile: [1, 1, 1, 1, 1], balking: 0.5 } }), days, "purposes", ({ arrival, handleTime, patience, balks }, day) => {
      first.gap[day] = arrival[0];
      first.handleTime[day] = Math.log(handleTime[0]);
      first.patience[day] = patience[0];
      first.balks[day] = balks[0];
    });
    const columns = Object.values(first);
    columns.forEach((a, i) => columns.slice(0, i).forEach((b) => { expect(Math.abs(correlationScore(a, b))).toBeLessThan(4.5); }));
  });

  test("has the chance to balk that was asked for", () => {
    let balking = 0, all = 0;
    overDays(scenarioOf({ calls }), 3000, "balking", ({ balks, count }) => {
      for (let i = 0; i < count; i++) balking += balks[i];
      all += count;
    });
    expect(Math.abs(balking / all - 0.2)).toBeLessThan(4.5 * Math.sqrt((0.2 * 0.8) / all));
  });
});

describe("busyness from day to day", () => {
  for (const cv of [0.2, 1]) {
    test(`of cv ${cv}: the number of contacts keeps its mean and has variance mean + cv^2 mean^2`, () => {
      const days = 20_000, counts = new Float64Array(days), halves = [new Float64Array(days), new Float64Array(days)];
      overDays(scenarioOf({ calls: { ...calls, dayToDayCv: cv } }), days, "busy", (contacts, day) => {
        const { count } = contacts, firstOf = startsOf(contacts);
        counts[day] = count;
        halves[0][day] = firstOf[2];
        halves[1][day] = count - firstOf[2];
      });
      const { mean, variance, varianceError } = describeSample(counts), truth = 60 + cv ** 2 * 60 ** 2;
      expect(Math.abs(mean - 60)).toBeLessThan(4.5 * Math.sqrt(truth / days));
      expect(Math.abs(variance - truth)).toBeLessThan(4.5 * varianceError);
      // One factor for the whole day: the parts of 25 and 35 have covariance cv^2 25 35 beside variances m + cv^2 m^2.
      const correlation = correlationScore(halves[0], halves[1]) / Math.sqrt(days);
      const expected = (cv ** 2 * 25 * 35) / Math.sqrt((25 + cv ** 2 * 625) * (35 + cv ** 2 * 1225));
      expect(Math.abs(correlation - expected)).toBeLessThan(0.03);
    });
  }

  test("is what the results say: the mean a day within its interval, which is as wide as the variance makes it", () => {
    const days = 8000, { offered } = simulate(scenarioOf({ calls: { ...calls, dayToDayCv: 0.2 } }), { days, seed: "busy" }).total;
    const error = Math.sqrt((60 + 0.04 * 3600) / days);
    expect(Math.abs(offered.mean! - 60)).toBeLessThan(4.5 * error);
    expect(offered.halfWidth! / (1.96 * error)).toBeCloseTo(1, 1); // a standard deviation from 8,000 days is good to about 1 %
  });
});
