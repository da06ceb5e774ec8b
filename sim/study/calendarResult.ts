// The result of a calendar of dates, as printed by `--json`: all its days together, its years, months, weeks, weekdays, dates and kinds of day.

import { formatDate, parseDate, unitAround, weekdayOf, type CalendarUnit } from "../scenario/date.ts";
import type { DatedScenario } from "../scenario/schema.ts";
import { sharedTarget } from "../scenario/sharedTarget.ts";
import type { Period } from "../stats/calendarShape.ts";
import type { CalendarTally } from "../stats/calendarTally.ts";
import { countAtLeast, sortedDays } from "../stats/daily.ts";
import { estimatorOf, type Estimate } from "../stats/estimate.ts";
import { CAME, CONTACT_MEASURE_NAMES, COST, DAYS, GROUP_DAYS, GROUP_MEASURES, ON_TARGET, PERIOD_COUNTERS, PERIOD_MEASURES, type Measure } from "../stats/measures.ts";
import { evenly, exactInterval, isPlenty, type Bounded } from "../stats/stepMean.ts";
import type { Tally } from "../stats/tally.ts";
import { VERSION } from "../version.ts";
import { shareOf, type PeriodShare } from "./agreementResult.ts";
import { averageDays } from "./averageDay.ts";
import { calendarAgreement, type CalendarAgreementResult } from "./calendarAgreements.ts";
import { waitPercentiles, type ContactEstimates, type GroupEstimates, type WaitPercentiles } from "./contactResult.ts";
import { levelPercentiles, type LevelPercentiles } from "./levelPercentiles.ts";
import { postsOfCalendar } from "./money.ts";
import { resultOf, type Result } from "./result.ts";

export type PeriodContacts = ContactEstimates & {
  /** Days whose own service level reaches the target of their kind, of those on which anybody came; mean null in a total where a kind has different targets. */
  readonly daysOnTarget: Estimate;
};

/** Sums over a period; the longest wait is a day's, averaged over open days. */
export interface PeriodResult {
  /** "2026-09", "2026-W36", "mon", a day type. */
  readonly name: string;
  /** Open days, of a day type and where peaks are drawn on average. */
  readonly openDays: number;
  readonly total: PeriodContacts;
  readonly types: Readonly<Record<string, PeriodContacts>>;
  readonly groups: Readonly<Record<string, GroupEstimates>>;
  /** In the scenario's currency, without credits; only with pay. */
  readonly cost?: Estimate;
  readonly costPerContact?: Estimate;
}

/** A stretch of dates, as far as the calendar has them. */
export interface SpanResult extends PeriodResult {
  readonly from: string;
  readonly to: string;
  /** The distribution over runs of the service level of the whole period. */
  readonly level: LevelPercentiles;
  /** Chance that the level of the whole period misses the calendar's target; null where it has none for all. */
  readonly missed: PeriodShare;
}

export interface DateResult {
  readonly date: string;
  readonly weekday: string;
  /** Its day type, or those it is in some runs, and in what share of them. */
  readonly dayTypes: Readonly<Record<string, number>>;
  readonly offered: Estimate;
  readonly serviceLevel: Estimate;
  readonly abandonmentRate: Estimate;
  /** The distribution over runs of the date's own service level. */
  readonly level: LevelPercentiles;
  /** Chance that the date's own level misses the target of its kind; null where that has different targets. */
  readonly missed: PeriodShare;
}

export interface CalendarMoney {
  readonly currency: string;
  /** Of the whole calendar, without credits. */
  readonly cost: Estimate;
  readonly costPerContact: Estimate;
  /** Of all agreements; only where one pays credits. */
  readonly credits?: Bounded;
  readonly costWithCredits?: Bounded;
  /** Full-time posts that the rotas take, each working five days a week: exact. Null where the scenario says nothing of posts. */
  readonly posts: number | null;
}

export interface CalendarResult {
  /** Version of the program. */
  readonly callhall: string;
  readonly scenario: string;
  readonly seed: string;
  /** Times that all dates were simulated. */
  readonly runs: number;
  /** What all contact types on all kinds of day are to reach; null where that differs. */
  readonly target: number | null;
  readonly from: string;
  readonly to: string;
  readonly whole: SpanResult & { readonly wait: WaitPercentiles; readonly money?: CalendarMoney };
  readonly years: readonly SpanResult[];
  readonly months: readonly SpanResult[];
  readonly weeks: readonly SpanResult[];
  /** By name, Monday first; sums over the calendar. */
  readonly weekdays: Readonly<Record<string, PeriodResult>>;
  readonly dates: readonly DateResult[];
  readonly agreements: Readonly<Record<string, CalendarAgreementResult>>;
  /** By name, in the file's order: an average day of the kind, by staffing interval. */
  readonly dayTypes: Readonly<Record<string, Result & {
    readonly timesInCalendar: number;
    /** All its dates together. */
    readonly inCalendar: PeriodResult;
  }>>;
}

export function calendarResultOf(scenario: DatedScenario, seed: string, tally: Tally): CalendarResult {
  const { calendar } = tally;
  if (calendar === null) throw new Error("the tally of a calendar has its periods");
  const { shape: { model, periods, rows }, runs } = calendar, read = periodReader(scenario, calendar), { dates } = scenario.calendar;
  const numbered = periods.map((period, id) => ({ ...period, id })), of = (what: Period["of"]) => numbered.filter((period) => period.of === what);
  const target = commonTarget(model.kinds);
  const span = (period: { readonly name: string; readonly id: number }, from: number, to: number): SpanResult => {
    const levels = sortedDays(calendar.levelsOfPeriod(period.id, rows - 1));
    return {
      ...read(period.id, period.name), from: formatDate(Math.max(dates.from, from)), to: formatDate(Math.min(dates.to, to)), level: levelPercentiles(levels),
      missed: target === null ? { mean: null, interval: null } : shareOf(levels.length - countAtLeast(levels, target), levels.length),
    };
  };
  const units = (unit: CalendarUnit) => of(unit).map((period) => { const { from, to } = unitAround(firstDateOf(calendar, period.id), unit); return span(period, from, to - 1); });
  const whole = span(numbered[0], dates.from, dates.to), agreements = Object.fromEntries(model.agreements.map((agreement, i) => [agreement.name, calendarAgreement(agreement, calendar, i)]));
  const days = of("date").map(({ id, name }, day) => dateOf(calendar, id, name, day)), money = moneyOf(scenario, calendar, whole, Object.values(agreements));
  return {
    callhall: VERSION, scenario: scenario.name, seed, runs, target, from: formatDate(dates.from), to: formatDate(dates.to),
    whole: { ...whole, wait: waitPercentiles(tally.waits[rows - 1]), ...(money === undefined ? {} : { money }) },
    years: units("year"), months: units("month"), weeks: units("week"),
    weekdays: Object.fromEntries(of("weekday").map(({ id, name }) => [name, read(id, name)])),
    dates: days,
    agreements,
    dayTypes: Object.fromEntries(averageDays(scenario, days).map(({ name, scenario: day }) => {
      const kind = model.kinds.findIndex((each) => each.name === name), own = calendar.kinds[kind];
      return [name, { ...resultOf(day, seed, own), timesInCalendar: own.days / runs, inCalendar: read(calendar.shape.periodOfKind[kind], name) }];
    })),
  };
}

function commonTarget(kinds: CalendarTally["shape"]["model"]["kinds"]): number | null {
  const [first, ...others] = kinds.map(({ scenario }) => sharedTarget(scenario));
  return others.every((target) => target === first) ? first : null;
}

function firstDateOf({ shape: { periodsOf, model, days } }: CalendarTally, period: number): number {
  const slots = periodsOf.length / days;
  return model.dates[Math.floor(periodsOf.indexOf(period) / slots)];
}

/** Reads a period: counts are sums over it. */
function periodReader({ pay }: DatedScenario, { shape: { model, rows, contacts, groups, groupPeriods }, contacts: moments, groups: groupMoments, runs }: CalendarTally) {
  const contactEstimators = [...CONTACT_MEASURE_NAMES, "daysOnTarget" as const].map((name) => [name, estimatorOf(PERIOD_MEASURES[name], contacts)] as const);
  const groupEstimators = Object.entries<Measure>(GROUP_MEASURES).map(([name, measure]) => [name, estimatorOf(measure, groupPeriods)] as const);
  const cost = estimatorOf(PERIOD_MEASURES.cost, contacts), perContact = estimatorOf(PERIOD_MEASURES.costPerContact, contacts);
  const hasTarget = model.kinds.every(({ scenario: day }) => sharedTarget(day) !== null);
  const contactsIn = (period: number, row: number): PeriodContacts => {
    const estimates = Object.fromEntries(contactEstimators.map(([name, estimator]) => [name, estimator(moments, period * rows + row)])) as PeriodContacts; // the names above, which fromEntries cannot know
    if (row === rows - 1 && rows > 1 && !hasTarget) return { ...estimates, daysOnTarget: { mean: null, halfWidth: null } };
    const [hits, came] = [ON_TARGET, CAME].map((counter) => moments.sums[(period * rows + row) * PERIOD_COUNTERS + counter]);
    return { ...estimates, daysOnTarget: seldom(estimates.daysOnTarget, hits, came, model.correlation === 0 ? came : Math.min(came, runs)) };
  };
  return (period: number, name: string): PeriodResult => ({
    name, openDays: moments.sums[(period * rows + rows - 1) * PERIOD_COUNTERS + DAYS] / runs, total: contactsIn(period, rows - 1),
    types: Object.fromEntries(model.types.map((type, row) => [type, contactsIn(period, row)])),
    groups: Object.fromEntries(model.groups.flatMap((group, id) => {
      const cell = period * groups + id, here = groupMoments.sums[cell * groupPeriods.counters + GROUP_DAYS];
      return here === 0 ? [] : [[group, Object.fromEntries(groupEstimators.map(([measure, estimator]) => [measure, estimator(groupMoments, cell)])) as GroupEstimates]]; // likewise
    })),
    ...(pay === undefined && moments.sums[(rows - 1) * PERIOD_COUNTERS + COST] === 0 ? {} : { cost: cost(moments, period * rows + rows - 1), costPerContact: perContact(moments, period * rows + rows - 1) }),
  });
}

/**
 * A share of days that hardly ever, or nearly always, are on target: their spread says too little, so the half-width reaches as far as the exact interval.
 * @param asMany independent days that they count for at least: with memory one for each run
 */
function seldom(share: Estimate, hits: number, days: number, asMany: number): Estimate {
  const { mean, halfWidth } = share;
  if (mean === null || halfWidth === null || isPlenty([{ hits, more: 1 }], days)) return share;
  const [low, high] = exactInterval((hits * asMany) / days, asMany);
  return { mean, halfWidth: Math.max(halfWidth, mean - low, high - mean) };
}

function dateOf(calendar: CalendarTally, period: number, date: string, day: number): DateResult {
  const { shape: { model, rows, contacts }, contacts: moments, runs } = calendar, kinds = calendar.kindsOfDay(day), levels = calendar.levelsOfDay(day, rows - 1);
  const estimate = (name: "offered" | "serviceLevel" | "abandonmentRate") => estimatorOf(PERIOD_MEASURES[name], contacts)(moments, period * rows + rows - 1);
  const targets = model.kinds.map(({ scenario: day }) => sharedTarget(day) ?? NaN);
  const came = levels.map((level, run) => (Number.isNaN(level) || Number.isNaN(targets[kinds[run]]) ? NaN : level >= targets[kinds[run]] ? 1 : 0)), sorted = sortedDays(came);
  return {
    date, weekday: weekdayOf(parseDate(date) ?? 0),
    dayTypes: Object.fromEntries(model.kinds.flatMap(({ name }, kind) => { const times = kinds.filter((own) => own === kind).length; return times === 0 ? [] : [[name, times / runs]]; })),
    offered: estimate("offered"), serviceLevel: estimate("serviceLevel"), abandonmentRate: estimate("abandonmentRate"), level: levelPercentiles(sortedDays(levels)),
    missed: shareOf(sorted.length - countAtLeast(sorted, 1), sorted.length),
  };
}

function moneyOf(scenario: DatedScenario, { shape: { model } }: CalendarTally, { cost, costPerContact }: PeriodResult, agreements: readonly CalendarAgreementResult[]): CalendarMoney | undefined {
  const currency = scenario.pay?.currency ?? model.kinds.map(({ scenario: day }) => day.pay?.currency).find((each) => each !== undefined);
  if (currency === undefined || cost === undefined || costPerContact === undefined) return undefined;
  const due = agreements.flatMap(({ credits }) => (credits === null ? [] : [credits.inAll]));
  const credits = sumOf(due);
  return {
    currency, cost, costPerContact, ...(due.length === 0 ? {} : { credits, costWithCredits: sumOf([evenly(cost), credits]) }),
    posts: postsOfCalendar(scenario),
  };
}

/** Bounds add up as they are: wide enough however the parts go together. */
function sumOf(parts: readonly Bounded[]): Bounded {
  const add = (of: (part: Bounded) => number | null) => parts.reduce<number | null>((sum, part) => { const value = of(part); return sum === null || value === null ? null : sum + value; }, 0);
  const low = add(({ interval }) => interval?.[0] ?? null), high = add(({ interval }) => interval?.[1] ?? null);
  return { mean: add(({ mean }) => mean), halfWidth: add(({ halfWidth }) => halfWidth), interval: low === null || high === null ? null : [low, high] };
}
