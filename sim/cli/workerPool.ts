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
  let failure: Error | null = null, jobs = 0, wake = () => {};
  const fail = (error: Error) => {
    failure ??= error;
    wake();
  };
  for (const worker of workers) worker.on("error", fail).on("exit", () => fail(new Error("a worker thread ended too early")));

  /** One job at a time. */
  async function* simulateBlocks(job: BlockJob): AsyncGenerator<Block> {
    const number = ++jobs, blocks = blocksIn(job.days), done = new Map<number, Block>();
    const most = 2 * AHEAD * size; // blocks asked for and not yet handed on: bounds the memory where the reader is slow
    const free = Array.from({ length: AHEAD }, () => workers).flat();
    let asked = 0, next = 0;
    const ask = () => {
      while (free.length > 0 && asked < Math.min(blocks, next + most)) send(free.shift()!, { block: asked++ });
    };
    const listeners = workers.map((worker) => ({
      worker,
      answered: ({ job: answeredJob, block, result }: WorkerAnswer) => {
        if (answeredJob !== number) return; // of a job that was stopped once it was precise enough
        done.set(block, result);
        free.push(worker);
        ask();
        wake();
      },
    }));
    for (const { worker, answered } of listeners) worker.on("message", answered);
    try {
      for (const worker of workers) send(worker, { job, number });
      for (; next < blocks; next++) {
        ask();
        let block = done.get(next);
        while (block === undefined) {
          if (failure !== null) throw failure;
          await new Promise<void>((resolve) => { wake = resolve; });
          block = done.get(next);
        }
        done.delete(next);
        yield block;
      }
    } finally {
      for (const { worker, answered } of listeners) worker.off("message", answered);
    }
  }

  return { simulateBlocks, close: async () => void (await Promise.all(workers.map((worker) => worker.terminate()))) };
}

function send(worker: Worker, request: WorkerRequest): void {
  worker.postMessage(request);
}
