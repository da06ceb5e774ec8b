// Several jobs at once, so that the next fills the threads while one comes to its end.

import type { Result } from "./result.ts";
import { run, type BlockJob, type SimulateBlocks } from "./run.ts";

/**
 * Run all jobs, begun in their order. @param atOnce how many are under way at a time
 * @param onDays told how many days of all jobs together are done; a job that stops early counts in full
 * @returns their results in the same order, bit for bit as if each had been run alone
 */
export async function runAll(jobs: readonly BlockJob[], simulateBlocks: SimulateBlocks, atOnce: number, onDays: (days: number) => void): Promise<Result[]> {
  const results: Result[] = [], done = jobs.map(() => 0);
  let next = 0, total = 0;
  const tell = (job: number, days: number) => {
    total += days - done[job];
    done[job] = days;
    onDays(total);
  };
  const lane = async () => {
    while (next < jobs.length) {
      const job = next++;
      results[job] = await run(jobs[job], simulateBlocks, (days) => tell(job, days));
      tell(job, jobs[job].days);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, jobs.length) }, lane));
  return results;
}
