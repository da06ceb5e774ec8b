// A date is the same day whoever asks for it: in a month or in the year around it, with more runs after it or fewer, in whatever order blocks are simulated.

import { expect, test } from "vitest";
import { Tally } from "../../sim/stats/tally.ts";
import { blocksIn, shapeOfScenario, simulatorOf } from "../../sim/study/blocks.ts";
import { simulateCalendar } from "../../sim/study/calendar.ts";
import { calendarResultOf } from "../../sim/study/calendarResult.ts";
import { dated, smallCalendar } from "./calendars.ts";

const RUNS = 20; // two whole blocks and a part
const span = (from: string, to: string, more = "") => dated(smallCalendar(`from: ${from}
to: ${to}
week: { mon: usual, tue: usual, wed: usual, thu: usual, fri: usual, sat: saturday, sun: closed }
bankHolidays: closed
dayTypes: { usual: {}, saturday: { opening: { from: "09:30", to: "10:30" } }, peak: { contacts: { calls: { volume: 30 } } } }
peaks: { dayType: peak, atRandom: 2 a month }
season: [{ byMonth: [1, 2, 1, 1.1, 1, 1, 1, 0.9, 1, 1, 1, 1] }, { byWeekday: { mon: 1.2 } }]
${more}`, { calls: "volume: 20, dayToDayCv: 0.3", more: "agreements: { a: { atLeast: 75%, every: month, credits: [{ below: 75%, pay: 100 }] } }\n" }));

test("without memory a month alone is that month of the year, to the last bit: its dates, weeks, credits and misses", () => {
  const year = simulateCalendar(span("2026-09-01", "2027-08-31"), { days: RUNS }), month = simulateCalendar(span("2027-02-01", "2027-02-28"), { days: RUNS });
  expect(month.months[0]).toEqual(year.months[5]);
  expect(month.dates).toEqual(year.dates.filter(({ date }) => date.startsWith("2027-02")));
  expect(month.weeks[1]).toEqual(year.weeks.find(({ name }) => name === month.weeks[1].name));
  expect(month.agreements.a.periods[0]).toEqual(year.agreements.a.periods[5]);
  expect(month.agreements.a.periods[0].missed.mean).toBeGreaterThan(0.05);
});

test("with memory a date depends on the days before it in the calendar, and on nothing after it", () => {
  const memory = "dayToDayCorrelation: 0.5", long = simulateCalendar(span("2027-01-01", "2027-03-31", memory), { days: RUNS });
  expect(simulateCalendar(span("2027-01-01", "2027-01-31", memory), { days: RUNS }).months[0]).toEqual(long.months[0]);
  expect(simulateCalendar(span("2027-02-01", "2027-03-31", memory), { days: RUNS }).months[1]).not.toEqual(long.months[2]);
});

test("more runs begin with the same runs, and blocks are the same in whatever order they are simulated", () => {
  const scenario = span("2027-01-01", "2027-02-15", "dayToDayCorrelation: 0.5"), job = { scenario, days: RUNS, seed: "1" }, forwards = simulatorOf(job), backwards = simulatorOf(job);
  const kept = (simulator: typeof forwards, number: number, days = RUNS) => structuredClone(simulator.simulate(number, days)); // a block is good until the next
  const blocks = Array.from({ length: blocksIn(job) }, (_, number) => kept(forwards, number)), reversed = [2, 1, 0].map((number) => kept(backwards, number)).reverse();
  expect(reversed).toEqual(blocks);
  expect(kept(simulatorOf(job), 0, 500)).toEqual(blocks[0]);
  expect(blocks.map(({ days }) => days)).toEqual([8, 8, 4]);
});

test("looked at after every block, the runs come to what they come to when looked at once", () => {
  const scenario = span("2027-01-01", "2027-03-31", "dayToDayCorrelation: 0.5"), job = { scenario, days: RUNS, seed: "1" }, simulator = simulatorOf(job), tally = new Tally(shapeOfScenario(scenario));
  const results = Array.from({ length: blocksIn(job) }, (_, number) => {
    tally.add(simulator.simulate(number, RUNS));
    return calendarResultOf(scenario, "1", tally);
  });
  expect(results.map(({ runs }) => runs)).toEqual([8, 16, 20]);
  expect(results.at(-1)).toEqual(simulateCalendar(scenario, { days: RUNS, seed: "1" }));
});
