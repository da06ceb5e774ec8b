// Runs that keep what each day was like, so that days of several runs can be compared.

import { count, limits } from "../scenario/limits.ts";
import { isDated } from "../scenario/dated.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { Block } from "../stats/block.ts";
import { dayColumns, type DayColumns } from "../stats/dayTotals.ts";
import type { Tally } from "../stats/tally.ts";
import { shapeOfScenario } from "./blocks.ts";
import { asOneDay } from "./calendar.ts";
import { resultOf, type Result } from "./result.ts";
import { tallyHere, type BlockJob, type SimulateBlocks } from "./run.ts";

/** day x columns */
export interface KeptDays {
  readonly columns: DayColumns;
  readonly values: Float64Array;
}

/** A run and, where its job asked for them, its days. */
export interface Ran {
  readonly result: Result;
  readonly tally: Tally;
  readonly days: KeptDays;
}

/** Why so many days of these scenarios cannot be kept; null where they can. */
export function tooManyToKeep(scenarios: readonly Scenario[], days: number): string | null {
  const bytes = scenarios.reduce((sum, scenario) => sum + days * 8 * dayColumns(shapeOfScenario(scenario)).width, 0);
  if (bytes <= limits.keptBytes) return null;
  return `${count(days)} days are too many to compare day by day: with so many ways of working and contact types at most ${count(Math.floor((days * limits.keptBytes) / bytes))} days fit`;
}

/** Collects the days of jobs while their blocks pass by. */
export class DayKeeper {
  private readonly kept = new Map<BlockJob, Float64Array[]>();

  /** The same blocks, their days kept. */
  readonly keeping = (simulateBlocks: SimulateBlocks): SimulateBlocks => {
    const { kept } = this;
    return async function* (job) {
      kept.set(job, []);
      for await (const block of simulateBlocks(job)) {
        keep(kept, job, block);
        yield block;
      }
    };
  };

  /** Simulate a job in this thread. */
  simulate(job: BlockJob): Ran {
    this.kept.set(job, []);
    return this.ranOf(job, tallyHere(job, (block) => keep(this.kept, job, block)));
  }

  /** The run of a job whose blocks have passed by. */
  ranOf(job: BlockJob, tally: Tally): Ran {
    return { result: resultOf(isDated(job.scenario) ? asOneDay(job.scenario) : job.scenario, job.seed, tally, job.precision), tally, days: this.take(job) };
  }

  /** The days of a job that has been run; they are handed over. */
  take(job: BlockJob): KeptDays {
    const chunks = this.kept.get(job) ?? [], columns = dayColumns(shapeOfScenario(job.scenario));
    this.kept.delete(job);
    const values = new Float64Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of chunks) {
      values.set(chunk, at);
      at += chunk.length;
    }
    return { columns, values };
  }
}

function keep(kept: Map<BlockJob, Float64Array[]>, job: BlockJob, { dayTotals }: Block): void {
  if (dayTotals !== undefined) kept.get(job)?.push(dayTotals);
}
