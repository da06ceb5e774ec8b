import { describe, expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { planCurve } from "../../sim/study/curvePlan.ts";
import { agentsIn, apportioned, withAgents } from "../../sim/study/proportion.ts";
import { readVaried, VaryError } from "../../sim/study/varyRange.ts";

describe("largest remainders", () => {
  test.each([
    [[4, 4, 3], 12, [5, 4, 3]], // quotas 4.36, 4.36, 3.27: one is left, the first of equals has it
    [[4, 4, 3], 10, [4, 3, 3]], // 3.64, 3.64, 2.73: two are left, for 0.73 and the first 0.64
    [[4, 4, 3], 14, [5, 5, 4]],
    [[1, 1, 1], 2, [1, 1, 0]],
    [[53, 24, 23], 5, [3, 1, 1]], // 2.65, 1.2, 1.15
    [[3, 0, 1], 9, [7, 0, 2]], // 6.75, 0, 2.25
    [[2, 5], 0, [0, 0]],
    [[0, 0], 0, [0, 0]],
  ])("of %j to %i are %j", (weights, whole, parts) => {
    expect(apportioned(weights, whole)).toEqual(parts);
  });

  test("always add up", () => {
    for (let whole = 0; whole < 300; whole++) expect(apportioned([7, 1, 0, 13, 2], whole).reduce((sum, part) => sum + part)).toBe(whole);
  });
});

const scenario = parseScenario(`
opening: { from: "09:00", to: "13:00" }
interval: 60m
contacts:
  calls: { volume: 100, profile: [1, 1, 1, 1], handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 20s, target: 80% }
shifts: { a: { from: "09:00", to: "12:00" }, b: { from: "10:00", to: "13:00" } }
groups:
  flat: { answers: [calls], agents: 4 }
  listed: { answers: [calls], agents: [1, 4, 2, 3] }
  shifted: { answers: [calls], shifts: { a: 3, b: 1 } }
`);

test("all groups are scaled together: over groups first, then over shifts, and intervals after the largest", () => {
  expect(agentsIn(scenario)).toBe(12);
  const { flat, listed, shifted } = withAgents(scenario, 18).groups;
  expect([flat.agents, listed.agents, shifted.shifts]).toEqual([6, [2, 6, 3, 5], { a: 5, b: 1 }]); // 1.5, 3 and 4.5 by interval: halves up; 4.5 and 1.5 agents on the shifts: the first of equals
  expect(withAgents(scenario, 12)).toEqual(scenario);
});

describe("what follows --vary", () => {
  test.each<[string, object]>([
    ["groups.flat.agents=8..11", { path: "groups.flat.agents", unit: "number", values: [8, 9, 10, 11] }],
    ["contacts.calls.volume=400..520/50", { unit: "number", values: [400, 450, 500] }],
    ["contacts.calls.dayToDayCv=0..0.3/0.1", { unit: "number", values: [0, 0.1, 0.2, 0.3] }],
    ["contacts.calls.handleTime.mean=4m..5m/30s", { unit: "seconds", values: [240, 270, 300] }],
    ["contacts.calls.balking=5%..20%/5%", { unit: "share", values: [0.05, 0.1, 0.15, 0.2] }],
    ['contacts["council tax"].priority=-1..1', { path: 'contacts["council tax"].priority', values: [-1, 0, 1] }],
    ["agents=3..3", { unit: "agents", values: [3] }],
    ["a.b=1..1000", { values: expect.objectContaining({ length: 1000 }) as number[] }],
  ])("%s", (word, varied) => {
    expect(readVaried([word])).toMatchObject([varied]);
  });

  test.each([
    ["groups.flat.agents", "must be a path, = and a range"],
    ["=1..2", "must be a path"],
    ["a=5", "must have a range"], ["a=..5", "must have a range"], ["a=1..2/", "must run through numbers"],
    ["a=x..5", "must run through numbers, durations such as 4m30s or shares such as 5% (got x)"],
    ["a=08:00..09:00/30m", "must run through numbers"], ["a=1..1e9", "must run through numbers"], ["a=.nan..2", "must run through numbers"],
    ["a=9..3", "must run upwards"],
    ["a=1..5/0", "must have a step above 0"], ["a=1..5/-1", "must have a step above 0"],
    ["a=1..1000000", "makes 1,000,000 points; at most 1,000"], ["a=0..1/0.000001", "makes 1,000,001 points"],
    ["a=4m..7m", "needs a step"], ["a=0.5..1.5", "needs a step"],
    ["a=0%..20%/5s", "of one kind"], ["a=0..20%", "of one kind"],
    ["agents=0.5..2.5/1", "whole numbers of agents"], ["agents=-1..2", "whole numbers of agents"], ["agents=10%..20%/5%", "whole numbers of agents"],
    ["seed=1..5", "every point has the same seed"], ["days=1..5", "every point has the same days"], ["precision.atMost=1..5", "every point has the same days"],
  ])("%s is refused: it %s", (word, message) => {
    expect(() => readVaried([word])).toThrow(VaryError);
    expect(() => readVaried([word])).toThrow(message);
  });

  test("all that is wrong is told at once, with the product of two ranges and a path given twice", () => {
    expect(() => readVaried(["a=3..1", "b"])).toThrow(/a=3\.\.1 must run upwards.*\n--vary b must be/);
    expect(() => readVaried(["a=1..50", "b=1..50"])).toThrow("--vary makes 2,500 points, 50 times 50; at most 1,000");
    expect(() => readVaried(["a=1..2", "a=3..4"])).toThrow("varies the same path as the other");
    expect(() => readVaried(["a=1..2", "b=3..4", "c=1..2"])).toThrow("twice at most");
  });

  test("a scenario without agents cannot be scaled", () => {
    expect(() => planCurve([], () => withAgents(scenario, 0))).toThrow("there is no agent in this scenario");
  });
});

test("nothing of money or agreements is varied, since no column of a curve depends on it", () => {
  for (const path of ["pay.perHour", "agreements.county.atLeast", "groups.team.pay.perHour"]) expect(() => readVaried([`${path}=8..12`])).toThrow("a curve has neither costs nor agreements");
});
