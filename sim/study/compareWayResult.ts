// A way of working as `run` prints its scenario: a day, a week, or the dates of a calendar.

import { isDated } from "../scenario/dated.ts";
import { calendarResultOf, type CalendarResult } from "./calendarResult.ts";
import { isWeek, type WayRan } from "./compareKinds.ts";
import type { Result } from "./result.ts";
import { weekResultOf, type WeekResult } from "./weekResult.ts";

export type WayResult = Result | WeekResult | CalendarResult;

/** @param seed of the study */
export function resultOfWay({ scenario, kinds }: WayRan, seed: string): WayResult {
  if (isDated(scenario)) return calendarResultOf(scenario, seed, kinds[0].tally);
  return isWeek(scenario) ? weekResultOf(scenario, seed, kinds.map(({ tally }) => tally)) : kinds[0].result;
}

/** The results of its kinds of day, by name; of a day the one, by the scenario's name. */
export function kindResults(result: WayResult): Readonly<Record<string, Result>> {
  return "dayTypes" in result ? result.dayTypes : { [result.scenario]: result };
}
