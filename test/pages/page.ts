// The planner page, built as `npm run build:pages` builds it, and opened from the disk or from a server.

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Download, Page } from "playwright-core";
import readSheets from "read-excel-file/node";
import { packed } from "../../notebooks/planner/link.ts";
import { readPlan } from "../../notebooks/planner/plan.ts";
import { shippedText } from "../cli/callhall.ts";
import { PLANNER } from "./build.ts";

/** From the disk. */
export const onDisk = { url: pathToFileURL(PLANNER).href } as const;

/** What follows the # for a scenario of the library with fewer days, so that a page of many tests has its numbers soon. */
export async function linkTo(file: string, days: number, ...changes: Parameters<typeof shippedText> extends [string, ...infer Changes] ? Changes : never): Promise<string> {
  const text = shippedText(file, ...changes).replace(/^days:.*\n/m, "");
  return `#${await packed(`${text.trimEnd()}\ndays: ${days}\n`)}`;
}

/** The same for all dates of a calendar, so many runs of them. */
export async function linkToCalendar(file: string, runs: number, ...changes: Parameters<typeof shippedText> extends [string, ...infer Changes] ? Changes : never): Promise<string> {
  const { text } = readPlan(shippedText(file, ...changes), file, { readBase: (path) => ({ file: path, text: shippedText(path) }) });
  return `#${await packed(text.replace(/^days:.*\n/m, `days: ${runs}\n`))}`;
}

export interface Opened {
  readonly page: Page;
  /** Whatever the page asked for beyond itself, and whatever the browser complained about. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

/** @param options a page from the disk needs no network, and gets none unless these say so @param hash what follows the # */
export async function openPlanner(browser: Browser, { url }: { readonly url: string }, options: BrowserContextOptions = {}, hash = ""): Promise<Opened> {
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

/** Wait until all runs of the calendar as it is now are simulated, and its pictures are drawn. */
export async function calendarRested(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const runs = document.querySelector(".certainty")?.textContent ?? "", pictures = document.querySelectorAll(".picture").length;
    return /runs? of the calendar$/.test(runs) && document.querySelector(".answer.stale") === null && pictures > 3 && document.querySelector(".picture .updating") === null;
  });
}

/** Wait until the open study has its answer, and all its rows are of that. */
export async function compared(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector(".certainty")?.textContent.endsWith("interval of the simulation.") && document.querySelector(".ways small.better") !== null && document.querySelector(".stale, [aria-busy=true]") === null);
}

/** Wait until curve and requirements are those of the plan too. */
export async function studied(page: Page): Promise<void> {
  await rested(page);
  await page.waitForFunction(() => document.querySelectorAll(".picture").length === 6 && document.querySelector(".picture.stale") === null
    && !document.querySelector(".pictures")?.textContent.includes("as soon as the plan rests") && [...document.querySelectorAll(".picture .chart")].length === 6);
}

/** What a click on a button of the download menu saves. */
export async function downloaded(page: Page, button: string): Promise<{ readonly name: string; readonly text: string }> {
  if (await page.locator("details.menu").getAttribute("open") === null) await page.getByText("Download", { exact: true }).click();
  const [download]: [Download, unknown] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "latin1") };
}

/** The cells of a workbook, sheet by sheet. */
export const sheetsIn = async (bytes: string) => (await readSheets(Buffer.from(bytes, "latin1"))).map(({ sheet, data }) => [sheet, JSON.stringify(data)]);

/** Plot shifts lines by half a pixel where the screen has coarse ones, and in Node never. */
export const still = (markup: string) => markup.replace(/ transform="translate\([^"]*"/g, "");
