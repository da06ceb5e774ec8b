import { expect, expectTypeOf, test } from "vitest";
import { checkTotal } from "../../sim/scenario/expected.ts";
import { expectedContactsPerDay } from "../../sim/scenario/limits.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import type { Law, Scenario } from "../../sim/scenario/schema.ts";
import { issueExample, smallest } from "./issueExample.ts";
import { edited } from "./mistakes.ts";

test("the issue's example reads as the issue describes it", () => {
  expect(parseScenario(issueExample)).toEqual({
    name: "Usual day",
    opening: { from: 8.5 * 3600, to: 18 * 3600 },
    interval: 1800,
    contacts: {
      calls: {
        volume: 600,
        profile: [31.2, 44.4, 48, 49.2, 46.8, 43.2, 39.6, 34.8, 31.2, 30, 32.4, 33.6, 31.2, 28.8, 26.4, 22.8, 15.6, 7.2, 3.6],
        dayToDayCv: 0.2,
        handleTime: { distribution: "lognormal", mean: 330, cv: 0.8 },
        patience: { distribution: "exponential", mean: 180 },
        balking: 0.05,
        answerWithin: 20,
        target: 0.8,
        priority: 0,
      },
    },
    shifts: {
      early: { from: 30_600, to: 59_400, breaks: [{ for: 1800, between: [43_200, 50_400] }] },
      middle: { from: 32_400, to: 61_200, breaks: [] },
      late: { from: 36_000, to: 64_800, breaks: [] },
    },
    groups: { generic: { answers: { calls: { handleTimeFactor: 1 } }, shifts: { early: 4, middle: 4, late: 3 } } },
    routing: { calls: ["generic"] },
    lines: 14,
    closing: "drain",
    days: 2000,
    seed: "1",
  });
});

test("what may be left out has the issue's defaults", () => {
  expect(parseScenario(smallest, "scenarios/quiet-hour.yaml")).toEqual({
    name: "quiet-hour",
    opening: { from: 32_400, to: 36_000 },
    interval: 1800,
    contacts: {
      calls: {
        volume: 100,
        profile: [1, 1],
        dayToDayCv: 0,
        handleTime: { distribution: "exponential", mean: 300 },
        patience: "never",
        balking: 0,
        answerWithin: 20,
        target: 0.8,
        priority: 0,
      },
    },
    shifts: {},
    groups: { team: { answers: { calls: { handleTimeFactor: 1 } }, agents: 5 } },
    routing: { calls: ["team"] },
    lines: null,
    closing: "drain",
    days: 1000,
    seed: "1",
  });
});

test("the name comes from the file where the file has none of its own", () => {
  const named = (file: string): string => parseScenario(smallest, file).name;
  expect(named("a/b/peak day.yml")).toBe("peak day");
  expect(named("C:\\data\\v1.2.yaml")).toBe("v1.2");
  expect(named(".yaml")).toBe(".yaml");
  expect(named("folder/")).toBe("scenario");
  expect(named("bad\u001b[31m.yaml")).toBe("scenario");
  expect(parseScenario(smallest).name).toBe("scenario");
});

test("a type without routing goes to every group that answers it, in the file's order of groups", () => {
  const text = `${smallest}  zebra: { answers: { calls: { handleTimeFactor: 1.2 }, letters: {} }, agents: [1, 2] }
  mole: { answers: [letters], agents: 1 }
  ant: { answers: [letters, calls], agents: 1 }
routing: { letters: [ant, zebra, mole] }
`;
  const letters = "  letters: { ratesPerHour: [5, 0], handleTime: { distribution: gamma, mean: 5m, cv: 1 }, patience: never, answerWithin: 0s, target: 1 }\n";
  const { routing, groups } = parseScenario(edited(text, ["groups:\n", `${letters}groups:\n`]));
  expect(routing).toEqual({ calls: ["team", "zebra", "ant"], letters: ["ant", "zebra", "mole"] });
  expect(groups.zebra).toEqual({ answers: { calls: { handleTimeFactor: 1.2 }, letters: { handleTimeFactor: 1 } }, agents: [1, 2] });
});

test("every law reads with its own figures", () => {
  const law = (text: string): Law => {
    const { handleTime } = parseScenario(edited(smallest, ["{ distribution: exponential, mean: 5m }", text])).contacts.calls ?? {};
    if (handleTime === undefined) throw new Error("no calls");
    return handleTime;
  };
  expect(law("{ distribution: exponential, mean: 90s }")).toEqual({ distribution: "exponential", mean: 90 });
  expect(law("{ distribution: deterministic, mean: 1h }")).toEqual({ distribution: "deterministic", mean: 3600 });
  expect(law("{ distribution: lognormal, mean: 5.5m, cv: 0.8 }")).toEqual({ distribution: "lognormal", mean: 330, cv: 0.8 });
  expect(law("{ distribution: gamma, mean: 5m, cv: 10 }")).toEqual({ distribution: "gamma", mean: 300, cv: 10 });
  expect(law("{ distribution: weibull, shape: 1.5, scale: 6m }")).toEqual({ distribution: "weibull", shape: 1.5, scale: 360 });
  expect(law("{ distribution: uniform, from: 0s, to: 9m }")).toEqual({ distribution: "uniform", from: 0, to: 540 });
});

test("shares read as a percentage, exactly, or as a number from 0 to 1", () => {
  const target = (text: string): number | undefined => parseScenario(edited(smallest, ["80%", text])).contacts.calls?.target;
  expect(target("99.9%")).toBe(0.999);
  expect(target("0.1%")).toBe(0.001);
  expect(target("100%")).toBe(1);
  expect(target("0.8")).toBe(0.8);
  expect(target("1")).toBe(1);
});

test("a seed may be a whole number, and is text all the same", () => {
  expect(parseScenario(`${smallest}seed: 17\n`).seed).toBe("17");
  expect(parseScenario(`${smallest}seed: spring\n`).seed).toBe("spring");
});

test("times of day need no quotes", () => {
  expect(parseScenario(edited(smallest, ['"09:00"', "9:00"], ['"10:00"', "10:00"])).opening).toEqual({ from: 32_400, to: 36_000 });
});

test("a day may last from midnight to midnight", () => {
  const text = edited(smallest, ['"09:00"', '"00:00"'], ['"10:00"', '"24:00"'], ["30m", "60m"], ["[1, 1]", `[${Array(24).fill(1).join(", ")}]`]);
  expect(parseScenario(text).opening).toEqual({ from: 0, to: 86_400 });
});

test("a byte order mark, Windows line ends, anchors and any printable name are harmless", () => {
  const text = edited(smallest, ["profile: [1, 1]", "profile: &p [1, 1]"], ["  team:", '  "<b>Café & 1. Team</b>":']);
  const second = edited(text, ["groups:", `  letters: { volume: 0, profile: *p, handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 1m, target: 50% }\ngroups:`], ["[calls]", "[calls, letters]"]);
  const scenario = parseScenario(`\ufeff${second.replaceAll("\n", "\r\n")}`);
  expect(Object.keys(scenario.groups)).toEqual(["<b>Café & 1. Team</b>"]);
  expect(scenario.contacts.letters?.profile).toEqual([1, 1]);
});

test("contacts expected on a day are counted from volumes and rates alike", () => {
  const letters = "  letters: { ratesPerHour: [5, 3], handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 0s, target: 1 }\n";
  const scenario = parseScenario(edited(smallest, ["groups:\n", `${letters}groups:\n`], ["[calls]", "[calls, letters]"]));
  // Two half hours at 5 and 3 an hour.
  expect(expectedContactsPerDay(scenario)).toBe(100 + 4);
  expect(checkTotal(scenario, 10_000_000)).toBeNull();
  expect(checkTotal(scenario, 10_000_001)).toContain("10,000,000 days");
  expect(checkTotal(parseScenario(edited(smallest, ["100", "1e6"])), 10_000)).toBeNull();
  expect(checkTotal(parseScenario(edited(smallest, ["100", "1e6"])), 10_001)).toContain("10,001,000,000 expected contacts");
});

test("the types of a scenario are those that the rest of callhall is written against", () => {
  interface ContactType {
    volume?: number | undefined;
    profile?: number[] | undefined;
    ratesPerHour?: number[] | undefined;
    dayToDayCv: number;
    handleTime: Law;
    patience: Law | "never";
    balking: number;
    answerWithin: number;
    target: number;
    priority: number;
    busyness?: "own" | "shared" | undefined;
  }
  interface Group {
    answers: Record<string, { handleTimeFactor: number }>;
    agents?: number | number[] | undefined;
    shifts?: Record<string, number> | undefined;
    absence?: number | undefined;
    picks?: "longest" | "listed" | undefined;
  }
  expectTypeOf<Scenario>().toExtend<{
    name: string;
    opening: { from: number; to: number };
    interval: number;
    contacts: Record<string, ContactType>;
    shifts: Record<string, { from: number; to: number; breaks: { for: number; between: [number, number] }[]; absence?: number | undefined }>;
    groups: Record<string, Group>;
    routing: Record<string, (string | { group: string; after: number })[]>;
    lines: number | null;
    closing: "drain" | "drop";
    days: number;
    seed: string;
  }>();
});
