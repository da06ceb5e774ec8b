// Tables and examples of books, papers and other programs; where each comes from stands in test/known/answers.json.

import { describe, expect, test } from "vitest";
import { blocking, linesFor, loadFor } from "../../sim/erlang/erlangB.ts";
import { erlangC } from "../../sim/erlang/erlangC.ts";
import { leastAgents } from "../../sim/erlang/leastAgents.ts";
import { qualityFor, squareRootStaff } from "../../sim/erlang/squareRoot.ts";
import { steadyState } from "../../sim/erlang/steadyState.ts";
import known from "../known/answers.json" with { type: "json" };

const cases = known.static;

describe("Erlang B", () => {
  test.each([cases.erlangB_1_1, cases.erlangB_2_1, cases.erlangB_10_8, cases.erlangB_12_10])("blocks as published: $inputs", ({ inputs, published, recomputed }) => {
    expect(blocking(inputs.load, inputs.lines)).toBeCloseTo(published.blocking, 6);
    expect(blocking(inputs.load, inputs.lines)).toBeCloseTo(recomputed.blocking, 9);
  });

  test("carries the load that the table says at one blocked call in a hundred, and needs the lines of the table", () => {
    const { inputs, recomputed } = cases.erlangB_inverse_15_1pct;
    expect(loadFor(inputs.lines, inputs.blocking)).toBeCloseTo(recomputed.max_load, 7);
    const { inputs: { load, blocking: most }, published } = cases.erlangB_min_lines_A10_2pct;
    expect(linesFor(load, most)).toBe(published.lines);
  });
});

describe("Erlang C", () => {
  test("gives the service levels and waits that planners are taught with", () => {
    const { inputs: { calls, interval_s, aht_s, T_s, n }, published, recomputed } = cases.swpp_450per30_270s_30s;
    n.forEach((agents, i) => {
      const { serviceLevel, averageSpeedOfAnswer } = erlangC({ arrivalRate: calls / interval_s, handleTime: aht_s, answerWithin: T_s, agents, patience: null });
      expect(Math.round(100 * serviceLevel!)).toBe(published.sl_pct[i]);
      expect(100 * serviceLevel!).toBeCloseTo(recomputed.sl_pct[i], 3);
      expect(averageSpeedOfAnswer!).toBeCloseTo(recomputed.asa_s[i], 4);
    });
  });

  test.each([cases["tijms_table_5_3_2_alpha0.5"], cases["tijms_table_5_3_2_alpha0.1"]])("needs the agents of Tijms' table, and the square-root rule those beside it: at most $inputs.max_p_wait wait", ({ inputs, published }) => {
    inputs.load.forEach((load, i) => {
      expect(leastAgents({ arrivalRate: load, handleTime: 1, answerWithin: 0, patience: null }, { probabilityOfWait: inputs.max_p_wait }, erlangC)).toBe(published.exact[i]);
      expect(Math.ceil(squareRootStaff(load, qualityFor(inputs.max_p_wait)))).toBe(published.square_root_rule[i]);
    });
  });

  test("pools: one team of 14 does what six sites of four each need 24 for", () => {
    const { inputs, recomputed } = cases.pooling_1000perday;
    for (const [sites, each, , serviceLevel, occupancy] of recomputed.rows) {
      const queue = { arrivalRate: inputs.lam_per_min / 60 / sites, handleTime: 60 * inputs.aht_min, answerWithin: 60 * inputs.T_min, patience: null };
      expect(leastAgents(queue, { serviceLevel: inputs.target })).toBe(each);
      const state = erlangC({ ...queue, agents: each });
      expect(state.serviceLevel!).toBeCloseTo(serviceLevel, 6);
      expect(state.occupancy!).toBeCloseTo(occupancy, 5);
    }
  });

  test("needs the 11 productive agents of turbotab's example, 16 on the roster", () => {
    const { inputs: { calls, interval_s, aht_s, T_s, target, shrinkage }, published, recomputed } = cases.turbotab_25per600_180s;
    const queue = { arrivalRate: calls / interval_s, handleTime: aht_s, answerWithin: T_s, patience: null }, agents = leastAgents(queue, { serviceLevel: target });
    expect(agents).toBe(published.productive);
    expect(Math.ceil(agents / (1 - shrinkage))).toBe(published.scheduled);
    expect(erlangC({ ...queue, agents }).serviceLevel!).toBeCloseTo(recomputed.sl, 7);
  });
});

test("Erlang A has all the measures of the exact birth-death chain", () => {
  const { inputs: { lam, mu, theta, n, T }, recomputed } = cases["erlangA_l10.0_m1.0_th0.5_n11"];
  const state = steadyState({ arrivalRate: lam, handleTime: 1 / mu, agents: n, answerWithin: T, patience: { distribution: "exponential", mean: 1 / theta } });
  const pairs: [number | null, number][] = [
    [state.occupancy, recomputed.occupancy], [state.abandonmentRate, recomputed.p_ab], [state.probabilityOfWait, recomputed.p_wait], [state.queue, recomputed.lq],
    [state.averageWait, recomputed.ew_all], [state.averageSpeedOfAnswer, recomputed.asa_served], [state.averageTimeToAbandon, recomputed.ew_abandoned],
    [state.serviceLevel, recomputed.sl_served_of_offered], [state.serviceLevelExcludingShortAbandons, recomputed.sl_excl_short_ab],
    [state.serviceLevelIncludingAbandons, recomputed.sl_incl_ab], [state.serviceLevelOfAnswered, recomputed.sl_of_served],
  ];
  for (const [ours, theirs] of pairs) expect(ours!).toBeCloseTo(theirs, 8);
});
