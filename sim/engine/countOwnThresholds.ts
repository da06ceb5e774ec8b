// Hot path: who was answered, or hung up, within an agreement's own threshold; called only where an agreement has one.

import type { Model } from "../model/model.ts";
import type { Contacts } from "./contacts.ts";
import { LATE, LATE_ABANDONED, LATE_ANSWERED, OWN_COUNTERS } from "./dayRecord.ts";
import { ANSWERED_AFTER_WAIT, BALKED, GAVE_UP } from "./outcome.ts";

/** @param out agreement x (intervals + 1) x OWN_COUNTERS: becomes the day's */
export function countOwnThresholds({ ledger, intervals }: Model, { late, lateCount, outcome, wait, type: types, cell: cellOf }: Contacts, out: Float64Array): void {
  out.fill(0);
  ledger?.agreements.forEach(({ types: counted, within }, agreement) => {
    if (within === null) return;
    const from = agreement * (intervals + 1) * OWN_COUNTERS, day = from + intervals * OWN_COUNTERS;
    for (let i = 0; i < lateCount; i++) {
      const contact = late[i], type = types[contact], became = outcome[contact];
      if (!counted.includes(type)) continue;
      const at = from + (cellOf[contact] - type * intervals) * OWN_COUNTERS, isWithin = became === BALKED || wait[contact] <= within;
      out[at + LATE]++;
      out[day + LATE]++;
      if (became === ANSWERED_AFTER_WAIT && isWithin) {
        out[at + LATE_ANSWERED]++;
        out[day + LATE_ANSWERED]++;
      } else if ((became === GAVE_UP || became === BALKED) && isWithin) {
        out[at + LATE_ABANDONED]++;
        out[day + LATE_ABANDONED]++;
      }
    }
  });
}
