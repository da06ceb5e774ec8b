// From shares of contacts and sums of their waits to the measures, by the definitions of sim/stats/measures.ts.

import { offeredLoad, type Queue, type SteadyState } from "./queue.ts";

/** All of them per offered contact; waits in seconds. */
export interface Fates {
  readonly noAgentFree: number;
  readonly joined: number;
  readonly blocked: number;
  readonly answered: number;
  readonly answeredWithin: number;
  readonly abandoned: number;
  readonly abandonedWithin: number;
  readonly waitAnswered: number;
  readonly waitAbandoned: number;
}

export function measuresOf(queue: Queue, fates: Fates): SteadyState {
  const { answered, answeredWithin, abandoned, abandonedWithin, waitAnswered, waitAbandoned } = fates;
  const load = offeredLoad(queue), averageWait = waitAnswered + waitAbandoned;
  return {
    offeredLoad: load,
    probabilityOfWait: fates.joined,
    probabilityNoAgentFree: fates.noAgentFree,
    serviceLevel: answeredWithin,
    serviceLevelOfAnswered: ratio(answeredWithin, answered),
    serviceLevelExcludingShortAbandons: ratio(answeredWithin, 1 - abandonedWithin),
    serviceLevelIncludingAbandons: answeredWithin + abandonedWithin,
    averageSpeedOfAnswer: ratio(waitAnswered, answered),
    averageWait,
    averageTimeToAbandon: ratio(waitAbandoned, abandoned),
    abandonmentRate: abandoned,
    blocking: fates.blocked,
    occupancy: ratio(answered * load, queue.agents),
    queue: queue.arrivalRate * averageWait, // Little (1961)
  };
}

/** Where nobody calls there is nothing to measure but idle agents. */
export function measuresOfNobody({ agents }: Queue): SteadyState {
  return {
    offeredLoad: 0, probabilityOfWait: null, probabilityNoAgentFree: null, serviceLevel: null, serviceLevelOfAnswered: null,
    serviceLevelExcludingShortAbandons: null, serviceLevelIncludingAbandons: null, averageSpeedOfAnswer: null, averageWait: null,
    averageTimeToAbandon: null, abandonmentRate: null, blocking: null, occupancy: agents > 0 ? 0 : null, queue: 0,
  };
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
