// How many contacts of a type are expected in each staffing interval, and whether just so many come on every day.

import { comingPerDay, demandOf, type Hours } from "../scenario/demandHours.ts";
import type { ContactType } from "../scenario/schema.ts";

/** Expected contacts by interval of the opening: those that come, wherever their demand lies. */
export function expectedContacts(type: ContactType, hours: Hours): readonly number[] {
  return demandOf(type, hours).coming;
}

/** Contacts of every day where their number is fixed, a whole number; null where it varies. */
export function fixedCount(type: ContactType, hours: Hours): number | null {
  return type.count === "fixed" ? Math.round(comingPerDay(type, hours)) : null; // whole but for rounding: the scenario's rules say so
}
