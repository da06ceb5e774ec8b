// Sites with numbers of their own and overflow between them, against exact solutions.

import { describe, expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { simulate } from "../../sim/study/run.ts";
import { expectNear } from "../known/expectNear.ts";

interface Town {
  readonly perHour: number;
  readonly agents: number;
  /** As the file has it. */
  readonly overflow?: string;
}

/** Two towns open round the clock, alike but for their calls and agents. @param more what all calls have besides */
function twoTowns(near: Town, far: Town, { hours = 24, handleTime = "3m", patience = "never", more = "" } = {}) {
  const rates = (perHour: number) => Array.from({ length: hours }, () => perHour).join(", ");
  const call = (site: string, { perHour }: Town) => `  ${site} calls: { site: ${site}, ratesPerHour: [${rates(perHour)}], handleTime: { distribution: exponential, mean: ${handleTime} }, patience: ${patience}, answerWithin: 20s, target: 80%${more} }`;
  const team = (site: string, { agents }: Town) => `  ${site} team: { site: ${site}, answers: [Near calls, Far calls], agents: ${agents} }`;
  const site = (name: string, { overflow }: Town) => `  ${name}: {${overflow === undefined ? "" : ` overflow: [${overflow}] `}}`;
  return parseScenario(`opening: { from: "00:00", to: "${String(hours).padStart(2, "0")}:00" }
interval: 60m
sites:
${site("Near", near)}
${site("Far", far)}
contacts:
${call("Near", near)}
${call("Far", far)}
groups:
${team("Near", near)}
${team("Far", far)}
`);
}

/**
 * Expected contacts of a day from an empty start where nobody waits: a chain of how many are in hand at each town, its forward equations
 * integrated by Runge and Kutta's rule of fourth order in steps of 3 seconds, far below the chain's own times.
 */
function lossDay(near: Town, far: Town, hours: number, handleTime: number) {
  const lambda = [near.perHour / 3600, far.perHour / 3600], agents = [near.agents, far.agents], helps = [near.overflow !== undefined, far.overflow !== undefined];
  const states = Array.from({ length: (agents[0] + 1) * (agents[1] + 1) }, (_, id) => [Math.floor(id / (agents[1] + 1)), id % (agents[1] + 1)] as const);
  const idOf = (n: number, f: number) => n * (agents[1] + 1) + f;
  /** Who answers a call of a town in a state: the town itself, the other, or nobody. */
  const answeredBy = (home: number, state: readonly [number, number]) => (state[home] < agents[home] ? home : helps[home] && state[1 - home] < agents[1 - home] ? 1 - home : -1);
  const moves = states.flatMap((state, from) => [0, 1].flatMap((town) => {
    const by = answeredBy(town, state), one = (n: number) => [n === 0 ? 1 : 0, n === 1 ? 1 : 0] as const;
    const [up, down] = [one(by), one(town)];
    return [
      ...(by < 0 ? [] : [{ from, to: idOf(state[0] + up[0], state[1] + up[1]), rate: lambda[town] }]),
      ...(state[town] === 0 ? [] : [{ from, to: idOf(state[0] - down[0], state[1] - down[1]), rate: state[town] / handleTime }]),
    ];
  }));
  const slope = (p: Float64Array) => {
    const change = new Float64Array(p.length);
    for (const { from, to, rate } of moves) {
      change[from] -= rate * p[from];
      change[to] += rate * p[from];
    }
    return change;
  };
  const plus = (p: Float64Array, change: Float64Array, h: number) => p.map((value, i) => value + h * change[i]);
  const step = 3, steps = (hours * 3600) / step, calls = [[0, 0], [0, 0]]; // by home, then by who answers
  let p = new Float64Array(states.length);
  p[0] = 1;
  for (let n = 0; n <= steps; n++) {
    const weight = (n === 0 || n === steps ? 1 : n % 2 === 1 ? 4 : 2) * (step / 3); // Simpson's rule
    states.forEach((state, id) => { for (const home of [0, 1]) { const by = answeredBy(home, state); if (by >= 0) calls[home][by] += weight * lambda[home] * p[id]; } });
    const a = slope(p), b = slope(plus(p, a, step / 2)), c = slope(plus(p, b, step / 2)), d = slope(plus(p, c, step));
    p = p.map((value, i) => value + (step / 6) * (a[i] + 2 * b[i] + 2 * c[i] + d[i]));
  }
  return calls;
}

describe("overflow at once", () => {
  const ways: [what: string, near: Town, far: Town][] = [
    ["one way", { perHour: 90, agents: 4, overflow: "Far" }, { perHour: 40, agents: 3 }],
    ["both ways", { perHour: 110, agents: 5, overflow: "Far" }, { perHour: 50, agents: 2, overflow: "Near" }],
  ];
  test.each(ways)("%s, where nobody waits, answers as many at each town as the chain of both says", (_, near, far) => {
    const hours = 6, { sites, total } = simulate(twoTowns(near, far, { hours, more: ", balking: 100%" }), { days: 1500, seed: "loss" });
    const calls = lossDay(near, far, hours, 180);
    ["Near", "Far"].forEach((name, town) => {
      const { contacts, answeredElsewhere, answeredForOthers, agents } = sites![name], other = 1 - town;
      expectNear(contacts.answered, calls[town][town] + calls[town][other], `${name} answered`);
      if (calls[town][other] === 0) expect(answeredElsewhere).toEqual({ mean: 0, halfWidth: 0 });
      else expectNear(answeredElsewhere, calls[town][other] / (calls[town][town] + calls[town][other]), `${name} answered elsewhere`);
      if (calls[other][town] === 0) expect(answeredForOthers).toEqual({ mean: 0, halfWidth: 0 });
      else expectNear(answeredForOthers, calls[other][town], `${name} for the other`);
      expectNear(agents.busyHours, ((calls[town][town] + calls[other][town]) * 180) / 3600, `${name} busy`); // work begun is finished
    });
    expect(sites!.Near.contacts.answered.mean! + sites!.Far.contacts.answered.mean!).toBeCloseTo(total.answered.mean!, 9);
  });
});

describe("overflow after a wait", () => {
  // The other town always has somebody free, so whoever waits so long goes there at that moment: the own town is a queue whose
  // contacts leave it after a fixed time.
  const near = { perHour: 660, agents: 6 }, far = { perHour: 0, agents: 400 }, after = 5, handleTime = 30;

  test("answers elsewhere the share that leaves an M/M/n+D queue", () => {
    const { sites } = simulate(twoTowns({ ...near, overflow: `{ site: Far, after: ${after}s }` }, far, { handleTime: `${handleTime}s` }), { days: 40, seed: "wait" });
    // Barrer (1957); as the special case of a fixed patience in Baccelli & Hebuterne (1981): the offered wait has the density
    // lambda p(n - 1) exp(lambda min(x, t) - n mu x).
    const lambda = near.perHour / 3600, mu = 1 / handleTime, n = near.agents, t = after;
    const p = Array.from({ length: n }, () => 1);
    for (let j = 1; j < n; j++) p[j] = (p[j - 1] * lambda) / (j * mu);
    const waits = (lambda * p[n - 1] * (1 - Math.exp((lambda - n * mu) * t))) / (n * mu - lambda), leaves = (p[n - 1] * lambda * Math.exp((lambda - n * mu) * t)) / (n * mu);
    const all = p.reduce((sum, value) => sum + value, 0) + waits + leaves;
    expectNear(sites!.Near.answeredElsewhere, leaves / all, "answered elsewhere");
    expectNear(sites!.Near.contacts.probabilityOfWait, (waits + leaves) / all, "probability of wait");
    expectNear(sites!.Far.agents.occupancy, ((leaves / all) * lambda * handleTime) / far.agents, "the other town's occupancy");
  });

  test("answers elsewhere just those calls that would otherwise hang up after that time, day by day", () => {
    for (let day = 1; day <= 3; day++) {
      const overflows = simulate(twoTowns({ ...near, overflow: `{ site: Far, after: ${after}s }` }, far, { handleTime: `${handleTime}s` }), { days: 1, seed: String(day) });
      const hangsUp = simulate(twoTowns(near, far, { handleTime: `${handleTime}s`, patience: `{ distribution: deterministic, mean: ${after}s }` }), { days: 1, seed: String(day) });
      expect(hangsUp.total.abandoned.mean).toBeGreaterThan(1000);
      expect(overflows.sites!.Far.answeredForOthers.mean).toBe(hangsUp.total.abandoned.mean);
      expect(overflows.sites!.Near.agents.busyHours).toEqual(hangsUp.sites!.Near.agents.busyHours);
    }
  });
});

describe("local numbers and no overflow", () => {
  test("are centres of their own", () => {
    const near = { perHour: 100, agents: 6 }, far = { perHour: 40, agents: 2 };
    const both = simulate(twoTowns(near, far), { days: 20 }), alone = simulate(twoTowns(near, { ...far, perHour: 0 }), { days: 20 });
    expect(both.sites!.Near).toEqual(alone.sites!.Near);
    expect(both.sites!.Near).toMatchObject({ answeredElsewhere: { mean: 0, halfWidth: 0 }, answeredForOthers: { mean: 0, halfWidth: 0 } });
  });
});
