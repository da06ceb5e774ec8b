// A report as its reader sees it: from the disk, without script or network, on a desk and on a phone.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callhall, shipped, shippedText, temporaryFolder, write } from "../cli/callhall.ts";
import { launchChromium } from "./chromium.ts";

let browser: Browser;
beforeAll(async () => { browser = await launchChromium(); });
afterAll(async () => browser?.close());

/** Names a page must not take for markup, and long ones. */
const hostile = shippedText("specialised-teams.yaml",
  ["name: Specialised teams", 'name: "<script>alert(1)</script><img src=http://example.org/x.png> & a title that goes on and on"'],
  ["council tax", '"<b>council</b>-tax-and-other-matters-without-a-single-blank-in-the-name"'], ["tax team", '"</svg><img src=x>"']);

test.each<[string, (folder: string) => string[]]>([
  ["one scenario", () => [shipped("usual-day.yaml")]],
  ["two scenarios", () => [shipped("usual-day.yaml"), shipped("peak-day.yaml")]],
  ["names made to break it", (folder) => [write(folder, "hostile.yaml", hostile)]],
])("a report of %s is whole, fits 1280 and 390 pixels, and asks for nothing", async (_, files) => {
  const folder = temporaryFolder(), report = join(folder, "report.html");
  expect(await callhall(["run", ...files(folder), "--days", "100", "--report", report])).toMatchObject({ code: 0 });
  for (const width of [1280, 390]) {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true, viewport: { width, height: 900 } });
    const page = await context.newPage(), requests: string[] = [], complaints: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(pathToFileURL(report).href);
    const seen = await page.evaluate(() => ({
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      titles: document.querySelectorAll("h1").length,
      headings: [...document.querySelectorAll("h1, h2, h3")].map((heading) => heading.textContent?.trim() ?? ""),
      charts: [...document.querySelectorAll("svg")].map((svg) => svg.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)),
      strange: document.querySelectorAll("script, img, iframe, object, link:not([href^='data:'])").length,
    }));
    await context.close();
    expect(seen).toMatchObject({ overflow: 0, titles: 1, strange: 0 });
    expect(seen.headings.length).toBeGreaterThan(4);
    expect(seen.headings).not.toContain("");
    expect(seen.charts.length).toBeGreaterThanOrEqual(3);
    for (const size of seen.charts) expect(size).toBeGreaterThan(50);
    expect(requests).toEqual([pathToFileURL(report).href]);
    expect(complaints).toEqual([]);
  }
});
