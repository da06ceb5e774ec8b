// The year by month: how many more or fewer come than in the mean, with 95 % intervals where several years or days tell them.

import * as Plot from "@observablehq/plot";
import type { Season } from "../../sim/study/fitSeason.ts";
import { monthName } from "../fitWords.ts";
import { above, GOOD, INK, MUTED, panel, PAPER, verticalScale, type Chart } from "../panel.ts";

export function fitSeason({ byMonth, seen }: Season): Chart {
  const months = byMonth.map(({ value, halfWidth }, month) => ({ month, value: 100 * value, low: 100 * (value - (halfWidth ?? 0)), high: 100 * (value + (halfWidth ?? 0)), isSeen: seen[month] })), known = months.filter(({ isSeen }) => isSeen);
  const low = Math.floor(Math.min(90, ...known.map((each) => each.low)) / 10) * 10, high = Math.ceil(Math.max(110, ...known.map((each) => each.high)) / 10) * 10, step = high - low > 60 ? 20 : 10;
  return panel({
    id: "season", title: "Contacts of a working day by month, as a share of the year's mean", desc: "The factors are in the scenario, under season.", height: 206, x: [-0.6, 11.6], y: [low, high],
    marks: [
      above("% of the year’s mean"), verticalScale(Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => low + i * step), (tick) => `${tick}%`), Plot.ruleY([100], { stroke: INK, strokeWidth: 1.25 }),
      Plot.ruleX(known, { x: "month", y1: "low", y2: "high", stroke: GOOD, strokeWidth: 1.5 }), Plot.dot(known, { x: "month", y: "value", r: 4, fill: GOOD, stroke: PAPER }),
      Plot.axisX([0, 2, 4, 6, 8, 10], { tickFormat: (month: number) => monthName(month), tickSize: 4, fill: MUTED }),
    ],
  });
}
