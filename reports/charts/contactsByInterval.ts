// What becomes of the contacts of each interval: answered, abandoned, lost; stacked up to those offered.

import * as Plot from "@observablehq/plot";
import { intervalNoun } from "../intervalWords.ts";
import { above, agentTick, BAD, beneath, clockAxis, gapBeside, GOOD, INK, panel, roundTicks, verticalScale, zeroLine, type Chart } from "../panel.ts";
import type { View } from "../view.ts";
import type { ContactEstimates } from "../../sim/study/result.ts";
import { amountShown, inSentence } from "../words.ts";

/** The most contacts that a panel must hold. */
export const mostContacts = ({ slots }: View): number => Math.max(1, ...slots.map((slot) => slot.result.total.offered.mean ?? 0));

/** Blocked, or still waiting at closing: neither answered nor hung up. */
export const lostOf = ({ blocked, lostAtClose }: ContactEstimates): number => (blocked.mean ?? 0) + (lostAtClose.mean ?? 0);

/** @param hours the clock hours that all panels of the row span, @param most the contacts that this one does */
export function contactsByInterval(view: View, hours: readonly [number, number], most: number): Chart {
  const { slots, result: { total } } = view, ticks = roundTicks(most), inset = gapBeside(slots.length), noun = intervalNoun([view]).one;
  const bars = slots.map(({ from, to, result }) => {
    const answered = result.total.answered.mean ?? 0, gone = answered + (result.total.abandoned.mean ?? 0);
    return { from, to, answered, gone, all: gone + lostOf(result.total) };
  });
  const sides = { x1: "from", x2: "to", insetLeft: inset, insetRight: inset } as const, lost = lostOf(total);
  const number = (mean: number) => amountShown({ mean, halfWidth: null }).value;
  const parts = [`${number(total.answered.mean ?? 0)} answered`, `${number(total.abandoned.mean ?? 0)} abandoned`, ...(lost > 0 ? [`${number(lost)} lost`] : [])];
  return panel({
    id: `contacts-${view.id}`, title: `${view.name}: ${view.contacts} answered and abandoned by ${noun}`, desc: description(view), height: 214,
    x: hours, y: [0, ticks[ticks.length - 1]], margin: { bottom: 40 },
    marks: [
      above(`${view.contacts} per ${noun}`), verticalScale(ticks, agentTick),
      Plot.rectY(bars, { ...sides, y1: 0, y2: "answered", fill: GOOD }),
      Plot.rectY(bars.filter((bar) => bar.gone > bar.answered), { ...sides, y1: "answered", y2: "gone", fill: BAD, insetBottom: 0.75 }),
      Plot.rectY(bars.filter((bar) => bar.all > bar.gone), { ...sides, y1: "gone", y2: "all", fill: INK, insetBottom: 0.75 }),
      zeroLine(), clockAxis(hours), beneath(`${parts.join(", ")} a day`),
    ],
  });
}

function description({ result: { total } }: View): string {
  const { offered, answered, abandoned, blocked, lostAtClose } = total;
  const rest = [
    ...((blocked.mean ?? 0) > 0 ? [`${inSentence(amountShown(blocked))} find all lines taken`] : []),
    ...((lostAtClose.mean ?? 0) > 0 ? [`${inSentence(amountShown(lostAtClose))} are lost at closing`] : []),
  ];
  return [`Of ${inSentence(amountShown(offered))} contacts a day ${inSentence(amountShown(answered))} are answered, ${inSentence(amountShown(abandoned))} abandoned`, ...rest].join(", ").concat(".");
}
