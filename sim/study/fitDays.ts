// Which days of a history stand for usual days, and which do not and why: closed, cut short, spotted as peaks or as far too quiet.

import { civilOf, weekdayOf } from "../scenario/civilDate.ts";
import { FIELDS, OFFERED, type History } from "./fitHistory.ts";

export interface OddDay {
  readonly day: number;
  /** Contacts of all types. */
  readonly offered: number;
  /** What that weekday usually has. */
  readonly usual: number;
}

export interface DaySorts {
  /** Days since 1970, rising. */
  readonly usual: readonly number[];
  readonly closed: readonly OddDay[];
  readonly cut: readonly OddDay[];
  readonly peaks: readonly OddDay[];
  readonly quiet: readonly OddDay[];
  /** Days between the first and the last that have no row at all on weekdays that are usually open. */
  readonly missing: readonly number[];
}

const ALMOST_NONE = 0.2; // of a weekday's usual contacts: a bank holiday, or a day of testing
const HARDLY_BY_CHANCE = 14; // contacts expected where none came: chance alone does that once in a million times
const FAR = 4; // robust standard deviations: one usual day in 16,000
const NEIGHBOURS = 7; // open days before and after: a busy month is a season, not a row of peaks
const PEAK = 1.2, QUIET = 0.8; // and so much more or less that it matters

export function sortDays(history: History): DaySorts {
  const all = history.allDays(), totals = new Map(all.map((day) => [day, history.types.reduce((sum, _, type) => sum + history.total(type, day, OFFERED), 0)]));
  const totalOf = (day: number) => totals.get(day) ?? 0, byWeekday = (days: readonly number[]) => Array.from({ length: 7 }, (_, weekday) => days.filter((day) => weekdayOf(day) === weekday));
  const middle = byWeekday(all).map((days) => median(days.map(totalOf))), busiest = Math.max(...middle);
  const odd = (day: number): OddDay => ({ day, offered: totalOf(day), usual: middle[weekdayOf(day)] });
  const closed = all.filter((day) => totalOf(day) < ALMOST_NONE * middle[weekdayOf(day)] || totalOf(day) === 0 || middle[weekdayOf(day)] < 0.002 * busiest);
  const open = all.filter((day) => !closed.includes(day)), cut = history.slots === 1 ? [] : cutDays(history, byWeekday(open), totalOf), whole = open.filter((day) => !cut.includes(day));
  const logs = byWeekday(whole).map((days) => median(days.map((day) => Math.log(totalOf(day)))));
  const level = (day: number) => Math.log(totalOf(day)) - logs[weekdayOf(day)], levels = whole.map(level);
  const around = new Map(whole.map((day, i) => [day, median([...levels.slice(Math.max(0, i - NEIGHBOURS), i), ...levels.slice(i + 1, i + 1 + NEIGHBOURS)])])), away = (day: number) => level(day) - (around.get(day) ?? 0), spread = 1.4826 * median(whole.map((day) => Math.abs(away(day))));
  const noise = (day: number) => Math.sqrt(1 / Math.exp(logs[weekdayOf(day)])), isFar = (day: number) => whole.length >= 10 && Math.abs(away(day)) > FAR * Math.max(spread, noise(day));
  const peaks = whole.filter((day) => isFar(day) && away(day) > Math.log(PEAK)), quiet = whole.filter((day) => isFar(day) && away(day) < Math.log(QUIET));
  const present = new Set(all), usuallyOpen = byWeekday(whole).map((days, weekday) => days.length >= 0.5 * weeksOf(all, weekday));
  const missing = all.length === 0 ? [] : range(all[0], all[all.length - 1]).filter((day) => !present.has(day) && usuallyOpen[weekdayOf(day)]);
  return { usual: whole.filter((day) => !peaks.includes(day) && !quiet.includes(day)), closed: closed.map(odd), cut: cut.map(odd), peaks: peaks.map(odd), quiet: quiet.map(odd), missing };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

const weeksOf = (days: readonly number[], weekday: number): number => range(days[0], days[days.length - 1]).filter((day) => weekdayOf(day) === weekday).length;

/** Days with a stretch of no contacts, at an end or inside, that chance cannot explain. The hour that clocks skip when they go forward is no gap. */
function cutDays(history: History, weekdays: readonly (readonly number[])[], totalOf: (day: number) => number): number[] {
  return weekdays.flatMap((days) => {
    const usual = new Float64Array(history.slots); // share of the day's contacts, by the middle day of each slot
    const counts = days.map((day) => countsOf(history, day));
    for (let slot = 0; slot < history.slots; slot++) usual[slot] = mean(counts.map((own, i) => own[slot] / totalOf(days[i])));
    return days.filter((_, i) => {
      let gap = 0, most = 0, seen = 0;
      for (let slot = 0; slot < history.slots; slot++) if (counts[i][slot] > 0) seen += usual[slot];
      const expected = totalOf(days[i]) / Math.max(seen, 0.05);
      for (let slot = 0; slot < history.slots; slot++) {
        gap = counts[i][slot] > 0 ? 0 : gap + (isSkipped(days[i], slot / history.slots) ? 0 : usual[slot] * expected);
        most = Math.max(most, gap);
      }
      return most > HARDLY_BY_CHANCE && days.length > 1;
    });
  });
}

/** Night hours of the Sundays on which clocks go forward in Britain, the rest of Europe and North America. @param part of the day */
function isSkipped(day: number, part: number): boolean {
  const { month, day: date } = civilOf(day);
  return weekdayOf(day) === 6 && month === 3 && ((date >= 25 && date <= 31) || (date >= 8 && date <= 14)) && part < 4 / 24;
}

/** Contacts of all types by slot. */
export function countsOf(history: History, day: number): Float64Array {
  const made = new Float64Array(history.slots);
  for (const days of history.days) {
    const cells = days.get(day);
    if (cells !== undefined) for (let slot = 0; slot < history.slots; slot++) made[slot] += cells[slot * FIELDS + OFFERED];
  }
  return made;
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b), half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
