import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import { parseStudy, type Study } from "../../sim/scenario/study.ts";
import { edited } from "./mistakes.ts";

const base = `opening: { from: "09:00", to: "11:00" }
interval: 60m
contacts:
  calls:
    volume: 40
    profile: [1, 1]
    handleTime: { distribution: exponential, mean: 5m }
    patience: never
    answerWithin: 20s
    target: 80%
shifts: { early: { from: "09:00", to: "10:00" }, all: { from: "09:00", to: "11:00" } }
groups: { team: { answers: [calls], shifts: { early: 1, all: 3 } } }
days: 300
seed: from the base
`;
const study = `question: Is one more worth it?
base: day.yaml
variants:
  one more:
    says: A fourth agent
    patch: { groups: { team: { shifts: { all: 4 } } } }
  quicker:
    says: Shorter calls
    patch: { contacts: { calls: { handleTime: { mean: 4m } } } }
hold: { target: 80%, vary: groups.team.shifts.all }
breakEven: { path: contacts.calls.handleTime.mean, between: [4m, 7m], variants: [base, one more] }
`;

const read = (text: string, baseText = base): Study => parseStudy(text, "study.yaml", { readBase: (path) => (path === "day.yaml" ? { file: "day.yaml", text: baseText } : { refused: `${path}: no such file or folder` }) });

function problems(text: string, baseText?: string): string[] {
  try {
    read(text, baseText);
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.split("\n");
    throw error;
  }
}

const wrong = (from: string, to: string) => problems(edited(study, [from, to]));

test("variants are the base with their patches, as a file that extends it would be", () => {
  const { ways, days, seed, measures, hold, breakEven } = read(study);
  const extended = (patch: string) => parseScenario(`extends: day.yaml\n${patch}`, "day.yaml", { readBase: () => ({ file: "base.yaml", text: base }) });
  expect(ways.map(({ name }) => name)).toEqual(["base", "one more", "quicker"]);
  expect(ways[0].scenario).toEqual(parseScenario(base, "day.yaml"));
  expect(ways[1].scenario).toEqual(extended("groups: { team: { shifts: { all: 4 } } }"));
  expect(ways[2].scenario).toEqual(extended("contacts: { calls: { handleTime: { mean: 4m } } }"));
  expect({ days, seed, hold }).toEqual({ days: 300, seed: "from the base", hold: { target: 0.8, staff: { group: "team", shift: "all" } } });
  expect(measures[0]).toBe("serviceLevel");
  expect(breakEven).toMatchObject({ between: [240, 420], unit: "seconds", setIn: ["base", "one more"], measure: "serviceLevel" });
  expect(breakEven?.at(301.5).map(({ contacts }) => contacts.calls.handleTime)).toEqual([{ distribution: "exponential", mean: 301.5 }, { distribution: "exponential", mean: 301.5 }]);
});

test("a study may have days and a seed of its own; a base that asks for a precision gives no days", () => {
  expect(read(`${study}days: 70\nseed: 5\n`)).toMatchObject({ days: 70, seed: "5" });
  expect(read(study, edited(base, ["days: 300", "precision: { serviceLevel: 0.5 points, atMost: 90000 days }"])).days).toBe(2000);
});

test("a measure of money names the ways of working that lack what it needs", () => {
  const paid = edited(study, ["patch: { groups:", "patch: { pay: { perHour: 10 }, groups:"], ["hold:", "measures: [costPerContact]\nhold:"]);
  expect(problems(paid)).toEqual(["study.yaml:10:12 measures[0] needs pay in every way of working, and there is none in base, quicker (got costPerContact)"]);
  expect(problems(paid, `${base}pay: { perHour: 9 }\n`)).toEqual([]);
});

test("a break-even is set in the variant that has the path, or only where the study says", () => {
  const helped = edited(study, ["{ groups: { team: { shifts: { all: 4 } } } }", "{ groups: { helpers: { answers: { calls: { handleTimeFactor: 1.5 } }, agents: 1 } } }"], ["contacts.calls.handleTime.mean, between: [4m, 7m]", "groups.helpers.answers.calls.handleTimeFactor, between: [1, 2]"]);
  expect(read(helped).breakEven?.setIn).toEqual(["one more"]);
  expect(read(edited(study, ["one more] }", "one more], in: one more }"])).breakEven?.setIn).toEqual(["one more"]);
});

test.each<[string, string, string, string[]]>([
  ["a key that nobody knows", "question:", "qestion:", ["study.yaml:1:1 question is missing", "study.yaml:1:1 qestion unknown key; did you mean question?"]],
  ["a base that is not there", "base: day.yaml", "base: night.yaml", ["study.yaml:2:7 base night.yaml: no such file or folder (got night.yaml)"]],
  ["no base", "base: day.yaml\n", "", ["study.yaml:1:1 base is missing"]],
  ["two variants of one name", "  quicker:", "  one more:", ["study.yaml:7:3 variants[\"one more\"] is given twice: first in line 4"]],
  ["a variant that is named like the base", "  quicker:", "  base:", ["study.yaml:7:3 variants.base the base itself is named base: choose another name"]],
  ["a patch of a key that nobody knows", "handleTime: { mean: 4m }", "handelTime: { mean: 4m }", ["study.yaml:9:35 contacts.calls.handelTime unknown key; did you mean handleTime?"]],
  ["a patch of a shift that is not there", "{ all: 4 }", "{ al: 4 }", ["study.yaml:6:42 groups.team.shifts.al there is no such shift; did you mean all?"]],
  ["a patch that takes away what is not there", "{ all: 4 }", "{ late: null }", ["study.yaml:6:42 groups.team.shifts.late"]],
  ["a patch of a group that is not there", "{ team: { shifts: { all: 4 } } }", "{ teem: { shifts: { all: 4 } } }", ["study.yaml:6:24 groups.teem the base has no group teem; did you mean team?"]],
  ["a patch that is no mapping", "{ groups: { team: { shifts: { all: 4 } } } }", "four", ["study.yaml:6:12 variants[\"one more\"].patch must be a patch of the base: keys and values, one a line; null takes a key away (got four)"]],
  ["days in a patch", "{ groups: { team", "{ days: 5, groups: { team", ["study.yaml:6:14 variants[\"one more\"].patch.days is the same for all variants"]],
  ["another base in a patch", "{ groups: { team", "{ extends: x.yaml, groups: { team", ["study.yaml:6:14 variants[\"one more\"].patch.extends a variant patches the study's base"]],
  ["a measure that nobody knows", "hold:", "measures: [servicLevel]\nhold:", ["study.yaml:10:12 measures[0] must be the name of a measure; did you mean serviceLevel? (got servicLevel)"]],
  ["agents to vary that are not there", "groups.team.shifts.all", "groups.team.shifts.late", ["study.yaml:10:28 hold.vary there is no such shift of team in base, one more, quicker (got groups.team.shifts.late)"]],
  ["agents to vary of a group that is not there", "groups.team.shifts.all", "groups.teem", ["study.yaml:10:28 hold.vary there is no such group in base, one more, quicker; did you mean team? (got groups.teem)"]],
  ["half of a new type", "handleTime: { mean: 4m } } }", "handleTime: { mean: 4m } }, letters: { volume: 3 } }", ["study.yaml:9:63 contacts.letters the base has no contact type letters, and a new one needs more than this; the base has calls"]],
  ["half of a new shift", "{ groups: { team: { shifts: { all: 4 } } } }", "{ shifts: { al: { to: \"10:00\" } }, groups: { team: { shifts: { all: 4 } } } }", ["study.yaml:6:24 shifts.al the base has no shift al; did you mean all?"]],
  ["a path to vary that leads to no agents", "groups.team.shifts.all", "contacts.calls.volume", ["study.yaml:10:28 hold.vary must be agents, groups.<group>, or groups.<group>.shifts.<shift>"]],
  ["a break-even of a path that is not there", "contacts.calls.handleTime.mean", "contacts.cals.handleTime.mean", ["study.yaml:11:20 breakEven.path there is no such value in base or one more"]],
  ["a break-even of a key that nobody knows", "contacts.calls.handleTime.mean", "contacts.calls.handleTime.maen", ["study.yaml:11:20 breakEven.path cannot be 4m in base: contacts.calls.handleTime.maen unknown key; did you mean mean?"]],
  ["a break-even of text", "contacts.calls.handleTime.mean", "name", ["study.yaml:11:20 breakEven.path must lead to a number, a duration or a share (got name)"]],
  ["a break-even of another kind of number", "[4m, 7m]", "[4, 7]", ["study.yaml:11:62 breakEven.between[0] cannot be set in base: contacts.calls.handleTime.mean must be a duration with its unit: write for example 20s, 5m30s or 1h (got 4)", "study.yaml:11:65 breakEven.between[1] cannot be set in base: contacts.calls.handleTime.mean must be a duration with its unit: write for example 20s, 5m30s or 1h (got 7)"]],
  ["a break-even of whole agents", "path: contacts.calls.handleTime.mean, between: [4m, 7m]", "path: groups.team.shifts.all, between: [2, 7]", ["study.yaml:11:20 breakEven.path takes whole numbers only"]],
  ["a range that runs backwards", "[4m, 7m]", "[7m, 4m]", ["study.yaml:11:62 breakEven.between[0] must be below the other end, 4m: the lower end comes first (got 7m)"]],
  ["a range of two kinds", "[4m, 7m]", "[4m, 80%]", ["study.yaml:11:66 breakEven.between[1] must be of one kind with the lower end, 4m: numbers, durations or shares (got 80%)"]],
  ["a break-even with a variant that is not there", "[base, one more]", "[base, one mor]", ["study.yaml:11:88 breakEven.variants[1] there is no such variant; did you mean one more?"]],
  ["a break-even of a variant with itself", "[base, one more]", "[base, base]", ["study.yaml:11:88 breakEven.variants[1] must be another variant than the first (got base)"]],
  ["a factor that is none", "hold:", "sensitivity: { patience: [much] }\nhold:", ["study.yaml:10:27 sensitivity.patience[0] must be a factor such as 90% or 1.2, above 0 and up to 10 (got much)"]],
  ["a factor of nothing", "hold:", "sensitivity: { volume: [0%] }\nhold:", ["study.yaml:10:25 sensitivity.volume[0] must be a factor such as 90% or 1.2, above 0 and up to 10 (got 0%)"]],
  ["a factor twice", "hold:", "sensitivity: { volume: [90%, 0.9] }\nhold:", ["study.yaml:10:30 sensitivity.volume[1] is named twice (got 0.9)"]],
  ["patience of nobody", "hold:", "sensitivity: { patience: [50%] }\nhold:", ["study.yaml:10:26 sensitivity.patience changes nothing: nobody hangs up in any way of working (got a list of 1 entry)"]],
  ["a change of nothing", "hold:", "sensitivity: {}\nhold:", ["study.yaml:10:14 sensitivity must change something"]],
  ["a change that nobody knows", "hold:", "sensitivity: { patients: [50%] }\nhold:", ["study.yaml:10:16 sensitivity.patients unknown key; did you mean patience?"]],
  ["a variation beyond all", "hold:", "sensitivity: { dayToDayCv: [4] }\nhold:", ["study.yaml:10:29 sensitivity.dayToDayCv[0] must be a number from 0 to 3 (got 4)"]],
  ["hours in the middle of the day", "hold:", 'marginal: { hours: ["09:30", "10:00"] }\nhold:', ["study.yaml:10:20 marginal.hours must be the first or the last hours of the day, 09:00 to 11:00 (got a list of 2 entries)"]],
  ["hours that are the whole day", "hold:", 'marginal: { hours: ["08:00", "12:00"] }\nhold:', ["study.yaml:10:20 marginal.hours must leave some of the day open, 09:00 to 11:00"]],
  ["hours between intervals", "hold:", 'marginal: { hours: ["10:30", "11:00"] }\nhold:', ["study.yaml:10:20 marginal.hours must begin and end with a staffing interval of 1h"]],
  ["hours that nobody can call in", "hold:", 'marginal: { hours: ["11:00", "12:00"] }\nhold:', ["study.yaml:10:20 marginal.hours must be hours in which somebody can call"]],
  ["hours backwards", "hold:", 'marginal: { hours: ["11:00", "10:00"] }\nhold:', ["study.yaml:10:21 marginal.hours[0] must be earlier than the other time, 10:00 (got \"11:00\")"]],
  ["hours of a way that is not there", "hold:", 'marginal: [{ hours: ["10:00", "11:00"] }, { hours: ["10:00", "11:00"], of: quickr }]\nhold:', ["study.yaml:10:76 marginal[1].of there is no such way of working; did you mean quicker? (got quickr)"]],
  ["hours that are none", "hold:", 'marginal: { hours: [10, "11:00"] }\nhold:', ["study.yaml:10:21 marginal.hours[0] must be a time of day"]],
  ["a measure of money that nobody has", "hold:", "measures: [serviceLevel, cost, credits, posts]\nhold:", ["study.yaml:10:26 measures[1] needs pay in every way of working, and none of them has it (got cost)", "study.yaml:10:32 measures[2] needs agreements in every way of working, and none of them has it (got credits)", "study.yaml:10:41 measures[3] needs pay.post in every way of working"]],
  ["a break-even of money that nobody has", "one more] }", "one more], measure: cost }", ["study.yaml:11:108 breakEven.measure needs pay in every way of working, and none of them has it (got cost)"]],
  ["one day", "hold:", "days: 1\nhold:", ["study.yaml:10:7 days must be a whole number of days from 2"]],
])("%s is told at its place", (_, from, to, starts) => {
  const told = wrong(from, to);
  expect(told.length, told.join("\n")).toBeGreaterThanOrEqual(starts.length);
  for (const start of starts) expect(told.some((line) => line.startsWith(start)), `${start}\n${told.join("\n")}`).toBe(true);
});

test("hours of a fixed count are refused, since who still comes would be no whole number", () => {
  expect(problems(edited(study, ["hold:", 'marginal: { hours: ["10:00", "11:00"] }\nhold:']), edited(base, ["    profile", "    count: fixed\n    profile"]))).toEqual([expect.stringMatching(/^study\.yaml:10:20 marginal\.hours cannot be closed: calls has a fixed count/)]);
});

test("all new keys are told at once", () => {
  expect(problems(edited(study, ["hold:", 'sensitivity: { patience: [50%], volume: [0] }\nmarginal: { hours: ["09:30", "10:00"] }\nhold:'])).map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
    "study.yaml:10:26 sensitivity.patience", "study.yaml:10:42 sensitivity.volume[0]", "study.yaml:11:20 marginal.hours",
  ]);
});

test("all is told at once, in the study and in its base", () => {
  expect(problems(edited(study, ["question: Is one more worth it?\n", ""], ["{ all: 4 }", "{ all: -4 }"], ["{ mean: 4m }", "{ mean: 4 }"]))).toEqual([
    "study.yaml:1:1 question is missing",
    "study.yaml:5:47 groups.team.shifts.all must be a whole number of agents from 0 to 100,000 (got -4)",
    "study.yaml:8:55 contacts.calls.handleTime.mean must be a duration with its unit: write for example 20s, 5m30s or 1h (got 4)",
  ]);
  expect(problems(study, edited(base, ["volume: 40", "volume: lots"]))).toEqual(["day.yaml:5:13 contacts.calls.volume must be a number of contacts a day from 0 to 100,000,000 (got lots)"]);
});

test("a mistake elsewhere does not hide those of hold and break-even", () => {
  expect(problems(edited(study, ["{ all: 4 }", "{ all: -4 }"], ["groups.team.shifts.all", "groups.team.shifts.late"], ["[4m, 7m]", "[7m, 4m]"]))).toEqual([
    expect.stringMatching(/^study\.yaml:6:47 groups\.team\.shifts\.all must be/), expect.stringMatching(/^study\.yaml:10:28 hold\.vary there is no such shift/), expect.stringMatching(/^study\.yaml:11:62 breakEven\.between\[0\] must be below/),
  ]);
});

test("every mistake of a break-even is told at once, also where the base cannot be found", () => {
  const asked = "breakEven: { path: [seed, x..y], between: [7m, 4m], variants: [bas, two], in: three, measure: speed }\n", expected = [
    "breakEven.path[0] is the same for all variants, so that they can be compared (got seed)", "breakEven.path[1] must be a path such as contacts.calls.handleTime.mean (got x..y)",
    "breakEven.between[0] must be below the other end, 4m: the lower end comes first (got 7m)", "breakEven.variants[0] there is no such variant; did you mean base? (got bas)",
    "breakEven.variants[1] there is no such variant (got two)", "breakEven.in must be one of the two variants, bas or two (got three)",
  ];
  const even = (text: string) => problems(text.replace(/breakEven: .*\n/, asked)).map((line) => line.replace(/^\S+ /, ""));
  expect(even(study).filter((line) => !line.includes("measure"))).toEqual(expected);
  expect(even(study).at(-1)).toMatch(/^breakEven\.measure must be the name of a measure/);
  expect(even(study.replace("day.yaml", "none.yaml"))).toEqual(expect.arrayContaining([...expected, "base none.yaml: no such file or folder (got none.yaml)"]));
});

test("a name given twice, a wrong measure and a base that cannot be read hide nothing else", () => {
  const all = "measures: [serviceLevel, speed, serviceLevel]\nhold: { target: 180%, vary: nobody }\nmarginal: [{ hours: [\"11:00\", \"10:00\"], of: nobody }, { hours: [9], of: somebody }]\n";
  const told = problems(`${edited(study, ["  quicker:", "  one more:"]).replace(/hold: .*\n/, all)}`, `${base}groups: {}\nx: [\n`).map((line) => line.split(" ").slice(0, 2).join(" "));
  expect(told).toEqual([
    'study.yaml:7:3 variants["one', "study.yaml:10:26 measures[1]", "study.yaml:10:33 measures[2]", "study.yaml:11:17 hold.target", "study.yaml:11:29 hold.vary",
    "study.yaml:12:22 marginal[0].hours[0]", "study.yaml:12:45 marginal[0].of", "study.yaml:12:64 marginal[1].hours", "study.yaml:12:73 marginal[1].of", expect.stringMatching(/^day\.yaml:/),
  ]);
});

test("all groups without agents cannot become more in proportion", () => {
  expect(problems(edited(study, ["{ all: 4 }", "{ all: 0, early: 0 }"], ["vary: groups.team.shifts.all", "vary: agents"]))).toEqual(["study.yaml:10:28 hold.vary cannot become more or fewer in proportion in one more: all groups have 0 agents there (got agents)"]);
});

test("a patch may add a whole group", () => {
  expect(problems(edited(study, ["{ team: { shifts: { all: 4 } } }", "{ helpers: { answers: [calls], agents: 2 } }"]))).toEqual([]);
});

test("a study is told not to be a scenario", () => {
  expect(() => parseScenario(study, "study.yaml")).toThrow("study.yaml:1:1 question this is a study, not a scenario: callhall compare answers it");
});

test("a scenario, an empty file and a list are told not to be studies", () => {
  for (const scenario of ["opening: 5\ncontacts: 3\n", "extends: usual-day.yaml\ncontacts: { calls: { volume: 700 } }\n"]) expect(problems(scenario)).toEqual(["study.yaml:1:1 this is a scenario, not a study: callhall run simulates it"]);
  expect(problems("")).toEqual(["study.yaml:1:1 the file is empty: a study has the keys question, base and variants, each with its values"]);
  expect(problems("[1]")).toEqual(["study.yaml:1:1 a study is neither a list nor a single value: it has the keys question, base and variants, each with its values"]);
});

const folder = new URL("../../scenarios/", import.meta.url), studies = readdirSync(new URL("studies/", folder)).filter((file) => file.endsWith(".yaml"));

test.each(studies)("%s is a study of a shipped scenario, and names its schema and its source", (file) => {
  const text = readFileSync(new URL(`studies/${file}`, folder), "utf8");
  expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/study\.schema\.json\n# The source \(shared case, section [12][,)]/);
  expect(text).toMatch(/assumed/i);
  const { ways } = parseStudy(text, file, { readBase: (path) => ({ file: path.replace("../", ""), text: readFileSync(new URL(path.replace("../", ""), folder), "utf8") }) });
  expect(ways.length).toBeGreaterThan(2);
  for (const { says } of ways) expect(says).not.toBe("");
});
