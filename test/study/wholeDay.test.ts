// Absence, help after a wait, groups that pick by a list, and shared busyness: against exact thinning and the limits that theory gives.

import { describe, expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import { steadyState } from "../../sim/erlang/steadyState.ts";
import type { Result } from "../../sim/study/result.ts";
import { exactDay } from "../../sim/study/exact.ts";
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

describe("time off the phone", () => {
  const crew = (agents: number, more: string, volume = 160) => day(`{ calls: ${contact(volume)} }`, `{ team: { answers: [calls], agents: ${agents}${more} } }`);

  /** With spells so long that whoever is off the phone at opening is off all day. */
  const offForGood = (scenario: Scenario, share: number): Scenario => ({ ...scenario, groups: { team: { ...scenario.groups.team, offPhone: { share, meanLength: 1e12 } } } });

  test("takes its share of the time on duty, and is taken from the hours staffed, not from those paid", () => {
    const { groups: { team } } = simulate(crew(6, ", offPhone: { share: 20%, meanLength: 4m }", 20), { days: 4000 });
    expectNear(team.offPhoneHours, 0.2 * 6 * 4, "hours off the phone");
    expect(team.paidHours).toEqual({ mean: 24, halfWidth: 0 });
    expect(team.staffedHours.mean! + team.offPhoneHours.mean!).toBeCloseTo(24 + team.overrunHours.mean!, 9);
    expect(team.utilisation.mean!).toBeLessThan(0.85 * team.occupancy.mean!);
  });

  test("takes its share where callers always wait, too: nobody serves while a spell waits for somebody free", () => {
    const { groups: { team } } = simulate(crew(3, ", offPhone: { share: 40%, meanLength: 1m }"), { days: 2000 });
    // A spell that is wished for in the last contact before closing is lost or cut short: about a minute of each agent's four hours.
    expectNear(team.offPhoneHours, 0.4 * 3 * 4, "hours off the phone", 0.1);
  });

  test("does not end in an answer at closing where queues are cut off: who comes back then goes home", () => {
    const away = offForGood({ ...crew(40, "", 20), closing: "drop" }, 0.999_999_999), { total } = simulate({ ...away, contacts: { calls: { ...away.contacts.calls, patience: "never" } } }, { days: 20 });
    expect(total.answered.mean).toBe(0);
    expect(total.lostAtClose.mean).toBe(total.offered.mean);
  });

  test("in spells longer than the day is exact thinning: the mix of the exact days of all who may be on the phone", () => {
    const agents = 6, share = 0.3, { total } = simulate(offForGood(crew(agents, ""), share), { days: 10_000 });
    let answeredWithin = 0, abandoned = 0, binomial = (1 - share) ** agents;
    for (let off = 0; off <= agents; off++) {
      const exact = exactDay(crew(agents - off, "")).total;
      answeredWithin += binomial * exact.answeredWithin.mean!;
      abandoned += binomial * exact.abandoned.mean!;
      binomial *= ((agents - off) / (off + 1)) * (share / (1 - share));
    }
    expectNear(total.answeredWithin, answeredWithin, "answered within");
    expectNear(total.abandoned, abandoned, "abandoned");
  });

  test("in long spells beside short contacts is M/M/n+M, mixed over the agents who are on the phone", () => {
    // Handle times of 4 s beside spells of an hour: while n agents are on the phone, the queue is as good as in its steady state.
    const agents = 4, share = 0.3, seconds = `{ distribution: exponential, mean: 4s }`;
    const scenario = parseScenario(`opening: { from: "08:00", to: "12:00" }\ninterval: 60m\ncontacts: { calls: { ratesPerHour: [2400, 2400, 2400, 2400], handleTime: ${seconds}, patience: ${seconds}, answerWithin: 2s, target: 80% } }
groups: { team: { answers: [calls], agents: ${agents}, offPhone: { share: 30%, meanLength: 1h } } }`);
    const { total } = simulate(scenario, { days: 1000 });
    let serviceLevel = 0, abandonmentRate = 0, binomial = (1 - share) ** agents;
    for (let off = 0; off <= agents; off++) {
      const steady = steadyState({ arrivalRate: 2 / 3, handleTime: 4, agents: agents - off, answerWithin: 2, patience: { distribution: "exponential", mean: 4 } });
      serviceLevel += binomial * steady.serviceLevel!;
      abandonmentRate += binomial * steady.abandonmentRate!;
      binomial *= ((agents - off) / (off + 1)) * (share / (1 - share));
    }
    // Changes happen at 4 in an hour or so, and each is felt for about a handle time: less than half a percent of the time.
    expectNear(total.serviceLevel, serviceLevel, "service level", 0.003);
    expectNear(total.abandonmentRate, abandonmentRate, "abandonment rate", 0.003);
  });

  test("of one agent, rare and short, is a breakdown that never interrupts: Cobham's queue with two priorities", () => {
    // Wishes come nearly as a Poisson process; the agent serves spells before contacts and interrupts neither (Cobham 1954): the mean wait of
    // contacts is (rho1 L + rho2 H) / ((1 - rho1) (1 - rho1 - rho2)) for exponential lengths L of spells and H of contacts.
    const share = 0.03, length = 60, handle = 100, load = 0.6;
    const rates = Array(24).fill((3600 * load) / handle).join(", ");
    const at = (more: string) => simulate(parseScenario(`opening: { from: "00:00", to: "24:00" }\ninterval: 60m\ncontacts: { calls: { ratesPerHour: [${rates}], handleTime: { distribution: exponential, mean: ${handle}s }, patience: never, answerWithin: 20s, target: 80% } }
groups: { one: { answers: [calls], agents: 1${more} } }`), { days: 4000 }).intervals[20].total.averageWait; // long past the empty start
    const spells = share; // of the time: the load of spells
    expectNear(at(`, offPhone: { share: ${share}, meanLength: ${length}s }`), (spells * length + load * handle) / ((1 - spells) * (1 - spells - load)), "with spells", 1.5);
    expectNear(at(""), (load * handle) / (1 - load), "without");
  });

  test("of a shift stands instead of the group's", () => {
    const shifts = `shifts: { early: { from: "08:00", to: "10:00", offPhone: { share: 50%, meanLength: 5m } }, late: { from: "10:00", to: "12:00" } }`;
    const { intervals } = simulate(day(`{ calls: ${contact(4)} }`, `{ team: { answers: [calls], offPhone: { share: 10%, meanLength: 5m }, shifts: { early: 4, late: 4 } } }`, shifts), { days: 4000 });
    expectNear(intervals[0].groups.team.offPhoneHours, 2, "early", 0.01); // a spell that begins late may be cut short by the end of the shift
    expectNear(intervals[3].groups.team.offPhoneHours, 0.4, "late", 0.01);
  });

  test("of no share, or of a group that is not there, changes no bit; and whoever calls is the same caller", () => {
    const without = simulate(crew(6, ""), { days: 40 }), none = simulate(crew(6, ", offPhone: { share: 0%, meanLength: 4m }"), { days: 40 });
    expect(numbers(none)).toEqual(numbers(without));
    expect(simulate(crew(6, ", offPhone: { share: 20%, meanLength: 4m }"), { days: 40 }).total.offered).toEqual(without.total.offered);
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
