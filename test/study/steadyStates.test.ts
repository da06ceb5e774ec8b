import { describe, expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import type { Result } from "../../sim/study/result.ts";
import { simulate } from "../../sim/study/run.ts";
import known from "../known/answers.json" with { type: "json" };
import { expectNear } from "../known/expectNear.ts";
import { exponential, flatDay } from "../known/scenarios.ts";
import { solveSkillChain } from "../known/skillChain.ts";

/** The hours of a round-the-clock day in which the opening is long forgotten and the closing not yet near. */
const settled = ({ intervals }: Result) => intervals.slice(8, 23);

describe("a long flat day settles in the steady state", () => {
  test("of Erlang C, when nobody hangs up", () => {
    const { inputs, published, source } = known.static.erlangC_100per30_180s_20s;
    expect(source).toContain("ErlangC");
    [13, 14].forEach((agents) => {
      const result = simulate(flatDay({ ratePerHour: 2 * inputs.calls, handleTime: exponential("180s"), patience: "never", agents, answerWithin: "20s" }), { days: 1500 });
      const i = published.n.indexOf(agents);
      for (const { total, from } of settled(result)) {
        expectNear(total.serviceLevel, published.sl[i], `service level with ${agents} at ${from}`);
        expectNear(total.averageSpeedOfAnswer, published.asa_s[i], `average speed of answer with ${agents} at ${from}`);
        expectNear(total.probabilityOfWait, published.pw[i], `probability of wait with ${agents} at ${from}`);
      }
    });
  });

  test("of Erlang A, with all four definitions of service level", () => {
    const { recomputed } = known.static.erlangA_100per30_3min_pat5_n14;
    const result = simulate(flatDay({ ratePerHour: 200, handleTime: exponential("3m"), patience: exponential("5m"), agents: 14, answerWithin: "20s" }), { days: 1500 });
    for (const { total, groups, from } of settled(result)) {
      expectNear(total.serviceLevel, recomputed.sl_served_of_offered, `service level ${from}`);
      expectNear(total.serviceLevelExcludingShortAbandons, recomputed.sl_excl_short_ab, `excluding short abandons ${from}`);
      expectNear(total.serviceLevelIncludingAbandons, recomputed.sl_incl_ab, `including abandons ${from}`);
      expectNear(total.serviceLevelOfAnswered, recomputed.sl_of_served, `of answered ${from}`);
      expectNear(total.abandonmentRate, recomputed.p_ab, `abandonment ${from}`);
      expectNear(total.averageWait, 60 * recomputed.ew_all, `average wait ${from}`);
      expectNear(total.averageSpeedOfAnswer, 60 * recomputed.asa_served, `average speed of answer ${from}`);
      expectNear(groups.all.occupancy, recomputed.occupancy, `occupancy ${from}`);
    }
  });

  test("of the table of Garnett, Mandelbaum and Reiman", () => {
    const { recomputed: { MMNM: truth } } = known.static.garnett_mandelbaum_reiman_table1;
    const result = simulate(flatDay({ ratePerHour: 48 * 60, handleTime: exponential("1m"), patience: exponential("2m"), agents: 50, answerWithin: "20s" }), { days: 200 });
    for (const { total, from } of settled(result)) {
      expectNear(total.abandonmentRate, truth.ab, `abandonment ${from}`);
      expectNear(total.averageSpeedOfAnswer, truth.wait_served_s, `average speed of answer ${from}`);
      expectNear(total.averageWait, truth.wait_all_s, `average wait ${from}`);
    }
  });

  test("of Erlang A with a limit of lines", () => {
    const { inputs, recomputed: truth } = known.static.erlangA_finite_lines;
    const result = simulate(flatDay({ ratePerHour: 60 * inputs.lam_per_min, handleTime: exponential("5.5m"), patience: exponential("3m"), agents: inputs.n, answerWithin: "20s", lines: inputs.lines }), { days: 2000 });
    for (const { total, from } of settled(result)) {
      expectNear(total.serviceLevel, truth.sl_served_of_offered, `service level ${from}`);
      expectNear(total.blocked, 60 * inputs.lam_per_min * truth.p_block, `blocked ${from}`);
      expectNear(total.abandonmentRate, truth.p_ab, `abandonment ${from}`);
      expectNear(total.probabilityOfWait, truth.p_wait, `probability of wait ${from}`);
      expectNear(total.averageTimeToAbandon, 60 * truth.ew_abandoned, `average time to abandon ${from}`);
      expectNear(total.averageSpeedOfAnswer, 60 * truth.asa_served, `average speed of answer ${from}`);
    }
  });

  test("of M/M/n+G with Weibull patience", () => {
    const { inputs, recomputed: truth } = known.static.mmn_plus_G_weibull;
    const result = simulate(flatDay({ ratePerHour: 60 * inputs.lam_per_min, handleTime: exponential("5.5m"), patience: "{ distribution: weibull, shape: 0.6, scale: 3m }", agents: inputs.n, answerWithin: "20s" }), { days: 2000 });
    for (const { total, from } of settled(result)) {
      expectNear(total.serviceLevel, truth.sl_served_of_offered, `service level ${from}`);
      expectNear(total.abandonmentRate, truth.p_ab, `abandonment ${from}`);
      expectNear(total.probabilityOfWait, truth.p_no_free_agent, `probability of wait ${from}`);
    }
  });

  test("where patience is as short as handling, of a Poisson number in the system", () => {
    // Then every contact leaves at the same rate, waiting or in hand: M/M/infinity, and an arrival finds Poisson(load) others.
    const load = 9, agents = 10;
    const result = simulate(flatDay({ ratePerHour: 60, handleTime: exponential("9m"), patience: exponential("9m"), agents, answerWithin: "0s" }), { days: 3000 });
    let atLeast = 1, term = Math.exp(-load);
    for (let n = 0; n < agents; n++) {
      atLeast -= term;
      term *= load / (n + 1);
    }
    for (const { total, from } of settled(result)) expectNear(total.probabilityOfWait, atLeast, `finds at least ${agents} ${from}`);
  });

  test("of two kinds of specialists and a generalist group, against the exact Markov chain", () => {
    const { inputs, recomputed: published } = known.static.skill_W_equal;
    const rates = { arrivals: [inputs.lamA, inputs.lamB], service: inputs.muA, hangUp: inputs.thA, agents: [inputs.nA, inputs.nB, inputs.nG] } as const;
    // The published case lets a freed generalist take from the longer queue: it shows that the chain is solved right.
    const longerQueue = solveSkillChain(rates, (waitA, waitB) => waitA >= waitB);
    expect(longerQueue.p_ab_A).toBeCloseTo(published.p_ab_A, 6);
    expect(longerQueue.occ_G).toBeCloseTo(published.occ_G, 6);

    const truth = solveSkillChain(rates, () => true);
    const type = (perMinute: number, priority: number) =>
      `{ ratesPerHour: [${Array(24).fill(60 * perMinute).join(", ")}], handleTime: ${exponential("5.5m")}, patience: ${exponential("3m")}, answerWithin: 20s, target: 80%, priority: ${priority} }`;
    const result = simulate(parseScenario(`
opening: { from: "00:00", to: "24:00" }
interval: 60m
contacts: { A: ${type(inputs.lamA, 1)}, B: ${type(inputs.lamB, 0)} }
groups:
  a: { answers: [A], agents: ${inputs.nA} }
  b: { answers: [B], agents: ${inputs.nB} }
  both: { answers: [A, B], agents: ${inputs.nG} }
`), { days: 2000 });
    for (const { types, groups, from } of settled(result)) {
      expectNear(types.A.probabilityOfWait, truth.p_wait_A, `A waits ${from}`);
      expectNear(types.B.probabilityOfWait, truth.p_wait_B, `B waits ${from}`);
      expectNear(types.A.abandonmentRate, truth.p_ab_A, `A abandons ${from}`);
      expectNear(types.B.abandonmentRate, truth.p_ab_B, `B abandons ${from}`);
      expectNear(types.A.averageWait, 60 * truth.ew_A, `A's average wait ${from}`);
      expectNear(types.B.averageWait, 60 * truth.ew_B, `B's average wait ${from}`);
      expectNear(groups.a.occupancy, truth.occ_A, `occupancy of a ${from}`);
      expectNear(groups.b.occupancy, truth.occ_B, `occupancy of b ${from}`);
      expectNear(groups.both.occupancy, truth.occ_G, `occupancy of both ${from}`);
    }
  });
});
