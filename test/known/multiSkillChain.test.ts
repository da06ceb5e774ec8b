// The solver of small multi-skill centres is itself held against what is known: Erlang's and Palm's formulas, moments of overflow, a chain
// solved elsewhere, and the exact days of one queue.

import { describe, expect, test } from "vitest";
import { exactDay } from "../../sim/study/exact.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import known from "./answers.json" with { type: "json" };
import type { Centre, ChainType } from "./multiSkillChain.ts";
import { exactMultiSkillDay, exactMultiSkillHour } from "./multiSkillDay.ts";
import { centreText } from "./multiSkillText.ts";
import { solveSkillChain } from "./skillChain.ts";

const type = (perHour: number, route: number[], rest: Partial<ChainType> = {}): ChainType => ({ perHour, handleTime: 360, patience: null, balking: 0, priority: 0, route, ...rest });
const group = (agents: number, types = 1, factor = 1) => ({ agents, factors: Array<number>(types).fill(factor), listed: null });
const loss = (erlangs: number, route: number[]) => type(10 * erlangs, route, { balking: 1 });

/** By the recursion over lines. */
function erlangB(lines: number, load: number): number {
  let blocking = 1;
  for (let n = 1; n <= lines; n++) blocking = (load * blocking) / (n + load * blocking);
  return blocking;
}

describe("the solver of multi-skill chains", () => {
  test("has Erlang B's blocking, Erlang C's waiting and Erlang A's hanging up for one group", () => {
    const b = exactMultiSkillHour({ types: [loss(8, [0])], groups: [group(10)], lines: null, room: 0 });
    expect(b.types[0].abandoned / b.types[0].offered).toBeCloseTo(known.static.erlangB_10_8.recomputed.blocking, 9);
    const { published } = known.static.erlangC_100per30_180s_20s;
    const c = exactMultiSkillHour({ types: [type(200, [0], { handleTime: 180 })], groups: [group(14)], lines: null, room: 110 });
    expect(c.types[0].joined / c.types[0].offered).toBeCloseTo(published.pw[3], 6);
    expect(c.types[0].waited / c.types[0].offered).toBeCloseTo(published.asa_s[3], 5);
    const { recomputed } = known.static.erlangA_100per30_3min_pat5_n14;
    const a = exactMultiSkillHour({ types: [type(200, [0], { handleTime: 180, patience: 300 })], groups: [group(14)], lines: null, room: 60 });
    expect(a.types[0].abandoned / a.types[0].offered).toBeCloseTo(recomputed.p_ab, 9);
    expect(a.groups[0].busy / 3600 / 14).toBeCloseTo(recomputed.occupancy, 9);
  });

  test("has, of agents tried in one order, Palm's loads: what an agent carries is what one more line carries", () => {
    // A (B(k - 1) - B(k)) erlangs by agent k; Palm 1943, in Syski, Introduction to Congestion Theory in Telephone Systems (1960).
    const { groups } = exactMultiSkillHour({ types: [loss(3, [0, 1, 2, 3])], groups: [group(1), group(1), group(1), group(1)], lines: null, room: 0 });
    groups.forEach(({ busy }, k) => { expect(busy / 3600).toBeCloseTo(3 * (erlangB(k, 3) - erlangB(k + 1, 3)), 9); });
  });

  test("has the loss of what overflows from a full group to a second: Brockmeyer's system, where both are one group", () => {
    const { types: [calls], groups: [, second] } = exactMultiSkillHour({ types: [loss(5, [0, 1])], groups: [group(4), group(3)], lines: null, room: 0 });
    expect(calls.abandoned / calls.offered).toBeCloseTo(erlangB(7, 5), 9);
    expect(second.busy / 3600).toBeCloseTo(5 * (erlangB(4, 5) - erlangB(7, 5)), 9);
  });

  test("has the mean of overflow to a group without limit, and of two overflows to one group about the loss that Hayward gives for their peakedness", () => {
    // Two primary groups overflow to one of 4 agents. Riordan's variance v = m (1 - m + A / (c + 1 + m - A)) (Wilkinson 1956); as
    // Hayward has it (Fredericks 1980), a stream of peakedness z meets B(n / z, m / z) with n agents. An approximation: 0.263 here, where 0.278 is exact and 0.189 would be the loss of Poisson streams.
    const A = 5, c = 5, m = A * erlangB(c, A), z = 1 - m + A / (c + 1 + m - A);
    const { types } = exactMultiSkillHour({ types: [loss(A, [0, 2]), loss(A, [1, 2])], groups: [group(c, 2), group(c, 2), group(4, 2)], lines: null, room: 0 });
    const lost = types[0].abandoned / types[0].offered / (m / A), hayward = continuousErlangB(4 / z, (2 * m) / z);
    expect(Math.abs(lost / hayward - 1)).toBeLessThan(0.06);
    expect(erlangB(4, 2 * m) / lost).toBeLessThan(0.7); // as if the overflow were Poisson
    const unlimited = exactMultiSkillHour({ types: [loss(A, [0, 1])], groups: [group(c), group(40)], lines: null, room: 0 });
    expect(unlimited.groups[1].busy / 3600).toBeCloseTo(m, 9);
  });

  test("has what a chain written for the W-design alone has, with priority for one of the two types", () => {
    const { inputs: { lamA, lamB, muA, thA } } = known.static.skill_W_equal;
    const alone = solveSkillChain({ arrivals: [lamA, lamB], service: muA, hangUp: thA, agents: [4, 3, 4] }, () => true); // a published case in its own test
    const calls = (perMinute: number, own: number): ChainType => type(60 * perMinute, [own, 2], { handleTime: 330, patience: 180 });
    const { types: [a, b], groups } = exactMultiSkillHour({ types: [{ ...calls(lamA, 0), priority: 1 }, calls(lamB, 1)], groups: [group(4, 2), group(3, 2), group(4, 2)], lines: null, room: 34 });
    expect(a.joined / a.offered).toBeCloseTo(alone.p_wait_A, 7);
    expect(b.joined / b.offered).toBeCloseTo(alone.p_wait_B, 7);
    expect(a.abandoned / a.offered).toBeCloseTo(alone.p_ab_A, 7);
    expect(b.waited / b.offered / 60).toBeCloseTo(alone.ew_B, 7);
    expect(groups[2].busy / 3600 / 4).toBeCloseTo(alone.occ_G, 7);
  });

  test("has, over a day from empty to the last contact, what the exact day of one queue has, and both types of a pool are like one", () => {
    const one: Centre = { types: [type(50, [0], { patience: 120, balking: 0.2 })], groups: [group(5, 1, 1.1)], lines: 9, room: 0 };
    const truth = exactMultiSkillDay(one, 7200, 40)!, { total, groups } = exactDay(parseScenario(centreText(one, 2, 40)));
    const near = (actual: number, expected: number | null) => { expect(actual / expected!).toBeCloseTo(1, 8); };
    const [calls] = truth.types;
    near(calls.offered, total.offered.mean);
    near(calls.blocked, total.blocked.mean);
    near(calls.abandoned, total.abandoned.mean);
    near(calls.abandonedWithin, total.abandonedWithin.mean);
    near(calls.answeredWithin, total.answeredWithin.mean);
    near(calls.joined / calls.offered, total.probabilityOfWait.mean);
    near(calls.waited / calls.offered, total.averageWait.mean);
    near(truth.groups[0].busy / 3600, groups.group0.busyHours.mean);
    near(truth.groups[0].overrun / 3600, groups.group0.overrunHours.mean);

    const half = { ...one.types[0], perHour: 25 }, two = exactMultiSkillDay({ ...one, types: [half, half], groups: [group(5, 2, 1.1)] }, 7200, 40)!;
    for (const measure of ["offered", "blocked", "abandoned", "abandonedWithin", "answeredWithin", "joined", "waited"] as const) near(2 * two.types[1][measure], calls[measure]);
  });
});

/** Erlang B for lines that are no whole number: 1 / B = A times the integral of exp(-A t) (1 + t)^n over t from 0 (Jagerman 1974), by Simpson's rule. */
function continuousErlangB(lines: number, load: number): number {
  const f = (t: number) => load * Math.exp(-load * t) * (1 + t) ** lines, end = 60 / load, steps = 20_000, h = end / steps;
  let sum = f(0) + f(end);
  for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * f(i * h);
  return 3 / (h * sum);
}
