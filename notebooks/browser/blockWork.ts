// What a worker of the browser's pool does: told the jobs, it answers each block asked for with the block.

import { compile } from "../../sim/model/compile.ts";
import type { Block } from "../../sim/stats/block.ts";
import { BlockSimulator } from "../../sim/study/blocks.ts";
import type { BlockJob } from "../../sim/study/run.ts";

/** A job by its number; then its blocks; and in the end that no more of them will be asked for. */
export type BlockRequest = { readonly begin: BlockJob; readonly job: number } | { readonly block: number; readonly job: number } | { readonly end: true; readonly job: number };

export interface BlockAnswer {
  readonly job: number;
  readonly block: number;
  readonly result: Block;
}

const jobs = new Map<number, { readonly simulator: BlockSimulator; readonly days: number }>();

export function workOnBlocks(data: BlockRequest): void {
  const { job } = data;
  if ("begin" in data) {
    const { scenario, seed, days, keepDays } = data.begin;
    jobs.set(job, { simulator: new BlockSimulator(compile(scenario), seed, keepDays), days });
  } else if ("end" in data) {
    jobs.delete(job);
  } else {
    const { simulator, days } = jobs.get(job)!; // the pool asks for blocks between beginning and end only
    const answer: BlockAnswer = { job, block: data.block, result: simulator.simulate(data.block, days) };
    self.postMessage(answer);
  }
}
