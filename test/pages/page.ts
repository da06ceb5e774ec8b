// The planner page, built as `npm run build:pages` builds it, and opened from the disk.

import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Download, Page } from "playwright-core";
import { build } from "vite";
import { root } from "../cli/callhall.ts";

export interface Built {
  /** Of the one file. */
  readonly path: string;
  readonly url: string;
  readonly remove: () => void;
}

export async function buildPlanner(): Promise<Built> {
  const outDir = mkdtempSync(join(tmpdir(), "callhall-test-")), path = join(outDir, "planner.html");
  await build({ configFile: join(root, "notebooks/vite.config.ts"), configLoader: "runner", logLevel: "error", build: { outDir } });
  return { path, url: pathToFileURL(path).href, remove: () => rmSync(outDir, { recursive: true, force: true }) };
}

export interface Opened {
  readonly page: Page;
  /** Whatever the page asked for beyond itself, and whatever the browser complained about. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

/** @param hash what follows the # */
export async function openPlanner(browser: Browser, { url }: Built, options: BrowserContextOptions = {}, hash = ""): Promise<Opened> {
  const context = await browser.newContext({ offline: true, viewport: { width: 1360, height: 850 }, ...options }), page = await context.newPage(), complaints: string[] = [];
  page.on("request", (request) => { if (!request.url().startsWith(url) && !/^(?:blob|data):/.test(request.url())) complaints.push(`asked for ${request.url()}`); });
  page.on("console", (message) => complaints.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  await page.goto(`${url}${hash}`);
  return { page, complaints, close: () => context.close() };
}

/** Wait until all days of the plan as it is now are simulated. */
export async function rested(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const days = document.querySelector(".certainty")?.textContent ?? "";
    return /simulated days?$/.test(days) && document.querySelector(".answer.stale") === null;
  });
}

/** Wait until curve and requirements are those of the plan too. */
export async function studied(page: Page): Promise<void> {
  await rested(page);
  await page.waitForFunction(() => document.querySelectorAll(".picture").length === 6 && document.querySelector(".picture.stale") === null && [...document.querySelectorAll(".picture .chart")].length === 6);
}

/** What a click on a button of the download menu saves. */
export async function downloaded(page: Page, button: string): Promise<{ readonly name: string; readonly text: string }> {
  if (await page.locator("details.menu").getAttribute("open") === null) await page.getByText("Download", { exact: true }).click();
  const [download]: [Download, unknown] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "latin1") };
}
