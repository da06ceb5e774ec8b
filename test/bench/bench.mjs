// npm run bench: what a simulated call costs, beside the limit, at every size, and with two threads. Prints Markdown.
// Ratios are of runs that alternate in one process, so they hold when the machine's speed drifts.

import { parseScenario } from "../../dist/sim/scenario/parse.js";
import { simulate, run } from "../../dist/sim/study/run.js";
import { withSimulator } from "../../dist/sim/cli/simulator.js";
import { limitA, limitB } from "./limit.mjs";
import { recursionA, recursionB } from "./recursion.mjs";
import { fiftyByFifty, oneQueue, workloadA, workloadB } from "./workloads.mjs";

const ROUNDS = 5;

/** CPU-nanoseconds of this process that `work` takes. @param {() => unknown} work */
function cpu(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return 1000 * (user + system);
}

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const print = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
const fixed = (/** @type {number} */ value, digits = 2) => value.toFixed(digits);

/** An answer must be the known one to within 4 standard errors of its own. */
function check(/** @type {string} */ what, /** @type {{mean: number | null, halfWidth: number | null}} */ estimate, /** @type {number} */ known) {
  if (Math.abs((estimate.mean ?? NaN) - known) > 2 * (estimate.halfWidth ?? 0) + 5e-5) throw new Error(`${what}: ${estimate.mean} ± ${estimate.halfWidth}, known ${known}`);
}

print(`Node ${process.version}, one thread unless said otherwise; CPU-time, median of ${ROUNDS} alternating rounds\n`);
print("| workload | calls per CPU-second | limit | ratio | without events | ratio |\n| --- | ---: | ---: | ---: | ---: | ---: |");
const days = 8000;
for (const { name, text, calls, limit, recursion, known } of [
  { name: "A: one queue", text: workloadA, calls: 1000, limit: limitA, recursion: recursionA, known: { serviceLevel: 0.8457, abandonmentRate: 0.0626, averageSpeedOfAnswer: 5.86 } },
  { name: "B: three types, four groups", text: workloadB, calls: 900, limit: limitB, recursion: recursionB, known: { serviceLevel: 0.8318, abandonmentRate: 0.0771, averageSpeedOfAnswer: 6.68 } },
]) {
  const scenario = parseScenario(text);
  const { total } = simulate(scenario, { days }); // warms up, and is checked
  check("service level", total.serviceLevel, known.serviceLevel);
  check("abandonment rate", total.abandonmentRate, known.abandonmentRate);
  check("average speed of answer", { mean: total.averageSpeedOfAnswer.mean, halfWidth: (total.averageSpeedOfAnswer.halfWidth ?? 0) + 0.005 }, known.averageSpeedOfAnswer);
  const rounds = Array.from({ length: ROUNDS + 1 }, (_, round) => ({
    engine: cpu(() => simulate(scenario, { days })), limit: cpu(() => limit(days, round)), recursion: cpu(() => recursion(days, round)),
  })).slice(1);
  const speed = (/** @type {"engine" | "limit" | "recursion"} */ of) => `${fixed((1000 * days * calls) / median(rounds.map((r) => r[of])), 1)} M`;
  const ratio = (/** @type {"limit" | "recursion"} */ to) => fixed(median(rounds.map((r) => r[to] / r.engine)));
  print(`| ${name} | ${speed("engine")} | ${speed("limit")} | **${ratio("limit")}** | ${speed("recursion")} | ${ratio("recursion")} |`);
}

print("\n| size | cost of a call against 1,000 calls, 12 agents |\n| --- | ---: |");
const base = parseScenario(workloadA);
simulate(base, { days: 2000 });
for (const [name, text, calls] of /** @type {[string, string, number][]} */ ([
  ["10,000 calls, 100 agents", oneQueue(10_000, 100, 330), 10_000],
  ["100,000 calls, 1,000 agents", oneQueue(100_000, 1000, 330), 100_000],
  ["1,000,000 calls, 5,000 agents", oneQueue(1_000_000, 5000, 165), 1_000_000],
  ["50,000 calls, 5,000 agents, few busy", oneQueue(50_000, 5000, 330), 50_000],
  ["50,000 calls, 5,000 waiting", oneQueue(50_000, 440, 330, "never"), 50_000],
  ["1,000 calls, 50 types, 50 groups", fiftyByFifty(1000, 50), 1000],
  ["10,000 calls, 50 types, 50 groups", fiftyByFifty(10_000, 150), 10_000],
  ["100,000 calls, 50 types, 50 groups", fiftyByFifty(100_000, 1000), 100_000],
])) {
  const scenario = parseScenario(text), some = Math.max(3, Math.round(10_000_000 / calls));
  const ratios = Array.from({ length: ROUNDS + 1 }, () => {
    const here = cpu(() => simulate(scenario, { days: some })) / (some * calls);
    return here / (cpu(() => simulate(base, { days: 3000 })) / 3_000_000);
  }).slice(1);
  print(`| ${name} | ${fixed(median(ratios))} |`);
}

/** Wall-clock seconds of a run with so many threads. @param {number} workers */
async function wall(workers) {
  const started = process.hrtime.bigint();
  const job = { scenario: base, days: 100_000, seed: "1" };
  await withSimulator([job], workers, (simulateBlocks) => run(job, simulateBlocks, () => {}));
  return Number(process.hrtime.bigint() - started) / 1e9;
}
const times = [];
for (let round = 0; round < 3; round++) times.push((await wall(1)) / (await wall(2)));
print(`\nTwo threads run workload A (100 million calls) ${fixed(median(times))} times as fast as one.`);
