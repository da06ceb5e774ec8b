import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { callhall, temporaryFolder, write } from "./callhall.ts";

async function made(folder: string, ...args: string[]) {
  const { code, stdout, stderr } = await callhall(["new", ...args], { cwd: folder });
  const file = args[0]?.endsWith(".yaml") ? args[0] : "scenario.yaml";
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "", stderr: `wrote ${file}\n` });
  const text = readFileSync(join(folder, file), "utf8");
  return { text, scenario: parseScenario(text, file) };
}

async function refused(folder: string, ...args: string[]): Promise<string> {
  const before = readdirSync(folder);
  const { code, stdout, stderr } = await callhall(["new", ...args], { cwd: folder });
  expect({ code, stdout, files: readdirSync(folder) }).toEqual({ code: 2, stdout: "", files: before });
  return stderr;
}

test("without any figure the starter is a day that runs as it stands", async () => {
  const folder = temporaryFolder(), { scenario } = await made(folder);
  expect(scenario).toMatchObject({ name: "scenario", opening: { from: 8.5 * 3600, to: 18 * 3600 }, interval: 1800, days: 1000 });
  expect(scenario.contacts.calls).toMatchObject({ volume: 600, answerWithin: 20, target: 0.8 });
  expect(scenario.contacts.calls.profile).toHaveLength(19);
  const { code, stdout, stderr } = await callhall(["run", "scenario.yaml", "--days", "50"], { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("With 600 calls expected a day, 13 agents");
});

test("every value has a comment, beside it or in the line above, and what nobody told is marked as assumed", async () => {
  const { text } = await made(temporaryFolder(), "day.yaml", "--volume", "900");
  const lines = text.split("\n");
  lines.forEach((line, i) => {
    if (/^\s*[a-zA-Z]+: \S/.test(line)) expect(line.includes("# ") || lines[i - 1].includes("# "), line).toBe(true);
  });
  expect(text).toMatch(/volume: 900 # .*As told by --volume/);
  for (const key of ["opening:", "interval:", "answerWithin:", "target:"]) expect(lines.find((line) => line.trim().startsWith(key)), key).toContain("assumed");
  for (const key of ["profile:", "handleTime:", "patience:", "agents:"]) expect(lines[lines.findIndex((line) => line.trim().startsWith(key)) - 1], key).toContain("assumed");
});

test("the figures of the command line stand in the scenario", async () => {
  const folder = temporaryFolder();
  const { scenario, text } = await made(folder, "late day.yaml", "--volume", "250.5", "--opening", "7:00-22:00", "--handle", "6m", "--agents", "9", "--interval", "15m");
  expect(scenario).toMatchObject({ opening: { from: 7 * 3600, to: 22 * 3600 }, interval: 900, groups: { team: { agents: 9 } } });
  expect(scenario.contacts.calls).toMatchObject({ volume: 250.5, handleTime: { mean: 360 } });
  expect(scenario.contacts.calls.profile).toHaveLength(60);
  expect(text).not.toMatch(/(opening|interval|volume):.*assumed/);
  expect(await callhall(["run", "late day.yaml", "--days", "20"], { cwd: folder })).toMatchObject({ code: 0, stderr: "" });
});

test("the assumed profile and agents fit any opening hours and volume", async () => {
  for (const args of [["--opening", "00:00-24:00", "--interval", "5m"], ["--opening", "12:00-13:00", "--interval", "60m"], ["--volume", "100000"], ["--volume", "0.5"]]) {
    const { scenario } = await made(temporaryFolder(), "x.yaml", ...args);
    expect(Math.min(...scenario.contacts.calls.profile!)).toBeGreaterThan(0);
    expect(scenario.groups.team.agents).toBeGreaterThan(0);
  }
});

test("a file that exists is left alone, unless --force is given", async () => {
  const folder = temporaryFolder();
  write(folder, "scenario.yaml", "mine");
  expect(await refused(folder)).toBe("scenario.yaml: it exists already; --force replaces it, and another name leaves it alone\n");
  expect(readFileSync(join(folder, "scenario.yaml"), "utf8")).toBe("mine");
  await made(folder, "--force");
  mkdirSync(join(folder, "folder"));
  expect(await refused(folder, "folder", "--force")).toBe("folder: cannot be written: it is a folder\n");
  expect(existsSync(join(folder, "new"))).toBe(false);
  expect(await refused(folder, "")).toContain("must not be empty");
});

test("figures that cannot be are all told at once, and nothing is written", async () => {
  const folder = temporaryFolder();
  expect(await refused(folder, "--volume", "lots", "--opening", "9-17", "--handle", "330", "--agents", "-1", "--interval", "20m")).toBe([
    "--volume must be a number of calls a day, above 0 and up to 100,000,000 (got lots)",
    "--opening must be two times of day such as 08:30-18:00 (got 9-17)",
    "--handle must be a duration such as 20s, 5m30s or 1h (units h, m, s, in this order) (got 330)",
    "--agents must be a whole number of agents from 0 to 100,000 (got -1)",
    "--interval must be 5m, 10m, 15m, 30m or 60m (got 20m)", ""].join("\n"));
  expect(await refused(folder, "--opening", "18:00-08:30")).toBe("--opening must end later than it begins (got 18:00-08:30)\n");
  expect(await refused(folder, "--opening", "08:30-18:10")).toBe("--interval 30m must divide the opening hours, 08:30 to 18:10 (9h40m)\n");
  expect(await refused(folder, "--volume", "90000000")).toMatch(/^these figures make no scenario: days .*90,000,000,000/);
});
