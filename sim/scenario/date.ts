import type { Weekday } from "./weekdays.ts";

/** "2026-09-01"; whether the month has such a day, `parseDate` says. */
export const datePattern = /^20[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/;

// Of the years from 2000 to 2099 every fourth is a leap year, 2000 itself too.
const MONTH_STARTS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]; // of a common year

const isLeap = (year: number): boolean => year % 4 === 0;

const startOfYear = (year: number): number => 365 * (year - 2000) + Math.ceil((year - 2000) / 4);

/** The first day of a month, January being 0; months beyond December belong to later years. */
function startOfMonth(year: number, month: number): number {
  const ofYear = year + Math.floor(month / 12), inYear = month % 12;
  return startOfYear(ofYear) + MONTH_STARTS[inYear] + (inYear > 1 && isLeap(ofYear) ? 1 : 0);
}

const WEEKDAY_OF = ["sat", "sun", "mon", "tue", "wed", "thu", "fri"] as const satisfies readonly Weekday[]; // 2000-01-01 was a Saturday

/** The number of a date that fits `datePattern`: days since 2000-01-01; null where the month has no such day. */
export function parseDate(text: string): number | null {
  const [year, month, day] = text.split("-").map(Number), from = startOfMonth(year, month - 1);
  return from + day - 1 < startOfMonth(year, month) ? from + day - 1 : null;
}

/** Year, month (January is 0) and day of the month (from 1) of a date's number. */
function partsOf(date: number): { readonly year: number; readonly month: number; readonly day: number } {
  const year = 2000 + Math.floor(date / 365.25), ofYear = startOfYear(year) > date ? year - 1 : startOfYear(year + 1) <= date ? year + 1 : year;
  let month = 11;
  while (startOfMonth(ofYear, month) > date) month--;
  return { year: ofYear, month, day: date - startOfMonth(ofYear, month) + 1 };
}

/** A date's number as "2026-09-01". */
export function formatDate(date: number): string {
  const { year, month, day } = partsOf(date);
  return `${year}-${String(month + 1).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

export function weekdayOf(date: number): Weekday {
  return WEEKDAY_OF[((date % 7) + 7) % 7];
}

/** January is 0. */
export function monthOf(date: number): number {
  return partsOf(date).month;
}

/** Units into which dates fall, each date into one. Weeks begin on Monday. */
export const CALENDAR_UNITS = ["week", "month", "quarter", "year"] as const;
export type CalendarUnit = (typeof CALENDAR_UNITS)[number];

/** The first date of the unit in which a date lies, and the first of the next. */
export function unitAround(date: number, unit: CalendarUnit): { readonly from: number; readonly to: number } {
  if (unit === "week") {
    const monday = date - ((((date - 2) % 7) + 7) % 7); // 2000-01-03 was a Monday
    return { from: monday, to: monday + 7 };
  }
  const { year, month } = partsOf(date), months = { month: 1, quarter: 3, year: 12 }[unit], first = month - (month % months);
  return { from: startOfMonth(year, first), to: startOfMonth(year, first + months) };
}

/** The units of which any date lies in a span, in order. @param to the span's last date */
export function unitsIn(from: number, to: number, unit: CalendarUnit): { readonly from: number; readonly to: number }[] {
  const units = [];
  for (let at = from; at <= to; at = units[units.length - 1].to) units.push(unitAround(at, unit));
  return units;
}

/** "2026-09", "2026-W36", "2026-Q3" or "2026": the unit that begins on a date. Weeks are numbered as in ISO 8601: week 1 has the year's first Thursday. */
export function nameOfUnit(from: number, unit: CalendarUnit): string {
  const text = formatDate(from);
  if (unit === "month") return text.slice(0, 7);
  if (unit === "year") return text.slice(0, 4);
  if (unit === "quarter") return `${text.slice(0, 4)}-Q${Math.floor(monthOf(from) / 3) + 1}`;
  const thursday = from + 3, year = unitAround(thursday, "year").from;
  return `${formatDate(thursday).slice(0, 4)}-W${String(Math.floor((thursday - year) / 7) + 1).padStart(2, "0")}`;
}
