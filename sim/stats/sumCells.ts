// Cells added up over days, all counters written out.

import type { Cells } from "../engine/dayRecord.ts";

export function emptyCells(cells: number, counters: number): Cells {
  return { main: new Float64Array(cells), detailed: new Uint8Array(cells).fill(1), counters: new Float64Array(cells * counters) };
}

/** Add a cell's counters, written out or as they follow from its main number, to those at `to`. */
export function addCell({ main, detailed, counters }: Cells, cell: number, count: number, followMain: readonly number[], sums: Float64Array, to: number): void {
  if (detailed[cell] === 1) for (let counter = 0, from = cell * count; counter < count; counter++) sums[to + counter] += counters[from + counter];
  else for (const counter of followMain) sums[to + counter] += main[cell];
}

/** Add all cells of a day to sums that have a counter more: of days. */
export function addCells(day: Cells, cells: number, count: number, followMain: readonly number[], sums: Float64Array): void {
  for (let cell = 0; cell < cells; cell++) addCell(day, cell, count, followMain, sums, cell * (count + 1));
}
