// The library, bundled for the browser, gives the same bits in Chromium as in Node.

import type { Browser } from "playwright-core";
import { build, type Rolldown } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { join } from "node:path";
import type * as library from "../../sim/index.ts";
import { callhall, root, shippedText, temporaryFolder, write } from "../cli/callhall.ts";
import { launchChromium } from "./chromium.ts";

let browser: Browser, bundle: string;

beforeAll(async () => {
  bundle = await bundled();
  browser = await launchChromium();
});
afterAll(async () => browser?.close());

/** The library as one script that leaves `callhall` in the page. */
async function bundled(): Promise<string> {
  const lib = { entry: join(root, "sim/index.ts"), formats: ["iife" as const], name: "callhall" };
  const output = await build({ configFile: false, root, logLevel: "warn", build: { lib, write: false, target: "es2022" } }) as Rolldown.RolldownOutput[];
  const [{ output: chunks }] = output;
  expect(chunks).toHaveLength(1);
  return chunks[0].code;
}

test("the bundle is one script that needs nothing of Node", () => {
  expect(bundle).not.toMatch(/["'`]node:|\brequire\(|__vite-browser-external|\bprocess\.(?!env\b)/);
  expect(bundle).not.toMatch(/\bimport\b\s*[("{*]/);
});

/** Every law, the day factor, balking, lines, and a queue cut off at closing. */
const everyLaw = shippedText("lunches-and-lines.yaml", ["patience: { distribution: exponential, mean: 3m }", "patience: { distribution: weibull, shape: 0.7, scale: 3m }"]);
const gammaTimes = everyLaw.replace("distribution: lognormal, mean: 5m30s", "distribution: gamma, mean: 5m30s");

test.each([
  ["a single type with lognormal times", everyLaw],
  ["a single type with gamma times", gammaTimes],
  ["four types, four groups, and the other laws", shippedText("specialised-teams.yaml")],
])("Node and Chromium give the same bits: %s", async (_, text) => {
  const file = write(temporaryFolder(), "day.yaml", text);
  const { stdout } = await callhall(["run", file, "--days", "100", "--seed", "bits", "--json"]);
  const page = await browser.newPage();
  await page.setContent("<!doctype html><title>callhall</title>");
  await page.addScriptTag({ content: bundle });
  const inPage = await page.evaluate((scenario) => {
    const { parseScenario, simulate } = (globalThis as unknown as { callhall: typeof library }).callhall;
    return JSON.stringify(simulate(parseScenario(scenario), { days: 100, seed: "bits" }), null, 2);
  }, text);
  await page.close();
  expect(`${inPage}\n`).toBe(stdout);
});
