// A calendar's page as its reader sees it: on a desk, on a phone, in the dark and on paper.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CALENDAR } from "../cli/calendarFile.ts";
import { callhall, write } from "../cli/callhall.ts";
import { violations } from "../pages/violations.ts";
import { launchChromium } from "./chromium.ts";

let browser: Browser, folder: string, report: string;
beforeAll(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), "callhall-test-"));
  report = join(folder, "page.html");
  const file = write(folder, "autumn.yaml", CALENDAR.replace("from: 2026-09-01", "from: 2026-01-01")), other = write(folder, "no-saturdays.yaml", "extends: autumn.yaml\nname: No Saturdays\ncalendar: { week: { sat: closed }, dayTypes: { short: null } }\n");
  expect(await callhall(["run", file, other, "--days", "16", "--report", report])).toMatchObject({ code: 0 });
});
afterAll(async () => { await browser?.close(); rmSync(folder, { recursive: true, force: true }); });

test("the page of two calendars fits a desk, a phone and A4, and asks for nothing", async () => {
  for (const [width, media] of [[1280, "screen"], [390, "screen"], [1031, "print"]] as const) {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true, viewport: { width, height: 900 } }), page = await context.newPage(), requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(report).href);
    await page.emulateMedia({ media });
    const seen = await page.evaluate(() => ({
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      sections: document.querySelectorAll(".calendar").length,
      small: [...document.querySelectorAll("svg")].map((svg) => svg.getBoundingClientRect().height).filter((height) => height < 50).length,
      // Words of a chart may not run out of the page, and tables on paper not out of it.
      outside: [...document.querySelectorAll(".calendar svg text")].filter((text) => text.getBoundingClientRect().right > document.documentElement.clientWidth + 1 || text.getBoundingClientRect().left < -0.5).map((text) => text.textContent),
      letters: Math.min(...[...document.querySelectorAll("svg")].map((svg) => (12.5 * svg.getBoundingClientRect().width) / 320)),
      cut: [...document.querySelectorAll("figure, section")].filter((element) => getComputedStyle(element).breakInside !== "avoid").length,
    }));
    await context.close();
    expect(seen, `${width} ${media}`).toMatchObject({ overflow: 0, sections: 2, small: 0, outside: [] });
    expect(seen.letters).toBeGreaterThanOrEqual(10.6); // px: 8 points
    if (media === "print") expect(seen.cut).toBe(0);
    expect(requests).toEqual([pathToFileURL(report).href]);
  }
}, 60_000);

test("charts are named and described, headings follow each other, and every table that scrolls can be reached by keyboard", async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(report).href);
  const seen = await page.evaluate(() => ({
    unnamed: [...document.querySelectorAll("svg")].filter((svg) => (svg.getAttribute("aria-labelledby") ?? "").split(" ").some((id) => (document.getElementById(id)?.textContent ?? "") === "")).length,
    levels: [...document.querySelectorAll("h1, h2, h3")].map((heading) => Number(heading.tagName[1])),
    hidden: [...document.querySelectorAll(".scroll")].filter((scroll) => scroll.getAttribute("tabindex") !== "0" || (scroll.getAttribute("aria-label") ?? "") === "").length,
    says: document.querySelectorAll(".calendar svg rect > title").length,
    ids: [...document.querySelectorAll("[id]")].map(({ id }) => id),
  }));
  await page.close();
  expect(seen).toMatchObject({ unnamed: 0, hidden: 0 });
  seen.levels.forEach((level, i) => expect(level - (seen.levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
  expect(seen.says).toBeGreaterThan(500); // a pointer resting on a day is told of it
  expect(new Set(seen.ids).size).toBe(seen.ids.length);
});

test("axe finds nothing against it, on a phone in the dark", async () => {
  const context = await browser.newContext({ colorScheme: "dark", viewport: { width: 390, height: 844 } }), page = await context.newPage();
  await page.goto(pathToFileURL(report).href);
  // Plot names the groups of its marks; within a picture that has a name and a description, nobody hears them.
  expect((await violations(page)).filter((violation) => !violation.startsWith("aria-prohibited-attr"))).toEqual([]);
  await context.close();
}, 30_000);
