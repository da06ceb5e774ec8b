// A calendar: weeks as columns, weekdays as rows, a cell a date, on paper the darker the worse, so that it reads without colour too. Closed days are blank.

import * as Plot from "@observablehq/plot";
import { formatDate, monthOf, parseDate } from "../../sim/scenario/date.ts";
import { shortMonth } from "../calendarNames.ts";
import { BAD, GOOD, INK, MUTED, panel, PAPER, WIDTH, type Chart } from "../panel.ts";
import { targetPercent } from "../words.ts";

export interface CalendarCell {
  readonly date: string;
  /** A share of 1; null where there is none. */
  readonly value: number | null;
  readonly isPeak: boolean;
  /** What a pointer resting on it shows. */
  readonly says: string;
}

/** A step of colour: of values below `below`, and not below that of the step before. */
export interface Shade {
  readonly below: number;
  readonly colour: "good" | "bad";
  readonly depth: number;
}

/** Of a level beside its target: light above, lighter from 5 points on; below in steps to 5, 10 and 20 points, each darker. */
export function levelShades(target: number): Shade[] {
  const steps: readonly (readonly [number, Shade["colour"], number])[] = [[-0.2, "bad", 1], [-0.1, "bad", 0.78], [-0.05, "bad", 0.58], [0, "bad", 0.4], [0.05, "good", 0.26], [Infinity, "good", 0.12]];
  return steps.map(([from, colour, depth]) => ({ below: target + from, colour, depth })).filter(({ below }) => below > 0);
}

/** Of a chance, in fifths. */
export const CHANCE_SHADES: readonly Shade[] = [0.1, 0.26, 0.45, 0.7, 1].map((depth, i) => ({ below: i === 4 ? Infinity : 0.2 * (i + 1), colour: "bad", depth }));

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const SIDE = { left: 34, right: 4 }, MOST_WEEKS = 27, HIGHEST = 17; // px: of a row
const HEAD = 23, KEY = 52; // px: the months' names above a strip, and the key

export function dayCalendar(cells: readonly CalendarCell[], { from, to }: { readonly from: string; readonly to: string }, shades: readonly Shade[], words: { readonly id: string; readonly title: string; readonly desc: string; readonly key: string }): Chart {
  const first = mondayOf(number(from)), weeks = Math.floor((number(to) - first) / 7) + 1, strips = Math.ceil(weeks / MOST_WEEKS), columns = Math.ceil(weeks / strips);
  const wide = (WIDTH - SIDE.left - SIDE.right) / columns, high = Math.min(HIGHEST, Math.max(wide, 9.5)), drawnColumns = Math.max(columns, (WIDTH - SIDE.left - SIDE.right) / 22);
  const head = HEAD / high, strip = 7 + head; // in rows
  const place = (date: number) => { const week = Math.floor((date - first) / 7); return { x: week % columns, y: strip * Math.floor(week / columns) + head + (date - first) % 7 }; };
  const placed = cells.map((cell) => ({ ...cell, ...place(number(cell.date)), shade: cell.value === null ? -1 : shades.findIndex(({ below }) => (cell.value ?? 0) < below) }));
  const square = { x1: "x", x2: (cell: { x: number }) => cell.x + 1, y1: "y", y2: (cell: { y: number }) => cell.y + 1, inset: 0.5 };
  const rows = strip * strips, ruled = Array.from({ length: strips }, (_, i) => strip * i + head);
  return panel({
    id: words.id, title: words.title, desc: words.desc, height: Math.round(rows * high + KEY + 4), x: [0, drawnColumns], y: [rows, 0], margin: { top: 2, bottom: KEY, ...SIDE },
    marks: [
      Plot.rect(placed.filter(({ shade }) => shade < 0), { ...square, fill: PAPER, stroke: MUTED, strokeWidth: 0.5 }),
      ...shades.map(({ colour, depth }, i) => Plot.rect(placed.filter(({ shade }) => shade === i), { ...square, fill: colour === "good" ? GOOD : BAD, fillOpacity: depth, title: "says" })),
      Plot.dot(placed.filter(({ isPeak }) => isPeak), { x: ({ x }: { x: number }) => x + 0.5, y: ({ y }: { y: number }) => y + 0.5, r: Math.min(2.4, high / 4.5), fill: PAPER, stroke: INK, strokeWidth: 1 }),
      Plot.link(monthBorders(number(from), number(to), place), { x1: "x1", x2: "x2", y1: "y1", y2: "y2", stroke: INK, strokeWidth: 1 }),
      Plot.text(monthLabels(number(from), number(to), place, (WIDTH - SIDE.left - SIDE.right) / drawnColumns), { x: "x", y: "y", text: "text", textAnchor: "start", lineAnchor: "bottom", dy: -3, fill: INK }),
      Plot.text(ruled.map((y, i) => ({ y, text: formatDate(first + 7 * columns * i + 6).slice(0, 4) })), { x: 0, y: "y", text: "text", textAnchor: "end", lineAnchor: "bottom", dx: -4, dy: -3, fill: MUTED, fontSize: 11 }),
      Plot.text(ruled.flatMap((y) => [0, 2, 4, 6].map((day) => ({ y: y + day + 0.5, text: DAYS[day] }))), { x: 0, y: "y", text: "text", textAnchor: "end", dx: -4, fill: MUTED, fontSize: 11 }),
      keyOf(shades, { rows, high, columns: drawnColumns, name: words.key }),
    ],
  });
}

const number = (date: string): number => parseDate(date) ?? 0;
const mondayOf = (date: number): number => date - ((((date - 2) % 7) + 7) % 7); // 2000-01-03 was a Monday

type Place = (date: number) => { readonly x: number; readonly y: number };

/** Lines between the last days of a month and the first of the next, within a strip. */
function monthBorders(from: number, to: number, place: Place): { readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number }[] {
  const lines = [];
  for (let date = from; date <= to; date++) {
    const { x, y } = place(date), isOther = (next: number) => next <= to && monthOf(next) !== monthOf(date), next = place(date + 1), weekOn = place(date + 7);
    if (isOther(date + 7) && weekOn.y === y) lines.push({ x1: x + 1, x2: x + 1, y1: y, y2: y + 1 });
    if (isOther(date + 1) && next.x === x) lines.push({ x1: x, x2: x + 1, y1: y + 1, y2: y + 1 });
  }
  return lines;
}

const LETTERS = 25; // px of a month's three letters

/** Over the week in which a month begins, or the first of a strip, where there is room before the next. */
function monthLabels(from: number, to: number, place: Place, wide: number): { readonly x: number; readonly y: number; readonly text: string }[] {
  const labels: { x: number; y: number; text: string }[] = [];
  for (let date = from; date <= to; date++) {
    const { x, y } = place(date), row = y - (date - mondayOf(date)), last = labels[labels.length - 1], isNew = date === from || monthOf(date) !== monthOf(date - 1), isStrip = x === 0 && date === mondayOf(date);
    if (!isNew && !isStrip) continue;
    if (last !== undefined && last.y === row && (x - last.x) * wide < LETTERS) labels.pop();
    labels.push({ x, y: row, text: shortMonth(formatDate(date)) });
  }
  return labels;
}

/** The steps of colour side by side, their edges named. */
function keyOf(shades: readonly Shade[], { rows, high, columns, name }: { readonly rows: number; readonly high: number; readonly columns: number; readonly name: string }): Plot.Markish[] {
  const top = rows + 24 / high, bottom = rows + 35 / high, each = columns / Math.max(shades.length, 7);
  const boxes = shades.map((shade, i) => ({ ...shade, x1: i * each, x2: (i + 1) * each }));
  return [
    Plot.text([name], { x: 0, y: rows + 10 / high, textAnchor: "start", text: (words: string) => words, fill: MUTED }),
    ...boxes.map(({ colour, depth, ...box }) => Plot.rect([box], { x1: "x1", x2: "x2", y1: () => top, y2: () => bottom, inset: 0.5, fill: colour === "good" ? GOOD : BAD, fillOpacity: depth })),
    Plot.text(boxes.slice(0, -1), { x: "x2", y: () => bottom + 9 / high, text: ({ below }: Shade) => targetPercent(below), fill: MUTED, fontSize: 11 }),
  ];
}
