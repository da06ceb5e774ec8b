// Which row of an export has the heads and which column is which: by the names, checked against the first rows, or as --map says.

import { shorten } from "../scenario/shown.ts";
import { InputError, shownPath } from "./exit.ts";
import { DAY, HOUR, isEmpty, lengthForm, readCount, readLength, readWhen, type LengthForm } from "./exportCells.ts";
import { COLUMN_NAMES, COLUMNS, nameHead, plainHead, unitIn, type ColumnName } from "./exportHeads.ts";
import { turned, type Table } from "./exportTable.ts";
import type { Cell } from "./sheetFile.ts";
import { letters } from "./sheetHead.ts";

export interface Column {
  readonly index: number;
  /** As the file has it, fit to be shown. */
  readonly head: string;
  readonly rank: number;
  /** Seconds of one, where its figures are plain numbers. */
  readonly unit: number;
  /** How most of its lengths of time are written. */
  readonly form: LengthForm;
  /** Whether plain numbers of shares are per cent. */
  readonly points: boolean;
  /** Whether its cells are yes and no, true and false, or 1 and 0. */
  readonly isFlag: boolean;
  /** Whether the head says that it is an average. */
  readonly isMean: boolean;
}

export type Columns = Partial<Record<ColumnName, Column>>;

export interface Layout {
  readonly table: Table;
  /** From 0. */
  readonly headRow: number;
  readonly columns: Columns;
  readonly kind: "calls" | "intervals";
  /** Columns that could have been chosen as well. */
  readonly notes: readonly string[];
}

const FARTHEST = 50;
const MOMENTS: readonly ColumnName[] = ["date", "time", "end", "queueStart", "queueEnd", "answeredAt", "endedAt"];
const LENGTHS: readonly ColumnName[] = ["handle", "talk", "hold", "wrap", "handleTotal", "staffedTime", "wait", "waitAnswered", "waitAbandoned"];
const COUNTS: readonly ColumnName[] = ["offered", "answered", "abandoned", "inTime", "agents"];
const SHARES: readonly ColumnName[] = ["serviceLevel", "abandonmentRate", "answerRate"];
const FLAG = /^(?:y|n|yes|no|true|false|t|f|0|1|0\.0|1\.0)$/i;

/** "column D (Calls Offered)" */
export const placeOf = ({ index, head }: Pick<Column, "index" | "head">, { isTurned }: Table): string => `${isTurned === true ? `row ${index + 1}` : `column ${letters(index)}`} (${head})`;

/** @param map as typed: column=head */
export function findLayout(file: string, tables: readonly Table[], map: readonly string[]): Layout {
  const wanted = readMap(map), candidatesOf = (readings: readonly Table[]) => readings.flatMap((table) => Array.from({ length: Math.min(FARTHEST, table.sample.length) }, (_, headRow) => ({ table, headRow, score: scoreOf(table.sample[headRow], wanted) })));
  const straight = candidatesOf(tables), sideBySide = straight.some(({ score }) => score >= 1) ? [] : candidatesOf(tables.flatMap((table) => turned(table) ?? [])).filter(({ table: { sample }, headRow }) => sample[headRow].some((_, index) => areDates(sample.slice(headRow + 1).map((row) => row[index]))));
  const candidates = [...straight, ...sideBySide], best = candidates.reduce((most, each) => (each.score > most.score ? each : most), candidates[0] ?? { score: 0 });
  if (candidates.length === 0 || best.score === 0) throw new InputError(`${shownPath(file)}: ${nothingFound(file, tables, wanted)}`);
  const { table, headRow } = best, { columns, notes } = columnsIn(table, headRow, wanted), missing = missingFrom(table, headRow, columns, wanted);
  if (missing.length > 0) throw new InputError(missing.map((why) => `${shownPath(file)}:${table.sheet === null ? "" : ` ${shorten(table.sheet)},`} row ${headRow + 1}: ${why}`).join("\n"));
  if (table.isTurned === true) notes.unshift("the file has dates side by side, so its columns are taken as rows: row 2 below is column B");
  return { table, headRow, columns, notes, kind: isOfCalls(columns) ? "calls" : "intervals" };
}

interface Wanted {
  readonly name: ColumnName;
  /** Null: no column at all. */
  readonly head: string | null;
}

function readMap(map: readonly string[]): Wanted[] {
  const problems: string[] = [];
  const wanted = map.flatMap((text): Wanted[] => {
    const at = text.indexOf("="), name = text.slice(0, at).trim(), head = text.slice(at + 1).trim().replace(/^"(.*)"$/, "$1");
    if (at < 1 || head === "") problems.push(`--map ${shorten(text)}: must be a name and the head of a column, as in --map offered="Calls In"`);
    else if (!COLUMN_NAMES.includes(name as ColumnName)) problems.push(`--map ${shorten(text)}: there is no ${shorten(name)}; there are ${COLUMN_NAMES.join(", ")}`);
    else return [{ name: name as ColumnName, head: head === "none" ? null : head }];
    return [];
  });
  if (problems.length > 0) throw new InputError(problems.join("\n"));
  return wanted;
}

const same = (a: string, b: string): boolean => a.replace(/\s+/g, " ").trim().toLowerCase() === b.replace(/\s+/g, " ").trim().toLowerCase();

/** The column of a head; else that of a spreadsheet's letters. */
function indexOf(row: readonly Cell[], head: string): number {
  const byHead = row.findIndex((cell) => typeof cell === "string" && same(cell.replace(/^\ufeff/, ""), head));
  if (byHead >= 0 || !/^[A-Z]{1,2}$/.test(head)) return byHead;
  return row.findIndex((_, index) => letters(index) === head);
}

/** How many columns a row of heads would name; next to nothing where it names no moment and no mapped column. */
function scoreOf(row: readonly Cell[], wanted: readonly Wanted[]): number {
  const names = new Set<ColumnName>(), mapped = wanted.filter(({ head }) => head !== null && indexOf(row, head) >= 0);
  for (const cell of row) {
    const named = typeof cell === "string" ? nameHead(cell) : null;
    if (named !== null) names.add(named.name);
  }
  for (const { name } of mapped) names.add(name);
  const hasMoment = ["date", "time", "queueStart", "answeredAt", "year"].some((name) => names.has(name as ColumnName));
  if (names.size < 2) return 0;
  return hasMoment || mapped.length > 0 ? names.size + 3 * mapped.length : names.size / 100;
}

function columnsIn(table: Table, headRow: number, wanted: readonly Wanted[]): { readonly columns: Columns; readonly notes: string[] } {
  const heads = table.sample[headRow], body = table.sample.slice(headRow + 1).filter((row) => row.length > 1 || heads.length === 1), notes: string[] = [];
  const make = (index: number, rank: number): Column => {
    const head = shorten(String(heads[index] ?? letters(index)).replace(/^\ufeff/, "").trim()), cells = body.map((row) => row[index]).filter((cell) => !isEmpty(cell ?? null));
    const forms = cells.map(lengthForm), often = (form: LengthForm) => forms.filter((each) => each === form).length;
    const numbers = cells.map((cell) => readCount(cell, table.semicolons)).filter((value) => !Number.isNaN(value));
    const small = numbers.length > 0 && numbers.every((value) => value < 1) && numbers.some((value) => value > 0);
    const form = often("clock") >= Math.max(often("number"), often("words"), 1) ? "clock" : often("words") > often("number") ? "words" : "number";
    return {
      index, head, rank, form, isFlag: cells.length > 0 && cells.every((cell) => typeof cell === "boolean" || FLAG.test(String(cell).trim())), isMean: /\bavg\b|\baht\b|\basa\b/.test(plainHead(head)),
      unit: unitIn(head) ?? (small ? DAY : 1), points: numbers.some((value) => value > 1.5),
    };
  };
  const found: Columns = {};
  heads.forEach((cell, index) => {
    const named = typeof cell === "string" ? nameHead(cell) : null, cells = body.map((row) => row[index] ?? null);
    if (named === null) return;
    const name = named.name === "type" && areDirections(cells) ? "direction" : named.name === "answered" && areClocks(cells) ? "answeredAt" : arePercents(cells) && (named.name === "answered" || named.name === "abandoned") ? (named.name === "answered" ? "answerRate" : "abandonmentRate") : named.name, column = make(index, named.rank), other = found[name];
    if (!fits(name, cells, table.semicolons)) {
      if (LENGTHS.includes(name) || COUNTS.includes(name) || SHARES.includes(name)) notes.push(`${placeOf(column, table)} is left aside: by its head it would be ${name}, but most of its figures cannot be read as such`);
      return;
    }
    if (other === undefined || column.rank < other.rank) found[name] = column;
    else if (column.rank === other.rank && COUNTS.includes(name)) notes.push(`${placeOf(column, table)} could be ${name} as well as ${placeOf(other, table)}: --map ${name}=… chooses`);
  });
  for (const { name, head } of wanted) {
    if (head === null) delete found[name];
    else {
      const index = indexOf(heads, head);
      for (const other of COLUMN_NAMES) if (found[other]?.index === index) delete found[other];
      if (index >= 0) found[name] = make(index, 0);
    }
  }
  if (wanted.every(({ name }) => name !== "date") && !STARTS.some((name) => found[name] !== undefined)) {
    const taken = new Set(Object.values(found).map(({ index }) => index)), index = heads.findIndex((_, each) => !taken.has(each) && areDates(body.map((row) => row[each] ?? null)));
    if (index >= 0) found.date = make(index, 9);
  }
  // a column of whole moments needs no other; a date beside a column that has dates itself says the same
  if (found.time === undefined && found.date === undefined) found.time = found.queueStart ?? found.answeredAt;
  if (isOfCalls(found) && found.endedAt === undefined && found.end !== undefined) {
    found.endedAt = found.end;
    delete found.end;
  }
  const unitless = LENGTHS.flatMap((name) => { const column = found[name]; return column === undefined || column.form !== "number" || column.unit !== 1 || unitIn(column.head) !== null ? [] : [[name, column] as const]; });
  if (unitless.some(([, column]) => isInMilliseconds(column, found, body, table.semicolons))) {
    for (const [name, column] of unitless) found[name] = { ...column, unit: 0.001 };
    notes.push(`lengths of time are taken as milliseconds, since as seconds they would be hours: ${unitless.map(([, column]) => placeOf(column, table)).join(", ")}; other units stand in the head, as in AHT (s)`);
  }
  const utc = STARTS.map((name) => found[name]).find((column) => column !== undefined && body.some((row) => /\d(?:Z|\s?UTC|\+00:?00)$/.test(String(row[column.index] ?? ""))));
  if (utc !== undefined) notes.push(`times in ${placeOf(utc, table)} are in UTC and taken as written: an hour behind British clocks in summer`);
  if (!isOfCalls(found) && found.wait !== undefined && found.waitAnswered === undefined && (found.abandoned ?? found.abandonmentRate ?? found.answered) !== undefined) notes.push(`${placeOf(found.wait, table)} is taken as the wait of all contacts; if it is that of those answered, say so with --map waitAnswered=${JSON.stringify(found.wait.head)}`);
  return { columns: found, notes };
}

/** Where a row may say when it began. */
const STARTS: readonly ColumnName[] = ["date", "time", "queueStart", "answeredAt", "year"];
const LONG_MEAN = 10 * HOUR, LONG_EACH = 5000; // seconds: no mean of an interval is so long, and none of a row's sum divided by its contacts

/** Whether a column's plain numbers, taken as seconds, would be longer than any contact lasts. */
function isInMilliseconds({ index, isMean }: Column, columns: Columns, body: readonly (readonly Cell[])[], semicolons: boolean): boolean {
  const by = isMean || isOfCalls(columns) ? undefined : (columns.answered ?? columns.offered), values = body.map((row) => readCount(row[index] ?? null, semicolons) / (by === undefined ? 1 : readCount(row[by.index] ?? null, semicolons)));
  return median(values.filter((value) => value > 0 && Number.isFinite(value))) > (by === undefined ? LONG_MEAN : LONG_EACH);
}

const DIRECTION = /^(?:in|inbound|incoming|out|outbound|outgoing|internal)$/i;

/** Whether a column says which way calls went, where its head could as well mean their kind. */
function areDirections(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isEmpty(cell));
  return filled.length > 0 && filled.every((cell) => typeof cell === "string" && DIRECTION.test(cell.trim()));
}

/** Whether a column without a telling head has dates or months. */
function areDates(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isEmpty(cell) && !(typeof cell === "string" && /^note|^source|^\*|total|^\d{4}[-/]\d{2,4}$/i.test(cell.trim()))), dates = filled.filter((cell) => isMonthName(cell) || cell instanceof Date || (typeof cell === "string" && !/^[\d.]+$/.test(cell.trim()) && ((readWhen(cell, "day first") ?? readWhen(cell, "month first"))?.day ?? null) !== null));
  return dates.length >= 0.7 * filled.length && dates.length > 1;
}

/** Whether a column has shares, where its head could as well mean a count. */
const arePercents = (cells: readonly Cell[]): boolean => cells.some((cell) => !isEmpty(cell)) && cells.every((cell) => isEmpty(cell) || (typeof cell === "string" && cell.includes("%")));

/** Whether a column has moments, where its head could as well mean a count. */
function areClocks(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isEmpty(cell));
  return filled.length > 0 && filled.every((cell) => cell instanceof Date || (typeof cell === "string" && cell.includes(":") && readWhen(cell, "day first") !== null));
}

/** Whether most of what a column has is what its head makes of it. */
function fits(name: ColumnName, cells: readonly Cell[], semicolons: boolean): boolean {
  const filled = cells.filter((cell) => !isEmpty(cell));
  if (filled.length === 0) return cells.length === 0 || !MOMENTS.includes(name) || name === "answeredAt" || name === "queueStart";
  const most = (is: (cell: Cell) => boolean) => filled.filter(is).length >= 0.5 * filled.length;
  if (MOMENTS.includes(name)) return most((cell) => readWhen(cell, "day first") !== null || readWhen(cell, "month first") !== null || (name === "time" && isHour(cell)) || (name === "date" && (isMonthName(cell) || isQuarterName(cell))));
  if (LENGTHS.includes(name)) return most((cell) => !Number.isNaN(readLength(cell, semicolons, 1)));
  if (SHARES.includes(name)) return most((cell) => !Number.isNaN(readCount(typeof cell === "string" ? cell.replace("%", "") : cell, semicolons)));
  if (name === "direction") return most((cell) => /in|out/i.test(String(cell)));
  if (name === "offered" || name === "threshold" || name === "agents" || name === "inTime") return most((cell) => !Number.isNaN(readCount(cell, semicolons)));
  if (name === "answered" || name === "abandoned") return most((cell) => typeof cell === "boolean" || FLAG.test(String(cell)) || !Number.isNaN(readCount(cell, semicolons)));
  return true;
}

export const isMonthName = (cell: Cell): boolean => typeof cell === "string" && /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$/i.test(cell.trim());

/** "Q3", beside a year */
export const isQuarterName = (cell: Cell): boolean => typeof cell === "string" && /^Q(?:uarter )?[1-4]$/i.test(cell.trim());

/** "8" or "17", an hour of the day. */
export const isHour = (cell: Cell): boolean => (typeof cell === "number" || (typeof cell === "string" && /^\d{1,2}$/.test(cell.trim()))) && Number.isInteger(Number(cell)) && Number(cell) >= 0 && Number(cell) < 24;

/** One row a call: it says what became of this one, and counts none. */
function isOfCalls({ offered, answered, abandoned, answerRate, abandonmentRate, outcome, answeredAt, endedAt, id, agent, key, wait, handle, talk, waitAnswered }: Columns): boolean {
  const counts = (column: Column | undefined) => column !== undefined && !column.isFlag;
  if (offered !== undefined && offered.rank < 2 && !offered.isFlag) return false;
  if (counts(answered) && (counts(abandoned) || (offered ?? answerRate ?? abandonmentRate) !== undefined)) return false;
  const flags = answered?.isFlag === true || abandoned?.isFlag === true;
  if (outcome !== undefined || flags || answeredAt !== undefined || endedAt !== undefined) return true;
  if (offered !== undefined) return false;
  return (id ?? agent ?? key) !== undefined && (wait ?? handle ?? talk ?? waitAnswered) !== undefined;
}

function missingFrom({ sample }: Table, headRow: number, columns: Columns, wanted: readonly Wanted[]): string[] {
  const row = sample[headRow], absent = wanted.filter(({ head }) => head !== null && indexOf(row, head) < 0).map(({ name, head }) => `--map ${name}=${shorten(head ?? "")}: there is no such column; ${sawIn(row)}`);
  if (absent.length > 0) return absent;
  if (columns.date === undefined && columns.time === undefined) return [`no column says when: ${wantedWords(["date", "time"])}; put one before the others if there is none; ${sawIn(row)}`];
  if (isOfCalls(columns) || columns.offered !== undefined || (columns.answered !== undefined && (columns.abandoned ?? columns.abandonmentRate ?? columns.answerRate) !== undefined)) return [];
  return [`no column says how many: ${wantedWords(["offered", "answered", "abandoned"])}, or for a row a call ${wantedWords(["outcome", "answeredAt"])}; ${sawIn(row)}`];
}

const wantedWords = (names: readonly ColumnName[]): string => names.map((name) => `${name} (${COLUMNS[name]})`).join(", ");

/** What stands in a row of heads; rows of data are not shown, since they may name people. */
function sawIn(row: readonly Cell[]): string {
  const heads = row.filter((cell) => !isEmpty(cell)).map((cell) => (typeof cell === "string" && !/\d{4}|@/.test(cell) ? shorten(cell.replace(/^\ufeff/, "").trim()) : "…"));
  return `the columns are ${heads.slice(0, 60).join(", ")}${heads.length > 60 ? " …" : ""}. Say which is which with --map, as in --map offered="Calls In"`;
}

function nothingFound(_: string, tables: readonly Table[], wanted: readonly Wanted[]): string {
  const widest = tables.flatMap(({ sample }) => sample.slice(0, FARTHEST)).reduce<readonly Cell[]>((most, row) => (row.filter((cell) => typeof cell === "string" && /[a-z]/i.test(cell)).length > most.filter((cell) => typeof cell === "string" && /[a-z]/i.test(cell)).length ? row : most), []);
  const likelyHeads = widest.length > 0 && widest.every((cell) => isEmpty(cell) || (typeof cell === "string" && readWhen(cell, "day first") === null && Number.isNaN(readCount(cell, false))));
  if (tables.some(({ sample }) => sample.slice(0, FARTHEST).some((row) => row.length > 3 && areDates(row.slice(1))))) return "dates stand side by side, but no row is named as what it counts, such as Calls Offered, Calls Answered; name the rows so, or give each date a row of its own";
  if (!likelyHeads) return "there is no row of heads: the first row must name the columns, such as Date, Time, Calls Offered, Calls Answered, Calls Abandoned";
  return `no usable column: ${wanted.length > 0 ? "none is called as --map says; " : ""}${sawIn(widest)}`;
}

function median(values: readonly number[]): number {
  return values.length === 0 ? 0 : [...values].sort((a, b) => a - b)[values.length >> 1];
}
