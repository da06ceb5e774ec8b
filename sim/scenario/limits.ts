import { comingPerDay } from "./demandHours.ts";
import type { Scenario } from "./schema.ts";

/** What a scenario may ask for. Far above any real contact centre: meant for slips of the finger and for files made to hurt. */
export const limits = {
  fileBytes: 4 * 1024 * 1024,
  /** Contact types, and likewise groups, shifts and the entries of any list. */
  types: 1000,
  /** Agents of all groups together, if all were on duty at once. */
  agents: 100_000,
  /** Spells off the phone expected on a day, of all agents. */
  spellsPerDay: 1e7,
  contactsPerDay: 1e8,
  contactsInAll: 1e10,
  days: 1e7,
  /** Times that the dates of a calendar are simulated. */
  runsOfDates: 65_536,
  /** Of a study. */
  variants: 50,
  /** Bytes of numbers kept of every single day. */
  keptBytes: 2 ** 30,
} as const;

type Contacts = Pick<Scenario, "contacts" | "opening" | "interval">;

/** Contacts of all types expected on a day: those that come while it is open. */
export function expectedContactsPerDay({ contacts, ...hours }: Contacts): number {
  return Object.values(contacts).reduce((sum, type) => sum + comingPerDay(type, hours), 0);
}

/** Why so many days with so many contacts expected on each are too many, or null when they are not. */
export function checkDays(contactsPerDay: number, days: number): string | null {
  if (days > limits.days) return `must be at most ${count(limits.days)} days`;
  const total = contactsPerDay * days;
  if (total <= limits.contactsInAll) return null;
  return `makes ${count(total)} expected contacts in all; at most ${count(limits.contactsInAll)}`;
}

/** Why the dates of a calendar cannot be simulated so many times, or null when they can. */
export function tooManyRuns(runs: number): string | null {
  return runs > limits.runsOfDates ? `must be at most ${count(limits.runsOfDates)}: so many times all dates of a calendar can be simulated` : null;
}

/** "1,660" or, where the digits would run on, "2e+30". */
export function count(value: number): string {
  return value < 1e15 ? value.toLocaleString("en-GB", { maximumFractionDigits: 0 }) : value.toPrecision(3);
}
