import { expect, test } from "vitest";
import { readHandleTime, readNumber, readTime } from "../../sim/cli/sheetCells.ts";

const at = (hours: number, minutes = 0) => hours * 3600 + minutes * 60;

test("times of day are read as planners write them", () => {
  for (const text of ["08:30", "8:30", "8.30", "08:30:00", "8:30 am", "8h30", "2026-03-02 08:30", "02/03/2026 08:30"]) expect(readTime(text), text).toEqual({ from: at(8, 30), to: null });
  for (const text of ["17:00", "5pm", "5:00 p.m.", "17"]) expect(readTime(text), text).toEqual({ from: at(17), to: null });
  for (const text of ["08:30-09:00", "8.30 – 9.00", "8:30 to 9", "8:30am - 9:00am"]) expect(readTime(text), text).toEqual({ from: at(8, 30), to: at(9) });
  expect(readTime("23:30-00:00")).toEqual({ from: at(23, 30), to: at(24) });
  expect(readTime("12am")).toEqual({ from: 0, to: null });
  for (const text of ["", "noon", "25:00", "24:30", "8:60", "8:30-9-10", "13pm", "-1", "8:30:30"]) expect(readTime(text), text).toBeNull();
});

test("times of Excel's are read to the second, whether dates or shares of a day", () => {
  for (const day of [Date.UTC(1899, 11, 31), Date.UTC(2026, 2, 2)]) expect(readTime(new Date(day + at(8, 30) * 1000 - 1))).toEqual({ from: at(8, 30), to: null });
  expect(readTime(new Date(Date.UTC(1899, 11, 31)))).toEqual({ from: 0, to: null });
  expect(readTime(0.3541666667)).toEqual({ from: at(8, 30), to: null });
  expect(readTime(8.3)).toEqual({ from: at(8, 30), to: null });
  for (const cell of [8.75, 25, -1, true, null]) expect(readTime(cell)).toBeNull();
});

test("numbers are read with thousands and decimal commas, and refused where they could be two", () => {
  const english = { "1234": 1234, "12.5": 12.5, "1,234": 1234, "1,234,567.5": 1234567.5, "12,5": 12.5, "1 234": 1234, "1.234,5": 1234.5, "-3": -3, "1.234": 1.234 };
  for (const [text, value] of Object.entries(english)) expect(readNumber(text, false), text).toBe(value);
  const continental = { "12,5": 12.5, "1.234,5": 1234.5, "1.234.567": 1234567, "0,25": 0.25 };
  for (const [text, value] of Object.entries(continental)) expect(readNumber(text, true), text).toBe(value);
  for (const text of ["1,234", "1.234"]) expect(readNumber(text, true), text).toBeNaN();
  for (const cell of ["", "lots", "1e5", "12,34,5", "1.2.3", "0x10", "Infinity", null, true]) expect(readNumber(cell, false), String(cell)).toBeNaN();
});

test("handle times are seconds, minutes where the head says so, minutes:seconds, or durations", () => {
  for (const cell of [330, "330", "5:30", "0:05:30", "5m30s", "330 s", "5.5 mins", new Date(Date.UTC(1899, 11, 31) + 330_000), new Date(Date.UTC(1899, 11, 31) + at(5, 30) * 1000)]) {
    expect(readHandleTime(cell, false, false), String(cell)).toBe(330);
  }
  expect(readHandleTime("5,5", true, true)).toBe(330);
  expect(readHandleTime("long", false, false)).toBeNaN();
});
