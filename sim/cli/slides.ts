// Each chart as a file for slides, SVG or PNG.

import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { calendarSlideNames, calendarSlides } from "../../reports/calendarSlides.ts";
import type { CalendarPart } from "../../reports/calendarWords.ts";
import { SLIDE_WIDTH, slideNames, slides, type Slide } from "../../reports/slides.ts";
import type { DatedScenario, Scenario } from "../scenario/schema.ts";
import type { Result } from "../study/result.ts";
import type { OutputFile } from "./outputs.ts";

/** Folders for the two kinds. */
export interface SlideFolders {
  readonly svg?: string;
  readonly png?: string;
}

/** Of every picture of a run that there may be; fewer are made where a chart has nothing to draw. */
export function runSlideNames(scenarios: readonly Scenario[], calendars: readonly DatedScenario[]): string[] {
  return [...slideNames(scenarios.map(({ name }) => name)), ...calendarSlideNames(calendars)];
}

export function runSlides(parts: readonly { readonly result: Result; readonly scenario: Scenario }[], calendars: readonly CalendarPart[]): Slide[] {
  return [...calendarSlides(calendars), ...slides(parts)];
}

export function placesOf({ svg, png }: SlideFolders, names: readonly string[]): string[] {
  return [...(svg === undefined ? [] : names.map((name) => join(svg, `${name}.svg`))), ...(png === undefined ? [] : names.map((name) => join(png, `${name}.png`)))];
}

export async function filesOf({ svg, png }: SlideFolders, all: readonly Slide[]): Promise<OutputFile[]> {
  const files: OutputFile[] = svg === undefined ? [] : all.map((slide) => ({ path: join(svg, `${slide.name}.svg`), content: slide.svg }));
  if (png === undefined) return files;
  const draw = await painter();
  return [...files, ...all.map((slide) => ({ path: join(png, `${slide.name}.png`), content: draw(slide.svg) }))];
}

/** With fonts of our own: where the system has none, text would vanish without a word, and elsewhere the picture would differ. */
async function painter(): Promise<(svg: string) => Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  const fonts = join(dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json")), "ttf");
  const font = { loadSystemFonts: false, fontFiles: ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((file) => join(fonts, file)), defaultFontFamily: "DejaVu Sans" };
  return (svg) => new Resvg(svg, { font, fitTo: { mode: "width", value: SLIDE_WIDTH } }).render().asPng();
}
