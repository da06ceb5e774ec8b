// What a planner's sheet may hold, and whether a workbook keeps to it, found out before a library reads it: a small zip archive may
// unpack to gigabytes, and one far cell may make a small sheet a huge one.

import { inflateRawSync } from "node:zlib";

/** A day has at most 288 intervals; the rest is room for titles, notes and other tables. */
export const sheetLimits: SheetLimits = { fileBytes: 4 * 1024 * 1024, unpackedBytes: 64 * 1024 * 1024, rows: 20_000, columns: 500, keepOnly: "keep only the table of the day" };

export interface SheetLimits {
  readonly fileBytes: number;
  readonly unpackedBytes: number;
  readonly rows: number;
  readonly columns: number;
  /** What to do about a sheet that is too large. */
  readonly keepOnly: string;
}

export const damaged = "it is damaged, or protected by a password; save it again as .xlsx, or as CSV";

export const tooLarge = ({ rows, columns, keepOnly }: SheetLimits): string => `the sheet reaches beyond row ${rows.toLocaleString("en-GB")} or column ${columns}; ${keepOnly}`;

const FILE = 0x04034b50, DESCRIPTOR = Buffer.from("PK\x07\x08", "latin1"), STREAMED = 0x8, DEFLATED = 8;

/** Why a workbook must not be read, null where it may. */
export function whyNotWorkbook(zip: Buffer, limits: SheetLimits): string | null {
  let unpacked = 0;
  try {
    for (let at = 0; at + 30 <= zip.length && zip.readUInt32LE(at) === FILE;) {
      const flags = zip.readUInt16LE(at + 6), packed = zip.readUInt32LE(at + 18), says = zip.readUInt32LE(at + 22);
      const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28), streamed = (flags & STREAMED) !== 0 && packed === 0;
      const end = streamed ? zip.indexOf(DESCRIPTOR, start) : start + packed;
      if (end < start || end > zip.length || (flags & 1) !== 0) return damaged;
      const part = zip.readUInt16LE(at + 8) === DEFLATED ? inflateRawSync(zip.subarray(start, end), { maxOutputLength: limits.unpackedBytes - unpacked }) : zip.subarray(start, end);
      unpacked += part.length;
      if (unpacked >= limits.unpackedBytes) return tooMuch(limits);
      if (!streamed && says !== part.length) return damaged;
      if (isTooLarge(part.toString("latin1"), limits)) return tooLarge(limits);
      at = end + (streamed ? 16 : (flags & STREAMED) !== 0 && zip.indexOf(DESCRIPTOR, end) === end ? 16 : 0);
    }
  } catch (error) {
    return error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE" ? tooMuch(limits) : damaged;
  }
  return unpacked === 0 ? damaged : null;
}

const tooMuch = ({ unpackedBytes }: SheetLimits): string => `it unpacks to more than ${unpackedBytes / 1024 / 1024} MiB`;

/** Whether rows (r="12") or cells (r="AB12") of a sheet's XML lie far out. */
function isTooLarge(xml: string, limits: SheetLimits): boolean {
  for (const [, address] of xml.matchAll(/<(?:\w+:)?(?:row|c)\s[^>]*?\br\s*=\s*["']([^"']*)/g)) {
    const [, letters, digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(address) ?? ["", "ZZZ", "0"];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    if (column > limits.columns || Number(digits) > limits.rows) return true;
  }
  return false;
}
