import { expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import type { ReadColumn } from "../../sim/scenario/sheetColumns.ts";
import { smallest } from "./issueExample.ts";
import { edited } from "./mistakes.ts";

/** Columns by file, and which file asked for which. */
function sheets(table: Readonly<Record<string, readonly (readonly [number: number, shown?: string])[]>>) {
  const asked: string[] = [];
  const readColumn: ReadColumn = ({ file, column, sheet }, fromFile) => {
    asked.push([fromFile, file, sheet, column].join(" | "));
    const cells = Object.hasOwn(table, file) ? table[file] : undefined;
    return cells === undefined ? { key: "file", refused: "no such file" } : { sheet: file, column: `column B (${column})`, cells: cells.map(([number, shown = String(number)], i) => ({ row: i + 2, number, shown })) };
  };
  return { asked, readColumn };
}

const column = "{ file: a.csv, column: Calls }";
const withColumn = (what = column) => edited(smallest, ["[1, 1]", what]);
const withRates = edited(smallest, ["    volume: 100\n", ""], ["profile: [1, 1]", `ratesPerHour: ${column}`]);

function problems(text: string, { readColumn }: { readonly readColumn?: ReadColumn }, set: readonly string[] = [], bases: Readonly<Record<string, string>> = {}): string[] {
  try {
    parseScenario(text, "day.yaml", { readColumn, set, readBase: (file) => ({ file, text: bases[file] }) });
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.split("\n");
    throw error;
  }
}

test("a scenario with columns is, once read, the one with the numbers written out", () => {
  const { readColumn } = sheets({ "a.csv": [[3], [0.5]] });
  expect(parseScenario(withColumn(), "day.yaml", { readColumn })).toEqual(parseScenario(edited(smallest, ["[1, 1]", "[3, 0.5]"]), "day.yaml"));
  expect(parseScenario(withRates, "day.yaml", { readColumn }).contacts.calls.ratesPerHour).toEqual([3, 0.5]);
});

test("a column is asked for from the file in which it stands, or from the scenario's where it is set", () => {
  const { asked, readColumn } = sheets({ "a.csv": [[1], [1]], "b.csv": [[2], [2]] });
  const read = (text: string, ...set: string[]) => parseScenario(text, "top.yaml", { readColumn, set, readBase: (path) => ({ file: `deep/${path}`, text: withColumn() }) }).contacts.calls.profile;
  expect(read("extends: base.yaml\n")).toEqual([1, 1]);
  expect(read("extends: base.yaml\ncontacts: { calls: { profile: { column: Late, sheet: Monday } } }\n")).toEqual([1, 1]);
  expect(read("extends: base.yaml\n", "contacts.calls.profile.file=b.csv")).toEqual([2, 2]);
  expect(read("extends: base.yaml\ncontacts: { calls: { profile: [5, 6] } }\n")).toEqual([5, 6]);
  expect(asked).toEqual(["deep/base.yaml | a.csv |  | Calls", "deep/base.yaml | a.csv | Monday | Late", "top.yaml | b.csv |  | Calls"]);
});

test("an anchor repeats a column for another type", () => {
  const two = withColumn(`&day ${column}`).replace("groups:", `  mail: { volume: 5, profile: *day, handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 1h, target: 80% }\ngroups:`).replace("[calls]", "[calls, mail]");
  expect(parseScenario(two, "day.yaml", sheets({ "a.csv": [[3], [4]] })).contacts.mail.profile).toEqual([3, 4]);
});

test("wrong numbers are told at the key, each with its cell, all at once", () => {
  const { readColumn } = sheets({ "a.csv": [[NaN, "lots"], [-2]] });
  expect(problems(edited(withColumn(), ["target: 80%", "target: 180%"]), { readColumn })).toEqual([
    "day.yaml:6:14 contacts.calls.profile[0] a.csv: row 2, column B (Calls) must be a weight from 0 to 1,000,000,000 (got lots)",
    "day.yaml:6:14 contacts.calls.profile[1] a.csv: row 3, column B (Calls) must be a weight from 0 to 1,000,000,000 (got -2)",
    "day.yaml:10:13 contacts.calls.target must be at most 100% (got 180%)",
  ]);
  expect(problems(withRates, sheets({ "a.csv": [[1e10], [0]] }))).toEqual(["day.yaml:5:19 contacts.calls.ratesPerHour[0] a.csv: row 2, column B (Calls) must be a rate from 0 to 1,000,000,000 (got 10000000000)"]);
});

test("too few or too many numbers, and weights that are all 0, are told with the sheet's rows", () => {
  const rule = "must have 2 entries, one for each 30m from 09:00 to 10:00";
  expect(problems(withColumn(), sheets({ "a.csv": [[1], [2], [3]] }))).toEqual([`day.yaml:6:14 contacts.calls.profile a.csv: column B (Calls) ${rule} (got 3 numbers in rows 2 to 4)`]);
  expect(problems(withColumn(), sheets({ "a.csv": [[1]] }))).toEqual([`day.yaml:6:14 contacts.calls.profile a.csv: column B (Calls) ${rule} (got 1 number in row 2)`]);
  expect(problems(withRates, sheets({ "a.csv": [] }))).toEqual([`day.yaml:5:19 contacts.calls.ratesPerHour a.csv: column B (Calls) ${rule} (got no numbers)`]);
  expect(problems(withColumn(), sheets({ "a.csv": [[0], [0]] }))).toEqual(["day.yaml:6:14 contacts.calls.profile a.csv: column B (Calls) must have a weight above 0 (got 2 numbers in rows 2 to 3)"]);
  expect(problems(withColumn(), sheets({ "a.csv": Array<[number]>(1001).fill([1]) }))).toEqual(["day.yaml:6:37 contacts.calls.profile.column a.csv: column B (Calls) has 1,001 rows; at most 1,000 (got Calls)"]);
});

test("shares of the day are weights, but no contacts an hour", () => {
  const { readColumn } = sheets({ "a.csv": [[0.4, "40%"], [0.6, "60%"]] });
  expect(parseScenario(withColumn(), "day.yaml", { readColumn }).contacts.calls.profile).toEqual([0.4, 0.6]);
  expect(problems(withRates, { readColumn })).toEqual([expect.stringContaining("row 2, column B (Calls) must be a rate from 0 to 1,000,000,000 (got 40%)"), expect.stringContaining("row 3")]);
});

test("a column needs a file and a head, and nothing else but a sheet", () => {
  const reader = sheets({});
  expect(problems(withColumn("{ file: a.csv }"), reader)).toEqual(["day.yaml:6:5 contacts.calls.profile.column is missing"]);
  expect(problems(withColumn("{}"), reader)).toHaveLength(2);
  expect(problems(withColumn("{ file: a.csv, colunm: Calls }"), reader)).toEqual(["day.yaml:6:5 contacts.calls.profile.column is missing", "day.yaml:6:29 contacts.calls.profile.colunm unknown key; did you mean column?"]);
  expect(problems(withColumn("{ file: a.csv, column: 2024 }"), reader)).toEqual(["day.yaml:6:37 contacts.calls.profile.column must be the head of a column (in quotes where it is a number) (got 2024)"]);
  expect(problems(withColumn('{ file: "", column: "a\\e[2J" }'), reader)).toEqual([
    'day.yaml:6:22 contacts.calls.profile.file must be the path of a CSV file or an .xlsx workbook (got "")',
    'day.yaml:6:34 contacts.calls.profile.column must not contain control characters (got "a\\e[2J")',
  ]);
  expect(problems(withColumn("half-hours.csv"), reader)).toEqual([
    "day.yaml:6:14 contacts.calls.profile must be a list of numbers, one per interval, or a column of a sheet such as { file: half-hours.csv, column: Calls } (got half-hours.csv)",
  ]);
  expect(reader.asked).toEqual([]);
});

test("a sheet that cannot be had is told once, at the key that is to blame, beside all other problems", () => {
  expect(problems(edited(withColumn(), ["volume: 100", "volume: -1"]), sheets({}))).toEqual([
    "day.yaml:5:13 contacts.calls.volume must be a number of contacts a day from 0 to 100,000,000 (got -1)",
    "day.yaml:6:22 contacts.calls.profile.file no such file (got a.csv)",
  ]);
  expect(problems(withColumn(), sheets({}), ["contacts.calls.profile.file=none.csv"])).toEqual(["day.yaml: --set contacts.calls.profile.file=none.csv no such file (got none.csv)"]);
  expect(problems(withColumn(), {})).toEqual(["day.yaml:6:22 contacts.calls.profile.file sheets cannot be read here: write the numbers as a list (got a.csv)"]);
  expect(problems("extends: base.yaml\n", sheets({}), [], { "base.yaml": withColumn() })).toEqual(["base.yaml:6:22 contacts.calls.profile.file no such file (got a.csv)"]);
});

test("a single number of a column cannot be set", () => {
  expect(problems(withColumn(), sheets({ "a.csv": [[1], [1]] }), ["contacts.calls.profile[0]=4"])).toEqual(["day.yaml: --set contacts.calls.profile[0]=4 there is no contacts.calls.profile[0]: there is no list"]);
});
