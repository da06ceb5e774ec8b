import { describe, expect, test } from "vitest";
import { erlangC } from "../../sim/erlang/erlangC.ts";
import { leastAgents } from "../../sim/erlang/leastAgents.ts";
import { laggedRates } from "../../sim/erlang/sipp.ts";
import { fewest, staffByRule, targetsOf, type Demand, type TypeDemand } from "../../sim/erlang/staffingRules.ts";
import { steadyState, type Queue } from "../../sim/erlang/steadyState.ts";

const perHour = (rates: readonly number[]) => rates.map((rate) => rate / 3600);
const rates = perHour([62.4, 88.8, 96, 60, 31.2, 7.2, 0]);
const calls: TypeDemand = {
  rates, handleTime: { distribution: "exponential", mean: 330 }, handleTimeFactor: 1, patience: { distribution: "exponential", mean: 180 }, balking: 0, answerWithin: 20, target: 0.8,
};
const day = (...types: readonly TypeDemand[]): Demand => ({ interval: 1800, types });

describe("each half hour alone", () => {
  test("takes the least agents of the steady state, with and without hanging up", () => {
    const queue = (arrivalRate: number) => ({ arrivalRate, handleTime: 330, answerWithin: 20, patience: calls.patience });
    expect(staffByRule("sipp-a", day(calls))).toEqual(rates.map((rate) => leastAgents(queue(rate), { serviceLevel: 0.8 })));
    expect(staffByRule("sipp-c", day(calls))).toEqual(rates.map((rate) => leastAgents(queue(rate), { serviceLevel: 0.8 }, erlangC)));
  });

  test("agrees with the tables: 100 calls of 3 minutes in half an hour take 14 agents for 80 % in 20 s by Erlang C", () => {
    expect(staffByRule("sipp-c", day({ ...calls, rates: [100 / 1800], handleTime: { distribution: "exponential", mean: 180 } }))).toEqual([14]);
  });

  test("no agent fewer would do, also with an occupancy cap", () => {
    for (const maxOccupancy of [undefined, 0.7]) {
      const meets = (agents: number, arrivalRate: number) => {
        const { serviceLevel, occupancy } = steadyState({ arrivalRate, handleTime: 330, answerWithin: 20, patience: calls.patience, agents });
        return serviceLevel! >= 0.8 && occupancy! <= (maxOccupancy ?? 1);
      };
      staffByRule("sipp-a", day(calls), { maxOccupancy }).slice(0, -1).forEach((agents, i) => {
        expect([meets(agents, rates[i]), agents > 1 && meets(agents - 1, rates[i])]).toEqual([true, false]);
      });
    }
  });
});

describe("lagged rates", () => {
  test("are averages over the interval shifted back: by hand", () => {
    expect(laggedRates([6, 12, 18], 1800, 600)).toEqual([4, 10, 16]); // a third of the half hour before, two thirds of this
    expect(laggedRates([6, 12, 18], 1800, 1800)).toEqual([0, 6, 12]);
    expect(laggedRates([6, 12, 18], 1800, 2700)).toEqual([0, 3, 9]);
    expect(laggedRates([6, 12, 18], 1800, 0)).toEqual([6, 12, 18]);
    expect(laggedRates([6], 1800, 90_000)).toEqual([0]);
  });

  test("make the staff of the rule, and at least one agent where contacts are expected", () => {
    const lagged = laggedRates(rates, 1800, 330).map((rate) => leastAgents({ arrivalRate: rate, handleTime: 330, answerWithin: 20, patience: calls.patience }, { serviceLevel: 0.8 }));
    expect(staffByRule("lagged", day(calls))).toEqual(lagged);
    expect(staffByRule("lagged", day({ ...calls, handleTime: { distribution: "exponential", mean: 3600 } }))[0]).toBe(1);
  });
});

describe("the modified offered load", () => {
  test("of a constant rate is that of the steady state once the start is long over", () => {
    const flat = day({ ...calls, rates: Array.from({ length: 12 }, () => 100 / 3600) });
    expect(staffByRule("mol", flat).slice(2)).toEqual(staffByRule("sipp-a", flat).slice(2));
    expect(staffByRule("mol", flat)[0]).toBeLessThan(staffByRule("sipp-a", flat)[0]);
  });

  test("keeps agents for the long calls that a falling rate leaves behind", () => {
    const steep = day({ ...calls, rates: perHour([0, 90, 90, 90, 0.01]), handleTime: { distribution: "exponential", mean: 1200 } });
    expect(staffByRule("mol", steep)[4]).toBeGreaterThan(8); // 15 erlangs are left
    expect(staffByRule("sipp-a", steep)[4]).toBe(1);
  });
});

describe("several types", () => {
  test("with the same wishes are one type with their rates added and handle times averaged", () => {
    const half = { ...calls, rates: rates.map((rate) => rate / 2) };
    const quick = { ...half, handleTime: { distribution: "exponential", mean: 220 } as const }, slow = { ...half, handleTimeFactor: 4 / 3 };
    for (const rule of ["sipp-c", "sipp-a"] as const) expect(staffByRule(rule, day(quick, slow))).toEqual(staffByRule(rule, day(calls)));
  });

  test("with thresholds of their own are judged by each one's own", () => {
    const [at20, at60] = [0.75, 0.25], patient = { ...calls, rates: rates.map((rate) => rate * at60), answerWithin: 60, target: 0.6 }, hasty = { ...calls, rates: rates.map((rate) => rate * at20) };
    targetsOf(day(hasty, patient)).forEach((target, i) => expect(target).toBeCloseTo(rates[i] === 0 ? 0.7 : 0.75, 12));
    staffByRule("sipp-a", day(hasty, patient)).slice(0, -1).forEach((agents, i) => {
      const level = (n: number) => {
        const queue: Omit<Queue, "answerWithin"> = { arrivalRate: rates[i], handleTime: 330, patience: calls.patience, agents: n };
        return at20 * steadyState({ ...queue, answerWithin: 20 }).serviceLevel! + at60 * steadyState({ ...queue, answerWithin: 60 }).serviceLevel!;
      };
      expect(level(agents)).toBeGreaterThanOrEqual(0.75);
      if (agents > 1) expect(level(agents - 1)).toBeLessThan(0.75);
    });
  });

  test("who never hangs up lowers the mean rate of hanging up, and alone makes it Erlang C", () => {
    const half = { ...calls, rates: rates.map((rate) => rate / 2) }, never = { ...half, patience: null };
    expect(staffByRule("sipp-a", day(half, never))).toEqual(staffByRule("sipp-a", day({ ...calls, patience: { distribution: "exponential", mean: 360 } })));
    expect(staffByRule("sipp-a", day({ ...calls, patience: null }))).toEqual(staffByRule("sipp-c", day(calls)));
  });
});

test("no rule goes below the least number asked for, nor below one where anybody is expected", () => {
  expect(fewest(day(calls))).toEqual([1, 1, 1, 1, 1, 1, 0]);
  expect(fewest(day(calls), 3)).toEqual([3, 3, 3, 3, 3, 3, 3]);
  for (const rule of ["sipp-c", "sipp-a", "lagged", "mol"] as const) expect(Math.min(...staffByRule(rule, day(calls), { atLeast: 3 }))).toBe(3);
});
