import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { callhall, shipped, temporaryFolder, write } from "./callhall.ts";
import { resultsIn } from "./resultShape.ts";
import { weeksIn } from "./weekShape.ts";

const week = shipped("week.yaml");
const days = ["--days", "40"];

test("a week prints its finding and the kinds of day beside their sum, then each kind as a scenario of its own", async () => {
  const { code, stdout, stderr } = await callhall(["run", week, ...days]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^A typical week: \d\d\.\d% of contacts are answered in time over the week/);
  expect(stdout).toMatch(/\n +the week +usual, a day +midweek, a day +saturday, a day\nDays a week +6 +3 +2 +1\n/);
  expect(stdout).toMatch(/Paid hours \(by the rota, exact\) +445\.0 +88\.0 +80\.0 +21\.0\n/);
  for (const kind of ["usual", "midweek", "saturday"]) expect(stdout).toContain(`\nA typical week, ${kind}: `);
});

test("--json prints one document of the promised shape: the week, and its kinds of day as runs print them", async () => {
  const { stdout } = await callhall(["run", week, ...days, "--json"]), [document] = weeksIn(stdout);
  expect(document).toMatchObject({ scenario: "A typical week", seed: "1", days: 40, week: { times: { usual: 3, midweek: 2, saturday: 1 } } });
  const usual = JSON.parse((await callhall(["run", shipped("usual-day.yaml"), ...days, "--set", "pay={ perHour: 9.80, fixed: 300 }", "--seed", "1/usual", "--json"])).stdout) as object;
  expect(document.dayTypes.usual).toEqual({ ...usual, scenario: "A typical week, usual" });
  const both = await callhall(["run", week, shipped("usual-day.yaml"), ...days, "--json"]);
  expect(JSON.parse(both.stdout)).toEqual([JSON.parse(stdout), expect.objectContaining({ scenario: "Usual day" })]);
});

test("the result is the same with any number of threads", async () => {
  const [one, two] = await Promise.all(["1", "2"].map((workers) => callhall(["run", week, "--days", "70", "--workers", workers, "--json"])));
  expect(two).toEqual(one);
});

test("--day-type runs one kind of day, the same days as in the week, also with another seed", async () => {
  for (const seed of [[], ["--seed", "seven: \"7\""]]) {
    const [document] = weeksIn((await callhall(["run", week, ...days, ...seed, "--json"])).stdout);
    const alone = await callhall(["run", week, ...days, ...seed, "--day-type", "saturday", "--json"]);
    expect(JSON.parse(alone.stdout)).toEqual(document.dayTypes.saturday);
  }
});

test("what --set says is set in the scenario, and with --day-type in that day", async () => {
  const ofWeek = await callhall(["run", week, ...days, "--set", "contacts.calls.volume=300", "--set", "calendar.week.wed=usual", "--json"]);
  const [{ week: { times }, dayTypes }] = weeksIn(ofWeek.stdout), offered = (kind: string) => dayTypes[kind].total.offered.mean!;
  expect(times).toEqual({ usual: 4, midweek: 1, saturday: 1 });
  expect(Math.abs(offered("usual") - 300)).toBeLessThan(4 * Math.sqrt(300 / 40));
  expect(Math.abs(offered("saturday") - 90)).toBeLessThan(4 * Math.sqrt(90 / 40));
  const ofDay = await callhall(["run", week, ...days, "--day-type", "saturday", "--set", "contacts.calls.volume=300", "--json"]);
  expect(Math.abs(resultsIn(ofDay.stdout)[0].total.offered.mean! - 300)).toBeLessThan(4 * Math.sqrt(300 / 40));
});

test("outputs have the kinds of day as several scenarios; the page begins with the week", async () => {
  const folder = temporaryFolder(), out = (name: string) => join(folder, name);
  const { code, stderr } = await callhall(["run", week, ...days, "--csv", folder, "--xlsx", out("week.xlsx"), "--report", out("week.html"), "--svg", out("svg")]);
  expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining("week.html") as string });
  const rows = readFileSync(out("days.csv"), "utf8").trimEnd().split("\r\n").slice(1).map((row) => row.slice(0, row.indexOf('",') + 1));
  expect(new Set(rows)).toEqual(new Set(['"A typical week, usual"', '"A typical week, midweek"', '"A typical week, saturday"']));
  const [head, row] = readFileSync(out("week.csv"), "utf8").trimEnd().split("\r\n").map((line) => line.split(",")), [{ week: summed }] = weeksIn((await callhall(["run", week, ...days, "--json"])).stdout);
  expect([row[head.indexOf("openDays")], row[head.indexOf("offered")], row[head.indexOf("serviceLevel_halfWidth")]].map(Number)).toEqual([6, summed.total.offered.mean, summed.total.serviceLevel.halfWidth]);
  const page = readFileSync(out("week.html"), "utf8");
  expect(page).toMatch(/<h1>[^<]*A typical week: [^<]*over the week/);
  expect(page.indexOf("The week and its kinds of day")).toBeLessThan(page.indexOf("<figure>"));
  expect(page).toContain("callhall run");
  expect(readdirSync(out("svg")).filter((name) => name.startsWith("a-typical-week")).length).toBeGreaterThan(3);
});

test("curve and exact ask for one kind of day, and take it; so does require", async () => {
  for (const command of ["curve", "exact"]) {
    const { code, stdout, stderr } = await callhall([command, week]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe(`${week}:9:1 calendar makes this a week of several kinds of day: say which one with --day-type usual or --day-type midweek or --day-type saturday\n`);
  }
  const [curve, require, exact] = await Promise.all([
    callhall(["curve", week, "--day-type", "saturday", "--vary", "agents=2..4", ...days, "--json"]),
    callhall(["require", week, "--day-type", "saturday", "--rule", "sipp-a", ...days, "--json"]),
    callhall(["exact", week, "--day-type", "saturday", "--json"]),
  ]);
  for (const { code, stdout, stderr } of [curve, require, exact]) {
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ scenario: "A typical week, saturday" });
  }
  // What is varied is varied in that day, though its patch has the same key.
  const varied = await callhall(["curve", week, "--day-type", "saturday", "--vary", "contacts.calls.volume=100..200/100", ...days, "--json"]);
  const { points } = JSON.parse(varied.stdout) as { points: { total: { offered: { mean: number } } }[] };
  expect(points[1].total.offered.mean / points[0].total.offered.mean).toBeCloseTo(2, 0);
});

test("mistakes of a calendar end with code 2, each at its place, and nothing is written", async () => {
  const folder = temporaryFolder(), file = write(folder, "week.yaml", readFileSync(week, "utf8").replace("extends: usual-day.yaml\n", "").replace("wed: midweek", "wed: midwek").replace("dayTypes:", "dayTypes:\n    spare: {}")
    .replace(/^name: .*\n/m, `${readFileSync(shipped("usual-day.yaml"), "utf8").replace(/^#.*\n/gm, "")}`));
  const { code, stdout, stderr } = await callhall(["run", file, "--report", join(folder, "page.html")]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.split("\n")).toEqual([
    expect.stringMatching(/week\.yaml:\d+:\d+ calendar\.week\.wed there is no such day type; did you mean midweek\? \(got midwek\)$/),
    expect.stringMatching(/week\.yaml:\d+:\d+ calendar\.dayTypes\.spare no weekday is of this day type$/),
    "",
  ]);
  const several = await callhall(["run", week, shipped("usual-day.yaml"), "--day-type", "saturdy"]);
  expect(several).toEqual({ code: 2, stdout: "", stderr: `${week}:11:3 calendar.dayTypes there is no day type saturdy to choose: there are usual, midweek and saturday\n${shipped("usual-day.yaml")}:7:1 has no calendar, and so no day type saturdy to choose\n` });
  expect(readdirSync(folder)).toEqual(["week.yaml"]);
});

test("require takes every kind of day for itself where none is chosen, with the numbers of each alone", async () => {
  const few = ["--rule", "sipp-a", "--days", "20", "--seed", "x", "--json"], folder = temporaryFolder();
  const [all, saturday, page] = await Promise.all([callhall(["require", week, ...few, "--csv", folder]), callhall(["require", week, "--day-type", "saturday", ...few]), callhall(["require", week, "--report", join(folder, "page.html")])]);
  const { dayTypes } = JSON.parse(all.stdout) as { dayTypes: Record<string, unknown> };
  expect(Object.keys(dayTypes)).toEqual(["usual", "midweek", "saturday"]);
  expect(dayTypes.saturday).toEqual(JSON.parse(saturday.stdout));
  expect(new Set(readFileSync(join(folder, "rules.csv"), "utf8").trim().split("\r\n").slice(1).map((line) => line.split(",")[0] + line.split(",")[1]))).toHaveProperty("size", 3);
  expect(page).toEqual({ code: 2, stdout: "", stderr: "--report is for one kind of day: say which one with --day-type usual or --day-type midweek or --day-type saturday\n" });
});
