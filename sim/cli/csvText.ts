// A table as the text of a CSV file; nothing of Node, so that a page can make the same file.

import Papa from "papaparse";
import type { Row } from "./resultRows.ts";

/** Text that a spreadsheet would take for a formula is quoted with an apostrophe. */
export function toCsv(rows: readonly Row[]): string {
  return `${Papa.unparse([...rows], { escapeFormulae: true, newline: "\r\n" })}\r\n`;
}
