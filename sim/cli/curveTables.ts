// A curve on the terminal: the finding, then a row for each point, or the service levels of a map.

import { curveFinding, named } from "../../reports/curveFinding.ts";
import { areAgents, axisWords, staffShown, valueShown } from "../../reports/curveWords.ts";
import { integer, NOTHING, percent, plural, pointsRange, secondsShown, shareShown, withHalfWidth } from "../../reports/words.ts";
import { escapeControls, shorten } from "../scenario/shown.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { Curve, CurvePoint } from "../study/curveResult.ts";
import type { Varied } from "../study/varyRange.ts";
import { styled, table } from "./tables.ts";

export function curveText(curve: Curve, scenario: Scenario): string {
  const { title, lead } = curveFinding(curve, scenario), { seed, notes, points } = curve, days = points[0].days;
  const same = points.every((point) => point.days === days), about = points.some(({ erlangC }) => erlangC !== null) ? ["formulas take each stretch of constant rate and staff for itself, as if it lasted for ever", ...notes] : notes;
  return [
    styled("bold", escapeControls(named(curve, title))), escapeControls(lead), "",
    curve.vary.length === 1 ? pointTable(curve) : mapTable(curve), "",
    `${same ? integer(days) : "so many"} simulated ${plural(days, "day")} at each of ${integer(points.length)} points, the same callers at all, seed "${escapeControls(seed)}"; ± is the half-width of the 95% interval`,
    ...(curve.vary.length === 1 && about.length > 0 ? [escapeControls(about.join("; "))] : []), "",
  ].join("\n");
}

function pointTable(curve: Curve): string {
  const { vary: [varied], points, patientFormula } = curve, groups = Object.keys(points[0].groups);
  const formula = (name: "erlangC" | "erlangA" | "exact") => (point: CurvePoint) => level(point[name]?.serviceLevel ?? null);
  const columns: [string, (point: CurvePoint) => string][] = [
    [headOf(varied), ({ at }) => valueShown(at[0], varied.unit)],
    ["Rota", (point) => staffShown(curve, point)],
    ["In time", ({ total }) => withHalfWidth(shareShown(total.serviceLevel))],
    ["8 days in 10", ({ total: { daily: { p10, p90 } } }) => (p10 === null || p90 === null ? NOTHING : `${pointsRange([p10, p90])}%`)],
    ["Days on target", ({ total: { daily: { meetsTarget, interval } } }) => (meetsTarget === null ? "" : `${percent(meetsTarget)}${interval.meetsTarget === null ? "" : ` (${pointsRange(interval.meetsTarget)})`}`)],
    ["Abandoned", ({ total }) => withHalfWidth(shareShown(total.abandonmentRate))],
    ["Answer after", ({ total }) => withHalfWidth(secondsShown(total.averageSpeedOfAnswer))],
    ...(groups.length === 1 ? [["Occupancy", ({ groups: of }: CurvePoint) => withHalfWidth(shareShown(of[groups[0]].occupancy))] as [string, (point: CurvePoint) => string]] : []),
    ["Exact", formula("exact")], [patientFormula ?? "", formula("erlangA")], ["Erlang C", formula("erlangC")],
  ];
  const rows = points.map((point) => columns.map(([, cell]) => cell(point))), used = columns.map((_, i) => rows.some((row) => row[i] !== ""));
  return table(columns.map(([head]) => head).filter((_, i) => used[i]), rows.map((row) => row.filter((_, i) => used[i])));
}

const level = (share: number | null): string => (share === null ? "" : percent(share));
const headOf = (varied: Varied): string => (areAgents(varied) ? "Agents" : escapeControls(shorten(varied.path)));

/** The first thing across, the second down. */
function mapTable({ vary: [first, second], points }: Curve): string {
  const cell = (row: number, column: number) => shareShown(points[row * first.values.length + column].total.serviceLevel).value; // the lead has the margin of all
  return `${escapeControls(`answered in time; across: ${axisWords(first)}; down: ${axisWords(second)}`)}\n\n${table(["", ...first.values.map((value) => valueShown(value, first.unit))], second.values.map((value, row) => [valueShown(value, second.unit), ...first.values.map((_, column) => cell(row, column))]))}`;
}
