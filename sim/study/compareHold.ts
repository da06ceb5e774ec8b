// The least agents with which a way of working meets the target, on the same callers at every number.

import { limits } from "../scenario/limits.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { Hold } from "../scenario/studyHold.ts";
import type { Estimate } from "../stats/estimate.ts";
import { staffIn, withStaff } from "./compareStaff.ts";
import type { Result } from "./result.ts";
import type { Rounds } from "./rounds.ts";
import type { BlockJob } from "./run.ts";

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
  /** By the rota, all groups, hours a day: exact. */
  readonly paidHours: number | null;
  /** Of all contacts, with so many agents. */
  readonly serviceLevel: Estimate | null;
}

interface Tried {
  readonly meets: boolean;
  readonly mayMeet: boolean;
  readonly surelyMeets: boolean;
  readonly result: Result;
}

/** Numbers that surely miss, one below another, after which no smaller one is tried: a rota scaled down may dip and rise again. */
const MISSES_TO_STOP = 3;
/** Further numbers tried for one that surely meets. */
const MOST_ABOVE = 8;

/** @param now the run of the way as it is. @param jobOf a job like that for another scenario */
export function* holdRounds(scenario: Scenario, { target, staff }: Hold, now: Result, jobOf: (scenario: Scenario) => BlockJob): Rounds<Held> {
  const agentsNow = staffIn(scenario, staff), most = Math.min(limits.agents, Math.max(8 * agentsNow, 100));
  const tried = new Map<number, Tried>([[agentsNow, judged(now, scenario, target)]]);
  function* at(agents: number): Rounds<Tried> {
    const known = tried.get(agents);
    if (known !== undefined) return known;
    const [{ result }] = yield [jobOf(withStaff(scenario, staff, agents))], judgement = judged(result, scenario, target);
    tried.set(agents, judgement);
    return judgement;
  }

  // Two numbers between which the target begins to be met, in steps that double.
  let low = -1, high = agentsNow;
  if (tried.get(agentsNow)?.meets === true) {
    for (let step = 1; high > 0; step *= 2) {
      const next = Math.max(0, agentsNow - step);
      if (!(yield* at(next)).meets) { low = next; break; }
      high = next;
    }
  } else {
    low = agentsNow;
    for (let step = 1; ; step *= 2) {
      high = Math.min(most, agentsNow + step);
      if ((yield* at(high)).meets) break;
      low = high;
      if (high === most) return held(agentsNow, null, tried);
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
  return held(agentsNow, high, tried);
}

function held(agentsNow: number, agents: number | null, tried: ReadonlyMap<number, Tried>): Held {
  const all = [...tried].sort(([a], [b]) => a - b), first = (fits: (judged: Tried) => boolean) => all.find(([number, judgement]) => (agents === null || number >= agents) && fits(judgement))?.[0] ?? null;
  const found = agents === null ? undefined : tried.get(agents);
  return {
    agentsNow, agents, atLeast: all.find(([, { mayMeet }]) => mayMeet)?.[0] ?? null, atMost: first(({ surelyMeets }) => surelyMeets), tried: all[all.length - 1][0],
    paidHours: found === undefined ? null : Object.values(found.result.groups).reduce((sum, { paidHours }) => sum + (paidHours.mean ?? 0), 0),
    serviceLevel: found?.result.total.serviceLevel ?? null,
  };
}

/** By a target for all contacts together, or by the types' own: one that all share counts for all together. Where nobody comes nothing is missed. */
function judged(result: Result, { contacts }: Scenario, target: number | undefined): Tried {
  const own = Object.entries(contacts).map(([name, type]) => ({ level: result.types[name].serviceLevel, target: type.target }));
  const shared = target ?? (own.every((type) => type.target === own[0].target) ? own[0].target : undefined);
  const parts = (shared === undefined ? own : [{ level: result.total.serviceLevel, target: shared }]).filter(({ level }) => level.mean !== null);
  const each = (fits: (mean: number, half: number, wanted: number) => boolean) => parts.every(({ level: { mean, halfWidth }, target: wanted }) => fits(mean ?? 0, halfWidth ?? Infinity, wanted));
  return {
    result,
    meets: each((mean, _, wanted) => mean >= wanted),
    mayMeet: each((mean, half, wanted) => mean + half >= wanted),
    surelyMeets: each((mean, half, wanted) => mean - half >= wanted),
  };
}
