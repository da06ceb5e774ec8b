// Simulating scenario files, each as one kind of day or as the several kinds of its week.

import type { Scenario } from "../scenario/schema.ts";
import { kindsOfDay } from "../scenario/week.ts";
import type { Tally } from "../stats/tally.ts";
import { tooManyLines } from "../study/keptLines.ts";
import { resultOf, type Result } from "../study/result.ts";
import { jobOf, tallyOf, type BlockJob, type RunOptions } from "../study/run.ts";
import { jobsOfWeek } from "../study/week.ts";
import { weekResultOf, type WeekResult } from "../study/weekResult.ts";
import { InputError, shownPath } from "./exit.ts";
import type { Progress } from "./progress.ts";
import type { ScenarioFile } from "./readScenario.ts";
import { withSimulator } from "./simulator.ts";

/** What became of a file: one kind of day or several, each as a scenario of its own; the week where it has a calendar. */
export interface Ran {
  readonly scenario: Scenario;
  readonly days: readonly (ScenarioFile & { readonly result: Result })[];
  readonly week: WeekResult | null;
}

export async function simulateAll(files: readonly ScenarioFile[], options: RunOptions, workers: number | undefined, progress: Progress): Promise<Ran[]> {
  checkRoom(files, options.days);
  const planned = files.map((read) => ({ read, jobs: jobsOf(read, options) }));
  try {
    return await withSimulator(planned.flatMap(({ jobs }) => jobs), workers, async (simulateBlocks) => {
      const ran: Ran[] = [];
      for (const { read, jobs } of planned) {
        const tallies: Tally[] = [];
        for (const job of jobs) {
          progress.start(job.scenario.name, job.days);
          tallies.push(await tallyOf(job, simulateBlocks, progress.update));
          progress.stop();
        }
        ran.push(ranOf(read, jobs, tallies, options.seed));
      }
      return ran;
    });
  } finally {
    progress.stop();
  }
}

/** Days asked for on the command line; those of a file are told at their place in it. */
function checkRoom(files: readonly ScenarioFile[], days: number | undefined): void {
  const problems = days === undefined ? [] : files.flatMap(({ file, scenario }) => {
    const message = tooManyLines(scenario, days);
    return message === null ? [] : [`${shownPath(file)}: --days ${days} ${message}`];
  });
  if (problems.length > 0) throw new InputError(problems.join("\n"));
}

function ranOf(read: ScenarioFile, jobs: readonly BlockJob[], tallies: readonly Tally[], seed = read.scenario.seed): Ran {
  if (read.scenario.calendar === undefined) return { scenario: read.scenario, week: null, days: jobs.map(({ scenario, seed, precision }, i) => ({ ...read, scenario, result: resultOf(scenario, seed, tallies[i], precision) })) };
  const week = weekResultOf(read.scenario, seed, tallies), results = Object.values(week.dayTypes);
  return { scenario: read.scenario, week, days: jobs.map(({ scenario }, i) => ({ ...read, scenario, result: results[i] })) };
}

function jobsOf({ scenario }: ScenarioFile, options: RunOptions): BlockJob[] {
  return scenario.calendar === undefined ? [jobOf(scenario, options)] : jobsOfWeek(scenario, options);
}

/** The kinds of day of all files, each a scenario of its own. */
export const daysIn = (read: readonly ScenarioFile[]): Scenario[] => read.flatMap(({ scenario }) => kindsOfDay(scenario).map((kind) => kind.scenario));
