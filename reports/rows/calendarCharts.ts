// The questions that a calendar answers with a chart: the year in periods, a period's results, which days are hard, what is due.

import { isMissed } from "../../sim/scenario/promised.ts";
import type { CalendarResult, DateResult } from "../../sim/study/calendarResult.ts";
import { creditBars, creditsDue } from "../charts/creditsDue.ts";
import { CHANCE_SHADES, dayCalendar, levelShades, type CalendarCell } from "../charts/dayCalendar.ts";
import { dotScale, hundredDots, type Hundred } from "../charts/hundredDots.ts";
import { periodBands } from "../charts/periodBands.ts";
import { dateWords, perUnit, unitsWords, unitWords, weekdayWords } from "../calendarNames.ts";
import { datesMissed } from "../calendarFigures.ts";
import { seriesOf, surelyWorst, type Series } from "../calendarSeries.ts";
import { boundedShare, bracketed, currencyOf, type CalendarPart } from "../calendarWords.ts";
import { boundedMoney, moneyText } from "../money.ts";
import { periodsShown } from "../moneyWords.ts";
import { inWords, shortened } from "../names.ts";
import { html, type Html } from "../page.ts";
import type { Chart } from "../panel.ts";
import { keepsWords, limitWords, missesWords, promiseWords } from "../promisedWords.ts";
import type { Row } from "../row.ts";
import { capital, integer, listed, percent, plural, targetPercent, withHalfWidth } from "../words.ts";

/** By the name that a slide's file ends with. */
const QUESTIONS: Readonly<Record<string, (part: CalendarPart, id: string) => Row | null>> = {
  "calendar-periods": bandsRow, "calendar-results": resultsRow, "calendar-levels": levelsRow, "calendar-misses": missesRow, "calendar-credits": creditsRow,
};

export const CALENDAR_CHARTS: readonly string[] = Object.keys(QUESTIONS);

export interface CalendarChart {
  readonly chart: string;
  readonly row: Row;
}

/** @param id a part of all ids, so that several calendars do no harm to each other */
export const calendarCharts = (part: CalendarPart, id: string): CalendarChart[] => [...drawCalendarCharts(part, id)];

/** The same one after another, for whoever has something else to do in between. */
export function* drawCalendarCharts(part: CalendarPart, id: string): Generator<CalendarChart> {
  for (const [chart, ask] of Object.entries(QUESTIONS)) {
    const row = ask(part, id);
    if (row !== null) yield { chart, row };
  }
}

/** Charts under what tells them apart, where there are several. */
function figures(charts: readonly Chart[], names: readonly string[]): Pick<Row, "panels" | "charts"> {
  return { charts, panels: charts.map((chart, i): Html => html`<figure>${charts.length > 1 ? html`<h3><bdi>${names[i]}</bdi></h3>` : null}${chart}</figure>`) };
}

const nameOf = ({ agreement, promised, every }: Series): string => (agreement === null ? `months beside the ${limitWords(promised)} target` : `${shortened(agreement)}: ${promiseWords(promised)} ${perUnit(every)}`);

const MOST_NAMED = 3; // agreements in a title

/** In which periods is it missed? */
function bandsRow({ result }: CalendarPart, id: string): Row | null {
  const all = seriesOf(result).filter(({ periods }) => periods.filter(({ level }) => level.p50 !== null).length > 1); // one alone is told by the chart of results
  if (all.length === 0) return null;
  return {
    title: bandsTitle(all),
    note: `Each period’s own result over the runs: in half of them it is below the middle. A period counts as missed where its result lies ${missedSide(all)}.`,
    key: [
      { mark: "mean", says: "middle run" }, { mark: "band", says: "eight runs in ten" }, { mark: "whisker", says: "95 runs in a hundred" }, { mark: "below", says: "orange: the middle run misses" },
    ],
    ...figures(all.map((series, i) => periodBands(series, { id: `${id}-periods-${i}`, title: `${nameOf(series)}: results by ${unitWords(series.every)}`, says: series.axis })), all.map(nameOf)),
  };
}

/** On which side of the line a miss lies, where all of them agree. */
function missedSide(all: readonly Series[]): string {
  const most = all.filter(({ promised }) => promised.atLeast === null).length;
  return most === 0 ? "below the dashed line" : most === all.length ? "above the dashed line" : "below the dashed line where at least so much was promised, above it where at most";
}

function bandsTitle([series, ...others]: readonly Series[]): string {
  const { agreement, promised, every } = series, worst = surelyWorst(series);
  if (others.length >= MOST_NAMED) return "How the agreements’ periods come out";
  if (others.length > 0) return `In the middle run ${listed([series, ...others].map((each, i) => `${each.agreement === null ? "the target" : inWords(each.agreement)} ${i === 0 ? "is missed " : ""}in ${middleMisses(each)}`))}`;
  const what = agreement === null ? `The ${limitWords(promised)} target` : `${promiseWords(promised)} ${perUnit(every)}`;
  if (worst !== null) return `${capital(what)} is missed most often in ${worst.words}: ${withHalfWidth(periodsShown(worst.missed))} of runs`;
  return `The middle run ${agreement === null ? `misses the ${limitWords(promised)} target` : `${missesWords(promised)} ${perUnit(every)}`} in ${middleMisses(series)}`;
}

/** "3 of 12 months" */
function middleMisses({ periods, promised, every }: Series): string {
  const known = periods.filter(({ level }) => level.p50 !== null), missed = known.filter(({ level }) => isMissed(level.p50 ?? NaN, promised)).length;
  return `${missed === 0 ? "none" : integer(missed)} of ${unitsWords(every, known.length)}`;
}

/** How does a period come out? */
function resultsRow({ result }: CalendarPart, id: string): Row | null {
  const pooled = seriesOf(result).flatMap((series) => (series.pooled === null || series.pooled.hundred.length === 0 || series.pooled.missed === null ? [] : [{ series, ...series.pooled, missed: series.pooled.missed }]));
  if (pooled.length === 0) return null;
  const hundreds = pooled.map(({ series, hundred, missed }): Hundred => ({ levels: hundred, target: series.promised, meets: 1 - missed }));
  const scaleOf = ({ target }: Hundred) => dotScale(hundreds.filter(({ target: other }) => other?.unit === target?.unit && (other?.atLeast === null) === (target?.atLeast === null)), "levels"); // of one kind
  const [{ series: { every, periods } }] = pooled;
  return {
    title: pooled.length > MOST_NAMED ? "How a period’s result varies" : pooled.length > 1 ? `A period is missed with a chance of ${listed(pooled.map(({ series: { agreement: own } }) => `${withHalfWidth(boundedShare(result.agreements[own ?? ""].missed))} (${inWords(own ?? "")})`))}` : resultsTitle(result, pooled[0].series),
    note: `Each dot is one ${pooled.length > 1 ? "period" : unitWords(every)} in a hundred${pooled.length === 1 && periods.length > 1 ? `, all ${integer(periods.length)} of the calendar together` : ""}, placed at its result. Hollow orange: it is missed.`,
    ...figures(hundreds.map((hundred, i) => {
      const { series } = pooled[i];
      return hundredDots(hundred, scaleOf(hundred), {
        id: `${id}-results-${i}`, title: `${nameOf(series)}: a hundred results that stand for all`, desc: (met) => `${100 - met} in 100 miss what was promised, ${met} keep it.`,
        axis: `result of a ${unitWords(series.every)}, ${series.promised.unit === "share" ? "%" : "s"}`,
      });
    }), pooled.map(({ series }) => nameOf(series))),
  };
}

function resultsTitle({ agreements }: CalendarResult, { agreement, promised, every }: Series): string {
  const { missed } = agreements[agreement ?? ""];
  if (missed.mean === 0 || missed.mean === 1) return `Every ${unitWords(every)} ${missed.mean === 0 ? keepsWords(promised) : missesWords(promised)} in all runs`;
  return `A ${unitWords(every)} ${missesWords(promised)} with a chance of ${withHalfWidth(boundedShare(missed))}`;
}

/** Peaks by date: those that surely are of the kind of some peaks. */
function cellsOf({ result: { dates }, scenario }: CalendarPart, value: (date: DateResult) => number | null): CalendarCell[] {
  const kinds = new Set(scenario.calendar.dates.peaks.map(({ dayType }) => dayType));
  return dates.map((date) => ({ date: date.date, value: value(date), isPeak: Object.entries(date.dayTypes).some(([kind, share]) => share > 0.5 && kinds.has(kind)), says: saysOf(date) }));
}

function saysOf({ date, weekday, dayTypes, level: { p50, p10, p90 }, missed }: DateResult): string {
  const kinds = Object.entries(dayTypes).map(([kind, share]) => (share === 1 ? kind : `${kind} in ${percent(share, 0)} of runs`));
  const level = p50 === null || p10 === null || p90 === null ? "nobody came" : `middle run ${percent(p50)}, eight runs in ten ${percent(p10, 0)} to ${percent(p90, 0)}`;
  return `${weekdayWords(weekday)}, ${dateWords(date)} (${kinds.join(", ")}): ${level}${missed.mean === null ? "" : `; missed in ${withHalfWidth(periodsShown(missed))}`}`;
}

const BLANK = "Blank: closed. Dots: peaks on dates that are known; those drawn at random can hit any day of their kind.";

/** Which days are hard? */
function levelsRow(part: CalendarPart, id: string): Row | null {
  const { result } = part, { target, dates } = result, known = dates.filter(({ level }) => level.p50 !== null);
  if (target === null || known.length === 0) return null;
  const below = known.filter(({ level }) => (level.p50 ?? 1) < target).length;
  const words = `In the middle run ${below === 0 ? "no" : integer(below)} of ${integer(known.length)} open ${plural(known.length, "day")} ${below === 1 ? "lies" : "lie"} below ${targetPercent(target)}`;
  return {
    title: words, note: `Each open day by its own service level in the middle run; the stronger the orange, the lower. ${blankWords(part)}`,
    ...figures([dayCalendar(cellsOf(part, ({ level }) => level.p50), result, levelShades(target), { id: `${id}-levels`, title: "Every open day by its service level in the middle run", desc: `${words}. ${hardestWords(result)}`, key: `service level in the middle run; target ${targetPercent(target)}` })], []),
  };
}

/** Which days are missed? */
function missesRow(part: CalendarPart, id: string): Row | null {
  const { result } = part, { known, mostly } = datesMissed(result);
  if (known === 0) return null;
  const words = mostly === 0 ? "No open day misses its target more often than not" : `${capital(integer(mostly))} of ${integer(known)} open ${plural(known, "day")} ${mostly === 1 ? "misses its" : "miss their"} target more often than not`;
  return {
    title: words, note: `Each open day by the share of runs in which its own service level misses the target of its kind. ${blankWords(part)}`,
    ...figures([dayCalendar(cellsOf(part, ({ missed }) => missed.mean), result, CHANCE_SHADES, { id: `${id}-misses`, title: "Every open day by its chance to miss its target", desc: `${words}. ${hardestWords(result)}`, key: "chance that the day misses its target" })], []),
  };
}

const blankWords = ({ scenario: { calendar: { dates: { peaks } } } }: CalendarPart): string => (peaks.length === 0 ? "Blank: closed." : BLANK);

function hardestWords({ dates }: CalendarResult): string {
  const known = [...dates].filter(({ missed }) => missed.mean !== null).sort((a, b) => (b.missed.mean ?? 0) - (a.missed.mean ?? 0)).slice(0, 3);
  return known.length === 0 ? "" : `Missed most often: ${listed(known.map(({ date, missed }) => `${dateWords(date)} (${percent(missed.mean ?? 0, 0)})`))}.`;
}

/** What is due? */
function creditsRow({ result }: CalendarPart, id: string): Row | null {
  const paying = Object.entries(result.agreements).flatMap(([name, { credits }]) => (credits === null ? [] : [{ name, credits }])), currency = currencyOf(result);
  if (paying.length === 0) return null;
  const [{ credits }] = paying, one = paying.length === 1;
  return {
    title: one ? `Service credits of ${bracketed(boundedMoney(credits.inAll, currency))} are due in all, in one run of ten more than ${moneyText(credits.p90, currency, 0)}` : `Service credits due: ${listed(paying.map(({ name, credits: own }) => `${inWords(name)} ${bracketed(boundedMoney(own.inAll, currency))}`))}`,
    note: `What is due over the whole calendar, over all runs; ${paying.every(({ credits: own }) => creditBars(own).isOfOneAmount) ? "each bar is one amount" : "where amounts are many, a bar holds those from its left edge up to its right"}.`,
    ...figures(paying.map(({ name, credits: own }, i) => creditsDue(own, currency, { id: `${id}-credits-${i}`, title: `${shortened(name)}: service credits due in all` })), paying.map(({ name }) => shortened(name))),
  };
}
