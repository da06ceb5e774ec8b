import { describe, expect, test } from "vitest";
import { JSDOM } from "jsdom";
import { calendarsFinding } from "../../reports/calendarsTogether.ts";
import { wayFigures } from "../../reports/calendarFigures.ts";
import { shareAtLeast } from "../../sim/scenario/promised.ts";
import { periodWords, perUnit, unitsWords } from "../../reports/calendarNames.ts";
import { seriesOf, surelyWorst } from "../../reports/calendarSeries.ts";
import { calendarCurveFinding } from "../../reports/calendarCurveWords.ts";
import { calendarSlideNames, calendarSlides } from "../../reports/calendarSlides.ts";
import { calendarFinding, outcomeOf, type CalendarPart } from "../../reports/calendarWords.ts";
import { creditBars } from "../../reports/charts/creditsDue.ts";
import { CHANCE_SHADES, dayCalendar, levelShades, type CalendarCell } from "../../reports/charts/dayCalendar.ts";
import { periodBands } from "../../reports/charts/periodBands.ts";
import { promised } from "../../reports/moneyWords.ts";
import { reportPage } from "../../reports/report.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { isDated } from "../../sim/scenario/dated.ts";
import { averageDays } from "../../sim/study/averageDay.ts";
import type { CalendarAgreementResult } from "../../sim/study/calendarAgreements.ts";
import { calendarCurve } from "../../sim/study/calendarCurve.ts";
import { simulateCalendar } from "../../sim/study/calendar.ts";
import { CALENDAR } from "../cli/calendarFile.ts";

function partOf(text: string): CalendarPart {
  const scenario = parseScenario(text, "autumn.yaml");
  if (!isDated(scenario)) throw new Error("the example has dates");
  return { scenario, result: simulateCalendar(scenario) };
}

const autumn = partOf(CALENDAR), { result, scenario } = autumn;

/** The agreement county with some of it otherwise. */
const withCounty = (given: Partial<CalendarAgreementResult>) => ({ ...result, agreements: { county: { ...result.agreements.county, ...given } as CalendarAgreementResult } }); // what is given fits together
const share = (mean: number, low = mean, high = mean) => ({ mean, halfWidth: null, interval: [low, high] as const });

describe("the finding", () => {
  const years = Array.from({ length: 12 }, (_, i) => ({ ...result.agreements.county.periods[0], name: `2026-${String(i + 1).padStart(2, "0")}` }));
  test.each<[Partial<CalendarAgreementResult>, string]>([
    [{ periods: years, missed: share(0.675), twoInARow: share(0.93) }, "the agreement county, 80% a month, is missed in 8.1 of 12 months on average, two in a row with a chance of 93%"],
    [{ periods: years, missed: share(0), twoInARow: share(0) }, "the agreement county, 80% a month, is missed in none of 12 months"],
    [{ periods: years, missed: share(1), twoInARow: share(1) }, "the agreement county, 80% a month, is missed in all of 12 months"],
    [{ periods: years, missed: share(0.001), twoInARow: share(0) }, "the agreement county, 80% a month, is missed in <0.1 of 12 months on average"],
    [{ periods: years.slice(0, 1), missed: share(0.455) }, "the agreement county, 80% a month, is missed with a chance of 45.5%"],
    [{ periods: years, every: 20, missed: share(0.5), twoInARow: share(0) }, "the agreement county, 80% in 20 days, is missed in 6.0 of 12 periods of 20 days on average"],
  ])("says how many periods are missed: %#", (given, words) => {
    expect(outcomeOf(withCounty(given))).toBe(words);
  });

  test("without agreements judges the whole by its interval", () => {
    const at = (mean: number, halfWidth: number | null) => outcomeOf({ ...result, agreements: {}, whole: { ...result.whole, total: { ...result.whole.total, serviceLevel: { mean, halfWidth } } } });
    expect(at(0.75, 0.01)).toBe("75.0% of contacts are answered in time over the calendar, below the 80% target");
    expect(at(0.795, 0.01)).toBe("79.5% of contacts are answered in time over the calendar, too close to the 80% target to call");
    expect(at(0.85, 0.01)).toBe("85.0% of contacts are answered in time over the calendar, above the 80% target");
    expect(at(0.85, null)).toBe("85.0% of contacts are answered in time over the calendar");
  });

  test("of two calendars stands side by side where they share an agreement", () => {
    const other = { scenario, result: { ...withCounty({ missed: share(0.5) }), scenario: "Other" } };
    expect(calendarsFinding([{ scenario, result: withCounty({ missed: share(0.25) }) }, other]).title).toBe("The agreement county, 80% a month, is missed in 0.5 of 2 months in “Autumn” and in 1.0 of 2 months in “Other”");
    expect(calendarsFinding([autumn, { ...other, result: { ...result, agreements: {} } }]).title).toBe("2 calendars side by side");
  });
});

test("periods and promises are named in words", () => {
  const span = { from: "2026-09-07", to: "2026-09-13" };
  expect([["month", "2026-09"], ["week", "2026-W37"], ["quarter", "2026-Q3"], ["year", "2026"], [1, "5"], [20, "3"]].map(([every, name]) => periodWords(every as "month", { name: String(name), ...span })))
    .toEqual(["September 2026", "week 37 of 2026", "Q3 2026", "2026", "7 September 2026", "7 September 2026 to 13 September 2026"]);
  expect([perUnit("week"), perUnit(1), perUnit(20), unitsWords("month", 1), unitsWords(20, 3), unitsWords(1, 5)]).toEqual(["a week", "a day", "in 20 days", "1 month", "3 periods of 20 days", "5 days"]);
  expect((["contacts", "days", "intervals"] as const).map((over) => promised({ measure: "serviceLevel", answerWithin: null, ...shareAtLeast(0.8), every: "month", over }, "half hours"))).toEqual(["80% every month", "80% every month, mean of days", "80% every month, mean of half hours"]);
  expect((["contacts", "days", "intervals"] as const).map((over) => promised({ measure: "serviceLevel", answerWithin: null, ...shareAtLeast(0.8), every: 1, over }))).toEqual(["80% every day", "80% every day", "80% every day, mean of intervals"]);
});

test("months stand beside the target where no agreement is made for them; the worst period is named only where it surely is", () => {
  expect(seriesOf(result).map(({ agreement, periods }) => [agreement, periods.length])).toEqual([["county", 2], ["parish", result.agreements.parish.periods.length]]);
  expect(seriesOf({ ...result, agreements: { parish: result.agreements.parish } }).map(({ agreement }) => agreement)).toEqual(["parish", null]);
  expect(seriesOf({ ...result, agreements: {}, target: null })).toEqual([]);
  const [county] = seriesOf(result), periods = (a: readonly [number, number], b: readonly [number, number]) => ({ ...county, periods: [a, b].map(([low, high], i) => ({ ...county.periods[i], missed: { mean: (low + high) / 2, interval: [low, high] as const } })) });
  expect(surelyWorst(periods([0.1, 0.3], [0.4, 0.6]))?.words).toBe("October 2026");
  expect(surelyWorst(periods([0.1, 0.45], [0.4, 0.6]))).toBeNull();
});

test("the bands of a period lie at its percentiles", () => {
  const [county] = seriesOf(result), chart = periodBands(county, { id: "x", title: "t", says: "%" }), svg = new JSDOM(chart.text).window.document;
  const bars = [...svg.querySelectorAll("g[aria-label=rect] rect")].map((rect) => ({ y: Number(rect.getAttribute("y")), height: Number(rect.getAttribute("height")) }));
  expect(bars).toHaveLength(2);
  // Heights are proportional to the distance of the 90th from the 10th percentile.
  const wide = (i: number) => (county.periods[i].level.p90 ?? NaN) - (county.periods[i].level.p10 ?? NaN), order = county.periods.map((_, i) => i).sort((a, b) => Number((county.periods[a].level.p50 ?? 0) < 0.8) - Number((county.periods[b].level.p50 ?? 0) < 0.8));
  expect(bars[0].height / bars[1].height).toBeCloseTo(wide(order[0]) / wide(order[1]), 2);
});

describe("the calendar of days", () => {
  const cell = (date: string, value: number | null, isPeak = false): CalendarCell => ({ date, value, isPeak, says: date });
  test("has a cell for every open day in the column of its week and the row of its weekday; a peak has a dot", () => {
    // 2026-09-01 was a Tuesday: the 6th, a Sunday, ends the first week.
    const chart = dayCalendar([cell("2026-09-01", 0.9), cell("2026-09-05", 0.5), cell("2026-09-07", 0.7, true), cell("2026-09-08", null)], { from: "2026-09-01", to: "2026-09-30" }, levelShades(0.8), { id: "x", title: "t", desc: "d", key: "k" });
    const svg = new JSDOM(chart.text).window.document, at = (date: string) => {
      const rect = [...svg.querySelectorAll("rect")].find((each) => each.querySelector("title")?.textContent === date);
      return { x: Number(rect?.getAttribute("x")), y: Number(rect?.getAttribute("y")), size: Number(rect?.getAttribute("width")) + 1, height: Number(rect?.getAttribute("height")) };
    };
    expect(at("2026-09-05").x).toBe(at("2026-09-01").x);
    expect((at("2026-09-05").y - at("2026-09-01").y) / (at("2026-09-01").y - at("2026-09-07").y)).toBeCloseTo(4, 6);
    expect(at("2026-09-07").x - at("2026-09-01").x).toBeCloseTo(at("2026-09-01").size, 1);
    const monday = /translate\([^,]+,([\d.]+)\)/.exec([...svg.querySelectorAll("text")].find((text) => text.textContent === "Mon")?.getAttribute("transform") ?? "");
    expect(Math.abs(at("2026-09-07").y + at("2026-09-07").height / 2 - Number(monday?.[1]))).toBeLessThan(1); // px: beside the weekday's name
    expect(svg.querySelectorAll("circle")).toHaveLength(1);
    expect(svg.querySelectorAll("rect")).toHaveLength(4 + levelShades(0.8).length);
  });

  test("of a year has two strips, and steps of colour that grow with what is missed", () => {
    const chart = dayCalendar([cell("2026-09-01", 0.9)], { from: "2026-09-01", to: "2027-08-31" }, CHANCE_SHADES, { id: "x", title: "t", desc: "d", key: "k" });
    expect(chart.text.match(/>Mon</g)).toHaveLength(2);
    for (const month of ["Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Apr", "May", "Jun", "Jul", "Aug"]) expect(chart.text, month).toContain(`>${month}<`);
    const shadeOf = (value: number) => levelShades(0.8).find(({ below }) => value < below);
    expect([0.55, 0.65, 0.72, 0.77, 0.8, 0.9].map((value) => shadeOf(value)?.colour)).toEqual(["bad", "bad", "bad", "bad", "good", "good"]);
    const depths = levelShades(0.8).map(({ depth }) => depth);
    expect(depths).toEqual([...depths].sort((a, b) => b - a));
  });
});

test("credits are bars of one amount each, or of a round width where amounts are many; their shares stay whole", () => {
  const few = creditBars({ amounts: [{ pay: 0, share: 0.5 }, { pay: 100, share: 0.25 }, { pay: 300, share: 0.25 }] });
  expect(few).toMatchObject({ isOfOneAmount: true, bars: [{ runs: 50 }, { runs: 25 }, { runs: 25 }] });
  expect(few.bars.map(({ from, to }) => (from + to) / 2)).toEqual([0, 100, 300]);
  const many = creditBars({ amounts: Array.from({ length: 100 }, (_, i) => ({ pay: 100 * i, share: 0.01 })) });
  expect(many.isOfOneAmount).toBe(false);
  expect(many.bars.map(({ to, from }) => to - from)).toEqual(many.bars.map(() => 500)); // at most 24 bars up to 9,900
  for (const { runs } of many.bars) expect(runs).toBeCloseTo(5, 9);
  expect(creditBars({ amounts: [{ pay: 0, share: 1 }] }).bars).toHaveLength(1);
});

test("the three ways to put a period together are named, the agreed one marked", () => {
  const { heads, lines } = wayFigures("parish", result.agreements.parish, 1800);
  expect(heads).toEqual(["parish", "Mean result of a week", "Chance that a week is missed"]);
  expect(lines.map(({ name }) => name)).toEqual(["All contacts as one", "Mean of days", "Mean of half hours, as agreed"]);
});

test("an average day has the calls that the season makes of its dates", () => {
  const days = averageDays(scenario, result.dates), volume = (kind: string) => days.find(({ name }) => name === kind)?.scenario.contacts.calls.volume ?? NaN;
  // Saturdays: 4 in September, and 5 in October with half as many again.
  expect(volume("short")).toBeCloseTo((10 * (4 + 5 * 1.5)) / 9, 9);
  // Usual days: 21 of 22 weekdays in September, 20 of 22 in October, where one is a peak by its date.
  expect(volume("usual")).toBeCloseTo((40 * (21 + 20 * 1.5)) / 41, 9);
  expect(days.map(({ scenario: day }) => [day.pay, day.agreements])).toEqual(days.map(() => [undefined, undefined]));
});

test("the page says the finding and shows every chart; the same calendar gives the same bytes, and names of the file stay text", () => {
  const pageOf = (part: CalendarPart) => reportPage(averageDays(part.scenario, part.result.dates).map((kind) => ({ scenario: kind.scenario, result: part.result.dayTypes[kind.name], file: "autumn.yaml", text: CALENDAR, bases: [] })), "callhall run autumn.yaml", { calendars: [part] });
  const page = pageOf(autumn), document = new JSDOM(page).window.document;
  expect(page).toBe(pageOf(partOf(CALENDAR)));
  expect(document.querySelector("h1")?.textContent).toBe(calendarFinding(autumn).title);
  expect(document.querySelectorAll(".calendar svg")).toHaveLength(2 + 2 + 1 + 1 + 1);
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const hostile = partOf(CALENDAR.replace("county:", '"<b>x</b>&":').replace("name: Autumn", 'name: "<script>alert(1)</script>"').replace("days: 24", "days: 2"));
  const written = new JSDOM(pageOf(hostile)).window.document;
  expect(written.querySelectorAll("script, main b")).toHaveLength(0);
  expect(pageOf(hostile)).not.toMatch(/NaN|undefined|Infinity/);
});

test("each chart is a slide of a name that was announced", () => {
  const slides = calendarSlides([autumn, autumn]), names = calendarSlideNames([scenario, scenario]);
  expect(slides).toHaveLength(2 * 7);
  for (const { name, svg } of slides) {
    expect(names).toContain(name);
    expect(new JSDOM(svg, { contentType: "image/svg+xml" }).window.document.documentElement.tagName).toBe("svg"); // throws where it is not well-formed
    expect(svg).not.toMatch(/var\(|currentColor|undefined|NaN|paint-order|&nbsp;/);
    expect(svg).toContain("simulated 24 times, seed “1”");
  }
  expect(new Set(slides.map(({ name }) => name)).size).toBe(slides.length);
});

test("a curve over a calendar says what the cheapest costs with one pair of brackets, whether half-width or interval", () => {
  for (const agents of ["2..4", "6..7"]) {
    const { lead } = calendarCurveFinding(calendarCurve(CALENDAR, { vary: [`agents=${agents}`], days: 16 }));
    expect(lead).toMatch(/^Staff and credits together cost least with .*: £[0-9,]+ \([^()]*\) from 2026-09-01 to 2026-10-31\. $/);
  }
});
