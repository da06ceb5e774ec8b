// What one day leaves behind: additive counters only, no ratios. Seconds and contacts.

import type { Model } from "../model/model.ts";
import { WAIT_BINS } from "./waitBins.ts";

/** Counters of the contacts of a type that arrived in an interval. LONGEST is a maximum, all others are sums. */
export const OFFERED = 0, ANSWERED = 1, ABANDONED = 2, BLOCKED = 3, LOST_AT_CLOSE = 4, ANSWERED_WITHIN = 5, ABANDONED_WITHIN = 6;
export const WAITED = 7, WAIT_ANSWERED = 8, WAIT_ABANDONED = 9, WAIT_ALL = 10, LONGEST = 11;
export const CONTACT_COUNTERS = 12;

/** Counters of a group's agents in an interval. ROSTERED and PAID are by the rota, whoever is ABSENT; work beyond it is OVERRUN. */
export const BUSY = 0, STAFFED = 1, OVERRUN = 2, ROSTERED = 3, PAID = 4, ABSENT = 5;
export const GROUP_COUNTERS = 6;

export interface DayRecord {
  /** (type x (intervals + 1) + interval) x CONTACT_COUNTERS: a row per type and one more for all types; the last column is the day. */
  readonly contacts: Float64Array;
  /** (group x (intervals + 2) + interval) x GROUP_COUNTERS: after the intervals come the time after closing and the whole day. */
  readonly groups: Float64Array;
  /** type x WAIT_BINS: contacts that waited, by bin of their wait. Adds up over days until cleared. */
  readonly waits: Float64Array;
}

export function createDayRecord({ types, groups, intervals }: Model): DayRecord {
  return {
    contacts: new Float64Array((types + 1) * (intervals + 1) * CONTACT_COUNTERS),
    groups: new Float64Array(groups * (intervals + 2) * GROUP_COUNTERS),
    waits: new Float64Array(types * WAIT_BINS),
  };
}
