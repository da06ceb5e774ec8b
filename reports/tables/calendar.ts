// A calendar of dates in figures on the page: the whole, months, kinds of day, weekdays, agreements, money, weeks and the hardest dates.

import { WAYS_TO_SUM } from "../../sim/scenario/waysToSum.ts";
import type { CalendarAgreementResult } from "../../sim/study/calendarAgreements.ts";
import type { PeriodResult } from "../../sim/study/calendarResult.ts";
import { agreementFigures, dayTypeFigures, moneyFigures, monthFigures, wayFigures, weekdayFigures, wholeFigures, type FigureLine, type Figures } from "../calendarFigures.ts";
import { dateWords, unitWords, weekdayWords } from "../calendarNames.ts";
import { boundedShare, bracketed, CALENDAR_NOTE, spanNoun, type CalendarPart } from "../calendarWords.ts";
import { nounFor } from "../intervalWords.ts";
import { moneyShown } from "../money.ts";
import { periodsShown } from "../moneyWords.ts";
import { inWords, shortened } from "../names.ts";
import type { Html } from "../page.ts";
import { missesWords } from "../promisedWords.ts";
import type { Row } from "../row.ts";
import { capital, countShown, inSentence, integer, NOTHING, percent, plural, pointsRange, shareShown, targetPercent, type Shown } from "../words.ts";
import { table, withMargin, type Cell } from "./table.ts";

type Way = (typeof WAYS_TO_SUM)[number];

/** The rows of tables in the page's order. */
export function calendarTableRows(part: CalendarPart): Row[] {
  return [waysRow(part), agreementsRow(part), moneyRow(part), monthsRow(part), kindsRow(part), weeksRow(part), datesRow(part)].flatMap((each) => (each === null ? [] : [each]));
}

/** The caption says what the first column has. */
function tableOf({ heads: [, ...heads], lines, total }: Figures, caption: string): Html {
  const cellsOf = ({ name, cells }: FigureLine): Cell[] => [{ text: name }, ...cells.map((cell): Cell => ({ text: withMargin(cell) }))];
  return table({ caption, columns: ["", ...heads], body: lines.map(cellsOf), ...(total === undefined ? {} : { foot: cellsOf(total) }) });
}

/** How much it matters how a period is put together. */
function waysRow({ result: { agreements }, scenario }: CalendarPart): Row | null {
  const all = Object.entries(agreements);
  if (all.length === 0) return null;
  return {
    title: all.map(([name, agreement]) => differenceWords(name, agreement, scenario.interval, all.length > 1)).find((words) => words !== null) ?? "Three ways to put a period together",
    note: "The same runs, their periods put together in three ways: contracts differ in which they mean. The mean of days gives a quiet day the weight of a busy one, that of intervals the quiet hours that of the busy ones.",
    panels: all.map(([name, agreement]) => tableOf(wayFigures(name, agreement, scenario.interval), shortened(name))),
  };
}

/** What the agreement would be by the way that lies farthest from the agreed one; null where they are not surely apart. */
function differenceWords(name: string, agreement: CalendarAgreementResult, interval: number, named: boolean): string | null {
  const { put, over, every } = agreement, words = { contacts: "with all contacts as one", days: "as the mean of days", intervals: `as the mean of ${nounFor(interval).many}` } as const, agreed = put[over].missed, distance = (way: Way) => Math.abs((put[way].missed.mean ?? 0) - (agreed.mean ?? 0));
  const far = WAYS_TO_SUM.reduce((most, way) => (distance(way) > distance(most) ? way : most), over);
  if (!apart(agreed.interval, put[far].missed.interval)) return null;
  return `Taken ${words[far]}, a ${unitWords(every)} ${named ? `of ${inWords(name)} ` : ""}${missesWords(agreement)} with a chance of ${bracketed(boundedShare(put[far].missed))}; ${words[over]}, as agreed, of ${bracketed(boundedShare(agreed))}`;
}

function apart(a: readonly [number, number] | null, b: readonly [number, number] | null): boolean {
  return a !== null && b !== null && (a[1] < b[0] || b[1] < a[0]);
}

function monthsRow({ result }: CalendarPart): Row {
  return { title: "The calendar month by month", note: CALENDAR_NOTE, wide: true, panels: [tableOf(wholeFigures(result), "In all"), tableOf(monthFigures(result), "By month")] };
}

const MOST_BESIDE = 3; // agreements in half the page's width

function agreementsRow(part: CalendarPart): Row | null {
  const agreements = agreementFigures(part);
  if (agreements === null) return null;
  return {
    title: "The agreements in figures", wide: Object.keys(part.result.agreements).length > MOST_BESIDE,
    note: "Missed: the period’s result is worse than what was promised. A period that the calendar cuts off counts nowhere. Where hardly any period is missed, or hardly any is not, a range stands for the ±.",
    panels: [tableOf(agreements, "Agreements")],
  };
}

function moneyRow({ result }: CalendarPart): Row | null {
  const money = moneyFigures(result), { whole: { money: spent } } = result;
  if (money === null || spent === undefined) return null;
  return {
    title: `${capital(spanNoun(result))} costs ${inSentence(moneyShown(spent.cost, spent.currency))}`,
    note: "Pay of the rota and of work beyond it, each answered contact and fixed costs, without credits; the prices are taken as given. The bounds of cost and credits are added up: wide enough however the two go together.",
    panels: [tableOf(money, "Money")],
  };
}

function kindsRow({ result }: CalendarPart): Row {
  return {
    title: kindsTitle(Object.entries(result.weekdays).map(([name, weekday]) => [`${weekdayWords(name)}s`, weekday])), wide: true,
    note: "Days on target: share of days whose own service level reaches the target of their kind. Means a day.",
    panels: [tableOf(dayTypeFigures(result), "By day type"), tableOf(weekdayFigures(result), "By weekday")],
  };
}

/** The weekday that surely is the hardest: its interval lies below that of every other. */
function kindsTitle(weekdays: readonly (readonly [string, PeriodResult])[]): string {
  const known = weekdays.filter(([, { total }]) => total.serviceLevel.mean !== null), level = ({ total }: PeriodResult) => total.serviceLevel.mean ?? 0, half = ({ total }: PeriodResult) => total.serviceLevel.halfWidth ?? Infinity;
  if (known.length < 2) return "By day type and weekday";
  const [name, worst] = known.reduce((low, each) => (level(each[1]) < level(low[1]) ? each : low)), isClear = known.every(([, other]) => other === worst || level(worst) + half(worst) < level(other) - half(other));
  return isClear ? `${name} are the hardest: ${inSentence(shareShown(worst.total.serviceLevel))} answered in time` : "By day type and weekday";
}

const range = (low: number | null, high: number | null): string => (low === null || high === null ? NOTHING : `${pointsRange([low, high])}%`);

function weeksRow({ result: { weeks, target } }: CalendarPart): Row | null {
  if (weeks.length < 2) return null;
  const missed = target === null ? [] : [`Chance to miss ${targetPercent(target)}`];
  return {
    title: "Week by week", note: "Weeks from Monday to Sunday, numbered as in ISO 8601; the first and the last as far as the calendar has them.", wide: true,
    panels: [table({
      caption: "By week", columns: ["Week", "From", "Open days", "Offered", "Answered in time", "8 runs in 10", ...missed],
      body: weeks.map(({ name, from, openDays, total, level, missed: share }): Cell[] => [
        { text: name }, { text: dateWords(from) }, { text: integer(openDays) }, shownCell(countShown(total.offered)), shownCell(shareShown(total.serviceLevel)), { text: range(level.p10, level.p90) },
        ...(target === null ? [] : [shownCell(periodsShown(share))]),
      ]),
    })],
  };
}

const shownCell = (shown: Shown): Cell => ({ text: withMargin(shown) });
const MOST_DATES = 20;

/** The dates missed most often; all of them are in the CSV file. */
function datesRow({ result: { dates } }: CalendarPart): Row | null {
  const known = dates.filter(({ missed }) => missed.mean !== null), hardest = [...known].sort((a, b) => (b.missed.mean ?? 0) - (a.missed.mean ?? 0)).slice(0, MOST_DATES);
  if (hardest.length === 0) return null;
  return {
    title: hardest.length === known.length ? "Day by day" : `The ${integer(hardest.length)} hardest of ${integer(known.length)} open ${plural(known.length, "day")}`,
    note: "By the share of runs in which the day misses the target of its kind; neighbours in the list may stand the other way round. Every date is in dates.csv (--csv).", wide: true,
    panels: [table({
      caption: "Dates", columns: ["Date", "Weekday", "Day type", "Offered", "Answered in time", "8 runs in 10", "Chance to miss its target"],
      body: hardest.map(({ date, weekday, dayTypes, offered, serviceLevel, level, missed }): Cell[] => [
        { text: dateWords(date) }, { text: weekdayWords(weekday), words: true }, { text: Object.entries(dayTypes).map(([kind, share]) => (share === 1 ? inWords(kind) : `${inWords(kind)} ${percent(share, 0)}`)).join(", "), words: true },
        shownCell(countShown(offered)), shownCell(shareShown(serviceLevel)), { text: range(level.p10, level.p90) }, shownCell(periodsShown(missed)),
      ]),
    })],
  };
}

