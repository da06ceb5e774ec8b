// npm run bench:fit: what fitting a million single calls costs, beside reading the same file line by line, and the memory it takes.
// CPU-time of whole processes, alternating, so that the ratio holds when the machine's speed drifts.

import { spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import seedrandom from "seedrandom";

const ROUNDS = 5, SIZES = [1_000_000, 3_000_000], LIMIT = 10, main = join(import.meta.dirname, "../../dist/sim/cli/main.js");
const folder = mkdtempSync(join(tmpdir(), "callhall-bench-"));
const two = (/** @type {number} */ value) => String(Math.floor(value)).padStart(2, "0");

/** A file of single calls, about 4,000 on each weekday. */
async function writeCalls(/** @type {string} */ file, /** @type {number} */ calls) {
  const uniform = seedrandom.alea("fit bench"), exponential = (/** @type {number} */ mean) => Math.round(-mean * Math.log(1 - uniform())), out = createWriteStream(file);
  out.write("Call ID,Start Time,Queue,Caller ID,Queue Wait Time,Disposition,Handle Time,Agent Name\n");
  let id = 0;
  for (let day = 0; id < calls; day++) {
    const date = new Date(Date.UTC(2025, 0, 1 + day));
    if (date.getUTCDay() % 6 === 0) continue;
    const times = Array.from({ length: 3500 + Math.floor(800 * uniform()) }, () => 8 * 3600 + 18_000 * (uniform() + uniform())).sort((a, b) => a - b), lines = [];
    for (const time of times.slice(0, calls - id)) {
      const wait = uniform() < 0.5 ? 0 : exponential(60), patience = exponential(300), lost = wait > patience;
      lines.push(`${++id},${date.toISOString().slice(0, 10)} ${two(time / 3600)}:${two((time / 60) % 60)}:${two(time % 60)},Q${1 + Math.floor(4 * uniform())},${7_700_000_000 + Math.floor(300_000 * uniform())},${lost ? patience : wait},${lost ? "Abandoned" : "Answered"},${lost ? 0 : 20 + exponential(200)},Agent ${1 + Math.floor(60 * uniform())}\n`);
    }
    if (!out.write(lines.join(""))) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

/** CPU-seconds and peak memory of a process of its own. */
function cost(/** @type {string[]} */ args) {
  const tail = `process.on("exit", () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); process.stderr.write("\\ncost " + [userCPUTime + systemCPUTime, maxRSS].join(" ")); });`;
  const { status, stderr } = spawnSync(process.execPath, ["--import", `data:text/javascript,${encodeURIComponent(tail)}`, ...args], { encoding: "utf8", cwd: folder, maxBuffer: 2 ** 26 });
  const [, micros, kilobytes] = /cost (\d+) (\d+)/.exec(stderr) ?? [];
  if (status !== 0) throw new Error(stderr);
  return { seconds: Number(micros) / 1e6, megabytes: Number(kilobytes) / 1024 };
}

const median = (/** @type {number[]} */ values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

try {
  process.stdout.write(`Node ${process.version}; CPU-time of whole processes, median of ${ROUNDS} alternating rounds\n\n| calls | line by line | fit | ratio | memory of fit |\n| ---: | ---: | ---: | ---: | ---: |\n`);
  for (const calls of SIZES) {
    const file = join(folder, `${calls}.csv`);
    await writeCalls(file, calls);
    const lines = `import { createReadStream } from "node:fs"; import { createInterface } from "node:readline"; let n = 0; for await (const line of createInterface({ input: createReadStream(${JSON.stringify(file)}) })) n += line.length;`;
    const rounds = Array.from({ length: ROUNDS }, () => ({ read: cost(["--input-type=module", "-e", lines]), fit: cost([main, "fit", file, "-o", "fitted.yaml"]) }));
    const read = median(rounds.map((each) => each.read.seconds)), fit = median(rounds.map((each) => each.fit.seconds));
    process.stdout.write(`| ${calls.toLocaleString("en-GB")} | ${read.toFixed(2)} s | ${fit.toFixed(2)} s | **${(fit / read).toFixed(1)}** (limit ${LIMIT}) | ${Math.round(median(rounds.map((each) => each.fit.megabytes)))} MB |\n`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
