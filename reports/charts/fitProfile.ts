// Contacts by time of day of one kind of day: the data's mean and spread over the days, and the fit's.

import * as Plot from "@observablehq/plot";
import type { PicturedSlot } from "../../sim/study/fitPicture.ts";
import { above, agentTick, clockAxis, gapBeside, GOOD, INK, panel, PAPER, roundTicks, TINT, verticalScale, zeroLine, type Chart } from "../panel.ts";

/** @param interval seconds @param most contacts that the panels of the row must hold */
export function fitProfile(name: string, slots: readonly PicturedSlot[], interval: number, most: number, id: string, noun: string, hours: readonly [number, number]): Chart {
  const bars = slots.map(({ from, mean, data: [dataLow, dataHigh], expected, range: [low, high] }) => ({ x1: from / 3600, x2: (from + interval) / 3600, middle: (from + interval / 2) / 3600, low, high, expected, mean, dataLow, dataHigh }));
  const ticks = roundTicks(most), inset = gapBeside(bars.length), across = { x1: "x1", x2: "x2", insetLeft: inset, insetRight: inset } as const;
  return panel({
    id, title: `${name}: contacts by ${noun}, data and fit`, desc: "Dots: the data's mean; lines: nine days of ten. Behind them the same by the fit.", height: 190, x: hours, y: [0, ticks[ticks.length - 1]],
    marks: [
      above(`contacts per ${noun}`), verticalScale(ticks, agentTick), Plot.rectY(bars, { ...across, y1: "low", y2: "high", fill: TINT }), Plot.ruleY(bars, { ...across, y: "expected", stroke: INK, strokeWidth: 2 }), zeroLine(),
      Plot.ruleX(bars, { x: "middle", y1: "dataLow", y2: "dataHigh", stroke: GOOD, strokeWidth: 1.5 }), Plot.dot(bars, { x: "middle", y: "mean", r: 2.6, fill: GOOD, stroke: PAPER, strokeWidth: 0.5 }), clockAxis(hours),
    ],
  });
}
