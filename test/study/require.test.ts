import { describe, expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import { exactDay } from "../../sim/study/exact.ts";
import { NoRequirementsError, requirements, RULES, type GroupRequirements } from "../../sim/study/require.ts";
import { poolsOf, staffed } from "../../sim/study/requirePools.ts";
import { simulate } from "../../sim/study/run.ts";
import { shippedText } from "../cli/callhall.ts";
import { halfHours } from "./steepDays.ts";

const usual = parseScenario(shippedText("usual-day.yaml"), "usual-day.yaml");
const ofRule = ({ rules }: GroupRequirements, rule: string) => rules.find((each) => each.rule === rule)!;
const agentsOf = (group: GroupRequirements, rule: string) => ofRule(group, rule).intervals.map(({ agents }) => agents);
const NORMAL_95 = 1.96;

/** Exact service levels by interval of so many agents. */
function exactLevels(scenario: Scenario, agents: readonly number[]): number[] {
  const [pool] = poolsOf(scenario);
  return exactDay(staffed(pool, agents)).intervals.map(({ total }) => total.serviceLevel.mean!);
}

describe.each<[string, Scenario, number]>([
  ["the usual day", usual, 4000],
  ["calls of 20 minutes on a steep day", halfHours({ handleTime: "20m", patience: "never" }), 4000],
  ["calls of 20 minutes that hang up", halfHours({ handleTime: "20m", patience: "{ distribution: exponential, mean: 5m }" }), 4000],
])("iterative staffing on %s, judged by the exact day", (_, scenario, days) => {
  const { groups: [group] } = requirements(scenario, { days, seed: "judge", rules: ["iterative"] });
  const found = ofRule(group, "iterative"), agents = agentsOf(group, "iterative");
  // Each simulated mean is some standard errors off the truth; the search has looked at them all, so four of them are allowed for.
  const errors = found.intervals.map(({ serviceLevel }) => (4 * serviceLevel.halfWidth!) / NORMAL_95);

  test("reaches the target in every interval, and says so", () => {
    expect(found).toMatchObject({ intervalsMissed: 0, search: { reached: true, settled: true } });
    exactLevels(scenario, agents).forEach((level, i) => {
      expect(level, `interval ${i}`).toBeGreaterThan(0.8 - errors[i]);
      expect(Math.abs(level - found.intervals[i].serviceLevel.mean!), `interval ${i}`).toBeLessThan(errors[i]);
    });
  });

  test("no interval has an agent to spare: one fewer misses the target somewhere", () => {
    agents.forEach((number, at) => {
      if (number === 0) return;
      const levels = exactLevels(scenario, agents.map((each, i) => (i === at ? each - 1 : each)));
      expect(levels.some((level, i) => level < 0.8 + errors[i]), `interval ${at}`).toBe(true);
    });
  });
});

test("with calls of 20 minutes half-hourly Erlang C swings between far too many and far too few; iterative staffing does not", () => {
  const { groups: [group] } = requirements(parseScenario(shippedText("usual-day.yaml", ["mean: 5m30s", "mean: 20m"], ["patience: { distribution: exponential, mean: 3m }", "patience: never"]), "long.yaml"), { days: 500, rules: ["sipp-c", "iterative"] });
  const levels = (rule: string) => ofRule(group, rule).intervals.map(({ serviceLevel }) => serviceLevel.mean!);
  expect(Math.min(...levels("sipp-c"))).toBeLessThan(0.36);
  expect(Math.max(...levels("sipp-c"))).toBeGreaterThan(0.995);
  expect(Math.min(...levels("iterative"))).toBeGreaterThanOrEqual(0.8);
});

describe("what is said of a rule", () => {
  const found = requirements(usual, { days: 320, present: 0.7, atLeast: 3 }), [group] = found.groups;

  test("all rules stand side by side, in order", () => {
    expect(group.rules.map(({ rule }) => rule)).toEqual([...RULES]);
    expect(found).toMatchObject({ scenario: "Usual day", seed: "1", days: 320, atLeast: 3, maxOccupancy: null, present: 0.7 });
    for (const rule of RULES) expect(Math.min(...agentsOf(group, rule))).toBe(3);
  });

  test("is what a run of the same day with these agents gives, with the same seed", () => {
    const agents = agentsOf(group, "sipp-a"), run = simulate({ ...usual, shifts: {}, groups: { generic: { answers: usual.groups.generic.answers, agents } } }, { days: 320 });
    const { serviceLevel, occupancy, agentHours, daysMissed, worst, intervals, intervalsMissed } = ofRule(group, "sipp-a");
    expect(serviceLevel).toEqual(run.total.serviceLevel);
    expect(occupancy).toEqual(run.groups.generic.occupancy);
    expect(agentHours).toBe(agents.reduce((sum, number) => sum + number, 0) / 2);
    expect(daysMissed.mean).toBe(1 - run.total.daily.meetsTarget!);
    const levels = run.intervals.map(({ total }) => total.serviceLevel.mean!), lowest = levels.indexOf(Math.min(...levels));
    expect(worst).toEqual({ from: run.intervals[lowest].from, to: run.intervals[lowest].to, serviceLevel: run.intervals[lowest].total.serviceLevel });
    expect(intervals.map((each) => each.misses)).toEqual(levels.map((level) => level < 0.8));
    expect(intervalsMissed).toBe(levels.filter((level) => level < 0.8).length);
  });

  test("the file's rota stands beside them as it is", () => {
    expect(group.intervals.map(({ rostered }) => rostered)).toEqual([4, 8, 8, ...Array<number>(13).fill(11), 7, 3, 3]);
    expect(group.rota.agentHours).toBe(88);
    expect(group.rota.serviceLevel).toEqual(simulate(usual, { days: 320 }).total.serviceLevel);
  });

  test("shrinkage divides, and rounds up once", () => {
    for (const { agents, toRoster } of ofRule(group, "sipp-c").intervals) expect(toRoster).toBe(Math.ceil(agents / 0.7 - 1e-9));
    expect(ofRule(requirements(usual, { days: 32, present: 0.5, rules: ["sipp-a"] }).groups[0], "sipp-a").hoursToRoster).toBe(2 * ofRule(requirements(usual, { days: 32, rules: ["sipp-a"] }).groups[0], "sipp-a").agentHours);
  });

  test("an occupancy cap holds in every interval of iterative staffing", () => {
    const capped = ofRule(requirements(usual, { days: 320, maxOccupancy: 0.6, rules: ["iterative"] }).groups[0], "iterative");
    expect(capped.search!.reached).toBe(true);
    for (const { occupancy } of capped.intervals) expect(occupancy.mean).toBeLessThanOrEqual(0.6);
  });
});

describe("groups with contact types of their own", () => {
  const two = (extra = "") => parseScenario(`
opening: { from: "09:00", to: "11:00" }
interval: 30m
contacts:
  calls: { volume: 100, profile: [1, 2, 2, 1], handleTime: { distribution: exponential, mean: 5m }, patience: { distribution: exponential, mean: 3m }, answerWithin: 20s, target: 80% }
  chats: { volume: 40, profile: [1, 1, 1, 1], handleTime: { distribution: lognormal, mean: 10m, cv: 0.5 }, patience: { distribution: weibull, shape: 2, scale: 5m }, answerWithin: 1m, target: 90% }
groups:
  phones: { answers: [calls], agents: 5, absence: 10%, offPhone: { share: 20%, meanLength: 3m } }
  desks: { answers: { chats: { handleTimeFactor: 1.2 } }, agents: [3, 4, 4, 3] }
${extra}`, "two.yaml");

  test("are staffed each on its own, with the callers of the whole", () => {
    const { groups } = requirements(two(), { days: 320 });
    expect(groups.map(({ group, contacts }) => [group, contacts])).toEqual([["phones", ["calls"]], ["desks", ["chats"]]]);
    const whole = simulate(two(), { days: 320 });
    expect(groups[0].rota.serviceLevel).toEqual(whole.types.calls.serviceLevel);
    expect(groups[1].rota.serviceLevel).toEqual(whole.types.chats.serviceLevel);
    for (const group of groups) expect(ofRule(group, "iterative").search!.reached).toBe(true);
    expect(groups[1].intervals.map(({ target }) => target)).toEqual([0.9, 0.9, 0.9, 0.9]);
  });

  test("who is absent or off the phone is taken from the rota, not from the requirement", () => {
    const { groups: [phones, desks] } = requirements(two(), { days: 64, rules: ["sipp-a"] });
    for (const { rostered, available } of phones.intervals) expect([rostered, available]).toEqual([5, expect.closeTo(5 * 0.9 * 0.8, 12)]);
    for (const { rostered, available } of desks.intervals) expect(available).toBe(rostered);
    const simulated = simulate(two(), { days: 4000 }).intervals[1].groups.phones.staffedHours.mean!;
    expect(simulated * 2).toBeCloseTo(5 * 0.9 * 0.8, 0); // whoever still talks when a spell is due stays a little longer
  });

  test("lines that they share stand in the way", () => {
    expect(() => requirements(two("lines: 9"))).toThrow(/^lines must be null in requirements for several groups/);
  });
});

test("types that several groups answer, and targets of 100 %, are told all at once", () => {
  const shared = parseScenario(shippedText("specialised-teams.yaml", ["target: 80%", "target: 100%"]), "teams.yaml");
  expect(() => requirements(shared)).toThrow(NoRequirementsError);
  expect(() => requirements(shared)).toThrow(/contacts\.benefits\.target must be below 100%[^]*contacts\.benefits goes to several groups/);
});

test.each<[object, RegExp]>([
  [{ atLeast: -1 }, /atLeast/], [{ atLeast: 1.5 }, /atLeast/], [{ maxOccupancy: 0 }, /maxOccupancy/], [{ maxOccupancy: 1 }, /maxOccupancy/], [{ maxOccupancy: NaN }, /maxOccupancy/], [{ present: 0 }, /present/], [{ present: 1.2 }, /present/],
])("options outside their range are refused: %j", (options, message) => {
  expect(() => requirements(usual, options)).toThrow(message);
});

test("a day on which nobody comes needs nobody", () => {
  const { groups: [group] } = requirements(parseScenario(shippedText("usual-day.yaml", ["volume: 600", "volume: 0"]), "empty.yaml"), { days: 32 });
  for (const { agentHours, worst, intervalsMissed } of group.rules) expect({ agentHours, worst, intervalsMissed }).toEqual({ agentHours: 0, worst: null, intervalsMissed: 0 });
});

test("lines too few for the target are told as not reached, not tried for ever", () => {
  const { groups: [group] } = requirements(parseScenario(`${shippedText("usual-day.yaml")}\nlines: 8\n`, "lines.yaml"), { days: 64, rules: ["iterative"] });
  const found = ofRule(group, "iterative");
  expect(found.search!.reached).toBe(false);
  expect(found.intervalsMissed).toBeGreaterThan(0);
  expect(Math.max(...agentsOf(group, "iterative"))).toBeLessThan(20);
});
