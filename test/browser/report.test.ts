// A report as its reader sees it: from the disk, without script or network, on a desk, on a phone and on paper.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callhall, shipped, shippedText, write } from "../cli/callhall.ts";
import { launchChromium } from "./chromium.ts";

/** Millimetres as the style sheet has them, at 96 px to the inch. */
const px = (mm: number): number => (mm / 25.4) * 96;
const points = (px: number): number => (px * 72) / 96;
const ACROSS = 24, DOWN = 28; // both margins together, mm

let browser: Browser;
beforeAll(async () => { browser = await launchChromium(); });
afterAll(async () => browser?.close());

/** Names a page must not take for markup, and long ones. */
const hostile = shippedText("specialised-teams.yaml",
  ["name: Specialised teams", 'name: "<script>alert(1)</script><img src=http://example.org/x.png> & a title that goes on and on"'],
  ["council tax", '"<b>council</b>-tax-and-other-matters-without-a-single-blank-in-the-name"'], ["tax team", '"</svg><img src=x>"']);

/** Rows enough that the table must go on to another page. */
const LONG = `opening: { from: "00:00", to: "24:00" }
interval: 15m
contacts:
  calls:
    volume: 600
    profile: [${Array.from({ length: 96 }, () => 1).join(", ")}]
    handleTime: { distribution: exponential, mean: 5m }
    patience: never
    answerWithin: 20s
    target: 80%
groups:
  team: { answers: [calls], agents: 4 }
`;

interface Case {
  readonly name: string;
  readonly files: (folder: string) => string[];
  /** At most so many pages. */
  readonly pages: number;
  /** A4 on its side. */
  readonly wide?: boolean;
}

const CASES: readonly Case[] = [
  { name: "one scenario", files: () => [shipped("usual-day.yaml")], pages: 3 },
  { name: "two scenarios", files: () => [shipped("usual-day.yaml"), shipped("peak-day.yaml")], pages: 5 },
  { name: "three scenarios", files: () => ["usual-day.yaml", "specialised-teams.yaml", "ssj-call-center.yaml"].map(shipped), pages: 11, wide: true },
  { name: "names made to break it", files: (folder) => [write(folder, "hostile.yaml", hostile)], pages: 6 },
  { name: "a hundred quarter hours", files: (folder) => [write(folder, "long.yaml", LONG)], pages: 5 },
];

describe.each(CASES)("a report of $name", ({ files, pages, wide = false }) => {
  let folder: string, report: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "callhall-test-"));
    report = join(folder, "report.html");
    expect(await callhall(["run", ...files(folder), "--days", "100", "--report", report])).toMatchObject({ code: 0 });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("is whole, fits 1280 and 390 pixels, and asks for nothing", async () => {
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

  test("prints on A4: nothing wider than the paper, nothing dark, no chart or row cut in two", async () => {
    const paper = wide ? { width: 297, height: 210 } : { width: 210, height: 297 };
    const room = { width: Math.floor(px(paper.width - ACROSS)), height: Math.floor(px(paper.height - DOWN)) };
    const page = await browser.newPage({ viewport: room, colorScheme: "dark" });
    await page.goto(pathToFileURL(report).href);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    await page.emulateMedia({ media: "print" });
    const seen = await page.evaluate(() => {
      const all = (selector: string) => [...document.querySelectorAll(selector)].map((element) => ({ style: getComputedStyle(element), box: element.getBoundingClientRect() }));
      const smallest = (selector: string) => Math.min(...all(selector).map(({ style }) => parseFloat(style.fontSize)));
      return {
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        tooWide: all("table, svg, pre, .card, h1, h2").filter(({ box }) => box.right > document.documentElement.clientWidth + 1).length,
        ground: getComputedStyle(document.body).backgroundColor,
        inked: all("section, .card, pre, table, tr, td, footer").filter(({ style }) => !/^(rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\))$/.test(style.backgroundColor)).length,
        cut: all("figure, .card, tr, .note, section").filter(({ style }) => style.breakInside !== "avoid").length,
        torn: all("h2, h3, caption, section .note, .key").filter(({ style }) => style.breakAfter !== "avoid").length,
        tallest: Math.max(...all("figure, .card, tr, .note, section:has(svg)").map(({ box }) => box.height)),
        heads: [...new Set([...all("thead"), ...all("tfoot")].map(({ style }) => style.display))],
        letters: { table: smallest("td, th"), words: smallest("p, li, dd"), file: smallest("pre"), chart: Math.min(...all("svg").map(({ box }) => (12.5 * box.width) / 320)) },
      };
    });
    await page.close();
    // A section may be taller than a page; what stands in it may not, or it would be cut after all.
    expect(seen).toMatchObject({ overflow: 0, tooWide: 0, ground: "rgb(255, 255, 255)", inked: 0, cut: 0, torn: 0, heads: ["table-header-group", "table-row-group"] });
    expect(seen.tallest).toBeLessThan(room.height);
    expect(points(seen.letters.table)).toBeGreaterThanOrEqual(7.5);
    expect(points(seen.letters.words)).toBeGreaterThanOrEqual(8);
    expect(points(seen.letters.file)).toBeGreaterThanOrEqual(6.5);
    expect(points(seen.letters.chart)).toBeGreaterThanOrEqual(8);
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(pages);
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect([Number(width) * (25.4 / 72), Number(height) * (25.4 / 72)].map(Math.round)).toEqual([paper.width, paper.height]);
  });
});
