// Service level by interval: a bar for eight days in ten, a tick for the mean of all days, the target as a dashed line.

import * as Plot from "@observablehq/plot";
import { intervalNoun } from "../intervalWords.ts";
import {
  above, BAD, BAD_TINT, besideDots, clockAxis, gapBeside, GOOD, GOOD_TINT, INK, panel, percentScale, RIGHT_WITH_TARGET, targetLine, TINT, zeroLine, type Chart,
} from "../panel.ts";
import { middleOf, type Slot, type View } from "../view.ts";
import { duration, inSentence, integer, shareShown } from "../words.ts";

/** @param hours the clock hours that all panels of the row span @param beside another plan, whose means are dots */
export function serviceLevelByInterval(view: View, hours: readonly [number, number], beside?: View): Chart {
  const { target, within, slots, result } = view;
  const known = slots.filter((slot) => levelOf(slot) !== null);
  const below = known.filter((slot) => isBelow(slot, target)), others = known.filter((slot) => !isBelow(slot, target));
  const inset = gapBeside(slots.length), sides = { insetLeft: inset, insetRight: inset };
  const across = { x1: "from", x2: "to", ...sides } as const;
  const band = (some: readonly Slot[], fill: string) =>
    Plot.rectY(some, { ...across, y1: (slot: Slot) => inPoints(slot.result.total.daily.p10), y2: (slot: Slot) => inPoints(slot.result.total.daily.p90), fill });
  const mean = (some: readonly Slot[], stroke: string) =>
    Plot.ruleY(some, { ...across, y: (slot: Slot) => inPoints(levelOf(slot)), stroke, strokeWidth: 3 });
  const unit = within === null ? "% answered within own threshold" : within === 0 ? "% answered at once" : `% answered within ${duration(within)}`;
  return panel({
    id: `level-${view.id}`, title: `${view.name}: service level by ${intervalNoun([view]).one}`, desc: description(view, known, below), height: 210,
    x: hours, y: [0, 100], margin: { right: RIGHT_WITH_TARGET },
    marks: [
      above(unit), percentScale(),
      result.days > 1 ? [band(others, target === null ? TINT : GOOD_TINT), band(below, BAD_TINT)] : [],
      zeroLine(), target === null ? [] : targetLine(target),
      mean(others, target === null ? INK : GOOD), mean(below, BAD),
      beside === undefined ? [] : besideDots(beside.slots.filter((slot) => levelOf(slot) !== null), middleOf, (slot) => inPoints(levelOf(slot))),
      clockAxis(hours),
    ],
  });
}

const levelOf = (slot: Slot): number | null => slot.result.total.serviceLevel.mean;
const inPoints = (share: number | null): number => 100 * (share ?? NaN);

/** Below the target on average; only the titles ask whether surely so. */
export function isBelow(slot: Slot, target: number | null): boolean {
  const level = levelOf(slot);
  return target !== null && level !== null && level < target;
}

/** The known slot with the lowest mean. */
export function lowestOf(slots: readonly Slot[]): Slot | null {
  const known = slots.filter((slot) => levelOf(slot) !== null);
  return known.length === 0 ? null : known.reduce((low, slot) => ((levelOf(slot) ?? 0) < (levelOf(low) ?? 0) ? slot : low));
}

/** Whether the lowest lies surely below every other: the intervals do not touch. */
export function standsOut(lowest: Slot, slots: readonly Slot[]): boolean {
  const { mean, halfWidth } = lowest.result.total.serviceLevel;
  return slots.every((slot) => {
    const other = slot.result.total.serviceLevel;
    return slot === lowest || other.mean === null || (mean ?? 0) + (halfWidth ?? Infinity) < other.mean - (other.halfWidth ?? Infinity);
  });
}

function description(view: View, known: readonly Slot[], below: readonly Slot[]): string {
  const lowest = lowestOf(known), { one, many } = intervalNoun([view]);
  if (lowest === null) return "Nobody came.";
  const missed = view.target === null ? "Targets differ by contact type." : `Below the target on average in ${integer(below.length)} of ${integer(known.length)} ${many}.`;
  return `Lowest from ${lowest.when}: ${inSentence(shareShown(lowest.result.total.serviceLevel))}. ${missed} Figures in the table by ${one}.`;
}
