// Iterative staffing: the least agents by interval with which the simulated service level of every interval reaches its target.
// A variant of Feldman, Mandelbaum, Massey and Whitt, "Staffing of time-varying queues to achieve time-stable performance" (2008).
// They aim at the chance of waiting and read the staff off the simulated number of contacts in the system; here the aim is the
// service level of the contacts of an interval, a planner's own promise, and the staff changes until every interval keeps it.

/** What a staffing attains in an interval: means over the simulated days, null where there is nothing to measure. */
export interface Attainment {
  readonly serviceLevel: number | null;
  readonly occupancy: number | null;
}

export interface Goal {
  /** Service level by interval, above 0 and below 1. */
  readonly targets: readonly number[];
  /** Agents by interval below which the search does not go. */
  readonly fewest: readonly number[];
  /** Erlangs by interval: how much an agent matters, as in square-root staffing. */
  readonly loads: readonly number[];
  readonly maxOccupancy?: number | undefined;
}

export interface Search {
  readonly agents: readonly number[];
  /** How many staffings were simulated. */
  readonly simulations: number;
  /** Intervals, by number, below the target: no more agents bring them there, since callers are blocked, or the search came to its limit. */
  readonly short: readonly number[];
  /** Whether the search ended with no agent found to spare; otherwise it came to its limit before. */
  readonly settled: boolean;
}

const APPROACHES = 8; // rounds in which all intervals move at once
const NEAR = 0.001; // of a service level that cannot be reached
const LOGIT_PER_DEVIATION = 1.7; // the logistic law comes nearest to the normal one with this factor

/**
 * First all intervals move at once by an estimate, until they stand still or come back to where they were; then those that are
 * short gain agents, the earliest of neighbours first, since its queue is theirs too; then each interval gives away the agents that
 * nobody misses.
 *
 * Yields the agents by interval to be simulated next, and is given back what they attain, by interval, always with the same luck.
 * @param start agents by interval
 */
export function* iterativeStaffing(start: readonly number[], goal: Goal): Generator<readonly number[], Search, readonly Attainment[]> {
  const intervals = start.length, most = 60 + 8 * intervals;
  const known = new Map<string, readonly Attainment[]>();
  function* simulated(agents: readonly number[]): Generator<readonly number[], readonly Attainment[], readonly Attainment[]> {
    const key = agents.join(), found = known.get(key) ?? (yield agents);
    known.set(key, found);
    return found;
  }
  const isShort = (found: readonly Attainment[], i: number) => !meets(found[i], goal, i);

  let agents = start.map((number, i) => Math.max(number, goal.fewest[i]));
  for (let round = 0; round < APPROACHES; round++) {
    const found = yield* simulated(agents), damping = round < 2 ? 1 : 0.5;
    const next = agents.map((number, i) => Math.max(goal.fewest[i], number + Math.round(damping * missing(found[i], number, goal, i))));
    if (known.has(next.join())) break; // it stands still, or runs in a circle
    agents = next;
  }

  const hopeless = new Set<number>();
  for (let found = yield* simulated(agents); known.size < most; ) {
    const first = found.flatMap((_, i) => (isShort(found, i) && !hopeless.has(i) && (i === 0 || !isShort(found, i - 1) || hopeless.has(i - 1)) ? [i] : []));
    if (first.length === 0) break;
    const more = agents.map((number, i) => (first.includes(i) ? number + Math.max(1, Math.floor(missing(found[i], number, goal, i))) : number));
    const then = yield* simulated(more);
    for (const i of first) {
      if (!isBetter(then[i], found[i], goal, i)) hopeless.add(i);
      else agents = agents.map((number, at) => (at === i ? more[i] : number));
    }
    found = yield* simulated(agents);
  }

  const setting = (at: number, number: number) => agents.map((each, i) => (i === at ? number : each));
  for (const i of [...hopeless].sort((a, b) => a - b)) { // the agents that bring it as near as it comes
    const nearest = yield* simulated(agents), close = (nearest[i].serviceLevel ?? 0) - NEAR;
    for (let below = goal.fewest[i] - 1; agents[i] - below > 1 && known.size < most; ) {
      const middle = Math.floor((below + agents[i]) / 2), then = yield* simulated(setting(i, middle));
      if ((then[i].serviceLevel ?? 0) >= close && then.every((_, at) => at === i || !isShort(then, at) || isShort(nearest, at))) agents = setting(i, middle);
      else below = middle;
    }
  }

  // Fewer agents elsewhere make no interval better, so an agent who was missed once need not be tried again.
  for (let i = 0; i < intervals; i++) {
    for (let found = yield* simulated(agents); known.size < most && agents[i] > goal.fewest[i] && maySpare(found[i], goal, i); ) {
      const fewer = setting(i, agents[i] - 1), then = yield* simulated(fewer);
      if (then.some((_, at) => isShort(then, at) && !isShort(found, at))) break;
      agents = fewer;
      found = then;
    }
  }
  const found = yield* simulated(agents);
  return { agents, simulations: known.size, settled: known.size < most, short: found.flatMap((_, i) => (isShort(found, i) ? [i] : [])) };
}

function meets({ serviceLevel, occupancy }: Attainment, { targets, maxOccupancy = 1 }: Goal, i: number): boolean {
  return (serviceLevel === null || serviceLevel >= targets[i]) && (occupancy === null || occupancy <= maxOccupancy || maxOccupancy === 1);
}

/** Whether what keeps an interval from its goal has become less. */
function isBetter(then: Attainment, before: Attainment, { targets }: Goal, i: number): boolean {
  return (before.serviceLevel ?? 1) < targets[i] ? (then.serviceLevel ?? 0) > (before.serviceLevel ?? 0) : (then.occupancy ?? 0) < (before.occupancy ?? 0);
}

/** Agents missing, or to spare where negative, not rounded: the service level taken for a normal law of the agents, as wide as the root of the load. */
function missing({ serviceLevel, occupancy }: Attainment, agents: number, { targets, loads, maxOccupancy }: Goal, i: number): number {
  const byLevel = serviceLevel === null ? -agents : (worth(loads[i]) * (logit(targets[i]) - logit(serviceLevel))) / LOGIT_PER_DEVIATION;
  return maxOccupancy === undefined || occupancy === null ? byLevel : Math.max(byLevel, agents * (occupancy / maxOccupancy - 1));
}

/** Whether an agent fewer might do: at least a fifth of what the agent is worth by the same law is to spare. Anything tighter is not worth a simulation. */
function maySpare({ serviceLevel }: Attainment, { targets, loads }: Goal, i: number): boolean {
  if (serviceLevel === null) return true;
  const without = 1 / (1 + Math.exp(LOGIT_PER_DEVIATION / worth(loads[i]) - logit(serviceLevel)));
  return serviceLevel - targets[i] >= 0.2 * (serviceLevel - without);
}

const worth = (load: number): number => Math.sqrt(Math.max(0.5, load));

/** Log-odds; a level of 0 or 1 says no more than that it is far off. */
function logit(level: number): number {
  const within = Math.min(0.999, Math.max(0.001, level));
  return Math.log(within / (1 - within));
}
