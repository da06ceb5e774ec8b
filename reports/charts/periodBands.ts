// Periods one after another: of each the middle run, eight runs in ten and 95 in a hundred, beside what was promised.

import * as Plot from "@observablehq/plot";
import { isMissed, limitOf, type Promised } from "../../sim/scenario/promised.ts";
import { shortMonth } from "../calendarNames.ts";
import type { Series, SeriesPeriod } from "../calendarSeries.ts";
import { above, BAD, BAD_TINT, gapBeside, GOOD, GOOD_TINT, LEFT, limitLine, MUTED, panel, RIGHT_WITH_TARGET, roundTicks, verticalScale, WIDTH, type Chart } from "../panel.ts";
import { limitWords, onChart, resultWords, tickWords } from "../promisedWords.ts";
import { decimal } from "../words.ts";

const LABEL = 29; // px of a month's three letters, and some room

export function periodBands({ periods, promised, agreement }: Series, { id, title, says }: { readonly id: string; readonly title: string; readonly says: string }): Chart {
  const known = periods.flatMap((period, i) => (period.level.p50 === null ? [] : [{ ...bandOf(period, promised), i, missed: isMissed(period.level.p50, promised) }])), inset = gapBeside(periods.length);
  const { unit } = promised, at = onChart(limitOf(promised), unit), drawn = [at, ...known.flatMap(({ least, most }) => [least, most])], ticks = promised.atLeast === null ? roundTicks(Math.max(...drawn)) : sharesTicks(drawn);
  const [low, high] = promised.atLeast === null ? [0, ticks[ticks.length - 1]] : frame(drawn), of = (missed: boolean) => known.filter((band) => band.missed === missed), across = { x1: (band: { i: number }) => band.i, x2: (band: { i: number }) => band.i + 1, insetLeft: inset, insetRight: inset };
  const parts = [[of(false), GOOD, GOOD_TINT], [of(true), BAD, BAD_TINT]] as const;
  return panel({
    id, title, desc: description(periods, promised, agreement), height: 236, x: [0, Math.max(1, periods.length)], y: [low, high], margin: { right: RIGHT_WITH_TARGET, bottom: 28 },
    marks: [
      above(says), verticalScale(ticks, (tick) => (tick === ticks[ticks.length - 1] ? tickWords(tick, unit) : decimal(tick, 0))),
      parts.map(([bands, strong]) => Plot.ruleX(bands, { x: (band: { i: number }) => band.i + 0.5, y1: "least", y2: "most", stroke: strong, strokeWidth: 1.25 })),
      parts.map(([bands, , tint]) => Plot.rectY(bands, { ...across, y1: "p10", y2: "p90", fill: tint })),
      parts.map(([bands, strong]) => Plot.ruleY(bands, { ...across, y: "p50", stroke: strong, strokeWidth: 3 })),
      limitLine(at, `${promised.atLeast === null ? "limit" : "target"}\n${limitWords(promised)}`), Plot.ruleY([low], { stroke: MUTED }), axis(periods),
    ],
  });
}

function bandOf({ level: { p025, p10, p50, p90, p975 } }: SeriesPeriod, { unit }: Promised) {
  const on = (result: number | null) => onChart(result ?? NaN, unit);
  return { least: on(p025), p10: on(p10), p50: on(p50), p90: on(p90), most: on(p975) };
}

function sharesTicks(drawn: readonly number[]): number[] {
  const [low, high] = frame(drawn), step = [1, 2, 5, 10, 20].find((points) => (high - low) / points <= 6) ?? 25;
  return Array.from({ length: Math.floor(high / step) - Math.ceil(low / step) + 1 }, (_, i) => (Math.ceil(low / step) + i) * step);
}

/** What all bands and the target of shares fit into, in fives, at least 20 points high. */
function frame(values: readonly number[]): readonly [number, number] {
  const low = Math.max(0, 5 * Math.floor((Math.min(...values) - 0.5) / 5)), high = Math.min(100, 5 * Math.ceil((Math.max(...values) + 0.5) / 5));
  return [Math.min(low, Math.max(0, high - 20)), Math.max(high, Math.min(100, low + 20))];
}

/** Months in three letters where they begin, as many as there is room for; a January with its year. */
function axis(periods: readonly SeriesPeriod[]): Plot.Markish {
  const wide = (WIDTH - LEFT - RIGHT_WITH_TARGET) / Math.max(1, periods.length), labels: { at: number; text: string }[] = [];
  periods.forEach(({ from }, i) => {
    const isNew = i === 0 || from.slice(0, 7) !== periods[i - 1].from.slice(0, 7), last = labels[labels.length - 1];
    if (isNew && (last === undefined || (i + 0.5 - last.at) * wide >= LABEL)) labels.push({ at: i + 0.5, text: shortMonth(from) });
  });
  const years = labels.map(({ at, text }, i) => ({ at, text, year: i === 0 ? periods[Math.floor(at)].from.slice(0, 4) : "" }));
  return Plot.text(years, { x: "at", frameAnchor: "bottom", lineAnchor: "top", dy: 8, text: "text", fill: MUTED });
}

function description(periods: readonly SeriesPeriod[], promised: Promised, agreement: string | null): string {
  const known = periods.filter(({ level }) => level.p50 !== null), missed = known.filter(({ level }) => isMissed(level.p50 ?? NaN, promised)).length;
  const medians = known.map(({ level }) => level.p50 ?? 0);
  if (known.length === 0) return "Nobody comes.";
  const [lowest, highest] = [Math.min(...medians), Math.max(...medians)].map((median) => resultWords(median, promised.unit));
  return `The middle run is ${promised.atLeast === null ? "above" : "below"} ${agreement === null ? "the target" : "what was promised"} in ${missed} of ${known.length}; the lowest of them at ${lowest}, the highest at ${highest}. Figures in the table.`;
}
