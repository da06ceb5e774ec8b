// Dates, months and periods of agreements in words.

import type { Agreement } from "../sim/scenario/schema.ts";
import { integer, plural } from "./words.ts";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const WEEKDAYS: Readonly<Record<string, string>> = { mon: "Monday", tue: "Tuesday", wed: "Wednesday", thu: "Thursday", fri: "Friday", sat: "Saturday", sun: "Sunday" };

/** "2026-09-01" as "1 September 2026" */
export function dateWords(date: string): string {
  const [year, month, day] = date.split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** "2026-09-01" as "1 Sep 2026" */
export function shortDate(date: string): string {
  const [year, , day] = date.split("-");
  return `${Number(day)} ${shortMonth(date)} ${year}`;
}

/** "2026-09" as "September 2026" */
export function monthWords(name: string): string {
  const [year, month] = name.split("-");
  return `${MONTHS[Number(month) - 1]} ${year}`;
}

/** "2026-09" or "2026-09-01" as "Sep" */
export const shortMonth = (name: string): string => MONTHS[Number(name.slice(5, 7)) - 1].slice(0, 3);

export const weekdayWords = (name: string): string => WEEKDAYS[name] ?? name;

type Every = Agreement["every"];

/** "month", "day", "period of 20 days" */
export const unitWords = (every: Every): string => (typeof every === "string" ? every : every === 1 ? "day" : `period of ${integer(every)} days`);

/** So many of them: "12 months", "1 month", "3 periods of 20 days" */
export function unitsWords(every: Every, count: number): string {
  if (typeof every === "number" && every > 1) return `${integer(count)} ${plural(count, "period")} of ${integer(every)} days`;
  return `${integer(count)} ${plural(count, unitWords(every))}`;
}

/** "a month", "20 days" after an amount or a share: "80% a month" */
export const perUnit = (every: Every): string => (typeof every === "string" || every === 1 ? `a ${unitWords(every)}` : `in ${integer(every)} days`);

/** A period by its name: "September 2026", "week 36 of 2026", "Q3 2026", "2026"; so many days by their dates. */
export function periodWords(every: Every, { name, from, to }: { readonly name: string; readonly from: string; readonly to: string }): string {
  if (every === "month") return monthWords(name);
  if (every === "week") return `week ${Number(name.slice(6))} of ${name.slice(0, 4)}`;
  if (every === "quarter") return `${name.slice(5)} ${name.slice(0, 4)}`;
  if (every === "year") return name;
  return every === 1 ? dateWords(from) : `${dateWords(from)} to ${dateWords(to)}`;
}
