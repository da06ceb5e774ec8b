// Which kind of day each date of a calendar is.

import { bankHolidays } from "./bankHolidays.ts";
import type { Dates, Season } from "./calendar.ts";
import { monthOf, parseDate, unitsIn, weekdayOf, type CalendarUnit } from "./date.ts";
import { CLOSED, WEEKDAYS, type Weekday } from "./weekdays.ts";

type Week = Readonly<Record<Weekday, string>>;

/** The kind of a date by the weeks, the bank holidays and the single dates, before any peak. A bank holiday opens no day that is closed anyway. */
export function kindByRule(week: Week, { otherWeeks, bankHolidays: onHolidays, single }: Pick<Dates, "otherWeeks" | "bankHolidays" | "single">): (date: number) => string {
  const named = new Map(single), holidays = new Set(onHolidays === undefined ? [] : bankHolidays().map(parseDate));
  const byWeek = (date: number) => otherWeeks.find(({ from, to }) => date >= from && date <= to)?.week[weekdayOf(date)] ?? week[weekdayOf(date)];
  return (date) => {
    const usual = byWeek(date);
    return named.get(date) ?? (onHolidays !== undefined && usual !== CLOSED && holidays.has(date) ? onHolidays : usual);
  };
}

/** The kind of most weekdays; of several the earliest in the week. */
export function mostOften(week: Week): string {
  const open = WEEKDAYS.map((weekday) => week[weekday]).filter((kind) => kind !== CLOSED), times = (kind: string) => open.filter((other) => other === kind).length;
  return open.reduce((best, kind) => (times(kind) > times(best) ? kind : best), open[0] ?? CLOSED);
}

export interface OpenDate {
  readonly date: number;
  readonly kind: string;
}

/** Days of a kind that are drawn at random among some dates, all of one week, month, quarter or year, which may reach beyond the calendar. */
export interface Draw {
  /** The place among the calendar's peaks, which with the first date keys its luck. */
  readonly peaks: number;
  readonly kind: string;
  readonly days: number;
  readonly among: readonly number[];
}

/** The open dates in order, each of the kind that it is unless a draw hits it; and the draws, in the order in which they are made. */
export function plannedDates(week: Week, dates: Dates): { readonly open: readonly OpenDate[]; readonly draws: readonly Draw[] } {
  const byRule = kindByRule(week, dates), placed = new Map(dates.peaks.flatMap(({ dayType, dates: on = [] }) => on.map((date) => [date, dayType] as const)));
  const open: OpenDate[] = [];
  for (let date = dates.from; date <= dates.to; date++) {
    const kind = placed.get(date) ?? byRule(date);
    if (kind !== CLOSED) open.push({ date, kind });
  }
  const draws: Draw[] = [], usual = [mostOften(week)].filter((kind) => kind !== CLOSED);
  // What earlier peaks have hit, later ones cannot: their units reach over all dates of the later ones', inside the calendar or not.
  let { from, to } = dates;
  for (let peaks = dates.peaks.length - 1; peaks >= 0; peaks--) {
    const { dayType, atRandom, instead = usual } = dates.peaks[peaks];
    if (atRandom === undefined) continue;
    const units = unitsIn(from, to, atRandom.every);
    [from, to] = [units[0].from, units[units.length - 1].to - 1];
    draws.unshift(...units.map((unit) => {
      const among = [];
      for (let date = unit.from; date < unit.to; date++) if (!placed.has(date) && instead.includes(byRule(date))) among.push(date);
      return { peaks, kind: dayType, days: atRandom.days, among };
    }));
  }
  return { open, draws };
}

/**
 * How many days of each kind the calendar has, on average over what is drawn at random. Exact for peaks of one kind, and for several by the same weeks, months,
 * quarters or years; where these overlap in part, how many days others have left is taken at its mean, which is off by hundredths of a day.
 */
export function expectedDays(week: Week, dates: Dates): ReadonlyMap<string, number> {
  const { open, draws } = plannedDates(week, dates), kindOf = new Map(open.map(({ date, kind }) => [date, kind])), days = new Map<string, number>();
  const add = (kind: string, number: number) => { days.set(kind, (days.get(kind) ?? 0) + number); };
  for (const { kind } of open) add(kind, 1);
  const free = new Map<number, number>(), chanceFree = (date: number) => free.get(date) ?? 1; // that no draw has hit the date
  for (const draw of draws) {
    const left = draw.among.reduce((sum, date) => sum + chanceFree(date), 0), share = left === 0 ? 0 : Math.min(1, draw.days / left);
    for (const date of draw.among) {
      const chance = share * chanceFree(date), was = kindOf.get(date);
      free.set(date, chanceFree(date) - chance);
      if (was === undefined) continue; // outside the calendar
      add(was, -chance);
      add(draw.kind, chance);
    }
  }
  return days;
}

/** Times as many contacts of a type on a date. */
export function seasonFactor(seasons: readonly Season[], type: string, date: number): number {
  let factor = 1;
  for (const { contacts, byMonth, byWeekday, spans = [] } of seasons) {
    if (contacts !== undefined && !contacts.includes(type)) continue;
    factor *= (byMonth?.[monthOf(date)] ?? 1) * (byWeekday?.[weekdayOf(date)] ?? 1);
    for (const { from, to, factor: within } of spans) if (date >= from && date <= to) factor *= within;
  }
  return factor;
}

/** A period of an agreement on a calendar: the open dates it has, by their places among all. */
export interface Whole {
  /** The first date of the unit, or the first open date of so many days. */
  readonly from: number;
  readonly first: number;
  readonly end: number;
}

/** The whole weeks, months, quarters or years of a calendar that have an open day: those of which no date outside it would be open. */
export function wholeUnits(week: Week, dates: Dates, open: readonly OpenDate[], unit: CalendarUnit): Whole[] {
  const byRule = kindByRule(week, dates);
  return unitsIn(dates.from, dates.to, unit).flatMap(({ from, to }) => {
    for (let date = from; date < to; date++) if ((date < dates.from || date > dates.to) && byRule(date) !== CLOSED) return [];
    const first = open.findIndex(({ date }) => date >= from), after = open.findIndex(({ date }) => date >= to), end = after < 0 ? open.length : after;
    return first < 0 || first === end ? [] : [{ from, first, end }];
  });
}
