// What a way of working gives and takes at a number of agents: of one day as its run has it, of a week over all kinds of day.

import type { Estimate } from "../stats/estimate.ts";
import { typesOf, type WayRan } from "./compareKinds.ts";
import { estimated } from "./compareMeasures.ts";

/** The service level of all contacts. */
export function levelOf(way: WayRan): Estimate {
  const [only, ...others] = way.kinds;
  return others.length === 0 ? only.result.total.serviceLevel : estimated("serviceLevel", way);
}

/** What a day costs, or a week; null where the scenario says nothing of pay. */
export function costOf(way: WayRan): Estimate | null {
  const [only, ...others] = way.kinds;
  if (others.length === 0) return only.result.money?.cost ?? null;
  const cost = estimated("cost", way);
  return cost.mean === null ? null : cost;
}

/** By the rota, all groups together, hours a day or a week: exact. */
export function paidHoursOf({ kinds }: WayRan): number {
  return kinds.reduce((sum, { times, result: { groups } }) => sum + times * Object.values(groups).reduce((all, { paidHours }) => all + (paidHours.mean ?? 0), 0), 0);
}

/** Whether a level meets what was promised: on average, possibly and surely, by its 95 % interval. */
export interface Meeting {
  readonly meets: boolean;
  readonly mayMeet: boolean;
  readonly surelyMeets: boolean;
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
  };
}

function levelOfType(way: WayRan, type: string): Estimate {
  const [only, ...others] = way.kinds;
  return others.length === 0 ? only.result.types[type].serviceLevel : estimated("serviceLevel", way, type);
}
