// npm run bench: what a year of dates costs beside its days run singly, one thread. Prints Markdown.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parseScenario } from "../../dist/sim/scenario/parse.js";
import { simulatorOf } from "../../dist/sim/study/blocks.js";
import { simulateCalendar } from "../../dist/sim/study/calendar.js";

const ROUNDS = 15, RUNS = 24, MEMORY_RUNS = 1000;

const textOf = (/** @type {string} */ name) => readFileSync(new URL(`../../scenarios/${name}`, import.meta.url), "utf8");
const year = parseScenario(textOf("year.yaml"), "year.yaml", { readBase: (file) => ({ file, text: textOf(file) }), set: ["calendar.season=null"] }); // every day of a kind has as many contacts then
const dayTypes = year.calendar?.dayTypes ?? {};

/** CPU-seconds of this process that `work` takes. @param {() => unknown} work */
function cpu(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** All blocks of a job, each thrown away. @param {import("../../sim/scenario/schema.ts").Scenario} scenario @param {number} days @param {number} block */
function simulateAll(scenario, days, block) {
  const simulator = simulatorOf({ scenario, seed: "bench" });
  for (let number = 0; number * block < days; number++) simulator.simulate(number, days);
}

if (process.argv.length > 2) {
  simulateCalendar(year, { days: Number(process.argv[2]) });
  process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024)));
  process.exit(0);
}

const times = Object.entries(simulateCalendar(year, { days: RUNS, seed: "bench" }).dayTypes).map(([kind, { timesInCalendar }]) => ({ kind, days: Math.round(RUNS * timesInCalendar) }));
const calendar = [], singly = [];
for (let round = 0; round < ROUNDS; round++) {
  calendar.push(cpu(() => simulateAll(year, RUNS, 8)));
  singly.push(cpu(() => { for (const { kind, days } of times) simulateAll(dayTypes[kind], days, 32); }));
}
const least = (/** @type {number[]} */ values) => Math.min(...values.slice(1)); // the first round warms up
process.stdout.write(`\nA year of the case (${times.map(({ kind, days }) => `${Math.round(days / RUNS)} ${kind}`).join(", ")}) takes ${(1000 * least(calendar) / RUNS).toFixed(1)} ms, ${(least(calendar) / least(singly)).toFixed(2)} times its days run singly.\n`);

// Memory of a process that does nothing else: its most, over that of one which simulates no more than a block.
const mostMegabytes = (/** @type {number} */ runs) => Number(execFileSync(process.execPath, [import.meta.filename, String(runs)], { encoding: "utf8" }));
const [block, many] = [8, MEMORY_RUNS].map(mostMegabytes);
process.stdout.write(`${MEMORY_RUNS.toLocaleString("en-GB")} years take ${many} MB at the most, 8 years ${block} MB.\n`);
