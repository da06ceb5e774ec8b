// The rows below the heads of a planner's sheet, cell by cell: what is an interval, what is left out, and what is wrong where.

import { formatClock } from "../scenario/clock.ts";
import { limits } from "../scenario/limits.ts";
import { shorten } from "../scenario/shown.ts";
import { readHandleTime, readNumber, readTime } from "./sheetCells.ts";
import type { Cell, Sheet } from "./sheetFile.ts";
import { letters, type Column, type Head } from "./sheetHead.ts";

/** One interval. What could not be read is NaN, and has been told. */
export interface Entry {
  /** From 0. */
  readonly row: number;
  /** Seconds since midnight; the end is null where the sheet tells only the start. */
  readonly from: number;
  readonly to: number | null;
  readonly volume: number;
  readonly agents: number;
  /** Seconds. */
  readonly handleTime: number;
}

/** How a row begins that sums up others. */
export const TOTAL = /^(?:grand |sub-?)?(?:total|sum|average|mean|day|all day|whole day)s?\b/i;

export class SheetRows {
  readonly problems: string[];
  /** Rows that were left out, and why. */
  readonly leftOut: string[] = [];
  readonly entries: readonly Entry[];
  readonly columns: Head["columns"];

  constructor(private readonly sheet: Sheet, head: Head) {
    this.problems = head.problems.map((text) => `row ${head.row + 1}: ${text}`);
    this.columns = head.columns;
    this.entries = this.read(head.row + 1);
    if (this.entries.length === 0) this.problems.push(`row ${head.row + 1}: there are no rows below the heads`);
  }

  /** Blank rows and totals are left out. */
  private read(first: number): Entry[] {
    const entries: Entry[] = [], { rows } = this.sheet;
    let blank = 0, calls = 0;
    for (let row = first; row < rows.length; row++) {
      if (Object.values(this.columns).every((column) => this.cell(row, column) === null)) {
        if (row + 1 < rows.length) blank++; // the last is no row, only the end of the file
      } else if (this.isTotal(row, calls)) {
        this.leftOut.push(`row ${row + 1} is a total: left out`);
      } else {
        const entry = this.entryIn(row);
        calls += entry.volume;
        entries.push(entry);
      }
    }
    if (blank > 0) this.leftOut.push(`${blank} blank ${blank === 1 ? "row" : "rows"} left out`);
    return entries;
  }

  /** A row that says so, or one without a time whose volume is the sum of those above. */
  private isTotal(row: number, calls: number): boolean {
    const time = this.cell(row, this.columns.time);
    if (typeof time === "string") return TOTAL.test(time);
    return time === null && calls > 0 && Math.abs(this.number(row, this.columns.volume) - calls) < 0.01 * calls;
  }

  private entryIn(row: number): Entry {
    const { time: timeColumn, volume: volumeColumn, agents: agentsColumn, handleTime: handleColumn } = this.columns;
    const time = readTime(this.cell(row, timeColumn));
    if (time === null) this.complain(row, timeColumn, "must be a time of day such as 08:30, or a range such as 08:30-09:00");
    const volume = this.number(row, volumeColumn);
    if (!(volume >= 0 && volume <= limits.contactsPerDay)) this.complain(row, volumeColumn, "must be the number of calls in the interval, 0 where none are expected");
    const agents = agentsColumn === undefined ? 0 : this.number(row, agentsColumn);
    if (!(Number.isInteger(agents) && agents >= 0 && agents <= limits.agents)) this.complain(row, agentsColumn, "must be a whole number of agents");
    const handleTime = handleColumn === undefined || volume === 0 ? null : readHandleTime(this.cell(row, handleColumn), this.sheet.semicolons, handleColumn.minutes);
    if (handleTime !== null && !(handleTime > 0 && handleTime <= 86_400)) this.complain(row, handleColumn, "must be a handle time, in seconds or as minutes:seconds");
    return { row, from: time?.from ?? NaN, to: time?.to ?? null, volume, agents, handleTime: handleTime ?? 0 };
  }

  private cell(row: number, column: Column | undefined): Cell {
    return column === undefined ? null : (this.sheet.rows[row][column.index] ?? null);
  }

  private number(row: number, column: Column | undefined): number {
    return readNumber(this.cell(row, column), this.sheet.semicolons);
  }

  complain(row: number, column: Column | undefined, message: string): void {
    const place = column === undefined ? "" : `, column ${letters(column.index)} (${column.head})`;
    this.problems.push(`row ${row + 1}${place} ${message} (got ${shown(this.cell(row, column))})`);
  }
}

/** A cell as messages show it. */
export function shown(cell: Cell): string {
  if (cell === null) return "nothing";
  if (cell instanceof Date) return formatClock(readTime(cell)!.from);
  return shorten(String(cell));
}
