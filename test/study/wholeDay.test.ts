// Absence, help after a wait, groups that pick by a list, and shared busyness: against exact thinning and the limits that theory gives.

import { describe, expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import type { Result } from "../../sim/study/result.ts";
import { simulate } from "../../sim/study/run.ts";
import { solveSkillChain } from "../known/skillChain.ts";
import { expectNear } from "../known/expectNear.ts";

const contact = (volume: number, more = "") =>
  `{ volume: ${volume}, profile: [1, 1, 1, 1], handleTime: { distribution: exponential, mean: 5m }, patience: { distribution: exponential, mean: 3m }, answerWithin: 20s, target: 80%${more} }`;
const day = (contacts: string, groups: string, rest = "") =>
  parseScenario(`opening: { from: "08:00", to: "12:00" }\ninterval: 60m\ncontacts: ${contacts}\ngroups: ${groups}\n${rest}`);

/** Without what differs by name alone. */
const numbers = ({ total, types, groups, intervals }: Result) => ({ total, types, groups, intervals });

describe("absence", () => {
  const crew = (agents: number, absence: string) => day(`{ calls: ${contact(160)} }`, `{ team: { answers: [calls], agents: ${agents}${absence} } }`);

  test("is exact thinning: the mix over who is present of days with so many agents, each as often as the binomial says", () => {
    const agents = 6, chance = 0.25, days = 6000;
    const { total, groups } = simulate(crew(agents, `, absence: ${100 * chance}%`), { days });
    let answeredWithin = 0, abandoned = 0, variance = 0, binomial = (1 - chance) ** agents;
    for (let absent = 0; absent <= agents; absent++) {
      const present = simulate(crew(agents - absent, ""), { days: 3000, seed: `${absent}` }).total;
      answeredWithin += binomial * present.answeredWithin.mean!;
      abandoned += binomial * present.abandoned.mean!;
      variance += (binomial * present.answeredWithin.halfWidth!) ** 2;
      binomial *= ((agents - absent) / (absent + 1)) * (chance / (1 - chance));
    }
    const widened = (estimate: { mean: number | null; halfWidth: number | null }) => ({ mean: estimate.mean, halfWidth: Math.hypot(estimate.halfWidth!, Math.sqrt(variance)) });
    expectNear(widened(total.answeredWithin), answeredWithin, "answered within");
    expectNear(widened(total.abandoned), abandoned, "abandoned");
    expectNear(groups.team.absentHours, agents * chance * 4, "absent hours");
    expect(groups.team.rosteredHours).toEqual({ mean: agents * 4, halfWidth: 0 });
    expect(groups.team.paidHours).toEqual({ mean: agents * 4, halfWidth: 0 });
  });

  test("lowers utilisation and raises occupancy: those who came are busier, and the absent are paid", () => {
    const full = simulate(crew(6, ""), { days: 500 }).groups.team, thin = simulate(crew(6, ", absence: 30%"), { days: 500 }).groups.team;
    expect(thin.utilisation.mean!).toBeLessThan(full.utilisation.mean! - 0.02);
    expect(thin.occupancy.mean!).toBeGreaterThan(full.occupancy.mean! + 0.05);
  });

  test("of a shift stands instead of the group's", () => {
    const shifts = `shifts: { early: { from: "08:00", to: "10:00", absence: 50% }, late: { from: "10:00", to: "12:00" } }`;
    const { intervals } = simulate(day(`{ calls: ${contact(80)} }`, `{ team: { answers: [calls], absence: 10%, shifts: { early: 4, late: 4 } } }`, shifts), { days: 4000 });
    expectNear(intervals[0].groups.team.absentHours, 2, "early");
    expectNear(intervals[3].groups.team.absentHours, 0.4, "late");
  });

  test("is drawn for each agent: one more agent moves nobody else's luck, and an agent's is the same on every day of that number", () => {
    const absentHours = (agents: number, seed: string) => simulate(crew(agents, ", absence: 40%"), { days: 1, seed }).groups.team.absentHours.mean!;
    for (let seed = 0; seed < 40; seed++) {
      const more = absentHours(7, `${seed}`) - absentHours(6, `${seed}`);
      expect([0, 4]).toContain(more);
    }
  });

  test("a team of whom nobody may be absent is the team as it was, to the bit", () => {
    expect(numbers(simulate(crew(6, ", absence: 0%"), { days: 100 }))).toEqual(numbers(simulate(crew(6, ""), { days: 100 })));
  });
});

describe("help after a wait", () => {
  const two = (after: string) => day(
    `{ a: ${contact(60)}, b: ${contact(50)} }`, `{ first: { answers: [a], agents: 2 }, second: { answers: [b, a], agents: 3 } }`,
    `routing: { a: [first${after}], b: [second] }`,
  );

  test("of 0 s is plain routing, to the bit", () => {
    expect(numbers(simulate(two(", { group: second, after: 0s }"), { days: 300 }))).toEqual(numbers(simulate(two(", second"), { days: 300 })));
  });

  test("longer than anybody waits is none, to the bit", () => {
    expect(numbers(simulate(two(", { group: second, after: 24h }"), { days: 300 }))).toEqual(numbers(simulate(two(""), { days: 300 })));
  });

  test("lies between the two for the type that is helped, and for the one that shares its agents", () => {
    const levels = ["", ", { group: second, after: 60s }", ", { group: second, after: 10s }", ", second"].map((after) => simulate(two(after), { days: 2000 }));
    for (let i = 1; i < levels.length; i++) {
      expect(levels[i].types.a.abandonmentRate.mean!).toBeLessThan(levels[i - 1].types.a.abandonmentRate.mean!);
      expect(levels[i].types.b.abandonmentRate.mean!).toBeGreaterThan(levels[i - 1].types.b.abandonmentRate.mean!);
    }
  });

  test("comes at that very moment: with an idle helper and nobody else on duty, every wait is the helper's", () => {
    const alone = day(`{ a: ${contact(8)} }`, `{ first: { answers: [a], agents: 0 }, second: { answers: [a], agents: 40 } }`, "routing: { a: [first, { group: second, after: 30s }] }");
    const { total } = simulate({ ...alone, contacts: { a: { ...alone.contacts.a, patience: "never" } } }, { days: 200 });
    expect(total.averageWait.mean!).toBeCloseTo(30, 9);
    expect(total.longestWait.mean!).toBeLessThan(30 + 1e-9);
    expect(total.lostAtClose.mean).toBe(0);
  });
});

describe("a group that picks by its list", () => {
  test("serves the first listed type first, as if it had the higher priority there: against the exact Markov chain", () => {
    const truth = solveSkillChain({ arrivals: [1, 0.8], service: 1 / 5.5, hangUp: 1 / 3, agents: [4, 3, 4] }, () => false);
    const type = (perMinute: number) =>
      `{ ratesPerHour: [${Array(24).fill(60 * perMinute).join(", ")}], handleTime: { distribution: exponential, mean: 5.5m }, patience: { distribution: exponential, mean: 3m }, answerWithin: 20s, target: 80% }`;
    const result = simulate(parseScenario(`
opening: { from: "00:00", to: "24:00" }
interval: 60m
contacts: { A: ${type(1)}, B: ${type(0.8)} }
groups: { a: { answers: [A], agents: 4 }, b: { answers: [B], agents: 3 }, both: { answers: [B, A], agents: 4, picks: listed } }
`), { days: 1500 });
    for (const { types, from } of result.intervals.slice(8, 23)) {
      expectNear(types.A.abandonmentRate, truth.p_ab_A, `A abandons ${from}`);
      expectNear(types.B.abandonmentRate, truth.p_ab_B, `B abandons ${from}`);
    }
  });
});

describe("shared busyness", () => {
  const both = (busyness: string) => day(
    `{ a: ${contact(100, `, dayToDayCv: 0.3, busyness: ${busyness}`)}, b: ${contact(50, `, dayToDayCv: 0.3, busyness: ${busyness}`)} }`, "{ team: { answers: [a, b], agents: 14 } }",
  );

  test("makes the total vary as one type does, where own busyness lets days of two types even out", () => {
    const days = 8000, spread = (busyness: string) => {
      const { total } = simulate(both(busyness), { days });
      return ((total.offered.halfWidth! / 1.96) ** 2 * days); // variance of the day's total
    };
    // Poisson 150; shared: plus (0.3 x 150)^2; own: plus (0.3 x 100)^2 + (0.3 x 50)^2. A variance of 8,000 days is known to about 2.5 %.
    expect(Math.abs(spread("shared") / (150 + 45 ** 2) - 1)).toBeLessThan(0.12);
    expect(Math.abs(spread("own") / (150 + 30 ** 2 + 15 ** 2) - 1)).toBeLessThan(0.12);
  });

  test("leaves each type's mean as it is", () => {
    const { types } = simulate(both("shared"), { days: 4000 });
    expectNear(types.a.offered, 100, "a");
    expectNear(types.b.offered, 50, "b");
  });
});
