// Results in, one HTML page out: questions are rows, scenarios are columns. Nothing is computed here beyond picking, rounding and units.

import type { Scenario } from "../sim/scenario/schema.ts";
import { kindsOfDay } from "../sim/scenario/week.ts";
import type { Result } from "../sim/study/result.ts";
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

/**
 * The whole page: self-contained, no script, no request. The same parts and command give the same bytes.
 * @param parts scenarios, and of weeks the kinds of day @param weeks those that some of the parts are the days of
 */
export function reportPage(parts: readonly ReportPart[], command: string, weeks: readonly WeekPart[] = []): string {
  if (parts.length === 0) throw new RangeError("a report needs at least one scenario");
  const week = onlyWeek(parts, weeks), called = week === null ? parts.map(({ result }) => result.scenario) : Object.keys(week.week.dayTypes);
  const names = toldApart(parts.map(({ file }, i) => ({ name: called[i], file })));
  const short = toldApart(parts.map(({ file }, i) => ({ name: shortened(called[i]), file: shortened(file) })));
  const views = parts.map(({ result, scenario }, i) => viewOf(result, scenario, names[i], short[i], i + 1));
  const { title, lead } = opening(views, week);
  const weekly = weekRow(weeks), rows = [...chartRows(views).map((each) => each.row), badDayRow(views), typeRow(views), siteRow(views), groupRow(views), moneyRow(views), agreementRow(views), intervalRow(views)];
  return wholePage({
    columns: views.length, over: `Contact centre simulation · ${simulatedDays(views, week === null ? "scenario" : "kind of day")}`, title, lead, note: certainty(views, week === null ? "every day" : "every day of a kind", week === null ? "the whole day" : "each kind of day"),
    main: html`${weekly === null ? null : row(weekly)}<h2 class="unseen">At a glance</h2>
<div class="panels cards">${views.map(card)}</div>
${rows.flatMap((each) => (each === null ? [] : [row(each)]))}`,
    footer: repeat(views, filesOf(parts), command),
  });
}

/** The week whose kinds of day are all that the page has: then their own names will do. Null where there is more, or no week. */
function onlyWeek(parts: readonly ReportPart[], weeks: readonly WeekPart[]): WeekPart | null {
  return weeks.length === 1 && Object.keys(weeks[0].week.dayTypes).length === parts.length ? weeks[0] : null;
}

/** A week on its own speaks for its days. */
function opening(views: readonly View[], week: WeekPart | null): { readonly title: string; readonly lead: string } {
  const ofDays = headline(views);
  if (week === null) return ofDays;
  const { title, lead } = weekFinding(week.week, kindsOfDay(week.scenario));
  return { title, lead: `${lead} ${ofDays.title}.` };
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
