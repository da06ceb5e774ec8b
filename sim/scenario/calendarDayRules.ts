// Rules between the dates of a calendar and its kinds of day, once these are known as whole scenarios.

import type { Season } from "./calendar.ts";
import { plannedDates, seasonFactor, wholeUnits } from "./calendarDates.ts";
import { formatDate } from "./date.ts";
import { comingPerDay } from "./demandHours.ts";
import type { Findings } from "./findings.ts";
import { checkDays, count, limits, tooManyRuns } from "./limits.ts";
import type { DatedScenario } from "./schema.ts";
import { shorten } from "./shown.ts";

/** Seasons, memory, agreements and the number of contacts of a calendar that is right in itself. */
export function checkSeasonedDays(findings: Findings, scenario: DatedScenario): void {
  const { calendar: { week, dayTypes, dates } } = scenario, kinds = Object.entries(dayTypes);
  if (findings.keysAt(["calendar", "dayTypes"]).length > kinds.length) return; // a kind is wrong, which has been told
  const { open } = plannedDates(week, dates);
  checkFixedCounts(findings, dates.season, scenario);
  checkMemory(findings, scenario);
  let all = 0, most = 0, busiest = dates.from;
  for (const { date, kind } of open) {
    const day = dayTypes[kind], contacts = Object.entries(day.contacts).reduce((sum, [name, type]) => sum + comingPerDay(type, day) * seasonFactor(dates.season, name, date), 0);
    all += contacts;
    if (contacts > most) [most, busiest] = [contacts, date];
  }
  if (most > limits.contactsPerDay) findings.key(["calendar", "season"], `makes ${count(most)} expected contacts on ${formatDate(busiest)}; at most ${count(limits.contactsPerDay)} a day`);
  const excess = tooManyRuns(scenario.days) ?? checkDays(all, scenario.days);
  if (excess !== null) findings.value(["days"], excess);
  for (const [name, { every }] of Object.entries(scenario.agreements ?? {})) {
    const never = typeof every === "number" ? every > open.length : wholeUnits(week, dates, open, every).length === 0;
    if (never) findings.value(["agreements", name, "every"], `never ends: no whole ${typeof every === "number" ? `period of ${every} open days` : every} lies in the calendar`);
  }
}

/** So many contacts and no others cannot be more in summer. */
function checkFixedCounts(findings: Findings, seasons: readonly Season[], { calendar: { dayTypes } }: DatedScenario): void {
  seasons.forEach(({ contacts }, i) => {
    const fixed = Object.values(dayTypes).flatMap((day) => Object.entries(day.contacts)).find(([name, { count: how }]) => how === "fixed" && (contacts?.includes(name) ?? true));
    const path = ["calendar", "season"], entry = Array.isArray(findings.valueAt(path)) ? [...path, i] : path;
    if (fixed !== undefined) findings.key(entry, `changes how many contacts come, but ${shorten(fixed[0])} has count: fixed`);
  });
}

/** Memory is about a factor that varies, by the same amount on all days. */
function checkMemory(findings: Findings, { calendar: { dayTypes, dates } }: DatedScenario): void {
  if (dates.dayToDayCorrelation === 0) return;
  const path = ["calendar", "dayToDayCorrelation"], first = new Map<string, { readonly cv: number; readonly kind: string }>();
  for (const [kind, { contacts }] of Object.entries(dayTypes)) {
    for (const [name, { dayToDayCv: cv, busyness }] of Object.entries(contacts)) {
      const factor = busyness === "shared" ? "" : name, known = first.get(factor);
      if (known === undefined) first.set(factor, { cv, kind });
      else if (known.cv !== cv) findings.value(path, `needs the same dayToDayCv for all kinds of day, but that of ${shorten(name)} is ${known.cv} on ${shorten(known.kind)} and ${cv} on ${shorten(kind)}`);
    }
  }
  if ([...first.values()].every(({ cv }) => cv === 0)) findings.value(path, "has no effect: no contact type has a dayToDayCv");
}
