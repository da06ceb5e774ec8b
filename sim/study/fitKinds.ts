// Weekdays that are alike become one kind of day. Those that differ, in how many come, when, of which type or in the hours, stay apart.

import { upperGamma } from "../erlang/incompleteGamma.ts";
import { normalBelow } from "../erlang/normal.ts";
import { WEEKDAYS, type Weekday } from "../scenario/weekdays.ts";
import { weekdayOf } from "../scenario/civilDate.ts";
import { countsOf } from "./fitDays.ts";
import { OFFERED, type History } from "./fitHistory.ts";

export interface KindOfDays {
  /** As in a scenario: `monday`, `tuesday to thursday`. */
  readonly name: string;
  /** From 0, Monday. */
  readonly weekdays: readonly number[];
  /** Days since 1970. */
  readonly days: readonly number[];
  /** Slots of the history between which it is open. */
  readonly from: number;
  readonly to: number;
}

export interface WeekdayTest {
  readonly a: Weekday;
  readonly b: Weekday;
  /** Chance of a difference at least this large between weekdays that are alike. */
  readonly volume: number;
  readonly profile: number;
}

const DIFFERENT = 0.01; // for all pairs of a week together: Bonferroni
const SELDOM = 0.25; // a slot belongs to the opening when contacts came on at least so many days, or between such slots

/**
 * @param history in the scenario's intervals @param spread coefficient of variation of day totals after the weekday
 * @param overdispersion of counts within the day, 1 for Poisson
 */
export function kindsOf(history: History, usual: readonly number[], spread: number, overdispersion: number): { readonly kinds: KindOfDays[]; readonly tests: WeekdayTest[] } {
  const groups = Array.from({ length: 7 }, (_, weekday) => usual.filter((day) => weekdayOf(day) === weekday)).map((days, weekday) => ({ weekday, days, ...hoursOf(history, days), ...sumsOf(history, days) })).filter(({ days }) => days.length > 0);
  const pairs = groups.flatMap((a, i) => groups.slice(i + 1).map((b) => ({ a, b, ...compared(a, b, spread, overdispersion), hours: hoursCompared(history, a, b, overdispersion) }))), limit = DIFFERENT / Math.max(1, 3 * pairs.length);
  const alike = (a: number, b: number) => pairs.some((pair) => pair.a.weekday === Math.min(a, b) && pair.b.weekday === Math.max(a, b) && pair.volume > limit && pair.profile > limit && pair.hours > limit);
  const closeness = (a: number, b: number) => pairs.find((pair) => pair.a.weekday === Math.min(a, b) && pair.b.weekday === Math.max(a, b))?.volume ?? 0;
  let merged = groups.map(({ weekday }) => [weekday]);
  for (;;) { // the two most alike first, as long as all of one are like all of the other
    const options = merged.flatMap((a, i) => merged.slice(i + 1).map((b) => ({ a, b, worst: Math.min(...a.flatMap((x) => b.map((y) => (alike(x, y) ? closeness(x, y) : -1)))) }))).filter(({ worst }) => worst >= 0);
    if (options.length === 0) break;
    const { a, b } = options.reduce((best, each) => (each.worst > best.worst ? each : best));
    merged = [...merged.filter((each) => each !== a && each !== b), [...a, ...b].sort((x, y) => x - y)];
  }
  const kinds = merged.sort((a, b) => a[0] - b[0]).map((weekdays): KindOfDays => {
    const days = usual.filter((day) => weekdays.includes(weekdayOf(day)));
    return { name: nameOf(weekdays), weekdays, days, ...hoursOf(history, days) };
  });
  return { kinds, tests: pairs.map(({ a, b, volume, profile }) => ({ a: WEEKDAYS[a.weekday], b: WEEKDAYS[b.weekday], volume, profile })) };
}

const LONG = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

function nameOf(weekdays: readonly number[]): string {
  const text = weekdays.join("");
  if (text === "0123456") return "every day";
  if (text === "01234") return "weekday";
  if (text === "56") return "weekend";
  const runs: number[][] = [];
  for (const weekday of weekdays) {
    const last = runs.at(-1);
    if (last !== undefined && last[last.length - 1] === weekday - 1) last.push(weekday);
    else runs.push([weekday]);
  }
  if (runs.length > 1 && runs[0][0] === 0 && runs[runs.length - 1].includes(6)) runs[0].unshift(...(runs.pop() ?? [])); // sunday to thursday
  return runs.map((run) => (run.length > 2 ? `${LONG[run[0]]} to ${LONG[run[run.length - 1]]}` : run.map((weekday) => LONG[weekday]).join(" and "))).join(" and ");
}

/** The opening, from the slots in which contacts usually come. */
function hoursOf(history: History, days: readonly number[]): Hours {
  const seen = new Float64Array(history.slots);
  for (const day of days) countsOf(history, day).forEach((count, slot) => { if (count > 0) seen[slot]++; });
  const usual = [...seen.keys()].filter((slot) => seen[slot] >= Math.max(1, SELDOM * days.length));
  return usual.length === 0 ? { from: 0, to: history.slots } : { from: usual[0], to: usual[usual.length - 1] + 1 };
}

/** Contacts by type and slot in sum. */
function sumsOf(history: History, days: readonly number[]): { readonly cells: number[]; readonly total: number } {
  const cells = history.types.flatMap((_, type) => Array.from({ length: history.slots }, (__, slot) => days.reduce((sum, day) => sum + history.at(type, day, slot, OFFERED), 0)));
  return { cells, total: cells.reduce((sum, each) => sum + each, 0) };
}

/** Chance of so different counts in the hours that only one of two weekdays seems to have; 1 where they have the same hours. */
function hoursCompared(history: History, a: Group & Hours, b: Group & Hours, overdispersion: number): number {
  const counted = ({ days }: Group) => {
    let sum = 0;
    for (let slot = Math.min(a.from, b.from); slot < Math.max(a.to, b.to); slot++) {
      if (slot < Math.max(a.from, b.from) || slot >= Math.min(a.to, b.to)) for (const day of days) history.types.forEach((_, type) => { sum += history.at(type, day, slot, OFFERED); });
    }
    return sum;
  };
  const [x, y] = [counted(a), counted(b)], share = a.days.length / (a.days.length + b.days.length), away = Math.max(0, Math.abs(x - (x + y) * share) - 0.5);
  return x + y === 0 ? 1 : upperGamma(0.5, away ** 2 / ((x + y) * share * (1 - share)) / Math.max(1, overdispersion) / 2);
}

interface Hours {
  readonly from: number;
  readonly to: number;
}

interface Group extends ReturnType<typeof sumsOf> {
  readonly days: readonly number[];
}

function compared(a: Group, b: Group, spread: number, overdispersion: number): { readonly volume: number; readonly profile: number } {
  const [x, y] = [a.total / a.days.length, b.total / b.days.length], variance = ({ days }: Group, of: number) => (of * of * spread * spread + of) / days.length;
  const z = Math.abs(x - y) / Math.sqrt(variance(a, x) + variance(b, y)), volume = 2 * normalBelow(-z);
  let chi = 0, cells = 0; // homogeneity of two multinomials, scaled by how much counts vary beyond Poisson
  const all = a.total + b.total;
  for (let i = 0; i < a.cells.length; i++) {
    const sum = a.cells[i] + b.cells[i];
    if (sum < 10) continue;
    chi += (a.cells[i] - (sum * a.total) / all) ** 2 / (((sum * a.total) / all) * (b.total / all));
    cells++;
  }
  return { volume, profile: cells < 2 ? 1 : upperGamma((cells - 1) / 2, chi / Math.max(1, overdispersion) / 2) };
}
