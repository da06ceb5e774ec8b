import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { curve } from "../../sim/study/curve.ts";
import { callhall, shipped, shippedText, temporaryFolder, write } from "./callhall.ts";

const usual = shipped("usual-day.yaml"), few = ["--vary", "agents=10..13", "--days", "40"];

test("the table begins with the finding and has a row for each point", async () => {
  const { code, stdout, stderr } = await callhall(["curve", usual, "--days", "200"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^Usual day: .*11 agents? reach 80% on average/);
  expect(stdout).toMatch(/\n11 +4\+4\+3 +\d\d\.\d% ± \d\.\d .* 84\.8% +83\.8% +70\.2%\n/); // exact, Erlang A, Erlang C
  expect(stdout).toContain('200 simulated days at each of 19 points, the same callers at all, seed "1"');
  for (const line of stdout.split("\n").slice(3, -4)) expect(line.length).toBeLessThanOrEqual(125);
});

test("the JSON is the library's curve, the same bytes with one, two and three workers", async () => {
  const [one, two, three] = await Promise.all(["1", "2", "3"].map((workers) => callhall(["curve", usual, ...few, "--json", "--workers", workers])));
  expect(one).toMatchObject({ code: 0, stderr: "" });
  expect(two.stdout).toBe(one.stdout);
  expect(three.stdout).toBe(one.stdout);
  expect(JSON.parse(one.stdout)).toEqual(JSON.parse(JSON.stringify(curve(readFileSync(usual, "utf8"), { vary: ["agents=10..13"], days: 40, file: "usual-day.yaml" }))));
});

test("the files asked for are all written, and hold the same numbers", async () => {
  const folder = temporaryFolder(), at = (name: string) => join(folder, name);
  const { code, stdout, stderr } = await callhall(["curve", usual, ...few, "--json", "--csv", at("csv"), "--xlsx", at("curve.xlsx"), "--report", at("curve.html"), "--svg", at("svg"), "--png", at("png")]);
  expect(code).toBe(0);
  expect(stderr.trim().split("\n")).toHaveLength(14);
  const { points } = JSON.parse(stdout) as ReturnType<typeof curve>;
  const { data } = Papa.parse<Record<string, string>>(readFileSync(at("csv/curve.csv"), "utf8").trim(), { header: true });
  expect(data.filter(({ type }) => type === "(all)").map((row) => [Number(row.agents), Number(row.serviceLevel), Number(row.exact_serviceLevel)])).toEqual(points.map(({ at: [agents], total, exact }) => [agents, total.serviceLevel.mean, exact!.serviceLevel]));
  expect(readFileSync(at("csv/curve-groups.csv"), "utf8").trim().split("\n")).toHaveLength(5);
  const sheet = await readWorkbook(readFileSync(at("curve.xlsx")), { sheet: "Curve" } as never) as unknown as { data?: unknown[][] } | unknown[][];
  expect(JSON.stringify(sheet)).toContain(String(points[0].total.serviceLevel.mean));
  expect(readdirSync(at("svg")).sort()).toEqual(["usual-day-curve-abandoned.svg", "usual-day-curve-days.svg", "usual-day-curve-occupancy.svg", "usual-day-curve-speed.svg", "usual-day-curve.svg"]);
  expect(readdirSync(at("png"))).toHaveLength(5);
  const page = readFileSync(at("curve.html"), "utf8");
  expect(page).toContain("callhall curve");
  expect(page).toContain("--vary agents=10..13 --days 40");
  expect(page).toContain("days: 2000"); // the scenario's text
  expect(page).not.toMatch(/<script|src=|https?:\/\/(?!www\.w3\.org)/);
});

test("two things varied make a map", async () => {
  const folder = temporaryFolder();
  const { code, stdout } = await callhall(["curve", usual, "--vary", "agents=10..13", "--vary", "contacts.calls.volume=500..700/100", "--days", "20", "--svg", folder]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/\n +10 +11 +12 +13\n500 +\d/);
  expect(readdirSync(folder).sort()).toEqual(["usual-day-curve-days.svg", "usual-day-map.svg"]);
});

test("ranges and the file are refused together, before anything runs", async () => {
  const folder = temporaryFolder(), file = write(folder, "day.yaml", shippedText("usual-day.yaml", ["volume: 600", "volume: -600"]));
  const { code, stdout, stderr } = await callhall(["curve", file, "--vary", "agents=9..3", "--vary", "contacts.calls.volume=1..1000000", "--report", join(folder, "r.html")]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.trim().split("\n")).toEqual([
    expect.stringContaining("day.yaml:12:13 contacts.calls.volume must be a number of contacts a day"),
    "--vary agents=9..3 must run upwards, as in 8..20",
    "--vary contacts.calls.volume=1..1000000 makes 1,000,000 points; at most 1,000",
  ]);
  expect(existsSync(join(folder, "r.html"))).toBe(false);
});

test.concurrent.each([
  ["contacts.calls.volum=1..3", "--vary at contacts.calls.volum=1: unknown key; did you mean volume?; and so at 2 more points"],
  ["name=1..2", "--vary at name=1: must be a text"],
  ["contacts.calls.volume=-100..100/50", "--vary at contacts.calls.volume=-100: must be a number of contacts a day from 0 to 100,000,000 (got -100); and so at 1 more point"],
  ["groups.generic.agents=8..20", "--vary at groups.generic.agents=8: either agents or shifts, not both"],
  ["contacts.calls.profile[30]=1..1", "there is no contacts.calls.profile[30]"],
  ["contacts.calls.target=90%..110%/10%", "--vary at contacts.calls.target=110%: must be at most 100% (got 110%)"],
])("--vary %s is told with its point", async (vary, message) => {
  const { code, stdout, stderr } = await callhall(["curve", usual, "--vary", vary]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/\n {4}at /);
});

test("too many days are refused at the point where they are too many", async () => {
  expect(await callhall(["curve", usual, "--vary", "contacts.calls.volume=100..2100/1000", "--days", "9000000"])).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(/--vary at contacts\.calls\.volume=1100: --days 9000000 makes 9,900,000,000|--vary at contacts\.calls\.volume=2100: --days 9000000 makes 18,900,000,000/) as string });
});

test("Ctrl-C ends a curve with 130 and leaves no file behind", async () => {
  const folder = temporaryFolder();
  const args = ["curve", usual, "--days", "1000000", "--report", join(folder, "r.html"), "--csv", join(folder, "csv")];
  expect(await callhall(args, { meanwhile: (child) => void setTimeout(() => child.kill("SIGINT"), 1500) })).toEqual({ code: 130, stdout: "", stderr: "" });
  expect(readdirSync(folder)).toEqual([]);
});
