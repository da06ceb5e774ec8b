// What a calendar's result says of its agreements: every period, how often it is missed, and what that costs. Runs of a calendar are independent of
// each other; periods of one run need not be.

import type { CalendarAgreement } from "../model/calendar.ts";
import { formatDate, unitAround } from "../scenario/date.ts";
import { isBeyond, isMissed, type AgreementMeasure, type Promised, type Terms } from "../scenario/promised.ts";
import type { Agreement } from "../scenario/schema.ts";
import { WAYS_TO_SUM } from "../scenario/waysToSum.ts";
import type { CalendarTally } from "../stats/calendarTally.ts";
import { percentile, sortedDays, type Interval } from "../stats/daily.ts";
import { dayRatio, estimateOf, variance } from "../stats/paired.ts";
import { creditDue } from "../stats/periods.ts";
import { evenly, scarceARun, type Bounded } from "../stats/stepMean.ts";
import { countMissed, shareOf, type PeriodShare } from "./agreementResult.ts";
import { levelPercentiles, type LevelPercentiles } from "./levelPercentiles.ts";

type WayToSum = (typeof WAYS_TO_SUM)[number];

export interface AgreementPeriod {
  /** "2026-09", or the period's number. */
  readonly name: string;
  /** Its first and last open date. */
  readonly from: string;
  readonly to: string;
  /** Share of runs in which it misses what was promised. */
  readonly missed: PeriodShare;
  /** Of its results, in the agreement's unit. */
  readonly level: LevelPercentiles;
  /** Mean of what is due for it; null where missing costs nothing. */
  readonly credits: Bounded | null;
}

/** With what was promised, shares of 1 or seconds as `unit` says: of `atLeast` and `atMost` it has one, the other is null. */
export type CalendarAgreementResult = Promised & {
  readonly contacts: readonly string[];
  readonly measure: AgreementMeasure;
  /** The agreement's own threshold in seconds; null: that of the contact types. */
  readonly answerWithin: number | null;
  readonly every: Agreement["every"];
  readonly over: WayToSum;
  readonly periods: readonly AgreementPeriod[];
  /** The results of all periods, in the agreement's unit, on a hundred that stand for all: the percentiles 0.5, 1.5 … 99.5. */
  readonly hundredPeriods: readonly number[];
  /** Open days that lie in no whole period, and count nowhere. */
  readonly daysLeftOut: number;
  /** Chance that a period is missed, over all periods. */
  readonly missed: Bounded;
  /** Share of runs with so many missed periods: none, one, two … */
  readonly misses: readonly number[];
  /** Shares of runs: with a missed period, and with two missed one after the other. */
  readonly anyMissed: PeriodShare;
  readonly twoInARow: PeriodShare;
  /** How much it matters how a period is put together: the mean of its result in the agreement's unit, and the chance to miss what was promised. */
  readonly put: Readonly<Record<WayToSum, { readonly level: Bounded; readonly missed: Bounded }>>;
  readonly credits: CalendarCredits | null;
};

export interface CalendarCredits {
  /** Of all periods of the calendar together. */
  readonly inAll: Bounded;
  readonly aPeriod: Bounded;
  /** Of all periods together, between runs. */
  readonly standardDeviation: number | null;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  /** What is due in all, and in what share of runs, rising. */
  readonly amounts: readonly { readonly pay: number; readonly share: number }[];
}

/** Of one agreement of a calendar. @param index among the calendar's agreements */
export function calendarAgreement(agreement: CalendarAgreement, tally: CalendarTally, index: number): CalendarAgreementResult {
  const { every, measure, over, periods, terms } = agreement, { promised, steps } = terms, { runs, shape: { model, days } } = tally, count = periods.length;
  const levelsBy = (way: WayToSum) => periods.map((_, p) => tally.levelsOfAgreement(index, p, way)), levels = levelsBy(over);
  const misses = new Float64Array(runs), pairs = new Float64Array(runs);
  for (let run = 0; run < runs; run++) {
    for (let p = 0; p < count; p++) {
      if (!isMissed(levels[p][run], promised)) continue;
      misses[run]++;
      if (p > 0 && isMissed(levels[p - 1][run], promised)) pairs[run] = 1;
    }
  }
  return {
    contacts: agreement.contacts ?? model.types, measure, answerWithin: agreement.answerWithin ?? null, ...promised, every, over,
    periods: periods.map(({ name, from, to }, p): AgreementPeriod => {
      const sorted = sortedDays(levels[p].slice());
      return {
        name, ...spanOf(model.dates, from, to, every), missed: shareOf(countMissed(sorted, promised), sorted.length), level: levelPercentiles(sorted),
        credits: steps.length === 0 ? null : dueOf([levels[p]], terms),
      };
    }),
    hundredPeriods: hundredOf(levels),
    daysLeftOut: days - periods.reduce((sum, { from, to }) => sum + to - from, 0),
    missed: missedShare(misses, count),
    misses: Array.from({ length: 1 + Math.max(...misses) }, (_, k) => misses.filter((own) => own === k).length / runs),
    anyMissed: shareOf(misses.filter((own) => own > 0).length, runs), twoInARow: shareOf(pairs.filter((own) => own > 0).length, runs),
    put: Object.fromEntries(WAYS_TO_SUM.map((way) => [way, putTogether(levelsBy(way), promised)])) as CalendarAgreementResult["put"], // a key for each way
    credits: steps.length === 0 ? null : creditsOf(levels, terms),
  };
}

function hundredOf(levels: readonly Float64Array[]): number[] {
  const all = new Float64Array(levels.reduce((sum, own) => sum + own.length, 0));
  levels.forEach((own, p) => { all.set(own, p * own.length); });
  const sorted = sortedDays(all);
  return sorted.length === 0 ? [] : Array.from({ length: 100 }, (_, i) => percentile(sorted, (i + 0.5) / 100));
}

function spanOf(dates: Int32Array, from: number, to: number, every: Agreement["every"]): { readonly from: string; readonly to: string } {
  if (typeof every === "number") return { from: formatDate(dates[from]), to: formatDate(dates[to - 1]) };
  const unit = unitAround(dates[from], every);
  return { from: formatDate(unit.from), to: formatDate(unit.to - 1) };
}

/** Of a period in a run, over all. @param misses by run */
function missedShare(misses: Float64Array, periods: number): Bounded {
  const { mean, halfWidth } = estimateOf(dayRatio(misses.map((own) => own / periods))), bounds = scarceARun(misses, periods);
  return bounds === null ? within(evenly({ mean, halfWidth })) : within({ mean, halfWidth: null, interval: timesAsMuch(bounds, 1 / periods) });
}

/** Shares lie within 0 and 1. */
function within({ mean, halfWidth, interval }: Bounded): Bounded {
  return { mean, halfWidth, interval: interval === null ? null : [Math.max(0, interval[0]), Math.min(1, interval[1])] };
}

function putTogether(levels: readonly Float64Array[], promised: Promised): { readonly level: Bounded; readonly missed: Bounded } {
  const runs = levels[0].length, means = new Float64Array(runs), misses = new Float64Array(runs);
  for (let run = 0; run < runs; run++) {
    const known = levels.map((own) => own[run]).filter((level) => !Number.isNaN(level));
    means[run] = known.length === 0 ? 0 : known.reduce((sum, level) => sum + level, 0) / known.length;
    misses[run] = known.filter((level) => isMissed(level, promised)).length;
  }
  const level = estimateOf(dayRatio(means));
  return { level: promised.unit === "share" ? within(evenly(level)) : evenly(level, 0), missed: missedShare(misses, levels.length) };
}

/**
 * What is due a run for some periods: a sum of steps, each what it adds times how many periods reach it. Steps reached often enough, and not too often,
 * are known by their spread between runs; the others by exact bounds, which are added as they are.
 * @param levels of each period, by run
 */
function dueOf(levels: readonly Float64Array[], { promised, steps }: Terms): Bounded {
  const runs = levels[0].length, spread = new Float64Array(runs);
  let mean = 0, low = 0, high = 0, isSpread = true;
  steps.forEach(({ limit, pay }, i) => {
    const more = pay - (i === 0 ? 0 : steps[i - 1].pay), hits = new Float64Array(runs);
    for (const own of levels) own.forEach((level, run) => { if (isBeyond(level, limit, promised)) hits[run]++; });
    const bounds = more === 0 ? null : scarceARun(hits, levels.length);
    mean += (more * hits.reduce((sum, own) => sum + own, 0)) / runs;
    if (bounds === null) hits.forEach((own, run) => { spread[run] += more * own; });
    else {
      isSpread = false;
      low += more * bounds[0];
      high += more * bounds[1];
    }
  });
  const known = estimateOf(dayRatio(spread)), around = evenly(known, 0).interval;
  return { mean, halfWidth: isSpread ? known.halfWidth : null, interval: around === null ? null : [around[0] + low, around[1] + high] };
}

function creditsOf(levels: readonly Float64Array[], terms: Terms): CalendarCredits {
  const periods = levels.length, runs = levels[0].length, all = new Float64Array(runs), inAll = dueOf(levels, terms);
  for (const own of levels) own.forEach((level, run) => { all[run] += creditDue(level, terms); });
  all.forEach((pay, run) => { all[run] = Math.round(pay * 1e6) / 1e6; }); // or the last bit of a sum would make two amounts of one
  const sorted = all.slice().sort(), at = (p: number) => sorted[Math.ceil(p * runs) - 1], each = (value: number | null) => (value === null ? null : value / periods);
  return {
    inAll, aPeriod: { mean: each(inAll.mean), halfWidth: each(inAll.halfWidth), interval: inAll.interval === null ? null : timesAsMuch(inAll.interval, 1 / periods) },
    standardDeviation: runs < 2 ? null : Math.sqrt(variance(dayRatio(all).errors)), p50: at(0.5), p90: at(0.9), p95: at(0.95),
    amounts: [...new Set(sorted)].map((pay) => ({ pay, share: sorted.filter((own) => own === pay).length / runs })),
  };
}

const timesAsMuch = ([low, high]: Interval, factor: number): Interval => [low * factor, high * factor];
