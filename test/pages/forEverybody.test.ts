// The planner page for everybody: by rules that a machine can check, by keyboard alone, on a phone, in the dark, on paper.

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { linkTo, onDisk, openPlanner, rested, studied } from "./page.ts";
import { violations } from "./violations.ts";

let browser: Browser, small: string;
beforeAll(async () => { [small, browser] = await Promise.all([linkTo("usual-day.yaml", 128), launchChromium()]); });
afterAll(async () => browser?.close());

describe("axe finds nothing against it", () => {
  const cases: readonly (readonly [what: string, options: Parameters<typeof openPlanner>[2], hash: string, does: (page: Page) => Promise<unknown>])[] = [
    ["in the light", {}, "", studied],
    ["in the dark, all folds open, pinned and changed", { colorScheme: "dark" }, "", async (page) => {
      await rested(page);
      await page.getByRole("button", { name: "Pin this" }).click();
      await page.getByRole("button", { name: "generic, late: one more" }).click();
      await page.evaluate(() => { for (const details of document.querySelectorAll("details")) details.open = true; });
      await studied(page);
    }],
    ["on a phone, with a wrong number and a broken link", { viewport: { width: 390, height: 844 } }, "#plan=abc", async (page) => {
      await rested(page);
      await page.getByLabel("Days", { exact: true }).fill("many");
      await page.keyboard.press("Enter");
    }],
    ["with several contact types and groups", {}, "", async (page) => {
      await page.locator("#library").selectOption("specialised-teams.yaml");
      await rested(page);
    }],
    ["with a study", {}, "#study=saturday", async (page) => page.locator(".ways small.better").first().waitFor()],
    ["with a study, on a phone in the dark", { colorScheme: "dark", viewport: { width: 390, height: 844 } }, "#study=saturday", async (page) => page.locator(".ways small.better").first().waitFor()],
    ["with a kind of day that is paid for", {}, "", async (page) => {
      await page.locator("#library").selectOption("week.yaml");
      await rested(page);
    }],
  ];

  test.each(cases)("%s", async (_, options, hash, does) => {
    const { page, close } = await openPlanner(browser, onDisk, options, hash);
    await does(page);
    expect(await violations(page)).toEqual([]);
    await close();
  });
});

test("a keyboard reaches every control once, sees where it is, and changes the plan", async () => {
  const { page, close } = await openPlanner(browser, onDisk, {}, small);
  await rested(page);
  const names: string[] = [];
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const bar = element.closest(".bar, .button"), style = getComputedStyle(bar ?? element);
      return { name: element.getAttribute("aria-label") ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent ?? "", outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 };
    });
    if (at === null) break;
    expect(at, at.name).toMatchObject({ outline: true });
    names.push(at.name);
  }
  expect(names[0]).toBe("Skip to the answer");
  for (const wanted of ["Calls on the day", "Calls on the day, slider", "calls, 8:30 to 9:00", "generic, early: one more", "Pin this, change that", "The plan as a file"]) expect(names).toContain(wanted);
  expect(names.filter((name) => /^calls, \d/.test(name))).toHaveLength(1); // the bars are one stop
  const bar = page.getByLabel("calls, 8:30 to 9:00");
  await bar.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowUp");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("calls, 9:00 to 9:30");
  await rested(page);
  await page.keyboard.press("Control+z");
  await rested(page);
  expect(await page.getByRole("button", { name: "Undo" }).isDisabled()).toBe(true);
  await close();
});

test.each([[390, "screen"], [320, "screen"], [820, "screen"], [1920, "screen"], [718, "print"]] as const)("nothing runs out of the page at %i pixels (%s)", async (width, media) => {
  const { page, close } = await openPlanner(browser, onDisk, { viewport: { width, height: 900 } }, small);
  await page.emulateMedia({ media });
  await studied(page);
  const seen = await page.evaluate(() => ({
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    outside: [...document.querySelectorAll(".picture svg text, h1, h2, button")].map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ element, box }) => box.width > 0 && element.closest(".scroll") === null && (box.right > document.documentElement.clientWidth + 1 || box.left < 0)).map(({ element }) => element.textContent),
  }));
  expect(seen).toEqual({ overflow: 0, outside: [] });
  await close();
});

test("prints on one sheet of A4, on white, even in the dark", async () => {
  const { page, close } = await openPlanner(browser, onDisk, { colorScheme: "dark", viewport: { width: 703, height: 1000 } }, small);
  await studied(page);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: "print" });
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
  await close();
});
