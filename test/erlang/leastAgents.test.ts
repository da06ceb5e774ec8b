import { describe, expect, test } from "vitest";
import { erlangC } from "../../sim/erlang/erlangC.ts";
import { leastAgents, type Targets } from "../../sim/erlang/leastAgents.ts";
import { steadyState, type Queue } from "../../sim/erlang/steadyState.ts";

const calls: Omit<Queue, "agents"> = { arrivalRate: 100 / 1800, handleTime: 180, answerWithin: 20, patience: null };
const impatient: Omit<Queue, "agents"> = { ...calls, patience: { distribution: "exponential", mean: 300 } };

test("80 % in 20 seconds of 100 calls a half hour take 14 agents (README of pyworkforce)", () => {
  expect(leastAgents(calls, { serviceLevel: 0.8 })).toBe(14);
});

test("the table's own service levels are met by the table's agents, and a hair more by one more", () => {
  for (const agents of [11, 12, 13, 14]) {
    const { serviceLevel } = erlangC({ ...calls, agents });
    expect(leastAgents(calls, { serviceLevel: serviceLevel! })).toBe(agents);
    expect(leastAgents(calls, { serviceLevel: serviceLevel! + 1e-12 })).toBe(agents + 1);
  }
});

const met = (queue: Omit<Queue, "agents">, agents: number, { serviceLevel = 0, ...caps }: Targets): boolean => {
  const state = steadyState({ ...queue, agents });
  return state.serviceLevel! >= serviceLevel && Object.entries(caps).every(([name, cap]) => state[name as keyof Targets] !== null && state[name as keyof Targets]! <= cap);
};

test("for every kind of target it is the least number: counted up one by one", () => {
  const targets: Targets[] = [
    { serviceLevel: 0.8 }, { averageSpeedOfAnswer: 10 }, { averageWait: 5 }, { probabilityOfWait: 0.2 }, { occupancy: 0.7 }, { serviceLevel: 0.8, occupancy: 0.65 },
    { serviceLevel: 0.01 }, { averageWait: 1e-3 }, { serviceLevel: 0.999999 },
  ];
  for (const queue of [calls, impatient, { ...impatient, balking: 0.1 }, { ...impatient, lines: 16 }, { ...calls, patience: { distribution: "deterministic", mean: 60 } as const }, { ...impatient, arrivalRate: 1e-4 }]) {
    for (const target of queue.lines === undefined ? [...targets, ...(queue.patience === null ? [] : [{ abandonmentRate: 0.03 }])] : targets.slice(0, 6)) {
      let wanted = 0;
      while (!met(queue, wanted, target)) wanted++;
      expect(leastAgents(queue, target), JSON.stringify({ queue, target })).toBe(wanted);
    }
  }
});

test("a formula can be chosen: Erlang C asks for more than Erlang A", () => {
  expect(leastAgents(impatient, { serviceLevel: 0.8 }, erlangC)).toBe(14);
  expect(leastAgents(impatient, { serviceLevel: 0.8 })).toBe(13);
});

test("a million erlangs take less than a second, and a few square roots of the load beyond it", () => {
  const before = performance.now(), big = { arrivalRate: 1e6 / 300, handleTime: 300, answerWithin: 20 };
  const patient = leastAgents({ ...big, patience: null }, { probabilityOfWait: 0.5 });
  const least = leastAgents({ ...big, patience: { distribution: "exponential", mean: 180 } }, { serviceLevel: 0.8 });
  expect(performance.now() - before).toBeLessThan(2000);
  expect(patient).toBeGreaterThan(1e6 + 0.49 * 1000);
  expect(patient).toBeLessThan(1e6 + 0.53 * 1000); // Halfin and Whitt: beta = 0.506 at one half
  expect(met({ ...big, patience: { distribution: "exponential", mean: 180 } }, least, { serviceLevel: 0.8 })).toBe(true);
  expect(met({ ...big, patience: { distribution: "exponential", mean: 180 } }, least - 1, { serviceLevel: 0.8 })).toBe(false);
});

test("nobody calls, nobody is needed", () => {
  expect(leastAgents({ ...calls, arrivalRate: 0 }, { serviceLevel: 0.8 })).toBe(0);
});

describe("a target that no number of agents meets is told at once", () => {
  test.each<[Targets, string]>([
    [{ serviceLevel: 1 }, "no number of agents reaches a service level of 1: it must be from 0 to below 1"],
    [{ abandonmentRate: 0 }, "no number of agents brings abandonmentRate to 0: it must be above 0"],
    [{ averageWait: 0 }, "no number of agents brings averageWait to 0: it must be above 0"],
    [{ occupancy: -1 }, "no number of agents brings occupancy to -1: it must be above 0"],
    [{ serviceLevel: NaN }, "no number of agents reaches a service level of NaN"],
    [{}, "there is no target"],
  ])("%j", (targets, message) => {
    expect(() => leastAgents(impatient, targets)).toThrow(message);
  });

  test("too few lines", () => {
    expect(() => leastAgents({ ...impatient, lines: 8 }, { serviceLevel: 0.8 })).toThrow("no number of agents reaches a service level of 0.8 with 8 lines: too many are blocked");
  });
});
