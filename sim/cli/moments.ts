// Moments of a column, read once for each different text: a million rows have few different dates and times of day.

import { readWhen, type DateOrder, type When } from "./exportCells.ts";
import type { Cell } from "./sheetFile.ts";

const MOST = 200_000;

/** Told when a date shows that numbers are the other way round than taken. */
export class OtherOrder extends Error {}

const T = "T".charCodeAt(0), ZERO = 48, COLON = 58;

/** Seconds of the "08:30:15" or "8:30:15" that the rest of a text is, to its end; -1 where it is anything else. */
function plainClock(text: string, from: number): number {
  const { length } = text;
  if (length - from === 7 && text.charCodeAt(from + 1) === COLON) return clockAt(text, from - 1, text.charCodeAt(from) - ZERO);
  if (length - from !== 8 || text.charCodeAt(from + 2) !== COLON) return -1;
  return clockAt(text, from, digits(text, from));
}

function clockAt(text: string, from: number, hours: number): number {
  const minutes = digits(text, from + 3), seconds = digits(text, from + 6);
  return text.charCodeAt(from + 5) === COLON && hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 && seconds >= 0 && seconds < 60 ? hours * 3600 + minutes * 60 + seconds : -1;
}

/** A number of two digits; -1 where it is none. */
function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO, ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : -1;
}

export class Moments {
  private readonly dates = new Map<string, number>();
  private readonly times = new Map<string, number>();
  private readonly others = new Map<string, When | null>();
  private lastDate = "";
  private lastDay = 0;
  /** Whether a date has shown the order of its numbers. */
  sure = false;
  /** Whether dates are written as numbers whose order nobody can tell. */
  ambiguous = false;

  constructor(readonly order: DateOrder) {}

  read(cell: Cell): When | null {
    if (typeof cell !== "string") return cell === null || typeof cell === "boolean" ? null : this.checked(readWhen(cell, this.order));
    const known = this.others.get(cell);
    if (known !== undefined) return known;
    const when = this.checked(readWhen(cell, this.order));
    if (this.others.size < MOST) this.others.set(cell, when);
    return when;
  }

  /** Seconds since 1970 of a cell with a date and a time, or with a time alone beside a day; NaN where it is neither. */
  seconds(cell: Cell, day: number): number {
    if (typeof cell === "string") {
      const { lastDate } = this, { length } = lastDate;
      if (length > 0 && cell.startsWith(lastDate)) { // rows mostly follow each other in time
        const time = plainClock(cell, length + 1);
        if (time >= 0) return this.lastDay * 86_400 + time;
      }
      if (day === day) {
        const time = plainClock(cell, 0);
        if (time >= 0) return day * 86_400 + time;
      }
      const at = cell.charCodeAt(10) === T ? 10 : cell.indexOf(" ");
      if (at > 5) {
        const date = this.dates.get(cell.slice(0, at)), time = this.times.get(cell.slice(at + 1));
        if (date !== undefined && time !== undefined) {
          this.lastDate = cell.slice(0, at);
          this.lastDay = date;
          return date * 86_400 + time;
        }
      }
      const when = at > 5 ? this.checked(readWhen(cell, this.order)) : this.read(cell);
      if (when === null || when.seconds === null) return NaN;
      if (at > 5 && when.day !== null) {
        const date = readWhen(cell.slice(0, at), this.order), time = readWhen(cell.slice(at + 1), this.order);
        if (date?.day === when.day && date.seconds === null && time?.seconds === when.seconds && this.dates.size < MOST && this.times.size < MOST) {
          this.dates.set(cell.slice(0, at), when.day);
          this.times.set(cell.slice(at + 1), when.seconds);
        }
      }
      return (when.day ?? day) * 86_400 + when.seconds;
    }
    const when = this.read(cell);
    return when === null || when.seconds === null ? NaN : (when.day ?? day) * 86_400 + when.seconds;
  }

  private checked(when: When | null): When | null {
    if (when === null || when.order === null) return when;
    if (when.order === "either") {
      this.ambiguous = true;
      return when;
    }
    if (when.order !== this.order) throw new OtherOrder(this.sure ? "both" : when.order);
    this.sure = true;
    return when;
  }
}
