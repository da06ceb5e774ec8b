// A row of the page: a finding as its heading, how to read it, and one panel for each scenario.

import { html, unbroken, type Html } from "./page.ts";
import type { View } from "./view.ts";

export interface Row {
  /** The finding in a sentence; neutral where no rule fires. */
  readonly title: string;
  readonly note: string;
  /** What the marks mean. */
  readonly key?: readonly Key[];
  /** One for each scenario, in the page's order. */
  readonly panels: readonly Html[];
  /** Wider than a column: the panels stand one under another. */
  readonly wide?: boolean;
}

/** `mark` names a class of the style sheet. */
export interface Key {
  readonly mark: "band" | "mean" | "below" | "dashed" | "neutral-band" | "neutral-mean" | "rostered" | "busy";
  readonly says: string;
}

export function row({ title, note, key = [], panels, wide = false }: Row): Html {
  return html`<section class="${wide ? "wide" : "charts"}">
<h2>${unbroken(title)}</h2>
<p class="note">${unbroken(note)}</p>
${key.length === 0 ? null : html`<ul class="key">${key.map(({ mark, says }) => html`<li><i class="${mark}"></i>${says}</li>`)}</ul>`}
<div class="${wide ? "stack" : "panels"}">${panels}</div>
</section>`;
}

/** A scenario's chart under its name. */
export const figure = (view: View, chart: Html): Html => html`<figure><h3><bdi>${view.name}</bdi></h3>${chart}</figure>`;
