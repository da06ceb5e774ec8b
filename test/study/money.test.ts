import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Day } from "../../sim/engine/day.ts";
import { createDayRecord } from "../../sim/engine/dayRecord.ts";
import { compile } from "../../sim/model/compile.ts";
import { rotaOf } from "../../sim/model/rota.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import { dayColumns } from "../../sim/stats/dayTotals.ts";
import { shapeOf } from "../../sim/stats/block.ts";
import { differenceOf, estimateOf } from "../../sim/stats/paired.ts";
import { ruledOut } from "../../sim/stats/pairedBest.ts";
import { DayKeeper } from "../../sim/study/compareDays.ts";
import { exactDay } from "../../sim/study/exact.ts";
import { objectionsToDays, tooManyLines } from "../../sim/study/keptLines.ts";
import { costOfDays, creditsOfDays } from "../../sim/study/money.ts";
import { simulate } from "../../sim/study/run.ts";
import { simulateWeek } from "../../sim/study/week.ts";
import { plainDay, type PlainContact } from "../engine/plainDay.ts";
import { randomScenario } from "../engine/randomScenario.ts";

/** A day by real events: what of it costs money, and the level of an agreement. */
function plainMoney(scenario: Scenario, day: number, seed: string) {
  const model = compile(scenario), engine = new Day(model, seed);
  engine.simulate(day, createDayRecord(model));
  const { order, count, type, arrival, handleTime, patience, balks } = engine.contacts;
  const plain = Array.from(order.subarray(0, count), (id): PlainContact => ({
    type: model.typeNames[type[id]], arrival: arrival[id], handleTime: handleTime[id], patience: patience[id], balks: balks[id] === 1, outcome: "waiting", wait: 0,
  }));
  plainDay(scenario, plain, seed, day);
  return plain;
}

const priced = (scenario: Scenario): Scenario => {
  const [first, ...others] = Object.entries(scenario.groups), types = Object.keys(scenario.contacts);
  return {
    ...scenario,
    pay: { perHour: 12, rates: [{ from: scenario.opening.from + 900, to: scenario.opening.from + 5000, factor: 1.3 }], factor: 1.5, overrun: 2, perContact: 0.5, fixed: 40, currency: "£" },
    groups: Object.fromEntries([[first[0], { ...first[1], pay: { perContact: 3, perHour: 9 } }], ...others]),
    agreements: {
      all: { measure: "serviceLevel", atLeast: 0.8, every: 2, over: "contacts", credits: [] },
      one: { contacts: [types[types.length - 1]], measure: "serviceLevelExcludingShortAbandons", atLeast: 0.8, every: 3, over: "days", credits: [{ below: 0.8, pay: 10 }] },
    },
  };
};

describe("the money of a day", () => {
  test("is what the plain day's contacts and rota add up to: pay, overrun after closing, who answered", () => {
    fc.assert(fc.property(randomScenario, (random) => {
      const scenario = priced({ ...random, shifts: {}, groups: Object.fromEntries(Object.entries(random.groups).map(([name, group]) => [name, { answers: group.answers, agents: 2, ...(group.picks === undefined ? {} : { picks: group.picks }), ...(group.site === undefined ? {} : { site: group.site }) }])) });
      const days = 3, keeper = new DayKeeper(), job = { scenario, days, seed: "money", keepDays: true };
      const { cost = [], answered = [] } = costOfDays(scenario, keeper.simulate(job).days) ?? {}, length = scenario.opening.to - scenario.opening.from;
      for (let day = 0; day < days; day++) {
        const contacts = plainMoney(scenario, day, "money").filter(({ outcome }) => outcome === "answered");
        const expected = Object.entries(scenario.groups).reduce((sum, [name, group]) => {
          const own = contacts.filter((contact) => contact.group === name), late = own.reduce((all, { finish = 0, start = 0 }) => all + Math.max(0, finish - Math.max(start, length)), 0);
          const perHour = group.pay?.perHour ?? 12, seconds = rotaOf(group, scenario).paid.reduce((all, { from, to, agents }) => all + agents * (to - from + 0.3 * Math.max(0, Math.min(to, 5000) - Math.max(from, 900))), 0);
          return sum + (1.5 * perHour * (seconds + 2 * late)) / 3600 + own.length * (group.pay?.perContact ?? 0.5);
        }, 40);
        expect(cost[day]).toBeCloseTo(expected, 6);
        expect(answered[day]).toBe(contacts.length);
      }
    }), { numRuns: 60, seed: 5 });
  });

  test("per answered contact is the ratio of means over days, with the delta method's half-width, by a second computation", () => {
    const scenario = priced(parseScenario(binomial())), { money } = simulate({ ...scenario, groups: { team: { ...scenario.groups.team, agents: 2 } } }, { days: 64, seed: "ratio" });
    const keeper = new DayKeeper(), job = { scenario: { ...scenario, groups: { team: { ...scenario.groups.team, agents: 2 } } }, days: 64, seed: "ratio", keepDays: true };
    const { cost, answered } = costOfDays(job.scenario, keeper.simulate(job).days) ?? { cost: new Float64Array(), answered: new Float64Array() };
    const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0), ratio = sum(cost) / sum(answered);
    const variance = cost.reduce((all, x, day) => all + (x - ratio * answered[day]) ** 2, 0) / 63;
    expect(money?.costPerContact.mean).toBeCloseTo(ratio, 10);
    expect(money?.costPerContact.halfWidth).toBeCloseTo((1.9983405 * Math.sqrt(variance / 64)) / (sum(answered) / 64), 7); // t of 63 degrees of freedom
  });

  test("changes nothing of the days, and is not there without pay", () => {
    const plain = parseScenario(binomial()), { money, agreements, ...result } = simulate(priced(plain), { days: 40 });
    expect(simulate(plain, { days: 40 })).toEqual(result);
    expect([money === undefined, agreements === undefined]).toEqual([false, false]);
    expect(dayColumns(shapeOf(compile(plain))).width).toBe(dayColumns(shapeOf(compile(plain))).ledger);
  });

  test("agrees with the exact day's expected cost", () => {
    const scenario = parseScenario(`
opening: { from: "09:00", to: "11:00" }
interval: 60m
contacts: { calls: { volume: 40, profile: [1, 2], handleTime: { distribution: exponential, mean: 5m }, patience: { distribution: exponential, mean: 3m }, answerWithin: 20s, target: 80% } }
groups: { team: { answers: [calls], agents: 3, pay: { perHour: 11 } } }
pay: { perHour: 10, overrun: 1.5, perContact: 0.4, fixed: 5, rates: [{ from: "10:30", to: "12:00", factor: 2 }] }
`);
    const exact = exactDay(scenario).money, simulated = simulate(scenario, { days: 4000, seed: "exact" }).money;
    expect(exact?.staff).toBeCloseTo(11 * (6 + 1.5), 9);
    for (const key of ["cost", "overrun", "contacts", "costPerContact"] as const) {
      const { mean, halfWidth } = simulated?.[key] ?? { mean: NaN, halfWidth: NaN };
      expect(Math.abs((mean ?? NaN) - (exact?.[key].mean ?? NaN))).toBeLessThan(2 * (halfWidth ?? NaN)); // four standard errors
      expect(exact?.[key].halfWidth).toBe(0);
    }
  });
});

/** 20 calls a day whom nobody answers: each hangs up within a minute with chance 1 - 1/e², for itself. The last hour nobody calls, so nobody is cut off. */
function binomial(agreements = ""): string {
  return `
opening: { from: "09:00", to: "11:00" }
interval: 60m
contacts: { calls: { volume: 20, count: fixed, profile: [1, 0], handleTime: { distribution: exponential, mean: 5m }, patience: { distribution: exponential, mean: 30s }, answerWithin: 1m, target: 80% } }
groups: { team: { answers: [calls], agents: 0 } }
${agreements}`;
}

/** Chance of at most k of n. */
function binomialCdf(k: number, n: number, p: number): number {
  let term = (1 - p) ** n, sum = 0;
  for (let i = 0; i <= k; i++) {
    sum += term;
    term *= ((n - i) / (i + 1)) * (p / (1 - p));
  }
  return sum;
}

describe("an agreement", () => {
  const inTime = 1 - Math.exp(-2);
  const days = 6001, every = 3, n = 60, periods = 2000;
  // Below 85 % of 60: at most 50; below 80 %: at most 47.
  const below85 = binomialCdf(50, n, inTime), below80 = binomialCdf(47, n, inTime);
  const scenario = parseScenario(binomial(`
agreements:
  county: { measure: serviceLevelIncludingAbandons, atLeast: 85%, every: 3 days, credits: [{ below: 80%, pay: 500 }, { below: 85%, pay: 200 }] }
  district: { measure: serviceLevelIncludingAbandons, atLeast: 85%, every: 3 days, over: days }
`)), result = simulate(scenario, { days, seed: "binomial" });
  const { county, district } = result.agreements ?? {};
  const near = (seen: number | null | undefined, expected: number, standardError: number) => { expect(Math.abs((seen ?? NaN) - expected)).toBeLessThan(4 * standardError); };
  const errorOf = (chance: number) => Math.sqrt((chance * (1 - chance)) / periods);

  test("is met, and its credits fall due, as often as the binomial law says", () => {
    expect(county).toMatchObject({ contacts: ["calls"], periods, daysLeftOut: 1, every });
    near(county.met.mean, 1 - below85, errorOf(below85));
    const [first, second] = county.credits?.scale ?? [];
    near(first?.due.mean, below85 - below80, errorOf(below85 - below80));
    near(second?.due.mean, below80, errorOf(below80));
    expect([first?.pay, second?.pay]).toEqual([200, 500]);
  });

  test("costs what its credits' law says, with its spread, and half-widths to match", () => {
    const mean = 200 * (below85 - below80) + 500 * below80, spread = Math.sqrt(200 ** 2 * (below85 - below80) + 500 ** 2 * below80 - mean ** 2);
    near(county.credits?.aPeriod.mean, mean, spread / Math.sqrt(periods));
    expect(county.credits?.standardDeviation).toBeCloseTo(spread, -1);
    expect(county.credits?.aPeriod.halfWidth).toBeCloseTo((1.961 * (county.credits?.standardDeviation ?? NaN)) / Math.sqrt(periods), 1);
    expect(county.credits?.aDay.mean).toBeCloseTo((county.credits?.aPeriod.mean ?? NaN) / 3, 12);
    expect([county.credits?.p50, county.credits?.p90, county.credits?.p95]).toEqual([0, 0.9, 0.95].map((p) => (p === 0 ? (below85 > 0.5 ? 200 : 0) : 1 - below80 >= p ? 200 : 500)));
  });

  test("over days equals over contacts where every day has as many", () => {
    expect(district).toMatchObject({ met: county.met, credits: null });
    expect(district.level.p50).toBeCloseTo(county.level.p50 ?? NaN, 12);
  });

  test("has day by day the same mean and, but for the degrees of freedom, the same half-width as period by period", () => {
    const keeper = new DayKeeper(), job = { scenario, days: 6000, seed: "binomial", keepDays: true };
    const ratio = creditsOfDays(scenario, keeper.simulate(job).days), byDay = ratio === null ? { mean: null, halfWidth: null } : estimateOf(ratio), whole = simulate(scenario, { days: 6000, seed: "binomial" }).agreements?.county.credits?.aDay;
    expect(byDay.mean).toBeCloseTo(whole?.mean ?? NaN, 10);
    expect((byDay.halfWidth ?? NaN) / (whole?.halfWidth ?? NaN)).toBeCloseTo(0.99943, 4); // t and n / (n - 1) of 6,000 days against those of 2,000 periods
  });

  test("that is missed in none of its periods, or in all, may still cost something else: no half-width, but an interval, in the bill and over a week too", () => {
    const rare = (atLeast: string) => `pay: { perHour: 10, fixed: 50 }\nagreements: { county: { measure: serviceLevelIncludingAbandons, atLeast: ${atLeast}, credits: [{ below: ${atLeast}, pay: 500 }] } }`;
    const never = simulate(parseScenario(binomial(rare("20%"))), { days: 20 }), always = simulate(parseScenario(binomial(rare("100%"))), { days: 20, seed: "a" });
    const most = 1 - 0.025 ** (1 / 20); // of 20 periods
    expect(never.agreements?.county).toMatchObject({ met: { mean: 1 }, credits: { aPeriod: { mean: 0, halfWidth: null, interval: [0, expect.closeTo(500 * most, 3)] }, scale: [{ due: { mean: 0, interval: [0, expect.closeTo(most, 6)] } }] } });
    expect(never.money?.costWithCredits).toEqual({ mean: 50, halfWidth: null, interval: [50, expect.closeTo(50 + 500 * most, 3)] });
    expect(never.money?.credits).toEqual(never.agreements?.county.credits?.aDay);
    const { aPeriod } = always.agreements?.county.credits ?? { aPeriod: null };
    expect(aPeriod).toMatchObject({ halfWidth: null });
    expect(aPeriod?.interval?.[0]).toBeLessThan(480);
    const week = simulateWeek(parseScenario(`${binomial(rare("20%"))}\ncalendar: { week: { mon: one, tue: one, wed: two, thu: three }, dayTypes: { one: {}, two: {}, three: { agreements: null } } }\n`), { days: 20 }).week.money;
    expect(week?.credits).toEqual({ mean: 0, halfWidth: null, interval: [0, expect.closeTo(Math.hypot(2, 1) * 500 * most, 3)] }); // two days of one kind, one of another
  });

  test("that is missed in none of its periods tells two ways apart by no less than what may still be missed", () => {
    const never = parseScenario(binomial("pay: { perHour: 10 }\nagreements: { county: { measure: serviceLevelIncludingAbandons, atLeast: 20%, credits: [{ below: 20%, pay: 500 }] } }"));
    const keeper = new DayKeeper(), ratio = creditsOfDays(never, keeper.simulate({ scenario: never, days: 20, seed: "1", keepDays: true }).days)!, most = 500 * (1 - 0.025 ** (1 / 20));
    expect(estimateOf(ratio).halfWidth).toBeCloseTo(most, 3);
    expect(differenceOf(ratio, ratio).halfWidth).toBeCloseTo(2 * most, 3);
    const dearer = { ...ratio, mean: 1.9 * most };
    expect(ruledOut([ratio, dearer], "less")).toEqual([false, false]);
    expect(ruledOut([ratio, { ...dearer, mean: 2.1 * most }], "less")).toEqual([false, true]);
  });

  test("says so where no period is whole", () => {
    const { county: short } = simulate(scenario, { days: 2 }).agreements ?? {};
    expect(short).toMatchObject({ periods: 0, daysLeftOut: 2, met: { mean: null, interval: null }, level: { p50: null }, credits: { aPeriod: { mean: null, halfWidth: null, interval: null }, p50: null } });
  });

  test("counts only its contact types, by the definition that it names", () => {
    const two = parseScenario(`
opening: { from: "09:00", to: "11:00" }
interval: 60m
contacts:
  calls: { volume: 20, count: fixed, profile: [1, 0], handleTime: { distribution: exponential, mean: 5m }, patience: { distribution: exponential, mean: 30s }, answerWithin: 1m, target: 80% }
  chats: { volume: 5, count: fixed, profile: [1, 0], handleTime: { distribution: deterministic, mean: 60s }, patience: never, answerWithin: 2h, target: 80% }
groups: { nobody: { answers: [calls], agents: 0 }, team: { answers: [chats], agents: 1 } }
agreements: { chats: { contacts: [chats], atLeast: 100% }, calls: { contacts: [calls], atLeast: 1% }, both: { atLeast: 20%, measure: serviceLevel } }
`);
    const { chats, calls, both } = simulate(two, { days: 30 }).agreements ?? {};
    expect([chats.level.p50, calls.level.p50, both.level.p50]).toEqual([1, 0, 0.2]); // 5 of 5, 0 of 20, 5 of 25 every day
    expect([chats.met.mean, calls.met.mean, both.met.mean]).toEqual([1, 0, 1]);
  });
});

test("more days than fit beside their costs and agreements are refused, with the number that fits", () => {
  const scenario = parseScenario(binomial("agreements: { county: { atLeast: 85% } }")); // 3 + 4 numbers of 8 bytes, five times: 280 bytes
  expect(tooManyLines(scenario, 3_834_792)).toBeNull();
  expect(tooManyLines(scenario, 3_834_793)).toContain("at most 3,834,792 days fit");
  expect(tooManyLines(parseScenario(binomial()), 1e7)).toBeNull();
  expect(objectionsToDays({ ...scenario, days: 6_000_000 })).toMatchObject([{ path: ["days"] }]);
});
