import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { VERSION } from "../../sim/version.ts";
import { callhall, root, shipped } from "./callhall.ts";

const usual = shipped("usual-day.yaml");

test("--version is the version of package.json, and --help names the subcommands", async () => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  expect(VERSION).toBe(version);
  expect(await callhall(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  const help = await callhall(["--help"]);
  expect(help).toMatchObject({ code: 0, stderr: "" });
  for (const word of ["run", "curve", "require", "exact", "erlang", "new", "fit", "schema", "--version"]) expect(help.stdout).toContain(word);
  const run = await callhall(["run", "--help"]);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  for (const word of ["--days", "--seed", "--workers", "--json", "--csv", "--report"]) expect(run.stdout).toContain(word);
});

test("results go to stdout and nothing to stderr, with no escape codes in a pipe", async () => {
  const { code, stdout, stderr } = await callhall(["run", usual, "--days", "40"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^Usual day: .*\n/);
  expect(stdout).toContain('40 simulated days, seed "1"');
  expect(stdout).not.toMatch(/\u001b/);
  for (const line of stdout.split("\n").slice(2)) expect(line.length).toBeLessThanOrEqual(110);
});

test("a missed target is no failure", async () => {
  expect(await callhall(["run", shipped("peak-day.yaml"), "--days", "40"])).toMatchObject({ code: 0, stderr: "" });
});

test.concurrent.each<[string, string[], RegExp]>([
  ["no command", [], /^Usage: callhall/],
  ["an unknown command", ["simulate"], /unknown command 'simulate'/],
  ["no file", ["run"], /missing required argument 'file'/],
  ["an unknown option", ["run", usual, "--dyas", "3"], /unknown option '--dyas'/],
  ["an option without its value", ["run", usual, "--days"], /'--days <n>' argument missing/],
  ...["0", "1e3", "5.5", "-3", "", "many", "0x10", " 5"].map((days): [string, string[], RegExp] => [`--days "${days}"`, ["run", usual, "--days", days], /'--days <n>' argument '.*' is invalid. It must be a whole number/]),
  ["too many days", ["run", usual, "--days", "10000001"], /usual-day\.yaml: --days 10000001 must be at most 10,000,000 days/],
  ["no workers", ["run", usual, "--workers", "0"], /'--workers <n>' argument '0' is invalid/],
  ["too many workers", ["run", usual, "--workers", "100000"], /It must be at most 256/],
  ["an empty seed", ["run", usual, "--seed", ""], /^--seed must be a text of 1 to 200 characters/],
  ["a very long seed", ["run", usual, "--seed", "5".repeat(100_000)], /^--seed must be a text of 1 to 200 characters/],
  ["a seed with control characters", ["run", usual, "--seed", "a\u001b[31m"], /^--seed must not contain control characters/],
  ["a curve of no file", ["curve"], /missing required argument 'file'/],
  ["a curve of two files", ["curve", usual, usual], /too many arguments/],
  ["a range without its path", ["curve", usual, "--vary", "8..20"], /--vary 8\.\.20 must be a path, = and a range/],
  ["a curve with an empty seed", ["curve", usual, "--seed", ""], /^--seed must be a text of 1 to 200 characters/],
  ["an empty place for CSV", ["run", usual, "--csv", ""], /'--csv <dir>' argument '' is invalid/],
  ["an empty place for the report", ["run", usual, "--report", ""], /'--report <file>' argument '' is invalid/],
  ["keys into a folder", ["schema", "--keys", "--into", "."], /'--keys' cannot be used with option '--into <dir>'/],
  ["a file for the schema", ["schema", usual], /too many arguments/],
  ["a command that steers the terminal", ["\u001b[31mrun"], /unknown command '\\u001b\[31mrun'/],
])("%s ends with 2 and a message on stderr, nothing on stdout", async (_, args, message) => {
  const { code, stdout, stderr } = await callhall(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\u001b|\n {4}at /);
});

test("a reader that closes the pipe early is no failure", async () => {
  const args = ["run", usual, shipped("peak-day.yaml"), "--days", "3", "--json"];
  expect(await callhall(args, { meanwhile: (child) => child.stdout?.destroy() })).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(await callhall(["run", "nowhere.yaml"], { meanwhile: (child) => child.stderr?.destroy() })).toMatchObject({ code: 2, stdout: "" });
});
