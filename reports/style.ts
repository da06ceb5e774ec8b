// The page's style sheet: on a desk, on a phone, in the dark, on A4. Text, because the compiler copies no .css.
// Contrast on the paper: ink 17.8:1, muted 6.1:1, good 6.7:1, bad 5.5:1 in the light; 15.4, 8.2, 8.2 and 8.7:1 in the dark.

/** The colours on white paper, also for slides, which know no variables. */
export const LIGHT = {
  paper: "#ffffff", wash: "#f4f6f8", ink: "#14181d", muted: "#59636e", grid: "#e4e8ec", rule: "#b9c1c9",
  good: "#0b5cad", "good-tint": "#c5daf0", bad: "#b8420a", "bad-tint": "#f7d3bd", tint: "#d9dee3",
} as const;

export const STYLE = `
:root {
  color-scheme: light dark;
  ${Object.entries(LIGHT).map(([name, colour]) => `--${name}: ${colour};`).join(" ")}
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #11161c; --wash: #1a2129; --ink: #e9edf1; --muted: #a4b0bc; --grid: #28313a; --rule: #46525e;
    --good: #6fb3f5; --good-tint: #1f4266; --bad: #ff9a61; --bad-tint: #5e3219; --tint: #39444f;
  }
}
*, ::before { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 32px 24px 48px; max-width: 1152px; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 16px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums lining-nums;
}
h1, h2, h3, p, dl, dd, ul, figure, table, pre { margin: 0; padding: 0; }
h1 { font-size: 34px; line-height: 1.15; letter-spacing: -0.015em; max-width: 25em; text-wrap: balance; }
h2 { font-size: 22px; line-height: 1.25; letter-spacing: -0.005em; max-width: 46em; text-wrap: balance; }
h3, caption { font-size: 14px; line-height: 1.35; font-weight: 700; text-align: left; }
h3 span { display: block; font-weight: 400; color: var(--muted); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.whole { white-space: nowrap; }
p:empty { display: none; }
p { max-width: 46em; text-wrap: pretty; }
small { font-size: inherit; font-weight: 400; color: var(--muted); }
.over, .note { font-size: 14px; color: var(--muted); max-width: 64em; }
.over { margin-bottom: 8px; }
.lead { font-size: 19px; line-height: 1.45; margin-top: 12px; max-width: 48em; }
.note { margin-top: 6px; }
.points { margin: 8px 0 0; padding-left: 18px; max-width: 60em; }
.points li { margin-bottom: 4px; }
.key { display: flex; flex-wrap: wrap; gap: 2px 20px; margin-top: 8px; font-size: 14px; list-style: none; }
.key li { display: flex; align-items: center; gap: 7px; }
.key i { flex: none; width: 18px; height: 12px; }
.key .mean, .key .neutral-mean { height: 3px; background: var(--good); }
.key .neutral-mean { background: var(--ink); }
.key .band { background: var(--good-tint); }
.key .neutral-band { background: var(--tint); }
.key .below { background: linear-gradient(var(--bad), var(--bad)) center / 100% 3px no-repeat var(--bad-tint); }
.key .short { background: var(--bad-tint); }
.key .whisker { width: 1.5px; height: 14px; margin: 0 8px; background: var(--good); }
.key .dashed { height: 0; border-top: 2px dashed var(--ink); }
.key .rostered { height: 2.5px; background: var(--ink); }
.key .exact { height: 1.5px; background: var(--ink); }
.key .formula { height: 2px; background: var(--muted); }
.key .formula-dashed { height: 0; border-top: 2px dashed var(--muted); }
.key .answered { background: var(--good); }
.key .abandoned { background: var(--bad); }
.key .lost { background: var(--ink); }
.key .on-duty { background: var(--good); height: 9px; }
.key .break { border: 1px solid var(--good); height: 9px; }
.key .reached { width: 10px; height: 10px; margin: 0 4px; border-radius: 50%; background: var(--good); }
.key .not-reached { width: 10px; height: 10px; margin: 0 4px; border-radius: 50%; border: 2px solid var(--bad); }
.key :is(.better, .worse, .other, .unclear) { width: 10px; height: 10px; margin: 0 4px; border-radius: 50%; background: var(--good); }
.key .worse { background: var(--bad); }
.key .other { background: var(--ink); }
.key .unclear { background: none; border: 2px solid var(--muted); }
.key .busy { background: var(--good-tint); border-top: 2px solid var(--good); }

section { border-top: 1px solid var(--rule); margin-top: 36px; padding-top: 18px; }
.panels { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 24px 32px; margin-top: 16px; }
.stack { display: grid; gap: 24px; margin-top: 16px; }
.pairs { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr)); gap: 20px 48px; }
.pairs h4 { margin: 0; font-size: 14px; }
.panels.cards { margin-top: 24px; row-gap: 0; }
.columns-2 { max-width: 880px; }
.columns-2 .panels { grid-template-columns: repeat(2, minmax(0, 1fr)); column-gap: 40px; }
.chart { display: block; width: 100%; height: auto; overflow: visible; margin-top: 4px; font: inherit; font-size: 12.5px; }
.columns-1 figure h3 { display: none; } /* the one scenario is named above */
.columns-1 .calendar figure h3 { display: block; }
.chart text { white-space: pre; font-variant-numeric: tabular-nums; }

/* The parts of cards side by side stand at the same height, however their names wrap. */
.card { display: grid; grid-row: span 4; grid-template-rows: subgrid; align-content: start; margin-bottom: 12px; background: var(--wash); border-top: 4px solid var(--rule); padding: 14px 16px 10px; }
.card.met { border-color: var(--good); }
.card.missed { border-color: var(--bad); }
.big { margin-top: 8px; font-size: 34px; font-weight: 700; line-height: 1.1; letter-spacing: -0.02em; }
.met .big { color: var(--good); }
.missed .big { color: var(--bad); }
.big small { font-size: 16px; letter-spacing: 0; }
.card .note { margin-top: 2px; }
.card dl { margin-top: 10px; font-size: 14px; }
.card dl div { display: flex; flex-wrap: wrap; justify-content: space-between; column-gap: 12px; padding: 4px 0; border-top: 1px solid var(--grid); }
.card dd { margin-left: auto; text-align: right; font-weight: 600; }

.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 13px; line-height: 1.3; overflow-wrap: normal; }
caption { padding-bottom: 4px; overflow-wrap: anywhere; }
th, td { padding: 2.5px 0 2.5px 5px; border-bottom: 1px solid var(--grid); text-align: right; font-weight: 400; white-space: nowrap; }
thead :is(th, td) { vertical-align: bottom; white-space: normal; line-height: 1.2; color: var(--muted); border-color: var(--rule); }
th:first-child { padding-left: 0; text-align: left; }
.words { text-align: left; white-space: normal; }
td.bad { color: var(--bad); font-weight: 700; }
td.bad::before { content: "▾ "; font-weight: 400; }
tfoot th, tfoot td { font-weight: 700; border-top: 1px solid var(--rule); border-bottom: 0; }
.stack th, .stack td { padding-left: 16px; }
.stack th:first-child { padding-left: 0; min-width: 8em; white-space: normal; overflow-wrap: anywhere; }
.assumed { margin-top: 12px; padding-left: 18px; font-size: 14px; columns: 26em; column-gap: 40px; }
.assumed li { break-inside: avoid; margin-bottom: 6px; }
.assumed small { display: block; font-size: 12px; }
code { font: 12.5px/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }

footer { border-top: 1px solid var(--rule); margin-top: 40px; padding-top: 18px; }
pre { margin-top: 8px; padding: 12px 14px; background: var(--wash); overflow-x: auto; overflow-wrap: normal; font: 12.5px/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
pre.wrap { white-space: pre-wrap; overflow-wrap: anywhere; }
.files { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr)); gap: 16px 32px; margin-top: 16px; }

/* One scenario: a panel as wide as the page would shout, so the rows stand two abreast. */
@media (min-width: 821px), print {
  .columns-1 { max-width: 912px; }
  .columns-1 main { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); column-gap: 48px; align-items: start; }
  .columns-1 .panels { grid-template-columns: minmax(0, 1fr); }
  .columns-1 .chart { max-width: 400px; }
  .columns-1 .wide, .columns-1 .cards, .columns-1 section:last-child { grid-column: 1 / -1; }
  .columns-1 .card { grid-row: auto; grid-template: auto auto 1fr / minmax(0, 2fr) minmax(0, 5fr); column-gap: 20px; }
  .columns-1 .card dl { grid-area: 1 / 2 / -1 / 3; margin-top: 0; columns: 2; column-gap: 20px; }
  .columns-1 .card dl div { break-inside: avoid; }
}
/* A calendar's charts stand two abreast, however many kinds of day there are below it. */
.calendar .panels { grid-template-columns: minmax(0, 1fr); }
.calendar .chart { max-width: 440px; }
@media (min-width: 821px), print {
  .calendar { grid-column: 1 / -1; display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); column-gap: 48px; align-items: start; }
  .calendar > .wide { grid-column: 1 / -1; }
}
/* Three abreast where a half hour's figures would not all fit. */
@media screen and (max-width: 960px) {
  .columns-3 .panels { grid-template-columns: minmax(0, 1fr); }
  .columns-3 .panels > * { max-width: 480px; }
}
@media screen and (min-width: 961px) and (max-width: 1200px) {
  .columns-3 .panels table { font-size: 11.5px; }
  .columns-3 .panels :is(th, td) { padding-left: 3px; }
}
@media screen and (max-width: 820px) {
  body { padding: 20px 16px 32px; }
  h1 { font-size: 27px; }
  h2 { font-size: 20px; }
  .lead { font-size: 17px; }
  .panels, .columns-2 .panels { grid-template-columns: minmax(0, 1fr); }
  .panels > * { max-width: 480px; }
}
@media print {
  @page {
    size: A4; margin: 13mm 12mm 15mm;
    @bottom-right { content: "page " counter(page) " of " counter(pages); font: 8pt Arial, sans-serif; color: #59636e; }
  }
  @page wide { size: A4 landscape; }
  :root { color-scheme: light; }
  .key i { print-color-adjust: exact; -webkit-print-color-adjust: exact; } /* all else prints without backgrounds */
  body, body.columns-1, body.columns-2 { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.4; }
  body.columns-3 { page: wide; } /* on upright A4 three panels abreast would have letters of 6 points */
  h1 { font-size: 18pt; max-width: none; }
  h2 { font-size: 12.5pt; }
  .lead { font-size: 11pt; margin-top: 6pt; max-width: none; }
  .note, .over, .key, .card dl { font-size: 8.5pt; line-height: 1.35; }
  .note { margin-top: 3pt; }
  .key { margin-top: 4pt; }
  h3, caption { font-size: 8.5pt; }
  .big { font-size: 20pt; margin-top: 3pt; }
  .big small { font-size: 9pt; }
  section { margin-top: 10pt; padding-top: 7pt; break-inside: avoid; } /* one that is taller than a page breaks all the same, between its rows */
  .panels { gap: 8pt 14pt; margin-top: 6pt; }
  .stack { gap: 8pt; margin-top: 6pt; }
  .columns-2 .panels { column-gap: 24pt; }
  .columns-1 .panels.cards { margin-top: 8pt; }
  .columns-1 .chart, .columns-2 .chart, .columns-3 .chart { max-width: 210pt; }
  .card { margin-bottom: 0; padding: 6pt 8pt 4pt; background: none; border: 0.5pt solid var(--rule); border-top-width: 3pt; }
  .card.met, .card.missed { border-color: var(--rule); border-top-color: var(--good); }
  .card.missed { border-top-color: var(--bad); }
  .card dl { margin-top: 4pt; }
  .columns-1 .card { grid-template-columns: minmax(0, 4fr) minmax(0, 9fr); }
  .columns-1 .card, .columns-1 .card dl { column-gap: 12pt; }
  .columns-1 .card :is(h3, dl, .note) { font-size: 8pt; }
  .card dl div { padding: 1.5pt 0; }
  figure, .card, tr, .note { break-inside: avoid; }
  h2, h3, caption, section .note, .key { break-after: avoid; }
  .assumed, .assumed small, code { font-size: 7.5pt; }
  .scroll { overflow: visible; }
  table { font-size: 7.5pt; }
  .columns-1 table, .stack table { font-size: 8pt; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; break-before: avoid; } /* the day's total stands once, at the end */
  th, td { padding: 1.1pt 0 1.1pt 3pt; }
  .stack th, .stack td { padding-left: 6pt; }
  pre { font-size: 6.5pt; line-height: 1.25; padding: 5pt 8pt; white-space: pre-wrap; overflow-wrap: anywhere; background: none; border: 0.5pt solid var(--rule); box-decoration-break: clone; -webkit-box-decoration-break: clone; }
  footer { margin-top: 12pt; padding-top: 8pt; }
  .files { display: block; margin-top: 0; } /* a grid would break both its columns at once */
  .files div { margin-top: 8pt; }
}
`;
