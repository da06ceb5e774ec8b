import { expect, test } from "vitest";
import { formatDate, monthOf, nameOfUnit, parseDate, unitAround, unitsIn, weekdayOf } from "../../sim/scenario/date.ts";

const FIRST = Date.UTC(2000, 0, 1), MS_A_DAY = 86_400_000, LAST = (Date.UTC(2099, 11, 31) - FIRST) / MS_A_DAY;

test("all dates from 2000 to 2099 are those of the machine's own calendar", () => {
  const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
  for (let date = 0; date <= LAST; date++) {
    const own = new Date(FIRST + date * MS_A_DAY), text = own.toISOString().slice(0, 10);
    expect([formatDate(date), parseDate(text), weekdayOf(date), monthOf(date)]).toEqual([text, date, weekdays[own.getUTCDay()], own.getUTCMonth()]);
  }
});

test("days that a month does not have are none", () => {
  expect(["2026-02-29", "2028-02-29", "2026-04-31", "2026-12-31"].map((text) => parseDate(text) === null)).toEqual([true, false, true, false]);
});

test("a date lies in one week, month, quarter and year", () => {
  const date = parseDate("2026-11-26") ?? 0, around = (unit: Parameters<typeof unitAround>[1]) => { const { from, to } = unitAround(date, unit); return [formatDate(from), formatDate(to), nameOfUnit(from, unit)]; };
  expect(around("week")).toEqual(["2026-11-23", "2026-11-30", "2026-W48"]);
  expect(around("month")).toEqual(["2026-11-01", "2026-12-01", "2026-11"]);
  expect(around("quarter")).toEqual(["2026-10-01", "2027-01-01", "2026-Q4"]);
  expect(around("year")).toEqual(["2026-01-01", "2027-01-01", "2026"]);
  expect(unitsIn(date, date + 40, "month").map(({ from }) => nameOfUnit(from, "month"))).toEqual(["2026-11", "2026-12", "2027-01"]);
});

// ISO 8601: week 1 has the year's first Thursday. Examples of the standard's own kind: 2027-01-01 is a Friday and lies in the last week of 2026.
test("weeks are numbered as in ISO 8601", () => {
  const weekOf = (text: string) => nameOfUnit(unitAround(parseDate(text) ?? 0, "week").from, "week");
  expect(["2027-01-01", "2026-12-31", "2027-01-04", "2026-01-01", "2025-12-29", "2024-12-30"].map(weekOf)).toEqual(["2026-W53", "2026-W53", "2027-W01", "2026-W01", "2026-W01", "2025-W01"]);
});
