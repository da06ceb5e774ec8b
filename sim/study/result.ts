// The result of a run, as printed by `--json`: plain data, seconds, shares of 1, clock times as text.

import { formatClock } from "../scenario/clock.ts";
import type { Scenario } from "../scenario/schema.ts";
import { countAtLeast, percentile, percentileInterval, sortedDays, wilson, type Interval } from "../stats/daily.ts";
import { estimatorOf, type Estimate } from "../stats/estimate.ts";
import { CONTACT_MEASURES, GROUP_MEASURES, type ContactMeasureName, type GroupMeasureName, type Measure } from "../stats/measures.ts";
import type { Moments, MomentsShape } from "../stats/moments.ts";
import type { Tally } from "../stats/tally.ts";
import { CURVE_SECONDS, type WaitTally } from "../stats/waitPercentiles.ts";
import { VERSION } from "../version.ts";

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

export interface IntervalResult {
  /** Clock times, "08:30". */
  readonly from: string;
  readonly to: string;
  /** `daily`: percentiles over days of the interval's service level, to a tenth of a point. */
  readonly total: ContactEstimates & { readonly daily: { readonly p10: number | null; readonly p50: number | null; readonly p90: number | null } };
  readonly types: Readonly<Record<string, ContactEstimates>>;
  readonly groups: Readonly<Record<string, GroupEstimates>>;
}

export interface Result {
  /** Version of the program. */
  readonly callhall: string;
  readonly scenario: string;
  readonly seed: string;
  readonly days: number;
  /** Only where a precision was asked for: the half-widths of the total's service level, wanted and reached. */
  readonly precision?: { readonly serviceLevel: { readonly wanted: number; readonly reached: number | null } };
  readonly total: ContactResult;
  readonly types: Readonly<Record<string, ContactResult>>;
  readonly groups: Readonly<Record<string, GroupEstimates>>;
  readonly intervals: readonly IntervalResult[];
}

export function resultOf(scenario: Scenario, seed: string, tally: Tally, wanted?: number): Result {
  const { shape, days } = tally, { intervals } = shape;
  const typeNames = Object.keys(scenario.contacts), groupNames = Object.keys(scenario.groups);
  const targets = Object.values(scenario.contacts).map((type) => type.target);
  const totalRow = shape.rows - 1;
  const commonTarget = targets.every((target) => target === targets[0]) ? targets[0] : null;

  const contactCell = estimatorsOf(CONTACT_MEASURES, shape.contacts), groupCell = estimatorsOf(GROUP_MEASURES, shape.groups);
  const contactsIn = (row: number, interval: number) => contactCell(tally.contacts, row * (intervals + 1) + interval);
  const groupIn = (group: number, interval: number) => groupCell(tally.groups, group * (intervals + 2) + interval);
  const dayOf = (row: number, target: number | null): ContactResult => ({
    ...contactsIn(row, intervals), wait: waitPercentiles(tally.waits[row]), daily: dailyLevels(tally.levelsOf(row), target),
  });
  const byName = <T>(names: readonly string[], f: (id: number) => T) => Object.fromEntries(names.map((name, id) => [name, f(id)]));

  const types = byName(typeNames, (type) => dayOf(type, targets[type]));
  const total = typeNames.length === 1 ? types[typeNames[0]] : dayOf(totalRow, commonTarget);
  return {
    callhall: VERSION, scenario: scenario.name, seed, days,
    ...(wanted === undefined ? {} : { precision: { serviceLevel: { wanted, reached: total.serviceLevel.halfWidth } } }),
    total,
    types,
    groups: byName(groupNames, (group) => groupIn(group, intervals + 1)),
    intervals: Array.from({ length: intervals }, (_, i): IntervalResult => ({
      from: formatClock(scenario.opening.from + i * scenario.interval),
      to: formatClock(scenario.opening.from + (i + 1) * scenario.interval),
      total: {
        ...contactsIn(totalRow, i),
        daily: { p10: tally.intervalLevels.percentile(i, 0.1), p50: tally.intervalLevels.percentile(i, 0.5), p90: tally.intervalLevels.percentile(i, 0.9) },
      },
      types: byName(typeNames, (type) => contactsIn(type, i)),
      groups: byName(groupNames, (group) => groupIn(group, i)),
    })),
  };
}

/** How to estimate all of some measures in a cell. */
function estimatorsOf<Name extends string>(measures: Readonly<Record<Name, Measure>>, shape: MomentsShape) {
  const estimators = Object.entries<Measure>(measures).map(([name, measure]) => [name, estimatorOf(measure, shape)] as const);
  return (moments: Moments, cell: number) =>
    Object.fromEntries(estimators.map(([name, estimator]) => [name, estimator(moments, cell)])) as Record<Name, Estimate>; // the keys of `measures`, which fromEntries cannot know
}

function waitPercentiles(waits: WaitTally): WaitPercentiles {
  return {
    p50: waits.percentile(0.5), p90: waits.percentile(0.9), p99: waits.percentile(0.99),
    interval: { p50: waits.interval(0.5), p90: waits.interval(0.9), p99: waits.interval(0.99) },
    curve: { seconds: CURVE_SECONDS, waitingLonger: waits.curve() },
  };
}

function dailyLevels(levels: Float64Array, target: number | null): DailyLevels {
  const sorted = sortedDays(levels), days = sorted.length;
  const at = <T>(f: (p: number) => T) =>
    Object.fromEntries(Object.entries(DAILY_PERCENTILES).map(([name, p]) => [name, days === 0 ? null : f(p)])) as Record<DailyPercentile, T | null>; // the keys of the table above
  const met = target === null || days === 0 ? null : countAtLeast(sorted, target);
  return {
    ...at((p) => percentile(sorted, p)),
    meetsTarget: met === null ? null : met / days,
    interval: { ...at((p) => percentileInterval(sorted, p)), meetsTarget: met === null ? null : wilson(met, days) },
    hundredDays: days === 0 ? [] : Array.from({ length: 100 }, (_, i) => percentile(sorted, (i + 0.5) / 100)),
  };
}
