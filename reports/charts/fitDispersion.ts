// How much counts vary by time of day, beside Poisson: before and after the weekday and the day's own level are taken out.

import * as Plot from "@observablehq/plot";
import type { Dispersion } from "../../sim/study/fitDispersion.ts";
import { above, BAD, beneath, clockAxis, GOOD, INK, MUTED, panel, roundTicks, verticalScale, type Chart } from "../panel.ts";
import { decimal } from "../words.ts";

export function fitDispersion({ slots, resolution, withinDay }: Dispersion): Chart {
  const at = (slot: number) => ((slot + 0.5) * resolution) / 3600, hours = [at(slots[0].slot) - resolution / 7200, at(slots[slots.length - 1].slot) + resolution / 7200] as const;
  const line = (of: "raw" | "afterKind" | "afterDay", stroke: string, strokeWidth: number, strokeDasharray?: string) => Plot.lineY(slots, { x: ({ slot }: typeof slots[number]) => at(slot), y: of, stroke, strokeWidth, ...(strokeDasharray === undefined ? {} : { strokeDasharray }) });
  const ticks = roundTicks(Math.max(2, ...slots.map(({ raw }) => raw)));
  return panel({
    id: "dispersion", title: "Variance over mean of counts, by time of day", desc: `After the day's own level it is ${decimal(withinDay, 2)} on average; Poisson has 1.`, height: 206, x: hours, y: [0, ticks[ticks.length - 1]], margin: { bottom: 40 },
    marks: [
      above("variance ÷ mean of counts"), verticalScale(ticks, String), line("raw", MUTED, 1.5), line("afterKind", BAD, 2), line("afterDay", GOOD, 2.5),
      Plot.ruleY([1], { stroke: INK, strokeWidth: 1.25, strokeDasharray: "5 3" }), Plot.text(["Poisson"], { y: 1, frameAnchor: "right", textAnchor: "end", lineAnchor: "bottom", dy: -4, fill: INK }), clockAxis(hours), beneath("time of day"),
    ],
  });
}
