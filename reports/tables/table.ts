// A table that scrolls inside its own frame where it is too wide, so that the page never does.

import { html, type Content, type Html } from "../page.ts";

export interface Cell {
  readonly text: Content;
  /** Below the target: orange, bold, and marked with a triangle for those who see no colour. */
  readonly bad?: boolean;
  /** Text, not a number: set from the left, and it may wrap. */
  readonly words?: boolean;
}

export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly body: readonly (readonly Cell[])[];
  /** The day as a whole. */
  readonly foot?: readonly Cell[];
}

export function table({ caption, columns, body, foot }: Table): Html {
  return html`<div class="scroll" role="group" aria-label="${caption}" tabindex="0"><table>
<caption><bdi>${caption}</bdi></caption>
<thead><tr>${columns.map((column, i) => (column === "" ? html`<td></td>` : body[0]?.[i]?.words ? html`<th scope="col" class="words">${column}</th>` : html`<th scope="col">${column}</th>`))}</tr></thead>
<tbody>${body.map(rowOf)}</tbody>${foot ? html`<tfoot>${rowOf(foot)}</tfoot>` : null}
</table></div>`;
}

function rowOf([head, ...cells]: readonly Cell[]): Html {
  return html`<tr><th scope="row">${head.text}</th>${cells.map(cellOf)}</tr>`;
}

function cellOf({ text, bad = false, words = false }: Cell): Html {
  return bad || words ? html`<td class="${bad ? "bad" : "words"}">${text}</td>` : html`<td>${text}</td>`;
}

/** A number with its margin in lighter type. */
export const withMargin = ({ value, margin }: { readonly value: string; readonly margin: string }): Html =>
  html`${value}${margin === "" ? null : html` <small>${margin}</small>`}`;
