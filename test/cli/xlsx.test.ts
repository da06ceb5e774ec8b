import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import Papa from "papaparse";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { callhall, shipped, shippedText, temporaryFolder, write } from "./callhall.ts";
import type { Json } from "./resultShape.ts";

type Row = Record<string, unknown>;

/** Runs scenarios and reads back the workbook's sheets as rows by column, beside what `--json` and `--csv` gave. */
async function written(files: readonly string[], days: string) {
  const folder = temporaryFolder(), file = join(folder, "results.xlsx");
  const { code, stdout, stderr } = await callhall(["run", ...files, "--days", days, "--json", "--csv", folder, "--xlsx", file]);
  expect({ code, stderr: stderr.split("\n").at(-2) }).toEqual({ code: 0, stderr: `wrote ${file}` });
  const sheets = Object.fromEntries((await readWorkbook(file)).map(({ sheet, data: [head, ...rows] }) =>
    [sheet, rows.map((cells): Row => Object.fromEntries(head.map((column, i) => [String(column), cells[i]])))]));
  expect(Object.keys(sheets)).toEqual(["Contacts", "Groups", "Days"]);
  return { folder, file, sheets, results: [JSON.parse(stdout) as Json | Json[]].flat() };
}

test("the workbook has the rows of the CSV files as sheets, with the numbers of the JSON as numbers", async () => {
  const { folder, sheets, results } = await written([shipped("usual-day.yaml"), shipped("specialised-teams.yaml")], "40");
  for (const [sheet, rows] of Object.entries(sheets)) {
    const text = readFileSync(join(folder, `${sheet.toLowerCase()}.csv`), "utf8");
    const csv = Papa.parse<Row>(text, { header: true, skipEmptyLines: true, dynamicTyping: (column) => !["scenario", "from", "to", "type", "group"].includes(String(column)) }).data;
    expect(rows, sheet).toEqual(csv);
  }
  for (const { scenario, total, groups } of results) {
    const day = sheets.Contacts.find((row) => row.scenario === scenario && row.from === "day" && row.type === "(all)")!;
    expect(day).toMatchObject({ offered: total.offered.mean, serviceLevel: total.serviceLevel.mean, serviceLevel_halfWidth: total.serviceLevel.halfWidth, longestWait: total.longestWait.mean });
    expect(sheets.Days.find((row) => row.scenario === scenario && row.type === "(all)")).toMatchObject({ wait_p90: total.wait.p90, daily_p10: total.daily.p10 });
    for (const [group, { occupancy }] of Object.entries(groups)) expect(sheets.Groups).toContainEqual(expect.objectContaining({ scenario, from: "day", group, occupancy: occupancy.mean }));
  }
});

test("names that look like formulas are text cells, and the workbook has no formula", async () => {
  const text = shippedText("specialised-teams.yaml", ["Specialised teams", '"=HYPERLINK(\\"x\\"),;"'], ["council tax", '"@SUM(1) – Überprüfung"'], ["benefits team", '"+1"'], ["tax team", '"-2 日本"']);
  const { file, sheets } = await written([write(temporaryFolder(), "evil.yaml", text)], "2");
  expect(new Set(sheets.Contacts.map(({ scenario }) => scenario))).toEqual(new Set(['=HYPERLINK("x"),;']));
  expect(new Set(sheets.Contacts.map(({ type }) => type))).toContain("@SUM(1) – Überprüfung");
  expect(new Set(sheets.Groups.map(({ group }) => group))).toEqual(new Set(["+1", "-2 日本", "care and housing team", "generalists"]));
  for (const sheet of [1, 2, 3]) expect(partOf(file, `xl/worksheets/sheet${sheet}.xml`)).not.toMatch(/<f[ >]/);
});

test("what was promised at most, and what came of it, is shown in the unit that its row names", async () => {
  const file = join(temporaryFolder(), "results.xlsx"), at = (atMost: string, measure: string) => `{ measure: ${measure}, atMost: ${atMost}, every: 5 days }`;
  const { code, stderr } = await callhall(["run", shipped("usual-day.yaml"), "--days", "40", "--xlsx", file, "--set", `agreements={ left: ${at("5%", "abandonmentRate")}, waits: ${at("15s", "averageWait")}, level: { atLeast: 80%, every: 5 days } }`]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: `wrote ${file}\n` });
  const sheets = await readWorkbook(file), place = sheets.findIndex(({ sheet }) => sheet === "Agreements"), [head, ...rows] = sheets[place].data, sheet = partOf(file, `xl/worksheets/sheet${place + 1}.xml`), styles = partOf(file, "xl/styles.xml");
  const codes = new Map([...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, format]) => [id, format])), cellStyles = [...styles.slice(styles.indexOf("<cellXfs")).matchAll(/<xf (?:[^>]*numFmtId="(\d+)")?/g)].map(([, format]) => codes.get(format));
  const formatOf = (row: number, column: string) => { const style = new RegExp(`<c r="${letters(head.indexOf(column))}${row + 2}" s="(\\d+)"`).exec(sheet)?.[1]; return style === undefined ? null : cellStyles[Number(style)]; };
  expect(rows.map((row, i) => ["unit", "atLeast", "atMost"].map((column) => row[head.indexOf(column)]).concat(["atLeast", "atMost", "level_p50"].map((column) => formatOf(i, column) ?? null)))).toEqual([
    ["share", null, 0.05, null, "0.0%", "0.0%"], ["seconds", null, 15, null, "#,##0.0", "#,##0.0"], ["share", 0.8, null, "0.0%", null, "0.0%"],
  ]);
});

/** 0 is A, 26 is AA. */
const letters = (column: number): string => (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

test("the head is bold and stays in sight, and shares are shown as percentages", async () => {
  const { file } = await written([shipped("usual-day.yaml")], "2");
  const sheet = partOf(file, "xl/worksheets/sheet1.xml"), styles = partOf(file, "xl/styles.xml");
  expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  expect(sheet).toMatch(/<col [^>]*customWidth="1"/);
  expect(styles).toContain("<b/>");
  const code = /numFmtId="(\d+)" formatCode="0.0%"/.exec(styles)![1];
  const cellStyles = [...styles.slice(styles.indexOf("<cellXfs")).matchAll(/<xf (?:[^>]*numFmtId="(\d+)")?/g)].map(([, format]) => format);
  const serviceLevel = 4 + 2 * 7; // after scenario, from, to, type: each measure with its half-width
  const cells = [.../<row r="2".*?<\/row>/.exec(sheet)![0].matchAll(/<c r="[A-Z]+2" s="(\d+)"/g)].map(([, style]) => cellStyles[Number(style)]);
  expect(cells[serviceLevel]).toBe(code);
  expect(cells[serviceLevel - 1]).not.toBe(code);
});

test("the same results give the same bytes, whenever they are written", async () => {
  const folder = temporaryFolder(), args = ["run", shipped("usual-day.yaml"), "--days", "2", "--xlsx"];
  await callhall([...args, "a.xlsx"], { cwd: folder });
  await new Promise((resolve) => setTimeout(resolve, 2100)); // a zip archive counts time in steps of two seconds
  await callhall([...args, "b.xlsx"], { cwd: folder });
  expect(readFileSync(join(folder, "a.xlsx")).equals(readFileSync(join(folder, "b.xlsx")))).toBe(true);
});

test("places that are wrong and rows that fit no sheet are refused before any work", async () => {
  const folder = temporaryFolder(), text = shippedText("usual-day.yaml", ["interval: 30m", "interval: 5m"], [/profile:.*/.exec(shippedText("usual-day.yaml"))![0], `profile: [${Array(114).fill(1).join(", ")}]`]);
  write(folder, "day.yaml", text);
  const refused = async (...args: string[]) => {
    const { code, stdout, stderr } = await callhall(["run", "day.yaml", "--days", "1000000", ...args], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    return stderr;
  };
  expect(await refused("--xlsx", "./day.yaml")).toBe("./day.yaml: cannot be written: it would overwrite the scenario day.yaml\n");
  expect(await refused("--xlsx", "x", "--report", "x")).toBe("x: cannot be written: it would overwrite another output, x\n");
  expect(await refused("--xlsx", "")).toContain("must not be empty");
  const groups = Array.from({ length: 999 }, (_, i) => `  g${i}: { answers: [calls], agents: 1 }`).join("\n");
  writeFileSync(join(folder, "wide.yaml"), text.replace(/^groups:$/m, `groups:\n${groups}`));
  expect(await refused(...Array<string>(10).fill("wide.yaml"), "--xlsx", "wide.xlsx")).toMatch(/^wide\.xlsx: cannot be written: a sheet of Excel holds at most 1,048,576 rows \(got 1,1\d\d,\d{3}\); --csv has no such limit\n$/);
});

/** One file of a workbook, unpacked by the zip's own directory. */
function partOf(file: string, name: string): string {
  const zip = readFileSync(file);
  for (let at = zip.readUInt32LE(zip.length - 6); zip.readUInt32LE(at) === 0x02014b50; at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)) {
    if (zip.toString("utf8", at + 46, at + 46 + zip.readUInt16LE(at + 28)) !== name) continue;
    const local = zip.readUInt32LE(at + 42), start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    return inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(at + 20))).toString("utf8");
  }
  throw new Error(`${file} has no ${name}`);
}
