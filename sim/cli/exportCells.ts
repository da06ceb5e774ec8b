// What telephone systems write into the cells of their exports: dates, times, lengths of time, counts and shares.

import { dayNumber } from "../scenario/civilDate.ts";
import { readNumber } from "./sheetCells.ts";
import type { Cell } from "./sheetFile.ts";

export const DAY = 86_400, HOUR = 3600, MINUTE = 60;

/** Which number of 3/4/2026 is the day. */
export type DateOrder = "day first" | "month first";

/** A moment as far as a cell tells it. */
export interface When {
  /** Days since 1970; null where the cell has only a time. */
  readonly day: number | null;
  /** Seconds since midnight; null where the cell has only a date. */
  readonly seconds: number | null;
  /** Of a range such as 08:00-08:30. */
  readonly until: number | null;
  /** A month, of which `day` is the first. */
  readonly isMonth: boolean;
  /** What the date says about the order of its numbers; null where that is no question. */
  readonly order: DateOrder | "either" | null;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthOf = (text: string): number => MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
const yearOf = (text: string): number => (text.length > 2 ? Number(text) : Number(text) + (Number(text) < 70 ? 2000 : 1900));

interface Found {
  readonly day: number;
  readonly isMonth: boolean;
  readonly order: When["order"];
  /** What stands behind the date. */
  readonly rest: string;
}

const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/i;
const NAME = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[T\s])/, NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?=$|[T\s,])/, COMPACT = /^(\d{4}|\d{2})(\d\d)(\d\d)(?=$|[T\s])/;
const DAY_NAME = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[-\\s/.]*(?:of\\s+)?${NAME}[-\\s/.,]*(\\d{4}|\\d{2})(?=$|[T\\s,])`, "i");
const NAME_DAY = new RegExp(`^${NAME}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?=$|[T\\s,])`, "i");
const NAME_YEAR = new RegExp(`^${NAME}[-\\s/.,']*(\\d{4}|\\d{2})$`, "i"), YEAR_NAME = new RegExp(`^(\\d{4})[-\\s/.,]*${NAME}$`, "i");
const QUARTER = /^Q(?:uarter )?\s*([1-4])[-\s/]*(?:FY)?\s*(\d{4})([-/]\d{2,4})?$/i, YEAR_QUARTER = /^(?:FY)?\s*(\d{4})([-/]\d{2,4})?[-\s/]*Q(?:uarter )?\s*([1-4])$/i;
const YEAR_MONTH = /^(\d{4})[-/.](\d{1,2})$/, MONTH_YEAR = /^(\d{1,2})[-/.](\d{4})$/;

/** The date at the start of a text; null where there is none. */
function dateIn(text: string, order: DateOrder): Found | null {
  const plain = text.replace(WEEKDAY, "");
  const found = (match: RegExpExecArray, year: string, month: string | number, day: string | number, says: When["order"] = null, isMonth = false): Found | null => {
    const number = dayNumber(yearOf(year), Number(month), Number(day));
    return number === null ? null : { day: number, isMonth, order: says, rest: plain.slice(match[0].length).replace(/^[T\s,]+/, "") };
  };
  let match: RegExpExecArray | null;
  if ((match = ISO.exec(plain)) !== null) return found(match, match[1], match[2], match[3]);
  if ((match = NUMBERS.exec(plain)) !== null) {
    const [, a, , b, year] = match, says = Number(a) > 12 ? "day first" : Number(b) > 12 ? "month first" : null;
    return (says ?? order) === "day first" ? found(match, year, b, a, says ?? "either") : found(match, year, a, b, says ?? "either");
  }
  if ((match = COMPACT.exec(plain)) !== null) return found(match, match[1], match[2], match[3]);
  if ((match = DAY_NAME.exec(plain)) !== null) return found(match, match[3], monthOf(match[2]), match[1]);
  if ((match = NAME_DAY.exec(plain)) !== null) return found(match, match[3], monthOf(match[1]), match[2]);
  if ((match = NAME_YEAR.exec(plain)) !== null) return found(match, match[2], monthOf(match[1]), 1, null, true);
  if ((match = YEAR_NAME.exec(plain)) !== null) return found(match, match[1], monthOf(match[2]), 1, null, true);
  if ((match = YEAR_MONTH.exec(plain)) !== null) return found(match, match[1], match[2], 1, null, true);
  if ((match = MONTH_YEAR.exec(plain)) !== null) return found(match, match[2], match[1], 1, null, true);
  const quarter = (q: string, year: string, financial: string | undefined) => (financial === undefined ? [Number(year), 3 * Number(q) - 2] : [Number(year) + (q === "4" ? 1 : 0), ((3 * Number(q)) % 12) + 1]); // 2023/24 Q4 is January 2024
  if ((match = QUARTER.exec(plain)) !== null) { const [year, month] = quarter(match[1], match[2], match[3]); return found(match, String(year), month, 1, null, true); }
  if ((match = YEAR_QUARTER.exec(plain)) !== null) { const [year, month] = quarter(match[3], match[1], match[2]); return found(match, String(year), month, 1, null, true); }
  return null;
}

/** Seconds since midnight of "8:30", "08:30:15", "8.30 pm", "0830"; null where it is none. 24:00 is the day's end. */
function clockOf(text: string): number | null {
  const match = /^(\d{1,2})[:.h](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?\s*([ap])?\.?(?:m\.?)?$/i.exec(text) ?? /^(\d{1,2})()()\s*([ap])\.?m\.?$/i.exec(text) ?? /^(\d\d)(\d\d)()()$/.exec(text);
  if (match === null) return null;
  const [, h, m = "", s = "", half = ""] = match, most = half === "" ? 24 : 12;
  if (Number(h) > most || Number(m) > 59 || Number(s) > 59) return null;
  const hour = half === "" ? Number(h) : (Number(h) % 12) + (half.toLowerCase() === "p" ? 12 : 0), seconds = hour * HOUR + Number(m) * MINUTE + Number(s);
  return seconds > DAY ? null : seconds;
}

/** Behind a time; "-05:00" only behind seconds, since "08:00-08:30" is a range. */
const ZONE = /\s*(?:Z|UTC|GMT|BST|\+\d\d:?\d\d)$|(?<=:\d\d:\d\d(?:\.\d+)?)-\d\d:?\d\d$/;

/** A date, a time, both, or a range of times; null where a cell is none of them. Times stay as written, whatever zone is named. */
export function readWhen(cell: Cell, order: DateOrder): When | null {
  const made = (day: number | null, seconds: number | null, until: number | null = null, isMonth = false, says: When["order"] = null): When => ({ day, seconds, until, isMonth, order: says });
  if (cell instanceof Date) {
    const whole = Math.round(cell.getTime() / 1000), day = Math.floor(whole / DAY), seconds = whole - day * DAY;
    return day < -25_000 ? made(null, seconds) : made(day, seconds === 0 ? null : seconds); // Excel's plain times lie before 1901
  }
  if (typeof cell === "number" || (typeof cell === "string" && /^\d{5}(?:\.\d+)?$|^0?\.\d+$/.test(cell))) {
    const value = Number(cell);
    if (value >= 0 && value < 1) return made(null, Math.round(value * DAY) % DAY);
    if (value >= 20_000 && value < 80_000) { // days of Excel since 30 December 1899
      const seconds = Math.round((value - Math.floor(value)) * DAY), carry = seconds === DAY ? 1 : 0;
      return made(Math.floor(value) - 25_569 + carry, value % 1 === 0 ? null : seconds % DAY);
    }
    if (typeof cell === "number") return Number.isInteger(value) && value >= 100_000 ? readWhen(String(value), order) : null;
  }
  if (typeof cell !== "string" || cell.length > 60) return null;
  const text = cell.trim(), date = dateIn(text, order), rest = date === null ? text : date.rest.replace(ZONE, "");
  if (date !== null && rest === "") return made(date.day, null, null, date.isMonth, date.order);
  const [from, to, ...more] = rest.split(/\s*(?:[-–—]|\bto\b|\buntil\b|\btill\b)\s*/i).map((part) => (part === "" ? null : clockOf(part.trim())));
  if (from === null || to === null || more.length > 0) return null;
  return made(date?.day ?? null, from, to === undefined ? null : to === 0 ? DAY : to, false, date?.order ?? null);
}

/** How lengths of time are written in a column. */
export type LengthForm = "clock" | "number" | "words";

/** The form of one cell; null where it is no length of time. */
export function lengthForm(cell: Cell): LengthForm | null {
  if (cell instanceof Date) return "clock";
  if (typeof cell === "number") return "number";
  if (typeof cell !== "string") return null;
  if (CLOCK_LENGTH.test(cell)) return "clock";
  if (WORDS.test(cell.trim()) && /\d/.test(cell)) return "words";
  return Number.isNaN(readNumber(cell, false)) && Number.isNaN(readNumber(cell, true)) ? null : "number";
}

const CLOCK_LENGTH = /^\s*(?:(?:(\d{1,3})[.\s]\s*)?(\d{1,4}):)?(\d{1,4}):([0-5]?\d(?:[.,]\d+)?)\s*$/;
const WORDS = /^(?:(\d+)\s*d(?:ays?)?\s*,?\s*)?(?:(\d+)\s*h(?:(?:ou)?rs?)?\s*,?\s*)?(?:(\d+(?:\.\d+)?)\s*m(?:in(?:ute)?s?)?\s*,?\s*)?(?:(\d+(?:\.\d+)?)\s*s(?:ec(?:ond)?s?)?)?$/i;

/** Seconds. @param unit seconds of one, where the cell is a plain number; NaN where it is no length of time */
export function readLength(cell: Cell, semicolons: boolean, unit: number): number {
  if (cell instanceof Date) {
    const whole = Math.round(cell.getTime() / 1000), seconds = ((whole % DAY) + DAY) % DAY;
    return seconds >= HOUR && seconds % MINUTE === 0 ? seconds / 60 : seconds; // "5:30" typed into Excel is half past five
  }
  if (typeof cell === "string") {
    const clock = CLOCK_LENGTH.exec(cell);
    if (clock !== null) return Number(clock[1] ?? 0) * DAY + Number(clock[2] ?? 0) * HOUR + Number(clock[3]) * MINUTE + Number(clock[4].replace(",", "."));
    const plain = readNumber(cell, semicolons);
    if (!Number.isNaN(plain)) return plain * unit;
    const words = WORDS.exec(cell.trim());
    if (words === null || !/\d/.test(cell)) return NaN;
    const [, d = 0, h = 0, m = 0, s = 0] = words;
    return Number(d) * DAY + Number(h) * HOUR + Number(m) * MINUTE + Number(s);
  }
  return readNumber(cell, semicolons) * unit;
}

/** A count; "1.234" can only be thousands, since contacts are whole. NaN where it is none. */
export function readCount(cell: Cell, semicolons: boolean): number {
  if (typeof cell === "string" && /^\d+$/.test(cell)) return Number(cell);
  const value = readNumber(cell, semicolons);
  if (typeof cell !== "string" || Number.isInteger(value)) return value;
  const text = cell.trim();
  return /^\d{1,3}(?:[.,\s\u00a0\u202f'’]\d{3})+$/.test(text) ? Number(text.replace(/\D/g, "")) : value;
}

/** A share of 1 from "85.3%" or a number. @param points whether plain numbers of the column are per cent */
export function readShare(cell: Cell, semicolons: boolean, points: boolean): number {
  if (typeof cell === "string" && cell.includes("%")) return readNumber(cell.replace("%", ""), semicolons) / 100;
  return readNumber(cell, semicolons) / (points ? 100 : 1);
}

const EMPTY = /^(?:n\/?a|nan|null|none|nil|-+|–|—|\.|#(?:n\/a|div\/0!|value!|ref!|null!|num!)|no data|not available|\*|\[?[xz:]\]?)$/i;

const ZERO = 48, NINE = 57;

/** Nothing, or what people write where there is nothing. */
export function isEmpty(cell: Cell): boolean {
  if (typeof cell !== "string") return cell === null || cell === undefined;
  const first = cell.charCodeAt(0);
  if (first >= ZERO && first <= NINE) return false; // as most are
  const text = cell.trim();
  return text === "" || EMPTY.test(text);
}

/** A cell as messages may show it, without what it says: a column of names or telephone numbers may have been taken for another. */
export function shapeOfCell(cell: Cell): string {
  if (isEmpty(cell)) return "nothing";
  if (cell instanceof Date) return "a date";
  if (typeof cell === "boolean") return "true or false";
  const text = String(cell).trim();
  if (/^-?\d{1,4}$/.test(text)) return text; // too short to be anybody's number
  const shape = text.replace(/\p{Lu}/gu, "A").replace(/\p{L}/gu, (letter) => (letter === "A" ? letter : "a")).replace(/\d/g, "9").replace(/[^\x20-\x7e]/g, "?");
  return `something like ${shape.length > 24 ? `${shape.slice(0, 24)}…` : shape}`;
}
