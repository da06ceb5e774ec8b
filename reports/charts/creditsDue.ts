// What is due in all for a calendar: bars of the share of runs, and the mean.

import * as Plot from "@observablehq/plot";
import type { CalendarCredits } from "../../sim/study/calendarAgreements.ts";
import { bracketed } from "../calendarWords.ts";
import { boundedMoney, moneyText } from "../money.ts";
import { above, BAD, beneath, INK, LEFT, MUTED, panel, RIGHT, roundTicks, verticalScale, zeroLine, type Chart } from "../panel.ts";
import { percent } from "../words.ts";

const MOST_BARS = 24, HALF = 0.4, WIDEST = 0.06; // half a bar's width: of the step from one amount to the next, and at most so much of the largest

export interface CreditBar {
  /** Due: from this, to below that; around the one amount where there are few. */
  readonly from: number;
  readonly to: number;
  /** Points. */
  readonly runs: number;
}

/** A bar for each amount or, where that makes too many, bars of a round width. */
export function creditBars({ amounts }: Pick<CalendarCredits, "amounts">): { readonly bars: readonly CreditBar[]; readonly isOfOneAmount: boolean } {
  const paid = amounts.map(({ pay }) => pay), most = Math.max(...paid), step = amounts.length > 1 ? Math.min(...paid.slice(1).map((pay, i) => pay - paid[i])) : Math.max(1, most), shares = new Map<number, number>();
  if (most / step < MOST_BARS) {
    const half = Math.min(HALF * step, WIDEST * Math.max(1, most));
    return { isOfOneAmount: true, bars: amounts.map(({ pay, share }) => ({ from: pay - half, to: pay + half, runs: 100 * share })) };
  }
  const width = roundWidth(most);
  for (const { pay, share } of amounts) { const bar = Math.floor(pay / width + 1e-9); shares.set(bar, (shares.get(bar) ?? 0) + share); }
  return { isOfOneAmount: false, bars: [...shares].sort(([a], [b]) => a - b).map(([bar, share]) => ({ from: bar * width, to: (bar + 1) * width, runs: 100 * share })) };
}

function roundWidth(most: number): number {
  const least = Math.max(most / (MOST_BARS - 1), 0.01), magnitude = 10 ** Math.floor(Math.log10(least));
  return magnitude * ([1, 2, 5, 10].find((factor) => factor * magnitude >= least * (1 - 1e-9)) ?? 10);
}

export function creditsDue(credits: CalendarCredits, currency: string, { id, title }: { readonly id: string; readonly title: string }): Chart {
  const { bars } = creditBars(credits), mean = credits.inAll.mean ?? 0, start = Math.min(0, bars[0].from), end = Math.max(...bars.map(({ to }) => to)), highest = Math.max(...bars.map(({ runs }) => runs)), ticks = roundTicks(highest);
  const across = roundTicks(end).filter((tick) => tick <= end * 1.001), marked = across.filter((_, i) => i % Math.ceil(across.length / 4) === 0), right = mean > 0.6 * end;
  return panel({
    id, title, desc: `On average ${bracketed(boundedMoney(credits.inAll, currency))}; nothing in ${percent(credits.amounts.find(({ pay }) => pay === 0)?.share ?? 0)} of runs, in nine of ten at most ${moneyText(credits.p90, currency, 0)}.`,
    height: 232, x: [start, end], y: [0, ticks[ticks.length - 1]], margin: { top: 44, bottom: 40, right: RIGHT + 8 },
    marks: [
      above("% of runs", LEFT, 16), verticalScale(ticks, (tick) => (tick === ticks[ticks.length - 1] ? `${tick}%` : String(tick))),
      Plot.rectY(bars, { x1: "from", x2: "to", y1: 0, y2: "runs", fill: BAD, insetLeft: 0.75, insetRight: 0.75 }),
      zeroLine(),
      Plot.ruleX([mean], { stroke: INK, strokeWidth: 1.75, insetTop: -14 }),
      Plot.text([`mean ${moneyText(mean, currency, 0)}`], { x: mean, frameAnchor: "top", textAnchor: right ? "end" : "start", lineAnchor: "bottom", dx: right ? -5 : 5, dy: -4, fill: INK, fontWeight: 600 }),
      Plot.axisX(marked, { tickFormat: (tick: number) => moneyText(tick, currency, 0), tickSize: 4, stroke: MUTED, fill: MUTED, strokeWidth: 1 }),
      beneath("due in all"),
    ],
  });
}
