// What a worker of the browser's pool does: told the jobs, it answers each block asked for with the block. Blocks wait in a queue of its
// own, one at a time between two messages, so that it hears at once of a job that was given up, and of the next.

import type { Block } from "../../sim/stats/block.ts";
import { simulatorOf } from "../../sim/study/blocks.ts";
import type { BlockJob } from "../../sim/study/run.ts";

/** A job by its number; then its blocks; and in the end that no more of them will be asked for. */
export type BlockRequest = { readonly begin: BlockJob; readonly job: number } | { readonly block: number; readonly job: number } | { readonly end: true; readonly job: number };

export interface BlockAnswer {
  readonly job: number;
  readonly block: number;
  readonly result: Block;
  /** Milliseconds. */
  readonly took: number;
}

/** That a job given up is forgotten: no block of it will follow. */
export interface Ended {
  readonly ended: number;
}

const jobs = new Map<number, { readonly simulator: ReturnType<typeof simulatorOf>; readonly days: number }>();
const turn = new MessageChannel();
let asked: { readonly job: number; readonly block: number }[] = [], turning = false;
turn.port1.onmessage = workOnNext;

export function workOnBlocks(data: BlockRequest): void {
  const { job } = data;
  if ("begin" in data) {
    jobs.set(job, { simulator: simulatorOf(data.begin), days: data.begin.days });
  } else if ("end" in data) {
    jobs.delete(job);
    asked = asked.filter((each) => each.job !== job);
    self.postMessage({ ended: job } satisfies Ended);
  } else {
    asked.push({ job, block: data.block });
    if (!turning) takeTurn();
  }
}

function takeTurn(): void {
  turning = true;
  turn.port2.postMessage(null);
}

function workOnNext(): void {
  const next = asked.shift();
  turning = false;
  if (next === undefined) return;
  const { simulator, days } = jobs.get(next.job)!, began = performance.now(); // the pool asks for blocks between beginning and end only
  self.postMessage({ ...next, result: simulator.simulate(next.block, days), took: performance.now() - began } satisfies BlockAnswer);
  takeTurn();
}
