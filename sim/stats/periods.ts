// Periods of days: what an agreement is measured on, and the credit that is due for one. A calendar's months are such periods too.

import type { Agreement } from "../scenario/schema.ts";

/** Successive days, the last excluded. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** The whole periods of so many days each; what is left over at the end is no period. */
export function wholePeriods(days: number, every: number): Period[] {
  return Array.from({ length: Math.floor(days / every) }, (_, i) => ({ from: i * every, to: (i + 1) * every }));
}

/** What an agreement looks at of each day: both sides of its ratio, and of the staffing intervals in which anybody came the sum of their own levels and their number. */
export interface DaySides {
  readonly top: Float64Array;
  readonly bottom: Float64Array;
  readonly levels: Float64Array;
  readonly intervals: Float64Array;
}

/**
 * The result of a period, a share of 1; NaN where nobody came in it.
 * @param over whether the period's contacts count as one, or the mean of the own levels of its days, or of its staffing intervals
 */
export function periodLevel({ top, bottom, levels, intervals }: DaySides, { from, to }: Period, over: Agreement["over"]): number {
  let x = 0, y = 0;
  for (let day = from; day < to; day++) {
    if (over === "contacts") {
      x += top[day];
      y += bottom[day];
    } else if (over === "intervals") {
      x += levels[day];
      y += intervals[day];
    } else if (bottom[day] > 0) {
      x += top[day] / bottom[day];
      y++;
    }
  }
  // Of the quotient of two whole numbers 80 % is exactly 0.8; a mean of levels may miss it by its last bit, which must cost nobody a credit.
  return over === "contacts" ? x / y : Math.round((x / y) * 1e12) / 1e12;
}

/** What is due for a result: the pay of the lowest step that it lies below; nothing where nobody came. */
export function creditDue(level: number, scale: readonly { readonly below: number; readonly pay: number }[]): number {
  let due = 0, lowest = Infinity;
  for (const { below, pay } of scale) {
    if (level < below && below < lowest) [due, lowest] = [pay, below];
  }
  return due;
}
