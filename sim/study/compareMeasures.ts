// The measures of a study, day by day: of a week, week by week.

import { ANSWERED, ANSWERED_WITHIN, CONTACT_COUNTERS, LONGEST, OFFERED } from "../engine/dayRecord.ts";
import type { StudyMeasure } from "../scenario/studyMeasures.ts";
import { isDated } from "../scenario/dated.ts";
import { sharedTarget } from "../scenario/sharedTarget.ts";
import { kindsOfDay } from "../scenario/week.ts";
import type { Estimate } from "../stats/estimate.ts";
import { CAME, CONTACT_MEASURES, COST, CREDITS, DAYS, GROUP_MEASURES, JUDGED, MISSED, ON_TARGET, PERIOD_COUNTERS, PERIOD_MEASURES, type Measure, type Term } from "../stats/measures.ts";
import { dayRatio, estimateOf, leastTogether, meanOf, type DayRatio } from "../stats/paired.ts";
import { scarceARun } from "../stats/stepMean.ts";
import { isWeek, perOf, typesOf, type KindDays, type WayDays } from "./compareKinds.ts";
import { costOfDays, creditsOfDays, DAYS_OF_A_POST, missedOfDays, postsOf, postsOfCalendar } from "./money.ts";

/** Which direction is good; null where neither is. */
export const BETTER: Readonly<Record<StudyMeasure, "more" | "less" | null>> = {
  serviceLevel: "more", serviceLevelOfAnswered: "more", serviceLevelExcludingShortAbandons: "more", serviceLevelIncludingAbandons: "more", daysOnTarget: "more",
  abandonmentRate: "less", probabilityOfWait: "less", averageSpeedOfAnswer: "less", averageWait: "less", averageTimeToAbandon: null, longestWait: "less",
  offered: null, answered: "more", abandoned: "less", blocked: "less", lostAtClose: "less", answeredWithin: "more", abandonedWithin: null,
  occupancy: null, utilisation: null, staffedHours: null, busyHours: null, overrunHours: "less", rosteredHours: null, absentHours: null, offPhoneHours: null, paidHours: "less",
  cost: "less", costPerContact: "less", credits: "less", costWithCredits: "less", periodsMissed: "less", posts: "less",
};

/** What is no ratio of sums of counters is written here. */
const OTHERS = {
  daysOnTarget: { says: "days whose own service level reaches the target / days on which anybody came", unit: "share" },
  cost: { says: "pay of the rota and overrun, answered contacts, fixed costs; a day, of a week a week, of a calendar in all", unit: "money" },
  costPerContact: { says: "cost / answered", unit: "money" },
  credits: { says: "service credits of all agreements; a day, of a week a week, of a calendar in all", unit: "money" },
  costWithCredits: { says: "cost and credits", unit: "money" },
  periodsMissed: { says: PERIOD_MEASURES.periodsMissed.says, unit: "share" },
  posts: { says: "full-time posts that the rota takes", unit: "posts" },
} as const;

type Other = keyof typeof OTHERS;

/** Measures of a way of working as a whole, not of its contact types. */
export const MONEY_MEASURES = ["cost", "costPerContact", "credits", "costWithCredits", "periodsMissed", "posts"] as const satisfies readonly Other[];

const isOther = (measure: StudyMeasure): measure is Other => measure in OTHERS;

export function unitOf(measure: StudyMeasure): Measure["unit"] | "money" | "posts" {
  return isOther(measure) ? OTHERS[measure].unit : measureOf(measure).unit;
}

/**
 * A measure with what each day, or each week, contributes to its error. Groups are taken together.
 * @param type null: all contact types together
 */
export function ratioOf(measure: StudyMeasure, way: WayDays, type: string | null = null): DayRatio {
  if (measure === "daysOnTarget") return daysOnTarget(way, type);
  if (isOther(measure)) return moneyOf(measure, way);
  const { of, per } = measureOf(measure), inGroups = measure in GROUP_MEASURES;
  const sums = (terms: readonly Term[]) => overKinds(way, (kind) => {
    const { days: { columns: { width, groups }, values } } = kind, row = rowOf(kind, type), from = inGroups ? groups : row * CONTACT_COUNTERS;
    return row < 0 && !inGroups ? () => 0 : (day) => terms.reduce((sum, [counter, factor]) => sum + factor * values[day * width + from + counter], 0);
  });
  // The longest wait is one of each day; a week has several of them.
  if (measure === "longestWait" && perOf(way.scenario) === "calendar") return dayRatio(sums(of), runCounter(way, DAYS, null));
  if (measure === "longestWait" && isWeek(way.scenario)) return dayRatio(sums([[LONGEST, 1]]), overKinds(way, (kind) => (rowOf(kind, type) < 0 ? () => 0 : () => 1)));
  return dayRatio(sums(of), per === undefined ? undefined : sums(per));
}

/** The mean of a measure with its interval; of kept days only. */
export function estimated(measure: StudyMeasure, way: WayDays, type: string | null = null): Estimate {
  return estimateOf(ratioOf(measure, way, type));
}

/** By run of a calendar: a counter of its days, of a type or of all contacts together. */
function runCounter({ kinds: [kind] }: WayDays, counter: number, type: string | null): Float64Array {
  const { columns: { width, days }, values } = kind.days, from = days + rowOf(kind, type) * (PERIOD_COUNTERS - DAYS) + counter - DAYS;
  return Float64Array.from({ length: values.length / width }, (_, run) => values[run * width + from]);
}

function daysOnTarget(way: WayDays, type: string | null): DayRatio {
  if (perOf(way.scenario) === "calendar") return type === null && !kindsOfDay(way.scenario).every(({ scenario }) => sharedTarget(scenario) !== null) ? unknown(way) : dayRatio(runCounter(way, ON_TARGET, type), runCounter(way, CAME, type));
  const targets = way.kinds.map(({ scenario }) => (type === null ? sharedTarget(scenario) : (scenario.contacts[type]?.target ?? 1)));
  if (targets.includes(null)) return unknown(way);
  const at = ({ days: { columns: { width }, values } }: KindDays, row: number) => (day: number, counter: number) => values[day * width + row * CONTACT_COUNTERS + counter];
  const came = (kind: KindDays) => { const of = at(kind, rowOf(kind, type)); return (day: number) => (of(day, OFFERED) > 0 ? 1 : 0); };
  const met = (kind: KindDays) => { const of = at(kind, rowOf(kind, type)), target = targets[way.kinds.indexOf(kind)] ?? 1; return (day: number) => (of(day, OFFERED) > 0 && of(day, ANSWERED_WITHIN) / of(day, OFFERED) >= target ? 1 : 0); };
  return dayRatio(overKinds(way, met), overKinds(way, came));
}

function moneyOf(measure: (typeof MONEY_MEASURES)[number], way: WayDays): DayRatio {
  const { kinds } = way;
  if (perOf(way.scenario) === "calendar") return moneyOfRuns(measure, way);
  if (measure === "costWithCredits") return together(moneyOf("cost", way), moneyOf("credits", way));
  if (measure === "periodsMissed") return kinds.length > 1 ? unknown(way) : missedOfDays(kinds[0].scenario, kinds[0].days) ?? unknown(way);
  if (measure === "posts") {
    const posts = kinds.map(({ scenario }) => postsOf(scenario)), days = isWeek(way.scenario) ? DAYS_OF_A_POST : 1;
    return posts.includes(null) ? unknown(way) : { ...unknown(way), mean: posts.reduce<number>((sum, each, i) => sum + ((each ?? 0) * kinds[i].times) / days, 0) };
  }
  if (measure === "credits") {
    const credits = kinds.map(({ scenario, days }) => creditsOfDays(scenario, days));
    if (credits.some((each) => each === null || each.mean === null)) return unknown(way);
    const errors = unknown(way).errors;
    credits.forEach((each, i) => each?.errors.forEach((error, day) => { errors[day] += kinds[i].times * error; }));
    const leastHalfWidth = Math.hypot(...credits.map((each, i) => kinds[i].times * (each?.leastHalfWidth ?? 0))); // kinds are independent
    return { mean: credits.reduce((sum, each, i) => sum + kinds[i].times * (each?.mean ?? 0), 0), errors, leastHalfWidth };
  }
  const money = new Map(kinds.map((kind) => [kind, costOfDays(kind.scenario, kind.days)]));
  if ([...money.values()].includes(null)) return unknown(way);
  const sum = (what: "cost" | "answered") => overKinds(way, (kind) => (day) => money.get(kind)?.[what][day] ?? 0);
  return dayRatio(sum("cost"), measure === "cost" ? undefined : sum("answered"));
}

/** A sum of two of the same days; nothing where one of them is. */
function together(one: DayRatio, other: DayRatio): DayRatio {
  return one.mean === null || other.mean === null ? { ...one, mean: null } : { mean: one.mean + other.mean, errors: one.errors.map((error, day) => error + other.errors[day]), leastHalfWidth: leastTogether(one, other) };
}

/** Of a calendar, run by run. */
function moneyOfRuns(measure: (typeof MONEY_MEASURES)[number], way: WayDays): DayRatio {
  const { scenario } = way, pays = kindsOfDay(scenario).every((kind) => kind.scenario.pay !== undefined), scales = Object.values(scenario.agreements ?? {}).map(({ credits }) => credits);
  const missed = runCounter(way, MISSED, null), judged = runCounter(way, JUDGED, null), periods = Math.max(1, ...judged);
  if (measure === "periodsMissed") return scales.length === 0 ? unknown(way) : seldomMissed(dayRatio(missed, judged), missed, periods, 1 / periods);
  const dearest = Math.max(0, ...scales.flat().map(({ pay }) => pay)), credits = scales.some((scale) => scale.length > 0) ? seldomMissed(dayRatio(runCounter(way, CREDITS, null)), missed, periods, dearest) : null;
  if (measure === "credits") return credits ?? unknown(way);
  if (!pays) return unknown(way);
  if (measure === "posts") return { ...unknown(way), mean: isDated(scenario) ? postsOfCalendar(scenario) : null };
  const cost = runCounter(way, COST, null);
  if (measure === "costWithCredits") return credits === null ? unknown(way) : together(dayRatio(cost), credits);
  return dayRatio(cost, measure === "cost" ? undefined : overKinds(way, ({ days: { columns: { width, rows }, values } }) => (run) => values[run * width + (rows - 1) * CONTACT_COUNTERS + ANSWERED]));
}

/** Where hardly any period is missed, or hardly any is not, the half-width is at least what the exact bounds leave open. @param each what one more missed period in a run changes in the ratio */
function seldomMissed(ratio: DayRatio, missed: Float64Array, periods: number, each: number): DayRatio {
  const bounds = scarceARun(missed, periods), mean = meanOf(missed);
  return bounds === null ? ratio : { ...ratio, leastHalfWidth: each * Math.max(mean - bounds[0], bounds[1] - mean) };
}

/** The row of a type in a kind's days, the last for all types together; below 0 where the kind has no such type. */
function rowOf({ scenario, days }: KindDays, type: string | null): number {
  return type === null ? days.columns.rows - 1 : typesOf(scenario).indexOf(type);
}

/** Day by day, the sum over the kinds of how often each comes and what such a day has. */
function overKinds(way: WayDays, of: (kind: KindDays) => (day: number) => number): Float64Array {
  const sums = new Float64Array(daysIn(way));
  for (const kind of way.kinds) {
    const value = of(kind);
    for (let day = 0; day < sums.length; day++) sums[day] += kind.times * value(day);
  }
  return sums;
}

const daysIn = ({ kinds: [{ days: { columns: { width }, values } }] }: WayDays): number => values.length / width;

const unknown = (way: WayDays): DayRatio => ({ mean: null, errors: new Float64Array(daysIn(way)) });

function measureOf(measure: Exclude<StudyMeasure, Other>): Measure {
  return { ...CONTACT_MEASURES, ...GROUP_MEASURES }[measure];
}
