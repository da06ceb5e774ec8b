// Hot path: who answered the day's contacts; called only where groups have different prices.

import type { Contacts } from "./contacts.ts";
import { ANSWERED_AFTER_WAIT, ANSWERED_AT_ONCE } from "./outcome.ts";

/** @param by by group: becomes the day's answered contacts */
export function countAnsweredBy({ count, outcome, group }: Contacts, by: Float64Array): void {
  by.fill(0);
  for (let contact = 0; contact < count; contact++) {
    const became = outcome[contact];
    if (became === ANSWERED_AT_ONCE || became === ANSWERED_AFTER_WAIT) by[group[contact]]++;
  }
}
