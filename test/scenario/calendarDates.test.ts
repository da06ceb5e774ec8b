// What a planner reads of mistakes in a calendar of dates.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import { isDated } from "../../sim/scenario/dated.ts";
import { formatDate } from "../../sim/scenario/date.ts";
import { plannedDates } from "../../sim/scenario/calendarDates.ts";
import { simulateCalendar } from "../../sim/study/calendar.ts";
import { edited, mistakesIn } from "./mistakes.ts";

const WEEK = "mon: usual, tue: usual, wed: usual, thu: usual, fri: usual, sat: saturday, sun: closed";
const ALL_CLOSED = "mon: closed, tue: closed, wed: closed, thu: closed, fri: closed, sat: closed, sun: closed";
const PEAKS = "  peaks: { dayType: peak, dates: [2027-04-06], atRandom: 2 a month }\n";
const year = `opening: { from: "09:00", to: "11:00" }
interval: 30m
contacts:
  calls: { volume: 20, profile: [1, 2, 2, 1], handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 20s, target: 80% }
groups: { team: { answers: [calls], agents: 2 } }
agreements:
  county: { atLeast: 80%, every: month, credits: [{ below: 80%, pay: 2000 }, { below: 75%, pay: 5000 }] }
calendar:
  from: 2026-09-01
  to: 2027-08-31
  week: { ${WEEK} }
  bankHolidays: closed
  dates: { 2026-12-24: saturday }
  dayTypes: { usual: {}, saturday: {}, peak: { contacts: { calls: { volume: 40 } } } }
${PEAKS}  season: { contacts: calls, byMonth: [1, 1, 1.05, 1.1, 1, 1, 1.2, 1, 1, 1, 1, 0.9] }
`;
const BY_MONTH = "byMonth: [1, 1, 1.05, 1.1, 1, 1, 1.2, 1, 1, 1, 1, 0.9]";

type Edit = readonly [from: string, to: string];

const told = (...edits: Edit[]) => mistakesIn(edited(year, ...edits), "year.yaml");

test("the calendar itself is right", () => {
  expect(mistakesIn(year)).toEqual([]);
});

describe("is told at its place:", () => {
  test.each<readonly [string, readonly Edit[], readonly string[]]>([
    ["a calendar without open days", [[WEEK, ALL_CLOSED], ["  dates: { 2026-12-24: saturday }\n", ""], [PEAKS, ""], ["{ usual: {}, saturday: {}, peak: { contacts: { calls: { volume: 40 } } } }", "{}"]], ["8:1 calendar has no open day from 2026-09-01 to 2027-08-31"]],
    ["a calendar of one Sunday", [["2026-09-01", "2026-09-06"], ["2027-08-31", "2026-09-06"], ["  dates: { 2026-12-24: saturday }\n", ""], ["dates: [2027-04-06], ", ""]], ["8:1 calendar has no open day from 2026-09-06 to 2026-09-06"]],
    ["a weekday without a rule", [[", sun: closed", ""]], ["11:3 calendar.week has no rule for sun: name a day type, or closed"]],
    ["no week", [[`  week: { ${WEEK} }\n`, ""]], ["8:1 calendar.week is missing", "13:15 calendar.dayTypes.usual no date is of this day type"]],
    ["a peak on a bank holiday", [["[2027-04-06]", "[2027-04-06, 2026-12-25]"]], ["15:47 calendar.peaks.dates[1] has two rules: the centre is closed on this date by its weekday or as a bank holiday (got 2026-12-25)"]],
    ["a peak on a closed weekday", [["[2027-04-06]", "[2027-04-04]"]], ["15:35 calendar.peaks.dates[0] has two rules: the centre is closed on this date by its weekday or as a bank holiday (got 2027-04-04)"]],
    ["a peak named twice", [["[2027-04-06]", "[2027-04-06, 2027-04-06]"]], ["15:47 calendar.peaks.dates[1] is named twice (got 2027-04-06)"]],
    ["a date in two peaks", [[PEAKS, "  peaks: [{ dayType: peak, dates: [2027-04-06] }, { dayType: saturday, dates: [2027-04-06] }]\n"]], ["15:80 calendar.peaks[1].dates[0] has two rules: it is peak already (got 2027-04-06)"]],
    ["a date in dates and in peaks", [["[2027-04-06]", "[2026-12-24]"]], ["15:35 calendar.peaks.dates[0] has two rules: it is saturday by calendar.dates (got 2026-12-24)"]],
    ["a date given twice", [["2026-12-24: saturday", "2026-12-24: saturday, \"2026-12-24\": closed"]], ['13:34 calendar.dates["2026-12-24"] is given twice: first in line 13']],
    ["a month that never ends", [["2027-08-31", "2026-09-29"], ["  dates: { 2026-12-24: saturday }\n", ""], ["dates: [2027-04-06], ", ""]], ["7:34 agreements.county.every never ends: no whole month lies in the calendar (got month)"]],
    ["a number of days that never ends", [["every: month", "every: 400 days"]], ["7:34 agreements.county.every never ends: no whole period of 400 open days lies in the calendar (got 400 days)"]],
    ["a period that is none", [["every: month", "every: fortnight"]], ["7:34 agreements.county.every must be day, week, month, quarter or year, or a number of days from 1 to 3,660, such as 20 days (got fortnight)"]],
    ["credits that fall with a worse result", [["5000", "1000"]], ["7:97 agreements.county.credits[1].pay must be at least 2000, which is due for a better result (got 1000)"]],
    ["a step given twice", [["below: 75%", "below: 80%"]], ["7:87 agreements.county.credits[1].below is a step already (got 80%)"]],
    ["day types that do not exist", [["sat: saturday", "sat: satrday"], ["bankHolidays: closed", "bankHolidays: holiday"], ["2026-12-24: saturday", "2026-12-24: saterday"], ["{ dayType: peak", "{ dayType: paek"]], [
      "11:76 calendar.week.sat there is no such day type; did you mean saturday? (got satrday)", "12:17 calendar.bankHolidays there is no such day type (got holiday)",
      '13:24 calendar.dates["2026-12-24"] there is no such day type; did you mean saturday? (got saterday)', "14:26 calendar.dayTypes.saturday no date is of this day type", "14:40 calendar.dayTypes.peak no date is of this day type",
      "15:21 calendar.peaks.dayType there is no such day type; did you mean peak? (got paek)",
    ]],
    ["closed days as peaks", [["{ dayType: peak", "{ dayType: closed"], [", peak: { contacts: { calls: { volume: 40 } } }", ""]], ["15:21 calendar.peaks.dayType must be open days: dates on which the centre is closed go under calendar.dates (got closed)"]],
    ["a season of contacts that do not exist", [["contacts: calls, by", "contacts: [calls, mails], by"]], ["16:31 calendar.season.contacts[1] there is no such contact type (got mails)"]],
    ["dates the wrong way round", [["2027-08-31", "2025-08-31"]], ["10:7 calendar.to must not be before 2026-09-01, the first date (got 2025-08-31)"]],
    ["too many dates", [["2027-08-31", "2046-08-31"]], ["10:7 calendar.to must be at most 3,660 days after the first date (got 2046-08-31)"]],
    ["dates outside the calendar", [["2026-12-24", "2025-12-24"], ["2027-04-06", "2028-04-06"], [BY_MONTH, "spans: [{ from: 2028-07-01, to: 2028-08-31, factor: 2 }]"]], [
      '13:12 calendar.dates["2025-12-24"] lies outside the calendar, which goes from 2026-09-01 to 2027-08-31', "15:35 calendar.peaks.dates[0] lies outside the calendar, which goes from 2026-09-01 to 2027-08-31",
      "16:38 calendar.season.spans[0] lies outside the calendar, which goes from 2026-09-01 to 2027-08-31",
    ]],
    ["days that their months do not have", [["2026-09-01", "2026-09-31"], ["2027-08-31", "2027-02-29"]], ["9:9 calendar.from must be a day that its month has (got 2026-09-31)", "10:7 calendar.to must be a day that its month has (got 2027-02-29)"]],
    ["a 30 February among dates and peaks", [["2026-12-24", "2027-02-30"], ["[2027-04-06]", "[2027-02-30]"]], ['13:12 calendar.dates["2027-02-30"] must be a date such as 2026-12-24', "15:35 calendar.peaks.dates[0] must be a day that its month has (got 2027-02-30)"]],
    ["dates in other clothes", [["2026-09-01", "1.9.2026"], ["2026-12-24", "24.12.2026"]], ["9:9 calendar.from must be a date such as 2026-09-01, from 2000 to 2099 (got 1.9.2026)"]],
    ["bank holidays of years that are not known", [["2026-09-01", "2060-09-01"], ["2027-08-31", "2061-08-31"], ["  dates: { 2026-12-24: saturday }\n", ""], ["dates: [2027-04-06], ", ""]], ["12:3 calendar.bankHolidays are known from 2015 to 2060 only: write others under dates"]],
    ["more days at random than a month has", [["2 a month", "20 a month"]], ["15:58 calendar.peaks.atRandom is more than fit: 2027-05 has 19 days of usual (got 20 a month)"]],
    ["more days at random than other peaks leave", [[PEAKS, "  peaks: [{ dayType: peak, atRandom: 12 a month }, { dayType: saturday, atRandom: 8 a month }]\n"]], ["15:83 calendar.peaks[1].atRandom is more than fit: 2027-05 has 19 days of usual, of which other peaks take 12 (got 8 a month)"]],
    ["days at random in no words", [["2 a month", "2 per month"]], ["15:58 calendar.peaks.atRandom must be a number of days a week, month, quarter or year, such as 2 a month (got 2 per month)"]],
    ["days at random where no weekday is open", [[WEEK, ALL_CLOSED], ["dates: [2027-04-06], ", ""], ["usual: {}, ", ""]], ["15:37 calendar.peaks.atRandom has no days to be drawn from, as no weekday is open: name day types with instead (got 2 a month)"]],
    ["peaks that are the usual days", [[PEAKS, "  peaks: { dayType: usual, atRandom: 2 a month }\n"], [", peak: { contacts: { calls: { volume: 40 } } }", ""]], ["15:21 calendar.peaks.dayType is the day type of most weekdays, so that these peaks change nothing: name another, or with instead the day types whose days may be drawn (got usual)"]],
    ["peaks that never come", [[", dates: [2027-04-06], atRandom: 2 a month", ""]], ["15:3 calendar.peaks never come: needs dates or atRandom"]],
    ["peaks on no date", [["dates: [2027-04-06], atRandom: 2 a month", "dates: []"]], ["15:34 calendar.peaks.dates must name at least one date (got a list of 0 entries)"]],
    ["peaks instead of themselves", [["atRandom: 2 a month", "atRandom: 2 a month, instead: [usual, peak]"]], ["15:86 calendar.peaks.instead[1] is the day type of these peaks: a day cannot come instead of itself (got peak)"]],
    ["instead without days at random", [["atRandom: 2 a month", "instead: [usual]"]], ["15:48 calendar.peaks.instead goes with atRandom"]],
    ["the same peaks drawn twice", [[PEAKS, "  peaks: [{ dayType: peak, atRandom: 1 a month }, { dayType: peak, atRandom: 1 a week }]\n"]], ["15:62 calendar.peaks[1].dayType is drawn at random by other peaks already: say it in one place (got peak)"]],
    ["memory of nothing", [["  season", "  dayToDayCorrelation: 0.3\n  season"]], ["16:24 calendar.dayToDayCorrelation has no effect: no contact type has a dayToDayCv (got 0.3)"]],
    ["memory of what varies by other amounts", [["  season", "  dayToDayCorrelation: 0.3\n  season"], ["volume: 20", "dayToDayCv: 0.2, volume: 20"], ["volume: 40", "dayToDayCv: 0.3"]], ["16:24 calendar.dayToDayCorrelation needs the same dayToDayCv for all kinds of day, but that of calls is 0.2 on usual and 0.3 on peak (got 0.3)"]],
    ["memory without end", [["  season", "  dayToDayCorrelation: 1\n  season"]], ["16:24 calendar.dayToDayCorrelation must be a correlation from 0 to 0.99 (got 1)"]],
    ["a season of so many and no others", [["volume: 20", "count: fixed, volume: 20"]], ["16:3 calendar.season changes how many contacts come, but calls has count: fixed"]],
    ["a season that changes nothing", [[`, ${BY_MONTH}`, ""]], ["16:3 calendar.season changes nothing: needs byMonth, byWeekday or spans"]],
    ["a season without spans", [[BY_MONTH, "spans: []"]], ["16:37 calendar.season.spans must have at least one span (got a list of 0 entries)"]],
    ["a year of eleven months", [["byMonth: [1, ", "byMonth: ["]], ["16:39 calendar.season.byMonth must be a list of 12 factors, January first (got a list of 11 entries)"]],
    ["a span the wrong way round", [[BY_MONTH, "spans: [{ from: 2027-08-01, to: 2027-07-01, factor: 2 }]"]], ["16:62 calendar.season.spans[0].to must not be before 2027-08-01, the first date (got 2027-07-01)"]],
    ["a month without dates", [["  from: 2026-09-01\n  to: 2027-08-31\n", ""]], [
      "7:34 agreements.county.every needs a calendar of dates (calendar.from and to), or a number of days such as 20 days (got month)",
      ...["10:3 calendar.bankHolidays", "11:3 calendar.dates", "13:3 calendar.peaks", "14:3 calendar.season"].map((key) => `${key} goes with a calendar of dates: from and to are missing`),
    ]],
    ["a first date without a last", [["  to: 2027-08-31\n", ""]], ["8:1 calendar.to is missing: from and to go together"]],
    ["an agreement of a kind of day", [["usual: {}", "usual: { agreements: { x: { atLeast: 80% } } }"]], ["14:24 calendar.dayTypes.usual.agreements are judged over all days of a calendar of dates: write them at the top of the scenario"]],
    ["more runs than there is luck for", [["interval: 30m", "interval: 30m\ndays: 65537"]], ["3:7 days must be at most 65,536: so many times all dates of a calendar can be simulated (got 65537)"]],
    ["pay on one kind of day", [["volume: 40 } }", "volume: 40 } }, pay: { perHour: 3 }"]], ["14:85 calendar.dayTypes.peak.pay must be there for every kind of day or for none, since a week's cost is their sum: usual and saturday have none"]],
    ["all that is wrong, at once", [["bankHolidays: closed", "bankHolidays: close"], ["2026-09-01", "2026-09-31"], ["below: 75%", "below: 95%"], ["contacts: calls, by", "contacts: call, by"], ["2 a month", "two a month"], ["volume: 20", "volume: -20"]], [
      "4:20 contacts.calls.volume must be a number of contacts a day from 0 to 100,000,000 (got -20)",
      "7:70 agreements.county.credits[0].pay must be at least 5000, which is due for a better result (got 2000)", "7:87 agreements.county.credits[1].below must not be above the 80% promised (got 95%)",
      "9:9 calendar.from must be a day that its month has (got 2026-09-31)", "12:17 calendar.bankHolidays there is no such day type; did you mean closed? (got close)",
      "15:58 calendar.peaks.atRandom must be a number of days a week, month, quarter or year, such as 2 a month (got two a month)", "16:23 calendar.season.contacts there is no such contact type; did you mean calls? (got call)",
    ]],
  ])("%s", (_, edits, lines) => {
    expect(told(...edits)).toEqual(lines.map((line) => `year.yaml:${line}`));
  });
});

test("more runs than have luck of their own are refused by the library too", () => {
  const scenario = parseScenario(year);
  expect(() => simulateCalendar(scenario, { days: 65_537 })).toThrow(RangeError);
  expect(() => simulateCalendar(parseScenario(year.slice(0, year.indexOf("agreements:"))))).toThrow(/no calendar of dates/);
});

describe("a variant", () => {
  const base = (path: string) => (path === "year.yaml" ? { file: path, text: year } : { refused: `there is no ${path}` });
  const variant = (text: string, set: readonly string[] = []) => {
    const scenario = parseScenario(`extends: year.yaml\n${text}`, "variant.yaml", { readBase: base, set });
    if (!isDated(scenario)) throw new Error("a calendar of dates was meant");
    return scenario;
  };
  const weekdays = ({ calendar: { week, dates } }: ReturnType<typeof variant>) => plannedDates(week, dates).open;

  test("takes the Saturdays away", () => {
    const without = variant("calendar: { week: { sat: closed }, dates: null, dayTypes: { saturday: null } }");
    expect(Object.keys(without.calendar.dayTypes)).toEqual(["usual", "peak"]);
    expect(weekdays(variant("")).length - weekdays(without).length).toBe(51); // 52 Saturdays less 26 December; Christmas Eve, a Thursday, is usual then
    expect(weekdays(without).some(({ date }) => formatDate(date) === "2026-12-24")).toBe(true);
  });

  test("may ask for another month, other peaks and another season", () => {
    const { calendar: { dates } } = variant("calendar: { from: 2027-04-01, to: 2027-04-30, dates: null, peaks: { atRandom: 1 a week }, season: { byWeekday: { mon: 1.2 } } }");
    expect([formatDate(dates.from), formatDate(dates.to)]).toEqual(["2027-04-01", "2027-04-30"]);
    expect(dates.peaks[0]).toMatchObject({ dayType: "peak", atRandom: { days: 1, every: "week" }, dates: [expect.any(Number)] });
    expect(dates.season[0]).toMatchObject({ byWeekday: { mon: 1.2 }, byMonth: [1, 1, 1.05, 1.1, 1, 1, 1.2, 1, 1, 1, 1, 0.9] });
  });

  test("and values that overrule a file's reach every key of a calendar", () => {
    const { calendar, days } = variant("contacts: { calls: { dayToDayCv: 0.2 } }", ["calendar.dayToDayCorrelation=0.5", "calendar.to=2027-06-30", "calendar.dayTypes.peak.contacts.calls.volume=44", "calendar.peaks.atRandom=3 a quarter", "days=7"]);
    expect(calendar.dates).toMatchObject({ dayToDayCorrelation: 0.5, peaks: [{ atRandom: { days: 3, every: "quarter" } }] });
    expect(formatDate(calendar.dates.to)).toBe("2027-06-30");
    expect([calendar.dayTypes.peak.contacts.calls.volume, calendar.dayTypes.usual.contacts.calls.volume, days]).toEqual([44, 20, 7]);
    const wrong = () => variant("", ["calendar.to=2026-02-30", "calendar.dayToDayCorrelation=2"]);
    expect(wrong).toThrow(/must be a day that its month has[^]*must be a correlation from 0 to 0.99/);
  });
});

describe("whatever is done to the file", () => {
  const pieces = year.split(/(?<=[\s:,{}[\]])|(?=[\s:,{}[\]])/);
  const words = ["closed", "usual", "peak", "saturday", "calls", "2026-12-26", "2027-02-30", "1999-01-01", "2099-12-31", "0", "-1", "100", "1e9", "3 a week", "1 a quarter", "999 a year", "week", "quarter", "year", "3 days", "null", "~", "", "[]", "{}", "[usual]", "{ mon: 2 }", "__proto__", "season", "dates", "atRandom", "instead: [saturday]", "byWeekday", "80%", "0%", "true"];
  const edits = fc.array(fc.record({ at: fc.nat(pieces.length - 1), word: fc.oneof(fc.constantFrom(...words), fc.constantFrom(...pieces)), keep: fc.boolean() }), { minLength: 1, maxLength: 3 });

  test("a planner reads what is wrong, or it runs", { timeout: 120_000 }, () => {
    let right = 0;
    fc.assert(fc.property(edits, (changes) => {
      const text = changes.reduce((sofar, { at, word, keep }) => sofar.map((piece, i) => (i === at ? (keep ? `${word}${piece}` : word) : piece)), [...pieces]).join("");
      try {
        const scenario = parseScenario(text, "year.yaml");
        right++;
        if (isDated(scenario) && right % 4 === 0) expect(simulateCalendar(scenario, { days: 2 }).runs).toBe(2);
      } catch (error) {
        if (!(error instanceof ScenarioError)) throw error;
        for (const line of error.message.split("\n")) expect(line).toMatch(/^year\.yaml:\d+:\d+ ./);
      }
    }), { numRuns: process.env.CALLHALL_LONG ? 10_000 : 500, seed: 5 });
    expect(right).toBeGreaterThan(25);
  });
});

test("a shorter calendar set from outside the file is no mistake for the dates that it cuts off; written in the file it is", () => {
  const july = ["calendar.from=2027-07-01", "calendar.to=2027-07-31"], read = parseScenario(year, "year.yaml", { set: july });
  if (!isDated(read)) throw new Error("a calendar of dates");
  expect(plannedDates(read.calendar.week, read.calendar.dates).open.map(({ date }) => formatDate(date)).filter((_, i, all) => i === 0 || i === all.length - 1)).toEqual(["2027-07-01", "2027-07-31"]);
  expect(told(["from: 2026-09-01", "from: 2027-07-01"], ["to: 2027-08-31", "to: 2027-07-31"])).toEqual([
    expect.stringContaining('calendar.dates["2026-12-24"] lies outside the calendar') as string, expect.stringContaining("calendar.peaks.dates[0] lies outside the calendar") as string,
  ]);
});

// https://www.gov.uk/bank-holidays: Christmas Day 2027 is a Saturday, Boxing Day a Sunday, and the two days after stand in for them.
test("a bank holiday on a closed weekday stays closed, whatever day type bank holidays are", () => {
  const read = parseScenario(edited(year, ["2027-08-31", "2027-12-31"], ["bankHolidays: closed", "bankHolidays: saturday"], ["atRandom: 2 a month", "instead: [usual], atRandom: 2 a month"]), "year.yaml");
  if (!isDated(read)) throw new Error("a calendar of dates");
  const days = new Map(plannedDates(read.calendar.week, read.calendar.dates).open.map(({ date, kind }) => [formatDate(date), kind]));
  expect(["2027-12-24", "2027-12-25", "2027-12-26", "2027-12-27", "2027-12-28", "2027-12-29"].map((date) => days.get(date))).toEqual(["usual", "saturday", undefined, "saturday", "saturday", "usual"]);
});
