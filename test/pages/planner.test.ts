// The planner page in a real browser, from the disk without a network, and from the command's own server.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { callhall, main, shippedText, temporaryFolder, write } from "../cli/callhall.ts";
import { PLANNER } from "./build.ts";
import { downloaded, linkTo, onDisk, openPlanner, rested, sheetsIn, still, studied, type Opened } from "./page.ts";

const FEW = 128; // days, where it does not matter how many

let browser: Browser, small: string;
beforeAll(async () => { [small, browser] = await Promise.all([linkTo("usual-day.yaml", FEW), launchChromium()]); });
afterAll(async () => browser?.close());

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
  expect(statSync(PLANNER).size).toBeLessThan(1_500_000);
  const text = readFileSync(PLANNER, "utf8"), policy = /Content-Security-Policy" content="([^"]+)"/.exec(text)?.[1] ?? "";
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/=]+'; /);
  expect(policy).not.toMatch(/unsafe-eval|https?:|script-src[^;]*unsafe-inline/);
  const { page, complaints, close } = await openPlanner(browser, onDisk);
  await studied(page);
  expect(await page.locator("h1").innerText()).toBe("The 80% target is met on average, but missed on 10 days in 100.");
  expect(complaints).toEqual([]);
  await close();
});

describe("the numbers are the command line's, to the last bit", () => {
  test("of every kind of scenario in the library", async () => {
    const { page, complaints, close } = await openPlanner(browser, onDisk, {}, small);
    for (const file of ["peak-day.yaml", "specialised-teams.yaml", "lunches-and-lines.yaml", "counted-day.yaml"]) {
      await page.locator("#library").selectOption(file);
      const days = page.getByLabel("Days", { exact: true });
      if (await days.isVisible()) {
        await days.fill(String(FEW));
        await days.press("Enter");
      }
      await rested(page);
      expect(await inPage(page), file).toBe(await inNode(page));
    }
    expect(complaints).toEqual([]);
    await close();
  });

  test("of each kind of day of a week: those of --day-type", async () => {
    const { page, complaints, close } = await openPlanner(browser, onDisk, {}, small);
    await page.locator("#library").selectOption("week.yaml");
    expect(await page.getByLabel("Kind of day").locator("option").allInnerTexts()).toEqual(["usual: Mon, Tue, Fri", "midweek: Wed, Thu", "saturday: Sat"]);
    for (const kind of ["usual", "saturday"]) {
      await page.getByLabel("Kind of day").selectOption(kind);
      await rested(page);
      const asked = await callhall(["run", "scenarios/week.yaml", "--day-type", kind, "--json"]);
      expect(Buffer.from(await inPage(page), "latin1").toString()).toBe(asked.stdout);
    }
    const cost = await page.locator(".cost").innerText();
    expect(cost).toMatch(/^Cost of the day £[\d.]+ ± [\d.]+; of a contact answered £[\d.]+ ± [\d.]+$/);
    await page.getByLabel("An agent’s hour (£)").fill("£20");
    await page.keyboard.press("Enter");
    await rested(page);
    expect(await page.locator(".cost").innerText()).not.toBe(cost);
    expect(await page.locator(".controls").innerText()).toContain("One kind of day of “A typical week”");
    expect(complaints).toEqual([]);
    await close();
  });

  test("after a change, and whatever was simulated before", async () => {
    const { page, close } = await openPlanner(browser, onDisk, {}, small);
    const volume = page.getByLabel("Calls on the day", { exact: true });
    for (const typed of ["900", "640", "720"]) {
      await volume.fill(typed);
      await volume.press("Enter");
    }
    await rested(page);
    const json = await inPage(page);
    expect((JSON.parse(json) as { total: { offered: { mean: number } } }).total.offered.mean).toBeCloseTo(720, -1.4);
    expect(json).toBe(await inNode(page));
    await close();
  });
});

test("what is typed right after Enter, before the page has drawn the plan that Enter made, is kept", async () => {
  const { page, close } = await openPlanner(browser, onDisk, {}, small);
  const volume = page.getByLabel("Calls on the day", { exact: true });
  await volume.evaluate(async (box: HTMLInputElement) => {
    const type = (text: string) => {
      box.value = text;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    };
    type("640");
    box.dispatchEvent(new Event("change", { bubbles: true }));
    await Promise.resolve(); // the plan is another now, and nothing has been painted
    type("720");
    await new Promise((resolve) => { setTimeout(resolve, 500); });
  });
  expect(await volume.inputValue()).toBe("720");
  await volume.dispatchEvent("change");
  await rested(page);
  expect((await downloaded(page, "The plan, for the command line")).text).toContain("volume: 720\n");
  await close();
});

describe("the form changes the plan, and with it the numbers", () => {
  const cases: readonly (readonly [what: string, does: (page: Page) => Promise<void>, written: RegExp])[] = [
    ["a typed number", async (page) => { await page.getByLabel("Calls on the day", { exact: true }).fill("1,000"); await page.keyboard.press("Enter"); }, /volume: 1000\n/],
    ["a slider", async (page) => { await page.getByLabel("Calls on the day, slider").focus(); for (let i = 0; i < 5; i++) await page.keyboard.press("PageUp"); }, /volume: (?!600)\d+\n/],
    ["a length of time as people write it", async (page) => { await page.getByLabel(/^Time per contact/).first().fill("6:30"); await page.keyboard.press("Enter"); }, /handleTime: \{ distribution: exponential, mean: 6m30s \}/],
    ["nobody hanging up", async (page) => page.getByLabel("Nobody hangs up").check(), /patience: never/],
    ["other hours", async (page) => { await page.getByLabel("To", { exact: true }).selectOption("17:00"); }, /to: "17:00" \}[\s\S]*late: \{ from: "10:00", to: "17:00" \}/],
    ["one agent more", async (page) => page.getByRole("button", { name: "generic, early: one more" }).click(), /shifts: \{ early: 5, middle: 4, late: 3 \}/],
    ["a break", async (page) => { await page.getByRole("button", { name: "Add a break to the shift early" }).click(); }, /early:[\s\S]*breaks: \[ \{ for: 30m, between: \[ "?12:00"?, "?14:00"? \] \} \]/],
    ["a second break, longer and in another window, beside one that is taken away", async (page) => {
      const add = page.getByRole("button", { name: "Add a break to the shift early" });
      for (let i = 0; i < 3; i++) await add.click();
      await page.getByRole("button", { name: "Remove early: break 3" }).click();
      await page.getByLabel("early: break 2, from").selectOption("9:00");
      await page.getByLabel("early: break 2, length").selectOption("20m");
    }, /early:[\s\S]*breaks: \[ \{ for: 30m, between: \[ "?12:00"?, "?14:00"? \] \}, \{ for: 20m, between: \[ "?09:00"?, "?10:45"? \] \} \]/],
    ["people who are absent", async (page) => {
      await page.getByText("Absence and time off the phone", { exact: true }).click();
      await page.getByLabel("Absent all day").fill("10%");
      await page.keyboard.press("Enter");
    }, /absence: 10%/],
    ["time off the phone", async (page) => { await page.getByLabel("Off the phone", { exact: false }).last().fill("20 %"); await page.keyboard.press("Enter"); }, /offPhone: \{ share: 20%, meanLength: 5m \}/],
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

  let opened: Opened;
  beforeAll(async () => { opened = await openPlanner(browser, onDisk, {}, small); });
  afterAll(async () => opened?.close());

  test.each(cases)("%s", async (_, does, written) => {
    const { page, complaints } = opened;
    await rested(page);
    const before = await level(page), text = (await downloaded(page, "The plan, for the command line")).text;
    await page.keyboard.press("Escape");
    await does(page);
    await rested(page);
    expect((await downloaded(page, "The plan, for the command line")).text).toMatch(written);
    await page.keyboard.press("Escape");
    expect(await level(page)).not.toBe(before);
    const undo = page.getByRole("button", { name: "Undo" });
    while (await undo.isEnabled()) await undo.click(); // a slider moved by keys has a step back for each of them
    await rested(page);
    expect((await downloaded(page, "The plan, for the command line")).text).toBe(text);
    await page.keyboard.press("Escape");
    expect(await level(page)).toBe(before);
    expect(complaints).toEqual([]);
  });

  test("what is wrong is said at the field, in words, and nothing is changed", async () => {
    const { page, close } = await openPlanner(browser, onDisk, {}, small);
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

test("old numbers are marked from the moment of a change until those of the plan stand in their place, picture by picture", async () => {
  const { page, close } = await openPlanner(browser, onDisk);
  await studied(page);
  const seen = await page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('input[aria-label="Calls on the day, slider"]')!, has = (selector: string) => document.querySelectorAll(selector).length; // the page has it
    const look = () => ({ calls: /With ([\d,]+) calls/.exec(document.querySelector(".lead")?.textContent ?? "")?.[1], old: has(".answer.stale"), pictures: has(".picture.stale"), signs: has(".picture .updating") });
    slider.value = "800";
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await Promise.resolve();
    const atOnce = look();
    while (look().old > 0) await new Promise((resolve) => { requestAnimationFrame(resolve); });
    return { atOnce, first: look() };
  });
  expect(seen.atOnce).toEqual({ calls: "600", old: 1, pictures: 6, signs: 6 });
  expect(seen.first).toMatchObject({ calls: "800", old: 0 });
  expect(seen.first.pictures).toBeGreaterThanOrEqual(5); // the half hours come a frame after the answer, the others when the plan rests
  expect(seen.first.signs).toBe(seen.first.pictures);
  await studied(page);
  expect(await page.locator(".updating").count()).toBe(0);
  await close();
});

test("a pinned plan and a changed one are compared on the same callers", async () => {
  const { page, close } = await openPlanner(browser, onDisk, {}, await linkTo("usual-day.yaml", 500));
  await rested(page);
  await page.getByRole("button", { name: "Pin this" }).click();
  await page.getByRole("button", { name: "generic, early: one more" }).click();
  await rested(page);
  const comparison = page.locator(".comparison");
  expect(await comparison.innerText()).toContain("on the same callers, 500 days each");
  const row = (await comparison.locator("tbody tr").first().innerText()).split("\t");
  const half = (cell: string) => Number(/± ([\d.]+)/.exec(cell)?.[1]);
  expect(half(row[3])).toBeLessThanOrEqual(half(row[1])); // pairing pays
  expect(row[4]).toBe("surely better");
  expect(await page.locator(".picture").first().locator("svg circle").count()).toBe(19); // the pinned plan's half hours
  await page.waitForFunction(() => document.querySelectorAll(".picture:not(.stale) .key .pinned").length === 6); // and in every other picture, once it is known
  const against = await page.locator(".picture .against").allInnerTexts();
  expect(against[0]).toBe(`Answered in time: ${row[3].replace(" points", "")} points against pinned: surely better`);
  expect(against[1]).toMatch(/^Pinned: (?:\d+ or )?\d+ agents reach 80% on average/);
  expect(against[3]).toBe("Paid hours: +8.0 hours a day against pinned, exact");
  await page.getByRole("button", { name: "Swap" }).click();
  await rested(page);
  expect((await comparison.locator("tbody tr").first().innerText()).split("\t")[4]).toBe("surely worse");
  await close();
});

test("what a pinned plan needs follows later, where it was pinned before that was known", async () => {
  const { page, close } = await openPlanner(browser, onDisk, {}, await linkTo("usual-day.yaml", 500));
  await page.waitForFunction(() => { // between the first curve and the first requirements
    const pictures = [...document.querySelectorAll(".picture")], click = (name: string) => [...document.querySelectorAll("button")].find((each) => (each.ariaLabel ?? each.textContent).startsWith(name))?.click();
    if (pictures.length !== 6 || pictures[1].querySelector(".chart") === null || !pictures[3].textContent.includes("Required agents follow")) return false;
    click("Pin this");
    click("generic, early: one more");
    return true;
  });
  await studied(page);
  await page.waitForFunction(() => document.querySelectorAll(".picture:not(.stale) .key .pinned").length === 6);
  await close();
});

describe("a link", () => {
  test("holds the whole plan", async () => {
    const { page, close } = await openPlanner(browser, onDisk, {}, small);
    await page.getByLabel("Calls on the day", { exact: true }).fill("777");
    await page.keyboard.press("Enter");
    await rested(page);
    await page.waitForFunction((was) => location.hash !== was, small);
    const hash = await page.evaluate(() => location.hash), json = await inPage(page), other = await openPlanner(browser, onDisk, {}, hash);
    await rested(other.page);
    expect(await inPage(other.page)).toBe(json);
    expect(other.complaints).toEqual([]);
    await Promise.all([close(), other.close()]);
  });

  test.each(["#plan=%%%", "#plan=abc", "#plan=K0ktLgEA", "#study=none"])("that is broken (%s) is told in words, beside a plan", async (hash) => {
    const { page, complaints, close } = await openPlanner(browser, onDisk, {}, hash);
    await rested(page);
    expect(await page.locator(".notice").innerText()).toContain("The plan in the link could not be read; the page shows the usual day instead.");
    expect(complaints).toEqual([]);
    await close();
  });
});

describe("a file", () => {
  const choose = async (page: Page, text: string) => page.locator('input[type="file"]').setInputFiles({ name: "mine.yaml", mimeType: "application/yaml", buffer: Buffer.from(text) });

  test("that the command line reads is opened, and its text is never taken for markup", async () => {
    const { page, complaints, close } = await openPlanner(browser, onDisk);
    await choose(page, shippedText("specialised-teams.yaml", ["name: Specialised teams", 'name: "<img src=x onerror=alert(1)><script>alert(1)</script>"'], ["council tax", '"<b>tax</b>"'], ["tax team", '"</svg><img src=x>"']));
    await studied(page).catch(() => rested(page));
    expect(await page.locator("#library").innerText()).toContain("<img src=x onerror=alert(1)>");
    expect(await page.evaluate(() => [document.querySelectorAll("img").length, document.querySelectorAll("b b, .controls b").length])).toEqual([0, 0]);
    expect(complaints).toEqual([]);
    await close();
  });

  test("that is wrong is told with every problem at its line, and the plan stays", async () => {
    const { page, close } = await openPlanner(browser, onDisk);
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
  const { page, complaints, close } = await openPlanner(browser, onDisk, {}, small);
  await rested(page);
  const folder = temporaryFolder(), plan = await downloaded(page, "The plan, for the command line");
  write(folder, plan.name, plan.text);
  expect(await callhall(["run", plan.name, "--csv", "csv", "--svg", "svg", "--report", "report.html", "--xlsx", "all.xlsx"], { cwd: folder })).toMatchObject({ code: 0 });
  const file = (...path: string[]) => readFileSync(join(folder, ...path), "latin1");
  for (const table of ["contacts", "groups", "days"]) expect((await downloaded(page, `Table of ${table}`)).text).toBe(file("csv", `${table}.csv`));
  expect(await sheetsIn((await downloaded(page, "All tables")).text)).toEqual(await sheetsIn(file("all.xlsx")));
  expect(still((await downloaded(page, "SVG")).text)).toBe(still(file("svg", "usual-day-service-level.svg")));
  expect((await downloaded(page, "PNG")).text.slice(1, 4)).toBe("PNG");
  expect(still((await downloaded(page, "The report")).text)).toBe(still(file("report.html")));
  expect(complaints).toEqual([]);
  await close();
});

describe("a study", () => {
  const own = (days: number) => shippedText("studies/teams.yaml", ["base: ../", "base: "]).replace(/^(?:hold|breakEven|sensitivity|marginal):.*\n(?: .*\n)*/gm, "").replace(/^days:.*\n/m, "").trimEnd().concat(`\ndays: ${days}\n`);

  test("of the reader's own, with its base in the library, has the numbers of the command line", async () => {
    const { page, complaints, close } = await openPlanner(browser, onDisk, {}, small);
    await page.locator('input[type="file"]').setInputFiles({ name: "mine.yaml", mimeType: "application/yaml", buffer: Buffer.from(own(FEW)) });
    await page.waitForFunction(() => document.querySelector(".ways") !== null && document.querySelector("progress") === null);
    const folder = temporaryFolder();
    for (const file of ["generic-team.yaml", "usual-day.yaml", "specialised-teams.yaml"]) write(folder, file, shippedText(file));
    write(folder, "mine.yaml", own(FEW));
    const printed = await callhall(["compare", "mine.yaml", "--json"], { cwd: folder });
    expect(printed).toMatchObject({ code: 0 });
    expect((await downloaded(page, "Everything, for programs")).text).toBe(Buffer.from(printed.stdout).toString("latin1"));
    expect(await callhall(["compare", "mine.yaml", "--csv", "csv", "--svg", "svg", "--xlsx", "all.xlsx"], { cwd: folder })).toMatchObject({ code: 0 });
    expect((await downloaded(page, "Table of ways of working")).text).toBe(readFileSync(join(folder, "csv/compare.csv"), "latin1"));
    expect(await sheetsIn((await downloaded(page, "All tables")).text)).toEqual(await sheetsIn(readFileSync(join(folder, "all.xlsx"), "latin1")));
    const picture = await downloaded(page, "SVG");
    expect(still(picture.text)).toBe(still(readFileSync(join(folder, "svg", picture.name), "latin1")));
    expect((await downloaded(page, "PNG")).text.slice(1, 4)).toBe("PNG");
    expect(await page.locator("#picture option").count()).toBe(readdirSync(join(folder, "svg")).length);
    expect(complaints).toEqual([]);
    await close();
  });

  test("of the library opens by its link, and from it each way opens as a plan, beside the base", async () => {
    const { page, complaints, close } = await openPlanner(browser, onDisk, {}, "#study=saturday");
    await page.locator(".ways small.better").first().waitFor();
    expect(await page.locator(".over").first().innerText()).toBe("Do Saturdays pay?");
    await page.getByRole("button", { name: "Pin the base, open this: Saturday with two" }).click();
    await page.locator(".comparison table").waitFor();
    await rested(page);
    expect(await page.getByLabel("Kind of day").inputValue()).toBe("saturday");
    expect(await page.locator(".comparison").innerText()).toContain("on the same callers, 4,000 days each");
    expect(await page.locator(".comparison tbody td.worse").first().innerText()).toBe("surely worse");
    await page.goBack();
    await page.locator(".ways").waitFor();
    await page.getByRole("button", { name: "Back to the plan" }).click();
    await page.locator(".controls").waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test("that is wrong is told with every problem at its line", async () => {
    const { page, close } = await openPlanner(browser, onDisk, {}, small);
    await page.locator('input[type="file"]').setInputFiles({ name: "mine.yaml", mimeType: "application/yaml", buffer: Buffer.from("question: What?\nbase: nowhere.yaml\nvariants: { more: { patch: {} } }\n") });
    const said = await page.getByRole("alert").innerText();
    expect(said).toContain("line 2, column 7: base there is no nowhere.yaml in the library");
    await close();
  });
});

/** The page of `callhall open`, until the test is over. */
async function served(...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [main, "open", "--no-browser", ...args], { stdio: ["ignore", "pipe", "ignore"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [address] = (await once(child.stdout.setEncoding("utf8"), "data")) as [string];
  return address.trim();
}

test("the command serves the same page, with the file it is given: it has that file's numbers, and asks for nothing more", async () => {
  const folder = temporaryFolder(), file = join(folder, "mine.yaml");
  write(folder, "base.yaml", shippedText("usual-day.yaml").replace(/^days:.*\n/m, "").trimEnd().concat(`\ndays: ${FEW}\n`));
  write(folder, "mine.yaml", "extends: base.yaml\nname: Mine\ncontacts: { calls: { profile: { file: hours.csv, column: Calls } } }\n");
  write(folder, "hours.csv", `Time,Calls\n${Array.from({ length: 19 }, (_, i) => `${i},${10 + i}`).join("\n")}\n`);
  const { page, complaints, close } = await openPlanner(browser, { url: await served(file) }, { offline: false });
  await rested(page);
  const printed = await callhall(["run", file, "--json"]);
  expect(await inPage(page)).toBe(printed.stdout);
  expect(await page.locator("#library").innerText()).toContain("Mine");
  expect(complaints).toEqual([]);
  await close();
});

test("the command serves a study with its base from the disk, and from it each way opens as a plan", async () => {
  const folder = temporaryFolder(), file = join(folder, "mine.yaml");
  write(folder, "base.yaml", shippedText("usual-day.yaml", ["volume: 600", "volume: 640"]));
  write(folder, "mine.yaml", "question: One more?\nbase: base.yaml\ndays: 64\nvariants:\n  more: { says: one more, patch: { groups: { generic: { shifts: { early: 5 } } } } }\n");
  const { page, complaints, close } = await openPlanner(browser, { url: await served(file) }, { offline: false });
  await page.waitForFunction(() => document.querySelector(".ways") !== null && document.querySelector("progress") === null);
  const printed = await callhall(["compare", file, "--json"]);
  expect(await inPage(page)).toBe(printed.stdout);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Open as a plan: more" }).click();
  await rested(page);
  expect(await page.locator(".lead").innerText()).toContain("With 640 calls");
  expect(complaints).toEqual([]);
  await close();
});
