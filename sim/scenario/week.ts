import { WEEKDAYS } from "./weekdays.ts";
import type { Objection } from "./objection.ts";
import { isDated } from "./dated.ts";
import type { Scenario } from "./schema.ts";

export interface KindOfDay {
  readonly name: string;
  /** Days of this kind in a week; of a scenario without calendar 1. */
  readonly times: number;
  /** The whole day, without calendar. Its days are drawn from its own seed. */
  readonly scenario: Scenario;
}

/**
 * The kinds of day that a week is made of, in the file's order; of a scenario without calendar one, the scenario itself.
 * Days of a week are different days, so each kind has its own luck, keyed by its name, whichever kinds there are besides and in which order.
 * @param seed instead of the scenario's
 */
export function kindsOfDay(scenario: Scenario, seed = scenario.seed): readonly KindOfDay[] {
  const { calendar, name, ...day } = scenario;
  if (calendar === undefined) return [{ name, times: 1, scenario: { ...day, name, seed } }];
  return Object.entries(calendar.dayTypes).map(([kind, itsDay]) => ({
    name: kind,
    times: WEEKDAYS.filter((weekday) => calendar.week[weekday] === kind).length,
    scenario: { ...itsDay, seed: `${seed}/${kind}` },
  }));
}

/** Days of a week on which the centre is open. */
export function openDays(kinds: readonly KindOfDay[]): number {
  return kinds.reduce((sum, { times }) => sum + times, 0);
}

/** What keeps a typical week from what is done to a single day, or to all dates of a calendar. */
export function objectionsToTypicalWeek(scenario: Scenario): Objection[] {
  return isDated(scenario) ? [] : objectionsToWeek(scenario);
}

/** What keeps a week from what is done to a single day. */
export function objectionsToWeek({ calendar }: Scenario): Objection[] {
  if (calendar === undefined) return [];
  return [{ path: ["calendar"], about: "name", message: `makes this ${calendar.dates === undefined ? "a week of several kinds of day" : "a calendar of several kinds of day"}: say which one with --day-type ${Object.keys(calendar.dayTypes).join(" or --day-type ")}` }];
}
