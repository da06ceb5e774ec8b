// Periods of days: what an agreement is measured on, and the credit that is due for one. A calendar's months are such periods too.

import { isBeyond, type PromiseUnit, type Terms } from "../scenario/promised.ts";
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

/** What an agreement looks at of each day: both sides of its ratio, and of the staffing intervals that have a ratio the sum of their own and their number. */
export interface DaySides {
  readonly top: Float64Array;
  readonly bottom: Float64Array;
  readonly levels: Float64Array;
  readonly intervals: Float64Array;
}

/** To what part a result is rounded that is no quotient of whole numbers: of a share, and of a second, as finely as durations are written. */
const PARTS = { share: 1e12, seconds: 1e6 } as const satisfies Record<PromiseUnit, number>;

/**
 * The result of a period, a share of 1 or in seconds; NaN where nobody came in it.
 * @param unit of the measure @param over whether the period's contacts count as one, or the mean of the own levels of its days, or of its staffing intervals
 */
export function periodLevel({ top, bottom, levels, intervals }: DaySides, { from, to }: Period, over: Agreement["over"], unit: PromiseUnit): number {
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
  // Of the quotient of two whole numbers 80 % is exactly 0.8; a mean of levels or of waits may miss it by its last bit, which must cost nobody a credit.
  return over === "contacts" && unit === "share" ? x / y : Math.round((x / y) * PARTS[unit]) / PARTS[unit];
}

/** What is due for a result: the pay of the farthest step that it lies beyond; nothing where nobody came. */
export function creditDue(result: number, { promised, steps }: Terms): number {
  let due = 0;
  for (const { limit, pay } of steps) if (isBeyond(result, limit, promised)) due = pay;
  return due;
}
