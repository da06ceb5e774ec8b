// HTML by template: every value is escaped unless it is itself Html, so that no name can become markup by being forgotten.

/** Text that is already HTML. Made by `html` and `trusted` only. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Content = Html | string | number | null | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

// Characters that HTML forbids, or that turn the direction of what follows: shown as a replacement character. Line ends and tabs stay.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\p{Cs}]/gu;

/** Text as content of an element or of a quoted attribute. */
export function escape(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(HIDDEN, "\ufffd").replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

function write(content: Content): string {
  if (content === null) return "";
  if (content instanceof Html) return content.text;
  if (typeof content === "string" || typeof content === "number") return escape(String(content));
  return content.map(write).join("\n");
}

/** A template whose values are escaped; null writes nothing, a list its members. Attributes must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  return new Html(strings.reduce((text, string, i) => text + write(values[i - 1] ?? null) + string));
}

/** Markup from a serialiser that has escaped its own text (the charts) or from our own constants (the style sheet). */
export function trusted(markup: string): Html {
  return new Html(markup);
}

/** A sentence whose margins and ranges in brackets are not broken over lines. */
export function unbroken(text: string): Html {
  const pieces = text.split(/(\((?:± )?[\d.,–<>]+\)|± [\d.,]+)/); // every second piece is one of them
  return new Html(pieces.map((piece, i) => (i % 2 === 0 ? escape(piece) : `<span class="whole">${escape(piece)}</span>`)).join(""));
}
