// The frame of every page: self-contained, no script, no request.

import { html, trusted, unbroken, type Html } from "./page.ts";
import { STYLE } from "./style.ts";

export interface Page {
  /** Scenarios side by side. */
  readonly columns: number;
  /** A line above the title. */
  readonly over: string;
  /** The finding, in a sentence and with numbers, and how certain it is. */
  readonly title: string;
  readonly lead: string;
  readonly note: string;
  readonly main: Html;
  readonly footer: Html;
}

export function wholePage({ columns, over, title, lead, note, main, footer }: Page): string {
  return `${html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${trusted(STYLE)}</style>
</head>
<body class="columns-${Math.min(3, columns)}">
<header>
<p class="over">${over}</p>
<h1>${unbroken(title)}</h1>
<p class="lead">${unbroken(lead)}</p>
<p class="note">${unbroken(note)}</p>
</header>
<main>
${main}
</main>
${footer}
</body>
</html>
`.text}`;
}
