// Blocks of days simulated in worker threads and handed on in order. Which thread simulates a block changes nothing in it.

import { Worker } from "node:worker_threads";
import type { Block } from "../stats/block.ts";
import { blocksIn } from "../study/blocks.ts";
import type { BlockJob, SimulateBlocks } from "../study/run.ts";
import type { WorkerAnswer, WorkerRequest } from "./worker.ts";

const AHEAD = 4; // blocks asked of a worker at a time, so that it never waits for the next request

export interface WorkerPool {
  readonly simulateBlocks: SimulateBlocks;
  close(): Promise<void>;
}

export function createWorkerPool(size: number): WorkerPool {
  const workers = Array.from({ length: size }, () => new Worker(new URL("./worker.js", import.meta.url)));
  return {
    simulateBlocks: (job) => simulateBlocks(workers, job),
    close: async () => void (await Promise.all(workers.map((worker) => worker.terminate()))),
  };
}

async function* simulateBlocks(workers: readonly Worker[], job: BlockJob): AsyncGenerator<Block> {
  const blocks = blocksIn(job.days), done = new Map<number, Block>();
  let asked = 0, wake = () => {}, failure: Error | null = null;
  const ask = (worker: Worker) => {
    if (asked < blocks) send(worker, { block: asked++ });
  };
  const answered = (worker: Worker) => ({ block, result }: WorkerAnswer) => {
    done.set(block, result);
    ask(worker);
    wake();
  };
  const failed = (error: Error) => {
    failure = error;
    wake();
  };
  const listeners = workers.map((worker) => ({ worker, answered: answered(worker) }));
  for (const { worker, answered } of listeners) worker.on("message", answered).on("error", failed);
  try {
    for (const worker of workers) send(worker, { job });
    for (let i = 0; i < AHEAD; i++) workers.forEach(ask);
    for (let next = 0; next < blocks; next++) {
      let block = done.get(next);
      while (block === undefined) {
        if (failure !== null) throw failure as Error; // assigned in a callback, which the compiler does not see
        await new Promise<void>((resolve) => { wake = resolve; });
        block = done.get(next);
      }
      done.delete(next);
      yield block;
    }
  } finally {
    for (const { worker, answered } of listeners) worker.off("message", answered).off("error", failed);
  }
}

function send(worker: Worker, request: WorkerRequest): void {
  worker.postMessage(request);
}
