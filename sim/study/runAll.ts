// Several jobs at once, so that the next fills the threads while one comes to its end.

import type { Tally } from "../stats/tally.ts";
import { resultOf, type Result } from "./result.ts";
import { tallyOf, type BlockJob, type SimulateBlocks } from "./run.ts";

/**
 * Run all jobs, begun in their order. @param atOnce how many are under way at a time
 * @param onDays told how many days of all jobs together are done; a job that stops early counts in full
 * @returns their results in the same order, bit for bit as if each had been run alone
 */
export async function runAll(jobs: readonly BlockJob[], simulateBlocks: SimulateBlocks, atOnce: number, onDays: (days: number) => void): Promise<Result[]> {
  return workAll(jobs, atOnce, onDays, async (job, onOwnDays) => resultOf(job.scenario, job.seed, await tallyOf(job, simulateBlocks, onOwnDays), job.precision));
}

/** The same with the days of each job in sum, from which its result, or that of a week, can be had. */
export async function tallyAll(jobs: readonly BlockJob[], simulateBlocks: SimulateBlocks, atOnce: number, onDays: (days: number) => void): Promise<Tally[]> {
  return workAll(jobs, atOnce, onDays, (job, onOwnDays) => tallyOf(job, simulateBlocks, onOwnDays));
}

async function workAll<Answer>(jobs: readonly BlockJob[], atOnce: number, onDays: (days: number) => void, work: (job: BlockJob, onDays: (days: number) => void) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [], done = jobs.map(() => 0);
  let next = 0, total = 0;
  const tell = (job: number, days: number) => {
    total += days - done[job];
    done[job] = days;
    onDays(total);
  };
  const lane = async () => {
    while (next < jobs.length) {
      const job = next++;
      answers[job] = await work(jobs[job], (days) => tell(job, days));
      tell(job, jobs[job].days);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, jobs.length) }, lane));
  return answers;
}
