// Running a scenario: all its days, block by block, into a result.

import type { Scenario } from "../scenario/schema.ts";
import type { Block } from "../stats/block.ts";
import { Tally } from "../stats/tally.ts";
import { blocksIn, shapeOfScenario, simulatorOf } from "./blocks.ts";
import { isPreciseEnough } from "./precision.ts";
import { resultOf, type Result } from "./result.ts";

export interface RunOptions {
  /** Days to simulate, instead of the scenario's. */
  readonly days?: number | undefined;
  /** The text all chance comes from, instead of the scenario's. */
  readonly seed?: string | undefined;
}

/** What a simulator of blocks, in this thread or in others, is asked for. */
export interface BlockJob {
  /** One kind of day, or a calendar of dates. */
  readonly scenario: Scenario;
  /** Of a calendar: how many times all its dates are simulated. */
  readonly days: number;
  readonly seed: string;
  /** Half-width of the total's service level at which to stop before all days are done. */
  readonly precision?: number | undefined;
  /** Whether blocks bring each day's own numbers with them. */
  readonly keepDays?: boolean;
}

/** The job of a scenario; days asked for override its precision. */
export function jobOf(scenario: Scenario, { days, seed = scenario.seed }: RunOptions = {}): BlockJob {
  return { scenario, days: days ?? scenario.days, seed, precision: days === undefined ? scenario.precision?.serviceLevel : undefined };
}

/** Yields the blocks of a job in order. */
export type SimulateBlocks = (job: BlockJob) => AsyncIterable<Block>;

/**
 * Simulate a scenario in this thread. The same scenario, days and seed give the same bits in every engine.
 * @returns means a day, seconds, shares of 1, each with the half-width of its 95 % interval
 */
export function simulate(scenario: Scenario, options: RunOptions = {}): Result {
  return simulateJob(jobOf(scenario, options));
}

export function simulateJob(job: BlockJob): Result {
  return simulateTelling(job, () => {});
}

/** @param onBlock told every block */
export function simulateTelling(job: BlockJob, onBlock: (block: Block) => void): Result {
  return resultOf(job.scenario, job.seed, tallyHere(job, onBlock), job.precision);
}

/** The days of a job simulated in this thread, in sum. @param onBlock told every block */
export function tallyHere(job: BlockJob, onBlock: (block: Block) => void = () => {}): Tally {
  const { days, precision } = job, simulator = simulatorOf(job), tally = new Tally(shapeOfScenario(job.scenario));
  for (let number = 0; number < blocksIn(job); number++) {
    const block = simulator.simulate(number, days);
    tally.add(block);
    onBlock(block);
    if (precision !== undefined && isPreciseEnough(tally, precision)) break;
  }
  return tally;
}

/** The same with blocks simulated elsewhere: the same result, bit for bit. @param onDays told how many days are done */
export async function run(job: BlockJob, simulateBlocks: SimulateBlocks, onDays: (days: number) => void): Promise<Result> {
  return resultOf(job.scenario, job.seed, await tallyOf(job, simulateBlocks, onDays), job.precision);
}

/** The days of a job in sum, with blocks simulated elsewhere. */
export async function tallyOf(job: BlockJob, simulateBlocks: SimulateBlocks, onDays: (days: number) => void): Promise<Tally> {
  const tally = new Tally(shapeOfScenario(job.scenario));
  for await (const block of simulateBlocks(job)) {
    tally.add(block);
    onDays(tally.days);
    if (job.precision !== undefined && isPreciseEnough(tally, job.precision)) break;
  }
  return tally;
}
