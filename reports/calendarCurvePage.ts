// A curve over a calendar: its charts, its page and its slides.

import type { Scenario } from "../sim/scenario/schema.ts";
import { RARELY, type CalendarCurve, type CalendarCurvePoint } from "../sim/study/calendarCurve.ts";
import { agreementNames, calendarCurveFinding, chanceShown, RARELY_WORDS } from "./calendarCurveWords.ts";
import { curveLine } from "./charts/curveLine.ts";
import { axisWords, possible, valueInWords, valueShown, valuesInWords } from "./curveWords.ts";
import { boundedMoney, moneyShown, withCurrency } from "./money.ts";
import { shortened } from "./names.ts";
import { html } from "./page.ts";
import { roundTicks, type Chart } from "./panel.ts";
import { repeatBy, type File } from "./repeat.ts";
import { row, type Row } from "./row.ts";
import { slide, slugs, type Slide } from "./slides.ts";
import { table, type Cell } from "./tables/table.ts";
import { wholePage } from "./wholePage.ts";
import { capital, chanceOfDaysShown, decimal, integer, NOTHING, plural, shareShown, withHalfWidth } from "./words.ts";

const PERCENT = (tick: number): string => (tick === 100 ? "100%" : String(tick));

/** The page: self-contained, no script, no request. @param files all that the scenario is made of @param command that repeats the page */
export function calendarCurvePage(curve: CalendarCurve, scenario: Scenario, files: readonly File[], command: string): string {
  const { title, lead } = calendarCurveFinding(curve), simulated = simulatedWords(curve);
  return wholePage({
    columns: 1, over: `Contact centre simulation · ${simulated}`, title: `${shortened(scenario.name)}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`, lead,
    note: "Each chance and amount stands with its 95% interval. All points meet the same callers on the same days, so their differences are far more certain. The assumptions of the scenario file are not covered.",
    main: html`${[...chartRows(curve).map((each) => each.row), pointRow(curve), ...moneyRow(curve)].map(row)}`,
    footer: repeatBy(command, `callhall ${curve.callhall} · seed “${curve.seed}” · ${simulated}`, files.filter(({ file, text }, i) => files.findIndex((other) => other.file === file && other.text === text) === i)),
  });
}

/** "all dates from 2026-09-01 to 2027-08-31, 1,000 times at each of 8 points" */
function simulatedWords({ from, to, runs, points }: CalendarCurve): string {
  return `all dates from ${from} to ${to}, ${integer(runs)} ${plural(runs, "time")} at each of ${integer(points.length)} ${plural(points.length, "point")}`;
}

const CHARTS = ["missed", "cost", "level"] as const;

/** All names that slides may have; those with nothing to draw are left out. */
export function calendarCurveSlideNames({ name, agreements = {} }: Scenario): string[] {
  const [slug] = slugs([name]);
  return CHARTS.flatMap((chart) => (chart === "missed" ? Object.keys(agreements).map((_, i) => slideName(slug, chart, i)) : [slideName(slug, chart, 0)]));
}

export function calendarCurveSlides(curve: CalendarCurve, scenario: Scenario): Slide[] {
  const [slug] = slugs([scenario.name]), source = `callhall ${curve.callhall} · ${simulatedWords(curve)}, seed “${curve.seed}” · lines: 95% intervals · assumptions as in the file`;
  return chartRows(curve).flatMap(({ chart, row: each }) => (each.charts ?? []).flatMap((drawing, i) => (drawing === null ? [] : [{ name: slideName(slug, chart, i), svg: slide({ ...each, name: shortened(scenario.name), chart: drawing, source }) }])));
}

const slideName = (slug: string, chart: (typeof CHARTS)[number], i: number): string => `${slug}-curve-${chart}${i === 0 ? "" : `-${i + 1}`}`;

function chartRows(curve: CalendarCurve): { readonly chart: (typeof CHARTS)[number]; readonly row: Row }[] {
  const rows = { missed: missedRow(curve), cost: costRow(curve), level: levelRow(curve) };
  return CHARTS.flatMap((chart) => { const each = rows[chart]; return each === null ? [] : [{ chart, row: each }]; });
}

const figures = (charts: readonly Chart[]): Pick<Row, "panels" | "charts"> => ({ charts, panels: charts.map((chart) => html`<figure>${chart}</figure>`) });

function missedRow({ points, vary: [varied], rarely }: CalendarCurve): Row | null {
  const names = agreementNames(points);
  if (names.length === 0) return null;
  const charts = names.map((name, i) => {
    const answer = rarely[name], most = Math.max(...points.map(({ agreements }) => agreements[name].missed.mean ?? 0)), ticks = most > 0.5 ? [0, 20, 40, 60, 80, 100] : most > 0.2 ? [0, 10, 20, 30, 40, 50] : [0, 5, 10, 15, 20];
    return curveLine<CalendarCurvePoint>(points, varied, {
      id: `curve-missed-${i}`, title: `Chance of a missed period by ${varied.path}`, desc: `${answer.value === null ? `Never under ${RARELY_WORDS}` : `Under ${RARELY_WORDS} from ${valueInWords(answer.value, varied)} on`}. Figures in the table.`,
      unit: `% of periods missed${names.length === 1 ? "" : `, ${shortened(name)}`}`, ticks, tickFormat: (tick) => (tick === ticks[ticks.length - 1] ? `${tick}%` : String(tick)), height: 240,
      mean: ({ agreements }) => 100 * (agreements[name].missed.mean ?? 0), interval: ({ agreements }) => { const { interval } = agreements[name].missed; return interval === null ? null : [100 * interval[0], 100 * interval[1]]; },
      target: RARELY, targetWords: `one in\ntwenty`, marked: answer.value === null ? [] : [answer.value], words: answer.value === null ? [] : [`rare: ${possible(answer).map((value) => valueShown(value, varied.unit)).join(" or ")}`],
    });
  });
  return { title: missedTitle(names, rarely, varied), note: "Dots: the mean over all periods of the calendar; lines: 95% intervals.", key: [{ mark: "reached", says: "simulated" }], ...figures(charts) };
}

function missedTitle(names: readonly string[], rarely: CalendarCurve["rarely"], varied: CalendarCurve["vary"][0]): string {
  const known = names.flatMap((name) => rarely[name].value ?? []);
  if (known.length < names.length) return `No number tried makes every agreement’s misses rarer than ${RARELY_WORDS}`;
  return `A missed period is rarer than ${RARELY_WORDS} from ${valuesInWords([...new Set(known)].sort((a, b) => a - b), varied)} on`;
}

/** Staff beyond the cheapest staff tried, credits, and both: so the picture begins at nothing and shows where the sum is least. */
function costRow({ points, vary: [varied], cheapest, currency }: CalendarCurve): Row | null {
  if (cheapest === null || currency === null) return null;
  const staff = ({ cost }: CalendarCurvePoint) => cost?.mean ?? 0, base = Math.min(...points.map(staff)), both = ({ costWithCredits }: CalendarCurvePoint) => costWithCredits?.mean ?? 0;
  const most = Math.max(...points.map((point) => both(point) - base)), thousands = most >= 10_000, unit = thousands ? 1000 : 1, ticks = roundTicks(most / unit);
  const chart = curveLine<CalendarCurvePoint>(points, varied, {
    id: "curve-cost", title: `Cost of staff and credits by ${varied.path}`, desc: `Least at ${valueInWords(cheapest.value, varied)}. Figures in the table.`,
    unit: `${currency}${thousands ? " 1,000" : ""} in the calendar, beyond the least staff tried`, ticks, tickFormat: (tick) => decimal(tick, 0), height: 260,
    mean: (point) => (both(point) - base) / unit, interval: ({ costWithCredits }) => (costWithCredits?.interval ? [(costWithCredits.interval[0] - base) / unit, (costWithCredits.interval[1] - base) / unit] : null),
    erlangC: (point) => (staff(point) - base) / unit, erlangA: ({ credits }) => (credits?.mean ?? 0) / unit,
    marked: [cheapest.value], words: [`least: ${cheapest.candidates.map((value) => valueShown(value, varied.unit)).join(" or ")}`],
  });
  return {
    title: `Staff and credits together cost least with ${valuesInWords(cheapest.candidates, varied)}`,
    note: `The least staff tried costs ${withCurrency(decimal(base, 0), currency)}, credits apart. Values that cannot be told from the cheapest (95%, on the same days) are named with it.`,
    key: [{ mark: "reached", says: "staff and credits" }, { mark: "formula", says: "credits" }, { mark: "formula-dashed", says: "staff, beyond the least tried" }], ...figures([chart]),
  };
}

function levelRow({ points, vary: [varied] }: CalendarCurve): Row {
  const chart = curveLine<CalendarCurvePoint>(points, varied, {
    id: "curve-level", title: `Service level by ${varied.path}`, desc: "Figures in the table.", unit: "% answered in time, whole calendar", ticks: [0, 20, 40, 60, 80, 100], tickFormat: PERCENT, height: 240,
    mean: ({ total }) => (total.serviceLevel.mean === null ? null : 100 * total.serviceLevel.mean), band: ({ level: { p10, p90 } }) => (p10 === null || p90 === null ? null : [100 * p10, 100 * p90]),
  });
  return { title: `Service level by ${axisWords(varied)}`, note: "Dots: all contacts of the calendar as one. Band: eight runs of the calendar in ten.", key: [{ mark: "reached", says: "simulated" }, { mark: "band", says: "eight runs in ten" }], ...figures([chart]) };
}

function pointRow(curve: CalendarCurve): Row {
  const { points } = curve, names = agreementNames(points), whose = (name: string) => (names.length === 1 ? "" : `${capital(shortened(name))}: `);
  const columns: readonly Column[] = [
    valueColumn(curve),
    ["Answered in time", ({ total }) => ({ text: withHalfWidth(shareShown(total.serviceLevel)) })],
    ["Days on target", ({ total }) => ({ text: total.daysOnTarget.mean === null ? NOTHING : withHalfWidth(chanceOfDaysShown(total.daysOnTarget)) })],
    ...names.flatMap((name) => [
      [`${whose(name)}periods missed`, ({ agreements }: CalendarCurvePoint): Cell => ({ text: chanceShown(agreements[name].missed), bad: (agreements[name].missed.mean ?? 0) >= RARELY })] as const,
      [`${whose(name)}two in a row`, ({ agreements }: CalendarCurvePoint): Cell => ({ text: chanceShown(agreements[name].twoInARow) })] as const,
    ]),
  ];
  return {
    title: "Every point in figures", note: `Over all dates from ${curve.from} to ${curve.to}. Two in a row: runs of the calendar in which two periods are missed one after the other. ▾ missed more often than ${RARELY_WORDS}.`,
    panels: [figuresOf(curve, columns)], wide: true,
  };
}

type Column = readonly [head: string, (point: CalendarCurvePoint) => Cell];

const figuresOf = ({ points, scenario }: CalendarCurve, columns: readonly Column[]) => table({ caption: scenario, columns: columns.map(([head]) => head), body: points.map((point) => columns.map(([, cell]) => cell(point))) });

const valueColumn = ({ vary: [varied] }: CalendarCurve): Column => [capital(axisWords(varied)).replace(/ in all$/, ""), ({ at: [value] }) => ({ text: valueShown(value, varied.unit) })];

function moneyRow(curve: CalendarCurve): Row[] {
  const { currency } = curve;
  if (currency === null) return [];
  const columns: Column[] = [
    valueColumn(curve),
    ...([
      ["Cost", ({ cost }: CalendarCurvePoint): Cell => ({ text: cost === undefined ? NOTHING : withHalfWidth(moneyShown(cost, currency)) })] as const,
      ["Credits", ({ credits }: CalendarCurvePoint): Cell => ({ text: credits === undefined ? NOTHING : withHalfWidth(boundedMoney(credits, currency)) })] as const,
      ["Both", ({ costWithCredits }: CalendarCurvePoint): Cell => ({ text: costWithCredits === undefined ? NOTHING : withHalfWidth(boundedMoney(costWithCredits, currency)) })] as const,
    ]),
  ];
  return [{ title: "What staff and credits cost", note: `In all from ${curve.from} to ${curve.to}: pay, overrun, contacts and fixed costs; and the service credits of all agreements. ± is half a 95% interval; in brackets its ends, where few periods are missed.`, panels: [figuresOf(curve, columns)], wide: true }];
}
