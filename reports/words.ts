// Numbers in words, shared by the page and the terminal. One decimal for a mean; an interval follows its number.

import { parseClock } from "../sim/scenario/clock.ts";
import type { Interval } from "../sim/stats/daily.ts";
import type { Estimate } from "../sim/stats/estimate.ts";

/** What is printed where there is no number: nothing to divide by. */
export const NOTHING = "–";

/** 1234.56 with one digit: "1,234.6". */
export function decimal(value: number, digits: number): string {
  return formatOf(digits, digits).format(value);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Made once for each number of digits: making one costs fifty times as much as using it. */
function formatOf(least: number, most: number): Intl.NumberFormat {
  const key = `${least} ${most}`, made = formats.get(key) ?? new Intl.NumberFormat("en-GB", { minimumFractionDigits: least, maximumFractionDigits: most });
  formats.set(key, made);
  return made;
}

export const integer = (value: number): string => decimal(value, 0);

/** A share as "84.7%". What is neither nothing nor all never reads as 0 or 100. */
export function percent(share: number, digits = 1): string {
  const text = `${points(share, digits)}%`;
  if (share > 0 && text === `${decimal(0, digits)}%`) return `<${decimal(10 ** -digits, digits)}%`;
  if (share < 1 && text === `${decimal(100, digits)}%`) return `>${decimal(100 - 10 ** -digits, digits)}%`;
  return text;
}

/** A share, or a difference of shares, in percentage points: "84.7". */
export const points = (share: number, digits = 1): string => decimal(100 * share, digits);

/** A target as its file has it: "80%", "82.5%". */
export const targetPercent = (target: number): string => `${formatOf(0, 4).format(100 * target)}%`;

/** A share beside its target, with as many digits as it takes to see on which side it lies. */
export function percentBeside(share: number, target: number): string {
  for (let digits = 1; digits < 4; digits++) {
    if (share === target || decimal(100 * share, digits) !== decimal(100 * target, digits)) return percent(share, digits);
  }
  return percent(share, 4);
}

/** A half-width; one that is not zero never reads as zero. */
export function halfWidth(value: number, digits = 1): string {
  return decimal(value === 0 ? 0 : Math.max(value, 10 ** -digits), digits);
}

/** A number and its margin, apart so that a page can set them in different type. An empty margin: one day has no spread. */
export interface Shown {
  readonly value: string;
  readonly margin: string;
}

function shown({ mean, halfWidth: half }: Estimate, value: (mean: number) => string, margin: (half: number) => string): Shown {
  if (mean === null) return { value: NOTHING, margin: "" };
  return { value: value(mean), margin: half === null ? "" : `± ${margin(half)}` };
}

/** A share: "84.7%" and "± 0.2", in points. */
export const shareShown = (estimate: Estimate): Shown => shown(estimate, percent, (half) => halfWidth(100 * half));

/** A share that may lie near 0 or 1: "77.6%" and "± 0.4", or the ends of its interval where the half-width reaches beyond: "99.9%" and "(83–100)". */
export function chanceOfDaysShown({ mean, halfWidth: half }: Estimate): Shown {
  if (mean === null || half === null || (mean - half >= 0 && mean + half <= 1)) return shareShown({ mean, halfWidth: half });
  return { value: percent(mean), margin: `(${pointsRange([Math.max(0, mean - half), Math.min(1, mean + half)])})` };
}

/** A time: "10.8 s" and "± 0.1"; from 100 seconds without decimals. */
export function secondsShown(estimate: Estimate): Shown {
  const digits = (estimate.mean ?? 0) < 100 ? 1 : 0;
  return shown(estimate, (mean) => `${decimal(mean, digits)} s`, (half) => halfWidth(half, digits));
}

/** A time as a file has it, in seconds: "30 s", "7.5 s", "1,200 s". */
export const secondsWritten = (seconds: number): string => `${formatOf(0, 2).format(seconds)} s`;

/** An interval of times in seconds, "12.1–12.9", from 100 seconds without decimals. */
export function secondsRange([low, high]: Interval): string {
  const digits = high < 100 ? 1 : 0;
  return `${decimal(low, digits)}–${decimal(high, digits)}`;
}

/** A count or an amount a day: rare things with two decimals, common ones with one. What happens at all never reads as nothing. */
export function amountShown(estimate: Estimate): Shown {
  const digits = (estimate.mean ?? 0) < 10 ? 2 : 1;
  return shown(estimate, (mean) => (mean > 0 && mean < 0.005 ? "<0.01" : decimal(mean, digits)), (half) => halfWidth(half, digits));
}

/** A count over weeks or longer: from a thousand on without decimals. */
export function countShown(estimate: Estimate): Shown {
  return (estimate.mean ?? 0) < 1000 ? amountShown(estimate) : shown(estimate, integer, (half) => halfWidth(half, 0));
}

/** "84.7% ± 0.2" */
export const withHalfWidth = ({ value, margin }: Shown): string => (margin === "" ? value : `${value} ${margin}`);

/** "84.7% (± 0.2)", inside a sentence */
export const inSentence = ({ value, margin }: Shown): string => (margin === "" ? value : `${value} (${margin})`);

/** An interval of shares in points, "88–91", with as many digits as it takes to tell its ends apart. */
export function pointsRange([low, high]: Interval): string {
  const digits = [0, 1].find((d) => low === high || points(low, d) !== points(high, d)) ?? 2;
  return `${low === 0 ? "0" : points(low, digits)}–${high === 1 ? "100" : points(high, digits)}`;
}

/** With fewer days than this a chance is given as a share of them, and no hundred days stand for all. */
export const ENOUGH_DAYS = 100;

/** A chance as days in a hundred; never and always only where every simulated day agrees. */
export function daysInHundred(share: number, days: number): string {
  if (days === 1) return share === 1 ? "on the one simulated day" : "not on the one simulated day";
  if (share === 0) return `on none of ${integer(days)} simulated days`;
  if (share === 1) return "on every simulated day";
  if (days < ENOUGH_DAYS) return `on ${percent(share, 0)} of the simulated days`;
  if (share < 0.005) return "on fewer than 1 day in 100";
  if (share >= 0.995) return "on more than 99 days in 100";
  const whole = Math.round(100 * share);
  return `on ${whole} ${plural(whole, "day")} in 100`;
}

/** "08:30" as people say it: "8:30". */
export function clock(text: string): string {
  return text.replace(/^0(?=[0-9])/, "");
}

/** "08:30" as hours since midnight: 8.5. */
export const hoursOf = (text: string): number => parseClock(text) / 3600;

/** Hours since midnight as "8:30". */
export function clockOfHours(hours: number): string {
  const minutes = Math.round(hours * 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** A length of time: "20 seconds", "5 minutes", "5 min 30 s". */
export function duration(seconds: number): string {
  const most = (value: number) => formatOf(0, 2).format(value);
  if (seconds < 120) return `${most(seconds)} ${plural(seconds, "second")}`;
  const minutes = Math.floor(seconds / 60), rest = seconds - 60 * minutes;
  return rest === 0 ? `${integer(minutes)} minutes` : `${integer(minutes)} min ${most(rest)} s`;
}

const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** Whole numbers up to twelve in words. */
export const counted = (n: number): string => SMALL[n] ?? integer(n);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const plural = (n: number, one: string, many = `${one}s`): string => (n === 1 ? one : many);

/** "a, b and c", or "a, b or c" */
export function listed(words: readonly string[], last: "and" | "or" = "and"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words[words.length - 1]}`;
}
