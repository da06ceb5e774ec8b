// A row of the page: a finding as its heading, how to read it, and one panel for each scenario.

import { html, unbroken, type Html } from "./page.ts";
import type { Chart } from "./panel.ts";
import type { View } from "./view.ts";

export interface Row {
  /** The finding in a sentence; neutral where no rule fires. */
  readonly title: string;
  readonly note: string;
  /** What is said one by one, before the note. */
  readonly points?: readonly string[];
  /** What the marks mean. */
  readonly key?: readonly Key[];
  /** One for each scenario, in the page's order. */
  readonly panels: readonly Html[];
  /** What a slide shows of each: null where there is nothing to draw. Without them the row has no slides. */
  readonly charts?: readonly (Chart | null)[];
  /** Wider than a column: the panels stand one under another. */
  readonly wide?: boolean;
}

/** `mark` names a class of the style sheet. */
export interface Key {
  readonly mark: "band" | "mean" | "below" | "dashed" | "neutral-band" | "neutral-mean" | "rostered" | "busy"
    | "answered" | "abandoned" | "lost" | "on-duty" | "break" | "reached" | "not-reached" | "short" | "exact" | "formula" | "formula-dashed" | "better" | "worse" | "other" | "unclear" | "pinned" | "whisker";
  readonly says: string;
}

/** Another plan beside the one that a row is about, drawn into its charts. */
export interface Beside<Of = View> {
  readonly of: Of;
  /** What it is called in the key. */
  readonly name: string;
}

/** The key's line for another plan. @param what of it, where the chart shows several things */
export const besideKey = (beside: Pick<Beside, "name"> | undefined, what = ""): Key[] => (beside === undefined ? [] : [{ mark: "pinned", says: `${beside.name}${what}` }]);

export function row({ title, note, points = [], key = [], panels, wide = false }: Row): Html {
  return html`<section class="${wide ? "wide" : "charts"}">
<h2>${unbroken(title)}</h2>
${points.length === 0 ? null : html`<ul class="points">${points.map((each) => html`<li>${unbroken(each)}</li>`)}</ul>`}
<p class="note">${unbroken(note)}</p>
${key.length === 0 ? null : html`<ul class="key">${key.map(({ mark, says }) => html`<li><i class="${mark}"></i>${says}</li>`)}</ul>`}
<div class="${wide ? "stack" : "panels"}">${panels}</div>
</section>`;
}

/** A row's charts, each under its scenario's name, or what stands in its place. */
export function drawn(views: readonly View[], charts: readonly (Chart | null)[], instead: (view: View) => Html | null = () => null): Pick<Row, "panels" | "charts"> {
  return { charts, panels: views.map((view, i) => figure(view, charts[i] ?? html`<p class="note">${instead(view)}</p>`)) };
}

/** A scenario's chart under its name. */
const figure = (view: View, chart: Html): Html => html`<figure><h3><bdi>${view.name}</bdi></h3>${chart}</figure>`;
