import * as z from "zod";
import { agreement, type Agreement } from "./agreement.ts";
import { calendar, type Dates } from "./calendar.ts";
import type { Weekday } from "./weekdays.ts";
import { contactType } from "./contact.ts";
import { count, limits } from "./limits.ts";
import { pay } from "./pay.ts";
import { precision } from "./precision.ts";
import { group, shift } from "./roster.ts";
import { routeEntry } from "./route.ts";
import { readEntry } from "./readEntry.ts";
import { site } from "./site.ts";
import { clock, distinct, durationOrZero, line, must, name, section, wholeFrom } from "./values.ts";

export type { ContactType } from "./contact.ts";
export type { Agreement } from "./agreement.ts";
export type { AgreementMeasure } from "./promised.ts";
export type { Pay } from "./pay.ts";
export type { Law } from "./law.ts";
export type { Break, Group, OffPhoneRule, Shift } from "./roster.ts";
export type { RouteEntry } from "./route.ts";
export type { Site } from "./site.ts";

const intervals = [5, 10, 15, 30, 60];

const interval = durationOrZero.refine((seconds) => intervals.includes(seconds / 60), { error: "must be 5m, 10m, 15m, 30m or 60m" });

const notEmpty = (entries: object): boolean => Object.keys(entries).length > 0;

const seedRule = must("a text or a whole number (put a very large number in quotes)");

const seed = z
  .union([line(200, "a text of 1 to 200 characters"), z.int(seedRule)], seedRule)
  .transform(String);

/** The scenario file: types, defaults, messages, the JSON Schema and the reference of keys all come from here. */
export const scenarioSchema = section("a scenario", {
  extends: line(1000, "the path of another scenario file").optional().meta({
    description: "Another scenario file on which this one is a variant: only what differs is written here. Relative to this file, in its folder or below",
    form: "path",
    example: "usual-day.yaml",
  }),
  name: line(200, "a text of 1 to 200 characters").optional().meta({
    description: "Title in tables and reports; by default the file's name",
    form: "text",
    example: "Usual day",
  }),
  opening: section('the opening hours, such as { from: "08:30", to: "18:00" }', {
    from: clock.meta({ description: "When contacts may begin to arrive", example: "08:30" }),
    to: clock.meta({ description: "Closing: no contact arrives after it", example: "18:00" }),
  }).meta({ description: "Hours of one day" }),
  interval: interval.meta({
    description: "Staffing interval, in which rates, agents and results are counted; must divide the opening hours",
    form: "`5m`, `10m`, `15m`, `30m` or `60m`",
    example: "30m",
  }),
  contacts: z
    .record(name, contactType, must("a mapping from the name of a contact type to its settings"))
    .refine(notEmpty, { error: "must have at least one contact type" })
    .meta({ description: "Contact types, by name", entry: "type", minProperties: 1 }),
  sites: z
    .record(name, site, must("a mapping from the name of a site to its settings"))
    .refine(notEmpty, { error: "must have at least one site" })
    .optional()
    .meta({ default: "none", description: "Sites, by name; contact types and groups name the one they belong to", entry: "site", minProperties: 1 }),
  shifts: z
    .record(name, shift, must("a mapping from the name of a shift to its hours"))
    .default({})
    .meta({ description: "Shift patterns, by name", entry: "shift" }),
  groups: z
    .record(name, group, must("a mapping from the name of an agent group to its settings"))
    .refine(notEmpty, { error: "must have at least one agent group" })
    .meta({ description: "Agent groups, by name", entry: "group", minProperties: 1 }),
  routing: z
    .record(
      name,
      z
        .array(routeEntry, must("a list of agent groups, first choice first"))
        .min(1, { error: "must name at least one agent group" })
        .superRefine((entries, context) => distinct(entries.map((entry) => readEntry(entry).group), context)),
      must("a mapping from contact type to a list of agent groups"),
    )
    .default({})
    .meta({
      description: "Which groups a contact type tries, first choice first, or after a wait; a type not named here tries every group that answers it, in the file's order, or, of a site, those that its site leads to",
      form: "mapping from contact type to list of agent groups",
      example: { calls: ["generic"] },
    }),
  lines: wholeFrom(1, Number.MAX_SAFE_INTEGER, "a whole number of lines, at least 1").nullable().default(null).meta({
    description: "Contacts that may be waiting and in hand at once, all types; whoever finds all lines busy is blocked",
    form: "whole number of at least 1; `null`: no limit",
    unit: "contacts",
    example: 14,
  }),
  closing: z.enum(["drain", "drop"], must("drain or drop")).default("drain").meta({
    description:
      "Who still waits at closing: `drain`: agents on duty stay until the queues they serve are empty; `drop`: they are lost. Contacts in hand are finished either way",
    form: "`drain` or `drop`",
    example: "drain",
  }),
  calendar: calendar.optional().meta({ description: "Makes the scenario several kinds of day: a typical week of them, or all days from one date to another" }),
  pay: pay.optional().meta({ description: "What the day costs; without it nothing is said of money" }),
  agreements: z.record(name, agreement, must("a mapping from the name of an agreement to what was promised")).optional().meta({
    description: "What was promised to whom over days or longer periods, and what missing it costs, by name", entry: "agreement",
  }),
  days: wholeFrom(1, limits.days, `a whole number of days from 1 to ${count(limits.days)}`).default(1000).meta({
    description: "Days to simulate; of a calendar every kind of day, or all of its dates, so many times; more days, narrower intervals",
    form: "whole number of at least 1",
    unit: "days",
    example: 2000,
  }),
  precision: precision.optional().meta({ description: "Instead of `days`: simulate in blocks of 32 days, from 512 days on, until the service level is known well enough" }),
  seed: seed.default("1").meta({
    description: "Where chance starts: the same seed gives the same days",
    form: "text, or whole number",
    example: "1",
  }),
});

/** A scenario with every default filled in: seconds for durations, seconds since midnight for times of day, 0 to 1 for shares. */
export type Scenario = Omit<z.output<typeof scenarioSchema>, "name" | "extends" | "calendar" | "agreements"> & { name: string; calendar?: Calendar; agreements?: Readonly<Record<string, Agreement>> | undefined };

/** A typical week, or all days from one date to another. */
export interface Calendar {
  /** The name of each weekday's day type, or `closed`. */
  readonly week: Readonly<Record<Weekday, string>>;
  /** The whole scenario of each day type. */
  readonly dayTypes: Readonly<Record<string, Scenario>>;
  /** Absent of a typical week. */
  readonly dates?: Dates;
}

/** A scenario of dates: each of its days is simulated in order, from the first to the last. */
export type DatedScenario = Scenario & { readonly calendar: Calendar & { readonly dates: Dates } };
