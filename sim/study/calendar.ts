// Running a calendar of dates: all its days in order, from the first to the last, as often as asked for.

import { type DatedScenario } from "../scenario/schema.ts";
import { isDated } from "../scenario/dated.ts";
import { calendarResultOf, type CalendarResult } from "./calendarResult.ts";
import { tallyHere, type BlockJob, type RunOptions } from "./run.ts";

/** The one job of a calendar. */
export function jobOfCalendar(scenario: DatedScenario, { days = scenario.days, seed = scenario.seed }: RunOptions = {}): BlockJob {
  return { scenario, days, seed };
}

/**
 * Simulate a scenario that has a calendar of dates in this thread. The same scenario, number of times and seed give the same bits in every engine.
 * @returns sums over each period, seconds, shares of 1, each with the half-width of its 95 % interval
 * @throws RangeError for a scenario without dates
 */
export function simulateCalendar(scenario: Parameters<typeof isDated>[0], options: RunOptions = {}): CalendarResult {
  if (!isDated(scenario)) throw new RangeError("this scenario has no calendar of dates: simulate it as a day or a week");
  const job = jobOfCalendar(scenario, options);
  return calendarResultOf(scenario, job.seed, tallyHere(job));
}
