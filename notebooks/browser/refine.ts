// A run that shows what it knows while it goes on: after few days, then after four times as many, and so on to the end. The last
// result is that of `callhall run`, to the bit, and every other one that of a run of so many days.

import { compile } from "../../sim/model/compile.ts";
import { shapeOf } from "../../sim/stats/block.ts";
import { dayColumns, type DayColumns } from "../../sim/stats/dayTotals.ts";
import { Tally } from "../../sim/stats/tally.ts";
import type { KeptDays } from "../../sim/study/compareDays.ts";
import { isPreciseEnough } from "../../sim/study/precision.ts";
import { resultOf, type Result } from "../../sim/study/result.ts";
import type { BlockJob, SimulateBlocks } from "../../sim/study/run.ts";

const FIRST = 64; // days
const GROWTH = 4;

export interface Refined {
  readonly result: Result;
  readonly done: boolean;
  /** The days so far one by one; only of a job that keeps them. */
  readonly days: () => KeptDays;
}

export async function* refine(job: BlockJob, simulateBlocks: SimulateBlocks): AsyncGenerator<Refined> {
  const shape = shapeOf(compile(job.scenario)), tally = new Tally(shape), chunks: Float64Array[] = [], columns = dayColumns(shape);
  let next = FIRST;
  for await (const block of simulateBlocks(job)) {
    tally.add(block);
    if (block.dayTotals !== undefined) chunks.push(block.dayTotals);
    const done = tally.days >= job.days || (job.precision !== undefined && isPreciseEnough(tally, job.precision));
    if (done || tally.days >= next) {
      const count = chunks.length;
      yield { result: resultOf(job.scenario, job.seed, tally, job.precision), done, days: () => joined(chunks.slice(0, count), columns) };
      next = GROWTH * tally.days;
    }
    if (done) return;
  }
}

function joined(chunks: readonly Float64Array[], columns: DayColumns): KeptDays {
  const values = new Float64Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    values.set(chunk, at);
    at += chunk.length;
  }
  return { columns, values };
}
