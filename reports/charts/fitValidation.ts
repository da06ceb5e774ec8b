// What happened against what the fitted scenario makes of the same half hours: a band, its mean, and a dot for the data.

import * as Plot from "@observablehq/plot";
import type { ValidatedMeasure } from "../../sim/study/fitValidate.ts";
import { above, agentTick, BAD, beneath, clockAxis, gapBeside, GOOD, INK, panel, PAPER, percentScale, RIGHT_WITH_TARGET, roundTicks, shareTicks, targetLine, TINT, verticalScale, zeroLine, type Chart } from "../panel.ts";
import { MEASURE_WORDS } from "../fitWords.ts";
import { percent } from "../words.ts";

/** @param interval seconds @param target share of 1, drawn with the service level */
export function fitValidation({ measure, slots, inside }: ValidatedMeasure, interval: number, target: number): Chart {
  const isShare = measure === "serviceLevel" || measure === "abandonmentRate", by = isShare ? 100 : 1, { name, unit } = MEASURE_WORDS[measure];
  const bars = slots.map(({ from, band: [low, high], simulated, observed, isWrong, difference }) => ({
    x1: from / 3600, x2: (from + interval) / 3600, middle: (from + interval / 2) / 3600, low: by * low, high: by * high, simulated: by * simulated, observed: by * observed, isWrong, error: by * (difference.halfWidth ?? 0),
  }));
  const hours = [bars[0].x1, bars[bars.length - 1].x2] as const, most = Math.max(1, ...bars.flatMap(({ high, observed }) => [high, observed])), inset = gapBeside(bars.length), across = { x1: "x1", x2: "x2", insetLeft: inset, insetRight: inset } as const;
  const ticks = measure === "serviceLevel" ? [0, 20, 40, 60, 80, 100] : isShare ? shareTicks(most) : roundTicks(most), top = ticks[ticks.length - 1];
  const clipped = bars.map((bar) => ({ ...bar, high: Math.min(top, bar.high), observed: Math.min(top, bar.observed) }));
  return panel({
    id: `validation-${measure}`, title: `${name} by time of day, data and simulation`, desc: `${percent(inside.value, 0)} of the data lie inside the 90% band. Figures in the table.`, height: 206, x: hours, y: [0, top], margin: { right: measure === "serviceLevel" ? RIGHT_WITH_TARGET : 20, bottom: 40 },
    marks: [
      above(unit), measure === "serviceLevel" ? percentScale() : verticalScale(ticks, (tick) => (isShare ? (tick === top ? `${tick}%` : String(tick)) : agentTick(tick))),
      Plot.rectY(clipped, { ...across, y1: "low", y2: "high", fill: TINT }), Plot.ruleY(clipped, { ...across, y: "simulated", stroke: INK, strokeWidth: 2.5 }), zeroLine(),
      measure === "serviceLevel" ? targetLine(target) : [],
      Plot.ruleX(clipped, { x: "middle", y1: (bar: typeof bars[number]) => Math.max(0, bar.observed - bar.error), y2: (bar: typeof bars[number]) => Math.min(top, bar.observed + bar.error), stroke: (bar: typeof bars[number]) => (bar.isWrong ? BAD : GOOD), strokeWidth: 1.5 }),
      Plot.dot(clipped, { x: "middle", y: "observed", r: 3.6, fill: (bar: typeof bars[number]) => (bar.isWrong ? BAD : GOOD), stroke: PAPER }),
      clockAxis(hours), beneath("time of arrival"),
    ],
  });
}
