// A calendar's result against sums made plainly, date by date, with the dates' names by JavaScript's own calendar.

import fc from "fast-check";
import { expect, test } from "vitest";
import { CalendarLuck, dayNumber } from "../../sim/engine/calendarLuck.ts";
import { Day } from "../../sim/engine/day.ts";
import { ABANDONED, ABANDONED_WITHIN, ANSWERED, ANSWERED_WITHIN, CONTACT_COUNTERS, createDayRecord, GROUP_COUNTERS, OFFERED, OVERRUN, WAIT_ALL, WAIT_ANSWERED } from "../../sim/engine/dayRecord.ts";
import { compileCalendar } from "../../sim/model/calendar.ts";
import { compile } from "../../sim/model/compile.ts";
import { paidShifts } from "../../sim/model/pay.ts";
import { bankHolidays } from "../../sim/scenario/bankHolidays.ts";
import type { AgreementMeasure } from "../../sim/scenario/promised.ts";
import type { DatedScenario } from "../../sim/scenario/schema.ts";
import { percentile } from "../../sim/stats/daily.ts";
import { CONTACT_MEASURES, GROUP_MEASURES, type Measure } from "../../sim/stats/measures.ts";
import { dayRatio, variance } from "../../sim/stats/paired.ts";
import { studentT95 } from "../../sim/stats/studentT.ts";
import { simulateCalendar } from "../../sim/study/calendar.ts";
import type { PeriodResult } from "../../sim/study/calendarResult.ts";
import { contactsInFull, groupsInFull } from "../engine/inFull.ts";
import { randomCalendar } from "./randomCalendar.ts";

const RUNS = 11; // a whole block and a part

interface PlainDate {
  readonly date: number;
  readonly kind: string;
  /** By row, a type's name or "" for all: counters of the day, and of each interval. */
  readonly contacts: Readonly<Record<string, { readonly day: readonly number[]; readonly intervals: readonly (readonly number[])[] }>>;
  readonly groups: Readonly<Record<string, readonly number[]>>;
  readonly cost: number;
  readonly target: Readonly<Record<string, number>>;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const textOf = (date: number) => new Date(Date.UTC(2000, 0, 1 + date)).toISOString().slice(0, 10);
const WEEKDAY = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
const weekdayOf = (date: number) => WEEKDAY[new Date(textOf(date)).getUTCDay()];

/** The week of ISO 8601: the year of its Thursday, and how many Thursdays of that year there have been. */
function weekOf(date: number): string {
  const thursday = date + 4 - (new Date(textOf(date)).getUTCDay() || 7), year = textOf(thursday).slice(0, 4), first = Math.round((Date.UTC(Number(year), 0, 1) - Date.UTC(2000, 0, 1)) / 86_400_000);
  return `${year}-W${String(1 + Math.floor((thursday - first) / 7)).padStart(2, "0")}`;
}
const UNIT_OF = {
  week: weekOf, month: (date: number) => textOf(date).slice(0, 7), year: (date: number) => textOf(date).slice(0, 4),
  quarter: (date: number) => `${textOf(date).slice(0, 4)}-Q${1 + Math.floor((Number(textOf(date).slice(5, 7)) - 1) / 3)}`,
};

/** All dates of a run, each simulated by itself. */
function plainRuns(scenario: DatedScenario, seed: string): PlainDate[][] {
  const calendar = compileCalendar(scenario), luck = new CalendarLuck(calendar, seed), { dayTypes } = scenario.calendar;
  const kinds = Object.fromEntries(Object.entries(dayTypes).map(([kind, day]) => { const model = compile(day); return [kind, { day, model, engine: new Day(model, seed), record: createDayRecord(model) }]; }));
  return Array.from({ length: RUNS }, (_, run) => {
    luck.start(run);
    return Array.from(calendar.dates, (date, place): PlainDate => {
      const kind = calendar.kinds[luck.kindOf[place]].name, { day, model, engine, record } = kinds[kind], types = Object.keys(day.contacts), { intervals } = model;
      engine.simulate(dayNumber(run, date), record, luck.factorsOf(place, run));
      const all = contactsInFull(record), agents = groupsInFull(record, model), targets = Object.values(day.contacts).map(({ target }) => target);
      const cell = (row: number, i: number) => Array.from(all.slice((row * (intervals + 1) + i) * CONTACT_COUNTERS, (row * (intervals + 1) + i + 1) * CONTACT_COUNTERS));
      const rowOf = (row: number) => ({ day: cell(row, intervals), intervals: Array.from({ length: intervals }, (_, i) => cell(row, i)) });
      const groups = Object.fromEntries(Object.keys(day.groups).map((name, g) => [name, Array.from({ length: GROUP_COUNTERS }, (_, counter) => agents[(g * (intervals + 2) + intervals + 1) * GROUP_COUNTERS + counter])]));
      const total = rowOf(types.length === 1 ? 0 : types.length), { pay } = day;
      const overrun = sum(Object.values(groups).map((own) => own[OVERRUN])) / 3600;
      return {
        date, kind, contacts: { ...Object.fromEntries(types.map((type, t) => [type, rowOf(t)])), "": total }, groups,
        cost: pay === undefined ? 0 : sum(paidShifts(day).map((shift) => shift.pay)) + pay.fixed + overrun * pay.perHour * pay.overrun + pay.perContact * total.day[ANSWERED],
        target: { ...Object.fromEntries(types.map((type, t) => [type, targets[t]])), "": targets.every((target) => target === targets[0]) ? targets[0] : NaN },
      };
    });
  });
}

type Estimate = { readonly mean: number | null; readonly halfWidth: number | null };

/** A mean or a ratio of means over runs with its half-width, from the residuals. */
function estimate(top: readonly number[], bottom?: readonly number[]): Estimate {
  const { mean, errors } = dayRatio(Float64Array.from(top), bottom === undefined ? undefined : Float64Array.from(bottom));
  return { mean, halfWidth: mean === null ? null : studentT95(top.length - 1) * Math.sqrt(variance(errors) / top.length) };
}

function near(actual: Estimate, expected: Estimate, what: string): void {
  if (expected.mean === null) return expect(actual, what).toEqual({ mean: null, halfWidth: null });
  expect(Math.abs(actual.mean! - expected.mean), `${what}: ${actual.mean}, not ${expected.mean}`).toBeLessThanOrEqual(1e-11 * (1 + Math.abs(expected.mean))); // in another order of summing
  expect(Math.abs(actual.halfWidth! - expected.halfWidth!), `${what}: ± ${actual.halfWidth}, not ${expected.halfWidth}`).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(expected.mean)));
}

const CONTACT_ENTRIES = Object.entries(CONTACT_MEASURES) as [keyof typeof CONTACT_MEASURES, Measure][]; // keys of that table
const GROUP_ENTRIES = Object.entries(GROUP_MEASURES) as [keyof typeof GROUP_MEASURES, Measure][];

/** Days of each run by what is measured of them. */
const combined = (runs: readonly (readonly (readonly number[])[])[], terms: Measure["of"]) => runs.map((days) => sum(days.map((day) => sum(terms.map(([counter, factor]) => factor * day[counter])))));

const hasRow = (row: string) => ({ contacts }: PlainDate) => row in contacts;

function checkPeriod(result: PeriodResult, runs: readonly (readonly PlainDate[])[], what: string, isPaid: boolean): void {
  const daysOf = (row: string) => runs.map((days) => days.filter(hasRow(row)));
  expect(result.openDays, what).toBeCloseTo(sum(runs.map((days) => days.length)) / RUNS, 10);
  for (const [row, own] of [["", result.total] as const, ...Object.entries(result.types)]) {
    const counters = daysOf(row).map((days) => days.map(({ contacts }) => contacts[row].day)), targets = runs.flat().map(({ target }) => target[row]);
    for (const [name, { of, per }] of CONTACT_ENTRIES) {
      if (name === "longestWait") near(own[name], estimate(combined(counters, of), counters.map((days) => days.length)), `${what} ${row} ${name}`);
      else near(own[name], estimate(combined(counters, of), per && combined(counters, per)), `${what} ${row} ${name}`);
    }
    if (targets.some(Number.isNaN)) continue;
    const came = daysOf(row).map((days) => days.filter(({ contacts }) => contacts[row].day[OFFERED] > 0)), met = came.map((days) => days.filter(({ contacts, target }) => contacts[row].day[ANSWERED_WITHIN] / contacts[row].day[OFFERED] >= target[row]).length);
    const expected = estimate(met, came.map((days) => days.length)), others = sum(came.map((days) => days.length)) - sum(met), isSeldom = sum(met) < 5 || others < 5; // which has an interval of its own
    if (own.daysOnTarget.mean !== null) near(isSeldom ? { ...own.daysOnTarget, halfWidth: expected.halfWidth } : own.daysOnTarget, expected, `${what} ${row} days on target`);
  }
  for (const [name, own] of Object.entries(result.groups)) {
    const counters = runs.map((days) => days.flatMap(({ groups }) => (name in groups ? [groups[name]] : [])));
    for (const [measure, { of, per }] of GROUP_ENTRIES) near(own[measure], estimate(combined(counters, of), per && combined(counters, per)), `${what} ${name} ${measure}`);
  }
  const costs = runs.map((days) => sum(days.map(({ cost }) => cost)));
  if (isPaid) near(result.cost!, estimate(costs), `${what} cost`);
  if (isPaid) near(result.costPerContact!, estimate(costs, runs.map((days) => sum(days.map(({ contacts }) => contacts[""].day[ANSWERED])))), `${what} cost per contact`);
}

test("every period of random calendars is the sum of its dates, each simulated by itself", { timeout: 120_000 }, () => {
  fc.assert(fc.property(randomCalendar, (scenario) => {
    const result = simulateCalendar(scenario, { days: RUNS, seed: "plain" }), runs = plainRuns(scenario, "plain"), isPaid = scenario.pay !== undefined;
    const where = (is: (day: PlainDate) => boolean) => runs.map((days) => days.filter(is));
    checkPeriod(result.whole, runs, "whole", isPaid);
    for (const [units, unit] of [[result.years, "year"], [result.months, "month"], [result.weeks, "week"]] as const) {
      expect(units.map(({ name }) => name)).toEqual([...new Set(runs[0].map(({ date }) => UNIT_OF[unit](date)))]);
      for (const period of units) {
        const own = where(({ date }) => UNIT_OF[unit](date) === period.name), offered = own.map((days) => sum(days.map(({ contacts }) => contacts[""].day[OFFERED])));
        checkPeriod(period, own, period.name, isPaid);
        const levels = own.map((days, run) => sum(days.map(({ contacts }) => contacts[""].day[ANSWERED_WITHIN])) / offered[run]).filter((level) => !Number.isNaN(level)).sort((a, b) => a - b);
        expect(period.level.p25).toBe(levels.length === 0 ? null : percentile(Float64Array.from(levels), 0.25));
      }
    }
    for (const [weekday, period] of Object.entries(result.weekdays)) checkPeriod(period, where(({ date }) => weekdayOf(date) === weekday), weekday, isPaid);
    expect(result.dates.map(({ date }) => date)).toEqual(runs[0].map(({ date }) => textOf(date)));
    result.dates.forEach((own, place) => {
      const days = runs.map((run) => run[place]), count = (counter: number) => days.map(({ contacts }) => contacts[""].day[counter]);
      near(own.offered, estimate(count(OFFERED)), own.date);
      near(own.serviceLevel, estimate(count(ANSWERED_WITHIN), count(OFFERED)), own.date);
      near(own.abandonmentRate, estimate(count(ABANDONED), count(OFFERED)), own.date);
      for (const [kind, share] of Object.entries(own.dayTypes)) expect(share * RUNS).toBeCloseTo(days.filter((day) => day.kind === kind).length, 10);
      const judged = days.filter(({ contacts, target }) => contacts[""].day[OFFERED] > 0 && !Number.isNaN(target[""]));
      expect(own.missed.mean).toBe(judged.length === 0 ? null : judged.filter(({ contacts, target }) => contacts[""].day[ANSWERED_WITHIN] / contacts[""].day[OFFERED] < target[""]).length / judged.length);
    });
    for (const [kind, own] of Object.entries(result.dayTypes)) {
      const days = where((day) => day.kind === kind), lengths = days.map((each) => each.length);
      expect(own.timesInCalendar).toBeCloseTo(sum(lengths) / RUNS, 10);
      for (const [row, contacts] of [["", own.total] as const, ...Object.entries(own.types)]) {
        const counters = days.map((each) => each.map((day) => day.contacts[row].day));
        for (const [name, { of, per }] of CONTACT_ENTRIES) near(contacts[name], estimate(combined(counters, of), per ? combined(counters, per) : lengths), `${kind} ${row} ${name}`);
        own.intervals.forEach(({ total, types }, i) => {
          const within = days.map((each) => each.map((day) => day.contacts[row].intervals[i]));
          for (const [name, { of, per }] of CONTACT_ENTRIES) near((row === "" ? total : types[row])[name], estimate(combined(within, of), per ? combined(within, per) : lengths), `${kind} ${row} ${name} in ${i}`);
        });
      }
      for (const [name, group] of Object.entries(own.groups)) {
        const counters = days.map((each) => each.map((day) => day.groups[name]));
        for (const [measure, { of, per }] of GROUP_ENTRIES) near(group[measure], estimate(combined(counters, of), per ? combined(counters, per) : lengths), `${kind} ${name} ${measure}`);
      }
    }
  }), { numRuns: 14, seed: 7 });
});

/** What each measure of an agreement is, written once more. */
const RATIOS: Readonly<Record<AgreementMeasure, readonly [of: Measure["of"], per: Measure["of"]]>> = {
  serviceLevel: [[[ANSWERED_WITHIN, 1]], [[OFFERED, 1]]], serviceLevelOfAnswered: [[[ANSWERED_WITHIN, 1]], [[ANSWERED, 1]]],
  serviceLevelExcludingShortAbandons: [[[ANSWERED_WITHIN, 1]], [[OFFERED, 1], [ABANDONED_WITHIN, -1]]], serviceLevelIncludingAbandons: [[[ANSWERED_WITHIN, 1], [ABANDONED_WITHIN, 1]], [[OFFERED, 1]]],
  answerRate: [[[ANSWERED, 1]], [[OFFERED, 1]]], abandonmentRate: [[[ABANDONED, 1]], [[OFFERED, 1]]], averageSpeedOfAnswer: [[[WAIT_ANSWERED, 1]], [[ANSWERED, 1]]], averageWait: [[[WAIT_ALL, 1]], [[OFFERED, 1]]],
};

test("the agreements of random calendars are those reckoned by hand: whole periods, three ways to put them together, misses and credits", { timeout: 120_000 }, () => {
  const holidays = new Set(bankHolidays());
  const withAgreements = randomCalendar.filter(({ agreements }) => Object.keys(agreements ?? {}).length > 0);
  fc.assert(fc.property(withAgreements, (scenario) => {
    const result = simulateCalendar(scenario, { days: RUNS, seed: "plain" }), runs = plainRuns(scenario, "plain"), { week, dates } = scenario.calendar, single = new Map(dates.single);
    const weekOn = (date: number): Partial<typeof week> => dates.otherWeeks.find(({ from, to }) => date >= from && date <= to)?.week ?? {};
    const isOpen = (date: number) => (single.get(date) ?? (dates.bankHolidays !== undefined && holidays.has(textOf(date)) ? dates.bankHolidays : weekOn(date)[weekdayOf(date)] ?? week[weekdayOf(date)])) !== "closed";
    for (const [name, agreement] of Object.entries(scenario.agreements!)) {
      const { every, measure, over, contacts } = agreement, isLess = "atMost" in agreement, unit = ["averageSpeedOfAnswer", "averageWait"].includes(measure) ? "seconds" : "share", near = unit === "seconds" ? 1e-6 : 1e-12;
      const promise = "atMost" in agreement ? agreement.atMost : agreement.atLeast, credits = "atMost" in agreement ? agreement.credits.map(({ above, pay }) => ({ limit: above, pay })) : agreement.credits.map(({ below, pay }) => ({ limit: below, pay }));
      const own = result.agreements[name], open = runs[0].map(({ date }) => date);
      const units = typeof every === "number" ? [] : [...new Set(open.map(UNIT_OF[every]))].filter((unit) => {
        for (let date = dates.from - 370; date < dates.to + 370; date++) if (UNIT_OF[every](date) === unit && (date < dates.from || date > dates.to) && isOpen(date)) return false;
        return true;
      });
      const periodOf = (place: number) => (typeof every === "number" ? String(1 + Math.floor(place / every)) : UNIT_OF[every](open[place]));
      const names = typeof every === "number" ? Array.from({ length: Math.floor(open.length / every) }, (_, i) => String(i + 1)) : units;
      expect(own.periods.map((period) => period.name), name).toEqual(names);
      const [of, per] = RATIOS[measure];
      const levelsBy = (way: typeof over) => names.map((period) => runs.map((days) => {
        const sides = days.filter((_, place) => periodOf(place) === period).map((day) => {
          const rows = contacts === undefined ? [day.contacts[""]] : contacts.flatMap((type) => (type in day.contacts ? [day.contacts[type]] : []));
          const ratio = (counters: readonly (readonly number[])[]) => [of, per].map((terms) => sum(counters.map((own) => sum(terms.map(([counter, factor]) => factor * own[counter]))))) as [number, number];
          return { day: ratio(rows.map((row) => row.day)), intervals: rows.length === 0 ? [] : rows[0].intervals.map((_, i) => ratio(rows.map((row) => row.intervals[i]))) };
        });
        const ratios = way === "contacts" ? [[sum(sides.map(({ day }) => day[0])), sum(sides.map(({ day }) => day[1]))]] : sides.flatMap(({ day, intervals }) => (way === "days" ? [day] : intervals)).filter(([, bottom]) => bottom > 0);
        return sum(ratios.map(([top, bottom]) => top / bottom)) / ratios.length;
      }));
      const beyond = (level: number, limit: number) => (isLess ? level > limit + near : level < limit - near);
      const levels = levelsBy(over), isMissed = (level: number) => beyond(level, promise), due = (level: number) => Math.max(0, ...credits.filter(({ limit }) => beyond(level, limit)).map(({ pay }) => pay));
      expect(own).toMatchObject({ measure, unit, atLeast: isLess ? null : promise, atMost: isLess ? promise : null });
      own.periods.forEach((period, p) => {
        const known = levels[p].filter((level) => !Number.isNaN(level));
        expect(period.missed.mean).toBe(known.length === 0 ? null : known.filter(isMissed).length / known.length);
        if (known.length > 0) expect(period.level.p50!).toBeCloseTo(percentile(Float64Array.from(known).sort(), 0.5), unit === "seconds" ? 5 : 11);
        if (credits.length > 0) expect(period.credits!.mean!).toBeCloseTo(sum(levels[p].map(due)) / RUNS, 9);
      });
      const misses = runs.map((_, run) => levels.filter((level) => isMissed(level[run])).length);
      own.misses.forEach((share, k) => { expect(share * RUNS).toBeCloseTo(misses.filter((own) => own === k).length, 10); });
      expect(sum([...own.misses])).toBeCloseTo(1, 10);
      expect(own.missed.mean!).toBeCloseTo(sum(misses) / RUNS / names.length, 10);
      expect(own.anyMissed.mean!).toBeCloseTo(misses.filter((own) => own > 0).length / RUNS, 10);
      expect(own.twoInARow.mean!).toBeCloseTo(runs.filter((_, run) => levels.some((level, p) => p > 0 && isMissed(level[run]) && isMissed(levels[p - 1][run]))).length / RUNS, 10);
      expect(own.daysLeftOut).toBe(open.filter((_, place) => !names.includes(periodOf(place))).length);
      for (const way of ["contacts", "days", "intervals"] as const) expect(own.put[way].missed.mean!).toBeCloseTo(levelsBy(way).flat().filter(isMissed).length / (RUNS * names.length), 10);
      if (credits.length > 0) expect(own.credits!.inAll.mean!).toBeCloseTo(sum(levels.flat().map(due)) / RUNS, 8);
    }
  }), { numRuns: 20, seed: 8 });
});

test("in random calendars everybody who came is accounted for, and every cut of the calendar has all its contacts", { timeout: 120_000 }, () => {
  fc.assert(fc.property(randomCalendar, (scenario) => {
    const { whole, years, months, weeks, weekdays, dates, dayTypes } = simulateCalendar(scenario, { days: 9, seed: "conserve" });
    for (const counts of [whole.total, ...Object.values(whole.types), ...months.map(({ total }) => total)]) {
      expect(counts.answered.mean! + counts.abandoned.mean! + counts.blocked.mean! + counts.lostAtClose.mean!).toBeCloseTo(counts.offered.mean!, 8);
    }
    for (const cut of [years, months, weeks, Object.values(weekdays)]) {
      for (const name of ["offered", "answered", "abandoned", "blocked", "lostAtClose", "answeredWithin"] as const) {
        expect(sum(cut.map(({ total }) => total[name].mean!))).toBeCloseTo(whole.total[name].mean!, 8);
        for (const type of Object.keys(whole.types)) expect(sum(cut.map(({ types }) => types[type][name].mean!))).toBeCloseTo(whole.types[type][name].mean!, 8);
      }
      expect(sum(cut.map(({ openDays }) => openDays))).toBeCloseTo(whole.openDays, 10);
    }
    expect(sum(dates.map(({ offered }) => offered.mean!))).toBeCloseTo(whole.total.offered.mean!, 8);
    expect(sum(Object.values(dayTypes).map(({ total, timesInCalendar }) => total.answered.mean! * timesInCalendar))).toBeCloseTo(whole.total.answered.mean!, 8);
  }), { numRuns: 15, seed: 9 });
});
