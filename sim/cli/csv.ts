// Results as CSV files: three, or four where there are sites.

import { join } from "node:path";
import Papa from "papaparse";
import type { Scenario } from "../scenario/schema.ts";
import type { Result } from "../study/result.ts";
import type { OutputFile } from "./outputs.ts";
import { tableNames, tablesOf, type Row } from "./resultRows.ts";

/** The files that the results of some scenarios will be. */
export const csvNames = (scenarios: readonly Scenario[]): string[] => tableNames(scenarios).map((name) => `${name}.csv`);

export function csvFiles(folder: string, results: readonly Result[]): OutputFile[] {
  return tablesOf(results).map(({ name, rows }) => ({ path: join(folder, `${name}.csv`), content: toCsv(rows) }));
}

/** One table as CSV. Text that a spreadsheet would take for a formula is quoted with an apostrophe. */
export function toCsv(rows: readonly Row[]): string {
  return `${Papa.unparse([...rows], { escapeFormulae: true, newline: "\r\n" })}\r\n`;
}
