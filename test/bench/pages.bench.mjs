// npm run bench:pages: what the planner page costs in Chromium. A thousand usual days beside Node, in one run; how soon numbers follow a
// slider; frames while it is dragged; the weight of the pages. Prints Markdown. Figures of a busy machine say nothing.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { gzipSync } from "node:zlib";
import { build, runnerImport } from "vite";
import { afterChange, frames } from "./inPage.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../.."), pages = join(root, "dist/pages"), usual = readFileSync(join(root, "scenarios/usual-day.yaml"), "utf8");
const DAYS = 1000, ROUNDS = 15, CHANGES = 12, DRAG = 2000; // ms

const print = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
const quantile = (/** @type {number[]} */ values, /** @type {number} */ share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))];
const median = (/** @type {number[]} */ values) => quantile(values, 0.5);
const ms = (/** @type {number} */ value) => `${value.toFixed(1)} ms`;

/** The engine as one script, which leaves `bench.timed` behind. */
async function engineScript() {
  const [{ output: [{ code }] }] = /** @type {import("vite").Rolldown.RolldownOutput[]} */ (await build({
    configFile: false, root, logLevel: "error", build: { lib: { entry: join(root, "test/bench/pagesWorker.mjs"), formats: ["iife"], name: "bench" }, write: false, target: "es2022" },
  }));
  return code;
}

const script = await engineScript(), asked = { text: usual, days: DAYS };
const { module: { browser } } = /** @type {{module: typeof import("./browser.ts")}} */ (await runnerImport(join(root, "test/bench/browser.ts")));

const node = new Worker(`${script}; const { parentPort } = require("node:worker_threads"); parentPort.on("message", (asked) => parentPort.postMessage(bench.timed(asked)));`, { eval: true });
const inNode = () => new Promise((/** @type {(ms: number) => void} */ resolve) => {
  node.once("message", resolve);
  node.postMessage(asked);
});
const bare = await browser.newPage();
await bare.evaluate((code) => {
  const worker = new Worker(URL.createObjectURL(new Blob([`${code}; onmessage = ({ data }) => postMessage(bench.timed(data));`])));
  Object.assign(globalThis, { once: (/** @type {unknown} */ given) => new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.postMessage(given);
  }) });
}, script);
const inChromium = () => bare.evaluate((given) => /** @type {{once: (given: unknown) => Promise<number>}} */ (/** @type {unknown} */ (globalThis)).once(given), asked);

const rounds = [];
for (let round = 0; round < ROUNDS + 5; round++) rounds.push({ node: await inNode(), chromium: await inChromium() }); // the first five warm up
const warm = rounds.slice(5);
await bare.close();
await node.terminate();

print(`Node ${process.version}, Chromium ${browser.version()}, one thread each; median of ${ROUNDS} alternating rounds\n`);
print("| 1,000 usual days | time |\n| --- | ---: |");
print(`| Node | ${ms(median(warm.map((round) => round.node)))} |`);
print(`| Chromium | ${ms(median(warm.map((round) => round.chromium)))} |`);
print(`| Chromium / Node | **${median(warm.map((round) => round.chromium / round.node)).toFixed(2)}** |`);

const context = await browser.newContext({ offline: true, viewport: { width: 1360, height: 850 } }), page = await context.newPage();
await page.goto(pathToFileURL(join(pages, "planner.html")).href);
const rested = async () => {
  await page.waitForFunction(() => /simulated days$/.test(document.querySelector(".certainty")?.textContent ?? "") && document.querySelector(".answer.stale, .picture.stale") === null, undefined, { timeout: 120_000 });
  await page.waitForTimeout(300);
};
await rested();
const changes = [];
for (let change = 0; change < CHANGES + 2; change++) {
  changes.push(await page.evaluate(afterChange, change % 2 === 0 ? 40 : -30));
  await rested();
}
const soon = changes.slice(2), dragged = await page.evaluate(frames, DRAG);
await browser.close();

print(`\n| planner page, ${CHANGES} changes by the slider | median | worst |\n| --- | ---: | ---: |`);
print(`| first simulated numbers in the page | ${ms(median(soon.map(({ first }) => first)))} | ${ms(quantile(soon.map(({ first }) => first), 1))} |`);
print(`| their half hours drawn | ${ms(median(soon.map(({ drawn }) => drawn)))} | ${ms(quantile(soon.map(({ drawn }) => drawn), 1))} |`);
print(`| 1,000 days in the page | ${ms(median(soon.map(({ thousand }) => thousand)))} | ${ms(quantile(soon.map(({ thousand }) => thousand), 1))} |`);
print(`| frame while dragging | ${ms(median(dragged))} | 95 in 100 below ${ms(quantile(dragged, 0.95))} |`);

print("\n| page | kB | gzip |\n| --- | ---: | ---: |");
for (const file of readdirSync(pages).filter((name) => name.endsWith(".html")).sort()) {
  print(`| ${file} | ${Math.round(statSync(join(pages, file)).size / 1000)} | ${Math.round(gzipSync(readFileSync(join(pages, file))).length / 1000)} |`);
}
