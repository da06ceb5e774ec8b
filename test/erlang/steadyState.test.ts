import { describe, expect, test } from "vitest";
import { erlangA } from "../../sim/erlang/erlangA.ts";
import { erlangC, waitPercentile } from "../../sim/erlang/erlangC.ts";
import { erlangG } from "../../sim/erlang/generalPatience.ts";
import { steadyState, type Queue } from "../../sim/erlang/steadyState.ts";
import known from "../known/answers.json" with { type: "json" };
import { solveChain, type Chain } from "./chain.ts";
import generalPatience from "./generalPatience.json" with { type: "json" };
import { errorOf } from "./worstError.ts";

const minutes = 60;
const exponential = (mean: number) => ({ distribution: "exponential", mean }) as const;
const queueOf = ({ load, agents, patience, balking, lines, answerWithin }: Chain): Queue => ({
  arrivalRate: load, handleTime: 1, agents, answerWithin, balking, patience: patience === Infinity ? null : exponential(patience), ...(lines === Infinity ? {} : { lines }),
});

describe("against the chain of states", () => {
  // Measured on all 12 measures of 1,400 queues: at most 1.4e-3 of the allowed error, which is relative 1e-9 or absolute 1e-12.
  test("Erlang A and C are right over a wide grid, with balking and with lines", () => {
    let worst = 0, queues = 0;
    for (const load of [0.01, 0.3, 1, 7.7, 40, 300]) for (const ratio of [0.2, 0.8, 1, 1.1, 1.6, 4]) for (const patience of [0.02, 0.5, 5, Infinity]) {
      for (const balking of [0, 0.1]) for (const room of [0, 1, 7, 100, Infinity]) {
        const agents = Math.max(1, Math.round(load * ratio)), chain = { load, agents, patience, balking, lines: agents + room, answerWithin: 0.1 };
        if (room === Infinity && patience === Infinity && load * (1 - balking) > agents * 0.97) continue; // too many states
        const wanted = solveChain(chain), got = steadyState(queueOf(chain));
        queues++;
        for (const name of Object.keys(wanted) as (keyof typeof wanted)[]) { // keys() widens them to string
          const error = errorOf(got[name], wanted[name]);
          expect(error, `${name} of ${JSON.stringify(chain)}: ${got[name]} for ${wanted[name]}`).toBeLessThan(1);
          worst = Math.max(worst, error);
        }
      }
    }
    expect(queues).toBeGreaterThan(1300);
    expect(worst).toBeLessThan(0.01);
  });

  test("Erlang A is right with thousands of agents", () => {
    for (const [load, agents, patience] of [[2000, 2000, 0.5], [2000, 1600, 0.1], [2000, 2100, 5], [10_000, 10_050, 0.6], [10_000, 9900, 0.2]]) {
      const chain = { load, agents, patience, balking: 0.05, lines: Infinity, answerWithin: 0.01 }, wanted = solveChain(chain), got = steadyState(queueOf(chain));
      for (const name of Object.keys(wanted) as (keyof typeof wanted)[]) expect(errorOf(got[name], wanted[name]), `${name} of ${JSON.stringify(chain)}`).toBeLessThan(0.01);
    }
  });
});

/** The same chain, added up in doubles from all agents busy both ways: for numbers of states that whole numbers are too slow for. */
function addedUp(load: number, agents: number, patience: number, room: number) {
  let free = 0, busy = 1, queue = 0, term = 1;
  for (let k = agents; k > 0 && term > 1e-25; k--) free += term *= k / load;
  term = 1;
  for (let waiting = 1; waiting <= room && term > 1e-25 * busy; waiting++) {
    term *= load / (agents + waiting / patience);
    busy += term;
    queue += waiting * term;
  }
  const all = free + busy;
  return { probabilityNoAgentFree: busy / all, abandonmentRate: queue / all / patience / load, queue: queue / all, blocking: room === Infinity ? 0 : term / all };
}

// Measured: at most 1.1e-4 of the allowed error.
test("a million erlangs agree with the chain of states added up in doubles", () => {
  for (const load of [1e5, 1e6]) for (const beta of [-3, -0.5, 0, 0.5, 3]) for (const patience of [0.1, 0.6, 5]) for (const room of [50, 1000, 10_000, Infinity]) {
    const agents = Math.round(load + beta * Math.sqrt(load)), wanted = addedUp(load, agents, patience, room);
    const got = steadyState(queueOf({ load, agents, patience, balking: 0, lines: agents + room, answerWithin: 1e-4 }));
    for (const name of Object.keys(wanted) as (keyof typeof wanted)[]) {
      expect(errorOf(got[name], wanted[name]), `${name} of ${load} ${agents} ${patience} ${room}: ${got[name]} for ${wanted[name]}`).toBeLessThan(0.01);
    }
  }
});

describe("against mpmath", () => {
  // Measured on 60 queues of six laws: relative error at most 8e-13.
  test.each(generalPatience.cases)("M/M/n+G is right for $patience.distribution patience, $load erlangs, $agents agents", ({ load, agents, answerWithin, balking, patience, answers }) => {
    const got = steadyState({ arrivalRate: load / 300, handleTime: 300, agents, answerWithin, balking, patience: patience as Queue["patience"] }); // JSON widens names of laws to string
    for (const [name, wanted] of Object.entries(answers)) expect(errorOf(got[name as keyof typeof got], wanted, 1e-10, 1e-15), name).toBeLessThan(1);
  });
});

test("with fixed patience it is the closed form: the density is an exponential up to the patience, and another after it", () => {
  for (const [load, agents, patience] of [[10, 11, 0.5], [10, 8, 0.5], [100, 100.5, 2], [1000, 1020, 0.1]].map(([load, agents, patience]) => [load, Math.round(agents), patience])) {
    const drift = load - agents, before = drift === 0 ? patience : Math.expm1(drift * patience) / drift, after = Math.exp(drift * patience) / agents;
    let free = 1, term = 1;
    for (let k = agents - 1; k > 0; k--) free += term *= k / load;
    const all = free + load * (before + after), got = erlangG({ arrivalRate: load, handleTime: 1, agents, answerWithin: 0.01, patience: { distribution: "deterministic", mean: patience } });
    expect(errorOf(got.abandonmentRate, (load * after) / all, 1e-11)).toBeLessThan(1);
    expect(errorOf(got.probabilityOfWait, (load * (before + after)) / all, 1e-11)).toBeLessThan(1);
    expect(errorOf(got.serviceLevel, (free + (load * Math.expm1(drift * 0.01)) / (drift || 1)) / all, 1e-11)).toBeLessThan(drift === 0 ? Infinity : 1);
    expect(got.averageTimeToAbandon).toBeCloseTo(patience, 10);
  }
});

describe("the known answers hold", () => {
  test("Erlang C, the table of 100 calls a half hour", () => {
    const { inputs: { calls, interval_s, aht_s, T_s }, published, recomputed } = known.static.erlangC_100per30_180s_20s;
    published.n.forEach((agents, i) => {
      const got = erlangC({ arrivalRate: calls / interval_s, handleTime: aht_s, agents, answerWithin: T_s, patience: null });
      expect(got.probabilityOfWait).toBeCloseTo(recomputed.pw[i], 9);
      expect(got.serviceLevel).toBeCloseTo(recomputed.sl[i], 9);
      expect(got.averageSpeedOfAnswer! / published.asa_s[i]).toBeCloseTo(1, 12);
      expect(got.occupancy).toBeCloseTo(recomputed.occupancy[i], 7);
    });
  });

  test("Garnett, Mandelbaum and Reiman's table: with and without hanging up, and with fewer calls", () => {
    const { recomputed: { MMN, MMNM, MMN_thinned } } = known.static.garnett_mandelbaum_reiman_table1;
    const queue = { arrivalRate: 48 / minutes, handleTime: 60, agents: 50, answerWithin: 20, patience: null };
    const patient = erlangC(queue), impatient = erlangA({ ...queue, patience: exponential(120) });
    expect(patient.averageWait).toBeCloseTo(MMN.wait_s, 4);
    expect(patient.queue).toBeCloseTo(MMN.queue, 4);
    expect(waitPercentile(queue, 0.9)).toBeCloseTo(MMN.p90_s, 4);
    expect(impatient.abandonmentRate).toBeCloseTo(MMNM.ab, 9);
    expect(impatient.averageWait).toBeCloseTo(MMNM.wait_all_s, 5);
    expect(impatient.averageSpeedOfAnswer).toBeCloseTo(MMNM.wait_served_s, 4);
    expect(impatient.queue).toBeCloseTo(MMNM.queue, 5);
    expect(impatient.occupancy).toBeCloseTo(MMNM.util, 6);
    const thinned = { ...queue, arrivalRate: queue.arrivalRate * (1 - 0.031) };
    expect(erlangC(thinned).averageWait).toBeCloseTo(MMN_thinned.wait_s, 1);
    expect(waitPercentile(thinned, 0.9)).toBeCloseTo(MMN_thinned.p90_s, 0);
  });

  test("Erlang A with all four service levels", () => {
    const answers = known.static.erlangA_100per30_3min_pat5_n14.recomputed;
    const got = erlangA({ arrivalRate: 100 / 1800, handleTime: 180, agents: 14, answerWithin: 20, patience: exponential(300) });
    expect(got.probabilityOfWait).toBeCloseTo(answers.p_wait, 9);
    expect(got.abandonmentRate).toBeCloseTo(answers.p_ab, 10);
    expect(got.occupancy).toBeCloseTo(answers.occupancy, 9);
    expect(got.averageWait! / minutes).toBeCloseTo(answers.ew_all, 10);
    expect(got.averageSpeedOfAnswer! / minutes).toBeCloseTo(answers.asa_served, 10);
    expect(got.queue).toBeCloseTo(answers.lq, 8);
    expect(got.serviceLevel).toBeCloseTo(answers.sl_served_of_offered, 9);
    expect(got.serviceLevelExcludingShortAbandons).toBeCloseTo(answers.sl_excl_short_ab, 9);
    expect(got.serviceLevelIncludingAbandons).toBeCloseTo(answers.sl_incl_ab, 9);
    expect(got.serviceLevelOfAnswered).toBeCloseTo(answers.sl_of_served, 9);
  });

  test("Weibull patience", () => {
    const answers = known.static.mmn_plus_G_weibull.recomputed;
    const got = erlangG({ arrivalRate: 1.85 / minutes, handleTime: 330, agents: 11, answerWithin: 20, patience: { distribution: "weibull", shape: 0.6, scale: 180 } });
    expect(got.probabilityNoAgentFree).toBeCloseTo(answers.p_no_free_agent, 7);
    expect(got.abandonmentRate).toBeCloseTo(answers.p_ab, 7);
    expect(got.averageWait! / minutes).toBeCloseTo(answers.ew_all, 7);
    expect(got.queue).toBeCloseTo(answers.lq, 7);
    expect(got.occupancy).toBeCloseTo(answers.occupancy, 7);
    expect(got.serviceLevel).toBeCloseTo(answers.sl_served_of_offered, 7);
    expect(got.serviceLevelOfAnswered).toBeCloseTo(answers.sl_of_served, 6);
  });

  test("Erlang A with limited lines", () => {
    const { inputs, recomputed: answers } = known.static.erlangA_finite_lines;
    const got = erlangA({ arrivalRate: inputs.lam_per_min / minutes, handleTime: 330, agents: inputs.n, lines: inputs.lines, answerWithin: 20, patience: exponential(180) });
    expect(got.blocking).toBeCloseTo(answers.p_block, 9);
    expect(got.abandonmentRate).toBeCloseTo(answers.p_ab, 9);
    expect(got.probabilityOfWait).toBeCloseTo(answers.p_wait, 9);
    expect(got.queue).toBeCloseTo(answers.lq, 9);
    expect(got.averageWait! / minutes).toBeCloseTo(answers.ew_all, 8);
    expect(got.averageSpeedOfAnswer! / minutes).toBeCloseTo(answers.asa_served, 8);
    expect(got.averageTimeToAbandon! / minutes).toBeCloseTo(answers.ew_abandoned, 8);
    expect(got.serviceLevel).toBeCloseTo(answers.sl_served_of_offered, 8);
    expect(got.serviceLevelIncludingAbandons).toBeCloseTo(answers.sl_incl_ab, 8);
    expect(got.serviceLevelOfAnswered).toBeCloseTo(answers.sl_of_served, 8);
    // The table leaves the blocked out as well; by measures.ts they are offered.
    expect(got.serviceLevel! / (1 - answers.ab_in_t - answers.p_block)).toBeCloseTo(answers.sl_excl_short_ab, 8);
  });
});

describe("at the edges", () => {
  const queue: Queue = { arrivalRate: 1 / 10, handleTime: 100, agents: 12, answerWithin: 20, patience: exponential(180) };

  test("Erlang C in overload has its answer: everybody waits, nobody is answered in time, waits have no bound", () => {
    for (const agents of [1, 9, 10]) {
      expect(erlangC({ ...queue, agents })).toMatchObject({
        probabilityOfWait: 1, probabilityNoAgentFree: 1, serviceLevel: 0, serviceLevelOfAnswered: 0, averageSpeedOfAnswer: null, averageWait: null,
        averageTimeToAbandon: null, abandonmentRate: 0, occupancy: 1, queue: null,
      });
      expect(waitPercentile({ ...queue, agents }, 0.5)).toBeNull();
    }
    expect(erlangC({ ...queue, arrivalRate: 130 / 1800, handleTime: 180, agents: 13 }).averageWait).toBeNull(); // 13 erlangs, which a double makes 12.999999999999998
  });

  test("balking can keep Erlang C out of overload", () => {
    const state = erlangC({ ...queue, agents: 9, balking: 0.2 });
    expect(state.averageWait).toBeGreaterThan(0);
    expect(state.abandonmentRate).toBeCloseTo(0.2 * state.probabilityNoAgentFree!, 12);
  });

  test("the wait's percentile is 0 below the share answered at once, and leaves the right share above it", () => {
    const { probabilityOfWait } = erlangC(queue);
    expect(waitPercentile(queue, 1 - probabilityOfWait!)).toBe(0);
    for (const p of [0.8, 0.95, 0.999]) {
      expect(erlangC({ ...queue, answerWithin: waitPercentile(queue, p)! }).serviceLevel).toBeCloseTo(p, 12);
    }
    expect(() => waitPercentile(queue, 1)).toThrow("p must be a share from 0 to below 1 (got 1)");
  });

  test("very patient contacts are those of Erlang C, and so are contacts with very many lines", () => {
    const patient = erlangC(queue).serviceLevel!;
    expect(steadyState({ ...queue, patience: exponential(1e12) }).serviceLevel).toBeCloseTo(patient, 8);
    expect(steadyState({ ...queue, patience: null, lines: 100_000 }).serviceLevel).toBeCloseTo(patient, 12);
  });

  test("Weibull patience of shape 1 and gamma patience of cv 1 are exponential patience", () => {
    const wanted = erlangA(queue);
    for (const patience of [{ distribution: "weibull", shape: 1, scale: 180 }, { distribution: "gamma", mean: 180, cv: 1 }] as const) {
      const got = erlangG({ ...queue, patience });
      for (const name of Object.keys(wanted) as (keyof typeof wanted)[]) expect(errorOf(got[name], wanted[name]!, 1e-11), name).toBeLessThan(1);
    }
  });

  test("without contacts nothing is measured; without agents everybody waits until they hang up", () => {
    expect(steadyState({ ...queue, arrivalRate: 0 })).toMatchObject({ offeredLoad: 0, serviceLevel: null, averageWait: null, occupancy: 0, queue: 0 });
    const nobody = steadyState({ ...queue, agents: 0, balking: 0.1 });
    expect(nobody).toMatchObject({ serviceLevel: 0, abandonmentRate: 1, averageSpeedOfAnswer: null, occupancy: null });
    expect(nobody.averageWait).toBeCloseTo(162, 12);
    const full = steadyState({ ...queue, agents: 0, lines: 10 }), chain = solveChain({ load: 18, agents: 10, patience: Infinity, balking: 0, lines: 10, answerWithin: 0 });
    expect(full.blocking).toBeCloseTo(chain.blocking, 12); // ten lines, each held for 180 s: Erlang B at 18 erlangs
    expect(steadyState({ ...queue, agents: 0, patience: null })).toMatchObject({ probabilityOfWait: 1, serviceLevel: 0, averageWait: null });
  });

  test("lines that are fewer than the agents keep some of them idle", () => {
    const state = steadyState({ ...queue, lines: 5 });
    expect(state).toMatchObject({ probabilityOfWait: 0, averageWait: 0, abandonmentRate: 0 });
    expect(state.occupancy).toBeCloseTo((10 * (1 - state.blocking!)) / 12, 12);
    expect(steadyState({ ...queue, lines: 5, patience: null, balking: 1 }).blocking).toBeCloseTo(state.blocking!, 12);
  });

  test("laws so narrow that they are almost fixed, or with the heaviest start, agree with their neighbours", () => {
    const fixed = steadyState({ ...queue, agents: 9, patience: { distribution: "deterministic", mean: 100 } });
    for (const distribution of ["lognormal", "gamma"] as const) {
      for (const cv of [1e-3, 1e-5, 1e-9]) {
        const narrow = steadyState({ ...queue, agents: 9, patience: { distribution, mean: 100, cv } });
        expect(Math.abs(narrow.abandonmentRate! - fixed.abandonmentRate!), `${distribution} ${cv}`).toBeLessThan(cv * cv * 10 + 1e-9);
      }
    }
  });

  test("from a hundredth to a million erlangs every measure is a number, in milliseconds", () => {
    for (const load of [0.01, 1, 1e3, 1e6]) for (const ratio of [0.1, 0.9, 1, 1.001, 1.5, 10]) for (const patience of [exponential(180), { distribution: "weibull", shape: 0.1, scale: 180 } as const, { distribution: "deterministic", mean: 60 } as const]) {
      const agents = Math.max(1, Math.round(load * ratio)), before = performance.now();
      const state = steadyState({ arrivalRate: load / 300, handleTime: 300, agents, answerWithin: 20, patience });
      expect(performance.now() - before).toBeLessThan(1000);
      for (const value of Object.values(state)) if (value !== null) expect(value).toBeGreaterThanOrEqual(0);
      expect(state.occupancy).toBeLessThan(1 + 1e-9);
      expect((state.occupancy! * agents) / load + state.abandonmentRate!).toBeCloseTo(1, 9);
    }
  });
});

describe("what is not covered is refused", () => {
  const queue: Queue = { arrivalRate: 0.1, handleTime: 100, agents: 12, answerWithin: 20, patience: { distribution: "deterministic", mean: 60 } };

  test("limited lines with patience that is not exponential", () => {
    expect(() => steadyState({ ...queue, lines: 20 })).toThrow(new RangeError("with limited lines there is a formula for exponential patience only"));
    expect(() => erlangA(queue)).toThrow("Erlang A needs exponential patience (got deterministic)");
    expect(() => erlangG({ ...queue, patience: null })).toThrow("M/M/n+G needs a law of patience (got null)");
  });

  test("quantities outside their range, by name", () => {
    for (const [part, message] of [
      [{ arrivalRate: -1 }, "arrivalRate"], [{ arrivalRate: NaN }, "arrivalRate"], [{ handleTime: 0 }, "handleTime"], [{ agents: 2.5 }, "agents"], [{ agents: -1 }, "agents"],
      [{ answerWithin: -1 }, "answerWithin"], [{ balking: 1.1 }, "balking"], [{ lines: 0 }, "lines"],
    ] as const) expect(() => steadyState({ ...queue, ...part })).toThrow(new RegExp(`^${message} must be`));
  });
});
