// A calendar of dates in figures, cell by cell, the same on the page and on the terminal.

import type { Interval } from "../sim/stats/daily.ts";
import type { Estimate } from "../sim/stats/estimate.ts";
import { WAYS_TO_SUM } from "../sim/scenario/waysToSum.ts";
import { evenly } from "../sim/stats/stepMean.ts";
import type { PeriodShare } from "../sim/study/agreementResult.ts";
import type { CalendarAgreementResult } from "../sim/study/calendarAgreements.ts";
import type { CalendarResult, PeriodResult } from "../sim/study/calendarResult.ts";
import { monthWords, unitWords, weekdayWords } from "./calendarNames.ts";
import { boundedShare, currencyOf, type CalendarPart } from "./calendarWords.ts";
import { nounFor } from "./intervalWords.ts";
import { boundedMoney, moneyShown, moneyText } from "./money.ts";
import { periodsShown, promised } from "./moneyWords.ts";
import { shortened } from "./names.ts";
import { boundedResult, missesWords, missWords } from "./promisedWords.ts";
import { amountShown, capital, chanceOfDaysShown, countShown, decimal, integer, NOTHING, pointsRange, secondsShown, shareShown, type Shown, targetPercent } from "./words.ts";

export interface FigureLine {
  readonly name: string;
  readonly cells: readonly Shown[];
}

export interface Figures {
  /** Of the names and of the cells. */
  readonly heads: readonly string[];
  readonly lines: readonly FigureLine[];
  /** All lines together. */
  readonly total?: FigureLine;
}

const exact = (value: string): Shown => ({ value, margin: "" });
const NONE = exact(NOTHING);
const MOST_JUDGED = 3; // monthly agreements beside a month

/** The calendar's months, each with the chance that it misses what was promised of months or, where nothing was, the target. */
export function monthFigures({ months, agreements, target }: CalendarResult): Figures {
  const monthly = Object.entries(agreements).filter(([, { every }]) => every === "month").slice(0, MOST_JUDGED);
  const missed = (name: string): readonly PeriodShare[] => monthly.map(([, { periods }]) => periods.find((period) => period.name === name)?.missed ?? { mean: null, interval: null });
  const heads = monthly.length > 0 ? monthly.map(([name, agreement]) => (monthly.length === 1 ? `Chance to ${missWords(agreement)}` : `${shortened(name)} ${missesWords(agreement)}`)) : target === null ? [] : [`Chance to miss ${targetPercent(target)}`];
  return {
    heads: ["Month", "Open days", "Offered", "Answered in time", "8 runs in 10", ...heads],
    lines: months.map((month) => ({
      name: monthWords(month.name),
      cells: [
        exact(daysShown(month.openDays)), countShown(month.total.offered), shareShown(month.total.serviceLevel), rangeShown(month.level.p10, month.level.p90),
        ...(monthly.length > 0 ? missed(month.name) : target === null ? [] : [month.missed]).map(periodsShown),
      ],
    })),
  };
}

function rangeShown(low: number | null, high: number | null): Shown {
  return low === null || high === null ? NONE : exact(`${pointsRange([low, high] satisfies Interval)}%`);
}

/** Whole numbers of days without decimals; where peaks are drawn, days of a kind need not be whole. */
const daysShown = (days: number): string => (Number.isInteger(days) ? integer(days) : decimal(days, 1));

/** The weekdays or the kinds of day, means of a day, beside the whole. */
function sumsOf(head: string, whole: PeriodResult, parts: readonly (readonly [string, PeriodResult])[], currency: string | undefined): Figures {
  const aDay = ({ mean, halfWidth }: Estimate, days: number): Estimate => ({ mean: mean === null ? null : mean / days, halfWidth: halfWidth === null ? null : halfWidth / days });
  const line = (name: string, { openDays, total, cost }: PeriodResult): FigureLine => ({
    name, cells: [
      exact(daysShown(openDays)), amountShown(aDay(total.offered, openDays)), shareShown(total.serviceLevel), chanceOfDaysShown(total.daysOnTarget), shareShown(total.abandonmentRate),
      ...(currency === undefined || cost === undefined ? [] : [moneyShown(aDay(cost, openDays), currency)]),
    ],
  });
  return { heads: [head, "Days", "Offered a day", "Answered in time", "Days on target", "Abandoned", ...(currency === undefined ? [] : ["Cost a day"])], lines: parts.map(([name, part]) => line(name, part)), total: line("All", whole) };
}

export function dayTypeFigures({ whole, dayTypes }: CalendarResult): Figures {
  return sumsOf("Day type", whole, Object.entries(dayTypes).map(([name, { inCalendar }]) => [shortened(name), inCalendar]), whole.money?.currency);
}

export function weekdayFigures({ whole, weekdays }: CalendarResult): Figures {
  return sumsOf("Weekday", whole, Object.entries(weekdays).map(([name, weekday]) => [weekdayWords(name), weekday]), whole.money?.currency);
}

/** An agreement a column; null where there is none. */
export function agreementFigures({ result, scenario }: CalendarPart): Figures | null {
  const all = Object.entries(result.agreements), currency = currencyOf(result), { many } = nounFor(scenario.interval), types = new Set(all.flatMap(([, { contacts }]) => contacts));
  if (all.length === 0) return null;
  const line = (name: string, cell: (agreement: CalendarAgreementResult) => Shown): FigureLine => ({ name, cells: all.map(([, agreement]) => cell(agreement)) });
  const credit = (cell: (credits: NonNullable<CalendarAgreementResult["credits"]>) => Shown) => ({ credits }: CalendarAgreementResult) => (credits === null ? exact("none agreed") : cell(credits));
  const isSpread = all.some(([, { credits }]) => credits !== null), leftOut = all.some(([, { daysLeftOut }]) => daysLeftOut > 0);
  return {
    heads: ["Agreement", ...all.map(([name]) => shortened(name))],
    lines: [
      line("Promised", (agreement) => exact(promised(agreement, many))),
      ...(all.some(([, { contacts }]) => contacts.length < types.size) ? [line("Of", ({ contacts }) => exact(shortened(contacts.join(", "))))] : []),
      line("Periods", ({ periods }) => exact(integer(periods.length))),
      ...(leftOut ? [line("Open days in no whole period", ({ daysLeftOut }) => exact(integer(daysLeftOut)))] : []),
      line("Chance that a period is missed", ({ missed }) => boundedShare(missed)),
      ...(all.every(([, { periods }]) => periods.length === 1) ? [] : [line("Chance that any is missed", ({ anyMissed }) => periodsShown(anyMissed)), line("Chance of two missed in a row", ({ twoInARow, periods }) => (periods.length < 2 ? NONE : periodsShown(twoInARow))),
      line("Missed periods, 8 runs in 10", ({ misses }) => exact(missesRange(misses)))]),
      ...(isSpread ? [
        line("Credits in all", credit(({ inAll }) => boundedMoney(inAll, currency))),
        line("Credits a period", credit(({ aPeriod }) => boundedMoney(aPeriod, currency))),
        line("Credits, standard deviation of runs", credit(({ standardDeviation }) => (standardDeviation === null ? NONE : exact(moneyText(standardDeviation, currency, 0))))),
        line("Credits, 9 runs in 10 at most", credit(({ p90 }) => exact(moneyText(p90, currency, 0)))),
      ] : []),
    ],
  };
}

/** "6 to 10": in how many periods of a run, but for the tenth with the fewest and the tenth with the most. */
function missesRange(misses: readonly number[]): string {
  const upTo = (share: number) => { let sum = 0; return misses.findIndex((own) => (sum += own) >= share - 1e-9); };
  const low = upTo(0.1), high = upTo(0.9);
  return low === high ? integer(low) : `${integer(low)} to ${integer(high)}`;
}

/** The three ways to put an agreement's periods together, the agreed one marked. */
export function wayFigures(name: string, { put, over, every, unit }: CalendarAgreementResult, interval: number): Figures {
  const words = { contacts: "all contacts as one", days: "mean of days", intervals: `mean of ${nounFor(interval).many}` } as const;
  return {
    heads: [shortened(name), `Mean result of a ${unitWords(every)}`, `Chance that a ${unitWords(every)} is missed`],
    lines: WAYS_TO_SUM.map((way) => ({ name: `${capital(words[way])}${way === over ? ", as agreed" : ""}`, cells: [boundedResult(put[way].level, unit), boundedShare(put[way].missed)] })),
  };
}

/** What the whole calendar costs; null without pay. */
export function moneyFigures({ whole: { money } }: CalendarResult): Figures | null {
  if (money === undefined) return null;
  const { currency, cost, costPerContact, credits, costWithCredits, posts } = money;
  return {
    heads: ["Money", "In all"],
    lines: [
      { name: "Cost", cells: [moneyShown(cost, currency)] },
      ...(credits === undefined ? [] : [{ name: "Credits", cells: [boundedMoney(credits, currency)] }]),
      ...(costWithCredits === undefined ? [] : [{ name: "Cost and credits", cells: [boundedMoney(costWithCredits, currency)] }]),
      { name: "Cost per answered contact", cells: [boundedMoney(evenly(costPerContact), currency)] },
      ...(posts === null ? [] : [{ name: "Full-time posts, on average", cells: [exact(decimal(posts, 2))] }]),
    ],
  };
}

/** The whole, each year of several, and waits. */
export function wholeFigures({ whole, years, target }: CalendarResult): Figures {
  const spans = years.length > 1 ? [...years, whole] : [whole];
  const line = (name: string, cell: (span: (typeof spans)[number]) => Shown): FigureLine => ({ name, cells: spans.map(cell) });
  return {
    heads: ["", ...spans.map((span) => (span === whole ? "in all" : span.name))],
    lines: [
      line("Open days", ({ openDays }) => exact(daysShown(openDays))),
      line("Offered", ({ total }) => countShown(total.offered)),
      line("Answered in time", ({ total }) => shareShown(total.serviceLevel)),
      line("Answered in time, 8 runs in 10", ({ level }) => rangeShown(level.p10, level.p90)),
      ...(target === null ? [] : [line(`Chance to miss ${targetPercent(target)} in all`, ({ missed }) => periodsShown(missed))]),
      line("Days on target", ({ total }) => chanceOfDaysShown(total.daysOnTarget)),
      line("Abandoned", ({ total }) => shareShown(total.abandonmentRate)),
      line("Average wait", ({ total }) => secondsShown(total.averageWait)),
      line("Paid hours", ({ groups }) => hoursOf(Object.values(groups).map(({ paidHours }) => paidHours))),
    ],
  };
}


/** Of all groups together; half-widths add up to at most so much, and are 0 where no chance changes the rota. */
export function hoursOf(groups: readonly Estimate[]): Shown {
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0), halves = groups.map(({ halfWidth }) => halfWidth ?? 0), half = sum(halves);
  return { value: decimal(sum(groups.map(({ mean }) => mean ?? 0)), 0), margin: half < 1e-9 ? "" : `± ${decimal(Math.max(half, 1), 0)}` };
}

/** The middle date of all by its median level, and how many dates are missed more often than not. */
export function datesMissed({ dates }: CalendarResult): { readonly known: number; readonly mostly: number } {
  const known = dates.filter(({ missed }) => missed.mean !== null);
  return { known: known.length, mostly: known.filter(({ missed }) => (missed.mean ?? 0) > 0.5).length };
}

