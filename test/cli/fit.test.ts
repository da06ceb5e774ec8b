import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { dayNumber } from "../../sim/scenario/civilDate.ts";
import { callRows, intervalRows, livePast, toText } from "../study/madeUpPast.ts";
import { callhall, temporaryFolder, write } from "./callhall.ts";

const AGENTS = [4, 5, 6, 6, 6, 6, 5, 5, 5, 5, 5, 5, 4, 4, 3, 3], OPENING = { from: 9 * 3600, to: 17 * 3600 };
const CALLS = livePast({ from: dayNumber(2026, 1, 5)!, days: 8 * 7, seed: "process", cv: 0.1, scenario: `
opening: { from: "09:00", to: "17:00" }
interval: 30m
contacts:
  calls: { volume: 300, profile: [3, 5, 7, 7, 7, 7, 6, 6, 6, 6, 5, 5, 4, 4, 3, 2], handleTime: { distribution: lognormal, mean: 4m, cv: 0.7 }, patience: { distribution: exponential, mean: 2m }, answerWithin: 20s, target: 80% }
groups: { team: { answers: [calls], agents: [${AGENTS.join(", ")}] } }
` });
const HALF_HOURS = toText(intervalRows(CALLS, 1800, OPENING, (i) => AGENTS[i])), SINGLE = toText(callRows(CALLS));

test("half hours become a scenario that runs, with a page and a table of what happened beside the simulation", async () => {
  const folder = temporaryFolder();
  write(folder, "half hours.csv", HALF_HOURS);
  const { code, stdout, stderr } = await callhall(["fit", "half hours.csv", "-o", "fitted.yaml", "--report", "page.html", "--test-from", "2026-02-16"], { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "wrote fitted.yaml\nwrote page.html\n" });
  for (const words of ["columns taken: date: column A (Date); time: column B (Interval); offered: column C (Calls Offered)", "Service level ", "Kept back: 10 days", "Same half hour last week", "patience from the file", "Next: callhall run fitted.yaml"]) expect(stdout).toContain(words);
  const scenario = parseScenario(readFileSync(join(folder, "fitted.yaml"), "utf8"), "fitted.yaml");
  expect(scenario.contacts.calls.answerWithin).toBe(20);
  expect(scenario.groups.team.agents).toEqual(AGENTS);
  const page = readFileSync(join(folder, "page.html"), "utf8");
  for (const words of ["lie in the 90% band", "of usual days lie where the fit has 90 of 100", "On 10 days kept back", "What was read and what was left out", "callhall fit 'half hours.csv'"]) expect(page).toContain(words.replaceAll("'", "&#39;"));
  const run = await callhall(["run", "fitted.yaml", "--days", "20", "--json"], { cwd: folder });
  expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: "" });
  const kind = Object.keys(scenario.calendar!.dayTypes)[0];
  for (const command of ["curve", "require"]) expect(await callhall([command, "fitted.yaml", "--day-type", kind, "--days", "20", ...(command === "require" ? ["--rule", "sipp-a"] : [])], { cwd: folder })).toMatchObject({ code: 0, stderr: "" });
});

test("single calls give laws, patience and redials, and no caller or agent leaves the importer", async () => {
  const folder = temporaryFolder();
  write(folder, "calls.csv", SINGLE);
  const { code, stdout, stderr } = await callhall(["fit", "calls.csv", "-o", "fitted.yaml", "--report", "page.html", "--json"], { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "wrote fitted.yaml\nwrote page.html\n" });
  const fitted = JSON.parse(stdout) as { readonly types: readonly { readonly handle: { readonly law: { readonly distribution: string } }; readonly patience: { readonly mean: { readonly value: number; readonly halfWidth: number } } }[]; readonly redials: object };
  expect(fitted.types[0].handle.law.distribution).toBe("lognormal");
  const { value, halfWidth } = fitted.types[0].patience.mean;
  expect(Math.abs(value - 120)).toBeLessThan(2 * halfWidth);
  expect(fitted.redials).toMatchObject({ window: 3600 });
  for (const text of [stdout, stderr, readFileSync(join(folder, "fitted.yaml"), "utf8"), readFileSync(join(folder, "page.html"), "utf8")]) expect(text).not.toMatch(/Agent \d|07700900\d{3}/);
});

test("counts alone need --handle; agents and the step may be told, and what is told or assumed is marked", async () => {
  const folder = temporaryFolder();
  write(folder, "counts.csv", ["DateTime,Calls", ...Array.from({ length: 15 * 96 }, (_, i) => `2026-09-${String(1 + Math.floor(i / 96)).padStart(2, "0")}T${String(9 + Math.floor((i % 96) / 12)).padStart(2, "0")}:${String(5 * (i % 12)).padStart(2, "0")}:00Z,${5 + ((i * 7) % 5)}`)].join("\n"));
  expect(await callhall(["fit", "counts.csv", "-o", "fitted.yaml"], { cwd: folder })).toEqual({ code: 2, stdout: "", stderr: "counts.csv: the file does not tell handle times: say what a contact takes with --handle, as in --handle 5m30s\n" });
  expect(existsSync(join(folder, "fitted.yaml"))).toBe(false);
  expect(await callhall(["fit", "counts.csv", "-o", "fitted.yaml", "--handle", "3m", "--agents", "12", "--interval", "15m", "--within", "1m", "--target", "90%"], { cwd: folder })).toMatchObject({ code: 0, stderr: "wrote fitted.yaml\n" });
  const text = readFileSync(join(folder, "fitted.yaml"), "utf8"), scenario = parseScenario(text);
  expect(scenario).toMatchObject({ interval: 900, contacts: { calls: { handleTime: { mean: 180 }, answerWithin: 60, target: 0.9 } } });
  expect(scenario.groups.team.agents).toEqual(new Array(32).fill(12));
  for (const words of ["# assumed: as told by --agents", "as told by --handle; assumed: lognormal", "patience:", "# How long callers wait before they hang up: assumed", "answerWithin: 1m # as told by --within", "target: 90% # as told by --target"]) expect(text).toContain(words);
  const wrong = await callhall(["fit", "counts.csv", "-o", "fitted.yaml", "--handle", "3", "--agents", "1.5", "--interval", "7m", "--test-from", "soon"], { cwd: folder });
  expect(wrong.code).toBe(2);
  expect(wrong.stderr.trim().split("\n").map((line) => line.split(" ")[0])).toEqual(["--handle", "--interval", "--agents", "--test-from"]);
});

test("months give a season, with everything else marked as assumed", async () => {
  const folder = temporaryFolder(), months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  write(folder, "council.csv", ["Customer services", "Month,Calls offered,Calls answered,Calls abandoned,Average wait (mm:ss)", ...months.map((month, i) => `${month}-24,"${(9000 + 300 * i).toLocaleString("en-GB")}","${(8100 + 300 * i).toLocaleString("en-GB")}",900,02:3${i % 10}`)].join("\n"));
  expect(await callhall(["fit", "council.csv", "-o", "fitted.yaml", "--handle", "5m", "--report", "page.html"], { cwd: folder })).toMatchObject({ code: 0, stderr: "wrote fitted.yaml\nwrote page.html\n" });
  const text = readFileSync(join(folder, "fitted.yaml"), "utf8");
  expect(text).toMatch(/season: { byMonth: \[(?:[\d.]+, ){11}[\d.]+\] } # January to December/);
  expect(text).toContain("# assumed: the usual shape of a day, since the file has no times of day");
  expect(readFileSync(join(folder, "page.html"), "utf8")).toContain("The busiest month is November"); // 12,000 calls on 21 working days, against 12,300 on 22 in December
  const scenario = parseScenario(text);
  expect(scenario.contacts.calls.patience).toMatchObject({ distribution: "exponential" });
  expect(await callhall(["run", "fitted.yaml", "--days", "3"], { cwd: folder })).toMatchObject({ code: 0, stderr: "" });
});

test("bad input is told by its row, with exit code 2 and nothing written", async () => {
  const folder = temporaryFolder();
  write(folder, "impossible.csv", "Date,Time,Calls Offered,Calls Answered\n01/09/2026,09:00,20,19\n01/09/2026,09:30,20,25\n");
  expect(await callhall(["fit", "impossible.csv", "-o", "fitted.yaml", "--handle", "3m"], { cwd: folder })).toEqual({ code: 2, stdout: "", stderr: "impossible.csv: row 3: more were answered or hung up than had been offered by then; correct it\n" });
  expect(await callhall(["fit", "none.csv", "-o", "fitted.yaml"], { cwd: folder })).toEqual({ code: 2, stdout: "", stderr: "none.csv: no such file or folder\n" });
  expect((await callhall(["fit", "impossible.csv", "-o", "impossible.csv"], { cwd: folder })).stderr).toContain("it would overwrite the export impossible.csv");
  expect(existsSync(join(folder, "fitted.yaml"))).toBe(false);
});
