// A calendar of dates in figures on the page: the whole, months, kinds of day, weekdays, agreements, money, weeks and the hardest dates.

import type { PeriodResult } from "../../sim/study/calendarResult.ts";
import { agreementFigures, dayTypeFigures, moneyFigures, monthFigures, wayFigures, weekdayFigures, wholeFigures, type Figures } from "../calendarFigures.ts";
import { dateWords, unitWords, weekdayWords } from "../calendarNames.ts";
import { boundedShare, CALENDAR_NOTE, type CalendarPart } from "../calendarWords.ts";
import { nounFor } from "../intervalWords.ts";
import { periodsShown } from "../moneyWords.ts";
import { inWords, shortened } from "../names.ts";
import type { Html } from "../page.ts";
import type { Row } from "../row.ts";
import { amountShown, inSentence, integer, NOTHING, percent, plural, pointsRange, shareShown, targetPercent, type Shown } from "../words.ts";
import { table, withMargin, type Cell } from "./table.ts";

/** The rows of tables in the page's order. */
export function calendarTableRows(part: CalendarPart): Row[] {
  return [waysRow(part), monthsRow(part), agreementsRow(part), kindsRow(part), weeksRow(part), datesRow(part)].flatMap((each) => (each === null ? [] : [each]));
}

function tableOf({ heads, lines }: Figures, caption: string): Html {
  return table({ caption, columns: heads, body: lines.map(({ name, cells }): Cell[] => [{ text: name }, ...cells.map((cell): Cell => ({ text: withMargin(cell) }))]) });
}

/** How much it matters how a period is put together. */
function waysRow({ result: { agreements }, scenario }: CalendarPart): Row | null {
  const all = Object.entries(agreements);
  if (all.length === 0) return null;
  const [[, { put, over, every, atLeast }]] = all, words = { contacts: "all contacts as one", days: "as the mean of days", intervals: `as the mean of ${nounFor(scenario.interval).many}` } as const;
  const chances = (["contacts", "days", "intervals"] as const).map((way) => ({ way, chance: put[way].missed.mean ?? 0 })), other = chances.filter(({ way }) => way !== over).reduce((far, each) => (Math.abs(each.chance - (put[over].missed.mean ?? 0)) > Math.abs(far.chance - (put[over].missed.mean ?? 0)) ? each : far));
  const differs = apart(put[over].missed.interval, put[other.way].missed.interval);
  return {
    title: all.length > 1 || !differs ? "Three ways to put a period together" : `Taken ${words[other.way]}, a ${unitWords(every)} misses ${targetPercent(atLeast)} with a chance of ${inSentence(boundedShare(put[other.way].missed))}; taken ${words[over]}, as agreed, of ${inSentence(boundedShare(put[over].missed))}`,
    note: "The same runs, their periods put together in three ways: contracts differ in which they mean. The mean of days gives a quiet day the weight of a busy one, that of intervals the quiet hours that of the busy ones.",
    panels: all.map(([name, agreement]) => tableOf(wayFigures(name, agreement, scenario.interval), shortened(name))),
  };
}

function apart(a: readonly [number, number] | null, b: readonly [number, number] | null): boolean {
  return a !== null && b !== null && (a[1] < b[0] || b[1] < a[0]);
}

function monthsRow({ result }: CalendarPart): Row {
  return { title: "The calendar month by month", note: CALENDAR_NOTE, wide: true, panels: [tableOf(wholeFigures(result), "In all"), tableOf(monthFigures(result), "By month")] };
}

function agreementsRow(part: CalendarPart): Row | null {
  const agreements = agreementFigures(part), money = moneyFigures(part.result);
  if (agreements === null && money === null) return null;
  return {
    title: agreements === null ? "What the calendar costs" : money === null ? "The agreements in figures" : "Agreements and money in figures", wide: true,
    note: "Missed: the period’s result lies below what was promised. A period that the calendar cuts off counts nowhere. Where hardly any period is missed, or hardly any is not, a range stands for the ±. Cost does not hold credits.",
    panels: [...(agreements === null ? [] : [tableOf(agreements, "Agreements")]), ...(money === null ? [] : [tableOf(money, "Money")])],
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
        { text: name }, { text: dateWords(from) }, { text: integer(openDays) }, shownCell(amountShown(total.offered)), shownCell(shareShown(total.serviceLevel)), { text: range(level.p10, level.p90) },
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
        shownCell(amountShown(offered)), shownCell(shareShown(serviceLevel)), { text: range(level.p10, level.p90) }, shownCell(periodsShown(missed)),
      ]),
    })],
  };
}

