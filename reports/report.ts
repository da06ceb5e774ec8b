// Results in, one HTML page out: questions are rows, scenarios are columns. Nothing is computed here beyond picking, rounding and units.

import type { Scenario } from "../sim/scenario/schema.ts";
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
import { intervalRow } from "./tables/byInterval.ts";
import { typeRow } from "./tables/byType.ts";
import { shared, viewOf, type View } from "./view.ts";
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

/** The whole page: self-contained, no script, no request. The same parts and command give the same bytes. */
export function reportPage(parts: readonly ReportPart[], command: string): string {
  if (parts.length === 0) throw new RangeError("a report needs at least one scenario");
  const names = toldApart(parts.map(({ result, file }) => ({ name: result.scenario, file })));
  const short = toldApart(parts.map(({ result, file }) => ({ name: shortened(result.scenario), file: shortened(file) })));
  const views = parts.map(({ result, scenario }, i) => viewOf(result, scenario, names[i], short[i], i + 1));
  const { title, lead } = headline(views);
  const rows = [...chartRows(views).map((each) => each.row), badDayRow(views), typeRow(views), groupRow(views), intervalRow(views)];
  return wholePage({
    columns: views.length, over: `Contact centre simulation · ${simulatedDays(views)}`, title, lead, note: certainty(views),
    main: html`<h2 class="unseen">At a glance</h2>
<div class="panels cards">${views.map(card)}</div>
${rows.flatMap((each) => (each === null ? [] : [row(each)]))}`,
    footer: repeat(views, filesOf(parts), command),
  });
}

function simulatedDays(views: readonly View[]): string {
  const days = shared(views.map((view) => view.result.days));
  if (days === null) return `${views.map((view) => integer(view.result.days)).join(", ")} simulated days`;
  return `${integer(days)} simulated ${plural(days, "day")}${views.length > 1 ? " for each scenario" : ""}`;
}

/** What the intervals cover, and what they do not. */
function certainty(views: readonly View[]): string {
  const levels = views.map((view) => view.result.total.serviceLevel), halves = levels.flatMap(({ halfWidth: half }) => (half === null ? [] : [half]));
  const within = halves.length === 0
    ? "There is no 95% interval without a spread of days."
    : `Each ± is the 95% interval of the simulation: the service level of the whole day is certain to within ${halfWidth(100 * Math.max(...halves))} points.`;
  const types = views.flatMap((view) => Object.values(view.scenario.contacts));
  const assumptions = ["volumes", "handle times", ...(types.some((type) => type.patience !== "never") ? ["patience"] : [])];
  const same = types.some((type) => type.dayToDayCv > 0) ? "" : `, and every day ${views.every((view) => view.fixedCount) ? "has exactly" : "expects"} the same volume`;
  return `${within} The assumptions of the scenario file are not covered: ${listed(assumptions)} are taken as given${same}.`;
}

/** Every file that the scenarios are made of, each once. */
function filesOf(parts: readonly ReportPart[]): File[] {
  const files = parts.flatMap(({ file, text, bases }) => [{ file, text }, ...bases]);
  return files.filter(({ file, text }, i) => files.findIndex((other) => other.file === file && other.text === text) === i);
}
