// The notebooks in a real browser, without a network: their numbers are those of the commands that they name.

import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { buildNotebooks, notebooks } from "../../notebooks/build/buildNotebooks.ts";
import { keptOffline } from "../../notebooks/build/keptOffline.ts";
import { launchChromium } from "../browser/chromium.ts";
import { callhall, root, temporaryFolder, write } from "../cli/callhall.ts";
import { openPlanner as openPage, type Opened } from "./page.ts";
import { violations } from "./violations.ts";

let browser: Browser, folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "callhall-test-"));
  [, browser] = await Promise.all([buildNotebooks(folder, "error"), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a column of the page is called in the terminal, which is narrower. */
const IN_TERMINAL: Readonly<Record<string, string>> = { "Answered in time": "In time", "Hang up": "Abandoned", "Average speed of answer": "Answer after" };

const ESSAYS = ["how-many-agents.html", "longer-opening.html", "central-or-local.html"];

async function opened(notebook: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const found = await openPage(browser, { url: pathToFileURL(join(folder, notebook)).href }, options);
  onTestFinished(found.close);
  return found;
}

/** Few days, so that all is soon done. */
async function quick(notebook: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const found = await opened(notebook, options);
  await found.page.getByLabel("Simulated days").selectOption("200");
  await done(found.page);
  return found;
}

/** Wait until all answers are those of the inputs, of whose changes a notebook hears a moment later. */
async function done(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 100); }));
  await page.waitForFunction(() => [...document.querySelectorAll<HTMLElement>(".live")].every(({ dataset }) => dataset.state === "done"));
}

/** The rows of a table of the page, seen or folded away. */
const rowsOf = (table: Locator): Promise<string[][]> =>
  table.evaluate((element) => [...element.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => (cell.textContent ?? "").replace(/\s+/g, " ").trim())));

/** The rows that a command has printed under a head that begins so, cell by cell. */
function printedRows(stdout: string, head: string): string[][] {
  const lines = stdout.split("\n"), from = lines.findIndex((line) => line.startsWith(head)), rest = lines.slice(from + 1);
  return rest.slice(0, rest.indexOf("")).map((line) => line.trim().split(/ {2,}/));
}

/** What the command beneath an answer prints; a study's file is kept where the page says. */
async function printed(place: Locator): Promise<string> {
  expect(await place.locator(".wrong").allTextContents()).toEqual([]);
  const [, ...args] = (await place.locator(".command").textContent())!.trim().match(/'[^']*'|\S+/g)!.map((word) => word.replace(/^'(.*)'$/, "$1")), file = place.locator(".file"); // every answer has a command
  if (await file.count() > 0) {
    const at = temporaryFolder(), study = args[1].replace(/^.*\//, "");
    const text = (await file.textContent())!.replace("base: ../", "base: "); // beside its base, which cannot be in the folder above the one of a test
    for (const base of ["usual-day.yaml", "three-sites.yaml", "specialised-teams.yaml"]) write(at, base, readFileSync(join(root, "scenarios", base)));
    args[1] = write(at, study, text);
  }
  const ended = await callhall(args);
  expect(ended.stderr).toBe("");
  return ended.stdout;
}

test("each is one file below 1.5 MB that runs no script but its own", () => {
  expect(notebooks).toEqual([...ESSAYS, "index.html"].sort());
  for (const notebook of notebooks) {
    const path = join(folder, notebook), policy = /Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(path, "utf8"))?.[1] ?? "";
    expect(statSync(path).size).toBeLessThan(1_500_000);
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/=]+'; /);
  }
});

describe("the numbers are the command's", () => {
  test.each([["as it opens", async () => {}], ["after other inputs", async (page: Page) => {
    await page.getByLabel("Calls on the day", { exact: true }).fill("830");
    await page.getByLabel("Minutes a call takes, on average", { exact: true }).fill("4.25");
    await page.getByLabel("Callers hang up after, on average").selectOption("nobody hangs up");
  }]] as const)("how many agents, %s", async (_, change) => {
    const { page, complaints } = await quick("how-many-agents.html");
    await change(page);
    await done(page);
    for (const id of ["agents", "patience"]) {
      const place = page.locator(`#${id}`), stdout = await printed(place), first = id === "agents" ? "Agents" : "contacts.calls.patience.mean";
      const heads = stdout.split("\n").find((line) => line.startsWith(first))!.split(/ {2,}/), rows = printedRows(stdout, first); // the command has been checked to end well
      const [shown, columns] = [await rowsOf(place.locator("table")), (await place.locator("thead th").allTextContents()).map((head, i) => (i === 0 ? 0 : heads.indexOf(IN_TERMINAL[head] ?? head)))];
      expect(shown.length).toBeGreaterThan(5);
      expect(columns).not.toContain(-1);
      expect(shown).toEqual(rows.map((row) => columns.map((column) => row[column])));
    }
    const place = page.locator("#busiest"), rows = printedRows(await printed(place), "Agents");
    expect((await rowsOf(place.locator("table"))).map(([agents, inTime, , wait]) => [agents, inTime, wait])).toEqual(rows.map(([agents, inTime, , wait]) => [agents, inTime, wait]));
    expect(complaints).toEqual([]);
  });

  const studies: readonly (readonly [notebook: string, places: readonly string[], change: (page: Page) => Promise<unknown>])[] = [
    ["longer-opening.html", ["opening"], async (page) => {
      await page.getByLabel("and end at").selectOption("16:30");
      await page.getByLabel("They call again").selectOption("within the first two hours");
    }],
    ["central-or-local.html", ["sites", "skills"], async (page) => {
      await page.getByLabel("Local sites help after, seconds", { exact: true }).fill("10");
      await page.getByLabel("Generalists take longer, %", { exact: true }).fill("25");
    }],
  ];

  test.each(studies)("%s", async (notebook, places, change) => {
    const { page, complaints } = await opened(notebook);
    await page.getByLabel("Simulated days").selectOption("200");
    await change(page);
    await done(page);
    for (const id of places) {
      const place = page.locator(`#${id}`), stdout = await printed(place);
      const figures: string[][] = [];
      for (const table of await place.locator("details table").all()) {
        if (/Less the base/.test((await table.locator("thead").textContent()) ?? "")) figures.push(...await rowsOf(table));
      }
      const ways = new Set(figures.map(([way]) => way));
      const inTerminal = printedRows(stdout, "Measure").map((cells) => cells.slice(cells.findIndex((cell) => ways.has(cell))));
      expect(figures.map(([way, mean, less]) => [way, mean, less])).toEqual(inTerminal.map(([way, mean, less = ""]) => [way, mean, /^[+−\d]/.test(less) ? less.replace(/ (?:points|s|h)$/, "") : ""]));
      const held = await rowsOf(place.getByRole("table", { name: /^What it takes to hold/ }));
      expect(held.length).toBe(ways.size);
      expect(held).toEqual(printedRows(stdout, "To hold"));
      const even = stdout.split("\n").find((line) => / are equal \(| makes .* equal \(/.test(line))!;
      expect(((await place.textContent()) ?? "").replace(/\s+/g, " ")).toContain(even.replace(/\s+/g, " "));
    }
    expect(complaints).toEqual([]);
  });
});

describe("an answer follows its inputs", () => {
  test("it is marked as old at once, then refined from few days to all", async () => {
    const { page } = await quick("how-many-agents.html"), place = page.locator("#agents");
    await page.evaluate(() => {
      const seen: string[] = [], element = document.getElementById("agents")!; // it is in the notebook
      Object.assign(globalThis, { seen });
      new MutationObserver(() => seen.push(element.dataset.state ?? "")).observe(element, { attributes: true, attributeFilter: ["data-state"] });
    });
    await page.getByLabel("Simulated days").selectOption("1,000");
    await done(page);
    expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual(["old", "refining", "done"]);
    await expect(place.locator(".certainty").textContent()).resolves.toMatch(/^1,000 simulated days/);
  });

  test("what is out of range is said at the control, and changes nothing", async () => {
    const { page } = await quick("how-many-agents.html"), control = page.getByLabel("Calls on the day", { exact: true }), command = page.locator("#agents .command");
    await control.fill("7000");
    expect(await page.getByRole("alert").filter({ hasText: "from 100 to 1500, in steps of 10" }).count()).toBe(1);
    expect(await control.getAttribute("aria-invalid")).toBe("true");
    await done(page);
    expect(await command.textContent()).toContain("volume=600 ");
    await control.fill("700");
    await done(page);
    expect(await page.getByRole("alert").filter({ hasText: "from" }).count()).toBe(0);
    expect(await command.textContent()).toContain("volume=700 ");
  });
});

describe("for everybody", () => {
  test.each([["index.html", {}], ["how-many-agents.html", {}], ["longer-opening.html", { colorScheme: "dark" }], ["central-or-local.html", { viewport: { width: 390, height: 844 } }]] as const)("axe finds nothing against %s", async (notebook, options) => {
    const { page } = notebook === "index.html" ? await opened(notebook, options) : await quick(notebook, options);
    await page.evaluate(() => { for (const details of document.querySelectorAll("details")) details.open = true; });
    expect(await violations(page)).toEqual([]);
    for (const [width, media] of [[390, "screen"], [320, "screen"], [718, "print"]] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ media });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${width} pixels`).toBe(0);
    }
  });
});

test("from a server they lead to each other, and ask for nothing else", async () => {
  const asked: string[] = [], server = createServer(({ url }, response) => {
    asked.push(url ?? "");
    response.setHeader("content-type", "text/html; charset=utf-8").end(readFileSync(join(folder, url ?? "")));
  });
  onTestFinished(() => new Promise<void>((resolve) => { server.close(() => resolve()); }));
  await new Promise<void>((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  const address = server.address(), page = await browser.newPage();
  onTestFinished(() => page.close());
  await page.goto(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/index.html`);
  await page.getByRole("link", { name: "Longer opening" }).click();
  await page.getByLabel("Simulated days").selectOption("200");
  await done(page);
  await page.getByRole("link", { name: "callhall notebooks" }).click();
  expect(await page.title()).toBe("Notebooks · callhall");
  expect(asked).toEqual(["/index.html", "/longer-opening.html", "/index.html"]);
});

test.each([
  ["import", 'import "https://example.org/library.js";', "imports https://example.org/library.js, which is not on this machine"],
  ["later import", 'export const later = () => import("//example.org/library.js");', "imports //example.org/library.js, which is not on this machine"],
  ["style", 'document.body.append("@import url(https://example.org/style.css)", `<link rel=stylesheet href="https://example.org/style.css">`);', "would load something remote: <link"],
])("a build with a remote %s fails", async (_, text, problem) => {
  const at = temporaryFolder(), input = write(at, "notebook.js", text);
  await expect(build({ configFile: false, root: at, logLevel: "silent", plugins: [keptOffline()], build: { rolldownOptions: { input }, minify: false } })).rejects.toThrow(problem);
});
