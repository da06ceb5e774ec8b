// The year's shape: how busy a month is beside the others, where every month has been seen.

import { civilOf } from "../scenario/civilDate.ts";
import type { CountedDay } from "./fitFactor.ts";
import { NORMAL_95 } from "../stats/studentT.ts";
import type { Ranged } from "./fitLaw.ts";

export interface Season {
  /** January to December; 1 is the year's mean. */
  readonly byMonth: readonly Ranged[];
  /** Months that were seen. */
  readonly seen: readonly boolean[];
}

const FEWEST_DAYS = 5;

/** @returns null where a month of the year is missing: then the season cannot be told from a trend, and stays in the day factor */
export function seasonOf(days: readonly CountedDay[]): Season | null {
  const months = Array.from({ length: 12 }, (_, month) => days.filter(({ day }) => civilOf(day).month === month + 1).map(({ count, expected }) => count / expected));
  if (months.some((own) => own.length < FEWEST_DAYS)) return null;
  return { ...normalised(months), seen: months.map(() => true) };
}

/** From what came on an open day of each month, or of several years' months; months never seen count as the mean. */
export function seasonOfMonths(perDay: readonly { readonly month: number; readonly level: number }[]): Season {
  const months = Array.from({ length: 12 }, (_, month) => perDay.filter((each) => each.month === month + 1).map(({ level }) => level));
  return { ...normalised(months), seen: months.map((own) => own.length > 0) };
}

function normalised(months: readonly (readonly number[])[]): Pick<Season, "byMonth"> {
  const means = months.map(mean), whole = mean(means.filter((each) => !Number.isNaN(each)));
  const freedom = months.reduce((sum, own) => sum + Math.max(0, own.length - 1), 0), squares = months.reduce((sum, own, i) => sum + own.reduce((inner, each) => inner + (each - means[i]) ** 2, 0), 0);
  const spread = freedom > 0 ? Math.sqrt(squares / freedom) : NaN;
  return { byMonth: months.map((own, i) => (own.length === 0 ? { value: 1, halfWidth: null } : { value: means[i] / whole, halfWidth: Number.isNaN(spread) ? null : (NORMAL_95 * spread) / whole / Math.sqrt(own.length) })) };
}

const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
