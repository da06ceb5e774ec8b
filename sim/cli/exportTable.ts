// An export from the disk as a table: its first rows to find out what it is, then all rows in batches, however many there are.

import { createReadStream, openSync, readSync, closeSync, statSync } from "node:fs";
import Papa from "papaparse";
import { InputError, shownPath, systemReason } from "./exit.ts";
import { readSheets, type Cell } from "./sheetFile.ts";
import type { SheetLimits } from "./sheetLimits.ts";

/** A year of half hours of ten queues is 175,000 rows. */
const exportLimits: SheetLimits = { fileBytes: 64 * 1024 * 1024, unpackedBytes: 512 * 1024 * 1024, rows: 250_000, columns: 500, keepOnly: "keep fewer columns or months, or save it as CSV" };

const HEAD_BYTES = 512 * 1024, SAMPLE = 1000, MOST_TURNED = 200;

export interface Table {
  /** The sheet's name in a workbook. */
  readonly sheet: string | null;
  /** Where semicolons divide the columns, a comma is more likely a decimal one. */
  readonly semicolons: boolean;
  /** The first rows. */
  readonly sample: readonly (readonly Cell[])[];
  /** Whether its rows are the columns of the file, as where months stand side by side. */
  readonly isTurned?: boolean;
  /** All rows, some thousands at a time. @param onRows told the rows, and the number of the first, from 0 */
  readonly read: (onRows: (rows: readonly (readonly Cell[])[], first: number) => void) => Promise<void>;
}

/** The readings of a file: the sheets of a workbook; of text, one with each divider. */
export async function openTables(file: string): Promise<Table[]> {
  const head = firstBytes(file), refuse = (why: string) => new InputError(`${shownPath(file)}: ${why}`);
  if (head.length === 0) throw refuse("the file is empty");
  if (head.toString("latin1", 0, 2) === "PK" || (head.length >= 4 && head.readUInt32BE(0) === 0xd0cf11e0)) {
    return (await readSheets(file, exportLimits)).map(({ name, rows }) => ({
      sheet: name, semicolons: false, sample: rows.slice(0, SAMPLE),
      read: (onRows) => { onRows(rows, 0); return Promise.resolve(); },
    }));
  }
  const encoding = encodingOf(head), text = new TextDecoder(encoding === "utf16le" ? "utf-16le" : encoding === "latin1" ? "latin1" : "utf-8").decode(head);
  if (/[\0-\x08\x0e-\x1f]/.test(text)) throw refuse("neither an Excel workbook (.xlsx) nor text such as CSV");
  return [",", ";", "\t", "|"].map((divider) => {
    const { data } = Papa.parse<string[]>(text, { delimiter: divider, preview: SAMPLE });
    const whole = head.length < HEAD_BYTES ? data : data.slice(0, -1); // the last row may be cut off
    return { sheet: null, semicolons: divider === ";", sample: whole.map((row) => row.map(plain)), read: (onRows) => stream(file, encoding, divider, onRows) };
  });
}

/** A small table with its columns as rows; null where it is too long for that. */
export function turned({ sheet, semicolons, sample }: Table): Table | null {
  if (sample.length === 0 || sample.length > MOST_TURNED) return null;
  const columns = Math.max(...sample.map((row) => row.length)), rows = Array.from({ length: columns }, (_, index) => sample.map((row) => row[index] ?? null));
  return { sheet, semicolons, isTurned: true, sample: rows, read: (onRows) => { onRows(rows, 0); return Promise.resolve(); } };
}

const plain = (cell: string): string | null => {
  const text = cell.charCodeAt(0) === 0xfeff ? cell.slice(1) : cell;
  return text === "" ? null : text;
};

function stream(file: string, encoding: BufferEncoding, delimiter: string, onRows: Parameters<Table["read"]>[0]): Promise<void> {
  return new Promise((resolve, reject) => {
    let first = 0;
    const input = createReadStream(file, { encoding, highWaterMark: 1 << 18 });
    const fail = (error: unknown) => {
      input.destroy();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    Papa.parse<string[]>(input, {
      delimiter, skipEmptyLines: false,
      chunk: ({ data }) => {
        try {
          onRows(data, first);
          first += data.length;
        } catch (error) {
          fail(error);
        }
      },
      complete: () => resolve(),
      error: (error: Error) => fail(new InputError(`${shownPath(file)}: ${systemReason(error)}`)),
    });
  });
}

function firstBytes(file: string): Buffer {
  try {
    const about = statSync(file);
    if (!about.isFile()) throw new InputError(`${shownPath(file)}: ${about.isDirectory() ? "it is a folder" : "it is a device or a pipe"}, not an export`);
    const bytes = Buffer.alloc(Math.min(HEAD_BYTES, about.size)), handle = openSync(file, "r");
    try {
      return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, 0));
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(`${shownPath(file)}: ${systemReason(error)}`);
  }
}

function encodingOf(head: Buffer): BufferEncoding {
  if (head.length >= 2 && head[0] === 0xff && head[1] === 0xfe) return "utf16le";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head.subarray(0, head.length < HEAD_BYTES ? head.length : head.lastIndexOf(10) + 1));
    return "utf8";
  } catch {
    return "latin1"; // Excel on Windows
  }
}
