// What the rota costs: exact, since whoever is absent is paid too. Hours and the scenario's currency, a day.

import type { Pay, Scenario } from "../scenario/schema.ts";
import { rotaOf } from "./rota.ts";

/** Everybody of a group on one shift. */
export interface PaidShift {
  readonly group: string;
  /** Null where the group has numbers of agents instead of shifts. */
  readonly shift: string | null;
  /** Of numbers by interval the most at once. */
  readonly agents: number;
  /** Paid hours a day: breaks included unless they are unpaid. */
  readonly hours: number;
  /** What these hours cost by the rates of the day; 0 where the scenario has no pay. */
  readonly pay: number;
}

/** The rota by group and shift, in the file's order. */
export function paidShifts(scenario: Scenario): PaidShift[] {
  return Object.entries(scenario.groups).flatMap(([name, group]) => {
    const parts = group.shifts === undefined ? [null] : Object.keys(group.shifts), perHour = group.pay?.perHour ?? scenario.pay?.perHour ?? 0;
    return parts.map((shift): PaidShift => {
      const agents = shift === null ? Math.max(0, ...[group.agents ?? 0].flat()) : (group.shifts?.[shift] ?? 0);
      const { paid } = rotaOf(shift === null ? group : { ...group, shifts: { [shift]: agents } }, scenario);
      let seconds = 0, atRates = 0;
      for (const { from, to, agents: people } of paid) {
        seconds += people * (to - from);
        atRates += people * secondsAtRates(scenario.opening.from + from, scenario.opening.from + to, scenario.pay);
      }
      return { group: name, shift, agents, hours: seconds / 3600, pay: (perHour * (scenario.pay?.factor ?? 1) * atRates) / 3600 };
    });
  });
}

/** Seconds between two times of day, each counted as often as the rate at its time says. */
function secondsAtRates(from: number, to: number, pay: Pay | undefined): number {
  let seconds = to - from;
  for (const rate of pay?.rates ?? []) seconds += (rate.factor - 1) * Math.max(0, Math.min(to, rate.to) - Math.max(from, rate.from));
  return seconds;
}

/** Pay of the rota a day: exact. */
export function staffPay(scenario: Scenario): number {
  return paidShifts(scenario).reduce((sum, { pay }) => sum + pay, 0);
}

/** Full-time posts that the rota of this day takes: its paid hours / what one post gives after leave, sickness and training. Null where the scenario has no post. */
export function postsOf(scenario: Scenario): number | null {
  const post = scenario.pay?.post;
  if (post === undefined) return null;
  return (3600 * paidShifts(scenario).reduce((sum, { hours }) => sum + hours, 0)) / (post.hours * (1 - post.away));
}
