import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { expect, test } from "vitest";
import type { CalendarCurve } from "../../sim/study/calendarCurve.ts";
import { callhall, shipped, temporaryFolder } from "./callhall.ts";

const few = ["curve", shipped("month.yaml"), "--vary", "agents=10..12", "--days", "24"];

test("a curve over a calendar says how many agents make a missed month rare, in the same bytes with one and three workers", async () => {
  const [{ code, stdout, stderr }, one, three] = await Promise.all([callhall(few), callhall([...few, "--json", "--workers", "1"]), callhall([...few, "--json", "--workers", "3"])]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^A month: .*missed period/);
  expect(stdout).toContain('all dates from 2026-09-01 to 2026-09-30 simulated 24 times at each of 3 points, the same callers at all, seed "1"');
  expect(three).toEqual(one);
  const { points } = JSON.parse(one.stdout) as CalendarCurve;
  expect(points.map(({ at }) => at[0])).toEqual([10, 11, 12]);
});

test("its files are all written, and hold the same numbers", async () => {
  const folder = temporaryFolder(), at = (name: string) => join(folder, name);
  const { code, stdout } = await callhall([...few, "--json", "--csv", at("csv"), "--xlsx", at("curve.xlsx"), "--report", at("curve.html"), "--svg", at("svg")]);
  expect(code).toBe(0);
  const { points } = JSON.parse(stdout) as CalendarCurve, { data: rows } = Papa.parse<Record<string, string>>(readFileSync(at("csv/curve.csv"), "utf8"), { header: true, skipEmptyLines: true });
  expect(rows.map((row) => [Number(row.agents), Number(row["both councils_missed"])])).toEqual(points.map(({ at: [agents], agreements }) => [agents, agreements["both councils"].missed.mean]));
  const page = readFileSync(at("curve.html"), "utf8");
  expect(page).toContain("Every point in figures");
  expect(page).not.toMatch(/<script|src="http|NaN|undefined/);
  for (const name of ["curve.xlsx", "svg/a-month-curve-missed.svg", "svg/a-month-curve-level.svg"]) expect(existsSync(at(name))).toBe(true);
});

test("a map of a calendar, and a week's curve, are refused with what to do", async () => {
  const map = await callhall([...few, "--vary", "contacts.calls.volume=600..700/100"]), week = await callhall(["curve", shipped("week.yaml")]);
  expect(map).toMatchObject({ code: 2, stdout: "" });
  expect(map.stderr).toContain("--vary may be given once for a calendar of dates");
  expect(week.stderr).toContain("makes this a week of several kinds of day: say which one with --day-type usual or --day-type midweek or --day-type saturday");
});
