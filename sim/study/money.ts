// Money by day: what a day cost, and the credits of agreements, from the lines of the ledger. In the scenario's currency.

import { postsOf, staffPay } from "../model/pay.ts";
import { expectedDays } from "../scenario/calendarDates.ts";
import { isBeyond, isMissed, termsOf, type Terms } from "../scenario/promised.ts";
import type { Agreement, DatedScenario, Scenario } from "../scenario/schema.ts";
import { ANSWERED_CONTACTS, CONTACT_COST, ledgerColumn, OVERRUN_PAY, sidesOf, type LedgerLines } from "../stats/ledger.ts";
import { estimateOf, meanOf, type DayRatio } from "../stats/paired.ts";
import { creditDue, periodLevel, wholePeriods } from "../stats/periods.ts";
import { evenly, exactInterval, intervalOfSteps, isPlenty, type Bounded, type Step } from "../stats/stepMean.ts";
import type { KeptDays } from "./compareDays.ts";

export { postsOf, staffPay };

/** Days of a week on which a full-time post works, whatever the opening. */
export const DAYS_OF_A_POST = 5;

/** Full-time posts that the rotas of a calendar take, each working five days a week: exact. Null where a kind of day says nothing of posts. */
export function postsOfCalendar({ calendar: { week, dates, dayTypes } }: DatedScenario): number | null {
  const posts = [...expectedDays(week, dates)].map(([kind, days]) => { const own = postsOf(dayTypes[kind]); return own === null ? null : own * days; });
  return posts.includes(null) ? null : posts.reduce<number>((sum, own) => sum + (own ?? 0), 0) / (DAYS_OF_A_POST * ((dates.to - dates.from + 1) / 7));
}

/** What each day cost, without credits, and the contacts answered on it; null where the scenario has no pay. */
export function costOfDays(scenario: Scenario, days: KeptDays): { readonly cost: Float64Array; readonly answered: Float64Array } | null {
  return scenario.pay === undefined ? null : costOfLines(scenario, linesOf(days));
}

/**
 * Credits a day, of all agreements together; null without agreements, a null mean where one has no whole period. A period's error stands on its last
 * day and the others have none, so that the spread over days is that of periods, which are independent of each other, and two ways pair by day. Where few
 * periods miss, or few do not, the half-width is at least the longer way to an end of the interval of `creditsADay`.
 */
export function creditsOfDays(scenario: Scenario, days: KeptDays): DayRatio | null {
  if (scenario.agreements === undefined) return null;
  const ratio = creditsOfLines(scenario, linesOf(days)), { mean, halfWidth, interval } = creditsADay(scenario, linesOf(days));
  if (mean === null || halfWidth !== null || interval === null) return ratio;
  return { ...ratio, leastHalfWidth: Math.max(mean - interval[0], interval[1] - mean) };
}

const linesOf = ({ values, columns: { width, ledger } }: KeptDays): LedgerLines => ({ values, width, from: ledger });

/** @returns by day */
export function costOfLines(scenario: Scenario, lines: LedgerLines): { readonly cost: Float64Array; readonly answered: Float64Array } {
  const [overrun, contacts] = [OVERRUN_PAY, CONTACT_COST].map((column) => ledgerColumn(lines, column)), everyDay = staffPay(scenario) + (scenario.pay?.fixed ?? 0);
  return { cost: overrun.map((spent, day) => everyDay + spent + contacts[day]), answered: ledgerColumn(lines, ANSWERED_CONTACTS) };
}

export function creditsOfLines(scenario: Scenario, lines: LedgerLines): DayRatio {
  const days = lines.values.length / lines.width, errors = new Float64Array(days), judged = judgedOf(scenario, lines);
  for (const { every, credits } of judged) {
    const mean = meanOrNull(credits) ?? 0;
    // Of credits / days covered; the days after the last whole period are not covered.
    credits.forEach((credit, period) => { errors[(period + 1) * every - 1] += ((credit - mean) * days) / (credits.length * every); });
  }
  return { mean: judged.reduce<number | null>((sum, { every, credits }) => plus(sum, meanOrNull(credits), every), 0), errors };
}

const plus = (sum: number | null, mean: number | null, every: number): number | null => (sum === null || mean === null ? null : sum + mean / every);

const meanOrNull = (values: Float64Array): number | null => (values.length === 0 ? null : meanOf(values));

/**
 * Credits a day, of all agreements together, with an interval that is wide where few periods miss, or few do not. Agreements that are judged on the
 * same days mostly miss together, so their distances from the mean are added up.
 */
export function creditsADay(scenario: Scenario, lines: LedgerLines): Bounded {
  const judged = judgedOf(scenario, lines), ratio = creditsOfLines(scenario, lines);
  if (ratio.mean === null) return { mean: null, halfWidth: null, interval: null };
  const steps = judged.map((each) => ({ ...each, steps: stepsOf(each) }));
  if (steps.every(({ steps: own, credits }) => isPlenty(own, credits.length))) return evenly(estimateOf(ratio), 0);
  const intervals = steps.map(({ steps: own, credits, every }) => intervalOfSteps(own, credits.length).map((bound) => bound / every));
  return { mean: ratio.mean, halfWidth: null, interval: [intervals.reduce((sum, [low]) => sum + low, 0), intervals.reduce((sum, [, high]) => sum + high, 0)] };
}

/**
 * Periods of all agreements that miss what was promised, of all; null without agreements, a null mean where there is no whole period. As with credits, an
 * error stands on its period's last day.
 */
export function missedOfDays(scenario: Scenario, days: KeptDays): DayRatio | null {
  const lines = linesOf(days), judged = judgedOf(scenario, lines), errors = new Float64Array(lines.values.length / lines.width);
  if (judged.length === 0) return null;
  const misses = judged.map(({ levels, terms: { promised } }) => levels.map((level) => (isMissed(level, promised) ? 1 : 0))), periods = misses.reduce((sum, own) => sum + own.length, 0);
  if (periods === 0) return { mean: null, errors };
  const hits = misses.reduce((sum, own) => sum + own.reduce((all, miss) => all + miss, 0), 0), mean = hits / periods;
  judged.forEach(({ every }, i) => misses[i].forEach((miss, period) => { errors[(period + 1) * every - 1] += ((miss - mean) * errors.length) / periods; }));
  const [low, high] = exactInterval(hits, periods);
  return isPlenty([{ hits, more: 1 }], periods) ? { mean, errors } : { mean, errors, leastHalfWidth: Math.max(mean - low, high - mean) };
}

export interface Judged {
  /** Days of a period. */
  readonly every: number;
  /** By period: its result in the agreement's unit, NaN where nobody came; and what is due. */
  readonly levels: Float64Array;
  readonly credits: Float64Array;
  readonly terms: Terms;
}

const judgedOf = ({ agreements = {} }: Scenario, lines: LedgerLines): Judged[] => Object.values(agreements).map((agreement, i) => judgedPeriods(agreement, lines, i));

/** The whole periods of an agreement. @param index among the scenario's agreements */
export function judgedPeriods(agreement: Agreement, lines: LedgerLines, index: number): Judged {
  const sides = sidesOf(lines, index), terms = termsOf(agreement), every = daysOf(agreement.every), periods = wholePeriods(sides.top.length, every);
  const levels = new Float64Array(periods.length), due = new Float64Array(periods.length);
  periods.forEach((period, i) => {
    levels[i] = periodLevel(sides, period, agreement.over, terms.promised.unit);
    due[i] = creditDue(levels[i], terms);
  });
  return { every, levels, credits: due, terms };
}

/** Days of a period. @throws RangeError for a unit of a calendar, whose dates a single kind of day does not know */
export function daysOf(every: Agreement["every"]): number {
  if (typeof every === "string") throw new RangeError(`a ${every} is a period of a calendar of dates`);
  return every;
}

/** How often each step of the scale or a farther one is reached, and what it adds. */
export function stepsOf({ levels, terms: { promised, steps } }: Judged): Step[] {
  return steps.map(({ limit, pay }, i) => {
    let hits = 0;
    for (const level of levels) if (isBeyond(level, limit, promised)) hits++;
    return { hits, more: pay - (i === 0 ? 0 : steps[i - 1].pay) };
  });
}
