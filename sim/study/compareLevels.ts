// What a way of working gives and takes at a number of agents: of one day as its run has it, of a week over all kinds of day.

import type { Estimate } from "../stats/estimate.ts";
import { isWeek, perOf, typesOf, type WayRan } from "./compareKinds.ts";
import { estimated } from "./compareMeasures.ts";

/** The service level of all contacts. */
export function levelOf(way: WayRan): Estimate {
  return isWeek(way.scenario) ? estimated("serviceLevel", way) : way.kinds[0].result.total.serviceLevel;
}

/** What a day costs, a week or the whole calendar; null where the scenario says nothing of pay. */
export function costOf(way: WayRan): Estimate | null {
  if (perOf(way.scenario) === "day") return way.kinds[0].result.money?.cost ?? null;
  const cost = estimated("cost", way);
  return cost.mean === null ? null : cost;
}

/** By the rota, all groups together, hours a day, a week or in the whole calendar: exact. */
export function paidHoursOf({ kinds }: WayRan): number {
  return kinds.reduce((sum, { times, result: { groups } }) => sum + times * Object.values(groups).reduce((all, { paidHours }) => all + (paidHours.mean ?? 0), 0), 0);
}

/** Whether a level meets what was promised: on average, possibly and surely, by its 95 % interval. */
export interface Meeting {
  readonly meets: boolean;
  readonly mayMeet: boolean;
  readonly surelyMeets: boolean;
  /** Whether more of the same days could not change `meets`: three half-widths off, nearly six standard errors. */
  readonly isClear: boolean;
}

/** By a target for all contacts together, or by the types' own: one that all share counts for all together. Where nobody comes nothing is missed. */
export function meeting(way: WayRan, target: number | undefined): Meeting {
  const own = typesOf(way.scenario).map((name) => ({ level: levelOfType(way, name), target: way.kinds.find(({ scenario }) => Object.hasOwn(scenario.contacts, name))?.scenario.contacts[name].target ?? 0 }));
  const shared = target ?? (own.every((type) => type.target === own[0].target) ? own[0].target : undefined);
  const parts = (shared === undefined ? own : [{ level: levelOf(way), target: shared }]).filter(({ level }) => level.mean !== null);
  const each = (fits: (mean: number, half: number, wanted: number) => boolean) => parts.every(({ level: { mean, halfWidth }, target: wanted }) => fits(mean ?? 0, halfWidth ?? Infinity, wanted));
  return {
    meets: each((mean, _, wanted) => mean >= wanted),
    mayMeet: each((mean, half, wanted) => mean + half >= wanted),
    surelyMeets: each((mean, half, wanted) => mean - half >= wanted),
    isClear: each((mean, half, wanted) => mean - 3 * half > wanted) || !each((mean, half, wanted) => mean + 3 * half >= wanted),
  };
}

function levelOfType(way: WayRan, type: string): Estimate {
  return isWeek(way.scenario) ? estimated("serviceLevel", way, type) : way.kinds[0].result.types[type].serviceLevel;
}
