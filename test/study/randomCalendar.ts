// Random calendars of dates for properties: three kinds of day that have little in common, every key of the language.

import fc from "fast-check";
import type { Dates } from "../../sim/scenario/calendar.ts";
import { WEEKDAYS } from "../../sim/scenario/weekdays.ts";
import { plannedDates, wholeUnits } from "../../sim/scenario/calendarDates.ts";
import { parseDate } from "../../sim/scenario/date.ts";
import { AGREEMENT_MEASURES, AGREEMENT_MEASURE_NAMES, type AgreementMeasure, type Measured } from "../../sim/scenario/promised.ts";
import type { Agreement, DatedScenario, Scenario } from "../../sim/scenario/schema.ts";
import { randomScenario } from "../engine/randomScenario.ts";

const FIRST = parseDate("2026-11-20")!, UNITS = ["week", "month", "quarter", "year"] as const;
const PAY: Scenario["pay"] = { perHour: 12, rates: [], factor: 1, overrun: 2, perContact: 0.5, fixed: 40, currency: "£" };

/** Types that share their busyness vary alike, and every type as much on all kinds of day, as the language asks for. */
const alike = (day: Scenario, isPaid: boolean): Scenario => ({
  ...day, sites: undefined, pay: isPaid ? PAY : undefined,
  contacts: Object.fromEntries(Object.entries(day.contacts).map(([name, type]) => [name, { ...type, site: undefined, count: "random" as const, dayToDayCv: type.busyness === "shared" ? 0.5 : 0.3 }])),
  groups: Object.fromEntries(Object.entries(day.groups).map(([name, group]) => [name, { ...group, site: undefined }])),
});

/** A promise of a measure and its credits; those of at most so much are as far from nothing as those of at least so much from all. @param tight from 0 to 2 @param scale from 0 to 2 */
const measured = (measure: AgreementMeasure, tight: number, scale: number): Measured => {
  const pays = [[], [100], [70, 20, 300]][scale], { unit } = AGREEMENT_MEASURES[measure];
  if (measure === "averageSpeedOfAnswer" || measure === "averageWait" || measure === "abandonmentRate") {
    const steps = unit === "seconds" ? [[], [60], [90, 60, 240]][scale] : [[], [0.5], [0.6, 0.5, 0.9]][scale];
    return { measure, atMost: (unit === "seconds" ? [60, 20, 5] : [0.5, 0.2, 0.1])[tight], credits: pays.map((pay, i) => ({ above: steps[i], pay })) };
  }
  return { measure, atLeast: [0.5, 0.8, 0.9][tight], credits: pays.map((pay, i) => ({ below: [[], [0.5], [0.4, 0.5, 0.1]][scale][i], pay })) };
};

const agreement = fc.record({
  contacts: fc.constantFrom<string[] | undefined>(undefined, ["type 0"]), measure: fc.constantFrom(...AGREEMENT_MEASURE_NAMES), over: fc.constantFrom("contacts" as const, "days" as const, "intervals" as const),
  tight: fc.integer({ min: 0, max: 2 }), every: fc.constantFrom<Agreement["every"]>(1, 3, "week", "week", "month", "quarter"), scale: fc.integer({ min: 0, max: 2 }),
}).map(({ contacts, measure, over, tight, every, scale }): Agreement => ({ contacts, over, every, ...measured(measure, tight, scale) }));

/** Kinds `a` and `b` by the week, `c` at random. */
export const randomCalendar: fc.Arbitrary<DatedScenario> = fc.record({
  kinds: fc.tuple(randomScenario, randomScenario, randomScenario), isPaid: fc.boolean(),
  from: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 1, max: 50 }),
  week: fc.tuple(...WEEKDAYS.map((weekday) => fc.constantFrom(weekday === "mon" ? "a" : "closed", "a", "a", "b"))),
  bankHolidays: fc.constantFrom(undefined, "closed", "b"), single: fc.boolean(), other: fc.boolean(),
  atRandom: fc.option(fc.record({ days: fc.integer({ min: 1, max: 3 }), every: fc.constantFrom(...UNITS) }), { nil: undefined }), placed: fc.boolean(),
  season: fc.option(fc.record({ byMonth: fc.array(fc.constantFrom(0.5, 1, 1.5), { minLength: 12, maxLength: 12 }), isOfOne: fc.boolean(), spans: fc.constantFrom(undefined, { from: FIRST, to: FIRST + 25, factor: 0 }) }), { nil: undefined }),
  dayToDayCorrelation: fc.constantFrom(0, 0.6), agreements: fc.array(agreement, { maxLength: 2 }),
}).map(({ kinds, isPaid, from, length, week: names, bankHolidays, single, other, atRandom, placed, season, dayToDayCorrelation, agreements }): DatedScenario => {
  const [a, b, c] = kinds.map((kind) => alike(kind, isPaid)), week = Object.fromEntries(WEEKDAYS.map((weekday, i) => [weekday, names[i]])) as DatedScenario["calendar"]["week"]; // a key for each weekday
  const first = FIRST + from, last = first + length - 1, rule = { from: first, to: last, otherWeeks: other ? [{ from: first + 4, to: first + 20, week: { mon: "b", wed: "closed", sun: "a" } }] : [], bankHolidays, single: single ? [[last, "b"] as const] : [], season: [], dayToDayCorrelation };
  const open = plannedDates(week, { ...rule, peaks: [] }).open, onDate = placed && open.length > 0 && open[0].date !== last ? { dates: [open[0].date] } : {};
  const dates: Dates = {
    ...rule,
    peaks: atRandom === undefined && onDate.dates === undefined ? [] : [{ dayType: "c", ...onDate, atRandom }],
    season: season === undefined ? [] : [{ contacts: season.isOfOne ? ["type 0"] : undefined, byMonth: season.byMonth, spans: season.spans && [season.spans] }],
  };
  const whole = (every: Agreement["every"]) => (typeof every === "number" ? every <= open.length : wholeUnits(week, dates, open, every).length > 0);
  return {
    ...a, agreements: Object.fromEntries(agreements.filter(({ every }) => whole(every)).map((each, i) => [`agreement ${i}`, each])),
    calendar: { week, dates, dayTypes: { a, b, c } },
  };
}).filter(({ calendar: { week, dates } }) => plannedDates(week, dates).open.length > 0);
