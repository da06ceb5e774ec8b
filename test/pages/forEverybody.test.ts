// The planner page for everybody: by rules that a machine can check, by keyboard alone, on a phone, in the dark, on paper.

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { calendarRested, compared, linkTo, linkToCalendar, onDisk, openPlanner, rested, studied } from "./page.ts";
import { violations } from "./violations.ts";

let browser: Browser, small: string, month: string;
beforeAll(async () => { [small, month, browser] = await Promise.all([linkTo("usual-day.yaml", 128), linkToCalendar("month.yaml", 16), launchChromium()]); });
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
    ["with a study", {}, "#study=saturday", compared],
    ["with a study, on a phone in the dark", { colorScheme: "dark", viewport: { width: 390, height: 844 } }, "#study=saturday", compared],
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

  test.each([["in the light", {}], ["on a phone in the dark", { colorScheme: "dark", viewport: { width: 390, height: 844 } }]] as const)("with a whole calendar, all folds open, %s", async (_, options) => {
    const { page, close } = await openPlanner(browser, onDisk, options, month);
    await calendarRested(page);
    await page.evaluate(() => { for (const details of document.querySelectorAll("details")) details.open = true; });
    await page.locator(".details table").first().waitFor();
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

describe("who hears the page", () => {
  test("is told what every part is, and what every picture shows", async () => {
    const { page, close } = await openPlanner(browser, onDisk, {}, small);
    await studied(page);
    const tree = await page.locator("body").ariaSnapshot();
    for (const part of [
      "- banner:", '- form "The plan":', '- textbox "Calls on the day": "600"', '- slider "Calls on the day, slider"', '- slider "calls, 8:30 to 9:00"', '- group "People":', 'button "generic, early: one more"',
      '- region "Answer":', "- term: Hang up", "- group: How to read it", "- group: Every figure as a table",
    ]) expect(tree).toContain(part);
    expect(tree).toMatch(/- '?heading "The 80% target is [^"]+" \[level=1\]/);
    expect(tree.match(/- '?heading "[^"]+" \[level=2\]/g)).toHaveLength(6);
    const pictures = [...tree.matchAll(/- '?img "([^"]+)"/g)].map(([, name]) => name);
    expect(pictures).toHaveLength(6);
    for (const name of pictures) expect(name).toMatch(/ by half hour| by agents|days that stand for all|required and rostered|still waiting/); // what it is; then what it shows
    for (const name of pictures) expect(name).toMatch(/\d/);
    await close();
  });

  test("hears the finding once, when the numbers have come to rest, and nothing while a slider moves", async () => {
    const { page, close } = await openPlanner(browser, onDisk, {}, small);
    await studied(page);
    await page.waitForFunction(() => document.querySelector(".unseen[role=status]:not(:empty)") !== null);
    const heard = await page.evaluate(async () => {
      const all: string[] = [], live = "[role=status], [role=alert], [role=log], [aria-live], output, progress", slider = document.querySelector<HTMLInputElement>('input[aria-label="Calls on the day, slider"]')!; // the page has it
      const observer = new MutationObserver((changes) => {
        for (const region of new Set(changes.flatMap(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest(live) ?? []))) all.push(region.textContent ?? "");
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      for (let i = 1; i <= 60; i++) {
        slider.value = String(600 + 5 * i);
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise((resolve) => { requestAnimationFrame(resolve); });
      }
      slider.dispatchEvent(new Event("change", { bubbles: true }));
      const whileMoving = all.length;
      await new Promise((resolve) => { setTimeout(resolve, 4000); });
      return { whileMoving, all, finding: document.querySelector("h1")?.textContent ?? "" };
    });
    expect(heard.whileMoving).toBe(0);
    expect(heard.all).toHaveLength(1);
    expect(heard.all[0].startsWith(heard.finding)).toBe(true);
    expect(heard.all[0]).toContain("With 900 calls");
    await close();
  });

  test("hears the finding of a calendar once all its runs are simulated, and what its pictures show", async () => {
    const { page, close } = await openPlanner(browser, onDisk, {}, month);
    await calendarRested(page);
    await page.waitForFunction(() => document.querySelector("p.unseen[role=status]:not(:empty)") !== null);
    expect(await page.locator("p.unseen[role=status]").textContent()).toBe(`${await page.locator("h1").innerText()} ${await page.locator(".lead").innerText()}`);
    const tree = await page.locator("body").ariaSnapshot(), pictures = [...tree.matchAll(/- '?img "([^"]+)"/g)].map(([, name]) => name);
    expect(tree).toContain('- textbox "Calls a day peak has its own": "600"');
    const agreements = await page.locator(".answer .card").count() - 1, paying = await page.locator(".card dt", { hasText: "Credits due in all" }).count(); // one card is the whole month's
    expect(pictures).toHaveLength(agreements + 2 + paying); // two of its days
    for (const name of pictures) expect(name).toMatch(/\d/);
    await close();
  });
});

test.each([[390, "screen", "day"], [320, "screen", "day"], [820, "screen", "day"], [1920, "screen", "day"], [718, "print", "day"], [320, "screen", "calendar"], [1360, "screen", "calendar"], [718, "print", "calendar"]] as const)("nothing runs out of the page at %i pixels (%s, a %s)", async (width, media, what) => {
  const { page, close } = await openPlanner(browser, onDisk, { viewport: { width, height: 900 } }, what === "day" ? small : month);
  await page.emulateMedia({ media });
  await (what === "day" ? studied : calendarRested)(page);
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
  const sheets = async () => (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type \/Page\b/g)?.length;
  expect(await sheets()).toBe(1);
  await page.getByRole("button", { name: "Pin this" }).click();
  await page.getByRole("button", { name: "generic, early: one more" }).click();
  await studied(page);
  await page.waitForFunction(() => document.querySelectorAll(".picture .key .pinned").length === 6);
  expect(await sheets()).toBe(1); // with both plans too
  await page.emulateMedia({ media: "print" });
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
  await close();
});
