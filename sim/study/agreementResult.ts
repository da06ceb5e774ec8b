// What a result says of an agreement: how its periods come out, how often it is met, and what missing it costs.

import type { Agreement, AgreementMeasure, Scenario } from "../scenario/schema.ts";
import { countAtLeast, percentile, percentileInterval, sortedDays, wilson, type Interval } from "../stats/daily.ts";
import type { Estimate } from "../stats/estimate.ts";
import type { LedgerLines } from "../stats/ledger.ts";
import { dayRatio, estimateOf } from "../stats/paired.ts";
import { judgedPeriods } from "./money.ts";

/** A share of periods with its 95 % interval (Wilson); null where there is no period in which anybody came. */
export interface PeriodShare {
  readonly mean: number | null;
  readonly interval: Interval | null;
}

const PERCENTILES = { p05: 0.05, p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9, p95: 0.95 } as const;
type Percentile = keyof typeof PERCENTILES;

export interface Credits {
  /** Means over periods, and the same spread over a period's days; in the scenario's currency. */
  readonly aPeriod: Estimate;
  readonly aDay: Estimate;
  /** Between periods; null with fewer than two. */
  readonly standardDeviation: number | null;
  /** What is due on such a share of periods at most; credits are steps, so these are steps too. */
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  /** The scale, best step first, and in what share of periods each is due. */
  readonly scale: readonly { readonly below: number; readonly pay: number; readonly due: PeriodShare }[];
}

export interface AgreementResult {
  readonly contacts: readonly string[];
  readonly measure: AgreementMeasure;
  readonly atLeast: number;
  /** Days of a period. */
  readonly every: number;
  readonly over: Agreement["over"];
  /** Whole periods simulated, and the days after the last of them, which count nowhere. */
  readonly periods: number;
  readonly daysLeftOut: number;
  /** Of the periods in which anybody came. */
  readonly met: PeriodShare;
  /** Percentiles of the periods' results. */
  readonly level: Readonly<Record<Percentile, number | null>> & { readonly interval: Readonly<Record<Percentile, Interval | null>> };
  /** Null where missing it costs nothing. */
  readonly credits: Credits | null;
}

export function agreementsOf({ contacts, agreements = {} }: Scenario, lines: LedgerLines): Record<string, AgreementResult> {
  return Object.fromEntries(Object.entries(agreements).map(([name, agreement], index) => {
    const periods = judgedPeriods(agreement, lines, index), levels = sortedDays(Float64Array.from(periods, ({ level }) => level)), { atLeast, every, measure, over } = agreement;
    const each = <T>(of: (p: number) => T) => Object.fromEntries(Object.entries(PERCENTILES).map(([key, p]) => [key, levels.length === 0 ? null : of(p)])) as Record<Percentile, T | null>; // the keys of the table above
    return [name, {
      contacts: agreement.contacts ?? Object.keys(contacts), measure, atLeast, every, over,
      periods: periods.length, daysLeftOut: lines.values.length / lines.width - every * periods.length,
      met: shareOf(countAtLeast(levels, atLeast), levels.length),
      level: { ...each((p) => percentile(levels, p)), interval: each((p) => percentileInterval(levels, p)) },
      credits: agreement.credits.length === 0 ? null : creditsOf(agreement, Float64Array.from(periods, ({ credit }) => credit), periods.map(({ level }) => level)),
    }];
  }));
}

/** @param due and `levels` by period */
function creditsOf({ every, credits }: Agreement, due: Float64Array, levels: readonly number[]): Credits {
  const scale = [...credits].sort((a, b) => b.below - a.below), sorted = due.slice().sort(), mean = due.length === 0 ? { mean: null, errors: due } : dayRatio(due);
  const at = (p: number) => (sorted.length === 0 ? null : sorted[Math.ceil(p * sorted.length) - 1]), aPeriod = estimateOf(mean);
  return {
    aPeriod, aDay: { mean: aPeriod.mean === null ? null : aPeriod.mean / every, halfWidth: aPeriod.halfWidth === null ? null : aPeriod.halfWidth / every },
    standardDeviation: due.length < 2 ? null : Math.sqrt(mean.errors.reduce((sum, error) => sum + error * error, 0) / (due.length - 1)),
    p50: at(0.5), p90: at(0.9), p95: at(0.95),
    scale: scale.map(({ below, pay }, i) => {
      const came = levels.filter((level) => !Number.isNaN(level)), next = scale[i + 1]?.below ?? -Infinity;
      return { below, pay, due: shareOf(came.filter((level) => level < below && level >= next).length, came.length) };
    }),
  };
}

function shareOf(hits: number, of: number): PeriodShare {
  return of === 0 ? { mean: null, interval: null } : { mean: hits / of, interval: wilson(hits, of) };
}
