// A calendar of dates in words, the same on the page and on the terminal.

import { parseDate } from "../sim/scenario/date.ts";
import type { DatedScenario } from "../sim/scenario/schema.ts";
import type { Bounded } from "../sim/stats/stepMean.ts";
import type { CalendarAgreementResult } from "../sim/study/calendarAgreements.ts";
import type { CalendarResult } from "../sim/study/calendarResult.ts";
import { dateWords, perUnit, unitsWords, unitWords } from "./calendarNames.ts";
import { boundedMoney, moneyText } from "./money.ts";
import { periodsShown } from "./moneyWords.ts";
import { inWords, shortened } from "./names.ts";
import { boundedResult, promiseWords } from "./promisedWords.ts";
import { capital, countShown, decimal, inSentence, integer, percent, plural, shareShown, targetPercent, withHalfWidth, type Shown } from "./words.ts";

/** A calendar and what became of it. */
export interface CalendarPart {
  readonly scenario: DatedScenario;
  readonly result: CalendarResult;
}

const MOST_NAMED = 3; // agreements in a sentence

/** The finding in a sentence without a full stop, and with numbers. */
export function calendarFinding({ result }: CalendarPart): { readonly title: string; readonly lead: string } {
  return { title: `${shortened(result.scenario)}: ${outcomeOf(result)}`, lead: numbersOf(result) };
}

/** What it comes to, without the scenario's name. */
export function outcomeOf(result: CalendarResult): string {
  const agreements = Object.entries(result.agreements), [worst, ...others] = [...agreements].sort(([, a], [, b]) => (b.missed.mean ?? 0) - (a.missed.mean ?? 0));
  if (worst === undefined) return levelOf(result);
  const words = ([name, agreement]: typeof worst, verb = "") => `${inWords(name)}, ${promiseWords(agreement)} ${perUnit(agreement.every)}, ${verb}${missedWords(agreement, verb === "")}`;
  if (others.length === 0) return `the agreement ${words(worst, "is missed ")}${inARow(worst[1])}`;
  if (agreements.length > MOST_NAMED) return `of ${integer(agreements.length)} agreements the one missed most is ${words(worst, "missed ")}`;
  const [first, ...more] = agreements;
  return [`the agreement ${words(first, "is missed ")}`, ...more.map((each) => words(each))].join("; ");
}

/** "in 8.1 of 12 months on average" */
export function missedWords({ every, periods, missed: { mean, ...missed } }: CalendarAgreementResult, brief: boolean): string {
  const count = periods.length;
  if (mean === null) return `in no ${unitWords(every)}: nobody comes`;
  if (count === 1) return `with a chance of ${percent(mean)}`;
  if (mean === 0 || mean === 1) return `in ${mean === 0 ? "none" : "all"} of ${unitsWords(every, count)}`;
  return `in ${periodsMissed({ mean, ...missed }, count)} of ${unitsWords(every, count)}${brief ? "" : " on average"}`;
}

/** How many of so many are missed on average; what happens at all never reads as nothing. */
function periodsMissed({ mean }: Bounded, count: number): string {
  const missed = (mean ?? 0) * count;
  return missed < 0.05 ? "<0.1" : decimal(missed, 1);
}

function inARow({ missed, twoInARow, periods }: CalendarAgreementResult): string {
  const { mean } = twoInARow;
  return periods.length < 2 || mean === null || mean === 0 || missed.mean === 1 ? "" : `, two in a row with a chance of ${percent(mean, mean < 0.1 ? 1 : 0)}`;
}

/** Without agreements: the whole beside its target, judged by its interval. */
function levelOf({ whole: { total: { serviceLevel } }, target, ...result }: CalendarResult): string {
  const { mean, halfWidth } = serviceLevel, words = mean === null ? "nobody comes" : `${percent(mean)} of contacts are answered in time over ${spanNoun(result)}`;
  if (target === null || mean === null || halfWidth === null) return words;
  if (Math.abs(mean - target) <= halfWidth) return `${words}, too close to the ${targetPercent(target)} target to call`;
  return `${words}, ${mean > target ? "above" : "below"} the ${targetPercent(target)} target`;
}

/** "the year", "the month", "the calendar" */
export function spanNoun({ from, to }: Pick<CalendarResult, "from" | "to">): string {
  const days = (parseDate(to) ?? 0) - (parseDate(from) ?? 0) + 1;
  if (days === 365 || days === 366) return "the year";
  return from.slice(0, 7) === to.slice(0, 7) && days >= 28 ? "the month" : "the calendar";
}

/** "simulated 300 times" */
export const timesSimulated = (runs: number): string => `simulated ${runs === 1 ? "once" : `${integer(runs)} times`}`;

function numbersOf(result: CalendarResult): string {
  const { whole: { openDays, total }, from, to, agreements, runs } = result, currency = currencyOf(result);
  const all = `From ${dateWords(from)} to ${dateWords(to)}, ${timesSimulated(runs)}: ${integer(openDays)} open ${plural(openDays, "day")}, ${inSentence(countShown(total.offered))} contacts, of which ${inSentence(shareShown(total.serviceLevel))} are answered in time.`;
  const named = Object.entries(agreements).slice(0, MOST_NAMED).map(([name, agreement]) => ` ${agreementNumbers(name, agreement, currency)}`);
  return `${all}${named.join("")}`;
}

function agreementNumbers(name: string, { every, periods, missed, anyMissed, twoInARow, credits }: CalendarAgreementResult, currency: string): string {
  const parts = [`a ${unitWords(every)} is missed with a chance of ${bracketed(boundedShare(missed))}`];
  if (periods.length > 1) parts.push(`any of ${integer(periods.length)} with one of ${bracketed(periodsShown(anyMissed))}`, `two in a row with one of ${bracketed(periodsShown(twoInARow))}`);
  const due = credits === null ? "" : `; ${bracketed(boundedMoney(credits.inAll, currency))} is due in all, in nine runs of ten at most ${moneyText(credits.p90, currency, 0)}`;
  return `${capital(inWords(name))}: ${parts.join(", ")}${due}.`;
}

/** Inside a sentence: what is in brackets already stays so. */
export const bracketed = (shown: Shown): string => (shown.margin.startsWith("(") ? withHalfWidth(shown) : inSentence(shown));

/** A share with its half-width or, where it has none, with its interval. */
export const boundedShare = (share: Bounded): Shown => boundedResult(share, "share");

/** The currency of the calendar's money; empty where there is none. */
export const currencyOf = ({ whole }: CalendarResult): string => whole.money?.currency ?? "";

/** How a calendar is put together, and what its margins are. */
export const CALENDAR_NOTE = "All dates are simulated in order, again and again; a run is once from the first to the last. Shares are ratios of sums; ± is the half-width of the 95% interval over runs, a range in brackets the interval itself.";

/** What a kind of day is in a calendar. */
export const KIND_NOTE = "Of each kind of day an average day in the calendar follows: the means of all its dates, with their season and their place in the run of days.";

/** The foot of a slide, in the manner of those of days. */
export function calendarSource({ callhall, runs, seed, from, to }: CalendarResult): string {
  return `callhall ${callhall} · ${dateWords(from)} to ${dateWords(to)}, ${timesSimulated(runs)}, seed “${seed}” · ±: 95% interval · assumptions as in the file`;
}
