// The data beside what the fit expects of them: each day's contacts, and each kind of day's intervals.

import { civilOf, weekdayOf } from "../scenario/civilDate.ts";
import type { Fit } from "./fit.ts";
import { countsOf, mean } from "./fitDays.ts";
import { HANDLE, HANDLED, OFFERED } from "./fitHistory.ts";
import { percentile } from "../stats/daily.ts";

export interface PicturedDay {
  readonly day: number;
  readonly offered: number;
  readonly sort: "usual" | "peak" | "quiet" | "cut";
  readonly expected: number;
  /** 90 % of such days. */
  readonly range: readonly [low: number, high: number];
}

export interface PicturedSlot {
  /** Seconds since midnight. */
  readonly from: number;
  /** Mean of the data, 90 % of whose days lie between the ends. */
  readonly mean: number;
  readonly data: readonly [low: number, high: number];
  /** The same by the fit. */
  readonly expected: number;
  readonly range: readonly [low: number, high: number];
  /** Of the data, seconds; null where nobody was handled. */
  readonly handleTime: number | null;
}

export interface Picture {
  readonly days: readonly PicturedDay[];
  /** Share of usual days inside their range. */
  readonly daysInside: number;
  readonly kinds: readonly { readonly name: string; readonly slots: readonly PicturedSlot[]; /** Share of its intervals inside their range. */ readonly inside: number }[];
}

const NORMAL_90 = 1.6448536269514722;

/** All types together. Null where rows are longer than days. */
export function pictureOf(fit: Fit): Picture | null {
  const { history, sorts, kinds, factor, season } = fit;
  if (history === null || sorts === null) return null;
  const cv = factor?.cv.value ?? 0, range = (expected: number): readonly [number, number] => {
    const spread = NORMAL_90 * Math.sqrt(expected + (cv * expected) ** 2);
    return [Math.max(0, expected - spread), expected + spread];
  };
  const monthly = (day: number) => season?.byMonth[civilOf(day).month - 1].value ?? 1, totalOf = (day: number) => history.types.reduce((sum, _, type) => sum + history.total(type, day, OFFERED), 0);
  const sorted = [...sorts.usual.map((day) => ({ day, sort: "usual" as const })), ...sorts.peaks.map(({ day }) => ({ day, sort: "peak" as const })), ...sorts.quiet.map(({ day }) => ({ day, sort: "quiet" as const })), ...sorts.cut.map(({ day }) => ({ day, sort: "cut" as const }))].sort((a, b) => a.day - b.day);
  const days = sorted.flatMap(({ day, sort }): PicturedDay[] => {
    const kind = kinds.find(({ weekdays }) => weekdays.includes(weekdayOf(day)));
    if (kind === undefined) return [];
    const expected = kind.volumes.reduce((sum, { value }) => sum + value, 0) * monthly(day);
    return [{ day, offered: totalOf(day), sort, expected, range: range(expected) }];
  });
  const within = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high, usual = days.filter(({ sort }) => sort === "usual");
  return {
    days, daysInside: mean(usual.map(({ offered, range: own }) => (within(offered, own) ? 1 : 0))),
    kinds: history.slots === 1 ? [] : kinds.map((kind) => {
      const counts = kind.days.map((day) => ({ counts: countsOf(history, day), month: monthly(day) })), first = kind.opening.from / history.resolution;
      let inside = 0;
      const slots = kind.profiles[0].map((_, i): PicturedSlot => {
        const own = Float64Array.from(counts, (each) => each.counts[first + i]).sort(), expected = kind.profiles.reduce((sum, profile) => sum + profile[i], 0), handled = kind.days.reduce((sum, day) => sum + history.types.reduce((all, __, type) => all + history.at(type, day, first + i, HANDLED), 0), 0);
        inside += mean(counts.map((each) => (within(each.counts[first + i], range(expected * each.month)) ? 1 : 0)));
        return {
          from: kind.opening.from + i * history.resolution, mean: mean([...own]), data: [percentile(own, 0.05), percentile(own, 0.95)], expected, range: range(expected),
          handleTime: handled === 0 ? null : kind.days.reduce((sum, day) => sum + history.types.reduce((all, __, type) => all + history.at(type, day, first + i, HANDLE), 0), 0) / handled,
        };
      });
      return { name: kind.name, slots, inside: inside / slots.length };
    }),
  };
}
