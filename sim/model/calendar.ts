// What a calendar of dates is simulated on: its kinds of day as models, its open dates, what is drawn at random, and when its agreements are judged.

import type { Season } from "../scenario/calendar.ts";
import { plannedDates, wholeUnits, type OpenDate } from "../scenario/calendarDates.ts";
import { nameOfUnit } from "../scenario/date.ts";
import { termsOf, type Terms } from "../scenario/promised.ts";
import type { Agreement, DatedScenario, Scenario } from "../scenario/schema.ts";
import { kindsOfDay } from "../scenario/week.ts";
import { compile } from "./compile.ts";
import type { Model } from "./model.ts";
import { staffPay } from "./pay.ts";

export interface CalendarKind {
  readonly name: string;
  /** With the calendar's agreements; seeded as the calendar is. */
  readonly scenario: Scenario;
  readonly model: Model;
  /** Of its types and groups, their place among those of all kinds. */
  readonly rowOf: readonly number[];
  readonly groupOf: readonly number[];
  /** Of its types, the place of what makes their days busy among the calendar's factors. */
  readonly factorOf: readonly number[];
  /** Pay of the rota and fixed costs of such a day: exact. */
  readonly everyDay: number;
}

/** Days of a kind drawn at random among dates; of those the places among the open days, and behind these for dates outside the calendar. */
export interface PeakDraw {
  readonly kind: number;
  readonly days: number;
  readonly places: Int32Array;
  /** Which numbers its luck, with the run. */
  readonly from: number;
}

/** An agreement and its whole periods: from the first open day to before the end, by place. */
export type CalendarAgreement = Agreement & {
  readonly name: string;
  readonly terms: Terms;
  readonly periods: readonly { readonly name: string; readonly from: number; readonly to: number }[];
};

export interface CalendarModel {
  readonly kinds: readonly CalendarKind[];
  /** Names of all kinds' types and groups, each once. */
  readonly types: readonly string[];
  readonly groups: readonly string[];
  /** What makes days busy: the names of types, empty for what types share. */
  readonly factors: readonly string[];
  /** By open day: its date, and its kind unless a draw hits it. */
  readonly dates: Int32Array;
  readonly kindOf: Int32Array;
  readonly draws: readonly PeakDraw[];
  /** One more than the last place of a draw, or the number of open days. */
  readonly places: number;
  readonly seasons: readonly Season[];
  /** From one open day to the next. */
  readonly correlation: number;
  readonly agreements: readonly CalendarAgreement[];
}

export function compileCalendar(scenario: DatedScenario): CalendarModel {
  const { calendar: { week, dates }, agreements = {} } = scenario, days = kindsOfDay(scenario).map((kind) => ({ name: kind.name, scenario: { ...kind.scenario, seed: scenario.seed, ...ownAgreements(kind.scenario, agreements) } }));
  const types = [...new Set(days.flatMap((kind) => Object.keys(kind.scenario.contacts)))], groups = [...new Set(days.flatMap((kind) => Object.keys(kind.scenario.groups)))];
  const factorName = (day: Scenario, type: string) => (day.contacts[type].busyness === "shared" ? "" : type), factors = [...new Set(days.flatMap((kind) => Object.keys(kind.scenario.contacts).map((type) => factorName(kind.scenario, type))))];
  const kinds = days.map(({ name, scenario: day }): CalendarKind => ({
    name, scenario: day, model: compile(day),
    rowOf: Object.keys(day.contacts).map((type) => types.indexOf(type)), groupOf: Object.keys(day.groups).map((group) => groups.indexOf(group)),
    factorOf: Object.keys(day.contacts).map((type) => factors.indexOf(factorName(day, type))),
    everyDay: staffPay(day) + (day.pay?.fixed ?? 0),
  }));
  const { open, draws } = plannedDates(week, dates), outside = draws.flatMap(({ among }) => among.filter((date) => date < dates.from || date > dates.to));
  const place = new Map([...new Set([...open.map(({ date }) => date), ...outside])].map((date, i) => [date, i])), kindNamed = (name: string) => kinds.findIndex((kind) => kind.name === name);
  return {
    kinds, types, groups, factors,
    dates: Int32Array.from(open, ({ date }) => date), kindOf: Int32Array.from(open, ({ kind }) => kindNamed(kind)),
    draws: draws.map(({ kind, days: number, among }) => ({ kind: kindNamed(kind), days: number, places: Int32Array.from(among, (date) => place.get(date) ?? -1), from: among[0] ?? 0 })), places: place.size, // every date of a draw is open or outside
    seasons: dates.season, correlation: dates.dayToDayCorrelation,
    agreements: Object.entries(agreements).map(([name, agreement]) => ({ ...agreement, name, terms: termsOf(agreement), periods: periodsOf(agreement, scenario, open) })),
  };
}

/** The calendar's agreements as far as a kind of day has their types; a ledger of the same width for all. */
function ownAgreements({ contacts }: Scenario, agreements: NonNullable<Scenario["agreements"]>): Pick<Scenario, "agreements"> {
  const entries = Object.entries(agreements);
  if (entries.length === 0) return {};
  return { agreements: Object.fromEntries(entries.map(([name, agreement]) => [name, agreement.contacts === undefined ? agreement : { ...agreement, contacts: agreement.contacts.filter((type) => Object.hasOwn(contacts, type)) }])) };
}

function periodsOf({ every }: Agreement, { calendar: { week, dates } }: DatedScenario, open: readonly OpenDate[]): CalendarAgreement["periods"] {
  if (typeof every === "number") return Array.from({ length: Math.floor(open.length / every) }, (_, i) => ({ name: String(i + 1), from: i * every, to: (i + 1) * every }));
  return wholeUnits(week, dates, open, every).map(({ from, first, end }) => ({ name: nameOfUnit(from, every), from: first, to: end }));
}
