// What one day leaves behind: additive counters only, no ratios. Seconds and contacts.

import type { Model } from "../model/model.ts";
import { WAIT_BINS } from "./waitBins.ts";

/** Counters of the contacts of a type that arrived in an interval. LONGEST is a maximum, all others are sums. */
export const OFFERED = 0, ANSWERED = 1, ABANDONED = 2, BLOCKED = 3, LOST_AT_CLOSE = 4, ANSWERED_WITHIN = 5, ABANDONED_WITHIN = 6;
export const WAITED = 7, WAIT_ANSWERED = 8, WAIT_ABANDONED = 9, WAIT_ALL = 10, LONGEST = 11;
export const CONTACT_COUNTERS = 12;

/** The counters that equal a cell's offered contacts when all of them were answered at once; the others are 0 then. */
export const ALL_AT_ONCE: readonly number[] = [OFFERED, ANSWERED, ANSWERED_WITHIN];

/** Counters of a group's agents in an interval. ROSTERED and PAID are by the rota, whoever is ABSENT or OFF_PHONE; work beyond it is OVERRUN. */
export const BUSY = 0, STAFFED = 1, OVERRUN = 2, ROSTERED = 3, PAID = 4, ABSENT = 5, OFF_PHONE = 6;
export const GROUP_COUNTERS = 7;

/** Counters of a site: of its contacts, those answered by groups that are not its own; and of all others, those that its groups answered. */
export const ELSEWHERE = 0, FOR_OTHERS = 1;
export const SITE_COUNTERS = 2;

/** Counters of an agreement with a threshold of its own: contacts not answered at once, and those of them answered, or gone, within it. */
export const LATE = 0, LATE_ANSWERED = 1, LATE_ABANDONED = 2;
export const OWN_COUNTERS = 3;

/** Cells of counters, written out only where something happened that one number does not say. */
export interface Cells {
  /** By cell the number that changes every day: contacts offered, seconds busy. */
  readonly main: Float64Array;
  /** By cell: 1 where `counters` has the cell's counters; elsewhere they are void, and follow from `main`. */
  readonly detailed: Uint8Array;
  /** cell x counters */
  readonly counters: Float64Array;
}

export interface DayRecord {
  /** Cells: row x (intervals + 1) + interval. Rows are the types and, of several, all together last; the last column is the day. */
  readonly contacts: Cells;
  /**
   * Cells: group x (intervals + 2) + interval; after the intervals come the time after closing and the whole day.
   * Of STAFFED here is what differs from the rota, and ROSTERED and PAID are 0: the model has them, the same every day.
   */
  readonly groups: Cells;
  /** type x WAIT_BINS: contacts that waited, by bin of their wait. Adds up over days until cleared. */
  readonly waits: Float64Array;
  /** By type: one past its last bin in use. */
  readonly waitsEnd: Int32Array;
  /** Contacts answered, by group; empty unless the model asks for it. */
  readonly answeredBy: Float64Array;
  /** agreement x (intervals + 1) x OWN_COUNTERS, the last column the day; empty where no agreement has a threshold of its own. */
  readonly ownThresholds: Float64Array;
  /** site x SITE_COUNTERS; empty without sites. */
  readonly sites: Float64Array;
}

export function createDayRecord(model: Model): DayRecord {
  const { types, groups, intervals } = model;
  return {
    contacts: cells(contactRows(model) * (intervals + 1), CONTACT_COUNTERS),
    groups: cells(groups * (intervals + 2), GROUP_COUNTERS),
    waits: new Float64Array(types * WAIT_BINS),
    waitsEnd: new Int32Array(types),
    answeredBy: new Float64Array(model.ledger?.byGroup === true ? groups : 0),
    ownThresholds: new Float64Array(model.ledger?.agreements.some(({ within }) => within !== null) === true ? model.ledger.agreements.length * (intervals + 1) * OWN_COUNTERS : 0),
    sites: new Float64Array((model.sites?.names.length ?? 0) * SITE_COUNTERS),
  };
}

/** The types and, of several, one row more for all together. */
export function contactRows({ types }: Model): number {
  return types === 1 ? 1 : types + 1;
}

function cells(count: number, counters: number): Cells {
  return { main: new Float64Array(count), detailed: new Uint8Array(count), counters: new Float64Array(count * counters) };
}
