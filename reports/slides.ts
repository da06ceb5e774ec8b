// Each chart as a picture of its own for slides: title, how to read it and source inside, plain colours, nothing that only a browser knows.

import type { Scenario } from "../sim/scenario/schema.ts";
import type { Result } from "../sim/study/result.ts";
import { shortened } from "./names.ts";
import { escape } from "./page.ts";
import { WIDTH, type Chart } from "./panel.ts";
import { CHARTS, chartRows } from "./questions.ts";
import type { Key, Row } from "./row.ts";
import { LIGHT } from "./style.ts";
import { viewOf } from "./view.ts";
import { integer, plural } from "./words.ts";

export interface Slide {
  /** A file's name without its ending: `usual-day-waiting`. */
  readonly name: string;
  readonly svg: string;
}

export const SLIDE_WIDTH = 1280, SLIDE_HEIGHT = 720;
const EDGE = 56, COLUMN = 390, SOURCE = 34; // px: the margins, the words beside the chart, the space of the source line
// The first that is there; the PNG is drawn with DejaVu, the widest of them, so the lines are cut for it.
const FONTS = "Arial, Helvetica, &quot;DejaVu Sans&quot;, sans-serif", REGULAR = 0.57, BOLD = 0.65; // width of a letter on average, of the type size

/** All names that slides of these scenarios may have: a chart with nothing to draw is left out. */
export function slideNames(scenarios: readonly string[]): string[] {
  return slugs(scenarios).flatMap((slug) => CHARTS.map((chart) => `${slug}-${chart}`));
}

export function slides(parts: readonly { readonly result: Result; readonly scenario: Scenario }[]): Slide[] {
  const names = slugs(parts.map(({ scenario }) => scenario.name));
  return parts.flatMap(({ result, scenario }, i) => {
    const view = viewOf(result, scenario);
    return chartRows([view]).flatMap(({ chart, row }) => {
      const drawing = row.charts?.[0] ?? null;
      return drawing === null ? [] : [{ name: `${names[i]}-${chart}`, svg: slide({ ...row, name: shortened(view.name), chart: drawing, source: sourceLine(view.result) }) }];
    });
  });
}

/** Names that any file system takes, all different: small letters, digits, hyphens. */
export function slugs(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 50).replace(/^-+|-+$/g, "") || "scenario";
    let slug = plain;
    for (let n = 2; taken.has(slug); n++) slug = `${plain}-${n}`;
    taken.add(slug);
    return slug;
  });
}

/** What a slide is made of. */
export interface SlideParts extends Pick<Row, "title" | "note" | "key"> {
  /** Beneath the title: what it is about. */
  readonly name: string;
  readonly chart: Chart;
  /** At the foot: where the numbers come from. */
  readonly source: string;
}

/** The foot of a slide with simulated numbers. */
export function sourceLine({ callhall, seed, days }: Pick<Result, "callhall" | "seed" | "days">): string {
  return `callhall ${callhall} · ${integer(days)} simulated ${plural(days, "day")}, seed “${seed}”${days > 1 ? " · ±: 95% interval of the simulation" : ""} · the file’s assumptions are taken as given`;
}

/** One chart as a picture. */
export function slide({ title: words, note, key: keys = [], name, chart, source }: SlideParts): string {
  const title = lines(words, SLIDE_WIDTH - 2 * EDGE, 30 * BOLD, 3), top = EDGE + 30 + 38 * (title.length - 1);
  const from = top + 62, room = { width: SLIDE_WIDTH - 2 * EDGE - COLUMN - 40, height: SLIDE_HEIGHT - from - SOURCE - 24 };
  const scale = Math.min(room.width / WIDTH, room.height / chart.height);
  const beside = SLIDE_WIDTH - EDGE - COLUMN, notes = lines(note, COLUMN, 17 * REGULAR, 16);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SLIDE_WIDTH}" height="${SLIDE_HEIGHT}" viewBox="0 0 ${SLIDE_WIDTH} ${SLIDE_HEIGHT}" role="img" font-family="${FONTS}" fill="${LIGHT.ink}">
<title>${escape(chart.title)}</title>
<desc>${escape(chart.desc)}</desc>
<rect width="${SLIDE_WIDTH}" height="${SLIDE_HEIGHT}" fill="${LIGHT.paper}"/>
${title.map((line, i) => text(line, EDGE, EDGE + 26 + 38 * i, 30, LIGHT.ink, true)).join("\n")}
${text(name, EDGE, top + 34, 20, LIGHT.muted)}
<g transform="translate(${EDGE},${from}) scale(${Math.round(1000 * scale) / 1000})" font-size="12.5" text-anchor="middle">${resolved(chart.drawing)}</g>
${keys.map((key, i) => keyLine(key, beside, from + 14 + 30 * i)).join("\n")}
${notes.map((line, i) => text(line, beside, from + 20 + 30 * keys.length + (keys.length > 0 ? 14 : 0) + 25 * i, 17, LIGHT.muted)).join("\n")}
<rect x="${EDGE}" y="${SLIDE_HEIGHT - SOURCE - 18}" width="${SLIDE_WIDTH - 2 * EDGE}" height="1" fill="${LIGHT.rule}"/>
${text(lines(source, SLIDE_WIDTH - 2 * EDGE, 15 * REGULAR, 1)[0], EDGE, SLIDE_HEIGHT - SOURCE + 8, 15, LIGHT.muted)}
</svg>
`;
}

function text(words: string, x: number, y: number, size: number, fill: string, bold = false): string {
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${bold ? ' font-weight="700"' : ""}>${escape(words)}</text>`;
}

/** Words in lines of at most `width`, letters taken to be equally wide; what does not fit ends in "…". */
function lines(words: string, width: number, letter: number, most: number): string[] {
  const longest = Math.floor(width / letter), all: string[] = [];
  for (const word of words.replaceAll("± ", "±\u00a0").split(/[ \t\n]+/).flatMap((each) => each.match(new RegExp(`.{1,${longest}}`, "gsu")) ?? [])) {
    const last = all[all.length - 1];
    if (all.length > 0 && last.length + 1 + word.length <= longest) all[all.length - 1] = `${last} ${word}`;
    else all.push(word);
  }
  if (all.length <= most) return all;
  return [...all.slice(0, most - 1), `${all[most - 1].slice(0, longest - 2).replace(/[\ud800-\udbff]$/, "").trimEnd()}…`];
}

/** Colours instead of variables, and halos as text of their own: a program that does not know `paint-order` would cover the letters. */
function resolved(drawing: string): string {
  return drawing
    .replaceAll("&nbsp;", "&#160;")
    .replace(/var\(--([a-z-]+)\)/g, (_, name: string) => LIGHT[name as keyof typeof LIGHT]) // the charts' own constants; a test looks for the missing
    .replaceAll("currentColor", LIGHT.ink)
    .replace(/<g aria-label="text"([^>]*) paint-order="stroke"([^>]*)>(.*?)<\/g>/gs, (_, before: string, after: string, inner: string) => {
      const attributes = before + after;
      return `<g${attributes}>${inner}</g><g aria-label="text"${attributes.replace(/ stroke(-[a-z]+)?="[^"]*"/g, "")}>${inner}</g>`;
    });
}

/** A mark as the style sheet draws it, 28 px wide, and what it means. */
function keyLine({ mark, says }: Key, x: number, y: number): string {
  const box = (fill: string, height = 16) => `<rect x="${x}" y="${y - height / 2}" width="28" height="${height}" fill="${fill}"/>`;
  const dot = (fill: string, stroke: string) => `<circle cx="${x + 14}" cy="${y}" r="7" fill="${fill}" stroke="${stroke}" stroke-width="3"/>`;
  const { ink, muted, good, bad, paper, tint } = LIGHT;
  const marks: Readonly<Record<Key["mark"], string>> = {
    band: box(LIGHT["good-tint"]), "neutral-band": box(tint), mean: box(good, 5), "neutral-mean": box(ink, 5), rostered: box(ink, 4),
    below: box(LIGHT["bad-tint"]) + box(bad, 5), busy: box(LIGHT["good-tint"]) + `<rect x="${x}" y="${y - 8}" width="28" height="3" fill="${good}"/>`,
    short: box(LIGHT["bad-tint"]), whisker: `<rect x="${x + 13}" y="${y - 8}" width="2" height="16" fill="${good}"/>`,
    dashed: [0, 11, 22].map((dx) => `<rect x="${x + dx}" y="${y - 1.5}" width="6" height="3" fill="${ink}"/>`).join(""),
    answered: box(good), abandoned: box(bad), lost: box(ink), "on-duty": box(good, 12),
    break: `<rect x="${x + 1}" y="${y - 6}" width="26" height="12" fill="${paper}" stroke="${good}" stroke-width="2"/>`,
    exact: box(ink, 2.5), formula: box(muted, 3), "formula-dashed": [0, 11, 22].map((dx) => `<rect x="${x + dx}" y="${y - 1.5}" width="7" height="3" fill="${muted}"/>`).join(""),
    reached: dot(good, good), "not-reached": dot(paper, bad),
    better: dot(good, good), worse: dot(bad, bad), other: dot(ink, ink), unclear: dot(paper, muted), pinned: dot(muted, muted),
  };
  return `${marks[mark]}${text(lines(says, COLUMN - 40, 17 * REGULAR, 1)[0], x + 40, y + 6, 17, ink)}`;
}
