// Agents required and rostered by interval, two lines, the gap between them shaded: orange where agents are short.

import * as Plot from "@observablehq/plot";
import type { GroupRequirements } from "../../sim/study/require.ts";
import { above, agentTick, BAD_TINT, besideDots, clockAxis, GOOD, INK, panel, roundTicks, TINT, verticalScale, zeroLine, type Chart } from "../panel.ts";
import { agentsShown, type NamedStaffing } from "../requireWords.ts";
import { middleOf } from "../view.ts";
import { clock, hoursOf, integer } from "../words.ts";

/** The most agents that a panel must hold. */
export const mostRequired = ({ intervals, rules }: GroupRequirements): number => Math.max(1, ...intervals.map(({ available }) => available), ...rules.flatMap((rule) => rule.intervals.map(({ agents }) => agents)));

/** @param id unique on the page, @param hours the clock hours that all panels span, @param most the agents that they hold @param beside another plan of the group, whose rota is dots */
export function requiredAgents(group: GroupRequirements, { label, staffing }: NamedStaffing, id: string, hours: readonly [number, number], most: number, beside?: GroupRequirements): Chart {
  const slots = group.intervals.map(({ from, to, available }, i) => ({ from: hoursOf(from), to: hoursOf(to), available, required: staffing.intervals[i].agents }));
  const ticks = roundTicks(most), last = slots[slots.length - 1];
  const steps = (of: "available" | "required") => [...slots.map((slot) => ({ x: slot.from, y: slot[of] })), { x: last.to, y: last[of] }];
  const gap = (some: typeof slots, fill: string) => Plot.rect(some, { x1: "from", x2: "to", y1: "available", y2: "required", fill, insetLeft: -0.2, insetRight: -0.2 });
  const line = (of: "available" | "required", stroke: string) => Plot.line(steps(of), { x: "x", y: "y", curve: "step-after", stroke, strokeWidth: 2.25 });
  return panel({
    id, title: `${label}: agents required and rostered`, desc: description(group, staffing), height: 200, x: hours, y: [0, ticks[ticks.length - 1]],
    marks: [
      above("agents"), verticalScale(ticks, agentTick),
      gap(slots.filter(({ available, required }) => required < available), TINT), gap(slots.filter(({ available, required }) => required > available), BAD_TINT),
      zeroLine(), line("available", INK), line("required", GOOD),
      beside === undefined ? [] : besideDots(beside.intervals, ({ from, to }) => middleOf({ from: hoursOf(from), to: hoursOf(to) }), ({ available }) => available),
      clockAxis(hours),
    ],
  });
}

/** By how much and where a rota is shortest of agents; null where it never is. */
export function shortestOf({ intervals }: GroupRequirements, { intervals: required }: NamedStaffing["staffing"]): { readonly from: string; readonly to: string; readonly by: number } | null {
  const gaps = intervals.map(({ from, to, available }, i) => ({ from, to, by: required[i].agents - available })).filter(({ by }) => by > 1e-9);
  return gaps.length === 0 ? null : gaps.reduce((most, gap) => (gap.by > most.by ? gap : most));
}

function description(group: GroupRequirements, staffing: NamedStaffing["staffing"]): string {
  const shortest = shortestOf(group, staffing), short = group.intervals.filter(({ available }, i) => staffing.intervals[i].agents - available > 1e-9).length;
  if (shortest === null) return "Nowhere are fewer agents rostered than required. Figures in the table.";
  return `Fewer agents rostered than required in ${integer(short)} of ${integer(group.intervals.length)} intervals, most from ${clock(shortest.from)} to ${clock(shortest.to)}: ${agentsShown(shortest.by)} short. Figures in the table.`;
}
