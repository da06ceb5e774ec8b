// A worker thread: told a job, it answers each block number with the block.

import { parentPort } from "node:worker_threads";
import { compile } from "../model/compile.ts";
import type { Block } from "../stats/block.ts";
import { BlockSimulator } from "../study/blocks.ts";
import type { BlockJob } from "../study/run.ts";

export type WorkerRequest = { readonly job: BlockJob; readonly number: number } | { readonly block: number };

export interface WorkerAnswer {
  /** The job's number: answers may come after their job has been stopped. */
  readonly job: number;
  readonly block: number;
  readonly result: Block;
}

const port = parentPort;
if (port === null) throw new Error("this file is started by the worker pool");

let simulator: BlockSimulator;
let days = 0, job = 0;

port.on("message", (request: WorkerRequest) => {
  if ("job" in request) {
    simulator = new BlockSimulator(compile(request.job.scenario), request.job.seed);
    days = request.job.days;
    job = request.number;
    return;
  }
  const result = simulator.simulate(request.block, days);
  const answer: WorkerAnswer = { job, block: request.block, result };
  // Copied, not transferred: once a thread has given an array away, V8 checks every array of that thread at every access.
  port.postMessage(answer);
});
