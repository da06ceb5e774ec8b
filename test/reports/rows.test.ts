import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { CHARTS, chartRows } from "../../reports/questions.ts";
import { reportPage } from "../../reports/report.ts";
import type { Row } from "../../reports/row.ts";
import { badDayRow } from "../../reports/tables/badDay.ts";
import { groupRow } from "../../reports/tables/byGroup.ts";
import { viewOf, type View } from "../../reports/view.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import type { Result } from "../../sim/study/result.ts";
import { simulate } from "../../sim/study/run.ts";
import { example } from "./example.ts";

const view = ({ result, scenario }: ReturnType<typeof example>, name?: string, id = 1) => viewOf(result, scenario, name, name, id);
const rowOf = (chart: string, ...views: readonly View[]): Row => chartRows(views).find((each) => each.chart === chart)!.row;

const usual = view(example());
const round = (share: number | null) => ((share ?? NaN) * 100).toFixed(1);

/** A view with some of the result's numbers replaced. */
function withTotal(of: View, change: Partial<Result["total"]>): View {
  return { ...of, result: { ...of.result, total: { ...of.result.total, ...change } } };
}

const exact = (mean: number, halfWidth = 0.001) => ({ mean, halfWidth });

describe("the rows", () => {
  test("have a title, a note and a chart each", () => {
    expect(chartRows([usual]).map(({ chart }) => chart)).toEqual(CHARTS);
    for (const { row } of chartRows([usual])) {
      expect(row.title).not.toMatch(/[.]$/);
      expect(row.note).toMatch(/[.]$/);
      expect(row.charts).toHaveLength(1);
      expect(row.charts?.[0]?.desc).toMatch(/[.]$/);
    }
  });

  test("keep their order and their places when nobody came or nobody works", () => {
    const nobody = view(example({ volume: 0, days: 3 })), idle = view(example({ agents: 0, days: 3 }));
    expect(rowOf("waiting", nobody, usual).charts?.map((chart) => chart === null)).toEqual([true, false]);
    expect(rowOf("definitions", nobody).title).toBe("Service level by its four definitions");
    expect(chartRows([idle]).map(({ chart }) => chart)).not.toContain("shifts");
    expect(rowOf("shifts", idle, usual).charts?.map((chart) => chart === null)).toEqual([true, false]);
    expect(rowOf("occupancy", idle).title).toBe("Occupancy by half hour");
  });

  test("draw every contact once: answered, abandoned and lost add up to those offered", () => {
    const svg = new JSDOM(rowOf("contacts", usual).charts![0]!.text).window.document;
    const heights = [...svg.querySelectorAll("g[aria-label=rect] rect")].map((bar) => Number(bar.getAttribute("height")));
    const { slots } = usual, drawn = heights.reduce((sum, height) => sum + height, 0), most = Number([...svg.querySelectorAll("g[aria-label='y-axis tick label'] text")].at(-1)!.textContent);
    const contacts = slots.reduce((sum, slot) => sum + slot.result.total.offered.mean!, 0);
    expect(drawn / (214 - 26 - 40) * most).toBeCloseTo(contacts, -1); // the gaps of 0.75 px between parts
  });

  test("say what is abandoned, and that nobody hangs up only where nobody does", () => {
    const { mean, halfWidth } = usual.result.total.abandonmentRate;
    expect(rowOf("contacts", usual).title).toBe(`Of all calls, ${round(mean)}% (± ${round(halfWidth)}) are abandoned`);
    expect(rowOf("contacts", withTotal(usual, { abandonmentRate: exact(0, 0) })).title).toBe("All calls are answered, sooner or later");
    expect(rowOf("contacts", withTotal(usual, { abandonmentRate: exact(0, 0), blocked: exact(2) })).title).toBe("Nobody hangs up");
  });

  test("say the wait that one caller in ten exceeds, with its interval", () => {
    const wait = (p90: number) => ({ wait: { ...usual.result.total.wait, p90, interval: { p50: null, p90: [p90 - 1, p90 + 1] as const, p99: null } } });
    expect(rowOf("waiting", withTotal(usual, wait(37.6))).title).toBe("One caller in ten waits more than 37.6 s (36.6–38.6)");
    expect(rowOf("waiting", withTotal(usual, wait(0))).title).toBe("At most one caller in ten waits at all");
    expect(rowOf("waiting", { ...withTotal(usual, wait(200)), contacts: "contacts" }).title).toBe("One contact in ten waits more than 200 s (199–201)");
  });

  test("say that the definition decides only where it surely does", () => {
    const levels = (low: number, high: number) => withTotal(usual, {
      serviceLevel: exact(low), serviceLevelExcludingShortAbandons: exact((low + high) / 2), serviceLevelIncludingAbandons: exact((low + high) / 2), serviceLevelOfAnswered: exact(high),
    });
    expect(rowOf("definitions", levels(0.78, 0.83)).title).toBe("The definition decides whether the target is met: from 78.0% (± 0.1) to 83.0% (± 0.1)");
    expect(rowOf("definitions", levels(0.7995, 0.83)).title).toBe("Depending on its definition, the service level runs from 80.0% (± 0.1) to 83.0% (± 0.1)");
    expect(rowOf("definitions", levels(1, 1)).title).toBe("By every definition the service level is 100.0% (± 0.1)");
    const [a, b] = [{ ...levels(0.5, 0.6), quoted: "“A”" }, { ...levels(0.9, 0.92), quoted: "“B”" }];
    expect(rowOf("definitions", a, b).title).toBe("The definition moves the service level most in “A”: from 50.0% (± 0.1) to 60.0% (± 0.1)");
    expect(rowOf("definitions", b, { ...b, quoted: "“C”" }).title).toBe("Service level by its four definitions");
  });

  test("draw no target for definitions where targets differ", () => {
    const two = view(example({ second: { name: "housing", target: "95%" } })), chart = rowOf("definitions", two).charts![0]!;
    expect(chart.drawing).not.toContain("target");
    expect(rowOf("definitions", two).note).toContain("Where targets differ by contact type, none is drawn.");
  });

  test("call a day bad by the days' own ranking, from ten days on", () => {
    const { p10, p90 } = usual.result.total.daily;
    expect(badDayRow([usual])?.title).toMatch(new RegExp(`^On a bad day, one in ten, at most ${round(p10)}% .*; on a good day, one in ten, at least ${round(p90)}%`));
    expect(badDayRow([view(example({ days: 9 }))])).toBeNull();
    expect(badDayRow([view(example({ volume: 0 }))])).toBeNull();
  });
});

/** Two hours with shifts, breaks and groups of our own. */
function rota(groups: string, shifts = '{ early: { from: "09:00", to: "11:00", breaks: [{ for: 30m, between: ["09:30", "10:30"] }] }, late: { from: "10:00", to: "11:00" } }'): View {
  const scenario = parseScenario(`
name: Rota
opening: { from: "09:00", to: "11:00" }
interval: 30m
contacts: { calls: { volume: 20, profile: [1, 1, 1, 1], handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 20s, target: 80% } }
shifts: ${shifts}
groups: ${groups}
days: 5
`, "rota.yaml");
  return viewOf(simulate(scenario), scenario);
}

describe("the rota", () => {
  const rects = (of: View) => [...new JSDOM(rowOf("shifts", of).charts![0]!.text).window.document.querySelectorAll("g[aria-label=rect]")].map((group) => group.children.length);

  test("has a line for each person and a gap for each break", () => {
    const small = rota("{ all: { answers: [calls], shifts: { early: 2, late: 3 } } }");
    expect(rects(small)).toEqual([2 * 2 + 3, 2]);
    expect(rowOf("shifts", small).title).toBe("5 agents on the rota, breaks staggered");
    expect(rowOf("shifts", small).charts![0]!.desc).toBe("2 early, 9:00 to 11:00; 3 late, 10:00 to 11:00.");
  });

  test("has one band a shift where there are many, and for numbers by interval", () => {
    const many = rota("{ all: { answers: [calls], shifts: { early: 30, late: 30 } } }");
    expect(rowOf("shifts", many).note).toContain("One band a shift");
    expect(rects(many)).toEqual([4 + 1]); // before, during the two breaks, after; and the late shift
    expect(rects(rota("{ all: { answers: [calls], agents: [1, 2, 3, 2] } }"))).toEqual([4]);
    expect(rects(rota("{ all: { answers: [calls], agents: 7 } }"))).toEqual([7]);
  });

  test("stays short with more shifts than a page holds, and says how many are left out", () => {
    const names = Array.from({ length: 30 }, (_, i) => `s${i}`);
    const shifts = `{ ${names.map((name) => `${name}: { from: "09:00", to: "11:00" }`).join(", ")} }`;
    const chart = rowOf("shifts", rota(`{ all: { answers: [calls], shifts: { ${names.map((name) => `${name}: 1`).join(", ")} } } }`, shifts)).charts![0]!;
    expect(chart.drawing).toContain("and 14 more shifts");
    expect(chart.height).toBeLessThan(600);
  });

  test("says what share is absent on average", () => {
    const shifts = '{ early: { from: "09:00", to: "11:00", absence: 10% }, late: { from: "10:00", to: "11:00" } }';
    expect(rowOf("shifts", rota("{ all: { answers: [calls], absence: 5%, shifts: { early: 1, late: 3 } } }", shifts)).note).toContain("on average 6.3% of them are absent for the day"); // (0.1 + 3 x 0.05) / 4
    expect(rowOf("shifts", rota("{ all: { answers: [calls], agents: 2 } }")).note).not.toContain("absent");
  });
});

describe("who is rostered but not on the phone", () => {
  const away = rota("{ a: { answers: [calls], agents: 4, absence: 25%, offPhone: { share: 20%, meanLength: 5m } }, b: { answers: [calls], agents: 1 } }");
  const all = rota("{ a: { answers: [calls], agents: 4 }, b: { answers: [calls], agents: 1 } }");
  const headsOf = (of: View) => Array.from(JSDOM.fragment(groupRow([of])!.panels[0].text).querySelectorAll("thead th"), (head) => head.textContent);

  test("stands between the agents rostered and busy, as a line with its margin", () => {
    const row = rowOf("agents", away);
    expect(row.key?.map(({ says }) => says)).toEqual(["rostered", "on the phone", "busy"]);
    expect(row.note).toMatch(/On the phone: busy or available, without absent agents and time off the phone, mean of all days, certain to within [0-9.]+ agents\./);
    expect(row.title).toMatch(/ of 5 rostered/);
    expect(rowOf("agents", all).key?.map(({ says }) => says)).toEqual(["rostered", "busy"]);
    expect(rowOf("agents", all).title).not.toContain("rostered");
    const lines = (of: View) => new JSDOM(rowOf("agents", of).charts![0]!.text).window.document.querySelectorAll("g[aria-label=line]").length;
    expect([away, all].map(lines)).toEqual([2, 1]);
  });

  test("has its hours in the table of groups, and no column where there are none", () => {
    const { absentHours, offPhoneHours } = away.result.groups.a;
    expect(headsOf(away)).toEqual(["Agent group", "Answers", "Occupancy", "Utilisation", "Rostered h", "Absent h", "Off phone h", "Staffed h", "Busy h", "Overrun h"]);
    expect(headsOf(all)).toEqual(["Agent group", "Answers", "Occupancy", "Utilisation", "Rostered h", "Staffed h", "Busy h", "Overrun h"]);
    const cells = Array.from(JSDOM.fragment(groupRow([away])!.panels[0].text).querySelector("tbody tr")!.children, (cell) => cell.textContent);
    expect(cells.slice(5, 7).map((cell) => Number.parseFloat(cell))).toEqual([expect.closeTo(absentHours.mean!, 1), expect.closeTo(offPhoneHours.mean!, 1)]);
    expect(groupRow([away])?.note).toContain("absent, off the phone while on duty, staffed");
  });
});

test("occupancy has a line for each of up to four groups, and a range for more", () => {
  const groups = (n: number) => rota(`{ ${Array.from({ length: n }, (_, i) => `"g${i}": { answers: [calls], agents: 1 }`).join(", ")} }`);
  const lines = (n: number) => rowOf("occupancy", groups(n)).charts![0]!.drawing.match(/aria-label="line"/g)?.length ?? 0;
  expect([1, 2, 4, 5].map(lines)).toEqual([0, 2, 4, 0]);
  expect(rowOf("occupancy", groups(5)).note).toContain("from the least busy group to the busiest");
});

test("the page of shifts, groups and absence holds no number that is none", () => {
  const scenarios = ["{ all: { answers: [calls], absence: 50%, agents: 1 } }", "{ a: { answers: [calls], agents: 1 }, b: { answers: [calls], agents: 0 } }"].map((groups) => rota(groups));
  const page = reportPage(scenarios.map(({ result, scenario }) => ({ result, scenario, file: "x.yaml", text: "", bases: [] })), "");
  expect(page).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
});
