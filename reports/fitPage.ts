// A fit in, one HTML page out: how well the scenario tells what happened, and everything it was made from.

import { VERSION } from "../sim/version.ts";
import type { Fitted } from "../sim/study/fitAll.ts";
import { fitFinding, spanInWords } from "./fitWords.ts";
import { html } from "./page.ts";
import { repeatBy } from "./repeat.ts";
import { row, type Row } from "./row.ts";
import { dayRow, lawRows, profileRow, validationRows, variationRow } from "./rows/fitRows.ts";
import { fittedRow, heldOutRow, validationTable } from "./tables/fit.ts";
import { wholePage } from "./wholePage.ts";
import { integer } from "./words.ts";

export interface FitPageParts {
  /** Of the scenario. */
  readonly name: string;
  /** What was read, left out and why. */
  readonly notes: readonly string[];
  /** The scenario's text and file. */
  readonly text: string;
  readonly file: string;
  /** That repeats the page. */
  readonly command: string;
}

/** The whole page: self-contained, no script, no request. */
export function fitPage(fitted: Fitted, { name, notes, text, file, command }: FitPageParts): string {
  const { fit } = fitted, { title, lead } = fitFinding(fitted), read: Row = { title: "What was read and what was left out", note: "", points: notes, panels: [], wide: true };
  return wholePage({
    columns: 1, over: `${name} · ${integer(fit.offered)} contacts from ${spanInWords(fit)}`, title, lead,
    note: "Each ± is half the width of a 95% interval. It covers chance in the data and the simulation, not what is assumed. No caller and no agent can be told from this page or the scenario.",
    main: html`${[...validationRows(fitted), ...dayRow(fitted), ...profileRow(fitted), ...lawRows(fitted), ...variationRow(fitted), ...heldOutRow(fitted), fittedRow(fitted), ...validationTable(fitted), read].map(row)}`,
    footer: repeatBy(command, `callhall ${VERSION}`, [{ file, text }]),
  });
}
