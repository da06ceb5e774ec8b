// Each chart of a calendar of dates as a picture for slides.

import type { DatedScenario } from "../sim/scenario/schema.ts";
import { calendarSource, type CalendarPart } from "./calendarWords.ts";
import { shortened } from "./names.ts";
import { CALENDAR_CHARTS, drawCalendarCharts } from "./rows/calendarCharts.ts";
import { slide, slugs, type Slide } from "./slides.ts";

/** All names that slides of these calendars may have; those with nothing to draw are left out. */
export function calendarSlideNames(calendars: readonly DatedScenario[]): string[] {
  const names = slugs(calendars.map(({ name }) => name));
  return calendars.flatMap(({ agreements = {} }, i) => CALENDAR_CHARTS.flatMap((chart) => Array.from({ length: Object.keys(agreements).length + 1 }, (_, n) => nameOf(names[i], chart, n)))); // months beside the target are one more
}

export const calendarSlides = (parts: readonly CalendarPart[]): Slide[] => [...drawCalendarSlides(parts)];

/** The same one after another, for whoever has something else to do in between. */
export function* drawCalendarSlides(parts: readonly CalendarPart[]): Generator<Slide> {
  const names = slugs(parts.map(({ scenario }) => scenario.name));
  for (const [i, part] of parts.entries()) {
    for (const { chart, row } of drawCalendarCharts(part, "slide")) {
      for (const [n, drawing] of (row.charts ?? []).entries()) {
        if (drawing !== null) yield { name: nameOf(names[i], chart, n), svg: slide({ ...row, name: shortened(part.scenario.name), chart: drawing, source: calendarSource(part.result) }) };
      }
    }
  }
}

/** Of several charts to one question, from the second on with a number. */
const nameOf = (slug: string, chart: string, n: number): string => `${slug}-${chart}${n === 0 ? "" : `-${n + 1}`}`;
