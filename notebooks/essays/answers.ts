// What the notebooks show of curves and comparisons: the words, charts and tables of the reports.

import { compareFinding } from "../../reports/compareFinding.ts";
import { chartRowsOf } from "../../reports/comparePage.ts";
import { evenRow, figuresRow, holdRow } from "../../reports/compareTableRows.ts";
import { quantityMargin, quantityShown } from "../../reports/compareWords.ts";
import { curveFinding } from "../../reports/curveFinding.ts";
import { html, unbroken, type Html } from "../../reports/page.ts";
import { row, type Row } from "../../reports/row.ts";
import { curveRows } from "../../reports/rows/curveRows.ts";
import { hoursRow } from "../../reports/rows/hoursWorth.ts";
import { pointRow } from "../../reports/tables/byPoint.ts";
import { inSentence, integer } from "../../reports/words.ts";
import type { Study } from "../../sim/scenario/study.ts";
import type { Comparison } from "../../sim/study/compareResult.ts";
import type { ComparisonSoFar } from "./comparisons.ts";
import { curveCommand, type AskedCurve, type CurveSoFar } from "./curves.ts";
import type { Shown } from "./live.ts";

const COVERS = "each ± is the half-width of the 95% interval; it covers chance, not what is assumed";

/** What is said and drawn of a curve above its numbers. */
export interface CurveWords {
  readonly lead: string;
  readonly rows: readonly Row[];
}

/** The words and charts of the report. @param charts of them, in this order, by the names of their slides */
export function curveWords({ curve, scenario }: CurveSoFar, charts: readonly string[]): CurveWords {
  const rows = curveRows(curve, scenario);
  return { lead: curveFinding(curve, scenario).lead, rows: charts.flatMap((name) => rows.find(({ chart }) => chart === name)?.row ?? []) };
}

export function curveShown(asked: AskedCurve, { curve, done }: CurveSoFar, { lead, rows }: CurveWords): Shown {
  const [{ days }] = curve.points;
  return {
    content: html`<p class="lead">${unbroken(lead)}</p>
<div class="abreast">${rows.map(row)}</div>
${fold("Every number", row(pointRow(curve)))}
${fold("The same from the command line", html`<pre class="command">${curveCommand(asked)}</pre>`)}`,
    certainty: done ? `${integer(days)} simulated days at each of ${integer(curve.points.length)} points, the same callers at all, seed "${curve.seed}"; ${COVERS}.` : soFar(days, asked.days),
    done,
  };
}

/** @param text of the study, @param file where it would be kept, @param flips says where the answer flips */
export function comparisonShown(text: string, file: string, { study, comparison, done }: ComparisonSoFar, flips: Flips): Shown {
  const { title, lead } = compareFinding(study, comparison), [differences, ...others] = chartRowsOf(study, comparison).map((each) => each.row);
  const tables = [holdRow(study, comparison), flipRow(study, comparison, flips), hoursRow(study, comparison)].filter((each): each is Row => each !== null);
  const full = comparison.days === study.days;
  return {
    content: html`<h2>${unbroken(title)}</h2>
<p class="lead">${unbroken(lead)}</p>
${row(differences)}
${tables.map(row)}
${fold("Half hour by half hour, and staffing", html`${others.map(row)}`)}
${fold("Every number", row(figuresRow(study, comparison)))}
${fold("The same from the command line", html`<p>Keep this as <code>${file}</code> beside the studies that come with callhall, and run</p><pre class="command">callhall compare ${file}</pre><pre class="file">${text}</pre>`)}`,
    certainty: done ? `${integer(study.days)} simulated days of each way of working, the same callers in all, seed "${comparison.seed}"; ${COVERS}.`
      : full ? `${integer(study.days)} simulated days of each way of working; still working out what each of them needs, and where the answer flips…` : soFar(comparison.days, study.days),
    done,
  };
}

/** The sentence of a notebook, given the value with its half-width. */
export type Flips = (value: string) => string;

function flipRow(study: Study, comparison: Comparison, flips: Flips): Row | null {
  const { breakEven } = comparison, row = evenRow(study, comparison);
  if (row === null || breakEven === null || breakEven.value === null) return row;
  const { value, halfWidth, unit } = breakEven;
  return { ...row, title: flips(inSentence({ value: quantityShown(value, unit, halfWidth), margin: quantityMargin(halfWidth, unit) })) };
}

const soFar = (days: number, of: number): string => `${integer(days)} of ${integer(of)} days so far; the others are being simulated…`;

const fold = (summary: string, content: Html): Html => html`<details><summary>${summary}</summary>${content}</details>`;
