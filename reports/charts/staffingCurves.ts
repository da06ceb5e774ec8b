// Service level against what it takes, all ways of working in one frame, each line named by a letter at its end. Blue and orange are good
// and bad on these pages, so the ways differ by letter, mark and weight, never by colour.

import * as Plot from "@observablehq/plot";
import { above, beneath, INK, LEFT, MUTED, panel, PAPER, RIGHT_WITH_TARGET, roundTicks, targetLine, verticalScale, WIDTH, type Chart } from "../panel.ts";
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
const HEIGHT = 300, LETTER = 15; // px

export function staffingCurves(lines: readonly StaffingLine[], { id, title, desc, axis, unit, target, lowest }: StaffingFrame): Chart {
  const all = lines.flatMap(({ points }) => points.map(({ x }) => x)), low = Math.min(...all), high = Math.max(...all), pad = 0.04 * (high - low || 1);
  const domain = [low - pad, high + 2.5 * pad] as const;
  const step = lowest >= 40 ? 10 : 20, ticks = Array.from({ length: Math.floor((100 - lowest) / step) + 1 }, (_, i) => 100 - i * step);
  const marks = lines.flatMap((line, i): Plot.Markish[] => {
    const stroke = line.isBase ? INK : MUTED, symbol = SYMBOLS[i % SYMBOLS.length];
    return [
      Plot.line(line.points, { x: "x", y: "level", stroke, strokeWidth: line.isBase ? 2 : 1.25, strokeLinejoin: "round" }),
      Plot.link(line.points, { x1: "x", x2: "x", y1: "low", y2: "high", stroke, strokeWidth: 1.5 }),
      Plot.dot(line.points, { x: "x", y: "level", r: 2.6, symbol, fill: stroke, stroke }),
      ...(line.held === null ? [] : [Plot.dot([line.held], { x: "x", y: "level", r: 6, symbol: "circle", stroke: INK, strokeWidth: 1.75, fill: "none" })]),
    ];
  });
  return panel({
    id, title, desc, height: HEIGHT, x: domain, y: [lowest, 100], margin: { right: RIGHT_WITH_TARGET, bottom: 40 },
    marks: [
      above(unit), verticalScale(ticks, (tick) => (tick === 100 ? "100%" : String(tick))), Plot.ruleY([lowest], { stroke: MUTED }), target === null ? [] : targetLine(target),
      ...marks, letters(lines, domain, lowest),
      Plot.axisX(ticksIn(domain), { tickFormat: (tick: number) => decimal(tick, 0), tickSize: 4, fill: MUTED }), beneath(axis),
    ],
  });
}

/** A letter beside each line where it is best told from the others: below the line, at a height of its own. */
function letters(lines: readonly StaffingLine[], [from, to]: readonly [number, number], lowest: number): Plot.Markish[] {
  const wide = WIDTH - LEFT - RIGHT_WITH_TARGET, tall = HEIGHT - 66, taken: { x: number; y: number }[] = [];
  return lines.flatMap(({ letter, points, isBase }) => {
    const places = points.map((point) => ({ point, x: (wide * (point.x - from)) / (to - from), y: (tall * (point.level - lowest)) / (100 - lowest) }));
    // As far as possible from the points of other lines and from letters already there.
    const others = [...taken, ...lines.filter((line) => line.letter !== letter).flatMap((line) => line.points.map((point) => ({ x: (wide * (point.x - from)) / (to - from), y: (tall * (point.level - lowest)) / (100 - lowest) })))];
    const room = ({ x, y }: { x: number; y: number }) => Math.min(60, ...others.map((other) => Math.hypot(other.x - (x + LETTER / 2), other.y - (y - LETTER))));
    if (places.length === 0) return [];
    const best = places.reduce((most, place) => (room(place) > room(most) ? place : most), places[0]);
    taken.push({ x: best.x + LETTER / 2, y: best.y - LETTER });
    return [Plot.text([letter], { x: best.point.x, y: best.point.level, dx: 6, dy: LETTER - 3, textAnchor: "start", fill: INK, stroke: PAPER, strokeWidth: 4, fontWeight: isBase ? 700 : 600 })];
  });
}

/** About five round values. */
function ticksIn([from, to]: readonly [number, number]): number[] {
  const [, step = 1] = roundTicks(to - from), first = Math.ceil(from / step);
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, i) => (first + i) * step);
}
