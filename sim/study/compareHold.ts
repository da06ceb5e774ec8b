// The least agents with which a way of working meets the target, on the same callers at every number; and what it gives at numbers around.

import { limits } from "../scenario/limits.ts";
import type { Hold } from "../scenario/studyHold.ts";
import type { Estimate } from "../stats/estimate.ts";
import { simulated, type Simulation, type WayRan } from "./compareKinds.ts";
import { costOf, levelOf, meeting, paidHoursOf, type Meeting } from "./compareLevels.ts";
import { staffIn, withStaff } from "./compareStaff.ts";
import type { Rounds } from "./rounds.ts";

export interface Held {
  /** As the way of working has it. */
  readonly agentsNow: number;
  /** The least number that meets the target on average of the simulated days; null where none does up to `tried`. */
  readonly agents: number | null;
  /** The least number that may meet the target, and the first that surely does, by their 95 % intervals; null where none tried does. */
  readonly atLeast: number | null;
  readonly atMost: number | null;
  /** The highest number tried. */
  readonly tried: number;
  /** By the rota, all groups, hours a day or a week: exact. */
  readonly paidHours: number | null;
  /** A day or a week, with so many agents; null without pay. */
  readonly cost: Estimate | null;
  /** Of all contacts, with so many agents. */
  readonly serviceLevel: Estimate | null;
}

/** One number of agents of a way's staffing curve. */
export interface StaffingPoint {
  readonly agents: number;
  /** Simulated for this number: fewer than the study's where they already leave no doubt about the target. */
  readonly days: number;
  /** By the rota, all groups, hours a day or a week: exact. */
  readonly paidHours: number;
  readonly serviceLevel: Estimate;
  /** A day or a week; null without pay. */
  readonly cost: Estimate | null;
}

export interface HeldAndCurve {
  readonly held: Held;
  /** All numbers tried, rising. */
  readonly curve: readonly StaffingPoint[];
}

interface Tried extends Meeting {
  readonly point: StaffingPoint;
}

/** Numbers that surely miss, one below another, after which no smaller one is tried: a rota scaled down may dip and rise again. */
const MISSES_TO_STOP = 3;
/** Days that every number of agents gets; the study's others only where these leave it open whether the target is met. */
const FIRST_DAYS = 1000;
/** Further numbers tried for one that surely meets. */
const MOST_ABOVE = 8;
/** Numbers tried on either side of what a way has now, up to half as many again and down to half. */
const ON_EITHER_SIDE = 4;

/** @param now the run of the way as it is */
export function* holdRounds({ target, staff }: Hold, now: WayRan, simulation: Simulation): Rounds<HeldAndCurve> {
  const { scenario } = now, agentsNow = staffIn(scenario, staff), most = Math.min(limits.agents, Math.max(8 * agentsNow, 100));
  const all = simulation.days, first = Math.min(all, FIRST_DAYS), tried = new Map<number, Tried>([[agentsNow, judged(agentsNow, now, all, target)]]);
  function* run(numbers: readonly number[], days: number): Rounds<void> {
    if (numbers.length === 0) return;
    const ways = yield* simulated(numbers.map((agents) => withStaff(scenario, staff, agents)), { ...simulation, days });
    numbers.forEach((agents, i) => tried.set(agents, judged(agents, ways[i], days, target)));
  }
  const isOpen = (agents: number) => { const known = tried.get(agents); return known === undefined || (!known.isClear && known.point.days < all); };
  function* at(agents: number): Rounds<Tried> {
    if (!tried.has(agents)) yield* run([agents], first);
    if (isOpen(agents)) yield* run([agents], all);
    return triedAt(tried, agents);
  }
  const beside = numbersAround(agentsNow, most);
  yield* run(beside, first);
  yield* run(beside.filter(isOpen), all);

  // Two numbers between which the target begins to be met: of those around, or beyond them in steps that double.
  const around = [...tried.keys()].sort((a, b) => a - b);
  let high = around.find((agents) => tried.get(agents)?.meets === true) ?? around[around.length - 1], low = Math.max(-1, ...around.filter((agents) => agents < high));
  if (tried.get(high)?.meets !== true) {
    for (let step = 1; ; step *= 2) {
      low = high;
      high = Math.min(most, low + step);
      if ((yield* at(high)).meets) break;
      if (high === most) return { held: held(agentsNow, null, tried), curve: curveOf(tried) };
    }
  } else if (high === around[0]) {
    for (let step = 1; high > 0; step *= 2) {
      const next = Math.max(0, high - step);
      if (!(yield* at(next)).meets) { low = next; break; }
      high = next;
    }
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((yield* at(middle)).meets) high = middle;
    else low = middle;
  }
  for (let agents = high - 1, misses = 0; agents >= 0 && misses < MISSES_TO_STOP; agents--) {
    const { meets, mayMeet } = yield* at(agents);
    if (meets) high = agents;
    misses = mayMeet ? 0 : misses + 1;
  }
  for (let agents = high; agents <= Math.min(most, high + MOST_ABOVE); agents++) if ((yield* at(agents)).surelyMeets) break;
  if (triedAt(tried, high).point.days < all) yield* run([high], all);
  return { held: held(agentsNow, high, tried), curve: curveOf(tried) };
}

/** Up to eight numbers beside `now`. */
function numbersAround(now: number, most: number): number[] {
  const step = Math.max(1, now / (2 * ON_EITHER_SIDE));
  const numbers = Array.from({ length: 2 * ON_EITHER_SIDE + 1 }, (_, i) => Math.round(now + (i - ON_EITHER_SIDE) * step));
  return [...new Set(numbers)].filter((agents) => agents >= 1 && agents <= most && agents !== now);
}

function triedAt(tried: ReadonlyMap<number, Tried>, agents: number): Tried {
  const known = tried.get(agents);
  if (known === undefined) throw new Error(`${agents} agents have not been tried`);
  return known;
}

function judged(agents: number, way: WayRan, days: number, target: number | undefined): Tried {
  return { ...meeting(way, target), point: { agents, days, paidHours: paidHoursOf(way), serviceLevel: levelOf(way), cost: costOf(way) } };
}

function curveOf(tried: ReadonlyMap<number, Tried>): StaffingPoint[] {
  return [...tried.values()].map(({ point }) => point).sort((a, b) => a.agents - b.agents);
}

function held(agentsNow: number, agents: number | null, tried: ReadonlyMap<number, Tried>): Held {
  const all = [...tried].sort(([a], [b]) => a - b), first = (fits: (judged: Tried) => boolean) => all.find(([number, judgement]) => (agents === null || number >= agents) && fits(judgement))?.[0] ?? null;
  const found = agents === null ? undefined : tried.get(agents);
  return {
    agentsNow, agents, atLeast: all.find(([, { mayMeet }]) => mayMeet)?.[0] ?? null, atMost: first(({ surelyMeets }) => surelyMeets), tried: all[all.length - 1][0],
    paidHours: found?.point.paidHours ?? null, cost: found?.point.cost ?? null, serviceLevel: found?.point.serviceLevel ?? null,
  };
}

