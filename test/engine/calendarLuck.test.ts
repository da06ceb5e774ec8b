import { describe, expect, test } from "vitest";
import { CalendarLuck, dayNumber } from "../../sim/engine/calendarLuck.ts";
import { dayFactor } from "../../sim/engine/luck.ts";
import { compileCalendar } from "../../sim/model/calendar.ts";
import { Stream, streamKey } from "../../sim/random/stream.ts";
import { expectedDays } from "../../sim/scenario/calendarDates.ts";
import { formatDate, monthOf, parseDate, weekdayOf } from "../../sim/scenario/date.ts";
import { correlationScore, chiSquareTail, describeSample, gammaP, HARDLY_EVER, kolmogorovTest } from "../random/goodnessOfFit.ts";
import { dated, OFFICE_WEEK, smallCalendar } from "../study/calendars.ts";

const TYPES = {
  calls: "volume: 20, dayToDayCv: 0.3",
  contacts: ["forms", "mails"].map((name) => `  ${name}: { volume: 10, dayToDayCv: 0.5, busyness: shared, profile: [1, 1, 1, 1], handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 20s, target: 80% }\n`).join(""),
  answers: "[calls, forms, mails]",
};

const fortnight = (correlation: number, more = "") => dated(smallCalendar(`from: 2026-09-07\nto: 2026-09-18\n${OFFICE_WEEK}\ndayTypes: { usual: {} }\n${correlation === 0 ? "" : `dayToDayCorrelation: ${correlation}\n`}${more}`, TYPES));

/** Factors of all runs: by open day, by type, one number for each run. */
function factorsOf(scenario: ReturnType<typeof dated>, runs: number): number[][][] {
  const model = compileCalendar(scenario), luck = new CalendarLuck(model, scenario.seed), days = Array.from(model.dates, () => model.types.map((): number[] => []));
  for (let run = 0; run < runs; run++) {
    luck.start(run);
    days.forEach((day, place) => { luck.factorsOf(place, run).forEach((factor, type) => day[type].push(factor)); });
  }
  return days;
}

/** The mean of the products of two columns of mean 1, in units of the variance, less what it should be; in its own standard errors. */
function correlationError(a: readonly number[], b: readonly number[], cv: number, expected: number): number {
  const { n, mean, variance } = describeSample(a.map((x, i) => ((x - 1) * (b[i] - 1)) / (cv * cv)));
  return (mean - expected) / Math.sqrt(variance / n);
}

describe("busyness with memory", () => {
  const RHO = 0.6, days = factorsOf(fortnight(RHO), 6000), [CALLS, FORMS, MAILS] = [0, 1, 2];

  test("stays a gamma factor of mean 1 on every day", () => {
    for (const [type, cv] of [[CALLS, 0.3], [FORMS, 0.5]]) {
      const shape = 1 / (cv * cv);
      for (const day of [0, 1, 4, 9]) expect(kolmogorovTest(days[day][type], (x) => gammaP(shape, shape * x))).toBeGreaterThan(HARDLY_EVER);
    }
  });

  test("of days k open days apart has the correlation rho to the power k, also across a weekend", () => {
    for (const [type, cv] of [[CALLS, 0.3], [FORMS, 0.5]]) {
      for (const [from, lag] of [[0, 1], [4, 1], [8, 1], [0, 2], [3, 2], [0, 5], [0, 9]]) expect(Math.abs(correlationError(days[from][type], days[from + lag][type], cv, RHO ** lag)), `${type}: ${from} + ${lag}`).toBeLessThan(4.5);
    }
  });

  test("is one for types that share it, and independent of the others' and of other runs'", () => {
    for (const day of days) expect(day[FORMS]).toEqual(day[MAILS]);
    for (const day of [0, 5]) {
      expect(Math.abs(correlationScore(days[day][CALLS], days[day][FORMS]))).toBeLessThan(4.5);
      expect(Math.abs(correlationScore(days[day][CALLS], days[day + 1][FORMS]))).toBeLessThan(4.5);
      expect(Math.abs(correlationScore(days[day][CALLS].slice(1), days[day + 1][CALLS].slice(0, -1)))).toBeLessThan(4.5);
    }
  });

  test("of a strong memory is right too", () => {
    const slow = factorsOf(fortnight(0.95), 4000);
    expect(kolmogorovTest(slow[9][CALLS], (x) => gammaP(1 / 0.09, x / 0.09))).toBeGreaterThan(HARDLY_EVER);
    expect(Math.abs(correlationError(slow[0][CALLS], slow[9][CALLS], 0.3, 0.95 ** 9))).toBeLessThan(4.5);
  });
});

test("without memory a day has the factor of its run and date, whatever the calendar it lies in", () => {
  const scenario = fortnight(0), days = factorsOf(scenario, 3), stream = new Stream(), from = parseDate("2026-09-07")!;
  for (let run = 0; run < 3; run++) {
    [0, 1, 2, 3, 4, 7, 8, 9, 10, 11].forEach((after, place) => {
      const number = dayNumber(run, from + after);
      expect(days[place].map((type) => type[run])).toEqual([dayFactor(0.3, streamKey("1", "calls"), number, stream), ...[1, 2].map(() => dayFactor(0.5, streamKey("1", ""), number, stream))]);
    });
  }
});

test("seasons multiply the factors of the types and dates they name, and each other", () => {
  const season = "season: [{ contacts: calls, byMonth: [1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1] }, { byWeekday: { tue: 3, fri: 0 } }, { contacts: [forms], spans: [{ from: 2026-09-09, to: 2026-09-10, factor: 5 }, { from: 2026-09-10, to: 2026-09-10, factor: 7 }] }]";
  const plain = factorsOf(fortnight(0), 2), seasonal = factorsOf(fortnight(0, season), 2);
  const expected = [[2, 1, 1], [6, 3, 3], [2, 5, 1], [2, 35, 1], [0, 0, 0], [2, 1, 1], [6, 3, 3], [2, 1, 1], [2, 1, 1], [0, 0, 0]]; // Monday 7 September first
  seasonal.forEach((day, place) => day.forEach((type, t) => { expect(type).toEqual(plain[place][t].map((factor) => factor * expected[place][t])); }));
});

test("a season leaves the memory alone: it multiplies what the memory has made", () => {
  const plain = factorsOf(fortnight(0.5), 3), seasonal = factorsOf(fortnight(0.5, "season: { byWeekday: { mon: 2, tue: 0 } }"), 3);
  seasonal.forEach((day, place) => day.forEach((type, t) => { expect(type).toEqual(plain[place][t].map((factor) => factor * [2, 0, 1, 1, 1][place % 5])); }));
});

describe("days drawn at random", () => {
  const KINDS = "dayTypes: { usual: {}, saturday: {}, peak: { contacts: { calls: { volume: 60 } } }, rush: { contacts: { calls: { volume: 90 } } } }";
  const WITH_SATURDAYS = OFFICE_WEEK.replace("sat: closed", "sat: saturday");
  /** By run, the open dates and their kinds. */
  const drawn = (span: string, rest: string, runs: number) => {
    const scenario = dated(smallCalendar(`${span}\n${WITH_SATURDAYS}\nbankHolidays: closed\n${rest.includes("rush") ? KINDS : KINDS.replace(/, rush.*/, " }")}\n${rest}`)), model = compileCalendar(scenario), luck = new CalendarLuck(model, scenario.seed);
    return Array.from({ length: runs }, (_, run) => {
      luck.start(run);
      return Array.from(model.dates, (date, place) => ({ date, kind: model.kinds[luck.kindOf[place]].name }));
    });
  };
  const countOf = (days: readonly { readonly kind: string; readonly date: number }[], kind: string, month?: number) => days.filter((day) => day.kind === kind && (month === undefined || monthOf(day.date) === month)).length;

  test("are as many as asked for in every month, on days of most weekdays only, each as likely as any other", () => {
    const RUNS = 6000, runs = drawn("from: 2026-12-01\nto: 2027-01-31", "peaks: { dayType: peak, dates: [2026-12-02], atRandom: 2 a month }", RUNS);
    const hits = new Map<number, number>();
    for (const days of runs) {
      expect([countOf(days, "peak", 11), countOf(days, "peak", 0)]).toEqual([3, 2]); // with the one on a date
      for (const { date, kind } of days) if (kind === "peak") hits.set(date, (hits.get(date) ?? 0) + 1);
    }
    expect(hits.get(parseDate("2026-12-02")!)).toBe(RUNS);
    const eligible = runs[0].filter(({ date }) => !["sat", "sun"].includes(weekdayOf(date)) && formatDate(date) !== "2026-12-02").map(({ date }) => date);
    expect([...hits.keys()].sort((a, b) => a - b)).toEqual([...eligible, parseDate("2026-12-02")!].sort((a, b) => a - b));
    for (const month of [11, 0]) {
      const dates = eligible.filter((date) => monthOf(date) === month), n = dates.length, expected = (2 * RUNS) / n;
      expect(n).toBe(month === 11 ? 20 : 20); // December: 23 weekdays less Christmas, Boxing Day's Monday and the 2nd; January: 21 less New Year's Day
      // Two of n without replacement: the counts vary by (n - 2) / (n - 1) less than those of independent draws.
      const chiSquare = dates.reduce((sum, date) => sum + (hits.get(date)! - expected) ** 2 / expected, 0) * ((n - 1) / (n - 2));
      expect(chiSquareTail(chiSquare, n - 1)).toBeGreaterThan(HARDLY_EVER);
    }
  });

  test("of a month that the calendar cuts off are those that fall inside", () => {
    const RUNS = 8000, inside = drawn("from: 2026-09-01\nto: 2026-09-08", "peaks: { dayType: peak, atRandom: 4 a month }", RUNS).map((days) => countOf(days, "peak"));
    // September 2026 has 22 weekdays, 6 of them inside: hypergeometric.
    const { mean, variance } = describeSample(inside), exact = (4 * 6) / 22, spread = exact * (1 - 6 / 22) * ((22 - 4) / 21);
    expect(Math.abs(mean - exact) / Math.sqrt(spread / RUNS)).toBeLessThan(4.5);
    expect(variance / spread).toBeGreaterThan(0.93); // its standard error is 1.6 %
    expect(variance / spread).toBeLessThan(1.07);
  });

  test("of two kinds never meet, and of each come as many as asked for, also of a month that is cut off", () => {
    const RUNS = 8000, rest = "peaks: [{ dayType: peak, atRandom: 8 a month }, { dayType: rush, atRandom: 8 a month }]";
    for (const days of drawn("from: 2026-09-01\nto: 2026-09-30", rest, 500)) expect([countOf(days, "peak"), countOf(days, "rush")]).toEqual([8, 8]);
    const cut = drawn("from: 2026-09-01\nto: 2026-09-15", rest, RUNS);
    for (const kind of ["peak", "rush"]) {
      const { mean, variance } = describeSample(cut.map((days) => countOf(days, kind)));
      expect(Math.abs(mean - (8 * 11) / 22) / Math.sqrt(variance / RUNS), `${kind}: ${mean}`).toBeLessThan(4.5);
    }
  });

  test("are the same days of a month whether the calendar is that month or the year around it, also with two kinds by months and quarters", () => {
    const rest = "peaks: [{ dayType: peak, atRandom: 3 a month }, { dayType: rush, atRandom: 9 a quarter }]";
    const year = drawn("from: 2026-09-01\nto: 2027-08-31", rest, 50), month = drawn("from: 2027-02-01\nto: 2027-02-28", rest, 50);
    expect(month.some((days) => countOf(days, "rush") > 0)).toBe(true);
    year.forEach((days, run) => { expect(days.filter(({ date }) => date >= parseDate("2027-02-01")! && date <= parseDate("2027-02-28")!)).toEqual(month[run]); });
  });
});

test.each([
  ["2 a month", "6 a month", "from: 2026-09-10\nto: 2026-11-20"], ["1 a week", "5 a month", "from: 2026-09-01\nto: 2026-09-30"], ["1 a month", "2 a week", "from: 2026-09-01\nto: 2026-10-20"],
])("the days of each kind that %s and %s are expected to have are those that they have on average", (first, second, span) => {
  const scenario = dated(smallCalendar(`${span}\n${OFFICE_WEEK.replace("sat: closed", "sat: saturday")}\ndayTypes: { usual: {}, saturday: {}, peak: {}, rush: {} }\npeaks: [{ dayType: peak, atRandom: ${first} }, { dayType: rush, atRandom: ${second}, instead: [usual, saturday] }]`));
  const model = compileCalendar(scenario), luck = new CalendarLuck(model, "expected"), RUNS = 4000, expected = expectedDays(scenario.calendar.week, scenario.calendar.dates), counts = model.kinds.map((): number[] => []);
  for (let run = 0; run < RUNS; run++) {
    luck.start(run);
    counts.forEach((own, kind) => { own.push(luck.kindOf.filter((each) => each === kind).length); });
  }
  counts.forEach((own, kind) => {
    const { mean, variance } = describeSample(own), { name } = model.kinds[kind];
    expect(Math.abs(mean - expected.get(name)!), `${name}: ${mean}, ${expected.get(name)} expected`).toBeLessThanOrEqual(4.5 * Math.sqrt(variance / RUNS) + 1e-9);
  });
});
