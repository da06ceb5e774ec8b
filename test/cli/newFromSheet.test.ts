import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import writeWorkbook, { type SheetData } from "write-excel-file/node";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { callhall, temporaryFolder, write } from "./callhall.ts";

/** The scenario from a sheet, and what was told beside it. */
async function from(name: string, content: string | Uint8Array, ...args: string[]) {
  const folder = temporaryFolder();
  write(folder, name, content);
  const { code, stdout, stderr } = await callhall(["new", "day.yaml", "--from", name, ...args], { cwd: folder });
  expect({ code, stdout, stderr: stderr.split("\n").at(-2) }).toEqual({ code: 0, stdout: "", stderr: "wrote day.yaml" });
  const text = readFileSync(join(folder, "day.yaml"), "utf8"), { opening, interval, contacts, groups } = parseScenario(text);
  expect(await callhall(["run", "day.yaml", "--days", "3"], { cwd: folder })).toMatchObject({ code: 0, stderr: "" });
  return { text, told: stderr.split("\n").slice(0, -2), opening, interval, calls: contacts.calls, agents: groups.team.agents };
}

async function refused(name: string, content: string | Uint8Array, ...args: string[]): Promise<string[]> {
  const folder = temporaryFolder();
  write(folder, name, content);
  const { code, stdout, stderr } = await callhall(["new", "day.yaml", "--from", name, ...args], { cwd: folder });
  expect({ code, stdout, files: readdirSync(folder) }).toEqual({ code: 2, stdout: "", files: [name] });
  expect(stderr).not.toMatch(/\n {4}at |our fault/);
  return stderr.trimEnd().split("\n");
}

const clock = (hours: number) => hours * 3600;

test("a CSV sheet with its columns in any order becomes a scenario of the same figures", async () => {
  const { text, told, opening, interval, calls, agents } = await from("plan.csv", "Staff,Note,Calls offered,Time\n3,,12,08:30\n4,busy,20.5,09:00\n4,,18,09:30\n");
  expect({ opening, interval, agents, told }).toEqual({ opening: { from: clock(8.5), to: clock(10) }, interval: 1800, agents: [3, 4, 4], told: [] });
  expect(calls).toMatchObject({ volume: 50.5, profile: [12, 20.5, 18], handleTime: { mean: 330 } });
  expect(text).toContain("# A day from plan.csv: times from column D (Time), calls from column C (Calls offered), agents from column A (Staff).");
});

test("byte order mark, semicolons, decimal commas, blank rows and totals are as Excel leaves them", async () => {
  const { told, calls, agents, opening } = await from("plan.csv", "\ufeffForecast, March;;;\r\n;;;\r\nINTERVAL;Calls;Agents;AHT (min)\r\n8.30 - 8.45;12,5;3;5,5\r\n;;;\r\n8.45 – 9.00;1.037,5;4;6\r\nGrand total;1050;;\r\n;1050;;\r\n");
  expect(told).toEqual(["plan.csv: row 7 is a total: left out", "plan.csv: row 8 is a total: left out", "plan.csv: 1 blank row left out"]);
  expect({ agents, opening }).toEqual({ agents: [3, 4], opening: { from: clock(8.5), to: clock(9) } });
  expect(calls).toMatchObject({ volume: 1050, profile: [12.5, 1037.5] });
  expect(calls.handleTime).toMatchObject({ mean: 359.6 }); // (12.5 · 330 + 1037.5 · 360) / 1050, to the tenth of a second
});

test("tabs, Windows' own characters, English thousands, and handle times as minutes:seconds are read", async () => {
  const tabs = await from("plan.txt", Buffer.from("From\tContacts\tRostered\tHandle time\n9am to 10am\t1,200\t99\t5:30\n10:00 \u0096 11:00\t8\t2\t330s\n", "latin1"));
  expect(tabs.calls).toMatchObject({ volume: 1208, handleTime: { mean: 330 } });
  expect(tabs.opening).toEqual({ from: clock(9), to: clock(11) });
});

test("a workbook's times, whether Excel's own, text or numbers, are read from the sheet that has the heads", async () => {
  const time = (hours: number) => ({ value: new Date(Date.UTC(1899, 11, 31) + hours * 3_600_000), type: Date, format: "hh:mm" });
  const head = ["Time", "Forecast", "Agents", "AHT"].map((value) => ({ value, fontWeight: "bold" as const }));
  for (const times of [[time(8.5), time(9), time(9.5)], ["08:30", "09:00", "09:30"], [8.3, 9, 9.3], [8.5 / 24, 9 / 24, 9.5 / 24]]) {
    const data: SheetData = [["Anytown contact centre"], [], head, ...times.map((each, i) => [each, 10 + i, 3 + i, 300]), ["Total", 33]];
    const bytes = await writeWorkbook([{ data: [["Notes"], ["nothing here"]], sheet: "Notes" }, { data, sheet: "Monday" }]).toBuffer();
    const { text, told, opening, calls, agents } = await from("plan.xlsx", bytes);
    expect({ opening, agents, told }).toEqual({ opening: { from: clock(8.5), to: clock(10) }, agents: [3, 4, 5], told: ["plan.xlsx: row 7 is a total: left out"] });
    expect(calls).toMatchObject({ volume: 33, profile: [10, 11, 12], handleTime: { mean: 300 } });
    expect(text).toContain("# A day from plan.xlsx, sheet Monday: times from column A (Time)");
  }
});

test("what the sheet does not say comes from the command line, and only that", async () => {
  const sheet = "interval,volume\n09:00,30\n10:00,40\n";
  expect(await from("plan.csv", sheet, "--agents", "7", "--handle", "4m")).toMatchObject({ agents: 7, interval: 3600, calls: { handleTime: { mean: 240 } } });
  expect(typeof (await from("plan.csv", sheet)).agents).toBe("number");
  expect(await refused("plan.csv", "interval,volume,staff\n09:00,30,2\n10:00,40,3\n", "--agents", "7")).toEqual(["--agents cannot be given: the sheet has a column for it"]);
  expect((await refused("plan.csv", sheet, "--volume", "7"))[0]).toContain("cannot be used with option '--volume");
});

test("every problem is told at its row and column, all at once", async () => {
  expect(await refused("plan.csv", "Time;Calls;Agents;AHT\n08:30;lots;3;300\nnoon;10;3;300\n09:30;-1;2,5;300\n10:30;1,234;;300\n11:00;5;3;0\n")).toEqual([
    "plan.csv: row 2, column B (Calls) must be the number of calls in the interval, 0 where none are expected (got lots)",
    "plan.csv: row 3, column A (Time) must be a time of day such as 08:30, or a range such as 08:30-09:00 (got noon)",
    "plan.csv: row 4, column B (Calls) must be the number of calls in the interval, 0 where none are expected (got -1)",
    "plan.csv: row 4, column C (Agents) must be a whole number of agents (got 2,5)",
    "plan.csv: row 5, column B (Calls) must be the number of calls in the interval, 0 where none are expected (got 1,234)",
    "plan.csv: row 5, column C (Agents) must be a whole number of agents (got nothing)",
    "plan.csv: row 6, column D (AHT) must be a handle time, in seconds or as minutes:seconds (got 0)",
    "plan.csv: row 5, column A (Time) must be 10:00, 30m after row 4 (got 10:30)",
  ]);
});

test("rows out of order, heads that clash or are missing, and days without calls are told", async () => {
  expect(await refused("p.csv", "time,calls\n09:00,1\n09:30,1\n10:30,1\n")).toEqual(["p.csv: row 4, column A (time) must be 10:00, 30m after row 3 (got 10:30)"]);
  expect(await refused("p.csv", "time,calls\n09:00,1\n09:20,1\n")).toEqual(["p.csv: row 3, column A (time) must be 5m, 10m, 15m, 30m or 60m after 09:00 (got 09:20)"]);
  expect(await refused("p.csv", "time,calls\n10:00,1\n09:00,1\n")).toEqual(["p.csv: row 2, column A (time) must be the first of rows in the order of the day (got 10:00)"]);
  expect(await refused("p.csv", "time,calls\n09:00,1\n")).toEqual(["p.csv: row 2, column A (time) must be a range such as 08:30-09:00 where there is only one row (got 09:00)"]);
  expect(await refused("p.csv", "time,calls\n09:00-09:30,1\n09:30-10:30,1\n")).toEqual(["p.csv: row 3, column A (time) must end at 10:00, as rows of 30m do (got 09:30-10:30)"]);
  expect(await refused("p.csv", "time,calls,offered\n09:00,1,1\n10:00,1,2\n")).toEqual(["p.csv: row 1: columns B (calls) and C (offered) could both be the volume; rename one"]);
  expect(await refused("p.csv", "time,calls\n09:00,0\n10:00,0\n")).toEqual(["p.csv: row 2, column B (calls) must have a number above 0 in some row (got 0)"]);
  expect(await refused("p.csv", "time,calls\n")).toEqual(["p.csv: row 1: there are no rows below the heads"]);
  expect((await refused("p.csv", "a,b\n1,2\n"))[0]).toMatch(/^p\.csv: found nowhere a row with a head for the time \(interval, /);
  expect(await refused("p.csv", `time,calls\n${"x,1\n".repeat(60)}`)).toHaveLength(41);
});

test("text in a sheet can put nothing into the scenario but comments", async () => {
  const { text, calls } = await from("p.csv", '"time","calls (\u2028\nseed: 7\u001b[2J)"\n09:00-10:00,5\n'.replace("\u001b", "\u009b"));
  expect(calls.volume).toBe(5);
  expect(text).not.toMatch(/^seed: 7/m);
  expect(text).not.toMatch(/[\u2028\u009b]/);
});

test("files that are no sheet, or made to hurt, are refused", async () => {
  expect(await refused("p.csv", "")).toEqual(["p.csv: the file is empty"]);
  expect(await refused("p.xls", Buffer.from("d0cf11e0a1b11ae1", "hex"))).toEqual(["p.xls: an old or protected Excel file; save it as .xlsx without a password, or as CSV"]);
  expect(await refused("p.csv", Uint8Array.of(1, 2, 3, 4, 5))).toEqual(["p.csv: neither an Excel workbook (.xlsx) nor text such as CSV"]);
  expect(await refused("p.xlsx", "PK\u0003\u0004 and no more")).toEqual(["p.xlsx: the workbook cannot be read: it is damaged, or protected by a password; save it again as .xlsx, or as CSV"]);
  expect(await refused("p.csv", "x".repeat(4 * 1024 * 1024 + 1))).toEqual(["p.csv: the file is larger than 4 MiB; keep only the table of the day"]);
  expect(await refused("p.csv", "time,calls\n".repeat(20_001))).toEqual([expect.stringContaining("beyond row 20,000 or column 500")]);
  expect(await refused("p.csv", ",".repeat(600))).toEqual([expect.stringContaining("beyond row 20,000 or column 500")]);
  expect(await refused("bomb.xlsx", zipped("xl/worksheets/sheet1.xml", Buffer.alloc(65 * 1024 * 1024)))).toEqual(["bomb.xlsx: the workbook cannot be read: it unpacks to more than 64 MiB"]);
  expect(await refused("far.xlsx", zipped("xl/worksheets/sheet1.xml", Buffer.from('<sheetData><row r="1"><c r="XFD1"/></row></sheetData>')))).toEqual([expect.stringContaining("beyond row 20,000 or column 500")]);
  expect(await refused("liar.xlsx", zipped("a.xml", Buffer.from("<a/>"), 4_000_000_000))).toEqual(["liar.xlsx: the workbook cannot be read: it is damaged, or protected by a password; save it again as .xlsx, or as CSV"]);
  expect(existsSync("/dev/zero") ? await callhall(["new", "--from", "/dev/zero", join(temporaryFolder(), "x.yaml")]) : { code: 2 }).toMatchObject({ code: 2 });
});

/** A zip archive of one file, as far as a reader from front to back looks. */
function zipped(name: string, content: Buffer, says = content.length): Buffer {
  const packed = deflateRawSync(content), head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(says, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), packed]);
}
