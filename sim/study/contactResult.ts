// What a result says of contacts and of agents, whichever they are: of a type, of a site, of all.

import { countAtLeast, independentDays, percentile, percentileInterval, sortedDays, wilson, type Interval } from "../stats/daily.ts";
import { estimatorOf, type Estimate } from "../stats/estimate.ts";
import type { ContactMeasureName, GroupMeasureName, Measure } from "../stats/measures.ts";
import type { Moments, MomentsShape } from "../stats/moments.ts";
import { CURVE_SECONDS, type WaitTally } from "../stats/waitPercentiles.ts";

export type ContactEstimates = Readonly<Record<ContactMeasureName, Estimate>>;
export type GroupEstimates = Readonly<Record<GroupMeasureName, Estimate>>;

/** Seconds that half, nine in ten and 99 in a hundred of the offered contacts do not outwait. */
export interface WaitPercentiles {
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p99: number | null;
  /** 95 % intervals; null where there are too few days for one. */
  readonly interval: { readonly p50: Interval | null; readonly p90: Interval | null; readonly p99: Interval | null };
  /** Shares of the offered contacts that waited so many seconds or longer; at 0, that waited at all. No shares where nobody came. */
  readonly curve: { readonly seconds: readonly number[]; readonly waitingLonger: readonly number[] };
}

const DAILY_PERCENTILES = { p05: 0.05, p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9, p95: 0.95 } as const;
type DailyPercentile = keyof typeof DAILY_PERCENTILES;

/** The distribution of a day's service level over the days on which anybody came. */
export interface DailyLevels extends Readonly<Record<DailyPercentile, number | null>> {
  /** Share of days whose service level reaches the target; null in a total whose types have different targets. */
  readonly meetsTarget: number | null;
  /** 95 % intervals; null where there are too few days for one. */
  readonly interval: Readonly<Record<DailyPercentile | "meetsTarget", Interval | null>>;
  /** The day's level on a hundred days that stand for all: the percentiles 0.5, 1.5 … 99.5. Empty where nobody ever came. */
  readonly hundredDays: readonly number[];
}

export interface ContactResult extends ContactEstimates {
  readonly wait: WaitPercentiles;
  readonly daily: DailyLevels;
}

/** How to estimate all of some measures in a cell. */
export function estimatorsOf<Name extends string>(measures: Readonly<Record<Name, Measure>>, shape: MomentsShape) {
  const estimators = Object.entries<Measure>(measures).map(([name, measure]) => [name, estimatorOf(measure, shape)] as const);
  return (moments: Moments, cell: number) =>
    Object.fromEntries(estimators.map(([name, estimator]) => [name, estimator(moments, cell)])) as Record<Name, Estimate>; // the keys of `measures`, which fromEntries cannot know
}

export function waitPercentiles(waits: WaitTally): WaitPercentiles {
  return {
    p50: waits.percentile(0.5), p90: waits.percentile(0.9), p99: waits.percentile(0.99),
    interval: { p50: waits.interval(0.5), p90: waits.interval(0.9), p99: waits.interval(0.99) },
    curve: { seconds: CURVE_SECONDS, waitingLonger: waits.curve() },
  };
}

/** Wilson's interval where the days say as much as so many independent ones; none where they say nothing. */
function scaledWilson(hits: number, days: number, asMany: number): Interval | null {
  return asMany === 0 ? null : wilson((hits * asMany) / days, asMany);
}

/** @param levels sorted in place, but for a calendar's, whose order is asked for again with the next runs @param daysOfRuns of a calendar, whose days depend on each other within a run: how many of the days, in their order, each run had */
export function dailyLevels(levels: Float64Array, target: number | null, daysOfRuns: readonly number[] = []): DailyLevels {
  const isOfCalendar = daysOfRuns.length > 0, sorted = sortedDays(isOfCalendar ? levels.slice() : levels), days = sorted.length;
  const asMany = (isHit: (level: number) => boolean) => (isOfCalendar ? independentDays(levels, daysOfRuns, isHit) : days);
  const at = <T>(f: (p: number) => T) =>
    Object.fromEntries(Object.entries(DAILY_PERCENTILES).map(([name, p]) => [name, days === 0 ? null : f(p)])) as Record<DailyPercentile, T | null>; // the keys of the table above
  const met = target === null || days === 0 ? null : countAtLeast(sorted, target);
  return {
    ...at((p) => percentile(sorted, p)),
    meetsTarget: met === null ? null : met / days,
    interval: {
      ...at((p) => { const value = percentile(sorted, p); return percentileInterval(sorted, p, asMany((level) => level <= value)); }),
      meetsTarget: met === null || target === null ? null : scaledWilson(met, days, asMany((level) => level >= target)),
    },
    hundredDays: days === 0 ? [] : Array.from({ length: 100 }, (_, i) => percentile(sorted, (i + 0.5) / 100)),
  };
}
