import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { curveFinding, curveTitle } from "../../reports/curveFinding.ts";
import { curvePage } from "../../reports/curvePage.ts";
import { curveSlideNames, curveSlides } from "../../reports/curveSlides.ts";
import { axisWords, valuesInWords } from "../../reports/curveWords.ts";
import { axisTicks } from "../../reports/charts/curveLine.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { curve } from "../../sim/study/curve.ts";
import type { Answer } from "../../sim/study/curveLeast.ts";
import type { Curve } from "../../sim/study/curveResult.ts";

const text = readFileSync(join(import.meta.dirname, "../../scenarios/usual-day.yaml"), "utf8"), scenario = parseScenario(text, "usual-day.yaml");
const small = curve(text, { vary: ["agents=9..14"], days: 40 });

const answer = (given: Partial<Answer>): Answer => ({ value: null, candidates: [], openEnded: false, openStart: false, missedAgain: [], ...given });
const sure = (value: number) => answer({ value, candidates: [value] });
const withAnswers = (onAverage: Answer, nineDaysOfTen: Answer, which: "least" | "most" = "least", of: Curve = small): Curve => ({ ...of, least: { which, onAverage, nineDaysOfTen, erlangC: 13, erlangA: 11, exact: 11 } });

describe("the title", () => {
  test.each<[Answer, Answer, string]>([
    [sure(11), sure(13), "11 agents reach 80% on average; 13 on nine days of ten"],
    [sure(11), sure(11), "11 agents reach 80% on average and on nine days of ten"],
    [answer({ value: 11, candidates: [11, 12] }), sure(13), "11 or 12 agents reach 80% on average; 13 on nine days of ten"],
    [answer({ value: 11, candidates: [10, 11, 12] }), answer({ openEnded: true }), "10 to 12 agents reach 80% on average; none of those tried on nine days of ten"],
    [answer({ openEnded: true }), answer({ openEnded: true }), "None of 9 to 14 agents reaches 80% on average"],
    [answer({ openEnded: true, candidates: [14] }), answer({ openEnded: true }), "14 agents may reach 80% on average, too close to call"],
    [answer({ value: 9, candidates: [9], openStart: true }), sure(10), "9 or fewer agents reach 80% on average; 10 on nine days of ten"],
    [sure(1), sure(2), "1 agent reaches 80% on average; 2 on nine days of ten"],
  ])("says what is known and what is not: %#", (onAverage, days, title) => {
    expect(curveTitle(withAnswers(onAverage, days))).toBe(title);
  });

  test("goes up to a value where less is better, and from one on for other things than agents", () => {
    const volumes: Curve = { ...small, vary: [{ path: "contacts.calls.volume", unit: "number", values: [400, 500, 600] }] };
    expect(curveTitle(withAnswers(sure(600), answer({ value: 500, candidates: [500, 550] }), "most", volumes))).toBe("80% is met on average up to volume 600, on nine days of ten up to volume 500 or 550");
    const patience: Curve = { ...small, vary: [{ path: "contacts.calls.patience.mean", unit: "seconds", values: [60, 120] }] };
    expect(curveTitle(withAnswers(sure(90), answer({ openEnded: true }), "least", patience))).toBe("80% is met on average from patience mean 1m30s on, nowhere on nine days of ten");
    expect(curveTitle(withAnswers(answer({ value: 600, candidates: [600], openStart: true }), answer({ value: 600, candidates: [600], openStart: true }), "most", volumes))).toBe("80% is met on average and on nine days of ten at every value tried");
  });
});

test("axes and values are named in words", () => {
  expect(axisWords({ path: "groups.generic.shifts.early", unit: "number", values: [] })).toBe("agents on early");
  expect(axisWords({ path: "contacts.calls.handleTime.mean", unit: "seconds", values: [] })).toBe("mean handle time, calls");
  expect(axisWords({ path: "lines", unit: "number", values: [] })).toBe("lines");
  expect(valuesInWords([0.05, 0.1], { path: "contacts.calls.balking", unit: "share", values: [] })).toBe("balking 5% or 10%");
  expect(axisTicks([3.4, 22.6], { path: "agents", unit: "agents", values: [] })).toEqual([5, 10, 15, 20]);
  expect(axisTicks([230, 430], { path: "x", unit: "seconds", values: [] })).toEqual([240, 300, 360, 420]);
});

test("the page says the finding, every point with its margin, and how to repeat it; the same curve gives the same bytes", () => {
  const page = curvePage(small, scenario, [{ file: "usual-day.yaml", text }], "callhall curve usual-day.yaml");
  expect(page).toBe(curvePage(curve(text, { vary: ["agents=9..14"], days: 40 }), scenario, [{ file: "usual-day.yaml", text }], "callhall curve usual-day.yaml"));
  expect(page.replaceAll(/<[^>]+>/g, "")).toContain(curveFinding(small, scenario).title);
  expect(page.match(/<svg/g)).toHaveLength(5);
  expect(page).not.toMatch(/NaN|undefined|Infinity|<script/);
  expect(page).toContain("callhall curve usual-day.yaml");
  for (const agents of [9, 10, 11, 12, 13, 14]) expect(page).toMatch(new RegExp(`<th scope="row">${agents}</th>[^]*?± `));
});

test("pictures have plain colours, a name each, and nothing that is no number", () => {
  const map = curve(text, { vary: ["agents=9..12", "contacts.calls.volume=500..700/50"], days: 20 });
  for (const [each, axes] of [[small, 1], [map, 2]] as const) {
    const all = curveSlides(each, scenario);
    expect(all.map(({ name }) => name)).toEqual(curveSlideNames("Usual day", axes));
    for (const { svg } of all) expect(svg).not.toMatch(/NaN|undefined|Infinity|var\(|currentColor/);
  }
});

test("a curve over values at which nobody comes, or of one day, is drawn without numbers that are not there", () => {
  const none = curve(text, { vary: ["contacts.calls.volume=0..1"], days: 1, set: ["lines=14"] });
  const page = curvePage(none, scenario, [], "");
  expect(page).not.toMatch(/NaN|undefined|Infinity/);
});
