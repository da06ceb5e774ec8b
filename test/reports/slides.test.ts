import { createHash } from "node:crypto";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { CHARTS } from "../../reports/questions.ts";
import { slideNames, slides, slugs } from "../../reports/slides.ts";
import { example } from "./example.ts";

const HOSTILE = `</svg><script>alert(1)</script> & "quotes" \u0000\u202e\ud800 ${"w".repeat(120)}`;
const usual = example();

test("every chart of every scenario is a slide: whole XML, with a title, its source, and nothing that only a browser resolves", () => {
  const hostile = example({ name: "Line & <b>", type: "</svg>&amp;", group: HOSTILE.slice(0, 60).replace(/[\u0000\u202e\ud800]/g, ""), second: { name: "housing", target: "95%" } });
  const renamed = { ...hostile, result: { ...hostile.result, scenario: HOSTILE } };
  const all = slides([usual, renamed]);
  expect(all).toHaveLength(2 * CHARTS.length);
  for (const { name, svg } of all) {
    const document = new JSDOM(svg, { contentType: "image/svg+xml" }).window.document; // throws where it is not well-formed
    expect(document.documentElement.tagName, name).toBe("svg");
    expect(document.querySelectorAll("script, foreignObject, image, style, a")).toHaveLength(0);
    expect(svg).not.toMatch(/var\(|currentColor|undefined|NaN|paint-order|&nbsp;|href=/);
    expect(document.querySelector("rect")?.getAttribute("fill")).toBe("#ffffff");
    expect(document.querySelector("title")?.textContent).not.toBe("");
    expect(document.documentElement.textContent).toContain("200 simulated days, seed “1”");
  }
});

test("the words on a slide stay inside it", () => {
  for (const { svg } of slides([{ ...usual, result: { ...usual.result, scenario: HOSTILE } }])) {
    const document = new JSDOM(svg, { contentType: "image/svg+xml" }).window.document;
    for (const text of document.querySelectorAll("svg > text")) {
      const size = Number(text.getAttribute("font-size")), from = Number(text.getAttribute("x")), letter = text.hasAttribute("font-weight") ? 0.65 : 0.57;
      expect(from + letter * size * (text.textContent?.length ?? 0), text.textContent ?? "").toBeLessThanOrEqual(1280 - 56 + size);
      expect(Number(text.getAttribute("y"))).toBeLessThanOrEqual(720);
    }
  }
});

test("names suit any file system and are all different", () => {
  expect(slugs(["Usual day", "Größe & Übergröße", "…", "", "../../etc/passwd", "CON", "usual  DAY", "usual day 2", "日本"])).toEqual(
    ["usual-day", "große-ubergroße".replaceAll("ß", "-").replace(/-+/g, "-"), "scenario", "scenario-2", "etc-passwd", "con", "usual-day-2", "usual-day-2-2", "scenario-3"]);
  const names = slideNames([...Array.from({ length: 20 }, () => "x".repeat(200)), "a", "a-waiting", "a days"]);
  expect(new Set(names).size).toBe(23 * CHARTS.length);
  for (const name of names) expect(name).toMatch(/^[a-z0-9][a-z0-9-]{0,70}$/);
  expect(slides([usual]).map(({ name }) => name)).toEqual(slideNames([usual.scenario.name]));
});

test("a chart with nothing to draw has no slide", () => {
  expect(slides([example({ volume: 0, agents: 0, days: 3 })]).map(({ name }) => name)).toEqual(["service-level", "contacts", "agents", "occupancy"].map((chart) => `usual-day-${chart}`));
});

// A guard against change, not a proof: where a chart is meant to change, look at it, then take the new sums.
test("charts change only when they are meant to", () => {
  const sums = Object.fromEntries(slides([example({ days: 120 })]).map(({ name, svg }) => [name, createHash("sha256").update(svg.replace(/callhall \d+\.\d+\.\d+\S*/, "callhall")).digest("hex").slice(0, 12)]));
  expect(sums).toMatchInlineSnapshot(`
    {
      "usual-day-agents": "2c984fba9174",
      "usual-day-contacts": "1d35e1d3f43e",
      "usual-day-days": "6f075067c09b",
      "usual-day-definitions": "e29660527fe8",
      "usual-day-occupancy": "6987d24f41a2",
      "usual-day-service-level": "98d1d4c4e6e7",
      "usual-day-shifts": "97b9e789d881",
      "usual-day-waiting": "549d51ff4105",
    }
  `);
});
