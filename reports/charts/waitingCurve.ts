// Who still waits after so many seconds: an area, with the threshold, and the wait that one in ten exceeds.

import * as Plot from "@observablehq/plot";
import { above, beneath, besideDots, GOOD, GOOD_TINT, INK, MUTED, panel, PAPER, shareTicks, verticalScale, zeroLine, type Chart } from "../panel.ts";
import type { View } from "../view.ts";
import { decimal, duration, percent } from "../words.ts";
import { longWait } from "../waits.ts";

const SPANS = [60, 120, 180, 300, 600, 1200, 1800, 3600]; // seconds, nice ends of an axis

/** How far the axis must reach: until one contact in fifty is left, and far enough to name the one in ten. */
export function secondsNeeded({ result: { total: { wait } }, within }: View): number {
  const { seconds, waitingLonger } = wait.curve, few = waitingLonger.findIndex((share) => share <= 0.02);
  const least = Math.max(few < 0 ? seconds[seconds.length - 1] : seconds[few], 2.2 * (wait.p90 ?? 0), 1.5 * (within ?? 0));
  return SPANS.find((span) => span >= least) ?? SPANS[SPANS.length - 1];
}

/** In points: the share that waits at all. */
export const shareNeeded = ({ result }: View): number => 100 * (result.total.wait.curve.waitingLonger[0] ?? 0);

/** @param span seconds from left to right, @param most points from the floor to the top @param beside another plan, a line of dots */
export function waitingCurve(view: View, span: number, most: number, beside?: View): Chart {
  const { curve, p90 } = view.result.total.wait, { within } = view, ticks = shareTicks(most), top = ticks[ticks.length - 1];
  const unit = span > 300 ? 60 : 1, step = [15, 30, 60, 120, 240, 300, 600].find((seconds) => span / seconds <= 5) ?? 900;
  const points = pointsUpTo(curve, span);
  const marked = p90 !== null && p90 > 0 && p90 <= span;
  const label = (text: string, x: number, y: number, dx: number, anchor: "start" | "end", line: "top" | "bottom") =>
    Plot.text([text], { x, y, dx, dy: line === "top" ? 2 : -6, textAnchor: anchor, lineAnchor: line, fill: INK, stroke: PAPER, strokeWidth: 4, fontWeight: line === "bottom" ? 600 : 400 });
  const right = (x: number) => x <= 0.55 * span;
  return panel({
    id: `wait-${view.id}`, title: `${view.name}: share of ${view.contacts} still waiting, by seconds waited`, desc: description(view), height: 206,
    x: [0, span], y: [0, top], margin: { bottom: 40 },
    marks: [
      above(`% of ${view.contacts} still waiting`), verticalScale(ticks, (tick) => (tick === top ? `${tick}%` : String(tick))),
      Plot.areaY(points, { x: "x", y: "y", fill: GOOD_TINT }), Plot.lineY(points, { x: "x", y: "y", stroke: GOOD, strokeWidth: 2 }),
      zeroLine(), beside === undefined ? [] : besideDots(pointsUpTo(beside.result.total.wait.curve, span).filter(({ x }) => x % (span / BESIDE_DOTS) === 0), ({ x }) => x, ({ y }) => y),
      within !== null && within > 0 && within < span ? [
        Plot.ruleX([within], { stroke: INK, strokeWidth: 1.25, strokeDasharray: "5 3" }),
        label(`threshold ${duration(within).replace(" seconds", " s").replace(" minutes", " min")}`, within, top, right(within) ? 5 : -5, right(within) ? "start" : "end", "top"),
      ] : [],
      marked ? [
        Plot.link([0], { x1: 0, x2: p90, y1: 10, y2: 10, stroke: INK }), Plot.link([0], { x1: p90, x2: p90, y1: 10, y2: 0, stroke: INK }),
        label(`one in ten waits\nmore than ${longWait(view.result.total.wait).value}`, p90, 10, right(p90) ? 8 : -8, right(p90) ? "start" : "end", "bottom"),
        Plot.dot([0], { x: p90, y: 10, r: 4.5, fill: INK, stroke: PAPER }),
      ] : [],
      Plot.axisX(Array.from({ length: Math.floor(span / step) + 1 }, (_, i) => i * step), { tickFormat: (tick: number) => decimal(tick / unit, Number.isInteger(tick / unit) ? 0 : 1), tickSize: 4, fill: MUTED }),
      beneath(unit === 60 ? "minutes waited" : "seconds waited"),
    ],
  });
}

const BESIDE_DOTS = 15; // of another plan: every fourth point of a minute

function pointsUpTo({ seconds: all, waitingLonger }: View["result"]["total"]["wait"]["curve"], span: number): { readonly x: number; readonly y: number }[] {
  const points = all.flatMap((seconds, i) => (seconds <= span ? [{ x: seconds, y: 100 * waitingLonger[i] }] : [])), last = points.at(-1);
  const next = all.findIndex((seconds) => seconds > span); // the curve goes on to the frame's edge
  if (next <= 0 || last === undefined || last.x >= span) return points;
  return [...points, { x: span, y: last.y + ((span - last.x) / (all[next] - last.x)) * (100 * waitingLonger[next] - last.y) }];
}

function description({ result: { total: { wait } }, contacts }: View): string {
  const { waitingLonger } = wait.curve;
  if (waitingLonger.length === 0) return "Nobody came.";
  const tenth = wait.p90 === 0 ? "At most one in ten waits at all." : `One in ten waits more than ${longWait(wait).value}.`;
  return `${percent(waitingLonger[0])} of ${contacts} wait at all. ${tenth}`;
}
