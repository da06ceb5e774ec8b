// A study as a page: the answer first, then the differences, the half hours of every way of working, the figures, and what was assumed.

import type { Study } from "../sim/scenario/study.ts";
import type { Comparison } from "../sim/study/compareResult.ts";
import { differenceChart } from "./charts/differences.ts";
import { compareFinding } from "./compareFinding.ts";
import { compareTableRows } from "./compareTableRows.ts";
import { MEASURE_NAMES, sideOf, type Side } from "./compareWords.ts";
import { shortened } from "./names.ts";
import { html, unbroken, type Html } from "./page.ts";
import { repeat, type File } from "./repeat.ts";
import { row, type Key, type Row } from "./row.ts";
import { levelRow } from "./rows/serviceLevelByInterval.ts";
import { viewOf, type View } from "./view.ts";
import { wholePage } from "./wholePage.ts";
import { capital, integer, listed } from "./words.ts";

/** The whole page: self-contained, no script, no request. The same study and command give the same bytes. */
export function comparePage(study: Study, comparison: Comparison, files: readonly File[], command: string): string {
  const { title, lead } = compareFinding(study, comparison), { question, days } = comparison, views = viewsOf(study, comparison);
  const hours = [Math.min(...views.map((view) => view.scenario.opening.from)) / 3600, Math.max(...views.map((view) => view.scenario.opening.to)) / 3600] as const;
  return wholePage({
    columns: Math.max(2, views.length, comparison.measures.length),
    over: question, title, lead,
    note: `${integer(days)} simulated days of each way of working. Each ± is the 95% interval of the simulation. It does not cover the assumptions of the study and of its base: they are taken as given, and listed below.`,
    main: html`${[row(differencesRow(study, comparison)), row(levelRow(views, hours)), ...compareTableRows(study, comparison).map(row), assumptions(study)]}`,
    footer: repeat(views, distinct(files), command),
  });
}

function viewsOf({ ways }: Study, { base, variants }: Comparison): View[] {
  return ways.map(({ name, says, scenario }, i) => {
    const result = i === 0 ? base : variants[name], shown = i === 0 ? `base: ${says}` : name, view = viewOf(result, scenario, shown, shown, i + 1);
    return { ...view, quoted: `“${shortened(name)}”` };
  });
}

const KEYS: readonly (Key & { readonly sides: readonly Side[] })[] = [
  { mark: "better", says: "surely better", sides: ["better"] }, { mark: "worse", says: "surely worse", sides: ["worse"] },
  { mark: "other", says: "surely different, neither better nor worse", sides: ["higher", "lower"] }, { mark: "unclear", says: "no difference we can see", sides: ["same"] },
];

/** Whether every contact comes at the same time in all ways of working. */
function sameDay({ ways }: Study): boolean {
  const [first, ...others] = ways.map(({ scenario: { opening, interval, contacts } }) => JSON.stringify([opening, interval, Object.values(contacts).map(({ volume, profile, ratesPerHour }) => [volume, profile, ratesPerHour])]));
  return others.every((day) => day === first);
}

function differencesRow(study: Study, { measures, variants, differences, paired }: Comparison): Row {
  const ways = Object.keys(variants).map((name) => ({ name, differences: differences[name] })), [first] = measures;
  const helped = ways.flatMap(({ name }) => (paired[name] && differences[name][first].timesMoreDays !== null ? [differences[name][first].timesMoreDays] : []));
  const charts = measures.map((measure, i) => differenceChart(measure, ways, i + 1));
  return {
    title: "What differs from the base, and how surely",
    note: [
      "Dot: mean difference; line: its 95% interval.",
      ...(helped.length === 0 ? [] : [`The callers of a day are the same: with seeds of their own it would take ${times(helped)} as many days to know as much (${MEASURE_NAMES[first]}).`]),
      ...(sameDay(study) ? [] : ["Where opening hours or volumes differ they are the same callers in the same order, at other times of the day."]),
    ].join(" "),
    key: KEYS.filter(({ sides }) => sides.some((side) => measures.some((measure) => ways.some((way) => sideOf(measure, way.differences[measure]) === side)))),
    panels: charts.map((chart, i) => html`<figure><h3>${capital(MEASURE_NAMES[measures[i]])}</h3>${chart}</figure>`),
    charts,
  };
}

/** "1.8 to 7.3 times" */
function times(ratios: readonly number[]): string {
  const [low, high] = [Math.min(...ratios), Math.max(...ratios)].map((ratio) => (ratio >= 100 ? "more than 100" : ratio.toFixed(1)));
  return low === high ? `${low} times` : `${low} to ${high} times`;
}

function assumptions({ ways, ...study }: Study): Html {
  return html`<section class="wide">
<h2>What is compared</h2>
<p class="note">${unbroken(`The patches stand in the study’s file below, with what its source does not say.${study.hold === undefined ? "" : ` To hold a target, ${holdWords(study.hold.staff)}.`}`)}</p>
<div class="stack">${ways.map(({ name, says }, i) => html`<p><strong>${i === 0 ? "base" : name}</strong>: ${says}</p>`)}</div>
</section>`;
}

function holdWords({ group, shift }: NonNullable<Study["hold"]>["staff"]): string {
  if (group === undefined) return "the agents of all groups and shifts become more or fewer in each way’s own proportions";
  return shift === undefined ? `the agents of ${group} become more or fewer, its shifts in proportion` : `only the number on ${listed([`${group}’s shift ${shift}`])} changes`;
}

function distinct(files: readonly File[]): File[] {
  return files.filter(({ file, text }, i) => files.findIndex((other) => other.file === file && other.text === text) === i);
}
