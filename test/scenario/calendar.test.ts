import { expect, test } from "vitest";
import { parseScenario, type ParseOptions } from "../../sim/scenario/parse.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import { kindsOfDay } from "../../sim/scenario/week.ts";

const day = `opening: { from: "09:00", to: "13:00" }
interval: 60m
contacts:
  calls:
    volume: 100
    profile: [1, 2, 2, 1]
    handleTime: { distribution: exponential, mean: 4m }
    patience: never
    answerWithin: 20s
    target: 80%
groups: { team: { answers: [calls], agents: 5 } }
`;
const week = `${day}calendar:
  week: { mon: usual, tue: usual, wed: usual, thu: usual, fri: long, sat: saturday, sun: closed }
  dayTypes:
    usual: {}
    long: { contacts: { calls: { volume: 140 } } }
    saturday:
      opening: { to: "11:00" }
      contacts: { calls: { profile: [1, 1], volume: 30 } }
      groups: { team: { agents: 2 } }
`;

const read = (text: string, options: ParseOptions = {}) => parseScenario(text, "week.yaml", options);

function problems(text: string, options?: ParseOptions): string[] {
  try {
    read(text, options);
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.split("\n");
    throw error;
  }
}

/** The week with something else in a line or two of it. */
function changed(...replacements: readonly (readonly [from: string, to: string])[]): string {
  return replacements.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, week);
}

test("each kind of day is the scenario with its patch, named and seeded for itself; a week counts how often it comes", () => {
  const kinds = kindsOfDay(read(week)), plain = read(day);
  expect(kinds.map(({ name, times }) => [name, times])).toEqual([["usual", 4], ["long", 1], ["saturday", 1]]);
  expect(kinds[0].scenario).toEqual({ ...plain, name: "week, usual", seed: "1/usual" });
  expect(kinds[1].scenario).toEqual({ ...read(day.replace("volume: 100", "volume: 140")), name: "week, long", seed: "1/long" });
  const saturday = read(day.replace("13:00", "11:00").replace("volume: 100", "volume: 30").replace("[1, 2, 2, 1]", "[1, 1]").replace("agents: 5", "agents: 2"));
  expect(kinds[2].scenario).toEqual({ ...saturday, name: "week, saturday", seed: "1/saturday" });
});

test("a scenario without calendar is one kind of day, itself; another seed is handed on to every kind", () => {
  const plain = read(day);
  expect(kindsOfDay(plain)).toEqual([{ name: "week", times: 1, scenario: plain }]);
  expect(kindsOfDay(plain, "7")[0].scenario).toEqual({ ...plain, seed: "7" });
  expect(kindsOfDay(read(week), "7").map(({ scenario: { seed } }) => seed)).toEqual(["7/usual", "7/long", "7/saturday"]);
});

test("weekdays that are left out are closed", () => {
  const { calendar } = read(changed([", sun: closed", ""]));
  expect(calendar?.week).toEqual({ mon: "usual", tue: "usual", wed: "usual", thu: "usual", fri: "long", sat: "saturday", sun: "closed" });
});

test("a day type may be chosen: its own settings overrule its patch, those of the calendar and of the whole go to the week", () => {
  const [, , { scenario: saturday }] = kindsOfDay(read(week));
  expect(read(week, { dayType: "saturday" })).toEqual(saturday);
  const set = ["groups.team.agents=3", "seed=7", "days=40", "calendar.dayTypes.saturday.contacts.calls.volume=50"];
  const own = read(week, { dayType: "saturday", set });
  expect(own).toMatchObject({ seed: "7/saturday", days: 40, groups: { team: { agents: 3 } }, contacts: { calls: { volume: 50 } } });
  expect(own).not.toHaveProperty("calendar");
  // In the week, a setting is made in the scenario, and the patch goes before it.
  expect(kindsOfDay(read(week, { set })).map(({ scenario: { groups } }) => groups.team.agents)).toEqual([3, 3, 2]);
  expect(problems(week, { dayType: "sunday" })).toEqual(["week.yaml:14:3 calendar.dayTypes there is no day type sunday to choose: there are usual, long and saturday"]);
  expect(problems(day, { dayType: "saturday" })).toEqual(["week.yaml:1:1 has no calendar, and so no day type saturday to choose"]);
});

test("a kind of day keeps its callers whichever kinds come before it or are taken away", () => {
  const { readBase } = { readBase: () => ({ file: "base.yaml", text: week }) };
  const seeds = (text: string) => Object.fromEntries(kindsOfDay(read(text, { readBase })).map(({ name, scenario: { seed } }) => [name, seed]));
  const all = seeds(week), fewer = seeds("extends: base.yaml\ncalendar: { week: { mon: long, tue: long, wed: long, thu: long }, dayTypes: { usual: null } }\n");
  expect(fewer).toEqual({ long: all.long, saturday: all.saturday });
  expect(Object.values(all)).not.toContain("1");
});

const limited = `${week}lines: 30\n`;
const limitedSaturday = limited.replace("    saturday:\n", "    saturday:\n      lines: 7\n");
const linesOf = (text: string, options: ParseOptions = {}) => Object.fromEntries(kindsOfDay(read(text, options)).map(({ name, scenario: { lines } }) => [name, lines]));

test("null inside a kind of day means that this day has none, wherever it is written", () => {
  expect(linesOf(limitedSaturday)).toEqual({ usual: 30, long: 30, saturday: 7 });
  const none = { usual: 30, long: 30, saturday: null }, readBase = () => ({ file: "base.yaml", text: limitedSaturday });
  for (const text of [limited, limitedSaturday]) {
    expect(linesOf(text, { set: ["calendar.dayTypes.saturday.lines=null"] })).toEqual(none);
    expect(linesOf(text, { set: ["calendar.dayTypes.saturday={ lines: null }"] })).toEqual(none);
    expect(linesOf("extends: base.yaml\ncalendar: { dayTypes: { saturday: { lines: null } } }\n", { readBase: () => ({ file: "base.yaml", text }) })).toEqual(none);
  }
  expect(linesOf(limited.replace("    saturday:\n", "    saturday:\n      lines: null\n"))).toEqual(none);
  expect(linesOf("extends: base.yaml\ncalendar: { week: { sat: closed }, dayTypes: { saturday: null } }\n", { readBase })).toEqual({ usual: 30, long: 30 });
  expect(problems(limitedSaturday, { set: ["calendar.dayTypes.saturday.agreements=null"] })).toEqual([expect.stringContaining("calendar.dayTypes.saturday.agreements")]); // nobody has any: a slip
});

test("a key that a kind of day has of its own may be taken away again, though the scenario has none; and come back", () => {
  const own = week.replace("    saturday:\n", "    saturday:\n      lines: 7\n").replace("groups: { team: { agents: 2 } }", "groups: { team: { agents: 2 }, duty: { answers: [calls], agents: 1, offPhone: { share: 10%, meanLength: 10m } } }");
  const lines = (set: string[]) => kindsOfDay(read(own, { set }))[2].scenario.lines, duty = (set: string[]) => kindsOfDay(read(own, { set }))[2].scenario.groups.duty;
  expect([lines([]), lines(["calendar.dayTypes.saturday.lines=null"]), lines(["calendar.dayTypes.saturday.lines=null", "calendar.dayTypes.saturday.lines=9"]), lines(["lines=30", "calendar.dayTypes.saturday.lines=null"])]).toEqual([7, null, 9, null]);
  expect(duty([])).toHaveProperty("offPhone");
  expect(duty(["calendar.dayTypes.saturday.groups.duty.offPhone=null"])).not.toHaveProperty("offPhone");
  expect(duty(["calendar.dayTypes.saturday.groups.duty=null"])).toBeUndefined();
});

test("a variant of a week patches its days", () => {
  const readBase = () => ({ file: "base.yaml", text: week });
  const kinds = kindsOfDay(read("extends: base.yaml\ncalendar: { week: { fri: usual, sat: closed }, dayTypes: { long: null, saturday: null, usual: { groups: { team: { agents: 6 } } } } }\n", { readBase }));
  expect(kinds.map(({ name, times, scenario }) => [name, times, scenario.groups.team.agents])).toEqual([["usual", 5, 6]]);
});

test.each([
  ["a week without an open day", changed(["mon: usual, tue: usual, wed: usual, thu: usual, fri: long, sat: saturday, sun: closed", "sun: closed"]), [
    "week.yaml:13:9 calendar.week must have a day on which the centre is open (got a mapping)",
    "week.yaml:15:5 calendar.dayTypes.usual no weekday is of this day type",
    "week.yaml:16:5 calendar.dayTypes.long no weekday is of this day type",
    "week.yaml:17:5 calendar.dayTypes.saturday no weekday is of this day type",
  ]],
  ["a weekday of an unknown type", changed(["wed: usual", "wed: usal"]), ["week.yaml:13:40 calendar.week.wed there is no such day type; did you mean usual? (got usal)"]],
  ["a weekday that does not exist", changed(["mon: usual", "monday: usual"]), ["week.yaml:13:11 calendar.week.monday unknown key; known here: mon, tue, wed, thu, fri, sat, sun"]],
  ["a weekday that is no name", changed(["mon: usual", "mon: 7"]), ["week.yaml:13:16 calendar.week.mon must be the name of a day type, or closed (got 7)"]],
  ["a day type that no weekday uses", changed(["fri: long", "fri: usual"]), ["week.yaml:16:5 calendar.dayTypes.long no weekday is of this day type"]],
  ["a day type named closed", changed(["    usual: {}", "    usual: {}\n    closed: {}"]), ["week.yaml:16:5 calendar.dayTypes.closed closed is the word for a day without opening: choose another name"]],
  ["a calendar without week", changed([/ {2}week: .*\n/.exec(week)![0], ""]), [
    "week.yaml:12:1 calendar.week is missing", "week.yaml:14:5 calendar.dayTypes.usual no weekday is of this day type",
    "week.yaml:15:5 calendar.dayTypes.long no weekday is of this day type", "week.yaml:16:5 calendar.dayTypes.saturday no weekday is of this day type",
  ]],
  ["a patch that is no mapping", changed(["usual: {}", "usual: 7"]), ["week.yaml:15:12 calendar.dayTypes.usual must be a patch of the scenario: keys and values, one a line; {} for the scenario as it stands (got 7)"]],
  ["keys that a day type cannot have", changed(["usual: {}", "usual: { extends: a.yaml, calendar: {}, days: 7, seed: 1, precision: {}, name: A }"]), [
    "week.yaml:15:14 calendar.dayTypes.usual.extends a day type patches this scenario, and cannot have another base",
    "week.yaml:15:31 calendar.dayTypes.usual.calendar a day type has no calendar of its own",
    "week.yaml:15:45 calendar.dayTypes.usual.days is the same for all kinds of day: write it at the top of the scenario",
    "week.yaml:15:54 calendar.dayTypes.usual.seed is the same for all kinds of day: write it at the top of the scenario",
    "week.yaml:15:63 calendar.dayTypes.usual.precision is the same for all kinds of day: write it at the top of the scenario",
    "week.yaml:15:78 calendar.dayTypes.usual.name a day type goes by its name in the calendar",
  ]],
  ["a precision beside a calendar", `precision: { serviceLevel: 0.5 points, atMost: 1000 days }\n${week}`, ["week.yaml:1:1 precision a calendar has days, the same number of every kind or date: either precision or calendar"]],
])("%s is told at its place", (_, text, told) => {
  expect(problems(text)).toEqual(told);
});

test("a week has pay on every kind of day or on none, and in one currency", () => {
  const own = (pay: string) => week.replace("    saturday:\n", `    saturday:\n      pay: ${pay}\n`), paid = "pay: { perHour: 10 }\n";
  expect(problems(own("{ perHour: 10 }"))).toEqual(["week.yaml:18:7 calendar.dayTypes.saturday.pay must be there for every kind of day or for none, since a week's cost is their sum: usual and long have none"]);
  expect(problems(own("null") + paid)).toEqual(["week.yaml:18:7 calendar.dayTypes.saturday.pay must not be taken away from this kind of day alone, since a week's cost is the sum of all: usual and long have pay"]);
  expect(problems(own("{ currency: EUR }") + paid)).toEqual(["week.yaml:18:24 calendar.dayTypes.saturday.pay.currency must be that of usual, £, since a week's cost is one sum (got EUR)"]);
  expect(problems(own("{ perHour: 20 }") + paid)).toEqual([]);
});

test("what is wrong with a kind of day is told under its name, at the place of the patch or of the base", () => {
  expect(problems(changed(['{ to: "11:00" }', '{ to: "11:00" }\n      interval: 30m'], ["profile: [1, 1], volume: 30", "profil: [1, 1], volume: -3"], ["volume: 140", "volume: 1e99"]))).toEqual([
    "week.yaml:6:14 calendar.dayTypes.saturday.contacts.calls.profile must have 8 entries, one for each 30m from 09:00 to 13:00 (got a list of 4 entries)",
    "week.yaml:16:42 calendar.dayTypes.long.contacts.calls.volume must be a number of contacts a day from 0 to 100,000,000 (got 1e99)",
    "week.yaml:20:28 calendar.dayTypes.saturday.contacts.calls.profil unknown key; did you mean profile?",
    "week.yaml:20:52 calendar.dayTypes.saturday.contacts.calls.volume must be a number of contacts a day from 0 to 100,000,000 (got -3)",
  ]);
});

test("what is wrong with the scenario itself is told once, not for every kind of day", () => {
  expect(problems(changed(["patience: never", "patience: ever"]))).toHaveLength(1);
});
