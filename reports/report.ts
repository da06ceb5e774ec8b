// Results in, one HTML page out: questions are rows, scenarios are columns. Nothing is computed here beyond picking, rounding and units.

import type { Scenario } from "../sim/scenario/schema.ts";
import { kindsOfDay } from "../sim/scenario/week.ts";
import type { Result } from "../sim/study/result.ts";
import { dateWords } from "./calendarNames.ts";
import { calendarSection } from "./calendarSection.ts";
import { calendarsFinding, calendarsRow } from "./calendarsTogether.ts";
import { calendarFinding, KIND_NOTE, timesSimulated, type CalendarPart } from "./calendarWords.ts";
import { card } from "./card.ts";
import { headline } from "./finding.ts";
import { shortened, toldApart } from "./names.ts";
import { html } from "./page.ts";
import { chartRows } from "./questions.ts";
import { repeat, type File } from "./repeat.ts";
import { row } from "./row.ts";
import { badDayRow } from "./tables/badDay.ts";
import { groupRow } from "./tables/byGroup.ts";
import { agreementRow } from "./tables/agreements.ts";
import { moneyRow } from "./tables/money.ts";
import { intervalRow } from "./tables/byInterval.ts";
import { siteRow } from "./tables/bySite.ts";
import { typeRow } from "./tables/byType.ts";
import { weekRow, type WeekPart } from "./tables/week.ts";
import { shared, viewOf, type View } from "./view.ts";
import { weekFinding } from "./weekWords.ts";
import { wholePage } from "./wholePage.ts";
import { halfWidth, integer, listed, plural } from "./words.ts";

export interface ReportPart {
  readonly result: Result;
  readonly scenario: Scenario;
  /** As the user typed it. */
  readonly file: string;
  /** The scenario file's text. */
  readonly text: string;
  /** What else it is made of: the files it extends, nearest first, and the columns that it takes from sheets. */
  readonly bases: readonly File[];
}

/** What several of a page's days belong to. */
export interface Together {
  readonly weeks?: readonly WeekPart[];
  readonly calendars?: readonly CalendarPart[];
}

/**
 * The whole page: self-contained, no script, no request. The same parts and command give the same bytes.
 * @param parts scenarios, and of weeks and calendars the kinds of day @param together those weeks and calendars
 */
export function reportPage(parts: readonly ReportPart[], command: string, { weeks = [], calendars = [] }: Together = {}): string {
  if (parts.length === 0) throw new RangeError("a report needs at least one scenario");
  const whole = onlyOne(parts, weeks, calendars), called = whole === null ? parts.map(({ result }) => result.scenario) : whole.kinds;
  const names = toldApart(parts.map(({ file }, i) => ({ name: called[i], file })));
  const short = toldApart(parts.map(({ file }, i) => ({ name: shortened(called[i]), file: shortened(file) })));
  const views = parts.map(({ result, scenario }, i) => viewOf(result, scenario, names[i], short[i], i + 1));
  const { title, lead } = opening(views, whole, calendars), days = whole === null && calendars.length === 0 ? "every day" : "every day of a kind";
  const weekly = weekRow(weeks), rows = [...chartRows(views).map((each) => each.row), badDayRow(views), typeRow(views), siteRow(views), groupRow(views), moneyRow(views), agreementRow(views), intervalRow(views)];
  return wholePage({
    columns: views.length, over: `Contact centre simulation · ${whole?.simulated ?? (calendars.length > 0 ? "calendars of dates, from the first to the last, again and again" : simulatedDays(views, "scenario"))}`, title, lead, note: certainty(views, days, whole === null && calendars.length === 0 ? "the whole day" : "each kind of day"),
    main: html`${calendars.length > 1 ? row(calendarsRow(calendars)) : null}${calendars.map((calendar, i) => calendarSection(calendar, i + 1, whole === null))}${weekly === null ? null : row(weekly)}<h2 class="${calendars.length === 0 ? "unseen" : "days"}">${calendars.length === 0 ? "At a glance" : "The kinds of day"}</h2>
${calendars.length === 0 ? null : html`<p class="note days">${KIND_NOTE}</p>`}<div class="panels cards">${views.map(card)}</div>
${rows.flatMap((each) => (each === null ? [] : [row(each)]))}`,
    footer: repeat(views, filesOf(parts), command, whole?.made),
  });
}

/** The one week or calendar of which the page has nothing but the kinds of day. */
interface Whole {
  /** The kinds' own names will do. */
  readonly kinds: readonly string[];
  readonly finding: { readonly title: string; readonly lead: string };
  readonly simulated: string;
  /** Of a calendar, in place of what each kind of day is made from. */
  readonly made?: string;
}

/** Null where the page has more than one week or calendar, or days besides. */
function onlyOne(parts: readonly ReportPart[], weeks: readonly WeekPart[], calendars: readonly CalendarPart[]): Whole | null {
  const [week] = weeks, [calendar] = calendars;
  if (weeks.length + calendars.length !== 1) return null;
  if (calendar !== undefined) {
    const kinds = Object.keys(calendar.result.dayTypes), { from, to, runs, seed } = calendar.result, simulated = `${dateWords(from)} to ${dateWords(to)}, ${timesSimulated(runs)}`;
    return kinds.length === parts.length ? { kinds, finding: calendarFinding(calendar), simulated, made: `seed “${seed}” · ${simulated}` } : null;
  }
  const kinds = Object.keys(week.week.dayTypes);
  return kinds.length === parts.length ? { kinds, finding: weekFinding(week.week, kindsOfDay(week.scenario)), simulated: `${integer(week.week.days)} simulated ${plural(week.week.days, "day")}${kinds.length > 1 ? " for each kind of day" : ""}` } : null;
}

/** A week or a calendar on its own speaks for its days; several calendars for themselves. */
function opening(views: readonly View[], whole: Whole | null, calendars: readonly CalendarPart[]): { readonly title: string; readonly lead: string } {
  const ofDays = headline(views);
  if (whole !== null) return { title: whole.finding.title, lead: `${whole.finding.lead} ${ofDays.title}.` };
  if (calendars.length === 0) return ofDays;
  return calendars.length === 1 ? calendarFinding(calendars[0]) : calendarsFinding(calendars);
}

function simulatedDays(views: readonly View[], each: string): string {
  const days = shared(views.map((view) => view.result.days));
  if (days === null) return `${views.map((view) => integer(view.result.days)).join(", ")} simulated days`;
  return `${integer(days)} simulated ${plural(days, "day")}${views.length > 1 ? ` for each ${each}` : ""}`;
}

/** What the intervals cover, and what they do not. */
function certainty(views: readonly View[], everyDay: string, levelOf: string): string {
  const levels = views.map((view) => view.result.total.serviceLevel), halves = levels.flatMap(({ halfWidth: half }) => (half === null ? [] : [half]));
  const within = halves.length === 0
    ? "There is no 95% interval without a spread of days."
    : `Each ± is the 95% interval of the simulation: the service level of ${levelOf} is certain to within ${halfWidth(100 * Math.max(...halves))} points.`;
  const types = views.flatMap((view) => Object.values(view.scenario.contacts));
  const assumptions = ["volumes", "handle times", ...(types.some((type) => type.patience !== "never") ? ["patience"] : [])];
  const same = types.some((type) => type.dayToDayCv > 0) ? "" : `, and ${everyDay} ${views.every((view) => view.fixedCount) ? "has exactly" : "expects"} the same volume`;
  return `${within} The assumptions of the scenario file are not covered: ${listed(assumptions)} are taken as given${same}.`;
}

/** Every file that the scenarios are made of, each once. */
function filesOf(parts: readonly ReportPart[]): File[] {
  const files = parts.flatMap(({ file, text, bases }) => [{ file, text }, ...bases]);
  return files.filter(({ file, text }, i) => files.findIndex((other) => other.file === file && other.text === text) === i);
}
