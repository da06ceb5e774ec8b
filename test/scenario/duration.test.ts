import fc from "fast-check";
import { expect, test } from "vitest";
import { durationPattern, formatDuration, parseDuration } from "../../sim/scenario/duration.ts";

test("durations are seconds", () => {
  expect(parseDuration("20s")).toBe(20);
  expect(parseDuration("5m30s")).toBe(330);
  expect(parseDuration("5.5m")).toBe(330);
  expect(parseDuration("5h")).toBe(18_000);
  expect(parseDuration("1h30m")).toBe(5400);
  expect(parseDuration("90s")).toBe(90);
  expect(parseDuration("0s")).toBe(0);
});

test("decimals are exact: the nearest number to what is written", () => {
  expect(parseDuration("0.1s")).toBe(0.1);
  expect(parseDuration("1.1m")).toBe(66);
  expect(parseDuration("5m30.1s")).toBe(330.1);
  expect(parseDuration("0.000001s")).toBe(0.000001);
});

test("units stand in the order h, m, s, each at most once, each with a number", () => {
  for (const good of ["1h", "1h1s", "1h30m20s", "0.5h", "999999s"]) expect(good).toMatch(durationPattern);
  for (const bad of ["", "20", "s", "-20s", "20 s", "30s5m", "5m5m", "5min", "20sec", "1d", "5M", ".5m", "5.m", "5,5m", "1e3s", "5m30"]) {
    expect(bad).not.toMatch(durationPattern);
  }
});

test("a duration is written as short as it reads", () => {
  expect(formatDuration(330)).toBe("5m30s");
  expect(formatDuration(20)).toBe("20s");
  expect(formatDuration(3600)).toBe("1h");
  expect(formatDuration(5400)).toBe("1h30m");
  expect(formatDuration(0)).toBe("0s");
  expect(formatDuration(0.5)).toBe("0.5s");
  expect(formatDuration(86_400)).toBe("24h");
  expect(formatDuration(0.000001)).toBe("0.000001s");
});

test("what is written reads back as the same number, to the millionth of a second", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 86_400_000_000 }), (millionths) => {
      const seconds = millionths / 1_000_000;
      const text = formatDuration(seconds);
      return durationPattern.test(text) && parseDuration(text) === seconds;
    }),
  );
});
