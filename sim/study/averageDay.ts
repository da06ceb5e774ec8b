// The day that a kind of day is on average over a calendar.

import type { Season } from "../scenario/calendar.ts";
import { seasonFactor } from "../scenario/calendarDates.ts";
import { parseDate } from "../scenario/date.ts";
import { omit } from "../scenario/omit.ts";
import type { DatedScenario, Scenario } from "../scenario/schema.ts";
import { kindsOfDay, type KindOfDay } from "../scenario/week.ts";

/** A date as far as it is of one kind of day. */
interface WeightedDate {
  readonly date: number;
  /** Share of runs. */
  readonly share: number;
}

/** A kind of day with as many contacts as the season makes of it on average of its dates. */
export function averageDay(day: Scenario, seasons: readonly Season[], dates: readonly WeightedDate[]): Scenario {
  const all = dates.reduce((sum, { share }) => sum + share, 0);
  if (all === 0 || seasons.length === 0) return day;
  return {
    ...day, contacts: Object.fromEntries(Object.entries(day.contacts).map(([name, type]) => {
      const factor = dates.reduce((sum, { date, share }) => sum + share * seasonFactor(seasons, name, date), 0) / all, { volume, ratesPerHour } = type;
      if (factor === 1) return [name, type];
      return [name, {
        ...type, ...(volume === undefined ? {} : { volume: volume * factor }), ...(ratesPerHour === undefined ? {} : { ratesPerHour: ratesPerHour.map((rate) => rate * factor) }),
        ...(type.count === "fixed" ? { count: "random" as const } : {}), // a number that differs from date to date is none that comes every day
      }];
    })),
  };
}

/** The kinds of day that occur in a result of the calendar, each as it is on average, without the money and the agreements, which are the calendar's. */
export function averageDays(scenario: DatedScenario, dates: readonly { readonly date: string; readonly dayTypes: Readonly<Record<string, number>> }[]): KindOfDay[] {
  return kindsOfDay(scenario).flatMap((kind) => {
    const own = dates.flatMap(({ date, dayTypes: { [kind.name]: share = 0 } }) => (share === 0 ? [] : [{ date: parseDate(date) ?? 0, share }]));
    return own.length === 0 ? [] : [{ ...kind, scenario: averageDay(omit(kind.scenario, "pay", "agreements"), scenario.calendar.dates.season, own) }];
  });
}
