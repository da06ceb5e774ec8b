// Measures and differences of a study in words.

import { formatDuration } from "../sim/scenario/duration.ts";
import type { QuantityUnit } from "../sim/scenario/quantity.ts";
import type { Study } from "../sim/scenario/study.ts";
import type { StudyMeasure } from "../sim/scenario/studyMeasures.ts";
import { BASE_NAME } from "../sim/scenario/studyWay.ts";
import { kindsOfDay } from "../sim/scenario/week.ts";
import type { Estimate } from "../sim/stats/estimate.ts";
import type { Difference } from "../sim/stats/paired.ts";
import { BETTER, unitOf } from "../sim/study/compareMeasures.ts";
import type { Comparison } from "../sim/study/compareResult.ts";
import { moneyText, withCurrency } from "./money.ts";
import { shortened } from "./names.ts";
import { amountShown, decimal, halfWidth, NOTHING, percent, pointsRange, secondsShown, shareShown, withHalfWidth, type Shown } from "./words.ts";

/** What amounts are given for, and in which currency. */
export interface Terms {
  readonly per: Comparison["per"];
  readonly currency: string;
}

export function termsOf({ ways: [{ scenario }] }: Study, { per }: Pick<Comparison, "per">): Terms {
  return { per, currency: kindsOfDay(scenario)[0].scenario.pay?.currency ?? "£" };
}

/** What a measure is called in headings of columns and charts. */
export function measureName(measure: StudyMeasure, { per }: Pick<Terms, "per">): string {
  return MEASURE_NAMES[measure].replace(/ a day$/, PER_WORDS[per]);
}

/** Behind an amount: what it is given for. */
export const PER_WORDS: Readonly<Record<Terms["per"], string>> = { day: " a day", week: " a week", calendar: " in the calendar" };

const MEASURE_NAMES: Readonly<Record<StudyMeasure, string>> = {
  serviceLevel: "answered in time", serviceLevelOfAnswered: "in time, of those answered", serviceLevelExcludingShortAbandons: "in time, short abandons left out",
  serviceLevelIncludingAbandons: "in time or gone within the threshold", daysOnTarget: "days on target", abandonmentRate: "hang up", probabilityOfWait: "have to wait",
  averageSpeedOfAnswer: "average speed of answer", averageWait: "average wait", averageTimeToAbandon: "average wait of those who hang up", longestWait: "longest wait of the day",
  offered: "offered a day", answered: "answered a day", abandoned: "hung up a day", blocked: "blocked a day", lostAtClose: "lost at closing a day",
  answeredWithin: "answered in time a day", abandonedWithin: "hung up within the threshold a day",
  occupancy: "occupancy", utilisation: "utilisation", staffedHours: "staffed hours", busyHours: "busy hours", overrunHours: "overrun hours",
  rosteredHours: "rostered hours", absentHours: "absent hours", offPhoneHours: "hours off the phone", paidHours: "paid hours",
  cost: "cost a day", costPerContact: "cost of an answered contact", credits: "service credits a day", costWithCredits: "cost and credits a day", periodsMissed: "periods that miss the agreement", posts: "full-time posts",
};

/** What a difference is counted in, as an axis says it. */
export function unitWords(measure: StudyMeasure, { per, currency }: Terms): string {
  if (measure === "costPerContact") return `${currency} a contact`;
  return { share: "points", seconds: "seconds", hours: `hours${PER_WORDS[per]}`, contacts: `contacts${PER_WORDS[per]}`, money: `${currency}${PER_WORDS[per]}`, posts: "posts" }[unitOf(measure)];
}

/** Better, worse, or just higher or lower; `same`: no difference that can be seen. */
export type Side = "better" | "worse" | "higher" | "lower" | "same" | "unknown";

/** Which way a difference surely points: its whole 95 % interval lies on one side of 0. */
export function sideOf(measure: StudyMeasure, { mean, halfWidth: half }: Estimate): Side {
  if (mean === null || half === null) return "unknown";
  if (Math.abs(mean) <= half || mean === 0) return "same";
  const better = BETTER[measure];
  if (better === null) return mean > 0 ? "higher" : "lower";
  return mean > 0 === (better === "more") ? "better" : "worse";
}

/** "more", "less", "longer", "shorter": which way a difference points. */
export function comparative(measure: StudyMeasure, { mean }: Estimate): string {
  const up = (mean ?? 0) > 0;
  return unitOf(measure) === "seconds" ? (up ? "longer" : "shorter") : up ? "more" : "less";
}

/** "most answered in time", "shortest average wait": what the best way of working has. */
export function superlative(measure: StudyMeasure, terms: Pick<Terms, "per">): string {
  const up = BETTER[measure] !== "less", kind = unitOf(measure), word = kind === "seconds" ? (up ? "longest" : "shortest") : kind === "money" ? "lowest" : up ? "most" : "fewest";
  return measure === "longestWait" ? "shortest longest wait of the day" : `${word} ${measureName(measure, terms)}`;
}

/** "answers the most in time", "has the shortest average wait": what the best way of working does. */
export function superlativeVerb(measure: StudyMeasure, terms: Pick<Terms, "per">): string {
  return BEST_DOES[measure] ?? `has the ${superlative(measure, terms)}`;
}

const BEST_DOES: Partial<Readonly<Record<StudyMeasure, string>>> = {
  serviceLevel: "answers the most in time", answered: "answers the most contacts", answeredWithin: "answers the most contacts in time", daysOnTarget: "is on target on the most days",
  abandonmentRate: "loses the fewest to hanging up", abandoned: "loses the fewest to hanging up", cost: "costs the least", costPerContact: "has the lowest cost of an answered contact", credits: "owes the fewest service credits",
  paidHours: "takes the fewest paid hours", posts: "takes the fewest posts",
};

/** The factor from a measure's own unit to the one it is shown in: points for shares. */
export const shownFactor = (measure: StudyMeasure): number => (unitOf(measure) === "share" ? 100 : 1);

/** The size of a difference, without its sign: "3.1 points" and "± 0.1". */
export function sizeShown(measure: StudyMeasure, { mean, halfWidth: half }: Estimate, { currency }: Pick<Terms, "currency"> = { currency: "" }): Shown {
  if (mean === null) return { value: NOTHING, margin: "" };
  const unit = unitOf(measure), factor = shownFactor(measure), size = Math.abs(factor * mean), digits = digitsOf(measure, size, half);
  const word = { share: " points", seconds: " seconds", hours: " hours", contacts: " contacts", money: "", posts: " posts" }[unit];
  return { value: `${unit === "money" ? moneyText(size, currency, digits) : decimal(size, digits)}${word}`, margin: half === null || half === 0 ? "" : `± ${halfWidth(factor * half, digits)}` };
}

/** The same beside others, in a column that names the unit: "+3.1" and "± 0.1". */
export function signedShown(measure: StudyMeasure, { mean, halfWidth: half }: Estimate): Shown {
  if (mean === null) return { value: NOTHING, margin: "" };
  const factor = shownFactor(measure), value = factor * mean, digits = digitsOf(measure, Math.abs(value), half), text = decimal(Math.abs(value), digits);
  return { value: Number(text.replaceAll(",", "")) === 0 ? text : `${value > 0 ? "+" : "−"}${text}`, margin: half === null || half === 0 ? "" : `± ${halfWidth(factor * half, digits)}` };
}

/** A difference with its sign, margin and unit, as a terminal shows it: "−3.1 ± 0.1 points", "+£88 ± 9". */
export function differenceShown(measure: StudyMeasure, difference: Estimate, { currency }: Pick<Terms, "currency">): string {
  const { value, margin } = signedShown(measure, difference), unit = unitOf(measure);
  if (difference.mean === null) return value;
  const sign = /^[+−]/.exec(value)?.[0] ?? "", amount = unit === "money" ? `${sign}${withCurrency(value.slice(sign.length), currency)}` : value;
  return `${amount}${margin === "" ? "" : ` ${margin}`}${{ share: " points", seconds: " s", hours: " h", contacts: "", money: "", posts: "" }[unit]}`;
}

/** One decimal, two of what is small; of money pence, or none where the interval does not know them. */
function digitsOf(measure: StudyMeasure, size: number, half: number | null): number {
  if (unitOf(measure) === "money") return half !== null && half >= 1 ? 0 : 2;
  return size > 0 && size < 0.1 ? 2 : 1;
}

/** A measure of one way of working, all contact types and all groups together. */
export function measureShown(measure: StudyMeasure, way: string, { base, variants, estimates }: Comparison, { currency }: Terms): string {
  const result = way === BASE_NAME ? base : variants[way], estimate = estimates[way][measure] ?? { mean: null, halfWidth: null };
  // Of days of one kind the interval of a chance, which needs no law of large numbers.
  if (measure === "daysOnTarget" && "total" in result) {
    const { meetsTarget, interval } = result.total.daily;
    return meetsTarget === null ? NOTHING : `${percent(meetsTarget)}${interval.meetsTarget === null ? "" : ` (${pointsRange(interval.meetsTarget)})`}`;
  }
  const money = (each: Estimate): Shown => (each.mean === null ? { value: NOTHING, margin: "" } : sizeShown(measure, each, { currency }));
  const shown = { share: shareShown, seconds: secondsShown, hours: amountShown, contacts: amountShown, money, posts: amountShown }[unitOf(measure)](estimate);
  return withHalfWidth(estimate.halfWidth === 0 ? { ...shown, margin: "" } : shown);
}

/** How many times the days runs with seeds of their own would need: "7.1x"; nothing where there is no spread. */
export function timesShown(difference: Difference | undefined, unit: string): string {
  const times = difference?.timesMoreDays ?? null;
  return times === null ? "" : `${times >= 1000 ? ">1,000" : decimal(times, 1)}${unit}`;
}

/** "the base", or a variant's name in quotes. */
export const wayInWords = (name: string): string => (name === BASE_NAME ? "the base" : `“${shortened(name)}”`);

/** A value of a scenario as its file would have it: "5m31s", "1.45", "12.5%", with so many digits as its half-width allows. */
export function quantityShown(value: number, unit: QuantityUnit, half: number | null): string {
  if (unit === "seconds") return formatDuration(half !== null && half < 0.5 ? Math.round(value * 10) / 10 : Math.round(value));
  const scaled = unit === "share" ? 100 * value : value;
  return `${decimal(scaled, digitsFor(unit === "share" && half !== null ? 100 * half : half, scaled))}${unit === "share" ? "%" : ""}`;
}

/** A value that was given, not found: "5m", "1.5", "12%". */
export function givenShown(value: number, unit: QuantityUnit): string {
  if (unit === "seconds") return formatDuration(Math.round(10 * value) / 10);
  return `${(unit === "share" ? 100 * value : value).toLocaleString("en-GB", { maximumFractionDigits: 4 })}${unit === "share" ? "%" : ""}`;
}

/** "± 0.005", in the unit of the value. */
export function quantityMargin(half: number | null, unit: QuantityUnit): string {
  if (half === null) return "";
  if (unit === "seconds") return `± ${half < 0.95 ? decimal(Math.max(half, 0.1), 1) : decimal(half, half < 10 ? 1 : 0)} s`;
  const scaled = unit === "share" ? 100 * half : half;
  return `± ${decimal(scaled, digitsFor(scaled, scaled))}`;
}

/** Two significant digits of the half-width. */
function digitsFor(half: number | null, value: number): number {
  const size = half === null || half === 0 ? Math.abs(value) / 100 || 1 : half;
  return Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(size))));
}

/** Whether a way of working has a value of a measure at all: nobody may come, or targets differ by type. */
export const hasValue = ({ estimates }: Comparison, way: string, measure: StudyMeasure): boolean => (estimates[way][measure]?.mean ?? null) !== null;

/** The ways of working that are left as the best by a measure, of those that have a value; null where the measure has no better direction. */
export function leftAsBest({ ways }: Study, comparison: Comparison, measure: StudyMeasure): string[] | null {
  return comparison.ruledOut[measure] === undefined ? null : ways.map(({ name }) => name).filter((name) => rankShown(comparison, name, measure) === "may be");
}

/** What a table says of a way of working as the best by a measure: nothing where it has no value, or no direction is better. */
export function rankShown(comparison: Comparison, way: string, measure: StudyMeasure): "may be" | "ruled out" | "" {
  const out = comparison.ruledOut[measure];
  return out === undefined || !hasValue(comparison, way, measure) ? "" : out.includes(way) ? "ruled out" : "may be";
}
