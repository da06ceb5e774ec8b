import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { requireFinding } from "../../reports/requireFinding.ts";
import { requirePage } from "../../reports/requirePage.ts";
import { requireSlideNames, requireSlides } from "../../reports/requireSlides.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { requirements, RULES, type Requirements } from "../../sim/study/require.ts";
import { shippedText } from "../cli/callhall.ts";

const HOSTILE = '</svg><script>alert(1)</script> & "quotes"';
const usual = parseScenario(shippedText("usual-day.yaml"), "usual-day.yaml"), found = requirements(usual, { days: 64 });
const hostile = parseScenario(`
name: ${JSON.stringify(HOSTILE)}
opening: { from: "09:00", to: "11:00" }
interval: 15m
contacts:
  ${JSON.stringify(HOSTILE)}: { ratesPerHour: [9, 20, 30, 30, 0, 10, 5, 1], handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 0s, target: 60% }
  b: { volume: 30, profile: [1, 1, 1, 1, 1, 1, 1, 1], handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 30s, target: 90% }
  c: { volume: 0, profile: [1, 1, 1, 1, 1, 1, 1, 1], handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 30s, target: 90% }
groups:
  "<b>one</b>": { answers: [${JSON.stringify(HOSTILE)}, b], agents: 5, absence: 20% }
  two: { answers: [c], agents: 0 }
`, "hostile.yaml");
const odd = requirements(hostile, { days: 64, present: 0.8 });

describe("the finding", () => {
  const changed = (change: (levels: number) => number): Requirements => ({
    ...found, groups: found.groups.map((group) => ({ ...group, rules: group.rules.map((rule) => ({ ...rule, intervalsMissed: change(rule.intervalsMissed) })) })),
  });

  test("names the agent-hours that reach the target everywhere, and what the rota misses for sure", () => {
    expect(requireFinding(found, usual).title).toMatch(/^Usual day: [\d.]+ agent-hours reach 80% in every half hour; the rota has 88 and misses it from 8:30 to 10:00$/);
    const best = found.groups[0].rules.find(({ rule }) => rule === "iterative")!;
    expect(requireFinding(found, usual).title).toContain(`: ${best.agentHours} agent-hours`);
  });

  test("says so where no rule reaches the target", () => {
    expect(requireFinding(changed(() => 2), usual).title).toMatch(/^Usual day: no rule reaches 80% in every half hour, with [\d.]+ to [\d.]+ agent-hours; the rota has 88 and/);
  });

  test("of a single day judges no rota", () => {
    expect(requireFinding(requirements(usual, { days: 1 }), usual).title).toContain("the rota has 88 and has one simulated day to be judged by");
  });

  test("is that nobody is required where nobody is expected", () => {
    expect(requireFinding(odd, hostile).title).toContain("two: nobody is expected, so nobody is required");
  });
});

describe("the page", () => {
  test.each([["usual", found, usual], ["hostile", odd, hostile]] as const)("of the %s day is whole: every chart described, no name becomes markup, no number is missing", (_, result, scenario) => {
    const page = requirePage(result, scenario, [{ file: "day.yaml", text: HOSTILE }], "callhall require day.yaml");
    const { document } = new JSDOM(page).window;
    expect(document.querySelectorAll("script, img, b, svg svg")).toHaveLength(0);
    expect(document.querySelectorAll("svg")).toHaveLength(result.groups.length * 11);
    for (const svg of document.querySelectorAll("svg")) {
      const [title, desc] = svg.getAttribute("aria-labelledby")!.split(" ").map((id) => document.querySelectorAll(`[id="${id}"]`));
      expect([title.length, desc.length]).toEqual([1, 1]);
    }
    expect(document.body.textContent).not.toMatch(/NaN|undefined|null|Infinity/);
    expect(document.querySelectorAll("table")).toHaveLength(2 * result.groups.length);
    expect(requirePage(result, scenario, [{ file: "day.yaml", text: HOSTILE }], "callhall require day.yaml")).toBe(page);
  });

  test("marks what lies below the target", () => {
    const { document } = new JSDOM(requirePage(found, usual, [], "")).window, table = document.querySelectorAll("table")[0];
    const bad = [...table.querySelectorAll("tbody tr")].map((row) => [row.querySelector("th")!.textContent, row.querySelector("td.bad") !== null]);
    expect(bad[0]).toEqual(["The rota", true]);
    expect(bad[5]).toEqual(["Iterative", false]);
  });
});

describe("slides", () => {
  test("are a chart each, named before the run as after it, whole XML with nothing that only a browser resolves", () => {
    for (const [result, scenario] of [[found, usual], [odd, hostile]] as const) {
      const all = requireSlides(result, scenario);
      expect(all.map(({ name }) => name).sort()).toEqual(requireSlideNames(scenario).sort());
      for (const { name, svg } of all) {
        expect(name).toMatch(/^[a-z0-9][a-z0-9-]*$/);
        expect(new JSDOM(svg, { contentType: "image/svg+xml" }).window.document.documentElement.tagName).toBe("svg");
        expect(svg).not.toMatch(/var\(|currentColor|undefined|NaN|href=|<script/);
      }
    }
    expect(requireSlideNames(usual, ["iterative"])).toEqual(["usual-day-required-iterative", "usual-day-attained-rota", "usual-day-attained-iterative"]);
    expect(requireSlideNames(usual)).toHaveLength(2 * RULES.length + 1);
  });

  test("say what their own rule finds", () => {
    const rota = requireSlides(found, usual).find(({ name }) => name.endsWith("attained-rota"))!.svg;
    expect(rota).toContain("The rota: 88 agent-hours fall below 80% in");
  });
});
