import fc from "fast-check";
import { expect, test } from "vitest";
import { clockPattern, formatClock, parseClock } from "../../sim/scenario/clock.ts";

test("times of day are seconds since midnight", () => {
  expect(parseClock("00:00")).toBe(0);
  expect(parseClock("08:30")).toBe(30_600);
  expect(parseClock("8:30")).toBe(30_600);
  expect(parseClock("24:00")).toBe(86_400);
});

test("only times of a 24-hour day fit", () => {
  for (const good of ["0:00", "00:00", "09:59", "19:05", "23:59", "24:00"]) expect(good).toMatch(clockPattern);
  for (const bad of ["24:01", "25:00", "08:60", "8:3", "8.30", "8", "-1:00", "08:30 ", "8:30am", "008:30", "08:30:00", ""]) {
    expect(bad).not.toMatch(clockPattern);
  }
});

test("a time of day is written with two digits each", () => {
  expect(formatClock(30_600)).toBe("08:30");
  expect(formatClock(86_400)).toBe("24:00");
  expect(formatClock(30_615)).toBe("08:30:15");
});

test("every minute of the day reads back as itself", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1440 }), (minute) => parseClock(formatClock(minute * 60)) === minute * 60));
});
