// One column of a planner's sheet, found by its head.

import type { WantedColumn } from "../scenario/column.ts";
import { nearest } from "../scenario/nearest.ts";
import { shorten } from "../scenario/shown.ts";
import type { NoColumn, SheetCell, SheetColumn } from "../scenario/sheetColumns.ts";
import { shownPath } from "./exit.ts";
import { readNumber } from "./sheetCells.ts";
import type { Cell, Sheet } from "./sheetFile.ts";
import { FARTHEST, letters } from "./sheetHead.ts";
import { shown, TOTAL } from "./sheetRows.ts";

/** Where a head stands, from 0. */
interface Head {
  readonly sheet: Sheet;
  readonly row: number;
  readonly index: number;
}

const MOST_SHOWN = 8;

/** @param sheets of a workbook, or the readings of a text with each divider, as `readSheets` gives them @param file to show */
export function findColumn(sheets: readonly Sheet[], { column, sheet }: WantedColumn, file: string): SheetColumn | NoColumn {
  const isText = sheets.every(({ name }) => name === null);
  if (sheet !== undefined && isText) return { key: "sheet", refused: `${shownPath(file)} is text and has no sheets: leave sheet out` };
  const among = sheet === undefined ? sheets : sheets.filter(({ name }) => name !== null && plain(name) === plain(sheet));
  if (among.length === 0) return { key: "sheet", refused: notThere("sheet", file, sheet ?? "", sheets.flatMap(({ name }) => name ?? [])) };
  const heads = among.flatMap((each) => headsIn(each, column)), head = likeliest(heads);
  if (head === undefined) return { key: "column", refused: notThere("column", file, column, headWords(among)) };
  const others = heads.filter((other) => other.sheet === head.sheet && other.row === head.row);
  if (others.length > 1) {
    const columns = others.map(({ index }) => letters(index)).join(" and ");
    return { key: "column", refused: `${shownPath(file)}: columns ${columns} have the same head in row ${head.row + 1}; rename one` };
  }
  const { name } = head.sheet;
  return {
    sheet: name === null ? shownPath(file) : `${shownPath(file)}, ${shorten(name)}`,
    column: `column ${letters(head.index)} (${shorten(textOf(head.sheet.rows[head.row][head.index]))})`,
    cells: cellsBelow(head),
  };
}

const plain = (text: string): string => text.trim().replace(/\s+/g, " ").toLowerCase();

const textOf = (cell: Cell): string => (typeof cell === "string" || typeof cell === "number" ? String(cell) : "");

const filled = (cells: readonly Cell[]): number => cells.filter((cell) => cell !== null).length;

function headsIn(sheet: Sheet, wanted: string): Head[] {
  return sheet.rows.slice(0, FARTHEST).flatMap((cells, row) => cells.flatMap((cell, index) => (plain(textOf(cell)) === plain(wanted) ? [{ sheet, row, index }] : [])));
}

/**
 * A title may have the words of a head: what stands in a row with other heads goes before it, and so does what has a number below. A text
 * with a single column is divided by nothing, so that a comma in it is what it is without semicolons.
 */
function likeliest(heads: readonly Head[]): Head | undefined {
  const merit = (head: Head) => (filled(head.sheet.rows[head.row]) > 1 ? 4 : 0) + (Number.isNaN(cellsBelow(head).at(0)?.number ?? NaN) ? 0 : 2) + (head.sheet.semicolons ? 0 : 1);
  return heads.reduce<Head | undefined>((best, head) => (best === undefined || merit(head) > merit(best) ? head : best), undefined);
}

/** Down to the last cell that holds anything. */
function cellsBelow({ sheet, row: head, index }: Head): SheetCell[] {
  const cells = sheet.rows.slice(head + 1).flatMap((row, i): SheetCell[] => {
    const first = row.findIndex((each) => each !== null), cell = row[index] ?? null;
    if (first < 0 || (first !== index && TOTAL.test(textOf(row[first])))) return [];
    return [{ row: head + 2 + i, number: numberIn(cell, sheet.semicolons), shown: shown(cell) }];
  });
  const last = cells.findLastIndex(({ row }) => (sheet.rows[row - 1][index] ?? null) !== null);
  return cells.slice(0, last + 1);
}

function numberIn(cell: Cell, semicolons: boolean): number {
  const share = typeof cell === "string" ? /^(.*\d)\s*%$/.exec(cell) : null;
  return share === null ? readNumber(cell, semicolons) : readNumber(share[1], semicolons) / 100;
}

function notThere(what: "sheet" | "column", file: string, word: string, known: readonly string[]): string {
  const meant = nearest(word, known), some = known.slice(0, MOST_SHOWN).map(shorten).join(", ");
  const advice = meant !== undefined ? `did you mean ${shorten(meant)}?` : `it has ${some}${known.length > MOST_SHOWN ? ", …" : ""}`;
  return `${shownPath(file)} has no such ${what}${known.length === 0 ? "" : `; ${advice}`}`;
}

/** The words of the row with most of them: likely the heads. */
function headWords(sheets: readonly Sheet[]): string[] {
  const rows = sheets.flatMap(({ rows: all }) => all.slice(0, FARTHEST).map((cells) => cells.filter((cell) => typeof cell === "string" && Number.isNaN(readNumber(cell, false))).map(String)));
  return rows.reduce((most, row) => (row.length > most.length ? row : most), []);
}
