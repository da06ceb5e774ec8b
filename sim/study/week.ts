// Running a week: every kind of day by itself, then their sum.

import { isDated } from "../scenario/dated.ts";
import type { Scenario } from "../scenario/schema.ts";
import { kindsOfDay } from "../scenario/week.ts";
import { tallyHere, type BlockJob, type RunOptions } from "./run.ts";
import { weekResultOf, type WeekResult } from "./weekResult.ts";

/** A job for each kind of day of a scenario, in their order; of a scenario without calendar one. */
export function jobsOfWeek(scenario: Scenario, { days = scenario.days, seed = scenario.seed }: RunOptions = {}): BlockJob[] {
  return kindsOfDay(scenario, seed).map((kind) => ({ scenario: kind.scenario, days, seed: kind.scenario.seed }));
}

/**
 * Simulate a scenario that has a calendar in this thread: the same number of days of every kind.
 * @throws RangeError for a calendar of dates
 * @returns sums a week, seconds, shares of 1, each with the half-width of its 95 % interval; and the result of each kind of day
 */
export function simulateWeek(scenario: Scenario, options: RunOptions = {}): WeekResult {
  if (isDated(scenario)) throw new RangeError("this scenario is a calendar of dates, not a typical week: simulate its dates");
  return weekResultOf(scenario, options.seed ?? scenario.seed, jobsOfWeek(scenario, options).map((job) => tallyHere(job)));
}
