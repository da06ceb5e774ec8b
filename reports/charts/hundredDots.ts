// A distribution of levels as a hundred dots, one for one in a hundred, in columns that begin at the target.

import * as Plot from "@observablehq/plot";
import { limitOf, type Promised } from "../../sim/scenario/promised.ts";
import { BAD, beneath, besideDots, GOOD, INK, MUTED, panel, PAPER, WIDTH, type Chart } from "../panel.ts";
import { limitWords, onChart, promiseWords, tickWords } from "../promisedWords.ts";

const SIDE = { left: 4, right: 20 }, TOP = 22, BOTTOM = 38;
const DOT = 6.8; // px from one dot to the next
const ACROSS = Math.floor((WIDTH - SIDE.left - SIDE.right) / DOT);
const LEAST_ROWS = 14, MOST_ROWS = 28; // a panel grows so far before its columns grow wider
const STEPS = [0.1, 0.2, 0.25, 0.5, 1, 1.5, 2, 2.5, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500]; // points or seconds of one dot's width

/** The scale that panels of one kind share: of shares of which more is better, or of shares or seconds of which less is. */
export interface DotScale {
  /** Percentage points, or seconds, from one dot to the next. */
  readonly step: number;
  /** Dots side by side in a column: more than one where columns would grow too high. */
  readonly abreast: number;
  /** Percentage points, or seconds. */
  readonly domain: readonly [low: number, high: number];
  /** Dots on top of one another that the frame has room for. */
  readonly rows: number;
}

/** What is drawn: levels on a hundred days or periods that stand for all, rising, the target, and what share meets it; null without one for all: then they are shares, and more is better. */
export interface Hundred {
  readonly levels: readonly number[];
  readonly target: Promised | null;
  readonly meets: number | null;
}

/** Whether less is better. Columns are laid out towards the better side, so what is to stay small is laid out by its negative. */
const isTurned = (target: Promised | null): boolean => target !== null && target.atLeast === null;

/** Where a result lies on the way to the better side, which ends at `best`: points or seconds. */
const placeOf = (result: number, target: Promised | null): number => (isTurned(target) ? -1 : 1) * onChart(result, target?.unit ?? "share");
const bestOf = (target: Promised | null): number => (isTurned(target) ? 0 : 100);

/** Where columns begin: at the target, or at the best without one. */
const startOf = (target: Promised | null): number => (target === null ? bestOf(target) : placeOf(limitOf(target), target));

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly met: boolean;
}

/**
 * The finest scale that holds every level and every target, with columns that fit the frame.
 * @param all of one kind: in one unit, and better on one side @param reach to the best that there can be, or no farther than the levels: those of long periods lie close together
 */
export function dotScale(all: readonly Hundred[], reach: "best" | "levels" = "best"): DotScale {
  const endOf = ({ levels, target }: Hundred) => (reach === "best" ? bestOf(target) : Math.max(startOf(target), ...levels.map((level) => placeOf(level, target))));
  const lowest = Math.min(...all.flatMap(({ levels, target }) => [...levels.map((level) => placeOf(level, target)), startOf(target)])), turned = all.some(({ target }) => isTurned(target));
  for (let abreast = 1; ; abreast++) {
    const highest = (step: number) => Math.max(...all.map((hundred) => edgeAbove(hundred.target, step * abreast, endOf(hundred))));
    const step = STEPS.find((width) => highest(width) - ACROSS * width <= lowest - width * abreast) ?? STEPS[STEPS.length - 1];
    const tallest = Math.max(...all.flatMap((hundred) => dotsOf(hundred, { step, abreast }).map((dot) => dot.y + 0.5)));
    if (tallest <= MOST_ROWS || abreast === ACROSS) {
      const high = highest(step), low = high - ACROSS * step;
      return { step, abreast, domain: turned ? [-high, -low] : [low, high], rows: Math.max(LEAST_ROWS, tallest) };
    }
  }
}

/** Where the columns of a width end: the first edge at or beyond the end, and one column further where that is the target. @param end by default the best */
function edgeAbove(target: Promised | null, width: number, end = bestOf(target)): number {
  const from = startOf(target);
  return from + width * Math.max(1, Math.ceil((end - from) / width - 1e-9));
}

/** Columns are counted from the target, so that no column holds both what meets it and what misses it. Places lead to the better side. */
function dotsOf({ levels, target, meets }: Hundred, { step, abreast }: Pick<DotScale, "step" | "abreast">): Dot[] {
  const width = step * abreast, from = startOf(target), places = levels.map((level) => placeOf(level, target)), last = Math.round((edgeAbove(target, width) - from) / width) - 1;
  const missed = meets === null ? 0 : levels.length - Math.round(100 * meets); // the number said everywhere
  const filled = new Map<number, number>();
  return (isTurned(target) ? places.reverse() : places).map((place, rank) => {
    const met = target === null || rank >= missed;
    // A level that lies on an edge belongs to its better side; the best belongs to the last column before it, unless the best is the target.
    const raw = Math.floor((place - from) / width + 1e-9);
    const column = target !== null && met ? Math.max(0, Math.min(raw, last)) : Math.min(raw, -1);
    const under = filled.get(column) ?? 0;
    filled.set(column, under + 1);
    return { x: from + column * width + (under % abreast + 0.5) * step, y: Math.floor(under / abreast) + 0.5, met };
  });
}

/**
 * @param words the chart's name, what it shows, given how many of the hundred meet the target, and what its axis measures
 * @param beside others: how high they would stand, a dot a column
 */
export function hundredDots(hundred: Hundred, scale: DotScale, words: { readonly id: string; readonly title: string; readonly desc: (met: number) => string; readonly axis: string }, beside?: Hundred): Chart {
  const { target, meets } = hundred, drawn = ({ x }: { readonly x: number }) => (isTurned(target) ? -x : x), dots = dotsOf(hundred, scale), met = dots.filter((dot) => dot.met), missed = dots.filter((dot) => !dot.met);
  return panel({
    id: words.id, title: words.title, desc: words.desc(met.length), height: Math.round(TOP + BOTTOM + DOT * scale.rows),
    x: scale.domain, y: [0, scale.rows], margin: { top: TOP, bottom: BOTTOM, ...SIDE },
    marks: [
      target === null ? [] : [
        Plot.ruleX([onChart(limitOf(target), target.unit)], { stroke: INK, strokeWidth: 1.25, strokeDasharray: "5 3", insetTop: -20 }),
        meets === null ? [] : counts(target, scale, missed.length, met.length),
      ],
      Plot.dot(met, { x: drawn, y: "y", r: 2.75, fill: target === null ? INK : GOOD }),
      Plot.dot(missed, { x: drawn, y: "y", r: 2.4, fill: PAPER, stroke: BAD, strokeWidth: 1.3 }),
      beside === undefined ? [] : besideDots(topsOf(beside, scale), drawn, ({ y }) => y),
      Plot.ruleY([0], { stroke: MUTED }),
      ticksOf(scale, target),
      beneath(words.axis),
    ],
  });
}

/** The middle of each column that has dots, and how high they reach. */
function topsOf(hundred: Hundred, scale: DotScale): { readonly x: number; readonly y: number }[] {
  const width = scale.step * scale.abreast, from = startOf(hundred.target), tops = new Map<number, number>();
  for (const { x, y } of dotsOf(hundred, scale)) {
    const column = Math.floor((x - from) / width + 1e-9);
    tops.set(column, Math.max(tops.get(column) ?? 0, y));
  }
  return [...tops].map(([column, y]) => ({ x: from + (column + 0.5) * width, y }));
}

/** How many dots lie on either side of the target; both in one line where one side has no room. */
function counts(promised: Promised, { domain: [low, high] }: DotScale, missed: number, met: number): Plot.Markish[] {
  const target = onChart(limitOf(promised), promised.unit), label = (text: string, fill: string, side: "start" | "end") =>
    Plot.text([text], { x: target, frameAnchor: "top", lineAnchor: "top", textAnchor: side, dx: side === "end" ? -6 : 6, dy: -20, fill, fontWeight: 600 });
  const perPoint = (WIDTH - SIDE.left - SIDE.right) / (high - low), miss = { words: `${missed} miss`, fill: BAD, room: 60 }, meet = { words: `${met} meet it`, fill: GOOD, room: 84 }; // px
  const [left, right] = isTurned(promised) ? [meet, miss] : [miss, meet], both = `${left.words}, ${right.words}`;
  if ((high - target) * perPoint + SIDE.right < right.room) return [label(both, INK, "end")];
  if ((target - low) * perPoint < left.room) return [label(both, INK, "start")];
  return [label(left.words, left.fill, "end"), label(right.words, right.fill, "start")];
}

const TICK_STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10_000]; // points or seconds

/** Round numbers, and the target by name; a number too near the target gives way to it. */
function ticksOf({ domain: [low, high] }: DotScale, target: Promised | null): Plot.Markish {
  const span = high - low, best = bestOf(target), step = TICK_STEPS.find((s) => span / s <= 5) ?? 25_000, unit = target?.unit ?? "share";
  const round = Array.from({ length: Math.floor((isTurned(target) ? high : 100) / step) + 1 }, (_, i) => Math.abs(best - i * step)).filter((tick) => tick >= low + 0.02 * span && (tick <= high - 0.02 * span || (tick === best && best <= high)));
  if (target === null) return Plot.axisX(round, { tickFormat: (tick: number) => tickWords(tick, unit), tickSize: 4, fill: MUTED });
  const at = onChart(limitOf(target), unit), clear = round.filter((tick) => Math.abs(tick - at) > 0.2 * span), words = isTurned(target) ? promiseWords(target) : `target ${limitWords(target)}`;
  return Plot.axisX([...clear, at], { tickFormat: (tick: number) => (tick === at ? words : tickWords(tick, unit)), tickSize: 4, fill: MUTED });
}
