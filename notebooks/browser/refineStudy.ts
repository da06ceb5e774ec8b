// A study that shows what it knows while it goes on: its ways of working on few days first, then on all of them, and then what else it
// asks for. The last comparison is that of `callhall compare`, to the bit, and every one before that of so many days.

import type { Study } from "../../sim/scenario/study.ts";
import { compareRounds } from "../../sim/study/compare.ts";
import { DayKeeper, type Ran } from "../../sim/study/compareDays.ts";
import type { Comparison } from "../../sim/study/compareResult.ts";
import type { SimulateBlocks } from "../../sim/study/run.ts";
import { tallyAll } from "../../sim/study/runAll.ts";

const FIRST = 64; // days
const GROWTH = 8;

export interface ComparedSoFar {
  /** What of the study the comparison answers: fewer days, or without what it asks beyond its ways of working; in the end the study itself. */
  readonly study: Study;
  readonly comparison: Comparison;
  readonly done: boolean;
}

/** How far a step has come. */
export interface StudyProgress {
  /** From 0: the ways of working themselves, then each round of what follows from them. */
  readonly round: number;
  readonly days: number;
  readonly ofDays: number;
}

const AT_A_STRETCH = 8; // ms of arithmetic between two moments for the page

/** Lets the page do what waits, where the last time is a while ago. */
function breathing(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < AT_A_STRETCH) return;
    await new Promise((resolve) => { setTimeout(resolve); });
    since = performance.now();
  };
}

/**
 * @param simulateBlocks ends a job's blocks early once `signal` has fired; then nothing more comes
 * @param atOnce jobs under way at a time @param tell hears of every block
 */
export async function* refineStudy(study: Study, simulateBlocks: SimulateBlocks, atOnce: number, signal: AbortSignal, tell: (progress: StudyProgress) => void): AsyncGenerator<ComparedSoFar> {
  const { hold, breakEven, sensitivity, marginal } = study, waysOnly = { ...study, hold: undefined, breakEven: undefined, sensitivity: undefined, marginal: undefined };
  const more = [hold, breakEven, sensitivity, marginal].some((each) => each !== undefined), steps: Study[] = [], breath = breathing();
  for (let days = FIRST; days < study.days; days *= GROWTH) steps.push({ ...waysOnly, days });
  for (const step of [...steps, ...(more ? [waysOnly] : []), study]) {
    const rounds = compareRounds(step), keeper = new DayKeeper(), keeping = keeper.keeping(simulateBlocks);
    let round = rounds.next();
    for (let number = 0; round.done !== true;) {
      const jobs = round.value;
      await breath();
      if (signal.aborted) return;
      if (jobs.length === 0) {
        round = rounds.next([]);
        continue;
      }
      const ofDays = jobs.reduce((sum, { days }) => sum + days, 0);
      const tallies = await tallyAll(jobs, keeping, atOnce, (days) => { if (!signal.aborted) tell({ round: number, days, ofDays }); });
      if (signal.aborted) return;
      const ran: Ran[] = [];
      for (const [i, tally] of tallies.entries()) {
        ran.push(keeper.ranOf(jobs[i], tally));
        await breath();
      }
      number++;
      round = rounds.next(ran);
    }
    yield { study: step, comparison: round.value, done: step === study };
  }
}
