import { expect, test } from "vitest";
import { compile } from "../../sim/model/compile.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { kindsOfDay } from "../../sim/scenario/week.ts";
import { CONTACT_MEASURE_NAMES, GROUP_MEASURE_NAMES } from "../../sim/stats/measures.ts";
import { simulate } from "../../sim/study/run.ts";
import { simulateWeek } from "../../sim/study/week.ts";

const day = `opening: { from: "09:00", to: "13:00" }
interval: 60m
contacts:
  calls: { volume: 120, profile: [3, 4, 3, 2], handleTime: { distribution: exponential, mean: 5m30s }, patience: { distribution: exponential, mean: 3m }, answerWithin: 20s, target: 80% }
  forms: { volume: 10, profile: [1, 1, 1, 1], handleTime: { distribution: exponential, mean: 4m }, patience: never, answerWithin: 5m, target: 80% }
groups: { team: { answers: [calls, forms], agents: 4 } }
pay: { perHour: 12, perContact: 0.25, overrun: 1.5 }
`;
const calendar = `calendar:
  week: { mon: usual, tue: usual, wed: usual, thu: usual, fri: usual, sat: saturday }
  dayTypes:
    usual: {}
    saturday: { opening: { to: "11:00" }, contacts: { calls: { volume: 30, profile: [1, 1] }, forms: null }, groups: { team: { answers: null }, duty: { answers: [calls], agents: 2 } } }
`.replace("team: { answers: null }", "team: null");
const week = parseScenario(day + calendar, "week.yaml"), days = 400;
const result = simulateWeek(week, { days });
const [usual, saturday] = kindsOfDay(week).map(({ scenario }) => simulate(scenario, { days }));

test("each kind of day is what its own run says, bit for bit, with a seed of its own", () => {
  expect(result).toMatchObject({ scenario: "week", seed: "1", days });
  expect(result.week.times).toEqual({ usual: 5, saturday: 1 });
  expect(result.dayTypes).toEqual({ usual, saturday });
  expect([usual.seed, saturday.seed]).toEqual(["1/usual", "1/saturday"]);
  const { scenario, ...plain } = simulate(parseScenario(day, "day.yaml"), { days, seed: "1/usual" });
  expect(scenario).toBe("day");
  expect(usual).toEqual({ ...plain, scenario: "week, usual" });
});

test("counts of the week are five usual days and a Saturday; its shares and waits are ratios of the week's sums", () => {
  const { total, types, groups, money } = result.week, sum = (of: (one: typeof usual) => number | null) => 5 * of(usual)! + of(saturday)!;
  for (const count of ["offered", "answered", "abandoned", "answeredWithin", "abandonedWithin"] as const) {
    expect(total[count].mean).toBeCloseTo(sum((one) => one.total[count].mean), 9);
    // Independent kinds: variances of means add up, and with 399 degrees of freedom Student's t is all but the same.
    expect(total[count].halfWidth).toBeCloseTo(Math.hypot(5 * usual.total[count].halfWidth!, saturday.total[count].halfWidth!), 1);
  }
  expect(total.serviceLevel.mean).toBeCloseTo(total.answeredWithin.mean! / total.offered.mean!, 12);
  expect(total.abandonmentRate.mean).toBeCloseTo(total.abandoned.mean! / total.offered.mean!, 12);
  expect(total.averageWait.mean).toBeCloseTo(sum((one) => one.total.averageWait.mean! * one.total.offered.mean!) / total.offered.mean!, 9);
  expect(total.longestWait.mean).toBeCloseTo(sum((one) => one.total.longestWait.mean) / 6, 9);
  expect(types.forms.offered.mean).toBeCloseTo(5 * usual.types.forms.offered.mean!, 9);
  expect(types.forms.offered.halfWidth).toBeCloseTo(5 * usual.types.forms.offered.halfWidth!, 9);
  expect(types.calls.offered.mean).toBeCloseTo(sum((one) => one.types.calls.offered.mean), 9);
  expect(Object.keys(groups)).toEqual(["team", "duty"]);
  expect(groups.team.paidHours).toEqual({ mean: 80, halfWidth: 0 });
  expect(groups.duty.paidHours).toEqual({ mean: 4, halfWidth: 0 });
  expect(groups.team.occupancy).toEqual({ mean: expect.closeTo(usual.groups.team.occupancy.mean!, 12) as number, halfWidth: expect.closeTo(usual.groups.team.occupancy.halfWidth!, 12) as number });
  expect(total.daysOnTarget.mean).toBeCloseTo(sum((one) => one.total.daily.meetsTarget) / 6, 12);
  expect(money!.cost.mean).toBeCloseTo(sum((one) => one.money!.cost.mean), 9);
  expect(money!.cost.halfWidth).toBeCloseTo(Math.hypot(5 * usual.money!.cost.halfWidth!, saturday.money!.cost.halfWidth!), 2);
  expect(money!.costPerContact.mean).toBeCloseTo(money!.cost.mean! / total.answered.mean!, 12);
});

test("a week of five equal days is five times the run of the day, and its shares are the day's", () => {
  const five = simulateWeek(parseScenario(`${day}calendar: { week: { mon: usual, tue: usual, wed: usual, thu: usual, fri: usual }, dayTypes: { usual: {} } }\n`), { days }).week;
  const times = (estimate: { mean: number | null; halfWidth: number | null }, factor: number) => ({ mean: expect.closeTo(factor * estimate.mean!, 9) as number, halfWidth: expect.closeTo(factor * estimate.halfWidth!, 9) as number });
  const counts = ["offered", "answered", "abandoned", "blocked", "lostAtClose", "answeredWithin", "abandonedWithin"], shares = ["occupancy", "utilisation"];
  for (const name of CONTACT_MEASURE_NAMES) expect(five.total[name], name).toEqual(times(usual.total[name], counts.includes(name) ? 5 : 1));
  for (const name of GROUP_MEASURE_NAMES) expect(five.groups.team[name], name).toEqual(times(usual.groups.team[name], shares.includes(name) ? 1 : 5));
  expect(five.total.daysOnTarget).toEqual({ mean: usual.total.daily.meetsTarget, interval: usual.total.daily.interval.meetsTarget!.map((bound) => expect.closeTo(bound, 12) as number) });
});

test("two kinds with the same patch have luck of their own: over many seeds their days are not correlated, and the week's half-width is its spread", () => {
  const twin = parseScenario(`${day}calendar: { week: { mon: one, tue: other }, dayTypes: { one: {}, other: {} } }\n`), runs = 300;
  const weeks = Array.from({ length: runs }, (_, i) => simulateWeek(twin, { days: 8, seed: `s${i}` }));
  const of = (name: string) => weeks.map(({ dayTypes }) => dayTypes[name].total.offered.mean!), mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / runs;
  const [one, other] = [of("one"), of("other")], moment = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + (value - mean(a)) * (b[i] - mean(b)), 0) / (runs - 1);
  expect(Math.abs(moment(one, other) / Math.sqrt(moment(one, one) * moment(other, other)))).toBeLessThan(3 / Math.sqrt(runs));
  // 130 Poisson contacts on each of two days, eight of each simulated: in the truth of 260 lie about 95 % of intervals, standard error 1.3 points.
  const covered = weeks.filter(({ week: { total: { offered } } }) => Math.abs(offered.mean! - 260) <= offered.halfWidth!).length / runs;
  expect(covered).toBeGreaterThan(0.91);
  expect(covered).toBeLessThan(0.985);
});

test("what has no one target has no days on target; a kind on which nobody comes is left out of them", () => {
  const differs = simulateWeek(parseScenario(day.replace("answerWithin: 5m, target: 80%", "answerWithin: 5m, target: 90%") + calendar), { days: 40 });
  expect(differs.week.total.daysOnTarget).toEqual({ mean: null, interval: null });
  expect(differs.week.types.calls.daysOnTarget.mean).not.toBeNull();
  const quiet = simulateWeek(parseScenario(day + calendar.replace("volume: 30", "volume: 0")), { days: 40 });
  expect(quiet.week.total.daysOnTarget.mean).toBe(quiet.dayTypes.usual.total.daily.meetsTarget);
});

test("a week is never simulated as if it were the day it patches", () => {
  expect(() => compile(week)).toThrow("several kinds of day");
  expect(() => simulate(week)).toThrow("several kinds of day");
});
