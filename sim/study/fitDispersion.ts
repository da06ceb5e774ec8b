// How much the counts of one time of day vary over the days, beyond Poisson: variance over mean, 1 for Poisson.

import { upperGamma } from "../erlang/incompleteGamma.ts";
import { countsOf, mean } from "./fitDays.ts";
import { OFFERED, type History } from "./fitHistory.ts";
import type { KindOfDays } from "./fitKinds.ts";

export interface SlotDispersion {
  /** Slot of the history. */
  readonly slot: number;
  readonly mean: number;
  /** Of all open days, peaks too. */
  readonly raw: number;
  /** Once each kind of day has its own mean. */
  readonly afterKind: number;
  /** Once the day's own busyness is taken out as well: variation within the day. */
  readonly afterDay: number;
  readonly freedom: number;
}

export interface Dispersion {
  /** Seconds of a slot. */
  readonly resolution: number;
  readonly slots: readonly SlotDispersion[];
  /** Mean over slots of `afterDay`, weighed by their degrees of freedom. */
  readonly withinDay: number;
  /** Chance of so much variation, if counts were Poisson around each day's own level. */
  readonly chance: number;
}

const FEWEST = 5; // contacts of a slot on average: below them the ratio says little

/** All types together. @param kinds in whatever slots; only their days count @param open days for the raw ratio, odd ones too */
export function dispersionOf(history: History, kinds: readonly KindOfDays[], open: readonly number[]): Dispersion | null {
  const days = kinds.flatMap(({ days: own }, kind) => own.map((day) => ({ kind, counts: countsOf(history, day) })));
  const totals = days.map(({ counts }) => counts.reduce((sum, each) => sum + each, 0)), meanTotal = kinds.map((_, kind) => mean(totals.filter((__, i) => days[i].kind === kind)));
  const slots: SlotDispersion[] = [];
  for (let slot = 0; slot < history.slots; slot++) {
    const counts = days.map((each) => each.counts[slot]), usual = mean(counts);
    if (!(usual >= FEWEST) || days.length < 10) continue;
    let squares = 0, within = 0, freedom = 0, share = 0;
    kinds.forEach((_, kind) => {
      const own = counts.flatMap((count, i) => (days[i].kind === kind && totals[i] > 0 ? [{ count, level: (count * meanTotal[kind]) / totals[i] }] : []));
      if (own.length < 2) return;
      const middle = mean(own.map(({ count }) => count)), level = mean(own.map((each) => each.level));
      squares += own.reduce((sum, each) => sum + (each.count - middle) ** 2, 0);
      within += own.reduce((sum, each) => sum + (each.level - level) ** 2, 0);
      freedom += own.length - 1;
      share += (own.length - 1) * (middle / meanTotal[kind]);
    });
    if (freedom < 5) continue;
    const raw = open.map((day) => history.types.reduce((sum, _, type) => sum + history.at(type, day, slot, OFFERED), 0)), rawMean = mean(raw), total = raw.reduce((sum, each) => sum + (each - rawMean) ** 2, 0) / (raw.length - 1);
    slots.push({ slot, mean: usual, raw: total / rawMean, afterKind: squares / freedom / usual, afterDay: within / freedom / usual / Math.max(0.05, 1 - share / freedom), freedom }); // a slot is part of the total it is divided by
  }
  if (slots.length === 0) return null;
  const freedom = slots.reduce((sum, each) => sum + each.freedom, 0), chi = slots.reduce((sum, each) => sum + each.afterDay * each.freedom, 0);
  return { resolution: history.resolution, slots, withinDay: chi / freedom, chance: upperGamma(freedom / 2, chi / 2) };
}
