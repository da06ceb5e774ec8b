// The shared frame of every chart: 320 px wide, drawn by Observable Plot on a DOM of our own, as SVG text without script.
// Panels are never shown much smaller or larger, so that 12.5 px text stays legible: three abreast on a desk, one under another on a phone.

import * as Plot from "@observablehq/plot";
import { JSDOM } from "jsdom";
import { Html } from "./page.ts";
import { clockOfHours, decimal, targetPercent } from "./words.ts";

export const WIDTH = 320, LEFT = 41, RIGHT = 20;
/** Wide enough for "target 80%" beside the frame. */
export const RIGHT_WITH_TARGET = 44;

/** Colours are the page's variables, so that the dark page costs nothing. Blue is good and orange bad, never a scenario. */
export const INK = "var(--ink)", MUTED = "var(--muted)", PAPER = "var(--paper)", GRID = "var(--grid)", GOOD = "var(--good)", BAD = "var(--bad)";
export const GOOD_TINT = "var(--good-tint)", BAD_TINT = "var(--bad-tint)", TINT = "var(--tint)";

export interface Panel {
  /** Unique on the page. */
  readonly id: string;
  /** For those who cannot see it: what it is, and what it shows. */
  readonly title: string;
  readonly desc: string;
  readonly height: number;
  readonly x: readonly [low: number, high: number];
  readonly y: readonly [low: number, high: number];
  readonly margin?: { readonly top?: number; readonly right?: number; readonly bottom?: number; readonly left?: number };
  readonly marks: Plot.Markish[];
}

/** A drawn panel: SVG for the page, and its parts for a slide. */
export class Chart extends Html {
  readonly height: number;
  /** For those who cannot see it, as plain text. */
  readonly title: string;
  readonly desc: string;
  /** What is drawn, without the frame around it. */
  readonly drawing: string;
  constructor(svg: string, { title, desc, height }: Panel, drawing: string) {
    super(svg);
    this.height = height;
    this.title = title;
    this.desc = desc;
    this.drawing = drawing;
  }
}

let page: Document | undefined;

/** One document for all charts, made when the first is drawn: starting jsdom takes a good part of a second. */
function documentOfCharts(): Document {
  page ??= new JSDOM("").window.document;
  return page;
}

export function panel(given: Panel): Chart {
  const { id, title, desc, height, x, y, margin = {}, marks } = given;
  const document = documentOfCharts();
  const svg = Plot.plot({
    document, className: "chart", width: WIDTH, height,
    marginTop: margin.top ?? 26, marginRight: margin.right ?? RIGHT, marginBottom: margin.bottom ?? 24, marginLeft: margin.left ?? LEFT,
    x: { domain: x, axis: null, label: null }, y: { domain: y, axis: null, label: null }, marks,
  });
  svg.querySelector("style")?.remove(); // said once in the page's style sheet
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-labelledby", `${id}-title ${id}-desc`);
  for (const element of svg.querySelectorAll("*")) roundCoordinates(element);
  const drawing = svg.innerHTML;
  svg.prepend(describe(document, "title", `${id}-title`, title), describe(document, "desc", `${id}-desc`, desc));
  return new Chart(svg.outerHTML, given, drawing);
}

function describe(document: Document, tag: "title" | "desc", id: string, text: string): Element {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  element.setAttribute("id", id);
  element.textContent = text;
  return element;
}

/** A hundredth of a pixel is enough; fifteen digits double the page. */
function roundCoordinates(element: Element): void {
  for (const name of COORDINATES) {
    const value = element.getAttribute(name);
    if (value !== null) element.setAttribute(name, value.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 100) / 100)));
  }
}

const COORDINATES = ["d", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "transform"];

/** Another plan beside the one that is drawn: grey dots, the same in every chart. */
export const besideDots = <Datum>(some: readonly Datum[], x: (datum: Datum) => number, y: (datum: Datum) => number): Plot.Markish => Plot.dot(some, { x, y, r: 2.6, fill: MUTED, stroke: PAPER });

/** What the y axis measures, above the frame at its left edge. */
export const above = (text: string, left = LEFT, higher = 0): Plot.Markish =>
  Plot.text([text], { frameAnchor: "top-left", textAnchor: "start", lineAnchor: "top", dx: -left, dy: -21 - higher, fill: MUTED });

/** What the x axis measures, below its ticks. */
export const beneath = (text: string): Plot.Markish => Plot.text([text], { frameAnchor: "bottom", lineAnchor: "bottom", dy: 37, fill: MUTED });

export const zeroLine = (): Plot.Markish => Plot.ruleY([0], { stroke: MUTED });

export function verticalScale(ticks: readonly number[], format: (tick: number) => string): Plot.Markish[] {
  return [Plot.gridY(ticks, { stroke: GRID, strokeOpacity: 1 }), Plot.axisY(ticks, { tickSize: 0, fill: MUTED, tickFormat: format })];
}

/** 0 to 100 %, the unit on the top one only. */
export const percentScale = (): Plot.Markish[] => verticalScale([0, 20, 40, 60, 80, 100], (tick) => (tick === 100 ? "100%" : String(tick)));

/** Round numbers from 0 up to about `most`, four or five of them. */
export function roundTicks(most: number): number[] {
  const raw = Math.max(most, 1) / 4, magnitude = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(1, magnitude * ([1, 2, ...(magnitude >= 10 ? [2.5] : []), 5, 10].find((factor) => factor * magnitude >= raw) ?? 10));
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step);
}

/** Shares from 0 up to about `most`, at least a fifth, at most all; in points. */
export function shareTicks(most: number): number[] {
  const highest = Math.min(100, Math.max(20, most)), step = [5, 10, 20].find((points) => highest / points <= 5) ?? 25;
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, i) => i * step);
}

/** Agents or contacts beside the axis: the margin holds five characters. */
export const agentTick = (tick: number): string => (tick >= 10_000 ? `${decimal(tick / 1000, 0)}k` : decimal(tick, 0));

const CLOCK_STEPS = [0.25, 0.5, 1, 2, 3, 4, 6]; // hours

/** Clock times below the frame, at most five, on round hours. */
export const clockAxis = (hours: readonly [number, number]): Plot.Markish =>
  Plot.axisX(clockTicks(hours), { tickFormat: clockOfHours, tickSize: 4, stroke: MUTED, fill: MUTED, strokeWidth: 1 });

export function clockTicks([from, to]: readonly [number, number]): number[] {
  const inside = (step: number) => Array.from({ length: Math.floor(to / step) - Math.ceil(from / step) + 1 }, (_, i) => (Math.ceil(from / step) + i) * step);
  return inside(CLOCK_STEPS.find((hours) => inside(hours).length <= 5) ?? 6);
}

/** The target, dashed and named at the right. */
export const targetLine = (target: number, words = `target\n${targetPercent(target)}`): Plot.Markish[] => limitLine(100 * target, words);

/** A limit on the vertical scale, dashed and named at the right. */
export function limitLine(at: number, words: string): Plot.Markish[] {
  return [
    Plot.ruleY([at], { stroke: INK, strokeWidth: 1.25, strokeDasharray: "5 3" }),
    Plot.text([words], { y: at, frameAnchor: "right", textAnchor: "start", dx: 5, fill: INK, lineHeight: 1.05 }),
  ];
}

/** The gap left and right of a bar, px. Bars too narrow for one overlap a little, or their edges would show as stripes. */
export function gapBeside(bars: number): number {
  const wide = (WIDTH - LEFT - RIGHT_WITH_TARGET) / bars;
  return wide < 2.5 ? -0.25 : Math.min(0.75, 0.12 * wide);
}
