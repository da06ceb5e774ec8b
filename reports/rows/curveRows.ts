// The questions that a curve answers, each with its chart; the page and the slides ask the same.

import type { Scenario } from "../../sim/scenario/schema.ts";
import { NINE_OF_TEN } from "../../sim/study/curveLeast.ts";
import type { Curve, CurvePoint } from "../../sim/study/curveResult.ts";
import type { FormulaDay } from "../../sim/study/dayFormula.ts";
import type { Estimate } from "../../sim/stats/estimate.ts";
import { curveLine, type CurveLine } from "../charts/curveLine.ts";
import { heatMap } from "../charts/heatMap.ts";
import { curveTitle, withinWords } from "../curveFinding.ts";
import { possible, valueInWords, valueShown, valuesInWords } from "../curveWords.ts";
import { mapFinding } from "../mapFinding.ts";
import { html } from "../page.ts";
import type { Chart } from "../panel.ts";
import { roundTicks, shareTicks } from "../panel.ts";
import { besideKey, type Beside, type Key, type Row } from "../row.ts";
import { capital, decimal, halfWidth, inSentence, percent, secondsShown, shareShown, targetPercent } from "../words.ts";

/** By the name that a slide's file ends with. */
export const CURVE_CHARTS: readonly string[] = ["curve", "days", "abandoned", "speed", "occupancy"];
export const MAP_CHARTS: readonly string[] = ["map", "days"];

/** @param beside the curve of another plan that varies the same, drawn into that of the service level */
export function curveRows(curve: Curve, scenario: Scenario, beside?: Beside<Curve>): { readonly chart: string; readonly row: Row }[] {
  const rows: Readonly<Record<string, Row | null>> = curve.least === null
    ? { map: mapRow(curve, scenario), days: daysMapRow(curve) }
    : { curve: levelRow(curve, scenario, beside), days: daysRow(curve), abandoned: abandonedRow(curve), speed: speedRow(curve), occupancy: occupancyRow(curve) };
  return Object.entries(rows).flatMap(([chart, row]) => (row === null ? [] : [{ chart, row }]));
}

const drawn = (chart: Chart): Pick<Row, "panels" | "charts"> => ({ panels: [html`<figure>${chart}</figure>`], charts: [chart] });

const PERCENT = (top: number) => (tick: number) => (tick === top ? `${tick}%` : String(tick));
const scaled = (value: number | null, unit: number): number | null => (value === null ? null : unit * value);
const points = (share: number | null): number | null => scaled(share, 100);
const around = ({ mean, halfWidth: half }: Estimate, unit: number): readonly [number, number] | null => (mean === null || half === null ? null : [unit * (mean - half), unit * (mean + half)]);

type Formulas = Pick<CurveLine, "exact" | "erlangA" | "erlangC">;

function formulas(curve: Curve, measure: keyof FormulaDay, unit: number, names: readonly ("exact" | "erlangA" | "erlangC")[]): { readonly lines: Formulas; readonly key: Key[] } {
  const there = names.filter((name) => curve.points.some((point) => (point[name]?.[measure] ?? null) !== null));
  const says = { exact: ["exact", "solved exactly"], erlangA: ["formula", curve.patientFormula ?? ""], erlangC: ["formula-dashed", "Erlang C"] } as const;
  const value = (name: (typeof names)[number]) => (point: CurvePoint) => scaled(point[name]?.[measure] ?? null, unit);
  return { lines: Object.fromEntries(there.map((name) => [name, value(name)])), key: there.map((name) => ({ mark: says[name][0], says: says[name][1] })) };
}

/** "at most ± 0.2 points", of all points of the curve. */
function certainty({ points: all }: Curve, of: (point: CurvePoint) => Estimate, unit: "points" | "seconds"): string {
  const halves = all.flatMap((point) => of(point).halfWidth ?? []);
  return halves.length === 0 ? "" : ` Their 95% intervals are drawn: at most ± ${halfWidth((unit === "points" ? 100 : 1) * Math.max(...halves))} ${unit}.`;
}

function levelRow(curve: Curve, scenario: Scenario, beside?: Beside<Curve>): Row {
  const { points: all, vary: [varied], least, target } = curve, { lines, key } = formulas(curve, "serviceLevel", 100, ["exact", "erlangA", "erlangC"]);
  const average = least?.onAverage, days = least?.nineDaysOfTen, marked = [...new Set([average?.value, days?.value].flatMap((value) => value ?? []))];
  const says = (answer: typeof average, words: string) => (answer === undefined || answer.value === null ? [] : [`${words}: ${[possible(answer)[0], ...possible(answer).slice(-1)].filter((value, i, ends) => ends.indexOf(value) === i).map((value) => valueShown(value, varied.unit)).join("–")}`]);
  const bands = all.some(({ days: n }) => n >= 10);
  const chart = curveLine(all, varied, {
    id: "curve-level", title: `Service level by ${varied.path}`, desc: `${curveTitle(curve)}. Figures in the table.`, unit: `% answered ${withinWords(scenario)}`,
    ticks: [0, 20, 40, 60, 80, 100], tickFormat: PERCENT(100), height: 250,
    mean: ({ total }) => points(total.serviceLevel.mean), interval: ({ total }) => around(total.serviceLevel, 100),
    ...(bands ? { band: ({ total: { daily: { p10, p90 } } }: CurvePoint) => (p10 === null || p90 === null ? null : [100 * p10, 100 * p90] as const) } : {}),
    target, marked, ...(beside === undefined ? {} : { beside: beside.of.points }), words: [...says(average, "on average"), ...says(days, "9 days of 10")], ...lines,
  });
  const hasFormulas = lines.erlangA !== undefined || lines.erlangC !== undefined;
  return {
    title: curveTitle(curve),
    note: [
      `Dots: mean of all days.${certainty(curve, ({ total }) => total.serviceLevel, "points")}`,
      ...(hasFormulas ? ["The formulas take every stretch of constant rate and staff for itself, as if it lasted for ever; the day is their mean by contacts offered."] : []),
      ...curve.notes.map((note) => `${capital(note)}.`),
    ].join(" "),
    key: [{ mark: "reached", says: "simulated" }, ...(bands ? [{ mark: "band", says: "eight days in ten" } as const] : []), ...key, ...besideKey(beside)],
    ...drawn(chart),
  };
}

function daysRow(curve: Curve): Row | null {
  const { points: all, vary: [varied], least, target } = curve;
  if (least === null || target === null || !all.some(({ total }) => total.daily.meetsTarget !== null)) return null;
  const { value, candidates } = least.nineDaysOfTen, at = all.find((point) => point.at[0] === value), widest = Math.max(0, ...all.flatMap(({ total: { daily: { interval } } }) => (interval.meetsTarget === null ? [] : [(interval.meetsTarget[1] - interval.meetsTarget[0]) / 2])));
  const chart = curveLine(all, varied, {
    id: "curve-days", title: `Share of days on target by ${varied.path}`, desc: value === null ? "Nine days of ten are not reached." : `${valueInWords(value, varied)}: ${percent(at?.total.daily.meetsTarget ?? 0)} of days. Figures in the table.`,
    unit: `% of days at ${targetPercent(target)} or more`, ticks: [0, 20, 40, 60, 80, 100], tickFormat: PERCENT(100), height: 220,
    mean: ({ total }) => points(total.daily.meetsTarget), interval: ({ total: { daily: { interval } } }) => (interval.meetsTarget === null ? null : [100 * interval.meetsTarget[0], 100 * interval.meetsTarget[1]]),
    target: NINE_OF_TEN, targetWords: "9 days\nof 10", marked: value === null ? [] : [value], words: [],
  });
  return {
    title: value === null ? "Nine days of ten are on target nowhere" : candidates.length > 1 ? `For nine days of ten ${valuesInWords(possible(least.nineDaysOfTen), varied)}: too close to call` : `${capital(valueInWords(value, varied))} ${least.which === "least" ? "" : "still "}${Number(value) === 1 ? "meets" : "meet"} the target on ${percent(at?.total.daily.meetsTarget ?? 0, 0)} of days`,
    note: `The chance that a day’s own service level reaches ${targetPercent(target)}, with its 95% interval: at most ± ${halfWidth(100 * widest)} points.`,
    ...drawn(chart),
  };
}

function abandonedRow(curve: Curve): Row | null {
  const { points: all, vary: [varied] } = curve, most = Math.max(...all.map(({ total }) => total.abandonmentRate.mean ?? 0));
  if (most === 0) return null;
  const { lines, key } = formulas(curve, "abandonmentRate", 100, ["exact", "erlangA"]), ticks = shareTicks(100 * most), at = firstAnswer(curve);
  return {
    title: at === undefined ? "How many hang up" : `${capital(valueInWords(at.at[0], varied))}: ${inSentence(shareShown(at.total.abandonmentRate))} hang up`,
    note: `Share of offered contacts that hang up, those that balk among them.${certainty(curve, ({ total }) => total.abandonmentRate, "points")}`,
    key: [{ mark: "reached", says: "simulated" }, ...key],
    ...drawn(curveLine(all, varied, {
      id: "curve-abandoned", title: `Share that hangs up by ${varied.path}`, desc: "Figures in the table.", unit: "% of contacts that hang up", ticks, tickFormat: PERCENT(ticks[ticks.length - 1]), height: 220,
      mean: ({ total }) => points(total.abandonmentRate.mean), interval: ({ total }) => around(total.abandonmentRate, 100), ...lines,
    })),
  };
}

function speedRow(curve: Curve): Row {
  const { points: all, vary: [varied] } = curve, { lines, key } = formulas(curve, "averageSpeedOfAnswer", 1, ["exact", "erlangA"]), at = firstAnswer(curve);
  const seconds = (some: readonly CurvePoint[]) => Math.max(0, ...some.map(({ total }) => total.averageSpeedOfAnswer.mean ?? 0));
  // Far below the target waits run into hours where nobody hangs up, and would press all else to the floor.
  const useful = all.filter(({ total }) => (total.serviceLevel.mean ?? 0) >= 0.5 * (curve.target ?? 0)), most = Math.min(seconds(all), useful.length > 1 ? 3 * seconds(useful) : Infinity);
  const minutes = most > 300, ticks = roundTicks(minutes ? most / 60 : Math.max(4, most)).map((tick) => (minutes ? 60 * tick : tick));
  const hidden = seconds(all) > ticks[ticks.length - 1];
  return {
    title: at === undefined ? "How long the answered wait" : `${capital(valueInWords(at.at[0], varied))}: ${inSentence(secondsShown(at.total.averageSpeedOfAnswer))} to an answer on average`,
    note: `Average speed of answer: the mean wait of answered contacts.${certainty({ ...curve, points: hidden ? useful : all }, ({ total }) => total.averageSpeedOfAnswer, "seconds")}${hidden ? " What lies above the frame is not drawn." : ""}`,
    key: [{ mark: "reached", says: "simulated" }, ...key],
    ...drawn(curveLine(all, varied, {
      id: "curve-speed", title: `Average speed of answer by ${varied.path}`, desc: "Figures in the table.", unit: `${minutes ? "minutes" : "seconds"} to an answer, average`, ticks, tickFormat: (tick) => decimal(minutes ? tick / 60 : tick, 0), height: 220,
      mean: ({ total }) => total.averageSpeedOfAnswer.mean, interval: ({ total }) => around(total.averageSpeedOfAnswer, 1), ...lines,
    })),
  };
}

function occupancyRow(curve: Curve): Row {
  const { points: all, vary: [varied] } = curve, groups = Object.keys(all[0].groups), only = groups.length === 1 ? groups[0] : null, at = firstAnswer(curve);
  const { lines, key } = formulas(curve, "occupancy", 100, only === null ? [] : ["exact", "erlangA"]);
  const frame = { id: "curve-occupancy", title: `Occupancy by ${varied.path}`, desc: "Figures in the table.", unit: "% of time on duty that agents are busy", ticks: [0, 20, 40, 60, 80, 100], tickFormat: PERCENT(100), height: 220 } as const;
  const levels = (point: CurvePoint) => Object.values(point.groups).flatMap(({ occupancy }) => occupancy.mean ?? []);
  const range = (point: CurvePoint) => { const of = levels(point); return of.length === 0 ? null : [100 * Math.min(...of), 100 * Math.max(...of)] as const; };
  if (only === null) {
    return {
      title: "How busy the groups are",
      note: `Busy / (busy + available), from the least to the most busy of ${groups.length} groups; each is certain to within ${halfWidth(100 * Math.max(0, ...all.flatMap(({ groups: of }) => Object.values(of).flatMap(({ occupancy }) => occupancy.halfWidth ?? []))))} points.`,
      key: [{ mark: "neutral-band", says: "least to most busy group" }],
      ...drawn(curveLine(all, varied, { ...frame, band: range, neutral: true })),
    };
  }
  const of = ({ groups: each }: CurvePoint) => each[only].occupancy;
  return {
    title: at === undefined ? "How busy agents are" : `${capital(valueInWords(at.at[0], varied))} ${at.at[0] === 1 ? "is" : "are"} busy ${inSentence(shareShown(of(at)))} of the time`.replace(/^(?!.*agent)(.*) (is|are) busy/, "$1: agents are busy"),
    note: `Busy / (busy + available).${certainty(curve, of, "points")}`,
    key: [{ mark: "reached", says: "simulated" }, ...key],
    ...drawn(curveLine(all, varied, { ...frame, mean: (point) => points(of(point).mean), interval: (point) => around(of(point), 100), ...lines })),
  };
}

/** The point from which the target is met on average. */
const firstAnswer = ({ points: all, least }: Curve): CurvePoint | undefined => all.find(({ at }) => at[0] === least?.onAverage.value);

const MAP_KEY: readonly Key[] = [{ mark: "answered", says: "met" }, { mark: "abandoned", says: "missed" }, { mark: "rostered", says: "border" }];

function mapRow(curve: Curve, scenario: Scenario): Row {
  const { title, lead } = mapFinding(curve, scenario), { target } = curve;
  return {
    title, note: `Service level in points, rounded down; mean of all days. ${target === null ? "Types have different targets, so the colour is deeper where more is answered in time." : "The colour deepens 5, 10 and 20 points from the target."}${mapCertainty(curve)}`,
    ...(target === null ? {} : { key: MAP_KEY }),
    ...drawn(heatMap(curve, { id: "map-level", title: `Service level by ${curve.vary.map(({ path }) => path).join(" and ")}`, desc: lead, value: ({ total }) => total.serviceLevel.mean, wanted: target })),
  };
}

function daysMapRow(curve: Curve): Row | null {
  const { points: all, target, vary } = curve, days = ({ total }: CurvePoint) => total.daily.meetsTarget;
  if (target === null || !all.some((point) => days(point) !== null)) return null;
  const met = all.filter((point) => (days(point) ?? 0) >= NINE_OF_TEN).length;
  return {
    title: `Nine days of ten are on target at ${decimal(met, 0)} of ${decimal(all.length, 0)} combinations`,
    note: `Days in a hundred whose own service level reaches ${targetPercent(target)}, rounded down; blue from nine of ten. The colour deepens 5, 10 and 20 points from there.`,
    key: MAP_KEY,
    ...drawn(heatMap(curve, { id: "map-days", title: `Days on target by ${vary.map(({ path }) => path).join(" and ")}`, desc: `${met} of ${all.length} combinations reach nine days of ten, from ${valueShown(vary[0].values[0], vary[0].unit)} on.`, value: days, wanted: NINE_OF_TEN })),
  };
}

function mapCertainty({ points: all }: Curve): string {
  const halves = all.flatMap(({ total }) => total.serviceLevel.halfWidth ?? []);
  return halves.length === 0 ? "" : ` Each is certain to within ${halfWidth(100 * Math.max(...halves))} points.`;
}
