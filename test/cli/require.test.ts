import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Requirements } from "../../sim/study/require.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { requirements } from "../../sim/study/require.ts";
import { callhall, shipped, shippedText, temporaryFolder, write } from "./callhall.ts";

const usual = shipped("usual-day.yaml");

describe("require", () => {
  test("prints a finding, what each rule attains, and the agents of every half hour, and nothing to stderr", async () => {
    const { code, stdout, stderr } = await callhall(["require", usual, "--days", "200"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const lines = stdout.split("\n");
    expect(lines[0]).toMatch(/^Usual day: [\d.]+ agent-hours reach 80% in every half hour; the rota has 88 and misses it from 8:30 to 10:00$/);
    for (const rule of ["The rota", "Erlang C", "Erlang A", "Lagged", "Offered load", "Iterative"]) expect(lines.some((line) => new RegExp(`^${rule} +[\\d.]+ +[\\d.]+% ± [\\d.]+`).test(line)), rule).toBe(true);
    expect(lines.filter((line) => /^ ?\d+:[03]0 /.test(line))).toHaveLength(19);
    expect(stdout).toContain("Feldman, Mandelbaum, Massey and Whitt 2008");
    expect(stdout).toContain('200 simulated days for each staffing, seed "1"');
    expect(stdout).not.toMatch(/\u001b|NaN|undefined|null/);
    for (const line of lines.filter((each) => /^(?: ?\d+:|The rota|Erlang C +\d)/.test(each))) expect(line.length).toBeLessThanOrEqual(125);
  });

  test("--json is the library's answer, the same with any number of threads", async () => {
    const options = ["require", usual, "--days", "96", "--seed", "x", "--at-least", "4", "--max-occupancy", "75%", "--shrinkage", "20%", "--shrinkage", "0.1", "--rule", "iterative", "--rule", "sipp-a", "--set", "contacts.calls.target=75%", "--json"];
    const [one, two] = await Promise.all(["1", "2"].map((workers) => callhall([...options, "--workers", workers])));
    expect(one).toMatchObject({ code: 0, stderr: "" });
    expect(two.stdout).toBe(one.stdout);
    const scenario = parseScenario(shippedText("usual-day.yaml"), "usual-day.yaml", { set: ["contacts.calls.target=75%"] });
    const found = JSON.parse(one.stdout) as Requirements;
    expect(found).toEqual(JSON.parse(JSON.stringify(requirements(scenario, { days: 96, seed: "x", atLeast: 4, maxOccupancy: 0.75, present: 0.8 * 0.9, rules: ["sipp-a", "iterative"] }))));
    expect(found.groups[0].rules.map(({ rule }) => rule)).toEqual(["sipp-a", "iterative"]);
  });

  test("writes tables, page and pictures, all told on stderr", async () => {
    const folder = temporaryFolder(), at = (name: string) => join(folder, name);
    const { code, stderr } = await callhall(["require", usual, "--days", "64", "--rule", "iterative", "--csv", at("csv"), "--report", at("page.html"), "--svg", at("svg"), "--png", at("png")]);
    expect(code).toBe(0);
    expect(stderr.trimEnd().split("\n")).toHaveLength(2 + 1 + 3 + 3);
    expect(readdirSync(at("svg")).sort()).toEqual(["usual-day-attained-iterative.svg", "usual-day-attained-rota.svg", "usual-day-required-iterative.svg"]);
    expect(readdirSync(at("png"))).toHaveLength(3);
    const [head, ...rows] = readFileSync(at("csv/requirements.csv"), "utf8").trimEnd().split("\r\n");
    expect(head).toBe("scenario,group,rule,from,to,expected,target,offeredLoad,rostered,available,agents,serviceLevel,serviceLevel_halfWidth,occupancy,occupancy_halfWidth");
    expect(rows).toHaveLength(2 * 19);
    expect(rows[0]).toMatch(/^Usual day,generic,rota,08:30,09:00,31\.2,0\.8,4\.67\d*,4,4,4,0\.\d+/);
    expect(readFileSync(at("csv/rules.csv"), "utf8").trimEnd().split("\r\n")).toHaveLength(3);
    const page = readFileSync(at("page.html"), "utf8");
    expect(page).toContain("callhall require ");
    expect(page).not.toMatch(/<script|NaN|undefined|https?:\/\/(?!www\.w3\.org)/);
  });

  test("handles calls of 20 minutes that nobody gives up on", async () => {
    const { code, stdout } = await callhall(["require", usual, "--days", "100", "--set", "contacts.calls.handleTime.mean=20m", "--set", "contacts.calls.patience=never", "--json"]);
    expect(code).toBe(0);
    const { groups: [{ rules }] } = JSON.parse(stdout) as Requirements, missed = rules.map(({ rule, intervalsMissed }) => [rule, intervalsMissed]);
    expect(missed).toContainEqual(["iterative", 0]);
    expect(rules[0].intervalsMissed).toBeGreaterThan(6);
  });

  test("Ctrl-C ends it at once with 130 and leaves no file behind", async () => {
    const folder = temporaryFolder();
    const ended = await callhall(["require", usual, "--days", "1000000", "--csv", join(folder, "csv")], { meanwhile: (child) => void setTimeout(() => child.kill("SIGINT"), 1500) });
    expect(ended).toEqual({ code: 130, stdout: "", stderr: "" });
    expect(readdirSync(folder)).toEqual([]);
  });
});

test.concurrent.each<[string, string[], RegExp]>([
  ["no file", ["require"], /missing required argument 'file'/],
  ["an unknown rule", ["require", usual, "--rule", "erlang"], /^--rule must be one of sipp-c, sipp-a, lagged, mol, iterative \(got erlang\)\n$/],
  ["fewer than no agents", ["require", usual, "--at-least", "-2"], /^--at-least must be a whole number of agents from 0 to 100,000 \(got -2\)\n$/],
  ["part of an agent", ["require", usual, "--at-least", "1.5"], /^--at-least must be a whole number/],
  ["a million agents", ["require", usual, "--at-least", "1000000"], /^--at-least must be a whole number/],
  ["an occupancy cap of 100 %", ["require", usual, "--max-occupancy", "100%"], /^--max-occupancy must be below 100%: that is no limit \(got 100%\)\n$/],
  ["an occupancy cap of nothing", ["require", usual, "--max-occupancy", "0"], /^--max-occupancy must be above 0%/],
  ["a shrinkage of 100 %", ["require", usual, "--shrinkage", "30%", "--shrinkage", "100%"], /^--shrinkage must be below 100%: nobody would be left/],
  ["a bare number for a share", ["require", usual, "--shrinkage", "30"], /^--shrinkage must be a share: write 30%/],
  ["a target of 100 %", ["require", usual, "--set", "contacts.calls.target=100%"], /--set contacts\.calls\.target=100% must be below 100% in requirements: it would take agents without end/],
  ["a target of 0 %", ["require", usual, "--set", "contacts.calls.target=0%"], /must be above 0%/],
  ["negative calls", ["require", usual, "--set", "contacts.calls.volume=-5"], /contacts\.calls\.volume=-5 must be a number of contacts a day/],
  ["no days", ["require", usual, "--days", "0"], /'--days <n>' argument '0' is invalid/],
  ["too many days", ["require", usual, "--days", "10000001"], /--days 10000001 must be at most 10,000,000 days/],
  ["an empty seed", ["require", usual, "--seed", ""], /^--seed must be a text of 1 to 200 characters/],
  ["groups that share a type", ["require", shipped("specialised-teams.yaml")], /specialised-teams\.yaml:\d+:3 contacts\.benefits goes to several groups \(.*\): requirements are for groups that share no contact type/],
  ["a page in the scenario's place", ["require", usual, "--report", usual], /cannot be written: it would overwrite the scenario/],
  ["several at once", ["require", "nowhere.yaml", "--at-least", "x", "--max-occupancy", "x"], /^--at-least [^\n]*\n--max-occupancy [^\n]*\nnowhere\.yaml: no such file or folder\n$/],
])("%s ends with 2 and a message on stderr, nothing on stdout", async (_, args, message) => {
  const { code, stdout, stderr } = await callhall(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\u001b|\n {4}at /);
});

test("groups that share a type are told at their place in the file", async () => {
  const folder = temporaryFolder();
  write(folder, "day.yaml", shippedText("usual-day.yaml", ["answers: [calls]", "answers: [calls]\n    agents: 3\n  others:\n    answers: [calls]"]).replace("    agents: 3\n", "    shifts: { early: 1 }\n"));
  const { code, stdout, stderr } = await callhall(["require", "day.yaml"], { cwd: folder });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^day\.yaml:\d+:3 contacts\.calls goes to several groups \(generic, others\)/);
});
