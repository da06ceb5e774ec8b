// Agents rostered and agents busy, all groups together: a line above bars; a dashed line where not all rostered are on the phone.

import * as Plot from "@observablehq/plot";
import { intervalNoun } from "../intervalWords.ts";
import { above, agentTick, besideDots, clockAxis, gapBeside, GOOD, GOOD_TINT, INK, panel, roundTicks, verticalScale, zeroLine, type Chart } from "../panel.ts";
import { awayOf, middleOf, type Slot, type View } from "../view.ts";
import { decimal, halfWidth, integer } from "../words.ts";

/** The most agents that a panel must hold. */
export const mostAgents = ({ slots }: View): number => Math.max(1, ...slots.flatMap((slot) => [slot.rostered, slot.busy, slot.onPhone]));

/** @param hours the clock hours that all panels of the row span, @param most the agents that this one does @param beside another plan, whose rostered agents are dots */
export function agentsByInterval(view: View, hours: readonly [number, number], most: number, beside?: View): Chart {
  const { slots } = view, ticks = roundTicks(most), inset = gapBeside(slots.length);
  const last = slots[slots.length - 1];
  const stepsOf = (agents: (slot: Slot) => number) => [...slots.map((slot) => ({ x: slot.from, y: agents(slot) })), { x: last.to, y: agents(last) }];
  const away = awayOf(view);
  return panel({
    id: `agents-${view.id}`, title: `${view.name}: agents rostered and busy by ${intervalNoun([view]).one}`, desc: description(view), height: 200,
    x: hours, y: [0, ticks[ticks.length - 1]],
    marks: [
      above("agents"), verticalScale(ticks, agentTick),
      Plot.rectY(slots, { x1: "from", x2: "to", y1: 0, y2: "busy", fill: GOOD_TINT, insetLeft: inset, insetRight: inset }),
      Plot.ruleY(slots, { x1: "from", x2: "to", y: "busy", stroke: GOOD, strokeWidth: 2, insetLeft: inset, insetRight: inset }),
      zeroLine(),
      Plot.line(stepsOf((slot) => slot.rostered), { x: "x", y: "y", curve: "step-after", stroke: INK, strokeWidth: 2.25 }),
      ...(away.absent || away.offPhone ? [Plot.line(stepsOf((slot) => slot.onPhone), { x: "x", y: "y", curve: "step-after", stroke: INK, strokeWidth: 1.5, strokeDasharray: "5 3" })] : []),
      beside === undefined ? [] : besideDots(beside.slots, middleOf, ({ rostered }) => rostered),
      clockAxis(hours),
    ],
  });
}

/** The slot in which the largest part of the agents rostered is busy; null where nobody is rostered or busy. */
export function tightestOf(slots: readonly Slot[]): Slot | null {
  const some = slots.filter((slot) => slot.rostered > 0 && slot.busy > 0);
  return some.length === 0 ? null : some.reduce((most, slot) => (slot.busy / slot.rostered > most.busy / most.rostered ? slot : most));
}

/** Whether the tightest is surely busier than every other: the intervals do not touch. */
export function standsOut(tightest: Slot, slots: readonly Slot[]): boolean {
  const half = ({ busyHalfWidth, rostered }: Slot) => (busyHalfWidth ?? Infinity) / rostered;
  return slots.every((slot) => slot === tightest || slot.rostered === 0 || slot.busy / slot.rostered + half(slot) < tightest.busy / tightest.rostered - half(tightest));
}

/** "3.4 (± 0.1) of 4" */
export function busyOfRostered({ busy, busyHalfWidth, rostered }: Slot): string {
  return `${decimal(busy, 1)}${busyHalfWidth === null ? "" : ` (± ${halfWidth(busyHalfWidth)})`} of ${rosteredWords(rostered)}`;
}

/** Whole agents without decimals. */
export const rosteredWords = (rostered: number): string => (Number.isInteger(rostered) ? integer(rostered) : decimal(rostered, 1));

function description({ slots }: View): string {
  const tightest = tightestOf(slots);
  return tightest === null ? "No agent is busy." : `Busiest from ${tightest.when}: ${busyOfRostered(tightest)} agents busy. Figures in the table.`;
}
