import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { callhall, shipped, shippedText, temporaryFolder, write } from "./callhall.ts";
import { resultsIn, type Json } from "./resultShape.ts";

type Row = Record<string, string | number | null>;

function rowsOf(folder: string, name: string): Row[] {
  const text = readFileSync(join(folder, name), "utf8");
  expect(text).toMatch(/\r\n$/);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const { data, errors } = Papa.parse<Row>(text, { header: true, dynamicTyping: (column) => !["scenario", "from", "to", "type", "group"].includes(String(column)), skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

async function written(files: readonly string[], days = "40"): Promise<{ folder: string; results: Json[] }> {
  const folder = join(temporaryFolder(), "new", "folder");
  const { code, stdout, stderr } = await callhall(["run", ...files, "--days", days, "--json", "--csv", folder]);
  const names = ["contacts.csv", "groups.csv", "days.csv"];
  expect({ code, stderr }).toEqual({ code: 0, stderr: names.map((name) => `wrote ${join(folder, name)}\n`).join("") });
  expect(readdirSync(folder)).toEqual([...names].sort());
  return { folder, results: resultsIn(stdout) };
}

test("the three files have a row per scenario, time and type or group, with the numbers of the JSON", async () => {
  const { folder, results } = await written([shipped("usual-day.yaml"), shipped("specialised-teams.yaml")]);
  const contacts = rowsOf(folder, "contacts.csv"), groups = rowsOf(folder, "groups.csv"), days = rowsOf(folder, "days.csv");
  expect(contacts).toHaveLength(20 * 2 + 20 * 5);
  expect(groups).toHaveLength(20 * 1 + 20 * 4);
  expect(days).toHaveLength(2 + 5);
  for (const { scenario, total, types, groups: byGroup, intervals } of results) {
    const times = [{ from: "day", to: "day", total, types, groups: byGroup }, ...intervals];
    for (const { from, to, ...time } of times) {
      for (const [type, m] of Object.entries({ "(all)": time.total, ...time.types })) {
        expect(contacts).toContainEqual({ scenario, from, to, type, ...flat(m) });
      }
      for (const [group, measures] of Object.entries(time.groups)) expect(groups).toContainEqual({ scenario, from, to, group, ...flat(measures) });
    }
    for (const [type, { wait, daily }] of Object.entries({ "(all)": total, ...types })) {
      const row = days.find((each) => each.scenario === scenario && each.type === type);
      expect(row).toMatchObject({ wait_p50: wait.p50, wait_p99: wait.p99, daily_p05: daily.p05, daily_p95: daily.p95, daily_meetsTarget: daily.meetsTarget });
    }
  }
});

function flat(measures: Json["intervals"][number]["total"] | Json["groups"][string]): Row {
  const columns = Object.entries(measures).filter(([name]) => name !== "wait" && name !== "daily");
  return Object.fromEntries(columns.flatMap(([name, { mean, halfWidth }]) => [[name, mean], [`${name}_halfWidth`, halfWidth]]));
}

test("names that a spreadsheet would take for formulas are defused, others are kept whole", async () => {
  const text = shippedText("specialised-teams.yaml", ["Specialised teams", '"=HYPERLINK(\\"x\\"),;"'], ["council tax", '"@SUM(1) – Überprüfung"'], ["benefits team", '"+1"'], ["tax team", '"-2 日本"']);
  const { folder } = await written([write(temporaryFolder(), "evil.yaml", text)], "2");
  const [contacts, groups] = [rowsOf(folder, "contacts.csv"), rowsOf(folder, "groups.csv")];
  expect(new Set(contacts.map(({ scenario }) => scenario))).toEqual(new Set([`'=HYPERLINK("x"),;`]));
  expect(new Set(contacts.map(({ type }) => type))).toEqual(new Set(["(all)", "benefits", "'@SUM(1) – Überprüfung", "housing", "social care"]));
  expect(new Set(groups.map(({ group }) => group))).toEqual(new Set(["'+1", "'-2 日本", "care and housing team", "generalists"]));
});
