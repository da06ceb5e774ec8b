import { expect, test } from "vitest";
import { VERSION } from "../../sim/version.ts";
import { callhall, shipped, shippedText, temporaryFolder, write } from "./callhall.ts";

const usual = shipped("usual-day.yaml");

interface Json { total: Record<string, { mean: number | null; halfWidth: number | null } | null>; intervals: Json[] }

test("a day that has an exact solution is printed as a table that says so, and nothing goes to stderr", async () => {
  const { code, stdout, stderr } = await callhall(["exact", usual]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^Usual day: the 80% target is met on average, with 84\.8% answered within 20 seconds\n/);
  expect(stdout).toContain("exact: ");
  expect(stdout).not.toMatch(/±|\u001b/);
  for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(110);
});

test("--json prints a run's document, its half-widths 0, with neither days nor seed", async () => {
  const { code, stdout, stderr } = await callhall(["exact", usual, "--json"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const document = JSON.parse(stdout) as Json, run = JSON.parse((await callhall(["run", usual, "--days", "3", "--json"])).stdout) as Json;
  expect(document).toMatchObject({ callhall: VERSION, scenario: "Usual day", exact: true, seed: null, days: null });
  expect(Object.keys(document).sort()).toEqual([...Object.keys(run), "exact"].sort());
  expect(Object.keys(document.total)).toEqual(Object.keys(run.total));
  expect(Object.keys(document.intervals[0].total)).toEqual(Object.keys(run.intervals[0].total));
  expect(document.total.serviceLevel!.mean).toBeCloseTo(0.84816283, 8); // the known exact day
  expect(document.total.daily).toBeNull();
  for (const { total } of [document, ...document.intervals]) {
    for (const estimate of Object.values(total)) if (estimate !== null && "halfWidth" in estimate && estimate.mean !== null) expect(estimate.halfWidth).toBe(0);
  }
});

test("--set goes before the file's", async () => {
  const { stdout } = await callhall(["exact", usual, "--set", "contacts.calls.patience=never", "--json"]);
  expect((JSON.parse(stdout) as Json).total.serviceLevel!.mean).toBeCloseTo(0.69040357, 8); // the known exact day in which nobody hangs up
});

test("every key that stands in the way is told at its place, with exit code 2 and nothing on stdout", async () => {
  const folder = temporaryFolder();
  const text = shippedText("usual-day.yaml", ["handleTime: { distribution: exponential, mean: 5m30s }", "dayToDayCv: 0.2\n    handleTime: { distribution: lognormal, mean: 5m30s, cv: 0.8 }"], ["answers: [calls]", "absence: 5%\n    answers: [calls]"]);
  const line = (part: string) => text.split("\n").findIndex((each) => each.includes(part)) + 1;
  write(folder, "day.yaml", text);
  const { code, stdout, stderr } = await callhall(["exact", "day.yaml"], { cwd: folder });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  const cv = text.split("\n").findIndex((each) => /^ {4}dayToDayCv/.test(each)) + 1;
  expect(stderr.trimEnd().split("\n")).toEqual([
    `day.yaml:${cv}:17 contacts.calls.dayToDayCv must be 0 in an exact day (got 0.2)`,
    `day.yaml:${line("lognormal")}:33 contacts.calls.handleTime.distribution must be exponential in an exact day (got lognormal)`,
    `day.yaml:${line("absence: 5%")}:14 groups.generic.absence must be 0% in an exact day (got 5%)`,
  ]);
  const several = await callhall(["exact", shipped("specialised-teams.yaml"), "--json"]);
  expect({ code: several.code, stdout: several.stdout }).toEqual({ code: 2, stdout: "" });
  expect(several.stderr).toContain("is one contact type too many: an exact day has one");
});

test("a file that is no scenario is told as by run", async () => {
  expect(await callhall(["exact", "nowhere.yaml"])).toEqual({ code: 2, stdout: "", stderr: "nowhere.yaml: no such file or folder\n" });
});
