// How many contacts a scenario makes: on its day, or in all on the dates of its calendar.

import { plannedDates, seasonFactor } from "./calendarDates.ts";
import { comingPerDay } from "./demandHours.ts";
import { checkDays, expectedContactsPerDay, tooManyRuns } from "./limits.ts";
import { isDated } from "./dated.ts";
import type { Scenario } from "./schema.ts";
import { kindsOfDay } from "./week.ts";

/** Contacts of a day, of a calendar of dates of all its days: what one of the `days` asked for costs. Peaks drawn at random are left out. */
export function expectedContacts(scenario: Scenario): number {
  if (!isDated(scenario)) return expectedContactsPerDay(scenario);
  const { week, dates, dayTypes } = scenario.calendar;
  return plannedDates(week, dates).open.reduce((sum, { date, kind }) => sum + Object.entries(dayTypes[kind].contacts).reduce((all, [name, type]) => all + comingPerDay(type, dayTypes[kind]) * seasonFactor(dates.season, name, date), 0), 0);
}

/** Why so many days are too many, of a day, of every kind of day in a week, or of all dates of a calendar; null where they are not. */
export function checkTotal(scenario: Scenario, days: number): string | null {
  if (!isDated(scenario)) return kindsOfDay(scenario).map((kind) => checkDays(expectedContactsPerDay(kind.scenario), days)).find((each) => each !== null) ?? null;
  return tooManyRuns(days) ?? checkDays(expectedContacts(scenario), days);
}
