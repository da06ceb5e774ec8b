import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { callhall, shipped, temporaryFolder, write } from "./callhall.ts";

const scenario = (profile: string) => `opening: { from: "09:00", to: "10:30" }
interval: 30m
contacts:
  calls:
    volume: 40
    count: fixed
    profile: ${profile}
    handleTime: { distribution: exponential, mean: 5m }
    patience: never
    answerWithin: 20s
    target: 80%
groups:
  team: { answers: [calls], agents: 3 }
days: 64
`;

/** The printed JSON of a scenario with this profile, in a folder with these sheets. */
async function printed(profile: string, sheets: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(sheets)) write(folder, name, content);
  write(folder, "day.yaml", scenario(profile));
  const { code, stdout, stderr } = await callhall(["run", "day.yaml", "--json"], { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

async function problems(folder: string, ...args: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await callhall(["run", ...args], { cwd: folder });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).not.toMatch(/\n {4}at |our fault/);
  return stderr.trimEnd().split("\n");
}

test("a column of a text or of a workbook gives the bytes of the list written out", async () => {
  const workbook = await writeWorkbook([
    { data: [["Calls"], ["see the other sheets"]], sheet: "Notes" },
    { data: [["Anytown"], ["Time", "Calls"], ["9:00", 1], ["9:30", 1], ["10:00", 1]], sheet: "Monday" },
    { data: [["Time", "Calls"], ["9:00", 3], ["9:30", 4.5], ["10:00", 2], ["Total", 9.5]], sheet: "Tuesday" },
  ]).toBuffer();
  const [plain, ones, ...same] = await Promise.all([
    printed("[3, 4.5, 2]"),
    printed("[1, 1, 1]"),
    printed("{ file: a.csv, column: Calls }", { "a.csv": "Time,Calls\n9:00,3\n9:30,4.5\n10:00,2\nTotal,9.5\n" }),
    printed("{ file: a.csv, column: '  calls  OFFERED ' }", { "a.csv": "\ufeffCalls offered;Time\r\n3;9:00\r\n4,5;9:30\r\n;\r\n2;10:00\r\n" }),
    printed("{ file: a.txt, column: Calls }", { "a.txt": "Calls\n3\n4,5\n2\n" }), // a single column
    printed("{ file: a.csv, column: Calls }", { "a.csv": "Calls,,\n,,\nTime,Calls,Share\n9:00,3,\n9:30,4.5,\n10:00,2,\n,,\nA note,,\n" }), // a title of the same words
    printed("{ file: a.csv, column: '2024' }", { "a.csv": "Time,2023,2024\n9:00,1,3\n9:30,1,4.5\n10:00,1,2\n" }),
    printed("{ file: plan.xlsx, sheet: tuesday, column: Calls }", { "plan.xlsx": workbook }),
    printed("{ file: plan.xlsx, column: Calls }", { "plan.xlsx": workbook }),
  ]);
  const first = same.pop();
  expect(await printed("{ file: a.csv, column: Share }", { "a.csv": "Time,Share\n9:00,30%\n9:30,45 %\n10:00,20%\n" })).toBe(await printed("[0.3, 0.45, 0.2]"));
  for (const each of same) expect(each).toBe(plain);
  expect(first).toBe(ones); // without a name, the first sheet that has the column with numbers below
});

test("every problem of a sheet is told at its key in the scenario, all at once and beside those of other files", async () => {
  const folder = temporaryFolder();
  const files = {
    "lots.csv": "Time,Calls\n9:00,lots\n9:30,-1\n10:00,\n10:30,2\n", "short.csv": "Time,Calls\n9:00,1\n9:30,1\n", "twice.csv": "Calls,Time,calls\n1,9:00,1\n",
    "old.xls": Buffer.from("d0cf11e0a1b11ae1", "hex"), "bad.xlsx": "PK\u0003\u0004 and no more", "zero.csv": "Calls\n0\n0\n0\n",
    "one.xlsx": await writeWorkbook([{ data: [["Calls"], [1], [1], [1]], sheet: "Monday" }]).toBuffer(),
  };
  for (const [name, content] of Object.entries(files)) write(folder, name, content);
  mkdirSync(join(folder, "folder.csv"));
  const wanted = [
    "lots.csv, column: Calls", "short.csv, column: Calls", "twice.csv, column: Calls", "short.csv, column: Cals", "short.csv, column: Visits", "none.csv, column: Calls",
    "old.xls, column: Calls", "bad.xlsx, column: Calls", "zero.csv, column: Calls", "short.csv, sheet: Monday, column: Calls", "one.xlsx, sheet: Mondy, column: Calls", "folder.csv, column: Calls",
  ];
  wanted.forEach((what, i) => write(folder, `${i}.yaml`, scenario(`{ file: ${what} }`)));
  expect(await problems(folder, ...wanted.map((_, i) => `${i}.yaml`))).toEqual([
    "0.yaml:7:14 contacts.calls.profile[0] lots.csv: row 2, column B (Calls) must be a weight from 0 to 1,000,000,000 (got lots)",
    "0.yaml:7:14 contacts.calls.profile[1] lots.csv: row 3, column B (Calls) must be a weight from 0 to 1,000,000,000 (got -1)",
    "0.yaml:7:14 contacts.calls.profile[2] lots.csv: row 4, column B (Calls) must be a weight from 0 to 1,000,000,000 (got nothing)",
    "0.yaml:7:14 contacts.calls.profile lots.csv: column B (Calls) must have 3 entries, one for each 30m from 09:00 to 10:30 (got 4 numbers in rows 2 to 5)",
    "1.yaml:7:14 contacts.calls.profile short.csv: column B (Calls) must have 3 entries, one for each 30m from 09:00 to 10:30 (got 2 numbers in rows 2 to 3)",
    "2.yaml:7:41 contacts.calls.profile.column twice.csv: columns A and C have the same head in row 1; rename one (got Calls)",
    "3.yaml:7:41 contacts.calls.profile.column short.csv has no such column; did you mean Calls? (got Cals)",
    "4.yaml:7:41 contacts.calls.profile.column short.csv has no such column; it has Time, Calls (got Visits)",
    "5.yaml:7:22 contacts.calls.profile.file none.csv: no such file or folder (got none.csv)",
    "6.yaml:7:22 contacts.calls.profile.file old.xls: an old or protected Excel file; save it as .xlsx without a password, or as CSV (got old.xls)",
    "7.yaml:7:22 contacts.calls.profile.file bad.xlsx: the workbook cannot be read: it is damaged, or protected by a password; save it again as .xlsx, or as CSV (got bad.xlsx)",
    "8.yaml:7:14 contacts.calls.profile zero.csv: column A (Calls) must have a weight above 0 (got 3 numbers in rows 2 to 4)",
    "9.yaml:7:40 contacts.calls.profile.sheet short.csv is text and has no sheets: leave sheet out (got Monday)",
    "10.yaml:7:39 contacts.calls.profile.sheet one.xlsx has no such sheet; did you mean Monday? (got Mondy)",
    "11.yaml:7:22 contacts.calls.profile.file folder.csv: it is a folder, not a sheet (got folder.csv)",
  ]);
});

test("sheets are looked for beside the file that names them, and never outside the scenario's folder", async () => {
  const folder = temporaryFolder(), inner = join(folder, "mine"), deep = join(inner, "deep");
  mkdirSync(deep, { recursive: true });
  const sheet = "Calls\n3\n4\n5\n";
  for (const place of [folder, deep]) write(place, "a.csv", sheet);
  write(deep, "base.yaml", scenario("{ file: a.csv, column: Calls }"));
  write(inner, "top.yaml", "extends: deep/base.yaml\ndays: 3\n");
  write(inner, "b.csv", sheet);
  expect(await callhall(["run", "top.yaml"], { cwd: inner })).toMatchObject({ code: 0, stderr: "" });
  expect(await callhall(["run", "top.yaml", "--set", "contacts.calls.profile.file=b.csv"], { cwd: inner })).toMatchObject({ code: 0, stderr: "" });
  expect(await problems(inner, "top.yaml", "--set", "contacts.calls.profile.file=a.csv")).toEqual(["top.yaml: --set contacts.calls.profile.file=a.csv a.csv: no such file or folder (got a.csv)"]);
  symlinkSync(join(folder, "a.csv"), join(inner, "link.csv"));
  for (const path of ["../a.csv", "deep/../../a.csv", "link.csv"]) {
    write(inner, "out.yaml", scenario(`{ file: ${path}, column: Calls }`));
    expect(await problems(inner, "out.yaml")).toEqual([`out.yaml:7:22 contacts.calls.profile.file must not lead out of the folder of out.yaml (got ${path})`]);
  }
  write(inner, "out.yaml", scenario(`{ file: "${join(inner, "b.csv")}", column: Calls }`));
  expect(await problems(inner, "out.yaml")).toEqual([expect.stringContaining("must be a path relative to this file")]);
  if (!existsSync("/dev/zero")) return;
  symlinkSync("/dev/zero", join(inner, "zero.csv"));
  write(inner, "out.yaml", scenario("{ file: zero.csv, column: Calls }"));
  expect(await problems(inner, "out.yaml")).toHaveLength(1);
});

test("more sheets than a day can need are refused", async () => {
  const folder = temporaryFolder();
  const type = (i: number) => `  t${i}: { volume: 1, profile: { file: ${i}.csv, column: Calls }, handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 20s, target: 80% }`;
  const types = Array.from({ length: 52 }, (_, i) => i);
  for (const i of types) write(folder, `${i}.csv`, "Calls\n1\n");
  write(folder, "day.yaml", `opening: { from: "09:00", to: "10:00" }\ninterval: 60m\ncontacts:\n${types.map(type).join("\n")}\ngroups: { team: { answers: [${types.map((i) => `t${i}`).join(", ")}], agents: 3 } }\n`);
  const told = await problems(folder, "day.yaml");
  expect(told).toHaveLength(2);
  expect(told[0]).toContain("contacts.t50.profile.file makes more than 50 sheets beside one scenario (got 50.csv)");
});

test("the report shows the numbers of a column, so that it can be repeated; and no output overwrites a sheet", async () => {
  const folder = temporaryFolder();
  write(folder, "day.yaml", scenario("{ file: a.csv, column: Calls }"));
  write(folder, "a.csv", "Time,Calls\n9:00,3\n9:30,4.5\n10:00,2\n");
  expect(await callhall(["run", "day.yaml", "--report", "r.html"], { cwd: folder })).toMatchObject({ code: 0 });
  const page = readFileSync(join(folder, "r.html"), "utf8");
  expect(page).toContain("<bdi>a.csv, column B (Calls)</bdi>");
  expect(page).toContain("[3, 4.5, 2]</pre>");
  expect(page).toContain("exactly 40 calls a day");
  expect(await problems(folder, "day.yaml", "--report", "a.csv")).toEqual(["a.csv: cannot be written: it would overwrite the sheet a.csv"]);
});

test("the counted day gives the same bytes with one, two and three workers, and exactly 600 calls", async () => {
  const folder = temporaryFolder();
  for (const name of ["counted-day.yaml", "counted-day.csv", "usual-day.yaml"]) cpSync(shipped(name), join(folder, name));
  const run = async (workers: string) => (await callhall(["run", "counted-day.yaml", "--days", "200", "--json", "--workers", workers], { cwd: folder })).stdout;
  const one = await run("1");
  expect(JSON.parse(one)).toMatchObject({ days: 200, total: { offered: { mean: 600, halfWidth: 0 } } });
  expect(await run("2")).toBe(one);
  expect(await run("3")).toBe(one);
});
