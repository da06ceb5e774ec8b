import { expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import { smallest } from "./issueExample.ts";
import { edited, mistakesIn } from "./mistakes.ts";

const fixed = edited(smallest, ["    volume: 100\n", "    volume: 100\n    count: fixed\n"]);

test("a count is random unless it is fixed", () => {
  expect(parseScenario(fixed).contacts.calls.count).toBe("fixed");
  expect(mistakesIn(edited(fixed, ["count: fixed", "count: random"], ["volume: 100", "volume: 99.5"]))).toEqual([]);
  expect(mistakesIn(edited(fixed, ["volume: 100", "volume: 0"]))).toEqual([]);
  expect(mistakesIn(edited(fixed, ["count: fixed", "count: fixed\n    dayToDayCv: 0"]))).toEqual([]);
});

test("a fixed count is of whole contacts, of a volume, and does not vary from day to day", () => {
  expect(mistakesIn(edited(fixed, ["volume: 100", "volume: 99.5"]))).toEqual(["day.yaml:5:13 contacts.calls.volume must be a whole number of contacts where count is fixed (got 99.5)"]);
  expect(mistakesIn(edited(fixed, ["volume: 100\n", "ratesPerHour: [3, 4]\n"], ["    profile: [1, 1]\n", ""]))).toEqual([
    "day.yaml:6:5 contacts.calls.count a fixed count goes with volume and profile, not with ratesPerHour",
  ]);
  expect(mistakesIn(edited(fixed, ["count: fixed", "count: fixed\n    dayToDayCv: 0.2"]))).toEqual([
    "day.yaml:7:5 contacts.calls.dayToDayCv a fixed count does not vary from day to day: either dayToDayCv, or count: fixed",
  ]);
  expect(mistakesIn(edited(fixed, ["count: fixed", "count: 100"]))).toEqual(["day.yaml:6:12 contacts.calls.count must be random or fixed (got 100)"]);
  expect(mistakesIn(edited(fixed, ["volume: 100", "volume: 1.5"], ["count: fixed", "cuont: fixed"]))).toEqual(["day.yaml:6:5 contacts.calls.cuont unknown key; did you mean count?"]);
});

test("with a base that varies, the variant is told how to take that away", () => {
  const base = edited(smallest, ["    volume: 100\n", "    volume: 100\n    dayToDayCv: 0.2\n"]);
  const read = (text: string) => parseScenario(text, "day.yaml", { readBase: (file) => ({ file, text: base }) });
  const variant = "extends: base.yaml\ncontacts: { calls: { count: fixed } }\n";
  expect(() => read(variant)).toThrow(ScenarioError);
  expect(() => read(variant)).toThrow("day.yaml:2:22 contacts.calls.count a fixed count does not vary from day to day: either dayToDayCv, or count: fixed: dayToDayCv comes from base.yaml, and dayToDayCv: null in its place takes it away");
  expect(read("extends: base.yaml\ncontacts: { calls: { count: fixed, dayToDayCv: null } }\n").contacts.calls).toMatchObject({ count: "fixed", dayToDayCv: 0 });
});
