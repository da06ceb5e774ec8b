// What a staffing attains by interval: a tick for the mean service level, a bar for its 95 % interval, the target dashed.

import * as Plot from "@observablehq/plot";
import type { GroupRequirements } from "../../sim/study/require.ts";
import { above, BAD, BAD_TINT, clockAxis, gapBeside, GOOD, GOOD_TINT, INK, panel, percentScale, RIGHT_WITH_TARGET, targetLine, zeroLine, type Chart } from "../panel.ts";
import type { NamedStaffing } from "../requireWords.ts";
import { shared } from "../view.ts";
import { clock, hoursOf, inSentence, integer, shareShown } from "../words.ts";

/** @param unit what the axis measures */
export function attainedByInterval(group: GroupRequirements, { label, staffing }: NamedStaffing, id: string, hours: readonly [number, number], unit: string): Chart {
  const slots = group.intervals.flatMap(({ from, to, target }, i) => {
    const { serviceLevel: { mean, halfWidth }, misses } = staffing.intervals[i];
    return mean === null ? [] : [{ from: hoursOf(from), to: hoursOf(to), target: 100 * target, mean: 100 * mean, low: 100 * Math.max(0, mean - (halfWidth ?? 0)), high: 100 * Math.min(1, mean + (halfWidth ?? 0)), misses }];
  });
  const below = slots.filter(({ misses }) => misses), others = slots.filter(({ misses }) => !misses), inset = gapBeside(group.intervals.length);
  const across = { x1: "from", x2: "to", insetLeft: inset, insetRight: inset } as const, target = shared(group.intervals.map((each) => each.target));
  const band = (some: typeof slots, fill: string) => Plot.rectY(some, { ...across, y1: "low", y2: "high", fill });
  const tick = (some: typeof slots, stroke: string) => Plot.ruleY(some, { ...across, y: "mean", stroke, strokeWidth: 3 });
  return panel({
    id, title: `${label}: service level attained`, desc: description(staffing, below.length, slots.length), height: 200, x: hours, y: [0, 100], margin: { right: RIGHT_WITH_TARGET },
    marks: [
      above(unit), percentScale(), band(others, GOOD_TINT), band(below, BAD_TINT), zeroLine(),
      target === null ? Plot.ruleY(slots, { ...across, y: "target", stroke: INK, strokeWidth: 1.25, strokeDasharray: "5 3" }) : targetLine(target),
      tick(others, GOOD), tick(below, BAD), clockAxis(hours),
    ],
  });
}

function description({ worst }: NamedStaffing["staffing"], below: number, known: number): string {
  if (worst === null) return "Nobody came.";
  return `Below the target on average in ${integer(below)} of ${integer(known)} intervals; worst from ${clock(worst.from)}: ${inSentence(shareShown(worst.serviceLevel))}. Figures in the table.`;
}
