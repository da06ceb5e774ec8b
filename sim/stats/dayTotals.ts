// What the days of a run were like one by one: kept only where days of several runs are to be compared.

import { CONTACT_COUNTERS, GROUP_COUNTERS, type Cells, type DayRecord } from "../engine/dayRecord.ts";
import { ledgerWidth, writeLedgerLine } from "./ledger.ts";
import type { MomentsShape } from "./moments.ts";
import type { Shape } from "./block.ts";

/**
 * Where a day's numbers stand: CONTACT_COUNTERS for each row of contacts (the types and, of several, all together last), then
 * GROUP_COUNTERS of all groups together, then the day's line in the ledger, where there is one.
 */
export interface DayColumns {
  readonly rows: number;
  readonly width: number;
  readonly groups: number;
  readonly ledger: number;
}

export function dayColumns({ rows, ledger }: Pick<Shape, "rows" | "ledger">): DayColumns {
  const groups = rows * CONTACT_COUNTERS, end = groups + GROUP_COUNTERS;
  return { rows, groups, ledger: end, width: end + ledgerWidth(ledger) };
}

/** Collects the whole days of a block, as day x columns. */
export class DayTotals {
  private readonly shape: Shape;
  private readonly columns: DayColumns;
  private readonly values: Float64Array;
  private readonly rota: Float64Array; // of all groups, what every day has
  private days = 0;

  constructor(shape: Shape, mostDays: number) {
    this.shape = shape;
    this.columns = dayColumns(shape);
    this.values = new Float64Array(mostDays * this.columns.width);
    this.rota = rotaOfAll(shape);
  }

  add(record: DayRecord): void {
    const { contacts, groups } = record, { rows, intervals, ledger } = this.shape, { width, groups: groupsAt } = this.columns, from = this.days++ * width, { values } = this;
    for (let row = 0; row < rows; row++) addCell(values, from + row * CONTACT_COUNTERS, contacts, row * (intervals + 1) + intervals, this.shape.contacts);
    values.set(this.rota, from + groupsAt);
    const cells = intervals + 2;
    for (let cell = cells - 1; cell < this.shape.groups.cells; cell += cells) addCell(values, from + groupsAt, groups, cell, this.shape.groups);
    if (ledger !== null) writeLedgerLine(ledger, record, rows, intervals, values, from + this.columns.ledger);
  }

  take(): Float64Array {
    const taken = this.values.slice(0, this.days * this.columns.width);
    this.values.fill(0);
    this.days = 0;
    return taken;
  }
}

/** Add a cell's counters, written out or as they follow from its main number. */
function addCell(values: Float64Array, at: number, { main, detailed, counters }: Cells, cell: number, { counters: count, followMain }: MomentsShape): void {
  if (detailed[cell] === 1) for (let counter = 0; counter < count; counter++) values[at + counter] += counters[cell * count + counter];
  else for (const counter of followMain) values[at + counter] += main[cell];
}

function rotaOfAll({ intervals, groups: { cells, everyDay } }: Shape): Float64Array {
  const all = new Float64Array(GROUP_COUNTERS);
  if (everyDay === undefined) return all;
  for (let cell = intervals + 1; cell < cells; cell += intervals + 2) for (let counter = 0; counter < GROUP_COUNTERS; counter++) all[counter] += everyDay[cell * GROUP_COUNTERS + counter];
  return all;
}
