// The browser's pool: blocks of days simulated in workers and handed on in order. Which worker simulates a block changes nothing
// in it, so the numbers are those of the command line. A worker that is still busy with what nobody wants any more is replaced.

import { blocksIn } from "../../sim/study/blocks.ts";
import type { BlockJob, SimulateBlocks } from "../../sim/study/run.ts";
import type { Block } from "../../sim/stats/block.ts";
import type { BlockAnswer, BlockRequest, Ended } from "./blockWork.ts";

/** Blocks asked of a worker at a time, so that it never waits for the next request, even while the page draws: two at least, and work for so many ms. */
const LEAST_AHEAD = 2, MOST_AHEAD = 24, WORK_AHEAD = 30;
const PATIENCE = 150; // ms that a worker may go on with a job that was given up

export interface Pool {
  /** Several jobs may be under way at once; those begun first are served first. @param signal gives the jobs up: their blocks end early */
  readonly simulateUntil: (signal: AbortSignal) => SimulateBlocks;
  readonly close: () => void;
}

interface Job {
  readonly number: number;
  readonly job: BlockJob;
  readonly blocks: number;
  readonly done: Map<number, Block>;
  /** To be asked for again, since their worker was replaced. */
  readonly again: number[];
  asked: number;
  next: number;
}

interface Thread {
  worker: Worker;
  /** The numbers of the jobs it knows. */
  known: Set<number>;
  asked: { readonly job: number; readonly block: number }[];
  /** Jobs given up of which it has not said that it forgot them. */
  ending: Set<number>;
}

/** @param start a new worker that runs `worker.ts` */
export function createPool(size: number, start: () => Worker): Pool {
  const jobs = new Map<number, Job>();
  let ahead = LEAST_AHEAD, begun = 0, failure: Error | null = null, waiting: (() => void)[] = [];
  const wake = () => {
    const all = waiting;
    waiting = [];
    for (const resolve of all) resolve();
  };
  const hire = (thread: Thread): Worker => {
    const worker = start();
    worker.onmessage = ({ data }: MessageEvent<BlockAnswer | Ended>) => {
      if ("ended" in data) {
        thread.ending.delete(data.ended);
        return;
      }
      thread.asked = thread.asked.filter(({ job, block }) => job !== data.job || block !== data.block);
      ahead = Math.min(MOST_AHEAD, Math.max(LEAST_AHEAD, Math.ceil(WORK_AHEAD / data.took)));
      jobs.get(data.job)?.done.set(data.block, data.result);
      ask();
      wake();
    };
    worker.onerror = (event) => {
      failure ??= new Error(event.message);
      wake();
    };
    return worker;
  };
  const threads = Array.from({ length: size }, (): Thread => {
    const thread: Thread = { worker: undefined as never, known: new Set(), asked: [], ending: new Set() }; // hired in the next line, as its answers go to the thread
    thread.worker = hire(thread);
    return thread;
  });
  const send = ({ worker }: Thread, request: BlockRequest) => worker.postMessage(request);
  const askFor = (thread: Thread, job: Job) => {
    const block = job.again.shift() ?? job.asked++;
    if (!thread.known.has(job.number)) {
      thread.known.add(job.number);
      send(thread, { begin: job.job, job: job.number });
    }
    thread.asked.push({ job: job.number, block });
    send(thread, { block, job: job.number });
  };
  const idlest = () => threads.reduce((least, thread) => (thread.asked.length < least.asked.length ? thread : least));
  function ask(): void {
    for (const job of jobs.values()) {
      // At first one block for each worker, so that the first numbers find a processor free to draw them.
      const most = job.next < size ? size : 2 * ahead * size;
      while (job.again.length > 0 || job.asked < Math.min(job.blocks, job.next + most)) {
        const thread = idlest();
        if (thread.asked.length >= ahead) return;
        askFor(thread, job);
      }
    }
  }
  /** End what was given up: a worker that is still busy with it after a while is replaced, and asked again for what others want of it. */
  const giveUp = (number: number) => {
    if (!jobs.delete(number)) return;
    for (const thread of threads) {
      if (!thread.known.delete(number)) continue;
      thread.asked = thread.asked.filter(({ job }) => job !== number);
      thread.ending.add(number);
      send(thread, { end: true, job: number });
    }
    setTimeout(() => {
      for (const thread of threads.filter(({ ending }) => ending.has(number))) {
        thread.worker.terminate();
        for (const { job, block } of thread.asked) jobs.get(job)?.again.push(block);
        Object.assign(thread, { known: new Set(), asked: [], ending: new Set() });
        thread.worker = hire(thread);
      }
      ask();
    }, PATIENCE);
  };

  async function* simulate(given: BlockJob, signal: AbortSignal): AsyncGenerator<Block> {
    if (signal.aborted) return;
    const job: Job = { number: ++begun, job: given, blocks: blocksIn(given), done: new Map(), again: [], asked: 0, next: 0 };
    jobs.set(job.number, job);
    signal.addEventListener("abort", () => {
      giveUp(job.number);
      wake();
    }, { once: true });
    try {
      for (; job.next < job.blocks; job.next++) {
        ask();
        let block = job.done.get(job.next);
        while (block === undefined) {
          if (failure !== null) throw failure;
          if (signal.aborted) return;
          await new Promise<void>((resolve) => { waiting.push(resolve); });
          block = job.done.get(job.next);
        }
        job.done.delete(job.next);
        yield block;
      }
    } finally {
      giveUp(job.number);
    }
  }

  return { simulateUntil: (signal) => (job) => simulate(job, signal), close: () => { for (const { worker } of threads) worker.terminate(); } };
}
