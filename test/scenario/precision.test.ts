import { expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { smallest } from "./issueExample.ts";
import { edited, mistakesIn } from "./mistakes.ts";

const asking = (precision: string) => `${smallest}precision: ${precision}\n`;

test("a precision reads as a share and a number of days", () => {
  const { precision, days } = parseScenario(asking("{ serviceLevel: 0.5 points, atMost: 100000 days }"));
  expect(precision).toEqual({ serviceLevel: 0.005, atMost: 100_000 });
  expect(days).toBe(100_000);
  expect(parseScenario(asking("{ serviceLevel: 1 point, atMost: 512 days }")).precision).toEqual({ serviceLevel: 0.01, atMost: 512 });
  expect(parseScenario(smallest).precision).toBeUndefined();
});

test("days and precision are two ways to say how long, and only one may be given", () => {
  expect(mistakesIn(`${smallest}days: 3\nprecision: { serviceLevel: 1 points, atMost: 600 days }\n`)).toEqual(["day.yaml:14:1 precision either days or precision, not both"]);
});

test("points and days have their words, a size that makes sense, and both are needed", () => {
  for (const points of ["0.5", "0.5%", "0 points", "0.0 points", "100 points", "-1 points", "points"]) {
    expect(mistakesIn(asking(`{ serviceLevel: ${points}, atMost: 600 days }`))).toEqual([`day.yaml:13:28 precision.serviceLevel must be a half-width in points above 0, such as 0.5 points (got ${points})`]);
  }
  for (const days of ["600", "511 days", "10000001 days", "1e6 days", "6.5 days"]) {
    expect(mistakesIn(asking(`{ serviceLevel: 1 points, atMost: ${days} }`))).toEqual([`day.yaml:13:46 precision.atMost must be a number of days from 512 to 10,000,000, such as 100000 days (got ${days})`]);
  }
  expect(mistakesIn(asking("{ serviceLevel: 1 points }"))).toEqual(["day.yaml:13:1 precision.atMost is missing"]);
  expect(mistakesIn(asking("0.5 points"))).toEqual([expect.stringMatching(/^day\.yaml:13:12 precision must be a precision, such as/)]);
});

test("as many contacts as atMost could bring are refused", () => {
  expect(mistakesIn(edited(asking("{ serviceLevel: 1 points, atMost: 2000 days }"), ["volume: 100", "volume: 1e7"]))).toEqual([
    "day.yaml:13:46 precision.atMost makes 20,000,000,000 expected contacts in all; at most 10,000,000,000 (got 2000 days)",
  ]);
});
