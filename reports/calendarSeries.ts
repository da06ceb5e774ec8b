// Rows of periods of a calendar that are judged: those of its agreements and, where none is made for months, its months beside the target.

import { shareAtLeast, type Promised } from "../sim/scenario/promised.ts";
import type { Agreement } from "../sim/scenario/schema.ts";
import type { PeriodShare } from "../sim/study/agreementResult.ts";
import type { CalendarResult } from "../sim/study/calendarResult.ts";
import type { LevelPercentiles } from "../sim/study/levelPercentiles.ts";
import { periodWords } from "./calendarNames.ts";
import { axisOfResults } from "./promisedWords.ts";

export interface SeriesPeriod {
  /** "September 2026" */
  readonly words: string;
  readonly from: string;
  readonly to: string;
  readonly level: LevelPercentiles;
  readonly missed: PeriodShare;
}

export interface Series {
  /** The agreement's name; null of months that are held against the target. */
  readonly agreement: string | null;
  readonly every: Agreement["every"];
  readonly promised: Promised;
  /** What an axis of its results has: "% abandoned". */
  readonly axis: string;
  readonly periods: readonly SeriesPeriod[];
  /** All periods' results on a hundred that stand for all, and the share of all that is missed; null where only the months are known. */
  readonly pooled: { readonly hundred: readonly number[]; readonly missed: number | null } | null;
}

export function seriesOf({ agreements, months, target }: CalendarResult): Series[] {
  const agreed = Object.entries(agreements).map(([name, agreement]): Series => ({
    agreement: name, every: agreement.every, promised: agreement, axis: axisOfResults(agreement.measure), periods: agreement.periods.map((period) => ({ ...period, words: periodWords(agreement.every, period) })),
    pooled: { hundred: agreement.hundredPeriods, missed: agreement.missed.mean },
  }));
  if (target === null || agreed.some(({ every }) => every === "month")) return agreed;
  return [...agreed, { agreement: null, every: "month", promised: shareAtLeast(target), axis: "% answered in time", periods: months.map((month) => ({ ...month, words: periodWords("month", month) })), pooled: null }];
}

/** The period that is missed most often, if surely: its interval lies above that of every other. Null where none is. */
export function surelyWorst({ periods }: Series): SeriesPeriod | null {
  const known = periods.filter(({ missed }) => missed.mean !== null);
  if (known.length < 2) return null;
  const worst = known.reduce((most, period) => ((period.missed.mean ?? 0) > (most.missed.mean ?? 0) ? period : most)), low = worst.missed.interval?.[0] ?? 0;
  return known.every((period) => period === worst || (period.missed.interval?.[1] ?? 1) < low) ? worst : null;
}
