// A calendar of dates as rows for spreadsheets: a table of its periods, one of its dates, and its agreements period by period.

import { CONTACT_MEASURE_NAMES } from "../stats/measures.ts";
import { evenly, type Bounded } from "../stats/stepMean.ts";
import type { PeriodShare } from "../study/agreementResult.ts";
import type { CalendarAgreementResult } from "../study/calendarAgreements.ts";
import type { CalendarResult, PeriodContacts, PeriodResult, SpanResult } from "../study/calendarResult.ts";
import type { LevelPercentiles } from "../study/levelPercentiles.ts";
import { boundedColumns } from "./moneyRows.ts";
import { ALL, columns, withInterval, type Row } from "./resultRows.ts";

const LEVELS = ["p05", "p10", "p25", "p50", "p75", "p90", "p95"] as const;
const MEASURES = [...CONTACT_MEASURE_NAMES, "daysOnTarget"] as const;

/** One row a period, and of several contact types one more for each. */
export function periodRows({ scenario, whole, years, months, weeks, weekdays, dayTypes }: CalendarResult): Row[] {
  const currency = whole.money?.currency ?? null, several = Object.keys(whole.types).length > 1;
  const row = (of: string, { name, openDays, cost, costPerContact, groups }: PeriodResult, type: string, contacts: PeriodContacts, span?: SpanResult): Row => {
    const isAll = type === ALL, hours = Object.values(groups).map(({ paidHours }) => paidHours), sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
    return {
      scenario, of, period: name, from: span?.from ?? null, to: span?.to ?? null, openDays, type, ...columns(MEASURES, contacts), ...levelColumns(isAll ? span?.level : undefined), ...shareColumns("missed", isAll ? span?.missed : undefined),
      paidHours: isAll ? sum(hours.map(({ mean }) => mean ?? 0)) : null, paidHours_halfWidth: isAll ? sum(hours.map(({ halfWidth }) => halfWidth ?? 0)) : null, currency,
      ...boundedColumns("cost", isAll && cost ? evenly(cost) : undefined), ...boundedColumns("costPerContact", isAll && costPerContact ? evenly(costPerContact) : undefined),
      ...boundedColumns("credits", isAll && of === "whole" ? whole.money?.credits : undefined),
    };
  };
  const rows = (of: string, period: PeriodResult, span?: SpanResult) => [row(of, period, ALL, period.total, span), ...(several ? Object.entries(period.types).map(([type, contacts]) => row(of, period, type, contacts, span)) : [])];
  const spans = (of: string, all: readonly SpanResult[]) => all.flatMap((span) => rows(of, span, span));
  return [
    ...spans("whole", [whole]), ...spans("year", years), ...spans("month", months), ...spans("week", weeks),
    ...Object.values(weekdays).flatMap((weekday) => rows("weekday", weekday)), ...Object.values(dayTypes).flatMap(({ inCalendar }) => rows("dayType", inCalendar)),
  ];
}

/** One row a date; its day type is that of most runs. */
export function dateRows({ scenario, dates }: CalendarResult): Row[] {
  return dates.map(({ date, weekday, dayTypes, level, missed, ...estimates }) => {
    const [[dayType, share]] = Object.entries(dayTypes).sort(([, a], [, b]) => b - a);
    return { scenario, date, weekday, dayType, dayType_share: share, ...columns(["offered", "serviceLevel", "abandonmentRate"], estimates), ...levelColumns(level), ...shareColumns("missed", missed) };
  });
}

/** One row for each period of an agreement, after one for all of them together, in the columns that agreements of days have, and more. */
export function calendarAgreementRows({ scenario, agreements, runs }: CalendarResult): Row[] {
  return Object.entries(agreements).flatMap(([agreement, result]) => {
    const { contacts, measure, answerWithin, unit, atLeast, atMost, every, over, periods } = result;
    const row = (period: string, count: number, missed: Pick<Bounded, "mean" | "interval">, level: LevelPercentiles | undefined, credit: Bounded | undefined, more: Row): Row => ({
      scenario, agreement, contacts: contacts.join(", "), measure, answerWithin, unit, atLeast, atMost, everyDays: typeof every === "number" ? every : null, over, periods: count,
      ...shareColumns("met", { mean: missed.mean === null ? null : 1 - missed.mean, interval: missed.interval === null ? null : [1 - missed.interval[1], 1 - missed.interval[0]] }),
      ...levelColumns(level), ...boundedColumns("credit", credit), ...boundedColumns("creditADay", undefined), every: everyWords(every), period, ...more,
    });
    return [
      row(ALL, periods.length * runs, result.missed, undefined, result.credits?.aPeriod, allColumns(result)),
      ...periods.map(({ name, from, to, missed, level, credits }) => row(name, runs, missed, level, credits ?? undefined, { ...allColumns(undefined), from, to })),
    ];
  });
}

/** What those rows have more than an agreement's of days: empty there. */
export const MORE_OF_AGREEMENTS: Row = { every: null, period: null, ...allColumns(undefined) };

function allColumns(result: CalendarAgreementResult | undefined): Row {
  return { from: null, to: null, ...shareColumns("anyMissed", result?.anyMissed), ...shareColumns("twoInARow", result?.twoInARow), ...boundedColumns("creditInAll", result?.credits?.inAll) };
}

const everyWords = (every: CalendarAgreementResult["every"]): string => (typeof every === "string" ? every : every === 1 ? "day" : `${every} days`);

function levelColumns(level: LevelPercentiles | undefined): Row {
  const row: Record<string, string | number | null> = {};
  for (const key of LEVELS) withInterval(row, `level_${key}`, level?.[key] ?? null, level?.interval[key] ?? null);
  return row;
}

function shareColumns(name: string, share: PeriodShare | undefined): Row {
  const row: Record<string, string | number | null> = {};
  withInterval(row, name, share?.mean ?? null, share?.interval ?? null);
  return row;
}
