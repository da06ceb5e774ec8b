// Running a calendar of dates: all its days in order, from the first to the last, as often as asked for.

import { isDated } from "../scenario/dated.ts";
import { tooManyRuns } from "../scenario/limits.ts";
import { omit } from "../scenario/omit.ts";
import type { DatedScenario, Scenario } from "../scenario/schema.ts";
import { kindsOfDay } from "../scenario/week.ts";
import { calendarResultOf, type CalendarResult } from "./calendarResult.ts";
import { tallyHere, type BlockJob, type RunOptions } from "./run.ts";

/** The one job of a calendar. */
export function jobOfCalendar(scenario: DatedScenario, { days = scenario.days, seed = scenario.seed }: RunOptions = {}): BlockJob {
  return { scenario, days, seed };
}

/**
 * Simulate a scenario that has a calendar of dates in this thread. The same scenario, number of times and seed give the same bits in every engine.
 * @returns sums over each period, seconds, shares of 1, each with the half-width of its 95 % interval
 * @throws RangeError for a scenario without dates, or more runs than have luck of their own
 */
export function simulateCalendar(scenario: Parameters<typeof isDated>[0], options: RunOptions = {}): CalendarResult {
  if (!isDated(scenario)) throw new RangeError("this scenario has no calendar of dates: simulate it as a day or a week");
  const job = jobOfCalendar(scenario, options), tooMany = tooManyRuns(job.days);
  if (tooMany !== null) throw new RangeError(`days ${tooMany}`);
  return calendarResultOf(scenario, job.seed, tallyHere(job));
}

/** What a run of a calendar has the results of: the types and groups of all its kinds of day, and no hours; money and agreements are reckoned apart. */
export function asOneDay(scenario: DatedScenario): Scenario {
  const rest = omit(scenario, "calendar", "pay", "agreements", "sites"), kinds = kindsOfDay(scenario).map((kind) => kind.scenario);
  const firstOf = <T>(of: (day: Scenario) => Readonly<Record<string, T>>): Record<string, T> => {
    const all: Record<string, T> = {};
    for (const day of kinds) for (const [name, each] of Object.entries(of(day))) if (!Object.hasOwn(all, name)) all[name] = each;
    return all;
  };
  return { ...rest, contacts: firstOf(({ contacts }) => Object.fromEntries(Object.entries(contacts).map(([name, type]) => [name, omit(type, "demand", "matters")]))), groups: firstOf(({ groups }) => groups) };
}
