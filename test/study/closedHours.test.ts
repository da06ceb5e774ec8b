import { describe, expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import { closeHours, ClosedHoursError, objectionsToClosing } from "../../sim/study/closedHours.ts";
import { exactDay } from "../../sim/study/exact.ts";
import { simulate } from "../../sim/study/run.ts";

const clock = (hours: number) => hours * 3600;
const text = `
opening: { from: "08:00", to: "18:00" }
interval: 60m
contacts:
  calls: { volume: 200, profile: [1, 2, 3, 3, 2, 2, 2, 2, 2, 1], handleTime: { distribution: exponential, mean: 5m }, patience: { distribution: exponential, mean: 3m }, answerWithin: 20s, target: 80% }
shifts:
  early: { from: "08:00", to: "16:00", breaks: [{ for: 30m, between: ["09:30", "10:30"] }] }
  late: { from: "10:00", to: "18:00", breaks: [{ for: 30m, between: ["13:00", "14:00"] }, { for: 30m, between: ["16:40", "17:40"] }] }
  evening: { from: "17:00", to: "18:00" }
groups:
  team: { answers: [calls], shifts: { early: 3, late: 2, evening: 1 } }
  others: { answers: [calls], agents: [0, 1, 1, 1, 0, 0, 0, 0, 0, 2] }
  always: { answers: [calls], agents: 1 }
days: 64
`;
const day = (...set: string[]): Scenario => parseScenario(text, "day", { set });
const messages = (scenario: Scenario, from: number, to: number) => objectionsToClosing(scenario, clock(from), clock(to)).map(({ message }) => message);

describe("closing the last hours", () => {
  const closed = closeHours(day(), clock(17), clock(18));

  test("cuts the opening, and leaves the demand where it was: those who would have come are lost", () => {
    expect(closed.opening).toEqual({ from: clock(8), to: clock(17) });
    expect(closed.contacts.calls.demand).toEqual({ from: clock(8), to: clock(18), moves: 0, online: 0 });
    expect(simulate(closed).types.calls.demand).toEqual({ wanted: 200, online: 0, whileClosed: 10, moved: 0, lost: 10 });
  });

  test("sends shifts home at the closing, and drops those that lie after it", () => {
    expect(closed.shifts.early).toEqual(day().shifts.early);
    expect(closed.shifts.late).toMatchObject({ from: clock(10), to: clock(17), breaks: [{ between: [clock(13), clock(14)] }] }); // no room for the other
    expect(Object.keys(closed.shifts)).toEqual(["early", "late"]);
    expect(closed.groups.team.shifts).toEqual({ early: 3, late: 2 });
    expect(closed.groups.others.agents).toEqual([0, 1, 1, 1, 0, 0, 0, 0, 0]);
    expect(closed.groups.always.agents).toBe(1);
  });

  test("changes nothing of the hours before, to the last bit, until the queue of the closing hour", () => {
    // The evening's agents come at 17:00; breaks of the late shift that fall away would be noticed.
    const plain = day("shifts.late.breaks=[]"), before = simulate(plain), after = simulate(closeHours(plain, clock(17), clock(18)));
    for (let i = 0; i < 8; i++) expect(after.intervals[i].types).toEqual(before.intervals[i].types);
    expect(after.intervals[8].total.offered).toEqual(before.intervals[8].total.offered);
    expect(after.groups.team.paidHours.mean).toBe((before.groups.team.paidHours.mean ?? 0) - 3); // two of the late shift, one of the evening
  });

  test("keeps a break that still fits, in what is left of its window", () => {
    const { breaks } = closeHours(day('shifts.late.breaks=[{ for: 20m, between: ["16:40", "17:40"] }]'), clock(17), clock(18)).shifts.late;
    expect(breaks).toEqual([{ for: 1200, between: [clock(16) + 2400, clock(17)] }]);
  });
});

describe("closing the first hours", () => {
  test("keeps the order of the intervals", () => {
    const { opening, groups, shifts } = closeHours(day(), clock(8), clock(10));
    expect(opening).toEqual({ from: clock(10), to: clock(18) });
    expect(groups.others.agents).toEqual([1, 1, 0, 0, 0, 0, 0, 2]);
    expect(shifts.early).toMatchObject({ from: clock(10), to: clock(16), breaks: [{ between: [clock(10), clock(10.5)] }] });
  });
});

describe("those who find it closed", () => {
  test("come in the other hours where the file says that they move", () => {
    const moving = day('contacts.calls.demand={ moves: 50%, into: ["08:00", "09:00"] }'), closed = closeHours(moving, clock(17), clock(18));
    expect(closed.contacts.calls.demand).toEqual({ from: clock(8), to: clock(18), moves: 0.5, online: 0, into: [clock(8), clock(9)] });
    expect(closeHours(moving, clock(8), clock(9)).contacts.calls.demand).not.toHaveProperty("into"); // nothing of it is left: any time
  });

  test("are counted by an exact day as if their hours had been written by hand", () => {
    const one = parseScenario(`
opening: { from: "08:00", to: "12:00" }
interval: 60m
contacts: { calls: { volume: 100, profile: [1, 2, 1, 1], demand: { moves: 50% }, handleTime: { distribution: exponential, mean: 5m }, patience: { distribution: exponential, mean: 3m }, answerWithin: 20s, target: 80% } }
groups: { team: { answers: [calls], agents: 3 } }
`), byHand = parseScenario(`
opening: { from: "08:00", to: "11:00" }
interval: 60m
contacts: { calls: { ratesPerHour: [22.5, 45, 22.5], handleTime: { distribution: exponential, mean: 5m }, patience: { distribution: exponential, mean: 3m }, answerWithin: 20s, target: 80% } }
groups: { team: { answers: [calls], agents: 3 } }
`);
    const { total } = exactDay(closeHours(one, clock(11), clock(12))), expected = exactDay(byHand).total;
    for (const measure of ["offered", "serviceLevel", "averageWait"] as const) expect(total[measure].mean).toBeCloseTo(expected[measure].mean ?? NaN, 9);
  });
});

test("hours in the middle, of no opening, off the intervals, or all of them cannot be closed", () => {
  expect(messages(day(), 10, 12)).toEqual(["must begin at the opening, 08:00, or end at the closing, 18:00"]);
  expect(messages(day(), 18, 17)).toEqual(["must end later than they begin"]);
  expect(messages(day(), 17, 19)).toEqual(["must lie within the opening hours, 08:00 to 18:00"]);
  expect(messages(day(), 8, 18)).toEqual(["must leave something of the opening hours, 08:00 to 18:00"]);
  expect(messages(day(), 16.5, 18)).toEqual(["must lie on the staffing intervals, a whole number of 1h from the opening, 08:00"]);
  expect(messages(day("contacts.calls.count=fixed", "contacts.calls.volume=201"), 17, 18)).toEqual(["must be random where hours are closed: those who still come are no whole number"]);
  expect(messages(day("contacts.calls.count=fixed"), 17, 18)).toEqual([]);
  expect(() => closeHours(day(), clock(10), clock(12))).toThrow(ClosedHoursError);
});
