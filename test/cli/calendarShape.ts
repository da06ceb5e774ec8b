// The JSON document of a calendar of dates as it is promised, written down by hand: a change of its shape must be made here too.

import { expect } from "vitest";
import { checkBounded, checkMeasures, G, M, record, resultsIn, values, type Json, type Measures } from "./resultShape.ts";

const LEVELS = ["p025", "p05", "p10", "p25", "p50", "p75", "p90", "p95", "p975"] as const;
const WAYS = ["contacts", "days", "intervals"] as const;

interface Share { mean: number | null; interval: [number, number] | null }
type Contacts = Measures<typeof M> & { daysOnTarget: { mean: number | null } };
interface Period { name: string; openDays: number; total: Contacts; types: Record<string, Contacts>; cost?: { mean: number; halfWidth: number | null } }
type Level = Record<(typeof LEVELS)[number], number | null>;
interface Span extends Period { from: string; to: string; level: Level; missed: Share }
interface Bounded { mean: number | null; halfWidth: number | null; interval: [number, number] | null }

export interface CalendarJson {
  runs: number; target: number | null; from: string; to: string;
  whole: Span & { money?: Record<"cost" | "costPerContact" | "credits" | "costWithCredits", Bounded> };
  years: Span[]; months: Span[]; weeks: Span[];
  weekdays: Record<string, Period>;
  dates: { date: string; weekday: string; dayTypes: Record<string, number>; serviceLevel: { mean: number }; level: Level; missed: Share }[];
  agreements: Record<string, { periods: { name: string; missed: Share }[]; missed: Bounded; anyMissed: Share; twoInARow: Share; hundredPeriods: number[]; put: Record<(typeof WAYS)[number], { level: Bounded; missed: Bounded }>; credits: { inAll: Bounded; amounts: { pay: number; share: number }[] } | null }>;
  dayTypes: Record<string, Json & { timesInCalendar: number; inCalendar: Period }>;
}

/** Parse what `--json` printed of one calendar, checked key by key, its kinds of day among it. */
export function calendarIn(stdout: string): CalendarJson {
  const document = JSON.parse(stdout) as CalendarJson;
  const { whole, years, months, weeks, weekdays, dates, agreements, dayTypes } = record(document, ["callhall", "scenario", "seed", "runs", "target", "from", "to", "whole", "years", "months", "weeks", "weekdays", "dates", "agreements", "dayTypes"]);
  checkSpan(whole, ["wait", ...("money" in (whole as object) ? ["money"] : [])]);
  for (const span of [years, months, weeks].flat()) checkSpan(span);
  for (const weekday of values(weekdays)) checkPeriod(weekday);
  for (const date of dates as unknown[]) {
    const { level, missed } = record(date, ["date", "weekday", "dayTypes", "offered", "serviceLevel", "abandonmentRate", "level", "missed"]);
    record(level, [...LEVELS, "interval"]);
    record(missed, ["mean", "interval"]);
  }
  for (const agreement of values(agreements)) checkAgreement(agreement);
  for (const kind of values(dayTypes)) checkPeriod((kind as { inCalendar: unknown }).inCalendar);
  resultsIn(JSON.stringify({ dayTypes: document.dayTypes }));
  return document;
}

function checkPeriod(value: unknown, more: readonly string[] = []): Record<string, unknown> {
  const priced = "cost" in (value as object) ? ["cost", "costPerContact"] : [], period = record(value, ["name", "openDays", "total", "types", "groups", ...priced, ...more]);
  for (const contacts of [period.total, ...values(period.types)]) checkMeasures(contacts, [...M, "daysOnTarget"]);
  for (const group of values(period.groups)) checkMeasures(group, G);
  return period;
}

function checkSpan(value: unknown, more: readonly string[] = []): void {
  const { level, missed } = checkPeriod(value, ["from", "to", "level", "missed", ...more]);
  record(level, [...LEVELS, "interval"]);
  record(missed, ["mean", "interval"]);
}

function checkAgreement(value: unknown): void {
  const { periods, missed, put, credits } = record(value, ["contacts", "measure", "answerWithin", "unit", "atLeast", "atMost", "every", "over", "periods", "hundredPeriods", "daysLeftOut", "missed", "misses", "anyMissed", "twoInARow", "put", "credits"]);
  for (const period of periods as unknown[]) record(period, ["name", "from", "to", "missed", "level", "credits"]);
  checkBounded(missed);
  for (const way of Object.values(record(put, WAYS))) for (const bounded of Object.values(record(way, ["level", "missed"]))) checkBounded(bounded);
  if (credits === null) return;
  const { inAll, aPeriod } = record(credits, ["inAll", "aPeriod", "standardDeviation", "p50", "p90", "p95", "amounts"]);
  for (const bounded of [inAll, aPeriod]) checkBounded(bounded);
  expect(((credits as { amounts: { share: number }[] }).amounts).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
}
