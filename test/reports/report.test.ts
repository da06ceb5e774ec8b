import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { reportPage, type ReportPart } from "../../reports/report.ts";
import { example } from "./example.ts";

const HOSTILE = `</title></style><script>alert(1)</script><img src=x onerror="alert(2)"> & 'quotes'`;
const dom = (page: string) => new JSDOM(page).window.document;
const textOf = (page: string) => (dom(page).body.textContent ?? "").replace(/\s+/g, " ");

const usual = example(), peak = example({ name: "Peak day", volume: 110 }, "peak.yaml");
const several = example({ name: "Two types", type: "council tax", second: { name: "housing", target: "95%" }, interval: "15m" }, "two.yaml");
const page = reportPage([usual, peak, several], "callhall run usual.yaml peak.yaml two.yaml");

test("no name becomes markup, wherever it stands", () => {
  const hostile = example({ name: HOSTILE, type: HOSTILE, group: `${HOSTILE}2`, second: { name: `${HOSTILE}3`, target: "90%" } }, `${HOSTILE}.yaml`);
  const written = reportPage([hostile, { ...usual, text: HOSTILE }], HOSTILE), document = dom(written);
  expect(written).not.toMatch(/<script|<img/i);
  expect(document.querySelectorAll("script, img, [onerror]")).toHaveLength(0);
  expect(document.querySelectorAll("style")).toHaveLength(1);
  expect(document.querySelector(".card h3 bdi")?.textContent).toBe(HOSTILE);
  expect(document.querySelector("svg title")?.textContent).toContain(HOSTILE);
  expect(document.querySelector("pre")?.textContent).toBe(HOSTILE);
});

test("nothing is loaded and nothing runs", () => {
  const document = dom(page);
  for (const element of document.querySelectorAll("[src], [href]")) expect(element.getAttribute("href")).toBe("data:,");
  expect(page).not.toMatch(/<script|@import|url\(|<link[^>]+stylesheet|javascript:/i);
  const remote = page.replaceAll("http://www.w3.org/2000/svg", "").replaceAll("http://www.w3.org/1999/xlink", "");
  expect(remote).not.toMatch(/https?:|src=/);
});

test("the same parts give the same bytes", () => {
  expect(reportPage([usual, peak, several], "callhall run usual.yaml peak.yaml two.yaml")).toBe(page);
});

test("the page says the result's numbers", () => {
  const text = textOf(page);
  for (const { result } of [usual, peak, several]) {
    const { serviceLevel, abandonmentRate, averageWait } = result.total;
    expect(text).toContain(`${(100 * (serviceLevel.mean ?? NaN)).toFixed(1)}% ± ${(100 * (serviceLevel.halfWidth ?? NaN)).toFixed(1)}`);
    expect(text).toContain(`${(100 * (abandonmentRate.mean ?? NaN)).toFixed(1)}% ± ${(100 * (abandonmentRate.halfWidth ?? NaN)).toFixed(1)}`);
    expect(text).toContain(`${(averageWait.mean ?? NaN).toFixed(1)} s ± ${(averageWait.halfWidth ?? NaN).toFixed(1)}`);
  }
  const tables = [...dom(page).querySelectorAll("section:last-of-type table")];
  expect(tables).toHaveLength(3);
  [usual, peak, several].forEach(({ result }, t) => {
    const rows = [...tables[t].querySelectorAll("tbody tr")];
    expect(rows).toHaveLength(result.intervals.length);
    rows.forEach((row, i) => expect(row.children[2].textContent).toBe((100 * (result.intervals[i].total.serviceLevel.mean ?? NaN)).toFixed(1)));
  });
});

test("a hundred dots are drawn, as many of them solid as days in a hundred meet the target", () => {
  const panel = dom(page).querySelector(`[aria-labelledby^="days-2"]`);
  const met = Math.round(100 * (peak.result.total.daily.meetsTarget ?? NaN));
  const dots = [...(panel?.querySelectorAll("g[aria-label=dot]") ?? [])];
  expect(dots.reduce((sum, group) => sum + group.children.length, 0)).toBe(100);
  expect(panel?.textContent).toContain(`${met} meet it`);
});

test("every chart has a title and a description of its own", () => {
  const document = dom(page), charts = [...document.querySelectorAll("svg")];
  expect(charts.length).toBe(3 * 8);
  for (const chart of charts) {
    expect(chart.getAttribute("role")).toBe("img");
    for (const id of (chart.getAttribute("aria-labelledby") ?? "").split(" ")) expect(document.querySelectorAll(`[id="${id}"]`)[0]?.parentElement).toBe(chart);
    expect(chart.querySelector("title")?.textContent).not.toBe("");
    expect(chart.querySelector("desc")?.textContent).not.toBe("");
  }
});

test("no id is used twice, even where two scenarios are the same", () => {
  const ids = [...dom(reportPage([usual, usual], "")).querySelectorAll("[id]")].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(0);
});

test("headings go down by one: the page, its findings, its scenarios", () => {
  const levels = [...dom(page).querySelectorAll("h1, h2, h3, h4, h5, h6")].map(({ tagName }) => Number(tagName.slice(1)));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  levels.forEach((level, i) => expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1));
  expect(dom(page).documentElement.lang).toBe("en-GB");
  for (const table of dom(page).querySelectorAll("table")) {
    expect(table.querySelector("caption")).not.toBeNull();
    for (const head of table.querySelectorAll("th")) expect(head.getAttribute("scope")).toMatch(/^(col|row)$/);
  }
});

test.each<[string, ReportPart]>([
  ["one day", example({ days: 1 })], ["two days", example({ days: 2 })], ["nobody", example({ volume: 0 })], ["a rare contact", example({ volume: 0.5 })],
  ["five minutes", example({ interval: "5m" })], ["an hour", example({ interval: "60m" })], ["no agents", example({ agents: 0 })],
  ["more agents than needed", example({ agents: 500 })], ["everything in time", example({ target: "100%", agents: 500 })], ["a target of one per cent", example({ target: "1%" })],
  ["a thousand contacts", example({ volume: 1500, agents: 80, days: 100 })],
])("the page of %s holds no number that is none", (_, part) => {
  const written = reportPage([part], "callhall run x.yaml");
  expect(written.replaceAll(part.text, "")).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
});

test("one day has no margins and no bands", () => {
  const bars = (days: number) => dom(reportPage([example({ days })], "")).querySelectorAll(`[aria-labelledby^="level"] g[aria-label=rect] rect`).length;
  expect([bars(1), bars(200)]).toEqual([0, 4]);
  const text = textOf(reportPage([example({ days: 1 })], ""));
  expect(text).not.toContain("±");
  expect(text).not.toContain("eight days in ten");
});

test("types with different targets get no common target line", () => {
  const document = dom(page), panel = (id: number) => document.querySelector(`[aria-labelledby^="level-${id}"]`)?.textContent ?? "";
  expect(panel(1)).toContain("target");
  expect(panel(3)).not.toContain("target\n");
  expect(textOf(page)).toContain("In “Two types” targets differ by contact type (targets 80% to 95% by type), so no single target is drawn there.");
});
