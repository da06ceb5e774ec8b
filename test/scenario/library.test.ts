import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { expectedContactsPerDay } from "../../sim/scenario/limits.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import type { ReadColumn } from "../../sim/scenario/sheetColumns.ts";

const folder = new URL("../../scenarios/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
const textOf = (file: string): string => readFileSync(new URL(file, folder), "utf8");
const scenario = (file: string, set: readonly string[] = []): Scenario =>
  parseScenario(textOf(file), file, { readBase: (path) => ({ file: path, text: textOf(path) }), readColumn, set });

/** Plain commas only, heads in the first row and a total in the last: that is how the shipped sheets are. */
const readColumn: ReadColumn = ({ file, column }) => {
  const [heads = [], ...rows] = textOf(file).trimEnd().split("\n").map((line) => line.split(","));
  const cells = rows.slice(0, -1).map((row, i) => ({ row: i + 2, number: Number(row[heads.indexOf(column)]), shown: row[heads.indexOf(column)] ?? "" }));
  return { sheet: file, column, cells };
};

test("the issue's scenarios are shipped", () => {
  expect(files).toEqual(expect.arrayContaining(["usual-day.yaml", "peak-day.yaml", "peak-day-staffed.yaml", "generic-team.yaml", "specialised-teams.yaml", "ssj-call-center.yaml"]));
});

test.each(files)("%s parses, and names its schema for editors", (file) => {
  expect(scenario(file).name).not.toBe("");
  expect(textOf(file)).toMatch(/^# yaml-language-server: \$schema=scenario\.schema\.json\n/);
});

test("the case's days have its calls, hours and shifts", () => {
  for (const [file, calls, agents] of [["usual-day.yaml", 600, 11], ["peak-day.yaml", 1000, 11], ["peak-day-staffed.yaml", 1000, 18]] as const) {
    const { opening, shifts, groups, ...rest } = scenario(file);
    expect(expectedContactsPerDay({ contacts: rest.contacts, opening, interval: rest.interval })).toBe(calls);
    expect(opening).toEqual({ from: 8.5 * 3600, to: 18 * 3600 });
    expect(Object.values(shifts).map(({ from, to }) => [from / 3600, to / 3600])).toEqual([[8.5, 16.5], [9, 17], [10, 18]]);
    expect(Object.values(groups.generic?.shifts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(agents);
  }
});

test("the counted day's sheet has the case's calls, spread as its other days are", () => {
  const counted = scenario("counted-day.yaml").contacts.calls, usual = scenario("usual-day.yaml").contacts.calls;
  expect(counted).toMatchObject({ volume: 600, count: "fixed" });
  expect(counted?.profile).toEqual(usual?.profile?.map(Math.round));
  const stressful = scenario("counted-day.yaml", ["contacts.calls.volume=1000", "contacts.calls.profile.column=Stressful day"]);
  stressful.contacts.calls?.profile?.forEach((calls, i) => { expect(calls).toBeCloseTo(((usual?.profile?.[i] ?? 0) * 1000) / 600, 9); });
});

test("the two team scenarios have the same callers and as many agents on each shift", () => {
  const [specialised, generic] = [scenario("specialised-teams.yaml"), scenario("generic-team.yaml")];
  expect(specialised.contacts).toEqual(generic.contacts);
  expect(expectedContactsPerDay(specialised)).toBe(600);
  const perShift = ({ groups, shifts }: Scenario): number[] =>
    Object.keys(shifts).map((shift) => Object.values(groups).reduce((sum, group) => sum + (group.shifts?.[shift] ?? 0), 0));
  expect(perShift(specialised)).toEqual([4, 4, 3]);
  expect(perShift(generic)).toEqual([4, 4, 3]);
});

test("the three sites have the usual day's calls, of its length, and its agents on each shift with the two seats besides", () => {
  const { contacts, groups, opening, interval, shifts, sites } = scenario("three-sites.yaml"), types = Object.values(contacts);
  expect(expectedContactsPerDay({ contacts, opening, interval })).toBe(600);
  const minutes = types.reduce((sum, { volume = 0, handleTime }) => sum + (volume * ("mean" in handleTime ? handleTime.mean : NaN)) / 60, 0);
  expect(minutes / 600).toBeCloseTo(5.5, 1);
  expect(Object.keys(shifts).map((shift) => ["B-Town team", "C-Town team"].reduce((sum, group) => sum + (groups[group]?.shifts?.[shift] ?? 0), 0))).toEqual([4, 4, 3]);
  expect(groups["social care unit"]?.shifts).toEqual({ early: 1, late: 1 });
  expect(Object.keys(sites ?? {})).toEqual(["B-Town", "C-Town", "E-Town"]);
  expect(scenario("three-sites-overflow.yaml")).toMatchObject({ contacts, groups, routing: { "C-Town calls": ["C-Town team", { group: "B-Town team", after: 30 }] } });
});

test("SSJ's call centre has the figures of its tutorial", () => {
  const { contacts, groups, interval, opening } = scenario("ssj-call-center.yaml");
  expect(expectedContactsPerDay({ contacts, opening, interval })).toBe(1660);
  expect((opening.to - opening.from) / 3600).toBe(13);
  expect(contacts.calls).toMatchObject({ dayToDayCv: 1 / Math.sqrt(400), balking: 0.1, answerWithin: 20 });
  expect(contacts.calls).toMatchObject({ handleTime: { distribution: "exponential", mean: 100 }, patience: { distribution: "exponential", mean: 1000 } });
  expect(groups.agents?.agents).toEqual([4, 6, 8, 8, 8, 7, 8, 8, 6, 6, 4, 4, 4]);
});

test("every key and every law of the language is used by some scenario", () => {
  const all = files.map(textOf).join("\n");
  const schema = readFileSync(new URL("scenario.schema.json", folder), "utf8");
  const words = [...schema.matchAll(/"(?:const|properties)": (?:"(\w+)"|\{)|^ +"(\w+)": \{$/gm)].map((match) => match[1] ?? match[2] ?? "");
  const keywords = ["properties", "propertyNames", "additionalProperties", "items", "definitions", "law", "lawVariant", "columnVariant", "scenario", "variant", "dayType", "if", "then", "else", "default", ""];
  const used = new Set(words.filter((word) => !keywords.includes(word)));
  expect(used.size).toBeGreaterThan(35);
  for (const word of used) expect(all).toMatch(new RegExp(String.raw`\b${word}\b`));
  expect(all).toContain("closing: drop");
});
