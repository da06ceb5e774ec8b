// A study as a page: the answer first, then the differences, the half hours of every way of working, the figures, and what was assumed.

import type { Scenario } from "../sim/scenario/schema.ts";
import type { Study } from "../sim/scenario/study.ts";
import type { Comparison } from "../sim/study/compareResult.ts";
import { kindsOfDay } from "../sim/scenario/week.ts";
import { kindResults } from "../sim/study/compareWayResult.ts";
import { differenceChart } from "./charts/differences.ts";
import { compareFinding } from "./compareFinding.ts";
import { evenRow, figuresRow, holdRow } from "./compareTableRows.ts";
import { measureName, sideOf, termsOf, wayInWords, type Side } from "./compareWords.ts";
import { shortened } from "./names.ts";
import { html } from "./page.ts";
import { repeatBy, type File } from "./repeat.ts";
import { row, type Key, type Row } from "./row.ts";
import { assumptionsSection, comparedSection } from "./rows/assumptions.ts";
import { hoursRow } from "./rows/hoursWorth.ts";
import { moneyRow } from "./rows/moneyOfWays.ts";
import { sensitivityRow } from "./rows/sensitivity.ts";
import { levelRow } from "./rows/serviceLevelByInterval.ts";
import { staffingRow } from "./rows/staffingCurves.ts";
import { viewOf, type View } from "./view.ts";
import { wholePage } from "./wholePage.ts";
import { capital, counted, integer, listed } from "./words.ts";

/** The whole page: self-contained, no script, no request. The same study and command give the same bytes. */
export function comparePage(study: Study, comparison: Comparison, files: readonly File[], command: string): string {
  const { title, lead } = compareFinding(study, comparison), { callhall, question, seed, days, per } = comparison, once = distinct(files);
  const tables = [figuresRow(study, comparison), moneyRow(study, comparison), sensitivityRow(study, comparison), hoursRow(study, comparison), holdRow(study, comparison), evenRow(study, comparison)];
  return wholePage({
    columns: Math.max(2, study.ways.length, comparison.measures.length),
    over: question, title, lead, note: certainty(comparison),
    main: html`${[...compareRows(study, comparison), ...tables.filter((each) => each !== null).map(row), comparedSection(study), assumptionsSection(once)]}`,
    footer: repeatBy(command, `callhall ${callhall} · seed “${seed}” · ${integer(days)} days${per === "week" ? " of each kind" : per === "calendar" ? " of every date" : ""}`, once),
  });
}

export interface ChartRow {
  readonly row: Row;
  /** What each chart is about. */
  readonly names: readonly string[];
}

/** The rows that have charts; the slides have the same. */
export const chartRowsOf = (study: Study, comparison: Comparison): ChartRow[] => [...drawChartRows(study, comparison)];

/** The same one by one, for whoever has something else to do in between. */
export function* drawChartRows(study: Study, comparison: Comparison): Generator<ChartRow> {
  yield { row: differencesRow(study, comparison), names: comparison.measures.map((measure) => chartName("difference", measure)) };
  for (const { kind, views, ways } of viewsByKind(study, comparison)) {
    yield { row: ofKind(kind, inTheseWays(levelRow(views, hoursOfAll(views)), ways, study.ways.length)), names: ways.map((way) => chartName("intervals", kind, way)) };
  }
  const staffing = staffingRow(study, comparison);
  if (staffing !== null) yield { row: staffing, names: [chartName("staffing"), chartName("staffing", "cost")] };
}

/** "intervals, saturday, one more" */
export const chartName = (...parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(", ");

const compareRows = (study: Study, comparison: Comparison) => chartRowsOf(study, comparison).map((each) => row(each.row));

function certainty({ days, per }: Comparison): string {
  const simulated = per === "day" ? `${integer(days)} simulated days of each way of working.` : per === "week" ? `${integer(days)} simulated weeks of each way of working; hours, contacts and money are those of a week.`
    : `All dates of the calendar, simulated ${integer(days)} times for each way of working; hours, contacts and money are those of the whole calendar, and differences are paired run by run.`;
  return `${simulated} Each ± is the 95% interval of the simulation. It does not cover the assumptions of the study and of its base: they are taken as given, and listed below.`;
}

const hoursOfAll = (views: readonly View[]) => [Math.min(...views.map((view) => view.scenario.opening.from)) / 3600, Math.max(...views.map((view) => view.scenario.opening.to)) / 3600] as const;

const ofKind = (kind: string | null, given: Row): Row => (kind === null ? given : { ...given, title: `${capital(shortened(kind))}: ${given.title.charAt(0).toLowerCase()}${given.title.slice(1)}` });

/** A heading that holds in "all scenarios" names the ways of working where not all have this kind of day. */
function inTheseWays(given: Row, having: readonly string[], ways: number): Row {
  const where = having.length < ways ? `in ${listed(having.map(wayInWords))}` : ways === 2 ? "in both ways of working" : `in all ${counted(ways)} ways of working`;
  return { ...given, title: given.title.replace(/in (?:both|all \S+) scenarios$/, where) };
}

/** The ways of working that have a kind of day, kind by kind; of single days all of them at once. */
function viewsByKind({ ways, seed }: Study, { base, variants, per }: Comparison): { readonly kind: string | null; readonly views: readonly View[]; readonly ways: readonly string[] }[] {
  let id = 0;
  const all = ways.flatMap(({ name, says, scenario }, i) => {
    const results = kindResults(i === 0 ? base : variants[name]), shown = i === 0 ? `base: ${says}` : name;
    return kindsOfDay(scenario, seed).map((kind) => ({ way: name, kind: per === "day" ? null : kind.name, view: { ...viewOf(results[kind.name], kind.scenario, shown, shown, ++id), quoted: `“${shortened(name)}”` } }));
  });
  return [...new Set(all.map(({ kind }) => kind))].map((kind) => {
    const some = all.filter((each) => each.kind === kind);
    return { kind, views: some.map(({ view }) => view), ways: some.map(({ way }) => way) };
  });
}

const KEYS: readonly (Key & { readonly sides: readonly Side[] })[] = [
  { mark: "better", says: "surely better", sides: ["better"] }, { mark: "worse", says: "surely worse", sides: ["worse"] },
  { mark: "other", says: "surely different, neither better nor worse", sides: ["higher", "lower"] }, { mark: "unclear", says: "no difference we can see", sides: ["same"] },
];

/** Whether every contact comes at the same time in all ways of working. */
function sameDay({ ways }: Study): boolean {
  const times = ({ opening, interval, contacts }: Scenario) => [opening, interval, Object.values(contacts).map(({ volume, profile, ratesPerHour, demand, matters }) => [volume, profile, ratesPerHour, demand, matters])];
  const [first, ...others] = ways.map(({ scenario }) => JSON.stringify(kindsOfDay(scenario).map((kind) => [kind.times, times(kind.scenario)])));
  return others.every((day) => day === first);
}

function differencesRow(study: Study, comparison: Comparison): Row {
  const { measures, variants, differences, paired } = comparison, terms = termsOf(study, comparison);
  const ways = Object.keys(variants).map((name) => ({ name, differences: differences[name] })), [first] = measures;
  const helped = ways.flatMap(({ name }) => (paired[name] && differences[name][first].timesMoreDays !== null ? [differences[name][first].timesMoreDays] : []));
  const charts = measures.map((measure, i) => differenceChart(measure, ways, terms, i + 1));
  return {
    title: "What differs from the base, and how surely",
    note: [
      "Dot: mean difference; line: its 95% interval.",
      ...(helped.length === 0 ? [] : [`The callers of a day are the same: with seeds of their own it would take ${times(helped)} as many days to know as much (${measureName(first, terms)}).`]),
      ...(sameDay(study) ? [] : ["Where opening hours or volumes differ they are the same callers in the same order, at other times of the day."]),
    ].join(" "),
    key: KEYS.filter(({ sides }) => sides.some((side) => measures.some((measure) => ways.some((way) => sideOf(measure, way.differences[measure]) === side)))),
    panels: charts.map((chart, i) => html`<figure><h3>${capital(measureName(measures[i], terms))}</h3>${chart}</figure>`),
    charts,
  };
}

/** "1.8 to 7.3 times" */
function times(ratios: readonly number[]): string {
  const [low, high] = [Math.min(...ratios), Math.max(...ratios)].map((ratio) => (ratio >= 100 ? "more than 100" : ratio.toFixed(1)));
  return low === high ? `${low} times` : `${low} to ${high} times`;
}

function distinct(files: readonly File[]): File[] {
  return files.filter(({ file, text }, i) => files.findIndex((other) => other.file === file && other.text === text) === i);
}
