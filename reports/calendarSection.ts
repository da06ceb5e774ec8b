// What the page shows of a calendar of dates, above its kinds of day: its charts two abreast, then its figures.

import { calendarFinding, type CalendarPart } from "./calendarWords.ts";
import { html, unbroken, type Html } from "./page.ts";
import { row } from "./row.ts";
import { calendarCharts } from "./rows/calendarCharts.ts";
import { calendarTableRows } from "./tables/calendar.ts";

/** @param number among the page's calendars, from 1 @param headed whether its finding stands above it: where the page has more than this calendar */
export function calendarSection(part: CalendarPart, number: number, headed: boolean): Html {
  const { title, lead } = calendarFinding(part);
  return html`<div class="calendar">
${headed ? html`<section class="wide calendar-head"><h2>${unbroken(title)}</h2><p>${unbroken(lead)}</p></section>` : null}
${calendarCharts(part, `calendar-${number}`).map(({ row: each }) => row(each))}
${calendarTableRows(part).map(row)}
</div>`;
}
