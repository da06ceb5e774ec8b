// Dates of a calendar, numbered from 2000-01-01.

import { civilOf, dayNumber, isoDate, weekdayOf as weekdayFromMonday } from "./civilDate.ts";
import { WEEKDAYS, type Weekday } from "./weekdays.ts";

/** "2026-09-01"; whether the month has such a day, `parseDate` says. */
export const datePattern = /^20[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/;

/** 2000-01-01, in days since 1970. */
const FIRST = 10_957;

/** The number of a date that fits `datePattern`: days since 2000-01-01; null where the month has no such day. */
export function parseDate(text: string): number | null {
  const [year, month, day] = text.split("-").map(Number), number = dayNumber(year, month, day);
  return number === null ? null : number - FIRST;
}

/** A date's number as "2026-09-01". */
export const formatDate = (date: number): string => isoDate(date + FIRST);

export const weekdayOf = (date: number): Weekday => WEEKDAYS[weekdayFromMonday(date + FIRST)];

/** January is 0. */
export const monthOf = (date: number): number => civilOf(date + FIRST).month - 1;

/** The first day of a month, January being 0; months beyond December belong to later years. */
const startOfMonth = (year: number, month: number): number => (dayNumber(year + Math.floor(month / 12), (month % 12) + 1, 1) ?? 0) - FIRST; // every month has a first

/** Units into which dates fall, each date into one. Weeks begin on Monday. */
export const CALENDAR_UNITS = ["week", "month", "quarter", "year"] as const;
export type CalendarUnit = (typeof CALENDAR_UNITS)[number];

/** The first date of the unit in which a date lies, and the first of the next. */
export function unitAround(date: number, unit: CalendarUnit): { readonly from: number; readonly to: number } {
  if (unit === "week") {
    const monday = date - weekdayFromMonday(date + FIRST);
    return { from: monday, to: monday + 7 };
  }
  const { year, month } = civilOf(date + FIRST), months = { month: 1, quarter: 3, year: 12 }[unit], first = month - 1 - ((month - 1) % months);
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
