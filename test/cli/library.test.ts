import { parseScenario, ScenarioError, simulate, VERSION, type Result, type Scenario } from "callhall";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { callhall, ended, root, shipped } from "./callhall.ts";

const text = readFileSync(shipped("usual-day.yaml"), "utf8");

test("the library, imported by its name, gives what the command line prints", async () => {
  const scenario: Scenario = parseScenario(text), result: Result = simulate(scenario, { days: 40, seed: "x" });
  expect(result.callhall).toBe(VERSION);
  expect(result.total.serviceLevel.mean).toBeGreaterThan(0.5);
  const { stdout } = await callhall(["run", shipped("usual-day.yaml"), "--days", "40", "--seed", "x", "--json"]);
  expect(`${JSON.stringify(result, null, 2)}\n`).toBe(stdout);
});

test("Node itself finds the library by its name", async () => {
  const program = 'import { parseScenario, simulate } from "callhall"; import { readFileSync } from "node:fs"; console.log(simulate(parseScenario(readFileSync(process.argv[1], "utf8")), { days: 2 }).days)';
  expect(await ended(process.execPath, ["--input-type=module", "-e", program, shipped("usual-day.yaml")], { cwd: join(root, "test") })).toEqual({ code: 0, stdout: "2\n", stderr: "" });
});

test("a wrong scenario throws its problems as data", () => {
  const wrong = () => parseScenario(text.replace("volume: 600", "volume: none"), "day.yaml");
  expect(wrong).toThrow(ScenarioError);
  try {
    wrong();
  } catch (error) {
    expect((error as ScenarioError).problems).toEqual([{ file: "day.yaml", line: expect.any(Number) as number, column: 13, path: "contacts.calls.volume", message: expect.stringContaining("(got none)") as string }]);
  }
});
