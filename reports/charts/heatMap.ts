// A measure by two things at once: a cell each, blue where it meets what is wanted and orange where not, with the border between.

import * as Plot from "@observablehq/plot";
import type { Curve, CurvePoint } from "../../sim/study/curveResult.ts";
import type { Varied } from "../../sim/study/varyRange.ts";
import { axisWords, valueShown } from "../curveWords.ts";
import { above, BAD, beneath, GOOD, INK, LEFT, MUTED, panel, PAPER, RIGHT, WIDTH, type Chart } from "../panel.ts";

export interface HeatMap {
  readonly id: string;
  readonly title: string;
  readonly desc: string;
  /** A share of 1; null where there is none. */
  readonly value: (point: CurvePoint) => number | null;
  /** From this share on a cell is blue; null: all are, the more the darker. */
  readonly wanted: number | null;
}

/** Steps of colour by points from what is wanted: beyond 20, 10 and 5 they deepen. */
const DEPTHS = [0.14, 0.28, 0.42, 0.56], EDGES = [0.05, 0.1, 0.2];

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly value: number | null;
}

export function heatMap({ vary: [across, down], points }: Curve, { id, title, desc, value, wanted }: HeatMap): Chart {
  const columns = across.values.length, rows = down.values.length, wide = (WIDTH - LEFT - 14 - RIGHT) / columns, high = Math.max(10, Math.min(24, 260 / rows)), height = Math.max(120, Math.round(rows * high));
  const cells = points.map((point, i): Cell => ({ x: i % columns, y: Math.floor(i / columns), value: value(point) }));
  const side = { x1: (cell: Cell) => cell.x, x2: (cell: Cell) => cell.x + 1, y1: (cell: Cell) => cell.y, y2: (cell: Cell) => cell.y + 1 };
  const shades = DEPTHS.flatMap((fillOpacity, depth) => [true, false].map((good) => Plot.rect(cells.filter((cell) => shadeOf(cell, wanted, good) === depth), { ...side, fill: good ? GOOD : BAD, fillOpacity, inset: 0 })));
  const size = wide >= 26 ? 12.5 : wide >= 20 ? 11 : 10, labelled = wide >= 17 && height / rows >= 12;
  return panel({
    id, title, desc, height: height + 66, x: [0, columns], y: [0, rows], margin: { left: LEFT + 14, bottom: 40 },
    marks: [
      above(axisWords(down), LEFT + 14), shades, wanted === null ? [] : border(cells, columns, rows, wanted),
      labelled ? Plot.text(cells.filter((cell) => cell.value !== null), { x: (cell: Cell) => cell.x + 0.5, y: (cell: Cell) => cell.y + 0.5, text: (cell: Cell) => shown(cell.value ?? 0), fill: INK, stroke: PAPER, strokeWidth: 2.5, strokeOpacity: 0.6, fontSize: size }) : [],
      Plot.frame({ stroke: MUTED }),
      Plot.text(some(across, wide, 34), { x: "at", y: 0, text: "text", dy: 12, fill: MUTED }),
      Plot.text(some(down, height / rows, 14), { y: "at", x: 0, text: "text", dx: -6, textAnchor: "end", fill: MUTED }),
      beneath(axisWords(across)),
    ],
  });
}

/** Whole points; what is neither nothing nor all never reads as 0 or 100. */
const shown = (share: number): string => String(share > 0 && share < 1 ? Math.min(99, Math.max(1, Math.floor(100 * share + 1e-9))) : Math.round(100 * share));

/** The step of colour of a cell, null where it has the other one. */
function shadeOf({ value }: Cell, wanted: number | null, good: boolean): number | null {
  if (value === null) return null;
  if (wanted === null) return good ? Math.min(DEPTHS.length - 1, Math.floor(value * DEPTHS.length)) : null;
  return value >= wanted === good ? EDGES.filter((edge) => Math.abs(value - wanted) >= edge).length : null;
}

/** Between cells that meet what is wanted and those that do not. */
function border(cells: readonly Cell[], columns: number, rows: number, wanted: number): Plot.Markish {
  const met = ({ value }: Cell) => value !== null && value >= wanted;
  const lines = cells.flatMap((cell, i) => [
    ...(cell.x + 1 < columns && met(cell) !== met(cells[i + 1]) ? [{ x1: cell.x + 1, x2: cell.x + 1, y1: cell.y, y2: cell.y + 1 }] : []),
    ...(cell.y + 1 < rows && met(cell) !== met(cells[i + columns]) ? [{ x1: cell.x, x2: cell.x + 1, y1: cell.y + 1, y2: cell.y + 1 }] : []),
  ]);
  return Plot.link(lines, { x1: "x1", x2: "x2", y1: "y1", y2: "y2", stroke: INK, strokeWidth: 2.5, strokeLinecap: "square" });
}

/** As many of the values as there is room for. */
function some({ values, unit }: Varied, room: number, each: number): { readonly at: number; readonly text: string }[] {
  const every = Math.max(1, Math.ceil(each / room));
  return values.flatMap((value, i) => (i % every === 0 ? [{ at: i + 0.5, text: valueShown(value, unit) }] : []));
}
