// What a calendar's result says of its agreements: every period, how often it is missed, and what that costs. Runs of a calendar are independent of
// each other; periods of one run need not be.

import type { CalendarAgreement } from "../model/calendar.ts";
import { formatDate, unitAround } from "../scenario/date.ts";
import type { Agreement, AgreementMeasure } from "../scenario/schema.ts";
import { WAYS_TO_SUM } from "../stats/calendarShape.ts";
import type { CalendarTally } from "../stats/calendarTally.ts";
import { countAtLeast, sortedDays, type Interval } from "../stats/daily.ts";
import { dayRatio, estimateOf, variance } from "../stats/paired.ts";
import { creditDue } from "../stats/periods.ts";
import { evenly, exactInterval, intervalOfSteps, isPlenty, type Bounded, type Step } from "../stats/stepMean.ts";
import { shareOf, type PeriodShare } from "./agreementResult.ts";
import { levelPercentiles, type LevelPercentiles } from "./levelPercentiles.ts";

type WayToSum = (typeof WAYS_TO_SUM)[number];

export interface AgreementPeriod {
  /** "2026-09", or the period's number. */
  readonly name: string;
  /** Its first and last open date. */
  readonly from: string;
  readonly to: string;
  /** Share of runs in which it is below what was promised. */
  readonly missed: PeriodShare;
  readonly level: LevelPercentiles;
  /** Mean of what is due for it; null where missing costs nothing. */
  readonly credits: Bounded | null;
}

export interface CalendarAgreementResult {
  readonly contacts: readonly string[];
  readonly measure: AgreementMeasure;
  readonly atLeast: number;
  readonly every: Agreement["every"];
  readonly over: WayToSum;
  readonly periods: readonly AgreementPeriod[];
  /** Open days that lie in no whole period, and count nowhere. */
  readonly daysLeftOut: number;
  /** Chance that a period is missed, over all periods. */
  readonly missed: Bounded;
  /** Share of runs with so many missed periods: none, one, two … */
  readonly misses: readonly number[];
  /** Shares of runs: with a missed period, and with two missed one after the other. */
  readonly anyMissed: PeriodShare;
  readonly twoInARow: PeriodShare;
  /** How much it matters how a period is put together: the mean of its result, and the chance to miss what was promised. */
  readonly put: Readonly<Record<WayToSum, { readonly level: Bounded; readonly missed: Bounded }>>;
  readonly credits: CalendarCredits | null;
}

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
  const { atLeast, every, measure, over, periods, credits: scale } = agreement, { runs, shape: { model, days } } = tally, count = periods.length;
  const levelsBy = (way: WayToSum) => periods.map((_, p) => tally.levelsOfAgreement(index, p, way)), levels = levelsBy(over);
  const misses = new Float64Array(runs), pairs = new Float64Array(runs);
  for (let run = 0; run < runs; run++) {
    for (let p = 0; p < count; p++) {
      if (!(levels[p][run] < atLeast)) continue;
      misses[run]++;
      if (p > 0 && levels[p - 1][run] < atLeast) pairs[run] = 1;
    }
  }
  const due = levels.map((own) => own.map((level) => creditDue(level, scale))), isIndependent = model.correlation === 0;
  return {
    contacts: agreement.contacts ?? model.types, measure, atLeast, every, over,
    periods: periods.map(({ name, from, to }, p): AgreementPeriod => {
      const sorted = sortedDays(levels[p].slice());
      return {
        name, ...spanOf(model.dates, from, to, every), missed: shareOf(sorted.length - countAtLeast(sorted, atLeast), sorted.length), level: levelPercentiles(sorted),
        credits: scale.length === 0 ? null : meanDue(due[p], stepsOf([levels[p]], scale, 1), runs),
      };
    }),
    daysLeftOut: days - periods.reduce((sum, { from, to }) => sum + to - from, 0),
    missed: missedShare(misses, count, isIndependent),
    misses: Array.from({ length: 1 + Math.max(...misses) }, (_, k) => misses.filter((own) => own === k).length / runs),
    anyMissed: shareOf(misses.filter((own) => own > 0).length, runs), twoInARow: shareOf(pairs.filter((own) => own > 0).length, runs),
    put: Object.fromEntries(WAYS_TO_SUM.map((way) => [way, putTogether(levelsBy(way), atLeast, isIndependent)])) as CalendarAgreementResult["put"], // a key for each way
    credits: scale.length === 0 ? null : creditsOf(due, levels, scale, isIndependent),
  };
}

function spanOf(dates: Int32Array, from: number, to: number, every: Agreement["every"]): { readonly from: string; readonly to: string } {
  if (typeof every === "number") return { from: formatDate(dates[from]), to: formatDate(dates[to - 1]) };
  const unit = unitAround(dates[from], every);
  return { from: formatDate(unit.from), to: formatDate(unit.to - 1) };
}

/** Of a period in a run, over all: from the spread between runs or, where hardly any or hardly all are missed, from exact bounds. */
function missedShare(misses: Float64Array, periods: number, isIndependent: boolean): Bounded {
  const runs = misses.length, hits = misses.reduce((sum, own) => sum + own, 0), step: Step = { hits, more: 1 };
  const share = estimateOf(dayRatio(misses.map((own) => own / periods)));
  if (isPlenty([step], runs * periods)) return within(evenly(share));
  return { mean: share.mean, halfWidth: null, interval: isIndependent ? exactInterval(hits, runs * periods) : exactInterval(hits / periods, runs) };
}

/** Shares lie within 0 and 1. */
function within({ mean, halfWidth, interval }: Bounded): Bounded {
  return { mean, halfWidth, interval: interval === null ? null : [Math.max(0, interval[0]), Math.min(1, interval[1])] };
}

function putTogether(levels: readonly Float64Array[], atLeast: number, isIndependent: boolean): { readonly level: Bounded; readonly missed: Bounded } {
  const runs = levels[0].length, means = new Float64Array(runs), misses = new Float64Array(runs);
  for (let run = 0; run < runs; run++) {
    const known = levels.map((own) => own[run]).filter((level) => !Number.isNaN(level));
    means[run] = known.length === 0 ? 0 : known.reduce((sum, level) => sum + level, 0) / known.length;
    misses[run] = known.filter((level) => level < atLeast).length;
  }
  return { level: within(evenly(estimateOf(dayRatio(means)))), missed: missedShare(misses, levels.length, isIndependent) };
}

type Scale = Agreement["credits"];

/** How often each step of the scale or a lower one is reached, best step first. @param weight of one period */
function stepsOf(levels: readonly Float64Array[], scale: Scale, weight: number): Step[] {
  return [...scale].sort((a, b) => b.below - a.below).map(({ below, pay }, i, sorted) => ({
    hits: weight * levels.reduce((sum, own) => sum + own.reduce((hits, level) => hits + (level < below ? 1 : 0), 0), 0), more: pay - (i === 0 ? 0 : sorted[i - 1].pay),
  }));
}

/** Mean over runs of what is due, with exact bounds where the steps are reached too seldom, or too often, for the spread to tell. */
function meanDue(due: Float64Array, steps: readonly Step[], runs: number): Bounded {
  const estimate = estimateOf(dayRatio(due));
  return isPlenty(steps, runs) ? evenly(estimate, 0) : { mean: estimate.mean, halfWidth: null, interval: intervalOfSteps(steps, runs) };
}

function creditsOf(due: readonly Float64Array[], levels: readonly Float64Array[], scale: Scale, isIndependent: boolean): CalendarCredits {
  const periods = due.length, runs = due[0].length, all = new Float64Array(runs);
  for (const own of due) own.forEach((pay, run) => { all[run] += pay; });
  const estimate = estimateOf(dayRatio(all)), sorted = all.slice().sort(), steps = stepsOf(levels, scale, 1), at = (p: number) => sorted[Math.ceil(p * runs) - 1];
  const seldom = (): Interval => (isIndependent ? intervalOfSteps(steps, runs * periods) : intervalOfSteps(stepsOf(levels, scale, 1 / periods), runs));
  const inAll: Bounded = isPlenty(steps, runs * periods) ? evenly(estimate, 0) : { mean: estimate.mean, halfWidth: null, interval: timesAsMuch(seldom(), periods) };
  const each = (value: number | null) => (value === null ? null : value / periods);
  return {
    inAll, aPeriod: { mean: each(inAll.mean), halfWidth: each(inAll.halfWidth), interval: inAll.interval === null ? null : timesAsMuch(inAll.interval, 1 / periods) },
    standardDeviation: runs < 2 ? null : Math.sqrt(variance(dayRatio(all).errors)), p50: at(0.5), p90: at(0.9), p95: at(0.95),
    amounts: [...new Set(sorted)].map((pay) => ({ pay, share: sorted.filter((own) => own === pay).length / runs })),
  };
}

const timesAsMuch = ([low, high]: Interval, factor: number): Interval => [low * factor, high * factor];
