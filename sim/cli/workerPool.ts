// Blocks of days simulated in worker threads and handed on in order. Which thread simulates a block changes nothing in it.

import { Worker } from "node:worker_threads";
import type { Block } from "../stats/block.ts";
import { blocksIn } from "../study/blocks.ts";
import type { BlockJob, SimulateBlocks } from "../study/run.ts";
import type { WorkerAnswer, WorkerRequest } from "./worker.ts";

const AHEAD = 4; // blocks asked of a worker at a time, so that it never waits for the next request

export interface WorkerPool {
  /** Several jobs may be under way at once: those begun first are served first, so that the next fills the threads as one runs out. */
  readonly simulateBlocks: SimulateBlocks;
  close(): Promise<void>;
}

interface Job {
  readonly number: number;
  readonly job: BlockJob;
  readonly blocks: number;
  /** Simulated and not yet handed on. */
  readonly done: Map<number, Block>;
  /** Who knows the job. */
  readonly workers: Set<Worker>;
  asked: number;
  next: number;
}

export function createWorkerPool(size: number): WorkerPool {
  const workers = Array.from({ length: size }, () => new Worker(new URL("./worker.js", import.meta.url)));
  const most = 2 * AHEAD * size; // blocks of a job asked for and not yet handed on: bounds the memory where the reader is slow
  const free = Array.from({ length: AHEAD }, () => workers).flat();
  const jobs = new Map<number, Job>(); // in the order in which they began
  let failure: Error | null = null, begun = 0, waiting: (() => void)[] = [];
  const wake = () => {
    const all = waiting;
    waiting = [];
    for (const resolve of all) resolve();
  };
  const fail = (error: Error) => {
    failure ??= error;
    wake();
  };
  const ask = () => {
    for (const job of jobs.values()) {
      while (free.length > 0 && job.asked < Math.min(job.blocks, job.next + most)) askFor(job, free.shift()!);
      if (free.length === 0) return;
    }
  };
  for (const worker of workers) {
    worker.on("error", fail).on("exit", () => fail(new Error("a worker thread ended too early")));
    worker.on("message", ({ job, block, result }: WorkerAnswer) => {
      jobs.get(job)?.done.set(block, result); // or the job was stopped once it was precise enough
      free.push(worker);
      ask();
      wake();
    });
  }

  async function* simulateBlocks(given: BlockJob): AsyncGenerator<Block> {
    const job: Job = { number: ++begun, job: given, blocks: blocksIn(given), done: new Map(), workers: new Set(), asked: 0, next: 0 };
    jobs.set(job.number, job);
    try {
      for (; job.next < job.blocks; job.next++) {
        ask();
        let block = job.done.get(job.next);
        while (block === undefined) {
          if (failure !== null) throw failure;
          await new Promise<void>((resolve) => { waiting.push(resolve); });
          block = job.done.get(job.next);
        }
        job.done.delete(job.next);
        yield block;
      }
    } finally {
      jobs.delete(job.number);
      for (const worker of job.workers) send(worker, { end: true, job: job.number });
    }
  }

  return { simulateBlocks, close: async () => void (await Promise.all(workers.map((worker) => worker.terminate()))) };
}

function askFor(job: Job, worker: Worker): void {
  const { number } = job;
  if (!job.workers.has(worker)) {
    job.workers.add(worker);
    send(worker, { begin: job.job, job: number });
  }
  send(worker, { block: job.asked++, job: number });
}

function send(worker: Worker, request: WorkerRequest): void {
  worker.postMessage(request);
}
