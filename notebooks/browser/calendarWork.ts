// What a worker does for one calendar of dates: it adds up the runs that other workers have simulated and, when asked, reckons what
// they come to. That takes up to a third of a second of a year, for which the page must not stand still.

import type { Block } from "../../sim/stats/block.ts";
import { Tally } from "../../sim/stats/tally.ts";
import type { DatedScenario } from "../../sim/scenario/schema.ts";
import { shapeOfScenario } from "../../sim/study/blocks.ts";
import { calendarResultOf, type CalendarResult } from "../../sim/study/calendarResult.ts";

/** The calendar, once; then its blocks in order, with each whether the result so far is wanted. */
export type CalendarRequest = { readonly calendar: DatedScenario; readonly seed: string } | { readonly runs: Block; readonly wanted: boolean };

let added: { readonly scenario: DatedScenario; readonly seed: string; readonly tally: Tally } | null = null;

export function workOnCalendar(data: CalendarRequest): void {
  if ("calendar" in data) {
    added = { scenario: data.calendar, seed: data.seed, tally: new Tally(shapeOfScenario(data.calendar)) };
    return;
  }
  const { scenario, seed, tally } = added!; // told before its runs
  tally.add(data.runs);
  if (data.wanted) self.postMessage(calendarResultOf(scenario, seed, tally) satisfies CalendarResult);
}
