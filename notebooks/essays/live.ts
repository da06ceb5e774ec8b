// A place in a notebook that follows its inputs: marked as old from the moment they change until it has caught up.

import { html, type Html } from "../../reports/page.ts";

export interface Shown {
  readonly content: Html;
  /** What is known and what is not yet, such as "100 of 1,000 days so far". */
  readonly certainty: string;
  readonly done: boolean;
}

/**
 * Fill the element of an id with an answer that is refined, until the inputs change again.
 * @param answer gives what to show, better and better; told to stop by its signal
 * @param invalidation resolves when the inputs have changed
 */
export async function live(id: string, answer: (signal: AbortSignal) => AsyncIterable<Shown>, invalidation: Promise<void>): Promise<void> {
  const place = document.getElementById(id), stop = new AbortController();
  if (place === null) throw new Error(`there is no place called ${id} in this notebook`);
  void invalidation.then(() => stop.abort());
  Object.assign(place.dataset, { state: "old" });
  place.setAttribute("aria-busy", "true");
  try {
    for await (const { content, certainty, done } of answer(stop.signal)) {
      if (stop.signal.aborted) return;
      fill(place, html`<p class="certainty">${certainty}</p>${content}`);
      place.dataset.state = done ? "done" : "refining";
    }
  } catch (error) {
    if (stop.signal.aborted) return;
    fill(place, html`<p class="wrong">${error instanceof Error ? error.message : String(error)}</p>`);
    place.dataset.state = "done";
  }
  if (!stop.signal.aborted) place.setAttribute("aria-busy", "false");
}

/** Folds that the reader has opened stay open; identifiers are made unique on the page; Plot names its marks, but no name may stand on what has no role. */
function fill(place: HTMLElement, content: Html): void {
  const open = [...place.querySelectorAll("details")].map((details) => details.open);
  place.innerHTML = content.text; // written by `html` and the reports, which escape every value
  place.querySelectorAll("details").forEach((details, i) => { details.open = open[i] ?? false; });
  for (const mark of place.querySelectorAll("g[aria-label]")) mark.removeAttribute("aria-label");
  for (const name of ["id", "aria-labelledby"]) {
    for (const element of place.querySelectorAll(`[${name}]`)) element.setAttribute(name, element.getAttribute(name)!.split(" ").map((each) => `${place.id}-${each}`).join(" ")); // it has one
  }
}
