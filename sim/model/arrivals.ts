// How many contacts of a type are expected in each staffing interval, and whether just so many come on every day.

import type { ContactType } from "../scenario/schema.ts";

const SECONDS_PER_HOUR = 3600;

/** Expected contacts by interval, from hourly rates or from the day's volume shared out by the profile's weights. */
export function expectedContacts({ volume = 0, profile = [], ratesPerHour }: ContactType, interval: number): number[] {
  if (ratesPerHour) return ratesPerHour.map((rate) => (rate * interval) / SECONDS_PER_HOUR);
  const weights = profile.reduce((sum, weight) => sum + weight, 0);
  return profile.map((weight) => (volume * weight) / weights);
}

/** Contacts of every day where their number is fixed, a whole number; null where it varies. */
export function fixedCount({ count, volume = 0 }: ContactType): number | null {
  return count === "fixed" ? volume : null;
}
