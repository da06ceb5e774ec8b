// Every point of a curve in figures; and what each method asks for.

import type { Curve, CurvePoint } from "../../sim/study/curveResult.ts";
import type { Answer } from "../../sim/study/curveLeast.ts";
import { axisWords, possible, staffShown, valueShown, valuesInWords } from "../curveWords.ts";
import type { Row } from "../row.ts";
import { capital, integer, NOTHING, percent, pointsRange, secondsShown, shareShown } from "../words.ts";
import { table, withMargin, type Cell } from "./table.ts";

export function pointRow(curve: Curve): Row {
  const { points, vary, target, patientFormula } = curve, groups = Object.keys(points[0].groups), map = vary.length > 1;
  const level = (share: number | null | undefined): Cell => ({ text: share === null || share === undefined ? NOTHING : percent(share) });
  const columns: readonly (readonly [string, boolean, (point: CurvePoint) => Cell])[] = [
    ...vary.map((each, i) => [capital(axisWords(each)).replace(/ in all$/, ""), true, ({ at }: CurvePoint) => ({ text: valueShown(at[i], each.unit) })] as const),
    ["Rota", !map && points.some((point) => staffShown(curve, point) !== ""), (point) => ({ text: staffShown(curve, point) })],
    ["Answered in time", true, ({ total: { serviceLevel } }) => ({ text: withMargin(shareShown(serviceLevel)), bad: target !== null && serviceLevel.mean !== null && serviceLevel.mean < target })],
    ["8 days in 10", true, ({ total: { daily: { p10, p90 } } }) => ({ text: p10 === null || p90 === null ? NOTHING : `${pointsRange([p10, p90])}%` })],
    ["Days on target", target !== null, ({ total: { daily: { meetsTarget, interval } } }) => ({ text: meetsTarget === null ? NOTHING : withMargin({ value: percent(meetsTarget), margin: interval.meetsTarget === null ? "" : `(${pointsRange(interval.meetsTarget)})` }) })],
    ["Hang up", points.some(({ total }) => total.abandonmentRate.mean !== 0), ({ total }) => ({ text: withMargin(shareShown(total.abandonmentRate)) })],
    ["Average speed of answer", true, ({ total }) => ({ text: withMargin(secondsShown(total.averageSpeedOfAnswer)) })],
    ["Occupancy", groups.length === 1, (point) => ({ text: withMargin(shareShown(point.groups[groups[0]].occupancy)) })],
    ["Exact", !map && points.some(({ exact }) => exact !== null), ({ exact }) => level(exact?.serviceLevel)],
    [patientFormula ?? "", !map && patientFormula !== null, ({ erlangA }) => level(erlangA?.serviceLevel)],
    ["Erlang C", !map && points.some(({ erlangC }) => erlangC !== null), ({ erlangC }) => level(erlangC?.serviceLevel)],
  ];
  const used = columns.filter(([, there]) => there);
  return {
    title: "Every point in figures",
    note: `Means of all days, with their 95% intervals; ranges in brackets are such intervals too. ▾ below the target on average.${map ? "" : ` Formulas: answered in time.${staffNote(curve)}`}`,
    panels: [table({ caption: curve.scenario, columns: used.map(([head]) => head), body: points.map((point) => used.map(([, , cell]) => cell(point))) })],
    wide: true,
  };
}

function staffNote({ points: [{ staff }], vary: [{ unit }] }: Curve): string {
  const names = Object.keys(staff);
  if (unit !== "agents") return "";
  if (names.length > 1) return names.length > 6 ? "" : ` Rota: ${names.join(" / ")}.`;
  const [only] = Object.values(staff);
  return typeof only === "number" || Array.isArray(only) ? "" : ` Rota: ${Object.keys(only).join("+")}.`;
}

/** How many it takes by simulation and by each formula; null where there is nothing to compare. */
export function methodRow(curve: Curve): Row | null {
  const { least, vary: [varied], patientFormula, points } = curve;
  if (least === null) return null;
  const beyond = least.which === "least" ? `beyond ${valueShown(varied.values[varied.values.length - 1], varied.unit)}` : `below ${valueShown(varied.values[0], varied.unit)}`;
  const answer = (given: Answer) => {
    const { value, candidates, openStart } = given;
    if (value === null && candidates.length === 0) return beyond;
    const words = valuesInWords(possible(given), varied);
    return openStart ? `${words}, the first tried` : words;
  };
  const certain = ({ candidates, openStart, value }: Answer) => (value === null && candidates.length === 0 ? "certain" : candidates.length > 1 ? "too close to call" : openStart ? "perhaps less far" : "certain");
  const byFormula = (name: string, value: number | null, there: boolean, says = "a formula"): Cell[][] => (there ? [[{ text: name }, { text: value === null ? beyond : valuesInWords([value], varied), words: true }, { text: says, words: true }]] : []);
  const body: Cell[][] = [
    [{ text: "Simulated, on average" }, { text: answer(least.onAverage), words: true }, { text: certain(least.onAverage), words: true }],
    ...(points.some(({ total, days }) => total.daily.meetsTarget !== null && days >= 10) ? [[{ text: "Simulated, on nine days of ten" }, { text: answer(least.nineDaysOfTen), words: true }, { text: certain(least.nineDaysOfTen), words: true }]] : []),
    ...byFormula("Solved exactly, on average", least.exact, points.some(({ exact }) => exact !== null), "exact"),
    ...byFormula(patientFormula ?? "", least.erlangA, patientFormula !== null),
    ...byFormula("Erlang C, nobody hangs up", least.erlangC, points.some(({ erlangC }) => erlangC !== null)),
  ];
  return {
    title: methodTitle(curve),
    note: `“Certain” where the 95% interval lies on one side of the target at every point before and at the answer; ${integer(points.length)} points were tried.`,
    panels: [table({ caption: curve.scenario, columns: ["Way of counting", least.which === "least" ? "Asks for" : "Allows", ""], body })],
  };
}

/** Whether the best known formula agrees with the simulation. */
function methodTitle({ least, vary: [varied], points }: Curve): string {
  if (least === null || !points.some(({ erlangC }) => erlangC !== null)) return "How many it takes, and how certain that is";
  const { onAverage: { value, candidates }, erlangC } = least;
  if (value === null) return "What each way of counting says";
  if (erlangC === null) return `Erlang C asks for more than any tried, the simulation for ${valuesInWords([value], varied)}`;
  if (candidates.includes(erlangC)) return "Erlang C and the simulation agree";
  return `Erlang C ${least.which === "least" ? "asks for" : "goes up to"} ${valuesInWords([erlangC], varied)}, the simulation ${least.which === "least" ? "for" : "to"} ${valueShown(value, varied.unit)}`;
}
