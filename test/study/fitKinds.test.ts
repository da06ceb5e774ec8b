import { expect, test } from "vitest";
import { weekdayOf } from "../../sim/scenario/civilDate.ts";
import { FIELDS, History, OFFERED } from "../../sim/study/fitHistory.ts";
import { fit } from "../../sim/study/fit.ts";
import { kindsOf } from "../../sim/study/fitKinds.ts";
import { uniforms } from "../stats/random.ts";

/** Twelve weeks of 20 contacts an hour from 9 to 17, and a seldom caller between 17 and 18 on some weekdays. @param late chance of one, Monday first */
function past(late: readonly number[], count = 1) {
  const history = new History(3600), uniform = uniforms("late callers"), monday = 20_458; // 5 January 2026
  history.type("calls");
  for (let day = monday; day < monday + 84; day++) {
    if (weekdayOf(day) > 4) continue;
    const cells = history.day(0, day);
    for (let hour = 9; hour < 17; hour++) cells[hour * FIELDS + OFFERED] = 18 + Math.floor(5 * uniform());
    if (uniform() < late[weekdayOf(day)]) cells[17 * FIELDS + OFFERED] = count;
  }
  return history;
}

const hours = (history: History) => kindsOf(history, history.allDays(), 0.05, 1).kinds.map(({ weekdays, from, to }) => [weekdays.join(""), from, to]);

test("a seldom late caller, by chance a little more often on one weekday, makes no kind of day of its own", () => expect(hours(past([0.35, 0.15, 0.35, 0.15, 0.35]))).toHaveLength(1));

test("hours that one weekday surely has alone make it another kind", () => expect(hours(past([0, 0, 0, 1, 0], 6))).toEqual([["0124", 9, 17], ["3", 9, 18]]));

test("contacts outside the opening are counted, since they are in no volume", () => {
  const history = past([0.1, 0.1, 0.1, 0.1, 0.1]), late = history.allDays().reduce((sum, day) => sum + history.at(0, day, 17, OFFERED), 0);
  const made = fit({ history, periods: [], times: null, redials: null, agentsSeen: false, interval: 3600, within: { value: 20, origin: "assumed" }, target: { value: 0.8, origin: "assumed" }, handle: 240, agents: null });
  expect(late).toBeGreaterThan(0);
  expect(made.outside).toBe(late);
});
