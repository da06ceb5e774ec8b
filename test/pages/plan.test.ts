import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { ownWords } from "../../notebooks/planner/ofTheirOwn.ts";
import { changed, dayOf, readPlan, wholeOf, type Change } from "../../notebooks/planner/plan.ts";
import { meanOf, oneMoreBreak, withBreaks, withDemand, withMean, withNewShift, withOpening, withoutShift, withShape, withSkill, withVolume } from "../../notebooks/planner/edits.ts";
import { typedColumn, typedDuration, typedNumber, typedShare } from "../../notebooks/planner/typed.ts";
import { packed, unpacked } from "../../notebooks/planner/link.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { shippedText } from "../cli/callhall.ts";

const usual = readPlan(shippedText("usual-day.yaml")), teams = readPlan(shippedText("specialised-teams.yaml"));
const after = (changes: readonly Change[], plan = usual) => changed(plan, changes).scenario;

describe("a plan", () => {
  test("that is one file already stays as it was written", () => {
    expect(usual.text).toBe(shippedText("usual-day.yaml"));
  });

  test("of a variant is one whole file that means the same", () => {
    const readBase = (path: string) => ({ file: path, text: shippedText(path) });
    const peak = readPlan(shippedText("peak-day.yaml"), "peak-day.yaml", { readBase });
    expect(parse(peak.text)).not.toHaveProperty("extends");
    expect(peak.scenario).toEqual(parseScenario(shippedText("peak-day.yaml"), "peak-day.yaml", { readBase }));
  });

  test("has no alias, so that a change of one type is a change of one type", () => {
    expect(teams.text).not.toMatch(/[&*](day|patience)/);
    expect(teams.scenario).toEqual(parseScenario(shippedText("specialised-teams.yaml")));
    const { contacts } = after(withMean(["contacts", "benefits", "patience"], teams.scenario.contacts.benefits.patience as never, 60), teams);
    expect([contacts.benefits.patience, contacts["council tax"].patience]).toEqual([{ distribution: "exponential", mean: 60 }, { distribution: "exponential", mean: 180 }]);
  });

  test("keeps its comments, but for those beside what was changed", () => {
    const { text } = changed(usual, withVolume(usual.scenario, "calls", 640));
    expect(text).toContain("volume: 640\n");
    expect(text).toContain("# assumed: not in the case, and it matters");
  });

  test("of a week is one of its kinds of day, the first unless another is asked for", () => {
    const reading = { readBase: (path: string) => ({ file: path, text: shippedText(path) }) }, week = readPlan(shippedText("week.yaml"), "week.yaml", reading);
    expect(week.scenario).toEqual(parseScenario(shippedText("week.yaml"), "week.yaml", { ...reading, dayType: "usual" }));
    const saturday = dayOf({ ...week.week!, kind: "saturday" }); // read from a week
    expect(saturday.scenario).toEqual(parseScenario(shippedText("week.yaml"), "week.yaml", { ...reading, dayType: "saturday" }));
    expect(saturday.text).not.toContain("calendar");
  });

  const reading = { readBase: (path: string) => ({ file: path, text: shippedText(path) }) };

  test("of a calendar of dates is all of them, as one whole file that means the same, and each kind of day is there", () => {
    const year = readPlan(shippedText("year.yaml"), "year.yaml", reading);
    expect(year.week).toBeUndefined();
    expect(parse(year.text)).not.toHaveProperty("extends");
    expect(year.scenario).toEqual(parseScenario(shippedText("year.yaml"), "year.yaml", reading));
    const saturday = dayOf({ whole: year, kind: "saturday" });
    expect(saturday.scenario).toEqual(parseScenario(shippedText("year.yaml"), "year.yaml", { ...reading, dayType: "saturday" }));
    expect(wholeOf(saturday)).toBe(year);
    expect(readPlan(year.text).scenario).toEqual(year.scenario);
  });

  test("of a calendar has the columns that its kinds of day take from sheets", () => {
    const columns = { ...reading, readColumn: () => ({ sheet: "peak.csv", column: "Calls", cells: Array.from({ length: 19 }, (_, i) => ({ row: i + 2, number: i + 1, shown: String(i + 1) })) }) };
    const month = readPlan(shippedText("month.yaml", ["volume: 1000 } }", "volume: 1000, profile: { file: peak.csv, column: Calls } } }"]), "month.yaml", columns);
    expect(readPlan(month.text).scenario.calendar?.dayTypes.peak.contacts.calls.profile?.slice(0, 3)).toEqual([1, 2, 3]);
  });

  test("of a calendar is changed but for kinds of day with values of their own, which are told", () => {
    const year = readPlan(shippedText("year.yaml"), "year.yaml", reading), calls = ["contacts", "calls"];
    const { scenario } = changed(year, withVolume(year.scenario, "calls", 700)), volumes = Object.entries(scenario.calendar?.dayTypes ?? {}).map(([kind, { contacts }]) => [kind, contacts.calls.volume]);
    expect(volumes).toEqual([["usual", 700], ["peak", 1000], ["saturday", 90]]);
    expect(ownWords(year, [...calls, "volume"])).toBe("peak and saturday have their own");
    expect(ownWords(year, [...calls, "handleTime"])).toBeNull();
    expect(ownWords(year, ["groups", "generic", "shifts", "early"])).toBe("saturday has its own"); // null takes it away there
    expect(ownWords(year, ["opening"], [...calls, "profile"])).toBe("saturday has its own");
    expect(ownWords(dayOf({ whole: year, kind: "usual" }), [...calls, "volume"])).toBeNull();
    const month = readPlan(shippedText("month.yaml", ["usual: {}", "usual: { contacts: { calls: { volume: 500 } } }"]), "month.yaml", reading);
    expect(ownWords(month, [...calls, "volume"])).toBe("every kind of day has its own: a change here changes nothing");
  });
});

describe("a change", () => {
  test("of rates by the hour makes a volume with their profile: the same contacts", () => {
    const rates = readPlan("opening: { from: \"09:00\", to: \"11:00\" }\ninterval: 30m\ncontacts:\n  calls:\n    ratesPerHour: [10, 20, 30, 20]\n    handleTime: { distribution: exponential, mean: 5m }\n    patience: never\n    answerWithin: 20s\n    target: 80%\ngroups:\n  team: { answers: [calls], agents: 4 }\n");
    const { volume, profile, ratesPerHour } = after(withVolume(rates.scenario, "calls", 80), rates).contacts.calls;
    expect([volume, profile, ratesPerHour]).toEqual([80, [5, 10, 15, 10], undefined]);
  });

  test.each([
    ["exponential", "{ distribution: exponential, mean: 3m }"], ["lognormal", "{ distribution: lognormal, mean: 3m, cv: 0.8 }"], ["gamma", "{ distribution: gamma, mean: 3m, cv: 0.7 }"],
    ["weibull", "{ distribution: weibull, shape: 1.5, scale: 3m }"], ["uniform", "{ distribution: uniform, from: 1m, to: 5m }"], ["deterministic", "{ distribution: deterministic, mean: 3m }"],
  ])("of the mean of a law (%s) leads to that mean", (_, law) => {
    const plan = readPlan(shippedText("usual-day.yaml", ["handleTime: { distribution: exponential, mean: 5m30s }", `handleTime: ${law}`]));
    const { handleTime } = after(withMean(["contacts", "calls", "handleTime"], plan.scenario.contacts.calls.handleTime, 400), plan).contacts.calls;
    expect(handleTime.distribution).toBe(plan.scenario.contacts.calls.handleTime.distribution);
    expect(Math.abs(meanOf(handleTime) - 400)).toBeLessThan(0.1); // figures are written to a tenth of a second
  });

  test("of the hours keeps what each clock time has", () => {
    const { contacts, shifts, opening } = after(withOpening(usual.scenario, 8 * 3600, 17 * 3600)), was = usual.scenario.contacts.calls.profile!;
    expect(opening).toEqual({ from: 28_800, to: 61_200 });
    expect(contacts.calls.profile).toEqual([was[0], ...was.slice(0, 17)]);
    expect(shifts.late.to).toBe(61_200);
  });

  test("of a column, a shape, a break and a shift says so in the file", () => {
    expect(after(withDemand("calls", 190, Array.from({ length: 19 }, () => 10))).contacts.calls.volume).toBe(190);
    expect(after(withShape(usual.scenario, "calls", Array.from({ length: 19 }, () => 1))).contacts.calls).toMatchObject({ volume: 600, profile: Array.from({ length: 19 }, () => 1) });
    const lunch = { for: 1800, between: [43_200, 50_400] as [number, number], paid: false };
    expect(after(withBreaks("early", [lunch])).shifts.early.breaks).toEqual([lunch]);
    expect(after(withBreaks("early", [])).shifts.early.breaks).toEqual([]);
    const more = changed(usual, withNewShift(usual.scenario));
    expect(more.scenario.groups.generic.shifts).toEqual({ early: 4, middle: 4, late: 3, "shift 4": 1 });
    expect(changed(more, withoutShift(more.scenario, "shift 4")).scenario).toEqual(usual.scenario);
  });

  test("by one more break finds room for it until there is none", () => {
    let { early } = usual.scenario.shifts;
    for (let more = oneMoreBreak(early); more !== null; more = oneMoreBreak(early)) early = after(withBreaks("early", [...early.breaks, more])).shifts.early;
    expect(early.breaks[0]).toEqual({ for: 1800, between: [43_200, 50_400] });
    expect(early.breaks.length).toBeGreaterThan(4); // each was taken by the schema, whose windows must stand apart
  });

  test("of a skill goes into the routing too, where the file has one", () => {
    const routed = parse(teams.text) as { routing?: Record<string, unknown> }, group = Object.keys(teams.scenario.groups)[0];
    const missing = Object.keys(teams.scenario.contacts).find((type) => !(type in teams.scenario.groups[group].answers))!;
    const { groups, routing } = after(withSkill(teams.scenario, group, missing, true, routed.routing?.[missing] !== undefined), teams);
    expect(groups[group].answers).toHaveProperty([missing]);
    expect(routing[missing].map((entry) => (typeof entry === "string" ? entry : entry.group))).toContain(group);
  });
});

test("what people type is brought into the file's form", () => {
  expect(["5:30", "5 min 30 sec", "5.5 minutes", "1 hour", "330"].map(typedDuration)).toEqual(["5m30s", "5m30s", "5.5m", "1h", "330"]);
  expect(["80", "80 %", "0.8", "82.5%"].map(typedShare)).toEqual(["80%", "80%", "0.8", "82.5%"]);
  expect(["1,200", "12 000", "lots", "3.5"].map(typedNumber)).toEqual([1200, 12_000, "lots", 3.5]);
  expect(typedColumn("Time\tCalls\r\n8:30\t31.2\r\n9:00\t1,044\r\n9:30\t48,5\r\n\r\n")).toEqual([31.2, 1044, 48.5]);
});

test("a link holds any text, and a damaged one is told", async () => {
  const hash = await packed(`${usual.text}# Überlauf, 漢字`);
  expect(hash.length).toBeLessThan(2000);
  expect(await unpacked(`#${hash}`)).toBe(`${usual.text}# Überlauf, 漢字`);
  expect(await unpacked("")).toBeNull();
  await expect(unpacked(`#${hash.slice(0, -9)}`)).rejects.toThrow("damaged");
});
