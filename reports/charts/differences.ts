// Differences to the base by one measure: a dot and its 95 % interval for each variant, the base as the zero line. Lines leave out the height
// of the names, and stop behind the figures.

import * as Plot from "@observablehq/plot";
import type { StudyMeasure } from "../../sim/scenario/studyMeasures.ts";
import type { Differences } from "../../sim/study/compareResult.ts";
import { measureName, shownFactor, sideOf, signedShown, unitWords, type Side, type Terms } from "../compareWords.ts";
import { BAD, beneath, GOOD, GRID, INK, MUTED, panel, PAPER, WIDTH, type Chart } from "../panel.ts";
import { capital, decimal, withHalfWidth } from "../words.ts";

const ROW = 42, SIDE = 16; // px: half of "base" fits
const ROOM = 0.36; // of the frame, for a figure beside its dot
const MOST_LETTERS = 42; // of a name above its dot
const LETTER = 6.7, BESIDE = 9; // px: a figure's width by its letters, and its distance from the interval
/** Of a row: below its name, down to the next one; and the dot within it. */
const BAND = [0.44, 1.04] as const, DOT = 0.68;

const COLOURS: Readonly<Record<Side, string>> = { better: GOOD, worse: BAD, higher: INK, lower: INK, same: MUTED, unknown: MUTED };

export function differenceChart(measure: StudyMeasure, variants: readonly { readonly name: string; readonly differences: Differences }[], terms: Terms, id: number): Chart {
  const factor = shownFactor(measure), units = unitWords(measure, terms);
  const rows = variants.map(({ name, differences }, i) => {
    const difference = differences[measure], { mean, halfWidth } = difference, half = factor * (halfWidth ?? 0), at = factor * (mean ?? NaN);
    const side = sideOf(measure, difference);
    return { i, name: cut(name), at, low: at - half, high: at + half, colour: COLOURS[side], filled: side !== "same" && side !== "unknown", says: withHalfWidth(signedShown(measure, difference)) };
  });
  const known = rows.filter(({ at }) => !Number.isNaN(at)), ends = [0, ...known.flatMap(({ low, high }) => [low, high])], ticks = signedTicks(Math.min(...ends), Math.max(...ends));
  const [from, to] = [Math.min(ticks[0], ...ends), Math.max(ticks[ticks.length - 1], ...ends)];
  // The figure stands on the side away from the base where there is room, else on the other; where there is none, room is made on the right.
  const fitsRight = ({ high }: { high: number }, end: number) => high + ROOM * (end - from) <= end, fitsLeft = ({ low }: { low: number }, end: number) => low - ROOM * (end - from) >= from;
  const domain = [from, Math.max(to, ...known.filter((row) => !fitsRight(row, to) && !fitsLeft(row, to)).map(({ high }) => (high - ROOM * from) / (1 - ROOM) + 1e-9 * (to - from)))] as const;
  const toTheRight = (row: (typeof rows)[number]) => (row.at >= 0 ? fitsRight(row, domain[1]) : !fitsLeft(row, domain[1])) || (!fitsLeft(row, domain[1]) && fitsRight(row, domain[1]));
  const label = (some: typeof rows, textAnchor: "start" | "end", dx: number) => Plot.text(some, { x: textAnchor === "start" ? "high" : "low", y: (row: { i: number }) => row.i + DOT, text: "says", textAnchor, dx, fill: INK });
  const perPixel = (domain[1] - domain[0]) / (WIDTH - 2 * SIDE);
  const grounds = known.map((row) => {
    const near = (BESIDE - 4) * perPixel, far = (BESIDE + LETTER * row.says.length) * perPixel, isRight = toTheRight(row);
    return { x1: isRight ? row.high + near : row.low - far, x2: isRight ? row.high + far : row.low - near, y1: row.i + BAND[0], y2: Math.min(row.i + BAND[1], rows.length) };
  });
  const upright = (at: readonly number[]) => rows.flatMap(({ i }) => at.map((x) => ({ x, y1: i + BAND[0], y2: Math.min(i + BAND[1], rows.length) })));
  return panel({
    id: `difference-${id}`, title: `Difference to the base: ${measureName(measure, terms)}`, desc: rows.map(({ name, says }) => `${name}: ${says} ${units}.`).join(" "), height: 22 + ROW * rows.length + 42,
    x: domain, y: [rows.length, 0], margin: { top: 22, bottom: 42, left: SIDE, right: SIDE },
    marks: [
      Plot.ruleX(upright(ticks), { x: "x", y1: "y1", y2: "y2", stroke: GRID }),
      Plot.ruleX(upright([0]), { x: "x", y1: "y1", y2: "y2", stroke: INK, strokeWidth: 1.25 }),
      Plot.rect(grounds, { x1: "x1", x2: "x2", y1: "y1", y2: "y2", fill: PAPER }),
      Plot.text(["base"], { x: 0, frameAnchor: "top", lineAnchor: "bottom", dy: -6, fill: INK }),
      Plot.text(rows, { frameAnchor: "left", textAnchor: "start", dx: -SIDE, y: (row: { i: number }) => row.i + 0.25, text: "name", fill: INK, stroke: PAPER, strokeWidth: 4, fontWeight: 600 }),
      Plot.ruleY(known, { x1: "low", x2: "high", y: (row: { i: number }) => row.i + DOT, stroke: "colour", strokeWidth: 2.5 }),
      Plot.dot(known, { x: "at", y: (row: { i: number }) => row.i + DOT, r: 4.5, fill: (row: { filled: boolean; colour: string }) => (row.filled ? row.colour : PAPER), stroke: "colour", strokeWidth: 2 }),
      label(known.filter((row) => toTheRight(row)), "start", BESIDE), label(known.filter((row) => !toTheRight(row)), "end", -BESIDE),
      Plot.axisX(ticks, { tickFormat: tickText, tickSize: 4, stroke: MUTED, fill: MUTED, strokeWidth: 1 }),
      beneath(`${capital(units)} more or less than the base`),
    ],
  });
}

const tickText = (tick: number): string => (tick === 0 ? "0" : `${tick > 0 ? "+" : "−"}${decimal(Math.abs(tick), Number.isInteger(tick) ? 0 : Math.abs(tick) < 0.1 ? 2 : 1)}`);

const cut = (name: string): string => (name.length <= MOST_LETTERS ? name : `${name.slice(0, MOST_LETTERS - 1).replace(/[\ud800-\udbff]$/, "").trimEnd()}…`);

/** Round numbers over a range that holds 0, about four of them. */
function signedTicks(low: number, high: number): number[] {
  if (low === high) return [-1, 0, 1];
  const raw = (high - low) / 4, magnitude = 10 ** Math.floor(Math.log10(raw)), step = magnitude * ([1, 2, 5, 10].find((factor) => factor * magnitude >= raw) ?? 10);
  const from = Math.floor(low / step), to = Math.ceil(high / step);
  return Array.from({ length: to - from + 1 }, (_, i) => Number(((from + i) * step).toPrecision(12)));
}
