// A telephone system's export from the disk to counts: which columns it has, what it says, and what was left out and why.

import { civilOf } from "../scenario/civilDate.ts";
import { count } from "../scenario/limits.ts";
import { shorten } from "../scenario/shown.ts";
import type { CallTimes, History, Period, Redials } from "../study/fitHistory.ts";
import { InputError, shownPath } from "./exit.ts";
import { CallRows } from "./exportCalls.ts";
import { isEmpty, readLength, type DateOrder } from "./exportCells.ts";
import { findLayout, placeOf, type Layout } from "./exportColumns.ts";
import { gridOf } from "./exportGrid.ts";
import { COLUMN_NAMES, type ColumnName, plainHead, thresholdIn } from "./exportHeads.ts";
import { IntervalRows, type Entry } from "./exportRows.ts";
import { openTables } from "./exportTable.ts";
import { Moments, OtherOrder } from "./moments.ts";
import { RowFaults, type LeftOut } from "./rowFaults.ts";

export interface Export {
  readonly kind: "calls" | "intervals" | "days" | "periods";
  /** Of days, in steps; null where rows are longer than days. */
  readonly history: History | null;
  readonly periods: readonly Period[];
  readonly every: "week" | "month" | "quarter" | null;
  /** Of each type of the history; only of single calls. */
  readonly times: readonly CallTimes[] | null;
  readonly redials: Redials | null;
  readonly rows: number;
  readonly leftOut: readonly LeftOut[];
  /** Which column was taken for what, as in `offered: column D (Calls Offered)`. */
  readonly columns: readonly string[];
  readonly notes: readonly string[];
  /** Seconds: the threshold that the file's own service level has; null where it does not say. */
  readonly threshold: number | null;
}

export interface ReadOptions {
  readonly map: readonly string[];
  /** Seconds, of which single calls are answered in time. */
  readonly within: number;
  /** Seconds, into which single calls are counted. */
  readonly interval: number;
}

export async function readExport(file: string, options: ReadOptions): Promise<Export> {
  const layout = findLayout(file, await openTables(file), options.map);
  try {
    return await readIn(file, layout, options, "day first");
  } catch (error) {
    if (!(error instanceof OtherOrder)) throw error;
    if (error.message === "both") throw mixedOrders(file);
  }
  try {
    return await readIn(file, layout, options, "month first");
  } catch (error) {
    throw error instanceof OtherOrder ? mixedOrders(file) : error;
  }
}

/** What rows of intervals have no use for. */
const OF_CALLS: readonly ColumnName[] = ["outcome", "queueStart", "queueEnd", "answeredAt", "endedAt", "key", "agent", "id"];

/** Rows out of line up to this share are a slip; more are a file that means something else. */
const FEW_SHIFTED = 0.01;

const mixedOrders = (file: string): InputError => new InputError(`${shownPath(file)}: some dates can only be day/month/year and others only month/day/year; write all one way, best as 2026-09-01`);

/** The threshold of a column that has the same in all rows; null where there is none. Seconds. */
function thresholdOf({ columns: { threshold }, headRow, table: { sample, semicolons } }: Layout): number | null {
  if (threshold === undefined) return null;
  const told = new Set(sample.slice(headRow + 1).map((row) => row[threshold.index] ?? null).filter((cell) => !isEmpty(cell)).map((cell) => readLength(cell, semicolons, threshold.unit))), [first] = told;
  return told.size === 1 && first > 0 ? first : null;
}

/** Whether dates that could be read both ways, as 1/1/2024, 2/1/2024 …, are rather the firsts of months than the first days of Januaries. */
function isMonthFirst(entries: readonly Entry[], head: string): boolean {
  const days = new Set(entries.map(({ day }) => day)), dates = [...days].map((day) => civilOf(day));
  return days.size >= 3 && dates.every(({ month }) => month === 1) && (/month/i.test(head) || new Set(dates.map(({ year }) => year)).size > 1);
}

async function readIn(file: string, layout: Layout, options: ReadOptions, order: DateOrder): Promise<Export> {
  const moments = new Moments(order), faults = new RowFaults(), { headRow, columns, table } = layout;
  const calls = layout.kind === "calls" ? new CallRows(layout, moments, faults, options.within, options.interval) : null, intervals = calls === null ? new IntervalRows(layout, moments, faults) : null;
  const heads = table.sample[headRow].length;
  let shifted = 0;
  await table.read((rows, first) => {
    for (let i = Math.max(0, headRow + 1 - first); i < rows.length; i++) {
      if (rows[i].length > heads && rows[i].slice(heads).some((cell) => !isEmpty(cell))) {
        faults.add("it has more cells than there are heads, so its figures stand under the wrong ones; put quotes about figures such as 1,234, or export them without the comma", first + i + 1, FEW_SHIFTED);
        shifted++;
      } else (calls ?? intervals)?.add(rows[i], first + i + 1);
    }
  });
  const rows = shifted + (calls?.rows ?? intervals?.rows ?? 0), grid = intervals === null ? null : gridOf(intervals.entries, intervals.known, faults, /ending|ended/.test(plainHead(columns.date?.head ?? "")));
  calls?.finish();
  const where = `${shownPath(file)}:${table.sheet === null ? "" : ` ${shorten(table.sheet)},`}`, problems = faults.problems(Math.max(1, rows));
  if (rows === 0) throw new InputError(`${where} there are no rows below the heads in row ${headRow + 1}`);
  if (problems.length > 0) throw new InputError(problems.map((problem) => `${where} ${problem}`).join("\n"));
  const history = calls?.history ?? (grid !== null && "history" in grid ? grid.history : null), periods = grid !== null && "periods" in grid ? grid.periods : [];
  if (order === "day first" && !moments.sure && moments.ambiguous && intervals !== null && isMonthFirst(intervals.entries, columns.date?.head ?? "")) throw new OtherOrder("month first");
  if (periods.length === 0 && (history === null || history.allDays().length === 0)) throw new InputError([...faults.leftOut.map((each) => `${where} ${count(each.rows)} rows: ${each.why}`), `${where} no row is left to fit anything to`].join("\n"));
  const level = columns.serviceLevel ?? columns.inTime;
  return {
    kind: calls !== null ? "calls" : history === null ? "periods" : history.slots === 1 ? "days" : "intervals", history, periods, every: grid !== null && "every" in grid ? grid.every : null,
    times: calls?.times ?? null, redials: calls?.redials.counts ?? null, rows, leftOut: faults.leftOut,
    columns: COLUMN_NAMES.flatMap((name) => (columns[name] === undefined || (calls === null && OF_CALLS.includes(name)) ? [] : [`${name}: ${placeOf(columns[name], table)}`])),
    notes: [...layout.notes, ...(order === "month first" ? [moments.sure ? "dates are month/day/year, as some of them can be nothing else" : "dates such as 4/1/2026 were taken as month/day/year, since they are the firsts of months then"] : moments.sure || !moments.ambiguous ? [] : ["dates such as 3/4/2026 were taken as day/month/year"])],
    threshold: (level === undefined ? null : thresholdIn(level.head)) ?? thresholdOf(layout),
  };
}
