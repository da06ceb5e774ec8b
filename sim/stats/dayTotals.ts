// What the days of a run were like one by one: kept only where days of several runs are to be compared.

import { CONTACT_COUNTERS, GROUP_COUNTERS, type DayRecord } from "../engine/dayRecord.ts";
import { ledgerWidth, writeLedgerLine } from "./ledger.ts";
import { DAYS, PERIOD_COUNTERS } from "./measures.ts";
import type { Shape } from "./block.ts";
import { addCell } from "./sumCells.ts";

/**
 * Where a day's numbers stand: CONTACT_COUNTERS for each row of contacts (the types and, of several, all together last), then
 * GROUP_COUNTERS of all groups together, then the day's line in the ledger, where there is one.
 */
export interface DayColumns {
  readonly rows: number;
  readonly width: number;
  readonly groups: number;
  readonly ledger: number;
  /** Of a run of a calendar, which stands for a day then: the counters from DAYS on of its periods, for each row. */
  readonly days: number;
}

export function dayColumns({ rows, ledger, calendar }: Pick<Shape, "rows" | "ledger" | "calendar">): DayColumns {
  const groups = rows * CONTACT_COUNTERS, end = groups + GROUP_COUNTERS, days = end + ledgerWidth(ledger);
  return { rows, groups, ledger: end, days, width: days + (calendar === null ? 0 : rows * (PERIOD_COUNTERS - DAYS)) };
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
    for (let row = 0; row < rows; row++) addCell(contacts, row * (intervals + 1) + intervals, CONTACT_COUNTERS, this.shape.contacts.followMain, values, from + row * CONTACT_COUNTERS);
    values.set(this.rota, from + groupsAt);
    const cells = intervals + 2;
    for (let cell = cells - 1; cell < this.shape.groups.cells; cell += cells) addCell(groups, cell, GROUP_COUNTERS, this.shape.groups.followMain, values, from + groupsAt);
    if (ledger !== null) writeLedgerLine(ledger, record, rows, intervals, values, from + this.columns.ledger);
  }

  take(): Float64Array {
    const taken = this.values.slice(0, this.days * this.columns.width);
    this.values.fill(0);
    this.days = 0;
    return taken;
  }
}

function rotaOfAll({ intervals, groups: { cells, everyDay } }: Shape): Float64Array {
  const all = new Float64Array(GROUP_COUNTERS);
  if (everyDay === undefined) return all;
  for (let cell = intervals + 1; cell < cells; cell += intervals + 2) for (let counter = 0; counter < GROUP_COUNTERS; counter++) all[counter] += everyDay[cell * GROUP_COUNTERS + counter];
  return all;
}
