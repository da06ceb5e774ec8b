// A planner's day from a sheet: one row an interval, in order, without gaps. Every problem at its row and column, all at once.

import { formatClock, secondsPerDay } from "../scenario/clock.ts";
import { formatDuration } from "../scenario/duration.ts";
import { count } from "../scenario/limits.ts";
import { scenarioSchema } from "../scenario/schema.ts";
import { shorten } from "../scenario/shown.ts";
import { InputError, shownPath } from "./exit.ts";
import { readSheets } from "./sheetFile.ts";
import { findHead, letters, wanted, type ColumnKind } from "./sheetHead.ts";
import { SheetRows, type Entry } from "./sheetRows.ts";

export interface SheetDay {
  /** Seconds since midnight. */
  readonly from: number;
  readonly to: number;
  /** Seconds. */
  readonly interval: number;
  readonly volumes: readonly number[];
  readonly agents: readonly number[] | null;
  /** Seconds, the mean over all calls; null where the sheet does not say. */
  readonly handleTime: number | null;
  /** Where each came from, as in `column B (Calls)`. */
  readonly columns: Readonly<Partial<Record<ColumnKind, string>>>;
  /** The sheet's name in a workbook. */
  readonly sheet: string | null;
  /** Rows that were left out, and why. */
  readonly leftOut: readonly string[];
}

const MOST_PROBLEMS = 40;

export async function readSheetDay(file: string): Promise<SheetDay> {
  for (const sheet of await readSheets(file)) {
    const head = findHead(sheet);
    if (head === null) continue;
    const rows = new SheetRows(sheet, head), day = dayOf(rows), { problems } = rows;
    if (day !== null && problems.length === 0) return { ...day, sheet: sheet.name };
    const where = `${shownPath(file)}:${sheet.name === null ? "" : ` ${shorten(sheet.name)},`}`, more = problems.length - MOST_PROBLEMS;
    const last = more > 0 ? [`${where} and ${count(more)} more problems`] : [];
    throw new InputError([...problems.slice(0, MOST_PROBLEMS).map((text) => `${where} ${text}`), ...last].join("\n"));
  }
  throw new InputError(`${shownPath(file)}: found nowhere ${wanted}`);
}

/** The day that the rows make together; null where they make none. */
function dayOf(rows: SheetRows): Omit<SheetDay, "sheet"> | null {
  const { entries, columns: { time, volume, agents, handleTime } } = rows, interval = intervalOf(rows);
  if (interval === null) return null;
  checkOrder(rows, interval);
  const calls = total(entries, (entry) => entry.volume), first = entries[0], last = entries[entries.length - 1], to = last.from + interval;
  if (calls === 0) rows.complain(first.row, volume, "must have a number above 0 in some row");
  if (to > secondsPerDay) rows.complain(last.row, time, "must end by midnight");
  return {
    from: first.from, to, interval, leftOut: rows.leftOut,
    volumes: entries.map((entry) => entry.volume),
    agents: agents === undefined ? null : entries.map((entry) => entry.agents),
    handleTime: handleTime === undefined ? null : total(entries, (entry) => entry.volume * entry.handleTime) / calls,
    columns: Object.fromEntries(Object.entries(rows.columns).map(([kind, { index, head }]) => [kind, `column ${letters(index)} (${head})`])),
  };
}

/** The distance between rows that most of them keep, the shorter of equals; null where it cannot be told. */
function intervalOf(rows: SheetRows): number | null {
  const { entries, columns: { time }, problems } = rows;
  const steps = entries.map(({ from, to }, i) => (to ?? entries[i + 1]?.from ?? NaN) - from);
  const often = new Map<number, number>();
  for (const step of steps) if (step > 0) often.set(step, (often.get(step) ?? 0) + 1);
  const [interval] = [...often].sort(([a, timesA], [b, timesB]) => timesB - timesA || a - b)[0] ?? [];
  if (interval === undefined) {
    if (problems.length > 0) return null; // which have told why
    const only = entries.length === 1 ? "must be a range such as 08:30-09:00 where there is only one row" : "must be the first of rows in the order of the day";
    rows.complain(entries[0].row, time, only);
    return null;
  }
  if (scenarioSchema.shape.interval.safeParse(formatDuration(interval)).success) return interval;
  const at = steps.indexOf(interval), { row, from, to } = entries[at];
  rows.complain(to === null ? entries[at + 1].row : row, time, `must be 5m, 10m, 15m, 30m or 60m after ${formatClock(from)}`);
  return null;
}

/** Each row follows the one before; a row without a readable time has been told already. */
function checkOrder(rows: SheetRows, interval: number): void {
  const { entries, columns: { time } } = rows;
  entries.forEach(({ row, from, to }, i) => {
    const due = i === 0 ? from : entries[i - 1].from + interval;
    if (Number.isNaN(due) || Number.isNaN(from)) return;
    if (from !== due) rows.complain(row, time, `must be ${formatClock(due)}, ${formatDuration(interval)} after row ${entries[i - 1].row + 1}`);
    else if (to !== null && to !== from + interval) rows.complain(row, time, `must end at ${formatClock(from + interval)}, as rows of ${formatDuration(interval)} do`);
  });
}

function total(entries: readonly Entry[], of: (entry: Entry) => number): number {
  return entries.reduce((sum, entry) => sum + of(entry), 0);
}
