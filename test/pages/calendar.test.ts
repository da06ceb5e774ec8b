// The planner page with all dates of a calendar as the plan.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { callhall, temporaryFolder, write } from "../cli/callhall.ts";
import { calendarRested, downloaded, linkToCalendar, onDisk, openPlanner, rested, sheetsIn, still } from "./page.ts";

const RUNS = 24; // three blocks

let browser: Browser, month: string;
beforeAll(async () => { [month, browser] = await Promise.all([linkToCalendar("month.yaml", RUNS), launchChromium()]); });
afterAll(async () => browser?.close());

const inPage = async (page: Page) => (await downloaded(page, "Everything, for programs")).text;
const kindOfDay = (page: Page) => page.getByLabel("Kind of day");
const volume = (page: Page) => page.getByLabel(/^Calls a day/).first();

/** As downloads are read. */
const bytes = (text: string) => Buffer.from(text).toString("latin1");

/** The page's plan in a folder of its own, and what the command makes of it. */
async function commanded(page: Page, ...args: readonly string[]): Promise<{ readonly folder: string; readonly stdout: string }> {
  const folder = temporaryFolder(), plan = await downloaded(page, "The plan, for the command line");
  write(folder, plan.name, Buffer.from(plan.text, "latin1"));
  const ended = await callhall(["run", plan.name, ...args], { cwd: folder });
  expect(ended).toMatchObject({ code: 0 });
  return { folder, stdout: bytes(ended.stdout) };
}

test("a calendar opens with all its dates, and what is saved is what the command line writes, to the byte", async () => {
  const { page, complaints, close } = await openPlanner(browser, onDisk, {}, month);
  await calendarRested(page);
  expect(await kindOfDay(page).locator("option").allInnerTexts()).toEqual(["All dates: 1 Sep 2026 to 30 Sep 2026", "usual: Mon, Tue, Wed, Thu, Fri", "peak: on some dates"]);
  const { folder, stdout } = await commanded(page, "--json", "--csv", "csv", "--svg", "svg", "--report", "report.html", "--xlsx", "all.xlsx"), file = (...path: string[]) => readFileSync(join(folder, ...path), "latin1");
  expect(await inPage(page)).toBe(stdout);
  const said = (pattern: RegExp) => pattern.exec(readFileSync(join(folder, "report.html"), "utf8"))?.[1].replace(/<[^>]+>/g, "") ?? "";
  expect(said(/<h1>(.*?)<\/h1>/).toLowerCase()).toBe(`a month: ${(await page.locator("h1").innerText()).slice(0, -1)}`.toLowerCase());
  expect(said(/<p class="lead">(.*?)<\/p>/)).toContain(await page.locator(".lead").innerText());
  const names: Readonly<Record<string, string>> = { calendar: "months, weeks and kinds of day" }, tables = readdirSync(join(folder, "csv")).map((name) => name.replace(".csv", ""));
  expect(tables).toEqual(["agreements", "calendar", "contacts", "dates", "days", "groups"]);
  for (const table of tables) expect((await downloaded(page, `Table of ${names[table] ?? table} (CSV)`)).text, table).toBe(file("csv", `${table}.csv`));
  expect(await sheetsIn((await downloaded(page, "All tables")).text)).toEqual(await sheetsIn(file("all.xlsx")));
  expect(still((await downloaded(page, "The report")).text)).toBe(still(file("report.html")));
  const pictures = readdirSync(join(folder, "svg")).map((name) => name.replace(".svg", "")).sort();
  await page.waitForFunction((count) => document.querySelectorAll("#picture option").length === count, pictures.length);
  expect((await page.locator("#picture option").allInnerTexts()).sort()).toEqual(pictures);
  expect(pictures[0]).toBe("a-month-calendar-credits");
  await page.locator("#picture").selectOption(pictures[0]);
  expect(still((await downloaded(page, "SVG")).text)).toBe(still(file("svg", `${pictures[0]}.svg`)));
  expect(complaints).toEqual([]);
  await close();
});

test("the form changes all kinds of day but those that have values of their own, which it names; each is planned by itself too; the link holds all dates", async () => {
  const year = await linkToCalendar("year.yaml", 8), { page, complaints, close } = await openPlanner(browser, onDisk, {}, year);
  await calendarRested(page);
  const before = await inPage(page), offered = (json: string, kind: string) => (JSON.parse(json) as { dayTypes: Record<string, { total: { offered: { mean: number; halfWidth: number } } }> }).dayTypes[kind].total.offered;
  expect(await page.locator(".controls label small", { hasText: "own" }).allInnerTexts()).toEqual(["before the season’s factors; peak and saturday have their own"]);
  expect(await page.locator(".own").allInnerTexts()).toEqual(["When they come: saturday has its own.", "Lines open: saturday has its own.", "Shifts: saturday has its own.", "Generic: saturday has its own.", "Pay: saturday has its own."]);
  await volume(page).fill("540"); // nine tenths
  await volume(page).press("Enter");
  await page.getByRole("button", { name: "generic, early: one more" }).click();
  await calendarRested(page);
  const after = await inPage(page), { folder, stdout } = await commanded(page, "--json");
  expect(after).toBe(stdout);
  expect(Math.abs(offered(after, "usual").mean - 0.9 * offered(before, "usual").mean)).toBeLessThan(2 * offered(before, "usual").halfWidth);
  expect([offered(after, "peak"), offered(after, "saturday")]).toEqual([offered(before, "peak"), offered(before, "saturday")]);
  await page.waitForFunction((was) => location.hash !== was, year);
  const other = await openPlanner(browser, onDisk, {}, await page.evaluate(() => location.hash));
  await calendarRested(other.page);
  expect(await kindOfDay(other.page).locator("option:checked").innerText()).toBe("All dates: 1 Sep 2026 to 31 Aug 2027");
  expect(await inPage(other.page)).toBe(after);
  await kindOfDay(page).selectOption("usual");
  await rested(page);
  expect(await inPage(page)).toBe(bytes((await callhall(["run", "my-plan.yaml", "--day-type", "usual", "--json"], { cwd: folder })).stdout));
  expect(await page.getByRole("button", { name: "Pin this" }).count()).toBe(1);
  await kindOfDay(page).selectOption({ index: 0 });
  await calendarRested(page);
  expect(await inPage(page)).toBe(after);
  expect(await page.getByRole("button", { name: "Pin this" }).count()).toBe(0);
  await page.getByRole("button", { name: "Undo" }).click();
  expect(await kindOfDay(page).inputValue()).toBe("usual");
  expect([...complaints, ...other.complaints]).toEqual([]);
  await Promise.all([close(), other.close()]);
});

test("the numbers grow more certain run by run; of an older plan they are marked from the moment of the change, and never come back", async () => {
  const { page, complaints, close } = await openPlanner(browser, onDisk, {}, await linkToCalendar("month.yaml", 4000));
  await page.waitForFunction(() => / runs of the calendar so far$/.test(document.querySelector(".certainty")?.textContent ?? ""));
  const seen = await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); }), said = () => document.querySelector(".certainty")?.textContent ?? "", lead = () => document.querySelector(".lead")?.textContent ?? "";
    const steps: string[] = [], until = async (is: () => boolean) => { while (!is()) { if (steps.at(-1) !== said()) steps.push(said()); await frame(); } };
    await until(() => steps.length > 3);
    const slider = document.querySelector<HTMLInputElement>('input[aria-label="Calls a day, slider"]')!; // the page has it
    slider.value = "900";
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await Promise.resolve();
    const old = lead(), atOnce = { answer: document.querySelectorAll(".answer.stale .updating").length, unmarked: document.querySelectorAll(".picture:not(.stale)").length };
    await until(() => document.querySelector(".answer.stale") === null);
    const runs = () => Number(/([\d,]+) runs/.exec(said())?.[1].replace(",", "")), first = { runs: runs(), lead: lead() }, all: string[] = [];
    await until(() => {
      all.push(document.querySelector(".answer.stale") === null ? lead() : old);
      return runs() >= 256;
    });
    return { steps, old, atOnce, first, all };
  });
  const halves = seen.steps.slice(0, 4).map((step) => Number(/± ([\d.]+) points/.exec(step)?.[1])), runs = seen.steps.slice(0, 4).map((step) => Number(/([\d,]+) runs/.exec(step)?.[1].replace(",", "")));
  expect(runs[3]).toBeGreaterThanOrEqual(8 * runs[0]);
  expect(halves[3]).toBeLessThan(halves[0]);
  expect(seen.atOnce).toEqual({ answer: 1, unmarked: 0 });
  expect(seen.first.runs).toBeLessThanOrEqual(16); // after the first block, or the second
  expect(/([\d,]+) \(± \d+\) contacts/.exec(seen.first.lead)?.[1]).toMatch(/^(19|20),/); // 22 days, of which two have 1,000
  expect(seen.all).not.toContain(seen.old);
  expect(complaints).toEqual([]);
  await close();
});

test("what a change would break in another kind of day is said where it is made, and the plan stays", async () => {
  const ofItsOwn = `peak: { groups: { generic: { shifts: { late: 5 } } }, contacts: { calls: { profile: [${Array.from({ length: 19 }, () => 1).join(", ")}], volume`;
  const { page, complaints, close } = await openPlanner(browser, onDisk, {}, await linkToCalendar("month.yaml", RUNS, ["peak: { contacts: { calls: { volume", ofItsOwn]));
  await calendarRested(page);
  const text = (await downloaded(page, "The plan, for the command line")).text, said = async () => page.getByRole("alert").innerText();
  expect(await page.locator(".own").allInnerTexts()).toEqual(["When they come: peak has its own.", "Generic: peak has its own."]);
  await page.getByLabel("To", { exact: true }).selectOption("17:00");
  expect(await said()).toContain("calendar.dayTypes.peak.contacts.calls.profile must");
  await page.getByLabel("To", { exact: true }).selectOption("17:30");
  expect(await page.getByLabel("To", { exact: true }).inputValue()).toBe(String(18 * 3600));
  await page.getByRole("button", { name: "Remove the shift late" }).click();
  expect(await page.locator(".controls").innerText()).toContain("calendar.dayTypes.peak.groups.generic.shifts.late there is no such shift");
  await page.getByLabel("Runs of the calendar").fill("100000");
  await page.keyboard.press("Enter");
  expect(await page.locator(".controls").innerText()).toContain("must be at most 65,536: so many times all dates of a calendar can be simulated");
  expect((await downloaded(page, "The plan, for the command line")).text).toBe(text);
  expect(complaints).toEqual([]);
  await close();
});
