// How many agents a target takes.

import { leastWhole } from "./leastWhole.ts";
import { offeredLoad, type Queue, type SteadyState } from "./queue.ts";
import { steadyState } from "./steadyState.ts";

/** What must hold, all of it at once: shares from 0 to 1, waits in seconds. */
export interface Targets {
  /** At least. */
  readonly serviceLevel?: number;
  /** At most, like all that follow. */
  readonly averageSpeedOfAnswer?: number;
  readonly averageWait?: number;
  readonly abandonmentRate?: number;
  readonly probabilityOfWait?: number;
  /** A cap. */
  readonly occupancy?: number;
}

const AT_MOST = ["averageSpeedOfAnswer", "averageWait", "abandonmentRate", "probabilityOfWait", "occupancy"] as const;

/**
 * The least number of agents with which all targets are met; 0 where nobody calls.
 * @param formula one of Erlang C, Erlang A and M/M/n+G; without it, the one that fits the queue
 * @throws RangeError for a target that no number of agents meets, and for what the formula does not cover
 */
export function leastAgents(queue: Omit<Queue, "agents">, targets: Targets, formula: (queue: Queue) => SteadyState = steadyState): number {
  checkTargets(targets);
  const meets = (agents: number) => isMet(formula({ ...queue, agents }), targets);
  if (queue.arrivalRate === 0) return 0;
  // With an agent for every line nobody waits, and more agents only change the occupancy.
  if (queue.lines !== undefined && targets.serviceLevel !== undefined && !isMet(formula({ ...queue, agents: queue.lines }), { serviceLevel: targets.serviceLevel })) {
    throw new RangeError(`no number of agents reaches a service level of ${targets.serviceLevel} with ${queue.lines} lines: too many are blocked`);
  }
  return leastWhole(meets, offeredLoad(queue));
}

function isMet(state: SteadyState, targets: Targets): boolean {
  const reached = (name: keyof Targets, holds: (value: number, target: number) => boolean) => {
    const target = targets[name], value = state[name];
    return target === undefined || (value !== null && holds(value, target)); // null: nobody is answered, or waits have no bound
  };
  return reached("serviceLevel", (value, target) => value >= target) && AT_MOST.every((name) => reached(name, (value, target) => value <= target));
}

/** With more and more agents all measures tend to 1 or 0, and never get there. */
function checkTargets(targets: Targets): void {
  const { serviceLevel } = targets, capped = AT_MOST.filter((name) => targets[name] !== undefined);
  if (serviceLevel === undefined && capped.length === 0) throw new RangeError("there is no target");
  if (serviceLevel !== undefined && !(serviceLevel >= 0 && serviceLevel < 1)) throw new RangeError(`no number of agents reaches a service level of ${serviceLevel}: it must be from 0 to below 1`);
  for (const name of capped) {
    if (!(targets[name]! > 0)) throw new RangeError(`no number of agents brings ${name} to ${targets[name]}: it must be above 0`);
  }
}
