// Which threads simulate: this one for small runs, a pool for large ones.

import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { expectedContacts } from "../scenario/expected.ts";
import { blockLength, blocksIn, simulatorOf } from "../study/blocks.ts";
import type { BlockJob, SimulateBlocks } from "../study/run.ts";
import { createWorkerPool } from "./workerPool.ts";

/** Below so many contacts a second thread costs more in starting than it saves. */
const CONTACTS_PER_WORKER = 1_000_000;

/**
 * Call `work` with a simulator of blocks for these jobs, and end its threads afterwards.
 * @param workers undefined: as many as pay off
 * @param work also told how many threads there are: with one more job than that under way, none of them is ever idle
 */
export async function withSimulator<T>(jobs: readonly BlockJob[], workers: number | undefined, work: (simulateBlocks: SimulateBlocks, threads: number) => Promise<T>): Promise<T> {
  const threads = threadsFor(jobs, workers);
  if (threads === 1 && !jobs.some(hasLongBlocks)) return work(inThisThread, 1);
  const pool = createWorkerPool(threads);
  try {
    return await work(pool.simulateBlocks, threads);
  } finally {
    await pool.close();
  }
}

/** Never more than there are blocks. */
function threadsFor(jobs: readonly BlockJob[], workers: number | undefined): number {
  const total = (of: (job: BlockJob) => number) => jobs.reduce((sum, job) => sum + of(job), 0);
  const contacts = total(({ scenario, days }) => expectedContacts(scenario) * days);
  const wanted = workers ?? Math.min(availableParallelism(), Math.floor(contacts / CONTACTS_PER_WORKER));
  const blocks = total(blocksIn);
  return Math.max(1, Math.min(wanted, blocks));
}

/** While this thread simulates a block it hears neither Ctrl-C nor the clock of the progress bar. */
function hasLongBlocks({ scenario, days }: BlockJob): boolean {
  return expectedContacts(scenario) * Math.min(days, blockLength(scenario)) > CONTACTS_PER_WORKER;
}

async function* inThisThread(job: BlockJob) {
  const simulator = simulatorOf(job);
  for (let block = 0; block < blocksIn(job); block++) {
    yield simulator.simulate(block, job.days);
    await setImmediate(); // let Ctrl-C and the progress bar in
  }
}
