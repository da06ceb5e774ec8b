// The planner page in a real browser, from the disk, without a network.

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import readSheets from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { callhall, shippedText, temporaryFolder, write } from "../cli/callhall.ts";
import { buildPlanner, downloaded, openPlanner, rested, studied, type Built } from "./page.ts";

let browser: Browser, built: Built;
beforeAll(async () => { [built, browser] = await Promise.all([buildPlanner(), launchChromium()]); });
afterAll(async () => {
  await browser?.close();
  built?.remove();
});

const level = (page: Page) => page.locator(".card .big").innerText();

/** What the page has simulated, as the command line would print it. */
async function inPage(page: Page): Promise<string> {
  return (await downloaded(page, "Everything, for programs")).text;
}

/** What the command line prints for the plan that the page hands out. */
async function inNode(page: Page): Promise<string> {
  const folder = temporaryFolder(), { name, text } = await downloaded(page, "The plan, for the command line");
  write(folder, name, Buffer.from(text, "latin1"));
  const ended = await callhall(["run", name, "--json"], { cwd: folder });
  expect(ended).toMatchObject({ code: 0 });
  return ended.stdout;
}

test("the page is one file below 1.5 MB that runs no script but its own and asks for nothing", async () => {
  expect(statSync(built.path).size).toBeLessThan(1_500_000);
  const text = readFileSync(built.path, "utf8"), policy = /Content-Security-Policy" content="([^"]+)"/.exec(text)?.[1] ?? "";
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/=]+'; /);
  expect(policy).not.toMatch(/unsafe-eval|https?:|script-src[^;]*unsafe-inline/);
  const { page, complaints, close } = await openPlanner(browser, built);
  await studied(page);
  expect(await page.locator("h1").innerText()).toBe("The 80% target is met on average, but missed on 10 days in 100.");
  expect(complaints).toEqual([]);
  await close();
});

describe("the numbers are the command line's, to the last bit", () => {
  test.each(["usual-day.yaml", "peak-day.yaml", "specialised-teams.yaml", "lunches-and-lines.yaml", "counted-day.yaml"])("%s", async (file) => {
    const { page, complaints, close } = await openPlanner(browser, built);
    await page.locator("#library").selectOption(file);
    await rested(page);
    expect(await inPage(page)).toBe(await inNode(page));
    expect(complaints).toEqual([]);
    await close();
  });

  test("after a change, and whatever was simulated before", async () => {
    const { page, close } = await openPlanner(browser, built);
    const volume = page.getByLabel("Calls on the day", { exact: true });
    for (const typed of ["900", "640", "720"]) {
      await volume.fill(typed);
      await volume.press("Enter");
    }
    await rested(page);
    const json = await inPage(page);
    expect((JSON.parse(json) as { total: { offered: { mean: number } } }).total.offered.mean).toBeCloseTo(720, -1);
    expect(json).toBe(await inNode(page));
    await close();
  });
});

describe("the form changes the plan, and with it the numbers", () => {
  const cases: readonly (readonly [what: string, does: (page: Page) => Promise<void>, written: RegExp])[] = [
    ["a typed number", async (page) => { await page.getByLabel("Calls on the day", { exact: true }).fill("1,000"); await page.keyboard.press("Enter"); }, /volume: 1000\n/],
    ["a slider", async (page) => { await page.getByLabel("Calls on the day, slider").focus(); for (let i = 0; i < 5; i++) await page.keyboard.press("PageUp"); }, /volume: (?!600)\d+\n/],
    ["a length of time as people write it", async (page) => { await page.getByLabel(/^Time per contact/).first().fill("6:30"); await page.keyboard.press("Enter"); }, /handleTime: \{ distribution: exponential, mean: 6m30s \}/],
    ["nobody hanging up", async (page) => page.getByLabel("Nobody hangs up").check(), /patience: never/],
    ["other hours", async (page) => { await page.getByLabel("To", { exact: true }).selectOption("17:00"); }, /to: "17:00" \}[\s\S]*late: \{ from: "10:00", to: "17:00" \}/],
    ["one agent more", async (page) => page.getByRole("button", { name: "generic, early: one more" }).click(), /shifts: \{ early: 5, middle: 4, late: 3 \}/],
    ["a break", async (page) => { await page.getByLabel("early: break").selectOption("30m"); }, /early:[\s\S]*breaks: \[ \{ for: 30m, between: \[ "?12:00"?, "?14:00"? \] \} \]/],
    ["another target", async (page) => { await page.getByLabel("within", { exact: true }).fill("60s"); await page.keyboard.press("Enter"); }, /answerWithin: 1m\n|answerWithin: 60s\n/],
    ["another shape", async (page) => { await page.getByLabel("Shape of the day").selectOption("Even all day"); }, /profile: \[ 10, 10, 10/],
    ["a pasted column", async (page) => {
      await page.getByText("Paste a column").click();
      await page.locator("#pasted").fill(Array.from({ length: 19 }, (_, i) => `8:${i}0\t${40 + i}`).join("\n"));
      await page.getByRole("button", { name: "Use these numbers" }).click();
    }, /volume: 931\n[\s\S]*profile: \[ 40, 41, 42/],
    ["a dragged bar", async (page) => {
      const box = (await page.locator(".bars").boundingBox())!; // it is on the page
      await page.mouse.move(box.x + 5, box.y + 60);
      await page.mouse.down();
      await page.mouse.move(box.x + 5, box.y + 8, { steps: 4 });
      await page.mouse.up();
    }, /profile: \[ (?!31\.2)[\d.]+, 44\.4, 48/],
  ];

  test.each(cases)("%s", async (_, does, written) => {
    const { page, complaints, close } = await openPlanner(browser, built);
    await rested(page);
    const before = await level(page), text = (await downloaded(page, "The plan, for the command line")).text;
    await page.keyboard.press("Escape");
    await does(page);
    await rested(page);
    expect((await downloaded(page, "The plan, for the command line")).text).toMatch(written);
    expect(await level(page)).not.toBe(before);
    const undo = page.getByRole("button", { name: "Undo" });
    while (await undo.isEnabled()) await undo.click(); // a slider moved by keys has a step back for each of them
    await rested(page);
    expect((await downloaded(page, "The plan, for the command line")).text).toBe(text);
    expect(await level(page)).toBe(before);
    expect(complaints).toEqual([]);
    await close();
  });

  test("what is wrong is said at the field, in words, and nothing is changed", async () => {
    const { page, close } = await openPlanner(browser, built);
    await rested(page);
    const before = await level(page), field = page.getByLabel("Calls on the day", { exact: true });
    await field.fill("lots");
    await field.press("Enter");
    expect(await page.getByRole("alert").innerText()).toContain("must be a number of contacts a day");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await level(page)).toBe(before);
    await close();
  });
});

test("a pinned plan and a changed one are compared on the same callers", async () => {
  const { page, close } = await openPlanner(browser, built);
  await rested(page);
  await page.getByRole("button", { name: "Pin this" }).click();
  await page.getByRole("button", { name: "generic, early: one more" }).click();
  await rested(page);
  const comparison = page.locator(".comparison");
  expect(await comparison.innerText()).toContain("on the same callers, 2,000 days each");
  const row = (await comparison.locator("tbody tr").first().innerText()).split("\t");
  const half = (cell: string) => Number(/± ([\d.]+)/.exec(cell)?.[1]);
  expect(half(row[3])).toBeLessThanOrEqual(half(row[1])); // pairing pays
  expect(row[4]).toBe("surely better");
  await page.getByRole("button", { name: "Swap" }).click();
  await rested(page);
  expect((await comparison.locator("tbody tr").first().innerText()).split("\t")[4]).toBe("surely worse");
  await close();
});

describe("a link", () => {
  test("holds the whole plan", async () => {
    const { page, close } = await openPlanner(browser, built);
    await page.getByLabel("Calls on the day", { exact: true }).fill("777");
    await page.keyboard.press("Enter");
    await rested(page);
    await page.waitForFunction(() => location.hash.length > 20);
    const hash = await page.evaluate(() => location.hash), json = await inPage(page), other = await openPlanner(browser, built, {}, hash);
    await rested(other.page);
    expect(await inPage(other.page)).toBe(json);
    expect(other.complaints).toEqual([]);
    await Promise.all([close(), other.close()]);
  });

  test.each(["#plan=%%%", "#plan=abc", "#plan=K0ktLgEA"])("that is broken (%s) is told in words, beside a plan", async (hash) => {
    const { page, complaints, close } = await openPlanner(browser, built, {}, hash);
    await rested(page);
    expect(await page.locator(".notice").innerText()).toContain("The plan in the link could not be read; the page shows the usual day instead.");
    expect(complaints).toEqual([]);
    await close();
  });
});

describe("a file", () => {
  const choose = async (page: Page, text: string) => page.locator('input[type="file"]').setInputFiles({ name: "mine.yaml", mimeType: "application/yaml", buffer: Buffer.from(text) });

  test("that the command line reads is opened, and its text is never taken for markup", async () => {
    const { page, complaints, close } = await openPlanner(browser, built);
    await choose(page, shippedText("specialised-teams.yaml", ["name: Specialised teams", 'name: "<img src=x onerror=alert(1)><script>alert(1)</script>"'], ["council tax", '"<b>tax</b>"'], ["tax team", '"</svg><img src=x>"']));
    await studied(page).catch(() => rested(page));
    expect(await page.locator("#library").innerText()).toContain("<img src=x onerror=alert(1)>");
    expect(await page.evaluate(() => [document.querySelectorAll("img").length, document.querySelectorAll("b b, .controls b").length])).toEqual([0, 0]);
    expect(complaints).toEqual([]);
    await close();
  });

  test("that is wrong is told with every problem at its line, and the plan stays", async () => {
    const { page, close } = await openPlanner(browser, built);
    await rested(page);
    const before = await level(page);
    await choose(page, shippedText("usual-day.yaml", ["volume: 600", "volume: lots"], ["answerWithin: 20s", "answerWithin: 20"]));
    const said = await page.getByRole("alert").innerText();
    expect(said).toContain("line 12, column 13: contacts.calls.volume must be a number");
    expect(said).toContain("contacts.calls.answerWithin must be a duration with its unit");
    expect(await level(page)).toBe(before);
    await close();
  });
});

test("charts, tables and the report are saved as the command line writes them", async () => {
  const { page, complaints, close } = await openPlanner(browser, built);
  await rested(page);
  const folder = temporaryFolder(), plan = await downloaded(page, "The plan, for the command line");
  write(folder, plan.name, plan.text);
  expect(await callhall(["run", plan.name, "--csv", "csv", "--svg", "svg", "--report", "report.html", "--xlsx", "all.xlsx"], { cwd: folder })).toMatchObject({ code: 0 });
  const file = (...path: string[]) => readFileSync(join(folder, ...path), "latin1");
  for (const table of ["contacts", "groups", "days"]) expect((await downloaded(page, `Table of ${table}`)).text).toBe(file("csv", `${table}.csv`));
  const rows = async (bytes: string) => (await readSheets(Buffer.from(bytes, "latin1"))).map(({ sheet, data }) => [sheet, JSON.stringify(data)]);
  expect(await rows((await downloaded(page, "All tables")).text)).toEqual(await rows(file("all.xlsx")));
  // Plot shifts lines by half a pixel where the screen has coarse ones, and in Node never.
  const still = (markup: string) => markup.replace(/ transform="translate\([^"]*"/g, "");
  expect(still((await downloaded(page, "SVG")).text)).toBe(still(file("svg", "usual-day-service-level.svg")));
  expect((await downloaded(page, "PNG")).text.slice(1, 4)).toBe("PNG");
  expect(still((await downloaded(page, "The report")).text)).toBe(still(file("report.html")));
  expect(complaints).toEqual([]);
  await close();
});
