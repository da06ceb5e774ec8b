import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { callhall, shipped, shippedText, temporaryFolder, write } from "./callhall.ts";
import { resultsIn } from "./resultShape.ts";

const files = [shipped("three-sites-overflow.yaml"), shipped("usual-day.yaml")];

test("a scenario with sites has them in its document, and no other has", async () => {
  const { stdout } = await callhall(["run", ...files, "--days", "40", "--json"]), [sites, usual] = resultsIn(stdout);
  expect(Object.keys(sites.sites!)).toEqual(["B-Town", "C-Town", "E-Town"]);
  expect(usual).not.toHaveProperty("sites");
  const mean = (of: "answered" | "offered") => Object.values(sites.sites!).reduce((sum, { contacts }) => sum + contacts[of].mean!, 0);
  expect(mean("offered")).toBeCloseTo(sites.total.offered.mean!, 9); // every type belongs to a site
  const elsewhere = Object.values(sites.sites!).reduce((sum, { answeredElsewhere, contacts }) => sum + answeredElsewhere.mean! * contacts.answered.mean!, 0);
  expect(elsewhere).toBeCloseTo(Object.values(sites.sites!).reduce((sum, { answeredForOthers }) => sum + answeredForOthers.mean!, 0), 9); // as every group does
  const unit = sites.groups["social care unit"], { agents } = sites.sites!["E-Town"]; // its only group
  expect([agents.occupancy.mean, agents.paidHours.mean]).toEqual([unit.occupancy.mean, unit.paidHours.mean]);
  expect(agents.occupancy.halfWidth).toBeCloseTo(unit.occupancy.halfWidth!, 12);
});

test("the terminal has a table of them", async () => {
  const { stdout } = await callhall(["run", files[0], "--days", "40"]), { stdout: plain } = await callhall(["run", files[1], "--days", "40"]);
  expect(stdout).toMatch(/\nSite +B-Town +C-Town +E-Town\n/);
  expect(stdout).toMatch(/\nAnswered elsewhere( +[\d.]+% ± [\d.]+){3}\n/);
  expect(stdout).toMatch(/\nAnswered for others a day( +[\d.]+ ± [\d.]+){2} +0\.00 ± 0\.00\n/); // nobody overflows to the unit
  expect(plain).not.toContain("Site");
});

test("spreadsheets have a table of them, as CSV and as a sheet, where there are any", async () => {
  const folder = temporaryFolder(), workbook = join(folder, "results.xlsx");
  const { code, stdout, stderr } = await callhall(["run", ...files, "--days", "40", "--json", "--csv", folder, "--xlsx", workbook]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: ["contacts.csv", "groups.csv", "days.csv", "sites.csv", "results.xlsx"].map((name) => `wrote ${join(folder, name)}\n`).join("") });
  const { data } = Papa.parse<Record<string, string | number>>(readFileSync(join(folder, "sites.csv"), "utf8"), { header: true, dynamicTyping: true, skipEmptyLines: true });
  const [{ scenario, sites }] = resultsIn(stdout);
  expect(data.map(({ site }) => site)).toEqual(Object.keys(sites!));
  const { contacts, agents, answeredElsewhere, answeredForOthers } = sites!["C-Town"];
  expect(data[1]).toMatchObject({
    scenario, serviceLevel: contacts.serviceLevel.mean, answeredElsewhere: answeredElsewhere.mean, answeredElsewhere_halfWidth: answeredElsewhere.halfWidth,
    answeredForOthers: answeredForOthers.mean, occupancy_halfWidth: agents.occupancy.halfWidth,
  });
  const sheets = await readWorkbook(workbook), last = sheets.at(-1)!;
  expect(sheets.map(({ sheet }) => sheet)).toEqual(["Contacts", "Groups", "Days", "Sites"]);
  expect(last.data[2]).toEqual(Object.values(data[1]));
});

test("the page has a table of them", async () => {
  const page = join(temporaryFolder(), "page.html");
  expect(await callhall(["run", ...files, "--days", "40", "--report", page])).toMatchObject({ code: 0 });
  const text = readFileSync(page, "utf8");
  expect(text).toContain("<th scope=\"col\">Answered elsewhere</th>");
  for (const site of ["B-Town", "C-Town", "E-Town"]) expect(text).toContain(`<th scope="row">${site}</th>`);
});

test("mistakes about sites come all at once, at their places, and nothing is printed", async () => {
  const text = shippedText("three-sites.yaml", ["  C-Town: {}\n", "  C-Town: { overflow: [B-Twn, { site: C-Town, after: 30s }] }\n"], ["    site: E-Town\n    volume: 50", "    site: F-Town\n    volume: 50"]);
  const file = write(temporaryFolder(), "sites.yaml", text), { code, stdout, stderr } = await callhall(["run", file]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/sites\.yaml:\d+:24 sites\.C-Town\.overflow\[0\] there is no such site; did you mean B-Town\? \(got B-Twn\)\n/);
  expect(stderr).toMatch(/sites\.yaml:\d+:39 sites\.C-Town\.overflow\[1\]\.site is this site itself: its own groups come first anyway \(got C-Town\)\n/);
  expect(stderr).toMatch(/sites\.yaml:\d+:11 contacts\["social care"\]\.site there is no such site/);
});
