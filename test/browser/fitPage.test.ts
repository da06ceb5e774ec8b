// A fit's page as its reader sees it: on a desk, on a phone and on paper.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayNumber } from "../../sim/scenario/civilDate.ts";
import { callhall, shippedText, write } from "../cli/callhall.ts";
import { callRows, intervalRows, livePast, toText } from "../study/madeUpPast.ts";
import { launchChromium } from "./chromium.ts";

let browser: Browser, folder: string;
beforeAll(async () => { browser = await launchChromium(); folder = mkdtempSync(join(tmpdir(), "callhall-test-")); });
afterAll(async () => { await browser?.close(); rmSync(folder, { recursive: true, force: true }); });

const calls = livePast({ scenario: shippedText("usual-day.yaml"), from: dayNumber(2026, 3, 2)!, days: 35, seed: "page", cv: 0.1, special: { [dayNumber(2026, 3, 17)!]: 1.8 } });
const FILES = { "half hours": toText(intervalRows(calls, 1800, { from: 8.5 * 3600, to: 18 * 3600 }, () => 11)), "single calls": toText(callRows(calls)) };

test.each(Object.entries(FILES))("the page of a fit to %s fits a desk, a phone and A4, and asks for nothing", async (name, text) => {
  const file = join(folder, `${name}.html`);
  write(folder, `${name}.csv`, text);
  expect(await callhall(["fit", join(folder, `${name}.csv`), "-o", join(folder, "fitted.yaml"), "--report", file, ...(name === "half hours" ? ["--test-from", "2026-03-30"] : [])])).toMatchObject({ code: 0 });
  for (const [width, media] of [[1280, "screen"], [390, "screen"], [1031, "print"]] as const) {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true, viewport: { width, height: 900 } }), page = await context.newPage(), requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await page.emulateMedia({ media });
    const seen = await page.evaluate(() => ({
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      small: [...document.querySelectorAll("svg")].filter((svg) => svg.getBoundingClientRect().height < 50).length,
      outside: [...document.querySelectorAll("svg text")].filter((word) => word.getBoundingClientRect().right > document.documentElement.clientWidth + 1 || word.getBoundingClientRect().left < 0).length,
      twice: document.querySelectorAll("[id]").length - new Set([...document.querySelectorAll("[id]")].map(({ id }) => id)).size,
    }));
    const charts = await page.locator("svg").count();
    await context.close();
    expect(seen, `${width} ${media}`).toEqual({ overflow: 0, small: 0, outside: 0, twice: 0 });
    expect(charts).toBeGreaterThan(5);
    expect(requests).toEqual([pathToFileURL(file).href]);
  }
}, 60_000);
