// The staffing interval as a word, and stretches of the day.

import type { Slot, View } from "./view.ts";
import { shared } from "./view.ts";
import { listed } from "./words.ts";

export interface IntervalNoun {
  readonly one: string;
  readonly many: string;
}

const NOUNS: ReadonlyMap<number, IntervalNoun> = new Map([
  [60, { one: "hour", many: "hours" }],
  [30, { one: "half hour", many: "half hours" }],
  [15, { one: "quarter hour", many: "quarter hours" }],
]);

/** "half hour", "ten-minute interval"; "interval" where the scenarios differ. */
export function intervalNoun(views: readonly View[]): IntervalNoun {
  const seconds = shared(views.map((view) => view.scenario.interval));
  return seconds === null ? { one: "interval", many: "intervals" } : nounFor(seconds);
}

export function nounFor(seconds: number): IntervalNoun {
  const minutes = seconds / 60;
  return NOUNS.get(minutes) ?? { one: `${minutes}-minute interval`, many: `${minutes}-minute intervals` };
}

type Stretch = Pick<Slot, "from" | "to" | "when">;

/** Neighbouring slots as stretches of the clock: "8:30 to 10:00". */
export function stretches(slots: readonly Stretch[]): string[] {
  const runs: { from: string; to: string; until: number }[] = [];
  for (const slot of slots) {
    const [from, to] = slot.when.split(" to "), last = runs[runs.length - 1];
    if (last?.until === slot.from) Object.assign(last, { to, until: slot.to });
    else runs.push({ from, to, until: slot.to });
  }
  return runs.map(({ from, to }) => `${from} to ${to}`);
}

/** Some slots of a day in words: "from 8:30 to 10:00", or "in 7 of 19 half hours" where that takes too many stretches; null for none. */
export function whenInWords(some: readonly Stretch[], all: readonly Stretch[], noun: IntervalNoun, mostStretches: number): string | null {
  if (some.length === 0) return null;
  if (some.length === all.length) return `in every ${noun.one}`;
  const runs = stretches(some);
  return runs.length <= mostStretches ? listed(runs.map((run) => `from ${run}`)) : `in ${some.length} of ${all.length} ${noun.many}`;
}
