import * as z from "zod";
import { HOLIDAY_YEARS } from "./bankHolidays.ts";
import { CALENDAR_UNITS, datePattern, parseDate, type CalendarUnit } from "./date.ts";
import { CLOSED } from "./weekdays.ts";
import { distinct, line, must, name, numberFrom, section } from "./values.ts";

const same = "is the same for all kinds of day: write it at the top of the scenario";

/** Keys of a scenario that its kinds of day cannot have, and why. */
export const NOT_OF_A_DAY: Readonly<Record<string, string>> = {
  extends: "a day type patches this scenario, and cannot have another base", calendar: "a day type has no calendar of its own", name: "a day type goes by its name in the calendar",
  days: same, precision: same, seed: same,
};

const MOST_DAYS = 3660; // ten years
const MOST_FACTOR = 100;

const kindOfDay = line(100, `the name of a day type, or ${CLOSED}`);
const dayType = line(100, "the name of a day type");

const patchRule = must("a patch of the scenario: keys and values, one a line; {} for the scenario as it stands");

const dateRule = must("a date such as 2026-09-01, from 2000 to 2099");

/** A date; becomes days since 2000-01-01. */
const date = z.string(dateRule).regex(datePattern, dateRule).transform((text, context) => {
  const number = parseDate(text);
  if (number === null) context.addIssue({ code: "custom", message: "must be a day that its month has", input: text });
  return number ?? 0;
}).meta({ form: "date" });

const factor = numberFrom(0, MOST_FACTOR, `a factor from 0 to ${MOST_FACTOR}, such as 1.05`);

const weekdays = <Value extends z.ZodType>(value: Value) => ({
  mon: value.optional(), tue: value.optional(), wed: value.optional(), thu: value.optional(), fri: value.optional(), sat: value.optional(), sun: value.optional(),
});

const atRandomRule = must("a number of days a week, month, quarter or year, such as 2 a month");

/** "2 a month" */
const atRandom = z.string(atRandomRule).regex(/^[1-9][0-9]{0,2} an? (?:week|month|quarter|year)$/, atRandomRule).transform((text): { readonly days: number; readonly every: CalendarUnit } => {
  const [days, , unit] = text.split(" ");
  return { days: Number(days), every: CALENDAR_UNITS.find((known) => known === unit) ?? "year" }; // the pattern knows no other
});

const peaks = section("peaks, such as { dayType: peak, atRandom: 2 a month }", {
  dayType: dayType.meta({ description: "The day type that such a day is", form: "name of a day type", example: "peak" }),
  dates: z.array(date, must("a list of dates such as [2027-04-06]")).min(1, { error: "must name at least one date" }).superRefine(distinct).optional().meta({ default: "none", description: "Dates that are such days", form: "list of dates", example: ["2027-04-06"] }),
  atRandom: atRandom.optional().meta({ default: "none", description: "So many days more of every week, month, quarter or year, drawn anew each time the calendar is simulated; of one that the calendar cuts off, those that fall inside", form: "such as `2 a month`", example: "2 a month" }),
  instead: z.array(dayType, must("a list of day types such as [usual]")).min(1, { error: "must name at least one day type" }).superRefine(distinct).optional().meta({
    default: "that of most weekdays", description: "Day types whose days may be drawn", form: "list of day types", example: ["usual"],
  }),
});

const span = section("a span of dates, such as { from: 2027-07-01, to: 2027-08-31, factor: 1.2 }", {
  from: date.meta({ description: "First date", example: "2027-07-01" }),
  to: date.meta({ description: "Last date", example: "2027-08-31" }),
  factor: factor.meta({ description: "Times as many contacts on these dates", form: `number from 0 to ${MOST_FACTOR}`, example: 1.2 }),
});

const season = section("a season, such as { contacts: calls, byMonth: [1, 1, 1.05, …] }", {
  contacts: z.union([line(100, "the name of a contact type"), z.array(line(100, "the name of a contact type"), must("a list of contact types")).min(1, { error: "must name at least one contact type" }).superRefine(distinct)], must("a contact type or a list of them"))
    .optional().transform((given) => (typeof given === "string" ? [given] : given))
    .meta({ default: "all", description: "Contact types that it changes", form: "name of a contact type, or list of them", example: "calls" }),
  byMonth: z.array(factor, must("a list of 12 factors, January first")).length(12, must("a list of 12 factors, January first")).optional().meta({
    default: "none", description: "Times as many contacts, by month, January first", form: "list of 12 numbers", example: [1, 1, 1.05, 1.1, 1, 1, 1.15, 1.15, 1, 1, 1, 0.9],
  }),
  byWeekday: section("factors by weekday, such as { mon: 1.2, fri: 0.9 }", weekdays(factor)).optional().meta({
    default: "none", description: "Times as many contacts, by weekday; of weekdays left out 1", form: "mapping from `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun` to a number", example: { mon: 1.2 },
  }),
  spans: z.array(span, must("a list of spans such as [{ from: 2027-07-01, to: 2027-08-31, factor: 1.2 }]")).min(1, { error: "must have at least one span" }).optional().meta({ default: "none", description: "Times as many contacts within some dates", form: "list of spans" }),
});

const weekRule = "a week, such as { mon: usual, sat: saturday }";

const otherWeek = section("another week, such as { from: 2027-07-01, to: 2027-08-31, week: { mon: summer } }", {
  from: date.meta({ description: "First date", example: "2027-07-01" }),
  to: date.meta({ description: "Last date", example: "2027-08-31" }),
  week: section(weekRule, weekdays(kindOfDay)).meta({
    description: `Day types of the weekdays that are different then, or \`${CLOSED}\``, form: "mapping from `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun` to a day type", example: { mon: "summer" },
  }),
});

const oneOrMore = <Schema extends z.ZodType>(schema: Schema, rule: string) =>
  z.union([schema.transform((one) => [one]), z.array(schema, must(rule))], must(rule));

/** Kinds of day, and the typical week or the dates that are made of them. */
export const calendar = section("a calendar, such as { week: { mon: usual, sat: saturday }, dayTypes: { usual: {}, saturday: { opening: … } } }", {
  from: date.optional().meta({ default: "none", description: "First date. With `to` the calendar is one of dates, simulated from the first to the last, `days` times; without them it is a typical week", example: "2026-09-01" }),
  to: date.optional().meta({ default: "none", description: `Last date, at most ${MOST_DAYS.toLocaleString("en-GB")} days after the first`, example: "2027-08-31" }),
  week: section(weekRule, weekdays(kindOfDay)).meta({
    description: `The typical week: the day type of each weekday, or \`${CLOSED}\`; weekdays left out are closed, of a calendar with dates none may be left out`,
    form: "mapping from `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun` to a day type",
    example: { mon: "usual", sat: "saturday", sun: CLOSED },
  }),
  otherWeeks: z.array(otherWeek, must("a list of other weeks such as [{ from: 2027-07-01, to: 2027-08-31, week: { mon: summer } }]")).optional().meta({
    default: "none", description: "Stretches of dates with another typical week: other hours, temporary staff", form: "list of other weeks",
  }),
  bankHolidays: kindOfDay.optional().meta({
    default: "as their weekday", description: `The day type of England's bank holidays that fall on an open weekday, or \`${CLOSED}\`; known from ${HOLIDAY_YEARS.from} to ${HOLIDAY_YEARS.to}`, form: `name of a day type, or \`${CLOSED}\``, example: CLOSED,
  }),
  dates: z.record(z.string(), kindOfDay, must("a mapping from a date to a day type")).optional().meta({
    default: "none", description: `Single dates that are unlike their weekday: their day type, or \`${CLOSED}\`; go before \`bankHolidays\` and weeks`, form: `mapping from a date to a day type or \`${CLOSED}\``, example: { "2026-12-24": "saturday" },
  }),
  dayTypes: z
    .record(name, z.record(z.string(), z.unknown(), patchRule), must("a mapping from the name of a day type to its patch"))
    .meta({
      description: "Kinds of day, by name: what differs from the scenario, as in a file that `extends` it. Without dates every kind has callers of its own, and the same number of simulated days",
      form: "keys of a scenario, without `name`, `days`, `precision` and `seed`; `null` takes a key away, also where it is written by a variant or `--set`: this day then has none; `{}` is the scenario as it stands",
      example: { usual: {}, saturday: { opening: { from: "09:00", to: "16:00" } } },
    }),
  peaks: oneOrMore(peaks, "peaks such as { dayType: peak, atRandom: 2 a month }, or a list of them").optional().meta({
    default: "none", description: "Days out of the ordinary, on given dates or drawn at random", form: "mapping, or list of mappings",
  }),
  season: oneOrMore(season, "a season such as { contacts: calls, byMonth: [1, 1, 1.05, …] }, or a list of them").optional().meta({
    default: "none", description: "How many more or fewer come at some times of the year, or on some weekdays; several factors multiply", form: "mapping, or list of mappings",
  }),
  dayToDayCorrelation: numberFrom(0, 0.99, "a correlation from 0 to 0.99").optional().meta({
    default: 0, description: "Correlation of a type's busyness (`dayToDayCv`, which must then be the same for all kinds of day) from one open day to the next: bad days come in runs", form: "number from 0 to 0.99", example: 0.3,
  }),
});

/** The keys of a calendar that only one of dates has. */
export const OF_DATES = ["otherWeeks", "bankHolidays", "dates", "peaks", "season", "dayToDayCorrelation"] as const satisfies readonly (keyof typeof calendar.shape)[];

export const LONGEST_CALENDAR = MOST_DAYS;

type Written = z.output<typeof calendar>;

/** What a calendar of dates has besides its week. Dates are days since 2000-01-01. */
export interface Dates {
  readonly from: number;
  /** The last one. */
  readonly to: number;
  readonly otherWeeks: readonly z.output<typeof otherWeek>[];
  /** A day type, or `closed`; undefined: as their weekday. */
  readonly bankHolidays: string | undefined;
  /** Single dates and their day types, or `closed`. */
  readonly single: readonly (readonly [date: number, kind: string])[];
  readonly peaks: readonly z.output<typeof peaks>[];
  readonly season: readonly z.output<typeof season>[];
  readonly dayToDayCorrelation: number;
}

export type Season = Dates["season"][number];

/** Null of a typical week. @param read a calendar whose keys are right in themselves */
export function datesOf({ from, to, otherWeeks = [], bankHolidays, dates = {}, peaks: days = [], season: seasons = [], dayToDayCorrelation = 0 }: Written): Dates | null {
  if (from === undefined || to === undefined) return null;
  return { from, to, otherWeeks, bankHolidays, single: Object.entries(dates).map(([text, kind]) => [parseDate(text) ?? from, kind] as const), peaks: days, season: seasons, dayToDayCorrelation };
}
