// Tables as CSV.

import Papa from "papaparse";
import type { Row } from "./resultRows.ts";

/** One table as CSV. Text that a spreadsheet would take for a formula is quoted with an apostrophe. */
export function toCsv(rows: readonly Row[]): string {
  return `${Papa.unparse([...rows], { escapeFormulae: true, newline: "\r\n" })}\r\n`;
}
