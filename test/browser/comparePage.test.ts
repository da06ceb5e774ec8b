// A study's page as its reader sees it: on a desk, on a phone and on paper.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callhall, shipped } from "../cli/callhall.ts";
import { launchChromium } from "./chromium.ts";

let browser: Browser, folder: string;
beforeAll(async () => { browser = await launchChromium(); folder = mkdtempSync(join(tmpdir(), "callhall-test-")); });
afterAll(async () => { await browser?.close(); rmSync(folder, { recursive: true, force: true }); });

test.each(["longer-opening", "teams"])("the page of %s fits a desk, a phone and A4, and asks for nothing", async (name) => {
  const file = join(folder, `${name}.html`);
  expect(await callhall(["compare", shipped(`studies/${name}.yaml`), "--days", "64", "--report", file])).toMatchObject({ code: 0 });
  for (const [width, media] of [[1280, "screen"], [390, "screen"], [1031, "print"]] as const) {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true, viewport: { width, height: 900 } }), page = await context.newPage(), requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await page.emulateMedia({ media });
    const seen = await page.evaluate(() => ({
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      charts: [...document.querySelectorAll("svg")].map((svg) => svg.getBoundingClientRect().height).filter((height) => height < 50).length,
      // Words of a chart may not run out of the page.
      outside: [...document.querySelectorAll("svg text")].filter((text) => text.getBoundingClientRect().right > document.documentElement.clientWidth + 1 || text.getBoundingClientRect().left < 0).length,
    }));
    await context.close();
    expect(seen, `${width} ${media}`).toEqual({ overflow: 0, charts: 0, outside: 0 });
    expect(requests).toEqual([pathToFileURL(file).href]);
  }
}, 60_000);
