// The library, bundled for the browser, gives the same bits in Chromium as in Node: every shipped scenario, and what none of them has.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { build, type Rolldown } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as library from "../../sim/index.ts";
import { callhall, root, shipped, shippedText, temporaryFolder, write } from "../cli/callhall.ts";
import { launchChromium } from "./chromium.ts";

const SEED = "bits", DAYS = 64, RUNS = 9; // two blocks, of days or of runs of a calendar, so that joining them is compared too

let browser: Browser, page: Page, bundle: string;

beforeAll(async () => {
  bundle = await bundled();
  browser = await launchChromium();
  page = await browser.newPage();
  await page.setContent("<!doctype html><title>callhall</title>");
  await page.addScriptTag({ content: bundle });
});
afterAll(async () => browser?.close());

/** The library as one script that leaves `callhall` in the page. */
async function bundled(): Promise<string> {
  const lib = { entry: join(root, "sim/index.ts"), formats: ["iife" as const], name: "callhall" };
  const output = await build({ configFile: false, root, logLevel: "warn", build: { lib, write: false, target: "es2022" } }) as Rolldown.RolldownOutput[];
  const [{ output: chunks }] = output;
  expect(chunks).toHaveLength(1);
  return chunks[0].code;
}

/** The texts that a scenario may need, by name: itself, what it extends, and columns beside it. */
function textsIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => /\.(yaml|csv)$/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** What the command line prints, typed in the scenario's folder. Without days, the scenario decides. */
async function inNode(folder: string, file: string, days?: number): Promise<string> {
  const ended = await callhall(["run", file, ...(days === undefined ? [] : ["--days", String(days)]), "--seed", SEED, "--json"], { cwd: folder });
  expect(ended).toMatchObject({ code: 0 });
  return ended.stdout;
}

/** The same document, from the page, which has no files but these texts. */
async function inChromium(folder: string, file: string, days?: number): Promise<string> {
  const json = await page.evaluate(({ texts, file, seed, days }) => {
    const { parseScenario, simulate, simulateCalendar, simulateWeek } = (globalThis as unknown as { callhall: typeof library }).callhall;
    const readBase: library.ReadBase = (path) => (path in texts ? { file: path, text: texts[path] } : { refused: `there is no ${path}` });
    // Plain sheets only, their heads in the first row; what else a planner's sheet may hold is the command line's to read, and its tests'.
    const readColumn: NonNullable<library.ParseOptions["readColumn"]> = (wanted) => {
      const [heads, ...rows] = (texts[wanted.file] ?? "").trim().split(/\r?\n/).map((line) => line.split(",").map((cell) => cell.trim()));
      const place = heads.findIndex((head) => head.toLowerCase() === wanted.column.toLowerCase());
      const cells = rows.flatMap((row, i) => (/^(total.*)?$/i.test(row[0]) ? [] : [{ row: i + 2, number: Number(row[place]), shown: row[place] }]));
      return place < 0 ? { key: "column", refused: "there is no such column" } : { sheet: wanted.file, column: wanted.column, cells };
    };
    const scenario = parseScenario(texts[file], file, { readBase, readColumn });
    const whole = scenario.calendar === undefined ? simulate : scenario.calendar.dates === undefined ? simulateWeek : simulateCalendar;
    return JSON.stringify(whole(scenario, { days, seed }), null, 2);
  }, { texts: textsIn(folder), file, seed: SEED, days });
  return `${json}\n`;
}

test("the bundle is one script that needs nothing of Node", () => {
  expect(bundle).not.toMatch(/["'`]node:|\brequire\(|__vite-browser-external|\bprocess\.(?!env\b)/);
  expect(bundle).not.toMatch(/\bimport\b\s*[("{*]/);
});

describe("Node and Chromium give the same bits", () => {
  // Between them they use every key and every law: test/scenario/library.test.ts says so.
  const library = shipped("");
  const files = readdirSync(library).filter((name) => name.endsWith(".yaml"));

  test.each(files)("%s", async (file) => {
    const days = /^ *from: 20/m.test(shippedText(file)) || file.startsWith("year-") ? RUNS : DAYS;
    expect(await inChromium(library, file, days)).toBe(await inNode(library, file, days));
  });

  const lunches = "lunches-and-lines.yaml", times = "distribution: lognormal, mean: 5m30s, cv: 0.8";
  test.each([
    ["impatient callers by a Weibull law", shippedText(lunches, ["patience: { distribution: exponential, mean: 3m }", "patience: { distribution: weibull, shape: 0.7, scale: 3m }"])],
    ["gamma times that vary more than exponential ones", shippedText(lunches, [times, "distribution: gamma, mean: 5m30s, cv: 1.4"])],
    ["gamma times that vary less", shippedText(lunches, [times, "distribution: gamma, mean: 5m30s, cv: 0.8"])],
    ["so many agents that those in service stand in a calendar", shippedText("usual-day.yaml", ["volume: 600", "volume: 6000"], ["early: 4, middle: 4, late: 3", "early: 40, middle: 40, late: 30"])],
  ])("%s", async (_, text) => {
    const folder = temporaryFolder();
    write(folder, "day.yaml", text);
    expect(await inChromium(folder, "day.yaml", DAYS)).toBe(await inNode(folder, "day.yaml", DAYS));
  });

  test("a run that stops by itself stops on the same day", async () => {
    const folder = temporaryFolder();
    write(folder, "day.yaml", shippedText(lunches, ["serviceLevel: 0.5 points", "serviceLevel: 1 points"]));
    const printed = await inNode(folder, "day.yaml");
    expect(await inChromium(folder, "day.yaml")).toBe(printed);
    const { days } = JSON.parse(printed) as { days: number };
    expect(days).toBeGreaterThan(512);
    expect(days).toBeLessThan(10_000);
  });
});
