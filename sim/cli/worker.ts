// A worker thread: told the jobs, it answers each block asked for with the block.

import { parentPort } from "node:worker_threads";
import type { Block } from "../stats/block.ts";
import { simulatorOf } from "../study/blocks.ts";
import type { BlockJob } from "../study/run.ts";

/** A job by its number; then its blocks; and in the end that no more of them will be asked for. */
export type WorkerRequest = { readonly begin: BlockJob; readonly job: number } | { readonly block: number; readonly job: number } | { readonly end: true; readonly job: number };

export interface WorkerAnswer {
  readonly job: number;
  readonly block: number;
  readonly result: Block;
}

const port = parentPort;
if (port === null) throw new Error("this file is started by the worker pool");

const jobs = new Map<number, { readonly simulator: ReturnType<typeof simulatorOf>; readonly days: number }>();

port.on("message", (request: WorkerRequest) => {
  const { job } = request;
  if ("begin" in request) {
    jobs.set(job, { simulator: simulatorOf(request.begin), days: request.begin.days });
    return;
  }
  if ("end" in request) {
    jobs.delete(job);
    return;
  }
  const { simulator, days } = jobs.get(job)!; // the pool asks for blocks between beginning and end only
  const answer: WorkerAnswer = { job, block: request.block, result: simulator.simulate(request.block, days) };
  // Copied, not transferred: once a thread has given an array away, V8 checks every array of that thread at every access.
  port.postMessage(answer);
});
