import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { exactDay, NotExactError } from "../../sim/study/exact.ts";
import { simulate } from "../../sim/study/run.ts";
import { studentT95 } from "../../sim/stats/studentT.ts";
import known from "../known/answers.json" with { type: "json" };
import { councilDay, exponential, flatDay } from "../known/scenarios.ts";
import { randomMarkovDay } from "./exactRandomDays.ts";

describe("council days have the known exact solution", () => {
  for (const { id, inputs, exact, per_interval } of known.days) {
    test(`${id}, over the day and in every half hour of arrival`, () => {
      const { total, groups, intervals } = exactDay(councilDay(inputs));
      const near = (actual: number | null, truth: number, label: string) => expect(Math.abs(actual! - truth), `${label}: ${actual} against ${truth}`).toBeLessThan(1e-6 * Math.max(1, truth));
      near(total.offered.mean, exact.arrivals, "offered");
      near(total.answered.mean, exact.served, "answered");
      near(total.abandoned.mean, exact.abandoned_after_joining, "abandoned");
      near(total.blocked.mean, exact.blocked, "blocked");
      near(total.answeredWithin.mean, exact.served_in_T, "answered within");
      near(total.abandonedWithin.mean, exact.ab_in_T, "abandoned within");
      near(total.serviceLevel.mean, exact.sl_served_of_offered, "service level");
      near(total.serviceLevelIncludingAbandons.mean, exact.sl_incl_ab, "including abandons");
      near(total.serviceLevelExcludingShortAbandons.mean, exact.sl_excl_short_ab, "excluding short abandons");
      near(total.serviceLevelOfAnswered.mean, exact.sl_of_served, "of answered");
      near(total.probabilityOfWait.mean, exact.p_wait, "probability of wait");
      near(total.averageWait.mean, exact.mean_wait_all * 3600, "average wait");
      near(groups.all.busyHours.mean, (exact.served * 5.5) / 60, "busy hours");
      near(groups.all.staffedHours.mean! - groups.all.overrunHours.mean!, exact.agent_hours_sched, "hours on duty");
      per_interval.forEach((truth, i) => {
        near(intervals[i].total.serviceLevel.mean, truth.sl_served_of_offered, `service level ${i}`);
        near(intervals[i].total.serviceLevelIncludingAbandons.mean, truth.sl_incl_ab, `including abandons ${i}`);
        near(intervals[i].total.probabilityOfWait.mean, truth.p_wait, `probability of wait ${i}`);
        near(intervals[i].total.blocked.mean, truth.blocked, `blocked ${i}`);
      });
    });
  }
});

const days = fc.sample(randomMarkovDay, { seed: 2, numRuns: 200 });

describe("200 random Markov days", () => {
  const results = days.map((scenario) => exactDay(scenario));

  test("keep what must be kept: contacts by outcome, work by contact, waits by hang-up, and the day as the sum of its intervals", () => {
    results.forEach(({ total, groups, intervals }, n) => {
      const { patience, handleTime } = days[n].contacts.calls, factor = days[n].groups.all.answers.calls.handleTimeFactor;
      for (const m of [total, ...intervals.map((interval) => interval.total)]) {
        expect(m.answered.mean! + m.abandoned.mean! + m.blocked.mean! + m.lostAtClose.mean!).toBeCloseTo(m.offered.mean!, 8);
        for (const { mean } of Object.values(m).filter((value) => value !== null && "mean" in value)) if (mean !== null) expect(mean).toBeGreaterThanOrEqual(0);
        expect(m.answeredWithin.mean!).toBeLessThan(m.answered.mean! + 1e-9);
      }
      if (handleTime.distribution === "exponential") expect(groups.all.busyHours.mean! * 3600).toBeCloseTo(total.answered.mean! * handleTime.mean * factor, 5);
      // Everybody who waits hangs up at the same rate: who joined and hung up, over the seconds that all have waited.
      if (patience !== "never" && patience.distribution === "exponential") {
        const joined = total.abandoned.mean! - (days[n].contacts.calls.balking / (1 - days[n].contacts.calls.balking)) * total.probabilityOfWait.mean! * total.offered.mean!;
        expect(joined * patience.mean).toBeCloseTo(total.averageWait.mean! * total.offered.mean!, 5);
      }
      for (const measure of ["offered", "answered", "answeredWithin", "abandoned"] as const) {
        expect(intervals.reduce((sum, interval) => sum + interval.total[measure].mean!, 0)).toBeCloseTo(total[measure].mean!, 9);
      }
    });
  });

  // Measured with the seeds and days below. 200 standard normal scores have a mean of 0 with a standard deviation of 0.07, a mean square of
  // 1 with one of 0.1, and a largest of about 2.8; the bounds are four standard deviations.
  //                        scores    mean  mean square  largest
  //   service level           198   0.062        1.141     2.82
  //   answered                200   0.015        1.193     2.98
  //   probability of wait     198  -0.036        1.048     2.93
  //   abandonment rate        129  -0.066        0.983     2.96
  //   average wait            198  -0.061        1.080     3.06
  //   speed of answer         196  -0.062        1.088     3.10
  //   occupancy               200   0.042        0.934     3.08
  //   overrun hours           200  -0.006        1.103     3.02
  test("lie as far from 320 simulated days each as chance says: z-scores look standard normal", () => {
    const DAYS = 320, quantile = studentT95(DAYS - 1), scores: Record<string, number[]> = {};
    results.forEach(({ total, groups }, n) => {
      const simulated = simulate(days[n], { days: DAYS, seed: `random day ${n}` });
      const pairs = {
        serviceLevel: [simulated.total.serviceLevel, total.serviceLevel], answered: [simulated.total.answered, total.answered],
        probabilityOfWait: [simulated.total.probabilityOfWait, total.probabilityOfWait], abandonmentRate: [simulated.total.abandonmentRate, total.abandonmentRate],
        averageWait: [simulated.total.averageWait, total.averageWait], averageSpeedOfAnswer: [simulated.total.averageSpeedOfAnswer, total.averageSpeedOfAnswer],
        occupancy: [simulated.groups.all.occupancy, groups.all.occupancy], overrunHours: [simulated.groups.all.overrunHours, groups.all.overrunHours],
      };
      for (const [name, [{ mean, halfWidth }, exact]] of Object.entries(pairs)) {
        if (mean === null || exact.mean === null || !(halfWidth! > 0) || exact.mean * total.offered.mean! * DAYS < 50) continue; // hardly ever happens: no normal law yet
        (scores[name] ??= []).push((mean - exact.mean) / (halfWidth! / quantile));
      }
    });
    for (const [name, z] of Object.entries(scores)) {
      const n = z.length, mean = z.reduce((sum, x) => sum + x, 0) / n, square = z.reduce((sum, x) => sum + x * x, 0) / n, largest = Math.max(...z.map(Math.abs));
      expect(n, name).toBeGreaterThan(100);
      expect(Math.abs(mean), `mean of ${name}`).toBeLessThan(4 / Math.sqrt(n));
      expect(Math.abs(square - 1), `mean square of ${name}`).toBeLessThan(4 * Math.sqrt(2 / n));
      expect(largest, `largest of ${name}`).toBeLessThan(4.5);
    }
  });
});

test("a long flat day tends to the steady state of M/M/n+M", () => {
  // By the balance equations, summed here: 30 erlangs, 28 agents, patience as long as the handle time (Garnett, Mandelbaum and Reiman 2002).
  const exact = exactDay(flatDay({ ratePerHour: 360, handleTime: exponential("5m"), patience: exponential("5m"), agents: 28, answerWithin: "20s" }));
  let weight = 1, all = 1, waits = 0, queue = 0;
  for (let n = 1; n < 400; n++) { // with equal rates of finishing and hanging up the number present is Poisson
    weight *= 30 / n;
    all += weight;
    if (n >= 28) { waits += weight; queue += (n - 28) * weight; }
  }
  for (const { total, groups } of exact.intervals.slice(6, -1)) {
    expect(total.probabilityOfWait.mean).toBeCloseTo(waits / all, 9);
    expect(total.averageWait.mean! * 0.1).toBeCloseTo(queue / all, 8); // Little: 0.1 calls a second
    expect(total.abandonmentRate.mean).toBeCloseTo(queue / all / 300 / 0.1, 9);
    expect(groups.all.busyHours.mean).toBeCloseTo(30 - queue / all, 8);
  }
});

test("the same with lines and with nobody hanging up: Erlang B and C by interval", () => {
  const b = exactDay(flatDay({ ratePerHour: 60, handleTime: exponential("5m"), patience: "never", agents: 5, answerWithin: "0s", lines: 5 }));
  expect(b.intervals[12].total.blocked.mean! / b.intervals[12].total.offered.mean!).toBeCloseTo(0.2848678213, 9); // B(5, 5) = 26.0417 / 91.4167
  const c = exactDay(flatDay({ ratePerHour: 200, handleTime: exponential("3m"), patience: "never", agents: 14, answerWithin: "20s" }));
  expect(c.intervals[20].total.probabilityOfWait.mean).toBeCloseTo(0.1741319, 7); // 10 erlangs, 14 agents
  expect(c.intervals[20].total.serviceLevel.mean).toBeCloseTo(1 - 0.1741319 * Math.exp(-4 * 20 / 180), 7);
});

test("nobody on duty, nobody coming, and a threshold of nothing have their exact answers too", () => {
  const text = (agents: string, rates: string) => parseScenario(`
opening: { from: "09:00", to: "10:00" }
interval: 30m
contacts: { calls: { ratesPerHour: ${rates}, handleTime: ${exponential("5m")}, patience: never, answerWithin: 0s, target: 80% } }
groups: { team: { answers: [calls], agents: ${agents} } }
`);
  const nobody = exactDay(text("0", "[10, 20]"));
  expect(nobody.total.lostAtClose.mean).toBeCloseTo(15, 9);
  expect(nobody.total.averageWait.mean).toBeCloseTo((5 * 2700 + 10 * 900) / 15, 6); // on average from the middle of the half hour to closing
  expect(nobody.groups.team).toMatchObject({ occupancy: { mean: null, halfWidth: null }, busyHours: { mean: 0, halfWidth: 0 } });
  const quiet = exactDay(text("[2, 1]", "[0, 0]"));
  expect(quiet.total).toMatchObject({ offered: { mean: 0, halfWidth: 0 }, serviceLevel: { mean: null, halfWidth: null } });
  expect(quiet.groups.team.staffedHours.mean).toBeCloseTo(1.5, 12);
  const atOnce = exactDay(text("2", "[10, 20]")).total;
  expect(atOnce.serviceLevel.mean).toBeCloseTo(1 - atOnce.probabilityOfWait.mean!, 12);
});

test("a day without an exact solution is refused with all its reasons", () => {
  const scenario = { ...days[0], contacts: { calls: { ...days[0].contacts.calls, dayToDayCv: 0.2, handleTime: { distribution: "deterministic" as const, mean: 60 } } } };
  expect(() => exactDay(scenario)).toThrow(NotExactError);
  expect(() => exactDay(scenario)).toThrow("contacts.calls.dayToDayCv must be 0 in an exact day\ncontacts.calls.handleTime.distribution must be exponential in an exact day");
});
