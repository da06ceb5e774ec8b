// A planner's sheet from the disk, as rows of cells: an Excel workbook, or text with commas, semicolons or tabs.

import { readFileSync, statSync } from "node:fs";
import Papa from "papaparse";
import { InputError, shownPath, systemReason } from "./exit.ts";
import { damaged, sheetLimits, tooLarge, whyNotWorkbook, type SheetLimits } from "./sheetLimits.ts";

export type Cell = string | number | boolean | Date | null;

export interface Sheet {
  /** The sheet's name in a workbook; null in a file of text. */
  readonly name: string | null;
  readonly rows: readonly (readonly Cell[])[];
  /** Where semicolons divide the columns, a comma is more likely a decimal one. */
  readonly semicolons: boolean;
}

/** The sheets of a workbook; of a text, its readings with each divider, the likeliest first. */
export async function readSheets(file: string, limits = sheetLimits): Promise<Sheet[]> {
  const bytes = readBytes(file, limits);
  const refuse = (why: string) => new InputError(`${shownPath(file)}: ${why}`);
  if (bytes.length < 4) throw refuse("the file is empty");
  if (bytes.readUInt32BE(0) === 0xd0cf11e0) throw refuse("an old or protected Excel file; save it as .xlsx without a password, or as CSV");
  if (bytes.toString("latin1", 0, 2) === "PK") {
    const why = whyNotWorkbook(bytes, limits);
    if (why !== null) throw refuse(`the workbook cannot be read: ${why}`);
    return readWorkbook(bytes).catch(() => { throw refuse(`the workbook cannot be read: ${damaged}`); }); // what the library says is about XML
  }
  const text = decode(bytes);
  if (/[\0-\x08\x0e-\x1f]/.test(text)) throw refuse("neither an Excel workbook (.xlsx) nor text such as CSV");
  return [";", "\t", ","].map((divider) => {
    const { data } = Papa.parse<string[]>(text, { delimiter: divider, preview: limits.rows + 1 });
    if (data.length > limits.rows || data.some((row) => row.length > limits.columns)) throw refuse(tooLarge(limits));
    return { name: null, rows: data.map((row) => row.map((cell) => (cell.trim() === "" ? null : cell.trim()))), semicolons: divider === ";" };
  });
}

async function readWorkbook(bytes: Buffer): Promise<Sheet[]> {
  const { default: read } = await import("read-excel-file/node");
  const sheets = await read(bytes);
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as unknown as Cell[][], semicolons: false })); // its types say `typeof Date` where a Date comes
}

function readBytes(file: string, limits: SheetLimits): Buffer {
  try {
    const about = statSync(file);
    if (!about.isFile()) throw new InputError(`${shownPath(file)}: ${about.isDirectory() ? "it is a folder" : "it is a device or a pipe"}, not a sheet`);
    if (about.size > limits.fileBytes) throw new InputError(`${shownPath(file)}: the file is larger than ${limits.fileBytes / 1024 / 1024} MiB; ${limits.keepOnly}`);
    return readFileSync(file);
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(`${shownPath(file)}: ${systemReason(error)}`);
  }
}

/** UTF-8, with or without its mark; what is not comes from Excel on Windows. */
function decode(bytes: Buffer): string {
  if (bytes.length >= 2 && bytes.readUInt16BE(0) === 0xfffe) return new TextDecoder("utf-16le").decode(bytes); // "Unicode text"
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString("latin1").replace(/[\x96\x97]/g, "–"); // the dashes are all that matters here of where Windows differs
  }
}
