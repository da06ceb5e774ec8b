// How long times last: the data's share that lasts longer, with its 95 % band, and the laws fitted to it.

import * as Plot from "@observablehq/plot";
import { survivalOf } from "../../sim/study/fitLaw.ts";
import type { FittedTime } from "../../sim/study/fitTimes.ts";
import { above, beneath, GOOD, GOOD_TINT, INK, MUTED, panel, verticalScale, zeroLine, type Chart } from "../panel.ts";
import { decimal } from "../words.ts";

const SPANS = [60, 120, 180, 300, 600, 900, 1200, 1800, 3600, 7200]; // seconds, nice ends of an axis

export function fitSurvival(time: FittedTime, id: string, what: string): Chart {
  const { survival, tried: [best, ...others] } = time, last = survival[survival.length - 1], shown = survival.find(({ survival: share }) => share < 0.02)?.at ?? last.at, span = SPANS.find((each) => each >= shown) ?? 7200;
  const steps = [{ at: 0, survival: 1, interval: [1, 1] as const }, ...survival.filter(({ at }) => at <= span)].map(({ at, survival: share, interval: [low, high] }) => ({ at, share: 100 * share, low: 100 * (Number.isNaN(low) ? share : low), high: 100 * (Number.isNaN(high) ? share : high) }));
  const unit = span > 300 ? 60 : 1, step = [15, 30, 60, 120, 240, 300, 600, 1200].find((seconds) => span / seconds <= 5) ?? 1800;
  const curve = (law: typeof best) => Array.from({ length: 121 }, (_, i) => ({ at: (span * i) / 120, share: 100 * survivalOf(law, (span * i) / 120) }));
  return panel({
    id, title: `${what}: share that lasts longer, data and laws`, desc: `The ${best.law.distribution} law fits best.`, height: 206, x: [0, span], y: [0, 100], margin: { bottom: 40 },
    marks: [
      above(`% that last longer`), verticalScale([0, 20, 40, 60, 80, 100], (tick) => (tick === 100 ? "100%" : String(tick))), Plot.areaY(steps, { x: "at", y1: "low", y2: "high", fill: GOOD_TINT, curve: "step-after" }),
      zeroLine(), ...others.slice(0, 1).map((law) => Plot.lineY(curve(law), { x: "at", y: "share", stroke: MUTED, strokeWidth: 1.5, strokeDasharray: "4 3" })), Plot.lineY(steps, { x: "at", y: "share", stroke: GOOD, strokeWidth: 2.5, curve: "step-after" }),
      Plot.lineY(curve(best), { x: "at", y: "share", stroke: INK, strokeWidth: 1.25 }),
      Plot.axisX(Array.from({ length: Math.floor(span / step) + 1 }, (_, i) => i * step), { tickFormat: (tick: number) => decimal(tick / unit, Number.isInteger(tick / unit) ? 0 : 1), tickSize: 4, fill: MUTED }), beneath(unit === 60 ? "minutes" : "seconds"),
    ],
  });
}
