// A day's line in the ledger: from its counters to what was paid beyond the rota, and to both sides of every agreement's ratio.

import {
  ABANDONED_WITHIN, ALL_AT_ONCE, ANSWERED, ANSWERED_WITHIN, CONTACT_COUNTERS, GROUP_COUNTERS, LATE, LATE_ABANDONED, LATE_ANSWERED, OFFERED, OVERRUN, OWN_COUNTERS, type DayRecord,
} from "../engine/dayRecord.ts";
import type { Ledger } from "../model/ledger.ts";
import { AGREEMENT_RATIOS, type Term } from "./measures.ts";
import type { DaySides } from "./periods.ts";

/** Columns of a day: the pay of overrun, the cost of answered contacts, how many these are; then those of each agreement. */
export const OVERRUN_PAY = 0, CONTACT_COST = 1, ANSWERED_CONTACTS = 2, FIRST_AGREEMENT = 3;

/** Of an agreement: numerator and denominator of the day, the sum of the intervals' own levels, and the number of intervals that have one. */
const SIDES = 4;

/** Columns of a line; 0 without a ledger. */
export function ledgerWidth(ledger: Ledger | null): number {
  return ledger === null ? 0 : widthWith(ledger.agreements.length);
}

/** Columns of a line with so many agreements. */
export function widthWith(agreements: number): number {
  return FIRST_AGREEMENT + SIDES * agreements;
}

const OFFERED_TERMS: readonly Term[] = [[OFFERED, 1]];

/** Write a day's line. @param rows of contacts in the record, the last of all together @param at where in `out` the line begins */
export function writeLedgerLine(ledger: Ledger, { contacts, groups, answeredBy, ownThresholds }: DayRecord, rows: number, intervals: number, out: Float64Array, at: number): void {
  const { overrunPerSecond, perContact, byGroup, agreements } = ledger;
  const { main, detailed, counters } = contacts;
  const contactsIn = (row: number, counter: number, interval = intervals) => {
    const cell = row * (intervals + 1) + interval;
    if (detailed[cell] === 1) return counters[cell * CONTACT_COUNTERS + counter];
    return ALL_AT_ONCE.includes(counter) ? main[cell] : 0;
  };
  const byTypes = (types: readonly number[], terms: readonly Term[], interval?: number) => {
    let total = 0;
    for (const type of types) for (const [counter, factor] of terms) total += factor * contactsIn(type, counter, interval);
    return total;
  };
  let overrun = 0, spent = 0;
  for (let group = 0; group < overrunPerSecond.length; group++) {
    const cell = group * (intervals + 2) + intervals + 1;
    if (groups.detailed[cell] === 1) overrun += overrunPerSecond[group] * groups.counters[cell * GROUP_COUNTERS + OVERRUN];
    if (byGroup) spent += perContact[group] * answeredBy[group];
  }
  const answered = contactsIn(rows - 1, ANSWERED);
  out[at + OVERRUN_PAY] = overrun;
  out[at + CONTACT_COST] = byGroup ? spent : perContact[0] * answered;
  out[at + ANSWERED_CONTACTS] = answered;
  for (let i = 0, next = at + FIRST_AGREEMENT; i < agreements.length; i++) {
    const { types, measure, within } = agreements[i], { of, per } = AGREEMENT_RATIOS[measure];
    /** The same, with the agreement's own threshold where it has one: whoever is not late was answered at once. */
    const sum = (terms: readonly Term[], interval = intervals) => {
      if (within === null) return byTypes(types, terms, interval);
      const own = (i * (intervals + 1) + interval) * OWN_COUNTERS;
      let total = 0;
      for (const [counter, factor] of terms) {
        if (counter === ANSWERED_WITHIN) total += factor * (byTypes(types, OFFERED_TERMS, interval) - ownThresholds[own + LATE] + ownThresholds[own + LATE_ANSWERED]);
        else if (counter === ABANDONED_WITHIN) total += factor * ownThresholds[own + LATE_ABANDONED];
        else total += factor * byTypes(types, [[counter, 1]], interval);
      }
      return total;
    };
    out[next++] = sum(of);
    out[next++] = sum(per);
    let levels = 0, busy = 0;
    for (let interval = 0; interval < intervals; interval++) {
      const bottom = sum(per, interval);
      if (bottom <= 0) continue;
      levels += sum(of, interval) / bottom;
      busy++;
    }
    out[next++] = levels;
    out[next++] = busy;
  }
}

/** Lines of days somewhere in an array: day x `width`, each beginning `from` after the day's first number. */
export interface LedgerLines {
  readonly values: Float64Array;
  readonly width: number;
  readonly from: number;
}

/** What an agreement looks at, by day. @param index among the ledger's agreements */
export function sidesOf(lines: LedgerLines, index: number): DaySides {
  const [top, bottom, levels, intervals] = Array.from({ length: SIDES }, (_, side) => ledgerColumn(lines, FIRST_AGREEMENT + SIDES * index + side));
  return { top, bottom, levels, intervals };
}

/** A column of all lines, by day. */
export function ledgerColumn({ values, width, from }: LedgerLines, column: number): Float64Array {
  const own = new Float64Array(width === 0 ? 0 : values.length / width);
  for (let day = 0, at = from + column; day < own.length; day++, at += width) own[day] = values[at]; // from() with a function costs twenty times as much
  return own;
}
