// Moments of a column, read once for each different text: a million rows have few different dates and times of day.

import { readWhen, type DateOrder, type When } from "./exportCells.ts";
import type { Cell } from "./sheetFile.ts";

const MOST = 200_000;

/** Told when a date shows that numbers are the other way round than taken. */
export class OtherOrder extends Error {}

export class Moments {
  private readonly dates = new Map<string, number>();
  private readonly times = new Map<string, number>();
  private readonly others = new Map<string, When | null>();
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
      const at = cell.charCodeAt(10) === 84 ? 10 : cell.indexOf(" ");
      if (at > 5) {
        const date = this.dates.get(cell.slice(0, at)), time = this.times.get(cell.slice(at + 1));
        if (date !== undefined && time !== undefined) return date * 86_400 + time;
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
