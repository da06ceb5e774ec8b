import { column, type WantedColumn } from "./column.ts";
import { Findings } from "./findings.ts";
import { count, limits } from "./limits.ts";
import type { ProblemList } from "./problemList.ts";
import type { Path } from "./shown.ts";
import { isMapping, leaf, listOf, mappingOf, type Tree } from "./tree.ts";

/** The cells below a column's head, blank rows and totals left out. */
export interface SheetColumn {
  /** For messages: `half-hours.csv`, or `plan.xlsx, Monday`. */
  readonly sheet: string;
  /** For messages: `column B (Calls)`. */
  readonly column: string;
  readonly cells: readonly SheetCell[];
}

export interface SheetCell {
  /** As the sheet counts, from 1. */
  readonly row: number;
  /** NaN where the cell holds none; 0.05 for `5%`. */
  readonly number: number;
  /** For messages: what the cell holds. */
  readonly shown: string;
}

/** Why a column cannot be had, and which of its keys is to blame. */
export interface NoColumn {
  readonly key: keyof WantedColumn;
  readonly refused: string;
}

/** Reads a column, as seen from the file in which it is asked for. */
export type ReadColumn = (wanted: WantedColumn, fromFile: string) => SheetColumn | NoColumn;

const listKeys = new Set(["profile", "ratesPerHour"]);

/** The scenario with the numbers themselves wherever it asks for a column of a sheet; complains where they cannot be had, and leaves those. */
export function withColumns(root: Tree, readColumn: ReadColumn | undefined, problems: ProblemList): Tree {
  const findings = new Findings(root, problems);
  return changed(root, (contacts, section) => (section !== "contacts" ? contacts : changed(contacts, (type, name) => changed(type, (list, key) => {
    const wanted = listKeys.has(key) && isMapping(list) ? column.safeParse(list.value) : undefined;
    if (wanted?.success !== true) return list; // what is wrong with a mapping is the schema's to say
    const path = [section, name, key];
    const read = readColumn?.(wanted.data, (list.entries.get("file")?.tree ?? list).source.file);
    if (read !== undefined && "cells" in read && read.cells.length <= limits.types) return numbersOf(read, list, key);
    findings.value([...path, ...blamed(read)], whyNot(read));
    return list;
  }))));
}

const blamed = (read: SheetColumn | NoColumn | undefined): Path => [read !== undefined && "refused" in read ? read.key : read === undefined ? "file" : "column"];

function whyNot(read: SheetColumn | NoColumn | undefined): string {
  if (read === undefined) return "sheets cannot be read here: write the numbers as a list";
  return "refused" in read ? read.refused : `${read.sheet}: ${read.column} has ${count(read.cells.length)} rows; at most ${count(limits.types)}`;
}

/** The list that stands for a column. Every number knows its cell, so that the rules for lists speak of the sheet. */
function numbersOf({ sheet, column: head, cells }: SheetColumn, { source, from, to }: Tree, key: string): Tree {
  const first = cells.at(0)?.row, last = cells.at(-1)?.row;
  const rows = first === undefined ? "no numbers" : `${cells.length === 1 ? "1 number" : `${cells.length} numbers`} in ${first === last ? `row ${first}` : `rows ${first} to ${last}`}`;
  const items = cells.map(({ row, number, shown }): Tree => {
    // Weights may be shares of the day; contacts an hour are not shares of anything.
    const value = key === "ratesPerHour" && shown.endsWith("%") ? NaN : number;
    return { ...leaf(source, from, to, value), cell: { place: `${sheet}: row ${row}, ${head}`, shown } };
  });
  return { ...listOf({ source, from, to }, items), cell: { place: `${sheet}: ${head}`, shown: rows } };
}

/** A mapping with each of its values changed; itself where none is. */
function changed(tree: Tree, change: (value: Tree, key: string) => Tree): Tree {
  let same = true;
  const entries = Array.from(tree.entries, ([key, entry]) => {
    const value = change(entry.tree, key);
    same &&= value === entry.tree;
    return [key, { ...entry, tree: value }] as const;
  });
  return same ? tree : mappingOf(tree, new Map(entries), tree.removed);
}
