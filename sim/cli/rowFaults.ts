// Rows that cannot be counted, by reason: told by their numbers, summed up, and refused where they are too many to be slips.

import { count } from "../scenario/limits.ts";

export interface LeftOut {
  /** Of what follows "because …", with what to do. */
  readonly why: string;
  readonly rows: number;
  /** The first of them, as a spreadsheet numbers them. */
  readonly first: readonly number[];
}

const SHOWN = 5;

export class RowFaults {
  private readonly found = new Map<string, { rows: number; first: number[]; atMost: number }>();

  /** @param row as a spreadsheet numbers it @param atMost the share of all rows above which they are no slips but a misunderstanding */
  add(why: string, row: number, atMost: number): void {
    const known = this.found.get(why);
    if (known === undefined) {
      this.found.set(why, { rows: 1, first: [row], atMost });
      return;
    }
    known.rows++;
    if (known.first.length < SHOWN) known.first.push(row);
  }

  /** What is wrong with so many rows of a reason that none of it can be trusted. */
  problems(rows: number): string[] {
    return this.leftOut.filter(({ why, rows: out }) => out > (this.found.get(why)?.atMost ?? 1) * rows).map((each) => `${rowsShown(each)}: ${each.why}`);
  }

  get leftOut(): LeftOut[] {
    return [...this.found].map(([why, { rows, first }]) => ({ why, rows, first }));
  }
}

/** "row 17", "rows 17, 18 and 31" or "rows 17, 18, 19, 20, 21 and 1,204 more" */
export function rowsShown({ rows, first }: LeftOut): string {
  const shown = first.map(count), more = rows - first.length;
  if (rows === 1) return `row ${shown[0]}`;
  return `rows ${more > 0 ? `${shown.join(", ")} and ${count(more)} more` : `${shown.slice(0, -1).join(", ")} and ${shown[shown.length - 1]}`}`;
}

/** "3 of 4,120 rows left out, because …: rows 17, 18 and 31" */
export function leftOutShown(each: LeftOut, rows: number): string {
  return `${count(each.rows)} of ${count(rows)} rows left out, because ${each.why}: ${rowsShown(each)}`;
}
