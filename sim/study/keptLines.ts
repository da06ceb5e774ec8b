// How much of each day a run keeps for money, agreements and calendars, and how many days of it fit.

import { compileCalendar } from "../model/calendar.ts";
import { count, limits } from "../scenario/limits.ts";
import type { Objection } from "../scenario/objection.ts";
import { isDated } from "../scenario/dated.ts";
import type { DatedScenario, Scenario } from "../scenario/schema.ts";
import { kindsOfDay } from "../scenario/week.ts";
import { WAYS_TO_SUM } from "../scenario/waysToSum.ts";
import { shapeOfCalendar } from "../stats/calendarShape.ts";
import { widthWith } from "../stats/ledger.ts";

const NUMBER = 8; // bytes
const KIND = 2; // bytes that say which kind of day an open day is

/** Times that a line is in memory: in an array that is copied into one twice as long when it is full, and in the columns that are reckoned with. */
const COPIES = 5;

/** Times that a kind of day's levels are in memory: in an array that is copied into one twice as long. */
const GROWING = 3;

/** Room for a day's line. */
function bytesADay({ pay, agreements }: Scenario): number {
  return pay === undefined && agreements === undefined ? 0 : COPIES * NUMBER * (widthWith(Object.keys(agreements ?? {}).length));
}

/** Room for a run of a calendar: the levels of its open days, also by kind of day, of its weeks, months and years, and of its agreements' periods. */
function bytesARun(scenario: DatedScenario): number {
  const { calendar } = shapeOfCalendar(compileCalendar(scenario));
  if (calendar === null) return 0;
  const { days, rows, levelled, firstPeriod } = calendar, periods = firstPeriod[firstPeriod.length - 1];
  return NUMBER * (rows * ((1 + GROWING) * days + levelled) + WAYS_TO_SUM.length * periods) + KIND * days;
}

/** Why so many days of a scenario, of a week of every kind, of a calendar all dates so many times, cannot be kept; null where they can. */
export function tooManyLines(scenario: Scenario, days: number): string | null {
  const bytes = isDated(scenario) ? bytesARun(scenario) : kindsOfDay(scenario).reduce((sum, kind) => sum + bytesADay(kind.scenario), 0);
  if (days * bytes <= limits.keptBytes) return null;
  const most = count(Math.floor(limits.keptBytes / bytes));
  return isDated(scenario)
    ? `is too many times to keep the service level of every date, which takes more than 1 GiB: at most ${most} times fit`
    : `is too many to keep each day's cost and agreements, which takes more than 1 GiB: at most ${most} days fit`;
}

/** The same of the days that the file asks for. */
export function objectionsToDays(scenario: Scenario): Objection[] {
  const message = tooManyLines(scenario, scenario.days);
  return message === null ? [] : [{ path: scenario.precision === undefined ? ["days"] : ["precision", "atMost"], about: "value", message }];
}
