// Rows of intervals put on the grid of the clock: their length, what stands twice, clock changes, and rows that contradict each other.

import { civilOf, dayNumber, isoDate, weekdayOf } from "../scenario/civilDate.ts";
import { ABANDONED, AGENT_TIME, ANSWERED, FIELDS, History, OFFERED, ROWS, type Field, type Period } from "../study/fitHistory.ts";
import { formatDuration } from "../scenario/duration.ts";
import type { Entry } from "./exportRows.ts";
import type { RowFaults } from "./rowFaults.ts";

const DAY = 86_400, MINUTE = 60, HOUR = 3600, LENGTHS = [5, 10, 15, 30, 60].map((minutes) => minutes * MINUTE);
const FEW = 0.01, SOME = 0.05, NONE = 0;

export type Grid = { readonly history: History; readonly notes: readonly string[] } | { readonly periods: readonly Period[]; readonly every: "week" | "month" | "quarter"; readonly notes: readonly string[] };

/** @returns null where no rows are left, which has been told */
export function gridOf(all: readonly Entry[], known: ReadonlySet<Field>, faults: RowFaults, weekEnding: boolean): Grid | null {
  if (all.length === 0) return null;
  const entries = withoutSums(all, faults);
  const timed = entries.filter(({ from, to }) => from !== null && !(from === 0 && (to === null || to >= DAY - MINUTE))), isOfDays = timed.length === 0; // exports write whole days as midnight, or as midnight to midnight
  return !isOfDays && entries.filter(({ from }) => from !== null).length > 0.5 * entries.length ? intervalGrid(entries, known, faults) : dateGrid(entries, known, faults, weekEnding);
}

/** Rows of a kind of contact that is the sum of all others, such as England among its regions, would count everything twice. */
function withoutSums(entries: readonly Entry[], faults: RowFaults): readonly Entry[] {
  const names = new Set(entries.map(({ type }) => type));
  if (names.size < 3) return entries;
  const keyOf = ({ day, from }: Entry) => `${day} ${from}`, totals = new Map<string, number>();
  for (const entry of entries) totals.set(keyOf(entry), (totals.get(keyOf(entry)) ?? 0) + entry.counters[OFFERED]);
  const isSum = (name: string) => {
    const own = entries.filter(({ type, counters }) => type === name && counters[OFFERED] > 0), alike = own.filter((entry) => Math.abs(2 * entry.counters[OFFERED] - (totals.get(keyOf(entry)) ?? 0)) < 0.5);
    return own.length >= FEWEST_SUMS && own.length >= 0.5 * totals.size && alike.length >= 0.95 * own.length;
  };
  const sum = [...names].find(isSum);
  return entries.filter(({ type, row }) => {
    if (type === sum) faults.add(`its figures (${sum}) are the sum of all other kinds of contact; nothing to do`, row, 1);
    return type !== sum;
  });
}

const FEWEST_SUMS = 3;

function intervalGrid(entries: readonly Entry[], known: ReadonlySet<Field>, faults: RowFaults): Grid | null {
  const length = lengthOf(entries);
  if (length === null) {
    faults.add("the rows are not 5, 10, 15, 30 or 60 minutes apart; export half hours", entries[0].row, NONE);
    return null;
  }
  const coarse = coarseDays(entries, length), history = new History(length), notes: string[] = [], step = length;
  for (const field of known) history.known.add(field);
  const repeats = isRepeated(entries);
  for (const { row, day, from, to, type, counters } of entries) {
    if (from === null) {
      faults.add("it has a date but no time of day; fill it in", row, SOME);
      continue;
    }
    const lasts: number = to === null ? length : to - from + (to <= from ? DAY : 0), mixed = `it is not ${formatDuration(length)} long as others are; export intervals of one length, or give each length a file of its own`;
    if (coarse.has(day) || (lasts !== length && lasts !== length - 1 && lasts !== length - MINUTE)) { // 08:00 to 08:29, or to 08:29:59
      faults.add(mixed, row, NONE);
      continue;
    }
    if (from % step !== 0) {
      faults.add(from % MINUTE === 0 && LENGTHS.some((each) => each < length && from % each === 0) ? mixed : `it does not begin on a step of ${formatDuration(length)}; correct its time`, row, from % MINUTE === 0 ? NONE : SOME);
      continue;
    }
    put(history, history.type(type), day, from === DAY ? 0 : from / step, counters, length, faults, repeats);
  }
  checkSums(history, faults);
  return { history, notes };
}

/** Adds a row to the history, unless its place is taken. */
function put(history: History, type: number, day: number, slot: number, counters: Float64Array, length: number, faults: RowFaults, repeats: boolean): void {
  const cells = history.day(type, day), at = slot * FIELDS, row = counters[ROWS];
  if (counters[AGENT_TIME] < 0) counters[AGENT_TIME] *= -length;
  if (cells[at + ROWS] === 0) {
    for (let field = 0; field < FIELDS; field++) cells[at + field] = counters[field];
    return;
  }
  const same = [OFFERED, ANSWERED, ABANDONED].every((field) => cells[at + field] === counters[field]);
  if (!same && isClockChange(day, slot, history.slots)) faults.add("the clocks went back, so this hour comes twice; the second is left out, so that the day has as many hours as others", row, 1);
  else if (!same && repeats) faults.add(history.slots === 1 ? "several rows have the same date: is there a column with their time of day, or with their queue or kind of contact? name it with --map time=… or --map type=…, or add them up" : "several rows have the same date and time: is there a column with their queue or kind of contact? name it with --map type=…, or add them up", row, NONE);
  else faults.add(same ? "it repeats another row; nothing to do" : "another row has the same date and time, with other figures; keep the right one", row, same ? 0.5 : SOME);
}

/** Whether times come twice all over the file: then rows are of different queues. */
function isRepeated(entries: readonly Entry[]): boolean {
  const seen = new Set<string>();
  let again = 0;
  for (const { day, from, type } of entries) {
    const key = `${day} ${from} ${type}`;
    if (seen.has(key)) again++;
    seen.add(key);
  }
  return again > SOME * entries.length;
}

/** Nights on which clocks go back in Britain, the rest of Europe and North America: a Sunday late in October or early in November. */
function isClockChange(day: number, slot: number, slots: number): boolean {
  const { month, day: date } = civilOf(day), seconds = (slot * DAY) / slots;
  return weekdayOf(day) === 6 && seconds < 4 * HOUR && ((month === 10 && date >= 25) || (month === 11 && date <= 7));
}

/** The length that the ends of rows, or else the distances within days, have most often. */
function lengthOf(entries: readonly Entry[]): number | null {
  const often = new Map<number, number>(), count = (length: number) => often.set(length, (often.get(length) ?? 0) + 1);
  for (const { from, to } of entries) if (from !== null && to !== null) count(LENGTHS.find((each) => to + (to <= from ? DAY : 0) - from === each || to - from === each - 1 || to - from === each - MINUTE) ?? 0);
  if (often.size === 0) {
    const times = new Map<string, number[]>();
    for (const { day, type, from } of entries) {
      if (from === null) continue;
      const key = `${day} ${type}`, known = times.get(key);
      if (known === undefined) times.set(key, [from]);
      else known.push(from);
    }
    for (const own of times.values()) {
      own.sort((a, b) => a - b);
      for (let i = 1; i < own.length; i++) if (own[i] > own[i - 1]) count(own[i] - own[i - 1]);
    }
  }
  const [best] = [...often].filter(([each]) => LENGTHS.includes(each)).sort(([a, timesA], [b, timesB]) => timesB - timesA || a - b)[0] ?? [];
  if (best !== undefined || often.size > 0) return best ?? null;
  return [30, 15, 10, 5].map((minutes) => minutes * MINUTE).find((each) => entries.every(({ from }) => from === null || from % each === 0)) ?? null; // a row a day
}

/** Days all of whose rows are at least twice as far apart as a row is long: they have longer rows. */
function coarseDays(entries: readonly Entry[], length: number): ReadonlySet<number> {
  const days = new Map<number, Set<number>>();
  for (const { day, from, to } of entries) {
    if (from === null || to !== null) continue;
    const known = days.get(day);
    if (known === undefined) days.set(day, new Set([from]));
    else known.add(from);
  }
  const found = new Set<number>();
  for (const [day, times] of days) {
    const own = [...times].sort((a, b) => a - b);
    if (own.length >= 4 && own.slice(1).every((time, i) => time - own[i] >= 2 * length)) found.add(day);
  }
  return found;
}

/** Contacts may be answered an interval later than they came, but never more of them than had come by then. */
function checkSums(history: History, faults: RowFaults): void {
  history.types.forEach((_, type) => {
    for (const cells of history.days[type].values()) {
      let waiting = 0;
      for (let at = 0; at < cells.length; at += FIELDS) {
        waiting += cells[at + OFFERED] - cells[at + ANSWERED] - cells[at + ABANDONED];
        if (waiting >= -0.5) continue;
        faults.add("more were answered or hung up than had been offered by then; correct it", cells[at + ROWS], FEW);
        waiting = 0;
        cells.fill(0, at, at + FIELDS);
      }
    }
  });
}

/** Rows of days, weeks or months. */
function dateGrid(entries: readonly Entry[], known: ReadonlySet<Field>, faults: RowFaults, weekEnding: boolean): Grid | null {
  const days = [...new Set(entries.map(({ day }) => day))].sort((a, b) => a - b), gaps = days.slice(1).map((day, i) => day - days[i]).sort((a, b) => a - b), usual = gaps[gaps.length >> 1] ?? (entries[0].isMonth ? 30 : 1);
  const impossible = (counters: Float64Array) => counters[ANSWERED] > counters[OFFERED] + 0.5 || counters[ABANDONED] > counters[OFFERED] + 0.5;
  const hasMonths = entries.some(({ isMonth, isQuarter }) => isMonth && !isQuarter), good = entries.filter(({ counters, row, isQuarter }) => {
    if (hasMonths && isQuarter) {
      faults.add("it sums up a quarter of months; nothing to do", row, 1);
      return false;
    }
    if (impossible(counters)) faults.add("more were answered or hung up than were offered; correct it", row, FEW);
    return !impossible(counters);
  });
  if (usual <= 3 && !entries[0].isMonth) {
    const history = new History(DAY), repeats = isRepeated(good);
    for (const field of known) history.known.add(field);
    for (const { day, type, counters } of good) put(history, history.type(type), day, 0, counters, DAY, faults, repeats);
    return { history, notes: [] };
  }
  const months = entries.every(({ isMonth }) => isMonth) && (usual < 80 || usual > 100), every = usual <= 8 && !months ? "week" : usual <= 45 || months ? "month" : "quarter", taken = new Set<string>(), periods: Period[] = [];
  if (usual > 100 && !months) {
    faults.add("rows are years apart: nothing can be said of days; export months at least", entries[0].row, NONE);
    return null;
  }
  for (const { row, day, type, counters } of good) {
    const { year, month } = civilOf(day), from = every === "week" ? (weekEnding ? day - 6 : day) : (dayNumber(year, month, 1) ?? day);
    const to = every === "week" ? from + 7 : monthsLater(year, month, every === "month" ? 1 : 3), key = `${from} ${type}`;
    if (counters[AGENT_TIME] < 0) counters[AGENT_TIME] = 0;
    if (taken.has(key)) faults.add(`another row has the same ${every} (${isoDate(from)}): is there a column with its kind of contact? name it with --map type=…`, row, SOME);
    else periods.push({ from, to, type, counters });
    taken.add(key);
  }
  return { periods: periods.sort((a, b) => a.from - b.from), every, notes: [] };
}

function monthsLater(year: number, month: number, by: number): number {
  const at = month - 1 + by;
  return dayNumber(year + Math.floor(at / 12), (at % 12) + 1, 1) ?? 0;
}
