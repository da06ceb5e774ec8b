import { expect, test } from "vitest";
import { issueExample, smallest } from "./issueExample.ts";
import { edited, errorFrom, mistakesIn } from "./mistakes.ts";

const mistake = (...edits: readonly (readonly [string, string])[]): string => {
  const found = mistakesIn(edited(issueExample, ...edits));
  expect(found).toHaveLength(1);
  return found[0] ?? "";
};

test("an unknown key is shown at the key, with the key that was meant", () => {
  expect(mistake(["    balking: 5% ", "    blaking: 5% "])).toBe("day.yaml:11:5 contacts.calls.blaking unknown key; did you mean balking?");
  expect(mistake(["lines: 14", "colour: red"])).toMatch(/^day\.yaml:25:1 colour unknown key; known here: extends, name, opening, interval/);
});

test("what is required is missed at the key above it", () => {
  expect(mistakesIn(edited(issueExample, ["    answerWithin: 20s\n    target: 80%\n", ""]))).toEqual([
    "day.yaml:5:3 contacts.calls.answerWithin is missing",
    "day.yaml:5:3 contacts.calls.target is missing",
  ]);
  expect(mistakesIn("name: Nothing else\n")).toEqual(["opening", "interval", "contacts", "groups"].map((key) => `day.yaml:1:1 ${key} is missing`));
});

test("contacts are given as volume with profile or as rates, in exactly one way", () => {
  const both = mistakesIn(edited(smallest, ["    profile: [1, 1]\n", "    profile: [1, 1]\n    ratesPerHour: [1, 1]\n"]));
  expect(both).toEqual(["volume", "profile"].map((key, index) => `day.yaml:${5 + index}:5 contacts.calls.${key} either volume with profile, or ratesPerHour, not both`));
  expect(mistakesIn(edited(smallest, ["    profile: [1, 1]\n", ""]))).toEqual(["day.yaml:4:3 contacts.calls.profile is missing: volume and profile go together"]);
  expect(mistakesIn(edited(smallest, ["    volume: 100\n", ""]))).toEqual(["day.yaml:4:3 contacts.calls.volume is missing: volume and profile go together"]);
  expect(mistakesIn(edited(smallest, ["    volume: 100\n    profile: [1, 1]\n", ""]))).toEqual(["day.yaml:4:3 contacts.calls needs volume with profile, or ratesPerHour"]);
});

test("lists have one entry per interval", () => {
  expect(mistake(["[31.2, 44.4", "[44.4"])).toBe("day.yaml:7:14 contacts.calls.profile must have 19 entries, one for each 30m from 08:30 to 18:00 (got a list of 18 entries)");
  expect(mistakesIn(edited(smallest, ["volume: 100\n    profile: [1, 1]", "ratesPerHour: [1, 1, 1]"]))[0]).toContain("5:19 contacts.calls.ratesPerHour must have 2 entries");
  expect(mistakesIn(edited(smallest, ["agents: 5", "agents: [5]"]))[0]).toContain("12:37 groups.team.agents must have 2 entries");
});

test("weights that sum to zero are refused", () => {
  expect(mistakesIn(edited(smallest, ["[1, 1]", "[0, 0]"]))).toEqual(["day.yaml:6:14 contacts.calls.profile must have a weight above 0 (got a list of 2 entries)"]);
  expect(mistakesIn(edited(smallest, ["[1, 1]", "[0, 1]"]))).toEqual([]);
});

test("opening and shifts begin before they end", () => {
  expect(mistakesIn(edited(smallest, ['to: "10:00"', 'to: "09:00"']))).toEqual(['day.yaml:1:31 opening.to must be later than from, 09:00 (got "09:00")']);
  expect(mistake(['late: { from: "10:00", to: "18:00" }', 'late: { from: "18:00", to: "10:00" }'])).toContain("18:30 shifts.late.to must be later than from, 18:00");
});

test("the interval divides the opening hours", () => {
  expect(mistakesIn(edited(smallest, ['to: "10:00"', 'to: "09:45"']))).toEqual(["day.yaml:2:11 interval must divide the opening hours, 09:00 to 09:45 (45m) (got 30m)"]);
});

test("shifts lie inside the opening hours", () => {
  const found = mistakesIn(edited(issueExample, ['late: { from: "10:00", to: "18:00" }', 'late: { from: "08:00", to: "18:30" }']));
  expect(found).toEqual([
    'day.yaml:18:17 shifts.late.from must not be before the opening hours, 08:30 to 18:00 (got "08:00")',
    'day.yaml:18:30 shifts.late.to must not be after the opening hours, 08:30 to 18:00 (got "18:30")',
  ]);
});

test("breaks fit into windows, windows into the shift, and windows do not overlap", () => {
  const withBreaks = (breaks: string): string[] => mistakesIn(edited(issueExample, ['[{ for: 30m, between: ["12:00", "14:00"] }]', breaks]));
  expect(withBreaks('[{ for: 30m, between: ["12:00", "12:20"] }]')).toEqual(["day.yaml:16:56 shifts.early.breaks[0].for must fit into its window of 20m (got 30m)"]);
  expect(withBreaks('[{ for: 30m, between: ["12:00", "12:30"] }]')).toEqual([]);
  expect(withBreaks('[{ for: 5m, between: ["08:00", "17:00"] }]')).toEqual([
    'day.yaml:16:70 shifts.early.breaks[0].between[0] must not be before the shift, from 08:30 (got "08:00")',
    'day.yaml:16:79 shifts.early.breaks[0].between[1] must not be after the shift, to 16:30 (got "17:00")',
  ]);
  expect(withBreaks('[{ for: 5m, between: ["12:00", "11:00"] }]')[0]).toContain("16:79 shifts.early.breaks[0].between[1] must be later than 12:00");
  expect(withBreaks('[{ for: 5m, between: ["12:00", "13:00"] }, { for: 5m, between: ["12:30", "14:00"] }]')[0]).toMatch(/breaks\[1\]\.between must not overlap the shift's window from 12:00 to 13:00$/);
  expect(withBreaks('[{ for: 5m, between: ["12:00", "13:00"] }, { for: 5m, between: ["13:00", "14:00"] }]')).toEqual([]);
  expect(withBreaks('[{ for: 5m, between: ["12:00"] }]')[0]).toContain("must be two times of day");
});

test("a group is on duty by agents or by shifts, not both, not neither", () => {
  expect(mistake(["    shifts: { early: 4,", "    agents: 3\n    shifts: { early: 4,"])).toBe("day.yaml:23:5 groups.generic.shifts either agents or shifts, not both");
  expect(mistakesIn(edited(smallest, [", agents: 5", ""]))).toEqual(["day.yaml:12:3 groups.team needs agents or shifts"]);
});

test("shifts, types and groups that do not exist are named, with the one that was meant", () => {
  expect(mistake(["{ early: 4,", "{ erly: 4,"])).toBe("day.yaml:22:15 groups.generic.shifts.erly there is no such shift; did you mean early?");
  expect(mistakesIn(edited(issueExample, ["answers: [calls] ", "answers: [calls, letters] "]))).toEqual(["day.yaml:21:22 groups.generic.answers[1] there is no such contact type (got letters)"]);
  expect(mistakesIn(edited(issueExample, ["answers: [calls] ", "answers: { calls: {}, letters: {} } "]))).toEqual(["day.yaml:21:27 groups.generic.answers.letters there is no such contact type"]);
  expect(mistakesIn(edited(issueExample, ["calls: [generic]", "calls: [generic, genric]"]))).toEqual(["day.yaml:24:20 routing.calls[1] there is no such agent group; did you mean generic? (got genric)"]);
  expect(mistakesIn(edited(issueExample, ["  calls: [generic]", "  calls: [generic]\n  cals: [generic]"]))).toEqual(["day.yaml:25:3 routing.cals there is no such contact type; did you mean calls?"]);
});

test("a shift that nobody works is no mistake", () => {
  expect(mistakesIn(edited(issueExample, ["middle: 4, late: 3", "middle: 4"]))).toEqual([]);
});

test("a type nobody serves is refused", () => {
  const letters = "  letters: { volume: 1, profile: [1, 1], handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 1m, target: 50% }\n";
  expect(mistakesIn(edited(smallest, ["groups:\n", `${letters}groups:\n`]))).toEqual(["day.yaml:11:3 contacts.letters nobody serves this type: no group answers it"]);
  expect(mistakesIn(`${smallest}routing: { calls: [] }\n`)).toEqual(["day.yaml:13:19 routing.calls must name at least one agent group (got a list of 0 entries)"]);
  expect(mistakesIn(edited(smallest, ["[calls]", "[]"]))).toEqual(["day.yaml:12:20 groups.team.answers must name at least one contact type (got a list of 0 entries)"]);
});

test("a group nobody routes to is refused", () => {
  expect(mistakesIn(`${smallest}  spare: { answers: [calls], agents: 1 }\nrouting: { calls: [team] }\n`)).toEqual([
    "day.yaml:13:3 groups.spare nobody routes to this group: no contact type has it in its routing",
  ]);
});

test("a mistake in one entry of a route hides none in another, nor a group that nobody routes to", () => {
  expect(mistakesIn(`${smallest}  spare: { answers: [calls], agents: 1 }\nrouting: { calls: [{ group: team, after: 30 }, tem] }\n`)).toEqual([
    "day.yaml:13:3 groups.spare nobody routes to this group: no contact type has it in its routing",
    "day.yaml:14:42 routing.calls[0].after must be a duration with its unit: write for example 20s, 5m30s or 1h (got 30)",
    "day.yaml:14:48 routing.calls[1] there is no such agent group; did you mean team? (got tem)",
  ]);
});

test("routing goes only to groups that answer the type, each once", () => {
  const letters = "  letters: { volume: 1, profile: [1, 1], handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 1m, target: 50% }\n";
  const post = `${edited(smallest, ["groups:\n", `${letters}groups:\n`])}  post: { answers: [letters], agents: 1 }\n`;
  expect(mistakesIn(`${post}routing: { calls: [team, post] }\n`)).toEqual(["day.yaml:15:26 routing.calls[1] this group does not answer the type (got post)"]);
  expect(mistakesIn(`${smallest}routing: { calls: [team, team] }\n`)).toEqual(["day.yaml:13:26 routing.calls[1] is named twice (got team)"]);
  expect(mistakesIn(edited(smallest, ["[calls]", "[calls, calls]"]))).toEqual(["day.yaml:12:28 groups.team.answers[1] is named twice (got calls)"]);
});

test("all mistakes come at once, in the order of the file, whatever their kind", () => {
  const text = edited(
    issueExample,
    ["interval: 30m ", "interval: 30 "],
    ["volume: 600 ", "volume: -600 "],
    ["    balking: 5% ", "    blaking: 5% "],
    ["target: 80%", "target: 80"],
    ["{ early: 4,", "{ erly: 4,"],
    ["middle: { from: \"09:00\"", "middle: { from: \"07:00\""],
    ["days: 2000", "days: 2000\ndays: 3000"],
  );
  expect(mistakesIn(text).map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
    "day.yaml:3:11 interval",
    "day.yaml:6:13 contacts.calls.volume",
    "day.yaml:11:5 contacts.calls.blaking",
    "day.yaml:13:13 contacts.calls.target",
    "day.yaml:17:19 shifts.middle.from",
    "day.yaml:22:15 groups.generic.shifts.erly",
    "day.yaml:28:1 days",
  ]);
});

test("problems are data as well as text", () => {
  expect(errorFrom(edited(issueExample, ["closing: drain", "closing: later"]), "peak.yaml")?.problems).toEqual([
    { file: "peak.yaml", line: 26, column: 10, path: "closing", message: "must be drain or drop (got later)" },
  ]);
});

test("too many agents, contacts a day or contacts in all are refused at the figure that makes them", () => {
  expect(mistakesIn(edited(smallest, ["agents: 5", "agents: 100001"]))[0]).toContain("12:37 groups.team.agents must be a whole number of agents from 0 to 100,000");
  expect(mistakesIn(`${edited(smallest, ["agents: 5", "agents: [1, 99999]"])}  more: { answers: [calls], agents: 2 }\n`)).toEqual(["day.yaml:11:1 groups make 100,001 agents in all; at most 100,000"]);
  expect(mistakesIn(`${edited(smallest, ["volume: 100\n    profile: [1, 1]", "ratesPerHour: [1e8, 2e8]"])}days: 1\n`)).toEqual([
    "day.yaml:5:19 contacts.calls.ratesPerHour makes 150,000,000 expected contacts a day in all types; at most 100,000,000 (got a list of 2 entries)",
  ]);
  expect(mistakesIn(`${edited(smallest, ["volume: 100\n", "volume: 1e8\n"])}days: 101\n`)).toEqual(["day.yaml:13:7 days makes 10,100,000,000 expected contacts in all; at most 10,000,000,000 (got 101)"]);
  expect(mistakesIn(`${edited(smallest, ["volume: 100\n", "volume: 1e8\n"])}days: 100\n`)).toEqual([]);
});
