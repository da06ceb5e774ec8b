// Results as three CSV files.

import { join } from "node:path";
import Papa from "papaparse";
import type { Result } from "../study/result.ts";
import type { OutputFile } from "./outputs.ts";
import { tableNames, tablesOf, type Row } from "./resultRows.ts";

export const csvNames = tableNames.map((name) => `${name}.csv`);

export function csvFiles(folder: string, results: readonly Result[]): OutputFile[] {
  return tablesOf(results).map(({ rows }, i) => ({ path: join(folder, csvNames[i]), content: toCsv(rows) }));
}

/** One table as CSV. Text that a spreadsheet would take for a formula is quoted with an apostrophe. */
export function toCsv(rows: readonly Row[]): string {
  return `${Papa.unparse([...rows], { escapeFormulae: true, newline: "\r\n" })}\r\n`;
}
