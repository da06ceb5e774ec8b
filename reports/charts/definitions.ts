// Four definitions of service level beside each other: lollipops that grow from the target, so that no bar is cut off.

import * as Plot from "@observablehq/plot";
import { BAD, GOOD, GRID, INK, MUTED, panel, PAPER, type Chart } from "../panel.ts";
import type { View } from "../view.ts";
import { inSentence, percent, percentBeside, shareShown, targetPercent } from "../words.ts";

export const DEFINITIONS = [
  { measure: "serviceLevel", text: "In time / offered" },
  { measure: "serviceLevelExcludingShortAbandons", text: "In time / (offered − abandoned in time)" },
  { measure: "serviceLevelIncludingAbandons", text: "(In time + abandoned in time) / offered" },
  { measure: "serviceLevelOfAnswered", text: "In time / answered" },
] as const;

const SIDE = { left: 16, right: 52 };

/** The levels of a view that are known, shares of 1. */
export const levelsOf = ({ result }: View): number[] => DEFINITIONS.flatMap(({ measure }) => result.total[measure].mean ?? []);

/** @param low points at the left end, the same for all panels of the row */
export function definitions(view: View, low: number): Chart {
  const { target, result } = view, from = 100 * (target ?? 0);
  const rows = DEFINITIONS.map(({ measure, text }, row) => ({ row, text, level: result.total[measure].mean })).flatMap(({ row, text, level }) =>
    level === null ? [] : [{ row, text, value: 100 * level, shown: target === null ? percent(level) : percentBeside(level, target), met: target === null || level >= target, main: row === 0 }]);
  const reached = rows.filter((row) => row.met), others = rows.filter((row) => !row.met), blue = target === null ? INK : GOOD;
  const stem = (some: typeof rows, stroke: string) => Plot.link(some, { x1: from, x2: "value", y1: "row", y2: "row", stroke, strokeWidth: 2, strokeLinecap: "butt" });
  const span = 100 - low, step = span > 50 ? 20 : span > 25 ? 10 : span > 10 ? 5 : 2;
  const round = Array.from({ length: Math.floor(span / step) + 1 }, (_, i) => 100 - i * step).filter((tick) => target === null || Math.abs(tick - from) > 0.24 * span);
  return panel({
    id: `definitions-${view.id}`, title: `${view.name}: four definitions of service level`, desc: description(view), height: 196,
    x: [low, 100], y: [3.45, -0.8], margin: { top: 8, ...SIDE },
    marks: [
      Plot.ruleX(round, { stroke: GRID }),
      target === null ? [] : [
        // In pieces, beside the dots only: a dash through a minus would make it a plus.
        Plot.link(rows.map(({ row }) => ({ above: row - 0.21, below: row + 0.42 })), { x1: from, x2: from, y1: "above", y2: "below", stroke: INK, strokeWidth: 1.25, strokeDasharray: "5 3" }),
        stem(reached, GOOD), stem(others, BAD),
      ],
      Plot.dot(reached, { x: "value", y: "row", r: 4.5, fill: blue, stroke: blue, strokeWidth: 2 }),
      Plot.dot(others, { x: "value", y: "row", r: 4.5, fill: PAPER, stroke: BAD, strokeWidth: 2 }),
      [true, false].map((main) => Plot.text(rows.filter((row) => row.main === main), {
        frameAnchor: "left", y: "row", dx: -SIDE.left, dy: -15, textAnchor: "start", text: "text", fill: INK, stroke: PAPER, strokeWidth: 4, fontWeight: main ? 700 : 400,
      })),
      Plot.text(rows, { frameAnchor: "right", y: "row", dx: SIDE.right - 2, textAnchor: "end", text: "shown", fill: INK, fontWeight: 600 }),
      Plot.axisX(target === null ? round : [...round, from], { tickFormat: (tick: number) => (target !== null && tick === from ? `target ${targetPercent(target)}` : `${tick}%`), tickSize: 4, fill: MUTED }),
    ],
  });
}

function description({ result }: View): string {
  return `${DEFINITIONS.map(({ measure, text }) => `${text}: ${inSentence(shareShown(result.total[measure]))}`).join("; ")}.`;
}
