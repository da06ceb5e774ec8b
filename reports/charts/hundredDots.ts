// A distribution of levels as a hundred dots, one for one in a hundred, in columns that begin at the target.

import * as Plot from "@observablehq/plot";
import { BAD, beneath, besideDots, GOOD, INK, MUTED, panel, PAPER, WIDTH, type Chart } from "../panel.ts";
import { targetPercent } from "../words.ts";

const SIDE = { left: 4, right: 20 }, TOP = 22, BOTTOM = 38;
const DOT = 6.8; // px from one dot to the next
const ACROSS = Math.floor((WIDTH - SIDE.left - SIDE.right) / DOT);
const LEAST_ROWS = 14, MOST_ROWS = 28; // a panel grows so far before its columns grow wider
const STEPS = [0.1, 0.2, 0.25, 0.5, 1, 1.5, 2, 2.5]; // points of one dot's width

/** The scale that all panels of a row share. */
export interface DotScale {
  /** Percentage points from one dot to the next. */
  readonly step: number;
  /** Dots side by side in a column: more than one where columns would grow too high. */
  readonly abreast: number;
  /** Percentage points. */
  readonly domain: readonly [low: number, high: number];
  /** Dots on top of one another that the frame has room for. */
  readonly rows: number;
}

/** What is drawn: levels on a hundred days or periods that stand for all, rising, the target, and what share meets it; null without one for all. */
export interface Hundred {
  readonly levels: readonly number[];
  readonly target: number | null;
  readonly meets: number | null;
}

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly met: boolean;
}

/** The finest scale that holds every level and every target, with columns that fit the frame. */
export function dotScale(all: readonly Hundred[]): DotScale {
  const lowest = 100 * Math.min(...all.flatMap(({ levels, target }) => [...levels, target ?? 1]));
  for (let abreast = 1; ; abreast++) {
    const highest = (step: number) => Math.max(...all.map(({ target }) => edgeAbove(100 * (target ?? 1), step * abreast)));
    const step = STEPS.find((width) => highest(width) - ACROSS * width <= lowest - width * abreast) ?? STEPS[STEPS.length - 1];
    const tallest = Math.max(...all.flatMap((hundred) => dotsOf(hundred, { step, abreast }).map((dot) => dot.y + 0.5)));
    if (tallest <= MOST_ROWS || abreast === ACROSS) {
      return { step, abreast, domain: [highest(step) - ACROSS * step, highest(step)], rows: Math.max(LEAST_ROWS, tallest) };
    }
  }
}

/** Where the columns that begin at `from` end: the first edge at or above 100 %, and one column further where 100 % is the target. */
const edgeAbove = (from: number, width: number): number => from + width * Math.max(1, Math.ceil((100 - from) / width - 1e-9));

/** Columns are counted from the target, so that no column holds both what meets it and what misses it. */
function dotsOf({ levels, target, meets }: Hundred, { step, abreast }: Pick<DotScale, "step" | "abreast">): Dot[] {
  const width = step * abreast, from = 100 * (target ?? 1);
  const missed = meets === null ? 0 : levels.length - Math.round(100 * meets); // the number said everywhere
  const filled = new Map<number, number>();
  return levels.map((level, rank) => {
    const met = target === null || rank >= missed;
    // A level that lies on an edge belongs above it; 100 % belongs to the last column below it, unless 100 % is the target.
    const raw = Math.floor((100 * level - from) / width + 1e-9), last = Math.round((edgeAbove(from, width) - from) / width) - 1;
    const column = target !== null && met ? Math.max(0, Math.min(raw, last)) : Math.min(raw, -1);
    const place = filled.get(column) ?? 0;
    filled.set(column, place + 1);
    return { x: from + column * width + (place % abreast + 0.5) * step, y: Math.floor(place / abreast) + 0.5, met };
  });
}

/**
 * @param words the chart's name, what it shows, given how many of the hundred meet the target, and what its axis measures
 * @param beside others: how high they would stand, a dot a column
 */
export function hundredDots(hundred: Hundred, scale: DotScale, words: { readonly id: string; readonly title: string; readonly desc: (met: number) => string; readonly axis: string }, beside?: Hundred): Chart {
  const { target, meets } = hundred, dots = dotsOf(hundred, scale), met = dots.filter((dot) => dot.met), missed = dots.filter((dot) => !dot.met);
  return panel({
    id: words.id, title: words.title, desc: words.desc(met.length), height: Math.round(TOP + BOTTOM + DOT * scale.rows),
    x: scale.domain, y: [0, scale.rows], margin: { top: TOP, bottom: BOTTOM, ...SIDE },
    marks: [
      target === null ? [] : [
        Plot.ruleX([100 * target], { stroke: INK, strokeWidth: 1.25, strokeDasharray: "5 3", insetTop: -20 }),
        meets === null ? [] : counts(100 * target, scale, missed.length, met.length),
      ],
      Plot.dot(met, { x: "x", y: "y", r: 2.75, fill: target === null ? INK : GOOD }),
      Plot.dot(missed, { x: "x", y: "y", r: 2.4, fill: PAPER, stroke: BAD, strokeWidth: 1.3 }),
      beside === undefined ? [] : besideDots(topsOf(beside, scale), ({ x }) => x, ({ y }) => y),
      Plot.ruleY([0], { stroke: MUTED }),
      percentTicks(scale, target),
      beneath(words.axis),
    ],
  });
}

/** The middle of each column that has dots, and how high they reach. */
function topsOf(hundred: Hundred, scale: DotScale): { readonly x: number; readonly y: number }[] {
  const width = scale.step * scale.abreast, from = 100 * (hundred.target ?? 1), tops = new Map<number, number>();
  for (const { x, y } of dotsOf(hundred, scale)) {
    const column = Math.floor((x - from) / width + 1e-9);
    tops.set(column, Math.max(tops.get(column) ?? 0, y));
  }
  return [...tops].map(([column, y]) => ({ x: from + (column + 0.5) * width, y }));
}

/** How many dots lie on either side of the target; both in one line where one side has no room. */
function counts(target: number, { domain: [low, high] }: DotScale, missed: number, met: number): Plot.Markish[] {
  const label = (text: string, fill: string, side: "start" | "end") =>
    Plot.text([text], { x: target, frameAnchor: "top", lineAnchor: "top", textAnchor: side, dx: side === "end" ? -6 : 6, dy: -20, fill, fontWeight: 600 });
  const perPoint = (WIDTH - SIDE.left - SIDE.right) / (high - low); // px; the words take up to 84 and 60 px
  if ((high - target) * perPoint + SIDE.right < 84) return [label(`${missed} miss, ${met} meet it`, INK, "end")];
  if ((target - low) * perPoint < 60) return [label(`${missed} miss, ${met} meet it`, INK, "start")];
  return [label(`${missed} miss`, BAD, "end"), label(`${met} meet it`, GOOD, "start")];
}

/** Round numbers, and the target by name; a number too near the target gives way to it. */
function percentTicks({ domain: [low, high] }: DotScale, target: number | null): Plot.Markish {
  const span = high - low, step = [1, 2, 5, 10, 20, 25].find((s) => span / s <= 5) ?? 50;
  const round = Array.from({ length: Math.floor(100 / step) + 1 }, (_, i) => 100 - i * step).filter((tick) => tick >= low + 0.02 * span);
  if (target === null) return Plot.axisX(round, { tickFormat: (tick: number) => `${tick}%`, tickSize: 4, fill: MUTED });
  const at = 100 * target, clear = round.filter((tick) => Math.abs(tick - at) > 0.2 * span);
  return Plot.axisX([...clear, at], { tickFormat: (tick: number) => (tick === at ? `target ${targetPercent(target)}` : `${tick}%`), tickSize: 4, fill: MUTED });
}
