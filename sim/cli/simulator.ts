// Which threads simulate: this one for small runs, a pool for large ones.

import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { compile } from "../model/compile.ts";
import type { Scenario } from "../scenario/schema.ts";
import { expectedContactsPerDay } from "../scenario/limits.ts";
import { BlockSimulator, blocksIn } from "../study/blocks.ts";
import type { BlockJob, SimulateBlocks } from "../study/run.ts";
import { createWorkerPool } from "./workerPool.ts";

/** Below so many contacts a second thread costs more in starting than it saves. */
const CONTACTS_PER_WORKER = 1_000_000;

/** Threads for a run that did not ask for a number of them. */
export function usualWorkers(scenarios: readonly Scenario[], days: number | undefined): number {
  const contacts = scenarios.map((scenario) => expectedContactsPerDay(scenario) * (days ?? scenario.days));
  return Math.max(1, Math.min(availableParallelism(), Math.floor(Math.max(...contacts) / CONTACTS_PER_WORKER)));
}

/** Call `work` with a simulator of blocks that uses so many threads, and end them afterwards. */
export async function withSimulator<T>(workers: number, work: (simulateBlocks: SimulateBlocks) => Promise<T>): Promise<T> {
  if (workers === 1) return work(inThisThread);
  const pool = createWorkerPool(workers);
  try {
    return await work(pool.simulateBlocks);
  } finally {
    await pool.close();
  }
}

async function* inThisThread({ scenario, days, seed }: BlockJob) {
  const simulator = new BlockSimulator(compile(scenario), seed);
  for (let block = 0; block < blocksIn(days); block++) {
    yield simulator.simulate(block, days);
    await setImmediate(); // let Ctrl-C and the progress bar in
  }
}
