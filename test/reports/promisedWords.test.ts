import { expect, test } from "vitest";
import { JSDOM } from "jsdom";
import { seriesOf } from "../../reports/calendarSeries.ts";
import { calendarsFinding } from "../../reports/calendarsTogether.ts";
import { outcomeOf, type CalendarPart } from "../../reports/calendarWords.ts";
import { dotScale, hundredDots, type Hundred } from "../../reports/charts/hundredDots.ts";
import { periodBands } from "../../reports/charts/periodBands.ts";
import { levelShown, promised } from "../../reports/moneyWords.ts";
import { boundedResult, keepsWords, missesWords, missWords, promiseWords, resultShown } from "../../reports/promisedWords.ts";
import { reportPage } from "../../reports/report.ts";
import { isDated } from "../../sim/scenario/dated.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { shareAtLeast, type Promised } from "../../sim/scenario/promised.ts";
import { averageDays } from "../../sim/study/averageDay.ts";
import { simulateCalendar } from "../../sim/study/calendar.ts";
import { simulate } from "../../sim/study/run.ts";
import { CALENDAR } from "../cli/calendarFile.ts";

const left: Promised = { unit: "share", atLeast: null, atMost: 0.05 }, waits: Promised = { unit: "seconds", atLeast: null, atMost: 30 };
const TERMS = "  left: { measure: abandonmentRate, atMost: 10%, every: month, credits: [{ above: 10%, pay: 100 }] }\n  waits: { measure: averageWait, atMost: 20s, every: month }\n";

function autumn(): CalendarPart {
  const scenario = parseScenario(CALENDAR.replace(/(agreements:\n)[^]*(?=days:)/, `$1${TERMS}`), "autumn.yaml");
  if (!isDated(scenario)) throw new Error("the example has dates");
  return { scenario, result: simulateCalendar(scenario) };
}
const part = autumn();

test("a promise is said with its side and its unit", () => {
  expect([shareAtLeast(0.8), left, waits].map(promiseWords)).toEqual(["80%", "at most 5%", "at most 30 s"]);
  expect([shareAtLeast(0.8), left, waits].map(missesWords)).toEqual(["misses 80%", "exceeds 5%", "exceeds 30 s"]);
  expect([shareAtLeast(0.8), waits].map(missWords)).toEqual(["miss 80%", "exceed 30 s"]);
  expect([shareAtLeast(0.8), waits].map(keepsWords)).toEqual(["reaches 80%", "stays within 30 s"]);
  const rest = { answerWithin: null, every: "month", over: "contacts" } as const;
  expect([
    promised({ ...left, ...rest, measure: "abandonmentRate" }), promised({ ...waits, ...rest, measure: "averageWait", over: "days" }),
    promised({ unit: "seconds", atLeast: null, atMost: 1200, ...rest, measure: "averageSpeedOfAnswer", every: 20 }),
  ]).toEqual(["at most 5% abandoned every month", "average wait at most 30 s every month, mean of days", "average speed of answer at most 1,200 s every 20 days"]);
});

test("a result is said in its unit, a small share with ends that can be told from it", () => {
  expect([resultShown(0.8471, [0.83, 0.86], "share"), resultShown(0.0789, [0.0784, 0.0951], "share"), resultShown(12.44, [12.1, 13.02], "seconds"), resultShown(158, [151.2, 164.6], "seconds"), resultShown(null, null, "seconds")])
    .toEqual([{ value: "84.7%", margin: "(83–86)" }, { value: "7.9%", margin: "(7.8–9.5)" }, { value: "12.4 s", margin: "(12.1–13.0)" }, { value: "158 s", margin: "(151–165)" }, { value: "–", margin: "" }]);
  expect([boundedResult({ mean: 12.44, halfWidth: 0.31, interval: null }, "seconds"), boundedResult({ mean: 0.02, halfWidth: null, interval: [0, 0.1] }, "share")]).toEqual([{ value: "12.4 s", margin: "± 0.3" }, { value: "2.0%", margin: "(0–10)" }]);
});

test("a bad period is one that nine in ten are better than, on whichever side that lies", () => {
  const { agreements = {} } = simulate(parseScenario(CALENDAR.replace(/calendar:[^]*?(?=agreements:)/, "").replace(/(agreements:\n)[^]*(?=days:)/, `$1${TERMS.replaceAll("month", "2 days")}  level: { atLeast: 80%, every: 2 days }\n`)), { days: 200 });
  for (const [name, at] of [["left", "p90"], ["waits", "p90"], ["level", "p10"]] as const) {
    const { level, unit } = agreements[name];
    expect(levelShown(agreements[name], "bad")).toEqual(resultShown(level[at], level.interval[at], unit));
    expect(levelShown(agreements[name], "middle")).toEqual(resultShown(level.p50, level.interval.p50, unit));
  }
});

const rule = (svg: Document) => Number(svg.querySelector("line[stroke-dasharray], g[stroke-dasharray] line")?.getAttribute("x1"));
const dots = (svg: Document) => [...svg.querySelectorAll("circle")].map((dot) => ({ x: Number(dot.getAttribute("cx")), isHollow: dot.closest("g")?.getAttribute("stroke") === "var(--bad)" }));

test("a hundred dots: those that miss lie right of a limit and left of a target, as many as are said, in whatever unit", () => {
  const rising = (from: number, to: number) => Array.from({ length: 100 }, (_, i) => from + ((to - from) * i) / 99);
  const cases: [Hundred, number][] = [
    [{ levels: rising(0.7, 0.9), target: shareAtLeast(0.8), meets: 0.5 }, 1], [{ levels: rising(0, 0.08), target: left, meets: 0.62 }, -1], [{ levels: rising(0, 600), target: waits, meets: 0.05 }, -1],
    [{ levels: rising(1, 9), target: waits, meets: 1 }, -1], [{ levels: rising(4000, 9000), target: waits, meets: 0 }, -1], [{ levels: rising(0, 0.3), target: { unit: "share", atLeast: null, atMost: 0 }, meets: 0.01 }, -1],
  ];
  for (const [hundred, better, reach] of cases.flatMap(([...each]) => (["best", "levels"] as const).map((reach) => [...each, reach] as const))) {
    const scale = dotScale([hundred], reach), chart = hundredDots(hundred, scale, { id: "x", title: "t", desc: (met) => `${met} meet`, axis: "result" }), svg = new JSDOM(chart.text).window.document, line = rule(svg), all = dots(svg);
    expect(all).toHaveLength(100);
    expect(all.filter(({ isHollow }) => isHollow)).toHaveLength(100 - Math.round(100 * (hundred.meets ?? 0)));
    for (const { x, isHollow } of all) {
      expect(Math.sign(x - line) * better).toBe(isHollow ? -1 : 1);
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(320);
    }
    // A dot lies where its result does, to a column's width.
    const [low, high] = scale.domain, px = (300 - 4) / (high - low), unit = hundred.target?.unit === "seconds" ? 1 : 100, xs = all.map(({ x }) => x).sort((a, b) => a - b);
    hundred.levels.forEach((level, i) => { expect(Math.abs(xs[i] - (4 + (unit * level - low) * px))).toBeLessThan(1 + scale.step * scale.abreast * px); });
  }
});

test("results close together are drawn as they lie: months within two points fill ten columns and more, days leave room up to 100%", () => {
  const months: Hundred = { levels: Array.from({ length: 100 }, (_, i) => 0.79 + (0.02 * i) / 99), target: shareAtLeast(0.8), meets: 0.5 }, near = dotScale([months], "levels"), far = dotScale([months]);
  expect(2 / (near.step * near.abreast)).toBeGreaterThanOrEqual(10);
  expect(near.domain[1]).toBeLessThan(82);
  expect(far.domain[1]).toBeGreaterThanOrEqual(100);
  const ticks = new JSDOM(hundredDots(months, near, { id: "x", title: "t", desc: String, axis: "result" }).text).window.document.body.textContent ?? "";
  expect(ticks).toContain("target 80%");
  expect(ticks).not.toContain("100%");
});

test("a period whose middle run exceeds the limit is drawn as missed, on an axis that begins at nothing", () => {
  const [, series] = seriesOf(part.result), at = (p10: number, p50: number, p90: number) => ({ ...series.periods[0], level: { ...series.periods[0].level, p025: p10 - 1, p10, p50, p90, p975: p90 + 1 } });
  const svg = new JSDOM(periodBands({ ...series, periods: [at(10, 15, 20), at(18, 25, 31), at(12, 20, 22)] }, { id: "x", title: "t", says: series.axis }).text).window.document;
  const fills = [...svg.querySelectorAll("g[aria-label=rect]")].map((group) => [group.getAttribute("fill"), group.querySelectorAll("rect").length]);
  expect(fills).toEqual([["var(--good-tint)", 2], ["var(--bad-tint)", 1]]); // exactly at the limit is kept
  const words = svg.body.textContent ?? "";
  for (const said of ["average wait, s", "limit", "20 s", "40 s", "The middle run is above what was promised in 1 of 3; the lowest of them at 15.0 s, the highest at 25.0 s."]) expect(words).toContain(said);
});

test("the finding and the page say what is exceeded, and in what", () => {
  const { left: own, waits: other } = part.result.agreements;
  expect(outcomeOf(part.result)).toMatch(/^the agreement (?:left, at most 10%|waits, at most 20 s) a month, is missed in .*; (?:left, at most 10%|waits, at most 20 s) a month, in /);
  expect([own.unit, other.unit]).toEqual(["share", "seconds"]);
  expect(calendarsFinding([part, part]).title).toMatch(/^The agreement left, at most 10% a month, is missed in .* in “Autumn” and in .* in “Autumn”$/);
  const days = averageDays(part.scenario, part.result.dates).map(({ name, scenario }) => ({ scenario, result: part.result.dayTypes[name], file: "autumn.yaml", text: "", bases: [] })), page = reportPage(days, "callhall run autumn.yaml", { calendars: [part] });
  for (const words of ["left exceeds 10%", "waits exceeds 20 s", "at most 10% abandoned every month", "average wait at most 20 s every month", "lies above the dashed line.", "result of a month, s"]) expect(page).toContain(words);
  expect(page).not.toMatch(/NaN|undefined|null/);
});
