import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { callhall, shipped, temporaryFolder, write } from "./callhall.ts";
import { resultsIn } from "./resultShape.ts";

test("a run of a day that is paid prints its bill, its posts and its agreements, in tables, document, sheets and page", async () => {
  const folder = temporaryFolder(), page = join(folder, "page.html"), run = ["run", shipped("paid-day.yaml"), "--days", "200"];
  const text = await callhall([...run, "--csv", folder, "--xlsx", join(folder, "all.xlsx"), "--report", page]), [result] = resultsIn((await callhall([...run, "--json"])).stdout);
  expect(text).toMatchObject({ code: 0 });
  // 8 + 3 x 9.80 by hand: 11 x 7.4 h, and a quarter more for three agents' last hour.
  expect(result.money?.staff).toBeCloseTo(9.8 * (81.4 + 3 * 0.25), 9);
  expect(result.money?.posts).toBeCloseTo(13.75, 12);
  for (const line of [/^Pay by the rota +£805\.07 exact$/m, /^Fixed +£300\.00 exact$/m, /^Cost a day +£1,133\.\d\d ± 0\.\d\d$/m, /^Full-time posts +13\.75 exact$/m, /^generic, late +3 +22\.2 +£224\.91$/m, /^county +80% every 20 days /m, /^10 whole periods simulated$/m]) expect(text.stdout).toMatch(line);
  const rows = Papa.parse<Record<string, string>>(readFileSync(join(folder, "money.csv"), "utf8"), { header: true, skipEmptyLines: true }).data;
  expect(Number(rows.find(({ item }) => item === "cost")?.amount)).toBe(result.money?.cost.mean);
  expect(rows.filter(({ item }) => item === "shift").map(({ shift, agents, paidHours }) => [shift, agents, paidHours])).toEqual([["early", "4", "29.6"], ["middle", "4", "29.6"], ["late", "3", "22.2"]]);
  const agreements = Papa.parse<Record<string, string>>(readFileSync(join(folder, "agreements.csv"), "utf8"), { header: true, skipEmptyLines: true }).data;
  expect(agreements.map(({ agreement, everyDays, periods, met }) => [agreement, everyDays, periods, Number(met)])).toEqual([["county", "20", "10", result.agreements?.county.met.mean], ["district", "20", "10", result.agreements?.district.met.mean]]);
  const html = readFileSync(page, "utf8");
  for (const words of ["A day costs £1,13", "How often each agreement is met", "£805.07", "£224.91"]) expect(html).toContain(words);
  expect(readFileSync(join(folder, "all.xlsx")).length).toBeGreaterThan(1000);
});

test("one day more than whole periods is told, and a run too short for one says so", async () => {
  expect((await callhall(["run", shipped("paid-day.yaml"), "--days", "21"])).stdout).toContain("1 whole period simulated; one day after the last left out");
  expect((await callhall(["run", shipped("paid-day.yaml"), "--days", "7"])).stdout).toMatch(/^county +80% every 20 days +– /m);
});

test("without pay and agreements there is nothing of either", async () => {
  const folder = temporaryFolder(), { stdout } = await callhall(["run", shipped("usual-day.yaml"), "--days", "40", "--csv", folder, "--json"]), [result] = resultsIn(stdout);
  expect([result.money, result.agreements]).toEqual([undefined, undefined]);
  expect([existsSync(join(folder, "money.csv")), existsSync(join(folder, "agreements.csv"))]).toEqual([false, false]);
});

test("an exact day has its exact cost", async () => {
  const { stdout } = await callhall(["exact", shipped("usual-day.yaml"), "--set", "pay={ perHour: 10, perContact: 0.1 }"]);
  expect(stdout).toMatch(/^Pay by the rota +£880\.00$/m);
  expect(stdout).toMatch(/^Cost a day +£93\d\.\d\d$/m);
});

test("wrong pay ends with code 2 and nothing on the output", async () => {
  const file = write(temporaryFolder(), "paid.yaml", `extends: usual.yaml\npay: { perHour: lots, rates: [{ from: "18:00", to: "08:00", factor: 2 }] }\nagreements: { county: { contacts: [cals], atLeast: 80% } }\n`);
  write(join(file, ".."), "usual.yaml", readFileSync(shipped("usual-day.yaml"), "utf8"));
  const { code, stdout, stderr } = await callhall(["run", file, "--csv", join(file, "../out")]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.trimEnd().split("\n").map((line) => line.replace(/^.*paid\.yaml:/, "").replace(/ must.*| there.*/, ""))).toEqual(["2:17 pay.perHour", "2:52 pay.rates[0].to", "3:36 agreements.county.contacts[0]"]);
  expect(existsSync(join(file, "../out"))).toBe(false);
});
