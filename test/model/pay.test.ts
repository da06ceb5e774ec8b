import { expect, test } from "vitest";
import { paidShifts, postsOf } from "../../sim/model/pay.ts";
import { simulate } from "../../sim/study/run.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";

const centre = (pay: string, more = "") => parseScenario(`
opening: { from: "08:00", to: "20:00" }
interval: 60m
contacts:
  calls: { volume: 30, profile: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], handleTime: { distribution: deterministic, mean: 60s }, patience: never, answerWithin: 20s, target: 80% }
shifts:
  day: { from: "08:00", to: "16:00", breaks: [{ for: 30m, between: ["12:00", "14:00"], paid: false }, { for: 15m, between: ["10:00", "10:15"] }] }
  evening: { from: "15:00", to: "20:00" }
groups:
  team: { answers: [calls], shifts: { day: 3, evening: 2 } }
  others: { answers: [calls], agents: [0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 0], pay: { perHour: 20 } }
${pay}
${more}`);

const rates = `pay: { perHour: 12, factor: 1.5, rates: [{ from: "18:00", to: "20:00", factor: 1.25 }, { from: "06:00", to: "08:30", factor: 2 }], post: { hours: 7h30m, away: 20% } }`;

test("an unpaid lunch is left out of the paid hours, a paid break is not", () => {
  // 3 x (8 h - 0.5 h) = 22.5 h; 2 x 5 h = 10 h; 9 h with one and one with two = 11 h.
  expect(paidShifts(centre("pay: { perHour: 0 }")).map(({ group, shift, agents, hours, pay }) => [group, shift, agents, hours, pay])).toEqual([["team", "day", 3, 22.5, 0], ["team", "evening", 2, 10, 0], ["others", null, 2, 11, 220]]);
  const { groups } = simulate(centre("pay: { perHour: 0 }"), { days: 3 });
  expect(groups.team.paidHours).toEqual({ mean: 32.5, halfWidth: 0 });
  expect(groups.team.rosteredHours.mean).toBeCloseTo(22.5 + 10 - 0.75, 12); // the paid break is no time on duty either
  expect(groups.team.utilisation.mean).toBeCloseTo((groups.team.busyHours.mean ?? 0) / (32.5 + (groups.team.overrunHours.mean ?? 0)), 12);
});

test("hours are paid at the rates of their time of day, times the day's factor, by hand", () => {
  const [day, evening, others] = paidShifts(centre(rates)).map(({ pay }) => pay);
  expect(day).toBeCloseTo(1.5 * 12 * (22.5 + 3 * 0.5), 9); // the half hour until 8:30 is paid twice
  expect(evening).toBeCloseTo(1.5 * 12 * (10 + 2 * 2 * 0.25), 9); // two hours of each from 18:00 on
  expect(others).toBeCloseTo(1.5 * 20 * (11 + 2 * 0.25), 9); // the one hour from 18:00 on has two agents
});

test("a lunch that lies in a dearer hour saves its dearer pay", () => {
  // Of four agents two eat from 12:00 on and two from 13:00 on: slots of an hour.
  const lunches = parseScenario(`
opening: { from: "09:00", to: "17:00" }
interval: 60m
contacts: { calls: { volume: 8, profile: [1, 1, 1, 1, 1, 1, 1, 1], handleTime: { distribution: deterministic, mean: 60s }, patience: never, answerWithin: 20s, target: 80% } }
shifts: { all: { from: "09:00", to: "17:00", breaks: [{ for: 60m, between: ["12:00", "14:00"], paid: false }] } }
groups: { team: { answers: [calls], shifts: { all: 4 } } }
pay: { perHour: 10, rates: [{ from: "13:00", to: "14:00", factor: 3 }] }
`);
  expect(paidShifts(lunches)).toEqual([{ group: "team", shift: "all", agents: 4, hours: 28, pay: 10 * (28 + 2 * 2) }]); // two of the four are paid for that hour
});

test("posts are paid hours / what a post gives after leave, sickness and training", () => {
  expect(postsOf(centre(rates))).toBeCloseTo(43.5 / (7.5 * 0.8), 12);
  expect(postsOf(centre("pay: { perHour: 12 }"))).toBeNull();
});

test("who is absent is paid all the same", () => {
  const all = parseScenario(`
opening: { from: "09:00", to: "11:00" }
interval: 60m
contacts: { calls: { volume: 20, profile: [1, 1], handleTime: { distribution: exponential, mean: 4m }, patience: never, answerWithin: 20s, target: 80% } }
groups: { team: { answers: [calls], agents: 5, absence: 40% } }
pay: { perHour: 10, fixed: 7 }
`);
  const { money, groups } = simulate(all, { days: 50 });
  expect(money?.staff).toBe(100);
  expect(groups.team.absentHours.mean).toBeGreaterThan(2);
  expect(money?.cost.mean).toBeCloseTo(100 + 7 + (groups.team.overrunHours.mean ?? 0) * 10, 9);
});
