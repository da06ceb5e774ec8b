// Simulating scenario files, each as one kind of day, as the several kinds of its week, or as the dates of its calendar.

import { isDated } from "../scenario/dated.ts";
import type { DatedScenario, Scenario } from "../scenario/schema.ts";
import type { Tally } from "../stats/tally.ts";
import { averageDays } from "../study/averageDay.ts";
import { jobOfCalendar } from "../study/calendar.ts";
import { calendarResultOf, type CalendarResult } from "../study/calendarResult.ts";
import { tooManyLines } from "../study/keptLines.ts";
import { resultOf, type Result } from "../study/result.ts";
import { jobOf, tallyOf, type BlockJob, type RunOptions } from "../study/run.ts";
import { jobsOfWeek } from "../study/week.ts";
import { weekResultOf, type WeekResult } from "../study/weekResult.ts";
import { InputError, shownPath } from "./exit.ts";
import type { Progress } from "./progress.ts";
import type { ScenarioFile } from "./readScenario.ts";
import { withSimulator } from "./simulator.ts";

/** What became of a file: one kind of day or several, each as a scenario of its own; and the week or the calendar of dates that they belong to. */
export interface Ran {
  readonly scenario: Scenario;
  /** Of a calendar of dates those kinds that occurred, as they are on average. */
  readonly days: readonly (ScenarioFile & { readonly result: Result })[];
  readonly week: WeekResult | null;
  readonly calendar: CalendarRun | null;
}

export interface CalendarRun {
  readonly scenario: DatedScenario;
  readonly result: CalendarResult;
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
          progress.start(job.scenario.name, job.days, unitOf(job.scenario));
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
  const { scenario } = read;
  if (isDated(scenario)) {
    const result = calendarResultOf(scenario, seed, tallies[0]);
    return { scenario, week: null, calendar: { scenario, result }, days: averageDays(scenario, result.dates).map((kind) => ({ ...read, scenario: kind.scenario, result: result.dayTypes[kind.name] })) };
  }
  if (scenario.calendar === undefined) return { scenario, week: null, calendar: null, days: jobs.map(({ scenario, seed, precision }, i) => ({ ...read, scenario, result: resultOf(scenario, seed, tallies[i], precision) })) };
  const week = weekResultOf(scenario, seed, tallies), results = Object.values(week.dayTypes);
  return { scenario, week, calendar: null, days: jobs.map(({ scenario }, i) => ({ ...read, scenario, result: results[i] })) };
}

function jobsOf({ scenario }: ScenarioFile, options: RunOptions): BlockJob[] {
  if (isDated(scenario)) return [jobOfCalendar(scenario, options)];
  return scenario.calendar === undefined ? [jobOf(scenario, options)] : jobsOfWeek(scenario, options);
}

/** What is counted while a scenario is simulated. */
export function unitOf(scenario: Scenario): string {
  if (!isDated(scenario)) return "days";
  const { from, to } = scenario.calendar.dates, dates = to - from + 1;
  return `times ${dates >= 365 && dates <= 366 ? "a year" : dates >= 28 && dates <= 31 ? "a month" : `${dates.toLocaleString("en-GB")} days`} of dates`;
}
