// How to repeat the page: the command, the version, the seed, and the text of every scenario.

import { html, type Html } from "./page.ts";
import { precisionReached } from "./precision.ts";
import { shared, type View } from "./view.ts";
import { integer, plural } from "./words.ts";

export interface File {
  readonly file: string;
  readonly text: string;
}

/** @param made instead of what each view is made from */
export function repeat(views: readonly View[], files: readonly File[], command: string, made?: string): Html {
  const results = views.map((view) => view.result), version = shared(results.map((result) => result.callhall));
  const same = shared(results.map(({ seed, days }) => JSON.stringify([seed, days]))) !== null;
  const runs = made !== undefined ? [made] : same ? [seedAndDays(views[0])] : views.map((view) => `${view.name}: ${seedAndDays(view)}`);
  return repeatBy(command, `${version === null ? "callhall" : `callhall ${version}`} · ${runs.join(" · ")}`, files);
}

/** @param made by which version, from which seed and days */
export function repeatBy(command: string, made: string, files: readonly File[]): Html {
  return html`<footer>
<h2>How to repeat this page</h2>
<pre class="wrap">${command}</pre>
<p class="note">${made} · the same version and seed give the same page, to the last digit</p>
<div class="files">${files.map(({ file, text }) => html`<div><h3><bdi>${file}</bdi></h3><pre tabindex="0">${text.replace(/^\ufeff/, "").trimEnd()}</pre></div>`)}</div>
</footer>`;
}

const seedAndDays = ({ result }: View): string => `seed “${result.seed}” · ${integer(result.days)} ${plural(result.days, "day")}${precisionReached(result)}`;
