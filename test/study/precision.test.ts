import { expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { simulate } from "../../sim/study/run.ts";
import { smallest } from "../scenario/issueExample.ts";

const until = (points: string, days: number, set: readonly string[] = []) =>
  parseScenario(`${smallest}precision: { serviceLevel: ${points} points, atMost: ${days} days }\n`, "day.yaml", { set });

test("a run ends with the first block after which the service level is known well enough", () => {
  const scenario = until("0.2", 100_000), result = simulate(scenario);
  const { wanted, reached } = result.precision!.serviceLevel;
  expect(wanted).toBe(0.002);
  expect(reached).toBe(result.total.serviceLevel.halfWidth);
  expect(reached).toBeLessThanOrEqual(wanted);
  expect(result.days % 32).toBe(0);
  expect(result.days).toBeGreaterThan(512);
  expect(simulate(scenario, { days: result.days - 32 }).total.serviceLevel.halfWidth).toBeGreaterThan(wanted);
});

test("a run that stops early is the run of so many days, to the last bit", () => {
  const scenario = until("0.2", 100_000), { precision, ...stopped } = simulate(scenario);
  expect(precision?.serviceLevel.wanted).toBeCloseTo(0.002, 12);
  expect(JSON.stringify(simulate(scenario, { days: stopped.days }))).toBe(JSON.stringify(stopped));
});

test("it lasts 512 days at least, and the days that it may take at most", () => {
  expect(simulate(until("50", 100_000))).toMatchObject({ days: 512 });
  const ended = simulate(until("0.01", 700));
  expect(ended.days).toBe(700);
  expect(ended.precision!.serviceLevel.reached).toBeGreaterThan(0.0001);
});

test("where nobody comes there is nothing to know", () => {
  expect(simulate(until("1", 512, ["contacts.calls.volume=0"]))).toMatchObject({ days: 512, precision: { serviceLevel: { wanted: 0.01, reached: null } } });
});
