// Rounds of jobs simulated by threads, each job's days kept, until whoever asks for them has an answer.

import { DayKeeper } from "../study/compareDays.ts";
import type { Rounds } from "../study/rounds.ts";
import type { BlockJob } from "../study/run.ts";
import { tallyAll } from "../study/runAll.ts";
import type { Progress } from "./progress.ts";
import { unitOf } from "./runKinds.ts";
import { withSimulator } from "./simulator.ts";

/** @param named what the progress of a round is called, by its jobs and its number from 1 */
export async function simulateRounds<Answer>(rounds: Rounds<Answer>, workers: number | undefined, progress: Progress, named: (jobs: readonly BlockJob[], number: number) => string): Promise<Answer> {
  const keeper = new DayKeeper();
  let round = rounds.next(), number = 0;
  if (round.done === true) return round.value;
  try {
    return await withSimulator(round.value, workers, async (simulateBlocks, threads) => {
      while (round.done !== true) {
        const jobs = round.value;
        if (jobs.length > 0) {
          progress.start(named(jobs, ++number), jobs.reduce((sum, { days }) => sum + days, 0), unitOf(jobs[0].scenario));
          const tallies = await tallyAll(jobs, keeper.keeping(simulateBlocks), threads === 1 ? 1 : threads + 1, progress.update);
          progress.stop();
          round = rounds.next(tallies.map((tally, i) => keeper.ranOf(jobs[i], tally)));
        } else round = rounds.next([]);
      }
      return round.value;
    });
  } finally {
    progress.stop();
  }
}
