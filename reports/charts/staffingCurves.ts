// Service level against what it takes, all ways of working in one frame, each line named by a letter at its end. Blue and orange are good
// and bad on these pages, so the ways differ by letter, mark, dashes and weight, never by colour.

import * as Plot from "@observablehq/plot";
import { above, beneath, INK, MUTED, panel, PAPER, RIGHT_WITH_TARGET, roundTicks, targetLine, verticalScale, type Chart } from "../panel.ts";
import { decimal } from "../words.ts";

export interface StaffingLine {
  readonly letter: string;
  /** Rising in x; percent, with the 95 % interval. */
  readonly points: readonly { readonly x: number; readonly level: number; readonly low: number; readonly high: number }[];
  /** The point that holds the target. */
  readonly held: { readonly x: number; readonly level: number } | null;
  /** Drawn heavier. */
  readonly isBase: boolean;
}

export interface StaffingFrame {
  readonly id: string;
  readonly title: string;
  readonly desc: string;
  /** What the x axis measures. */
  readonly axis: string;
  readonly unit: string;
  /** A share; null where types have their own. */
  readonly target: number | null;
  /** Where the y axis begins, percent. */
  readonly lowest: number;
}

const SYMBOLS = ["circle", "square", "triangle", "diamond", "times", "star", "wye", "plus"] as const;
/** Dashes of the lines beside the base, whose line is whole and heavy. */
const DASHES = ["none", "7 3", "2 2.5", "9 3 2 3", "none", "4 4", "12 4"] as const;
const HEIGHT = 300, TALL = HEIGHT - 66, LETTER = 14; // px
/** Of the frame, for the lines that lead to the letters, and for these. */
const LEAD = 0.07, END = 0.06;

export function staffingCurves(lines: readonly StaffingLine[], { id, title, desc, axis, unit, target, lowest }: StaffingFrame): Chart {
  const all = lines.flatMap(({ points }) => points.map(({ x }) => x)), low = Math.min(...all), high = Math.max(...all), wide = high - low || 1;
  const domain = [low - 0.04 * wide, high + (LEAD + END) * wide] as const, letterAt = high + LEAD * wide;
  const step = lowest >= 40 ? 10 : 20, ticks = Array.from({ length: Math.floor((100 - lowest) / step) + 1 }, (_, i) => 100 - i * step);
  const marks = lines.flatMap((line, i): Plot.Markish[] => {
    const stroke = line.isBase ? INK : MUTED, symbol = SYMBOLS[i % SYMBOLS.length];
    return [
      Plot.line(line.points, { x: "x", y: "level", stroke, strokeWidth: line.isBase ? 2.25 : 1.25, strokeDasharray: DASHES[i % DASHES.length], strokeLinejoin: "round" }),
      Plot.link(line.points, { x1: "x", x2: "x", y1: "low", y2: "high", stroke, strokeWidth: 1.5 }),
      Plot.dot(line.points, { x: "x", y: "level", r: 2.8, symbol, fill: i % 2 === 0 ? stroke : PAPER, stroke, strokeWidth: 1.25 }),
      ...(line.held === null ? [] : [Plot.dot([line.held], { x: "x", y: "level", r: 6, symbol: "circle", stroke: INK, strokeWidth: 1.75, fill: "none" })]),
    ];
  });
  return panel({
    id, title, desc, height: HEIGHT, x: domain, y: [lowest, 100], margin: { right: RIGHT_WITH_TARGET, bottom: 40 },
    marks: [
      above(unit), verticalScale(ticks, (tick) => (tick === 100 ? "100%" : String(tick))), Plot.ruleY([lowest], { stroke: MUTED }), target === null ? [] : targetLine(target),
      ...marks, letters(lines, letterAt, lowest),
      Plot.axisX(ticksIn(domain), { tickFormat: (tick: number) => decimal(tick, 0), tickSize: 4, fill: MUTED }), beneath(axis),
    ],
  });
}

interface End {
  readonly letter: string;
  readonly x: number;
  readonly level: number;
  /** Where the letter stands: as near as the others leave room. */
  readonly at: number;
}

/** A letter for each line beside the frame's right edge, led to the line's last point; none upon another. */
function letters(lines: readonly StaffingLine[], to: number, lowest: number): Plot.Markish[] {
  const spacing = (LETTER * (100 - lowest)) / TALL, ends: End[] = [];
  const last = lines.flatMap(({ letter, points }) => points.slice(-1).map(({ x, level }) => ({ letter, x, level }))).sort((a, b) => b.level - a.level || a.x - b.x);
  for (const each of last) ends.push({ ...each, at: Math.min(each.level, (ends[ends.length - 1]?.at ?? Infinity) - spacing) });
  // Half of what the lowest had to give way is shared by all, as far as there is room above.
  const up = Math.max(0, Math.min(100 - (ends[0]?.at ?? 100), Math.max(...ends.map(({ level, at }) => level - at), 0) / 2)), raised = ends.map((end) => ({ ...end, at: end.at + up }));
  return [
    Plot.link(raised, { x1: "x", y1: "level", x2: to, y2: "at", stroke: MUTED, strokeWidth: 0.75 }),
    Plot.text(raised, { x: to, y: "at", dx: 4, text: "letter", textAnchor: "start", fill: INK, stroke: PAPER, strokeWidth: 4, fontWeight: 700 }),
  ];
}

/** About five round values. */
function ticksIn([from, to]: readonly [number, number]): number[] {
  const [, step = 1] = roundTicks(to - from), first = Math.ceil(from / step);
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, i) => (first + i) * step);
}
