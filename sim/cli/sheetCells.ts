// What people write into the cells of a sheet: times of day in several spellings, numbers with thousands and decimal commas.

import { parseDuration, durationPattern } from "../scenario/duration.ts";
import type { Cell } from "./sheetFile.ts";

const DAY = 86_400, HOUR = 3600, MINUTE = 60;

/** A staffing interval's time: "08:30", "8.30", a time of Excel's, or a range of them. The end is null where only the start is told. */
export function readTime(cell: Cell): { readonly from: number; readonly to: number | null } | null {
  if (typeof cell === "string") {
    const [from, to, ...more] = withoutDate(cell).split(/\s*(?:[-–—]|\bto\b|\buntil\b|\btill\b)\s*/i).map(clockOf);
    if (from === null || to === null || more.length > 0) return null;
    return { from, to: to === undefined ? null : to === 0 ? DAY : to };
  }
  const from = cell instanceof Date ? secondsOf(cell) : typeof cell === "number" ? clockOfNumber(cell) : null;
  return from === null ? null : { from, to: null };
}

function withoutDate(text: string): string {
  return text.replace(/^(?:\d{4}-\d\d-\d\d[T ]|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\s+)/, "");
}

/** Seconds since midnight. */
function clockOf(text: string): number | null {
  const match = /^(\d{1,2})(?:[:.h](\d\d))?(?::00)?\s*([ap]\.?m\.?)?$/i.exec(text.trim());
  if (match === null) return null;
  const [, hours, minutes = "0", half] = match, most = half === undefined ? 24 : 12;
  if (Number(hours) > most || Number(minutes) > 59) return null;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0);
  const seconds = hour * HOUR + Number(minutes) * MINUTE;
  return seconds > DAY ? null : seconds;
}

/** A share of the day, as Excel keeps times, or 8.3 for "8.30", which Excel makes a number of. A wrong guess shows in the distance to the next row. */
function clockOfNumber(value: number): number | null {
  if (value < 0 || value > 24) return null;
  if (value < 1) return Math.round(value * DAY);
  const hours = Math.floor(value), minutes = Math.round((value - hours) * 100);
  return minutes > 59 ? null : hours * HOUR + minutes * MINUTE;
}

/** Seconds since midnight of a time from Excel, its date left aside. Plain times of Excel's lie before 1970, and so below zero. */
function secondsOf(time: Date): number {
  return ((Math.round(time.getTime() / 1000) % DAY) + DAY) % DAY;
}

/** A number; NaN where it is none, and also where it may be two: "1,234" beside semicolons. */
export function readNumber(cell: Cell, semicolons: boolean): number {
  if (typeof cell === "number") return cell;
  if (typeof cell !== "string") return NaN;
  const text = cell.replace(/[\s\u00a0\u202f'’]/g, "");
  const decimal = decimalSign(text, semicolons);
  if (decimal === null) return NaN;
  const plain = text.replaceAll(decimal === "," ? "." : ",", "").replace(",", ".");
  return /^-?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
}

/** Which sign divides the whole from its parts; null where nobody can tell, or where thousands are not in threes. */
function decimalSign(text: string, semicolons: boolean): "." | "," | null {
  const last = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  if (last < 0) return ".";
  const sign = text[last] === "," ? "," : ".", other = sign === "," ? "." : ",";
  const thousands = (by: string, of: string) => of.split(by).every((part, i) => (i === 0 ? /^-?\d{1,3}$/ : /^\d{3}$/).test(part));
  if (text.includes(other)) return thousands(other, text.slice(0, last)) ? sign : null;
  if (text.indexOf(sign) !== last) return thousands(sign, text) ? other : null;
  if (!thousands(sign, text)) return sign; // 12,5 or 8.25
  return semicolons ? null : sign === "," ? other : sign; // 1,234 is English for 1234
}

/** Seconds of a handle time: a number of them (or of minutes, where the head says so), "5:30", "5m30s", or a time of Excel's. */
export function readHandleTime(cell: Cell, semicolons: boolean, minutes: boolean): number {
  if (cell instanceof Date) {
    const seconds = secondsOf(cell);
    return seconds >= HOUR && seconds % MINUTE === 0 ? seconds / 60 : seconds; // "5:30" typed into Excel is half past five
  }
  if (typeof cell === "string") {
    const [, h = "0", m, s] = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(cell) ?? [];
    if (m !== undefined) return Number(h) * HOUR + Number(m) * MINUTE + Number(s);
    const unit = cell.replace(/\s/g, "").replace(/mins?$|minutes?$/i, "m").replace(/secs?$|seconds?$/i, "s");
    if (/[hms]$/.test(unit) && durationPattern.test(unit)) return parseDuration(unit);
  }
  return readNumber(cell, semicolons) * (minutes ? MINUTE : 1);
}
