// Rows of intervals, days or months: read cell by cell into counters, and everything that cannot be counted told by its row.

import {
  ABANDONED, AGENT_TIME, ANSWERED, FIELDS, HANDLE, HANDLED, IN_TIME, OFFERED, ROWS, WAIT_ABANDONED, WAIT_ANSWERED, type Field,
} from "../study/fitHistory.ts";
import { dayNumber } from "../scenario/civilDate.ts";
import { isEmpty, isOutward, lengthForm, OUTWARD, readCount, readLength, readShare, shapeOfCell } from "./exportCells.ts";
import { isHour, isMonthName, isQuarterName, type Column, type Layout } from "./exportColumns.ts";
import type { Moments } from "./moments.ts";
import type { RowFaults } from "./rowFaults.ts";
import type { Cell } from "./sheetFile.ts";
import { TOTAL } from "./sheetRows.ts";
import { typeName } from "./typeName.ts";

/** A row as far as it could be read. */
export interface Entry {
  readonly row: number;
  /** Days since 1970. */
  readonly day: number;
  readonly isMonth: boolean;
  /** Of a quarter of a year, of which `day` is the first. */
  readonly isQuarter: boolean;
  /** Seconds since midnight; null where the row tells only a date. */
  readonly from: number | null;
  readonly to: number | null;
  readonly type: string;
  readonly counters: Float64Array;
}

const FEW = 0.01, MANY = 0.2;

export class IntervalRows {
  readonly entries: Entry[] = [];
  readonly known = new Set<Field>();
  rows = 0;
  private lastDay: number | null = null;
  /** The years of months that are named without one. */
  private years: Years | null = null;
  private readonly blankIsNone: ReadonlySet<Column>;
  private readonly sums: Partial<Record<"handle" | "talk" | "hold" | "wrap" | "wait", boolean>>;

  constructor(private readonly layout: Layout, private readonly moments: Moments, private readonly faults: RowFaults) {
    const { columns } = layout, has = (...fields: Field[]) => fields.forEach((field) => this.known.add(field));
    if (columns.answered !== undefined || columns.answerRate !== undefined || (columns.offered !== undefined && (columns.abandoned ?? columns.abandonmentRate) !== undefined)) has(ANSWERED);
    if (columns.abandoned !== undefined || columns.abandonmentRate !== undefined || (columns.offered !== undefined && (columns.answered ?? columns.answerRate) !== undefined)) has(ABANDONED);
    if (columns.inTime !== undefined || columns.serviceLevel !== undefined) has(IN_TIME);
    if ((columns.handle ?? columns.talk ?? columns.handleTotal) !== undefined) has(HANDLE);
    if ((columns.waitAnswered ?? columns.wait) !== undefined) has(WAIT_ANSWERED);
    if (columns.waitAbandoned !== undefined || (columns.wait !== undefined && columns.waitAnswered === undefined)) has(WAIT_ABANDONED);
    if ((columns.agents ?? columns.staffedTime) !== undefined) has(AGENT_TIME);
    this.lastDay = this.dayAbove();
    this.years = yearsIn(columns.date?.head ?? "") ?? this.yearsAbove();
    this.blankIsNone = new Set([columns.offered, columns.answered, columns.abandoned, columns.inTime].filter((column) => column !== undefined && this.isBlankWhereNone(column)) as Column[]); // the filter leaves no other
    this.sums = Object.fromEntries((["handle", "talk", "hold", "wrap", "wait"] as const).map((name) => [name, this.isSum(columns[name])]));
  }

  /** The one date in the lines above the heads, as reports of one day have it; null where there are several. */
  private dayAbove(): number | null {
    const { table: { sample }, headRow, columns } = this.layout;
    if (columns.date !== undefined) return null;
    const said = sample.slice(0, headRow).flat().flatMap((cell): Cell[] => (typeof cell === "string" ? [cell, ...(cell.match(DATE_IN_TEXT) ?? [])] : [cell]));
    const days = new Set(said.map((cell) => this.moments.read(cell)?.day ?? null).filter((day) => day !== null)), [first] = days;
    return days.size === 1 ? first : null;
  }

  /** The one year, or financial year, in the lines above the heads. */
  private yearsAbove(): Years | null {
    const { table: { sample }, headRow } = this.layout, said = sample.slice(0, headRow).flat().flatMap((cell) => String(cell ?? "").match(/\b20\d\d\s?[-/]\s?(?:20)?\d\d\b|\b20\d\d\b/g) ?? []);
    return new Set(said).size === 1 ? yearsIn(said[0]) : null;
  }

  /** Whether a column of counts has nothing where others have 0. */
  private isBlankWhereNone({ index }: Column): boolean {
    const { table: { sample }, headRow } = this.layout, cells = sample.slice(headRow + 1).map((row) => row[index] ?? null);
    return cells.some((cell) => isEmpty(cell)) && !cells.some((cell) => !isEmpty(cell) && Number(cell) === 0);
  }

  /** Whether a column's lengths of time are those of all contacts together: far longer than one, and a likely length once divided. */
  private isSum(column: Column | undefined): boolean {
    const { columns: { offered, answered }, table: { sample, semicolons }, headRow } = this.layout, by = answered ?? offered;
    if (column === undefined || by === undefined || column.isMean) return false;
    const ratios = sample.slice(headRow + 1).map((row) => [readLength(row[column.index] ?? null, semicolons, column.unit), readCount(row[by.index] ?? null, semicolons)]).filter(([length, count]) => length > 0 && count >= 5);
    const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
    return middle(ratios.map(([length]) => length)) > 1500 && middle(ratios.map(([length, count]) => length / count)) < 1500;
  }

  add(cells: readonly Cell[], row: number): void {
    if (cells.every((cell) => isEmpty(cell))) return;
    this.rows++;
    const { columns } = this.layout, at = (column: Column | undefined): Cell => (column === undefined ? null : (cells[column.index] ?? null));
    const sums = [columns.date, columns.time, columns.year].map(at).some((cell) => typeof cell === "string" && (TOTAL.test(cell) || TOTAL_BEHIND.test(cell))), type = at(columns.type);
    if (sums || (typeof type === "string" && TOTAL_ALONE.test(type.trim())) || (isEmpty(at(columns.date ?? columns.time)) && cells.some((cell) => typeof cell === "string" && TOTAL.test(cell)))) return this.faults.add("it is a total; nothing to do", row, 1);
    if (FIGURES.every((name) => isEmpty(at(columns[name]))) && [columns.date, columns.time].every((column) => isNote(at(column), this.moments))) return this.faults.add("it is a note without figures; nothing to do", row, 1);
    if (columns.direction !== undefined && isOutward(at(columns.direction))) return this.faults.add(OUTWARD, row, 1);
    const when = this.whenOf(at, row);
    if (when === null) return;
    const counters = this.countersOf(at, row);
    if (counters === null) return;
    counters[ROWS] = row;
    this.entries.push({ row, ...when, type: columns.type === undefined ? "calls" : isEmpty(at(columns.type)) ? "other" : typeName(String(at(columns.type))), counters });
  }

  private whenOf(at: (column: Column | undefined) => Cell, row: number): Pick<Entry, "day" | "isMonth" | "isQuarter" | "from" | "to"> | null {
    const { date, time, end, year } = this.layout.columns, { moments } = this;
    let day: number | null = null, isMonth = false, isQuarter = false, from: number | null = null, to: number | null = null;
    for (const column of [date, time]) {
      const cell = at(column);
      if (column === undefined || isEmpty(cell)) continue;
      const whole = column === date ? yearsIn(String(cell)) : null;
      if (whole !== null && (moments.read(cell)?.day ?? null) === null) {
        const isHead = Number.isNaN(readCount(at(this.layout.columns.offered ?? this.layout.columns.answered), this.layout.table.semicolons));
        if (isHead) this.years = whole;
        this.faults.add(isHead ? "it has heads; nothing to do" : "it stands for a whole year; nothing to do", row, 1);
        return null;
      }
      if (isMonthName(cell) || isQuarterName(cell) || (year !== undefined && column === date && isMonthNumber(cell))) {
        this.years = yearsIn(String(at(year) ?? "")) ?? this.years; // a year may stand only in its first row
        if (this.years === null) {
          this.faults.add("it names a month without a year; add a column Year", row, 0);
          return null;
        }
        const { first, isFinancial } = this.years, month = isQuarterName(cell) ? 3 * Number(String(cell).trim().slice(-1)) - 2 + (isFinancial ? 3 : 0) : isMonthName(cell) ? monthIn(String(cell)) : Number(cell), m = month > 12 ? month - 12 : month;
        day = dayNumber(first + (isFinancial && m < 4 ? 1 : 0), m, 1);
        isMonth = true;
        isQuarter = isQuarterName(cell);
        continue;
      }
      if (column === time && (date !== undefined || day !== null) && isHour(cell) && !(typeof cell === "number" && cell === 0)) {
        from = Number(cell) * 3600;
        continue;
      }
      const when = column === time && Number(cell) === 0 ? { day: null, seconds: 0, until: null, isMonth: false, isQuarter: false } : moments.read(cell);
      if (when === null) {
        this.faults.add(`its ${column === date ? "date" : "time"} cannot be read (${column.head}: ${shapeOfCell(cell)}); write it as ${column === date ? "2026-09-01 or 01/09/2026" : "08:30"}`, row, MANY);
        return null;
      }
      day = when.day ?? day;
      isMonth ||= when.isMonth;
      isQuarter ||= when.isQuarter;
      from = when.seconds ?? (when.day !== null && column === time && date !== undefined && !isMonth ? 0 : from);
      to = when.until ?? to;
    }
    if (day === null && from !== null && this.lastDay !== null) day = this.lastDay; // the date stands only in a day's first row
    if (day === null) {
      this.faults.add("it has no date; name the column with --map date=… (a single day without a date is for callhall new --from)", row, MANY);
      return null;
    }
    this.lastDay = day;
    const ends = end === undefined || isEmpty(at(end)) ? null : moments.read(at(end));
    if (ends !== null && ends.seconds !== null && from !== null) to ??= ends.day !== null && ends.day > day ? 86_400 : ends.seconds === 0 ? 86_400 : ends.seconds;
    else if (ends !== null && ends.day === day + 1 && from !== null) to ??= 86_400;
    return { day, isMonth, isQuarter, from, to };
  }

  /** What the row counts; null where it is told that something cannot be read or cannot be. */
  private countersOf(at: (column: Column | undefined) => Cell, row: number): Float64Array | null {
    const { columns, table: { semicolons } } = this.layout, made = new Float64Array(FIELDS);
    let isWrong = false;
    const complain = (why: string, atMost: number) => {
      if (!isWrong) this.faults.add(why, row, atMost);
      isWrong = true;
    };
    const number = (column: Column | undefined, what: "count" | "length" | "share"): number => {
      const cell = at(column);
      if (column === undefined || isEmpty(cell)) return column !== undefined && this.blankIsNone.has(column) ? 0 : NaN;
      const value = what === "count" ? readCount(cell, semicolons) : what === "share" ? readShare(cell, semicolons, column.points) : readLength(cell, semicolons, column.unit);
      if (Number.isNaN(value)) complain(`${column.head} cannot be read as a ${what === "length" ? "length of time" : what === "share" ? "share" : "number"} (${shapeOfCell(cell)}); correct it`, MANY);
      else if (value < 0) complain(`${column.head} is below 0; correct it`, FEW);
      else if (what === "length" && value > 0 && lengthForm(cell) !== column.form) complain(`${column.head} has two kinds of figures in one column, lengths such as 0:05:30 and plain numbers; write all the same way`, FEW);
      else if (what === "share" && value > 1.0001) complain(`${column.head} is a share above 100%; correct it`, FEW);
      return value;
    };
    const given = { offered: number(columns.offered, "count"), answered: number(columns.answered, "count"), abandoned: number(columns.abandoned, "count") };
    const answerRate = number(columns.answerRate, "share"), abandonmentRate = number(columns.abandonmentRate, "share");
    const offered = Number.isNaN(given.offered) ? given.answered + given.abandoned : given.offered;
    if (Number.isNaN(offered)) {
      const isBlank = isEmpty(at(columns.offered)) && isEmpty(at(columns.answered));
      if (isBlank) complain("it says not how many came; fill in 0 where nobody did", 1);
      else if (!isWrong) complain("it says not how many came: answered or abandoned is missing; fill it in", MANY);
      return null;
    }
    const abandoned = first(given.abandoned, offered - given.answered, offered * abandonmentRate, offered * (1 - answerRate));
    const answered = first(given.answered, offered - given.abandoned, offered * answerRate, offered * (1 - abandonmentRate));
    made[OFFERED] = offered;
    made[ANSWERED] = Math.max(0, answered || 0);
    made[ABANDONED] = Math.max(0, abandoned || 0);
    const inTime = number(columns.inTime, "count"), level = number(columns.serviceLevel, "share");
    made[IN_TIME] = first(inTime, level * offered, 0);
    if (inTime > Math.max(offered, made[ANSWERED])) complain(`more answered in time (${columns.inTime?.head}) than were offered; correct it`, FEW);
    const handle = this.handleOf((name) => number(columns[name], "length"), made[ANSWERED] || offered);
    if (handle > 0) {
      made[HANDLED] = this.known.has(ANSWERED) ? made[ANSWERED] : offered;
      made[HANDLE] = handle;
    }
    const wait = number(columns.wait, "length") / (this.sums.wait === true ? offered || 1 : 1), waitAnswered = first(number(columns.waitAnswered, "length"), wait), waitAbandoned = first(number(columns.waitAbandoned, "length"), columns.waitAnswered === undefined ? wait : NaN);
    made[WAIT_ANSWERED] = (waitAnswered || 0) * made[ANSWERED];
    made[WAIT_ABANDONED] = (waitAbandoned || 0) * made[ABANDONED];
    const agents = number(columns.agents, "count"), staffed = number(columns.staffedTime, "length");
    made[AGENT_TIME] = Number.isNaN(agents) ? staffed || 0 : -agents; // agents become time once the rows' length is known
    return isWrong ? null : made;
  }

  /** Seconds of all contacts of a row. */
  private handleOf(length: (name: "handle" | "talk" | "hold" | "wrap" | "handleTotal") => number, contacts: number): number {
    const { columns } = this.layout, each = (name: "handle" | "talk" | "hold" | "wrap") => length(name) * (this.sums[name] === true ? 1 : contacts);
    if (columns.handleTotal !== undefined) return length("handleTotal");
    if (columns.handle !== undefined && (columns.handle.rank < 3 || columns.talk === undefined)) return each("handle");
    if (columns.talk === undefined) return NaN;
    return each("talk") + (columns.hold === undefined ? 0 : each("hold") || 0) + (columns.wrap === undefined ? 0 : each("wrap") || 0);
  }
}

/** A year, or one from April; the first of the two. */
interface Years {
  readonly first: number;
  readonly isFinancial: boolean;
}

/** "2024", "2024/25", "FY 2024-25" */
function yearsIn(text: string): Years | null {
  const match = /^(FY\s*)?(20\d\d)(?:\s?[-/]\s?(?:20)?(\d\d))?$/i.exec(text.trim());
  if (match === null || (match[3] !== undefined && Number(match[3]) !== (Number(match[2]) + 1) % 100)) return null; // 2024-11 is a month
  return { first: Number(match[2]), isFinancial: match[3] !== undefined };
}

const DATE_IN_TEXT = /\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)\b|\b\d{1,2}(?:st|nd|rd|th)?[ -][A-Z][a-z]{2,8}[ -]\d{2,4}\b/g;
const TOTAL_ALONE = /^(?:grand |sub-?)?totals?(?: (?:calls|all|of all|for all).*)?$/i; // a queue may be called Day Care
const TOTAL_BEHIND = /\b(?:total|ytd|year to date)\b/i, FIGURES = ["offered", "answered", "abandoned", "inTime", "handle", "talk", "wait", "waitAnswered"] as const;
const isNote = (cell: Cell, moments: Moments): boolean => isEmpty(cell) || typeof cell === "string" && !isMonthName(cell) && yearsIn(cell) === null && moments.read(cell) === null;

const first = (...values: number[]): number => values.find((value) => !Number.isNaN(value)) ?? NaN;
const isMonthNumber = (cell: Cell): boolean => /^\d{1,2}$/.test(String(cell).trim()) && Number(cell) >= 1 && Number(cell) <= 12;
const monthIn = (text: string): number => ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].indexOf(text.trim().slice(0, 3).toLowerCase()) + 1;
