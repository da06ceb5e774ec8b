// What is kept of the runs of a calendar: sums of every period in which it is looked at, and one by one what shares of runs are asked of.

import { CONTACT_COUNTERS, GROUP_COUNTERS } from "../engine/dayRecord.ts";
import type { CalendarModel } from "../model/calendar.ts";
import { WEEKDAYS } from "../scenario/weekdays.ts";
import { formatDate, nameOfUnit, unitAround, weekdayOf, type CalendarUnit } from "../scenario/date.ts";
import { omit } from "../scenario/omit.ts";
import { shapeOf, type Shape } from "./block.ts";
import { pairsOf } from "./estimate.ts";
import { CONTACT_MEASURES, DAYS, GROUP_DAYS, GROUP_MEASURES, perDay, PERIOD_COUNTERS, PERIOD_GROUP_COUNTERS, PERIOD_MEASURES } from "./measures.ts";
import type { MomentsShape } from "./moments.ts";

/** Some of a run's days, added up. Those of a day type are known only when the run's peaks are drawn. */
export interface Period {
  readonly of: "whole" | CalendarUnit | "weekday" | "dayType" | "date";
  readonly name: string;
}

export interface CalendarShape {
  readonly model: CalendarModel;
  /** The types and, of several, all together last. */
  readonly rows: number;
  readonly groups: number;
  /** Open days. */
  readonly days: number;
  readonly periods: readonly Period[];
  /** How many periods are no dates; they come first, those whose level is kept of every run before them. */
  readonly wide: number;
  readonly levelled: number;
  /** By open day, the periods it lies in, but for its kind: open day x `PERIODS_A_DAY`. */
  readonly periodsOf: Int32Array;
  /** The period of a kind. */
  readonly periodOfKind: readonly number[];
  /** Cells: period x row; and period x group of those that are no dates. */
  readonly contacts: MomentsShape;
  readonly groupPeriods: MomentsShape;
  readonly kinds: readonly Shape[];
  /** By agreement, where its periods begin among those of all; the number of all last. */
  readonly firstPeriod: readonly number[];
}

const UNITS = ["year", "month", "week"] as const satisfies readonly CalendarUnit[];

/** The whole calendar, a year, a month, a week, a weekday and the date itself. */
export const PERIODS_A_DAY = 6;

/** The first of them are those in which an agreement's period ends: the whole calendar, a year, a month and a week. */
export const ENDS_IN = 4;

export function shapeOfCalendar(model: CalendarModel): Shape {
  const types = model.types.length, groups = model.groups.length, rows = types === 1 ? 1 : types + 1;
  return {
    types, intervals: 0, rows, ledger: null, sites: null, calendar: calendarShape(model, rows),
    contacts: { cells: rows, counters: CONTACT_COUNTERS, pairs: pairsOf(Object.values(CONTACT_MEASURES)), followMain: [] },
    groups: { cells: 2 * groups, counters: GROUP_COUNTERS, pairs: pairsOf(Object.values(GROUP_MEASURES)), followMain: [] },
  };
}

function calendarShape(model: CalendarModel, rows: number): CalendarShape {
  const { dates, kinds, agreements, groups } = model, periods: Period[] = [{ of: "whole", name: "all" }], known = new Map<string, number>();
  const periodsOf = new Int32Array(dates.length * PERIODS_A_DAY);
  const put = (of: Period["of"], nameOf: (date: number) => string, slot: number) => dates.forEach((date, day) => {
    const name = nameOf(date), key = `${of} ${name}`, at = known.get(key) ?? periods.push({ of, name }) - 1;
    known.set(key, at);
    periodsOf[day * PERIODS_A_DAY + slot] = at;
  });
  UNITS.forEach((unit, i) => { put(unit, (date) => nameOfUnit(unitAround(date, unit).from, unit), 1 + i); });
  const levelled = periods.length;
  WEEKDAYS.forEach((weekday) => { if (dates.some((date) => weekdayOf(date) === weekday)) known.set(`weekday ${weekday}`, periods.push({ of: "weekday", name: weekday }) - 1); });
  put("weekday", weekdayOf, 1 + UNITS.length);
  const periodOfKind = kinds.map(({ name }) => periods.push({ of: "dayType", name }) - 1), wide = periods.length;
  put("date", formatDate, 2 + UNITS.length);
  const ends = agreements.reduce<number[]>((sofar, agreement) => [...sofar, sofar[sofar.length - 1] + agreement.periods.length], [0]);
  return {
    model, rows, groups: groups.length, days: dates.length, periods, wide, levelled, periodsOf, periodOfKind,
    contacts: { cells: periods.length * rows, counters: PERIOD_COUNTERS, pairs: pairsOf(Object.values(PERIOD_MEASURES)), followMain: [] },
    groupPeriods: { cells: wide * groups.length, counters: PERIOD_GROUP_COUNTERS, pairs: pairsOf(Object.values(GROUP_MEASURES)), followMain: [] },
    kinds: kinds.map((kind) => shapeOfKind(shapeOf(kind.model))), firstPeriod: ends,
  };
}

/** Of a kind of day within a calendar: an observation is the sum of a run's days, their number and the rota of each with it. Money is the calendar's, sites are left out. */
function shapeOfKind(shape: Shape): Shape {
  return {
    ...shape, ledger: null, sites: null,
    contacts: { ...shape.contacts, counters: CONTACT_COUNTERS + 1, pairs: pairsOf(Object.values(perDay(CONTACT_MEASURES, DAYS))) },
    groups: { ...omit(shape.groups, "everyDay"), counters: GROUP_COUNTERS + 1, pairs: pairsOf(Object.values(perDay(GROUP_MEASURES, GROUP_DAYS))) },
  };
}
