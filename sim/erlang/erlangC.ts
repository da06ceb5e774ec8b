// Erlang C: everybody waits, for however long. Erlang (1917); the wait is exponential for those who have one.

import { lnInverseBlocking } from "./erlangB.ts";
import { measuresOf, measuresOfNobody } from "./measuresOf.ts";
import { checkQueue, offeredLoad, type Queue, type SteadyState } from "./queue.ts";

/**
 * The steady state if nobody who waits hangs up; patience and lines are not looked at. Who balks is gone, as elsewhere. Where
 * the load is as much as the agents, the queue grows for ever: nobody is answered in time, and waits are null.
 * @throws RangeError for a quantity outside its range
 */
export function erlangC(queue: Queue): SteadyState {
  checkQueue(queue);
  if (queue.arrivalRate === 0) return measuresOfNobody(queue);
  const { balking = 0 } = queue, joins = 1 - balking;
  if (spareRate(queue) === 0) return overload(queue);
  const noAgentFree = chanceNoAgentFree(queue), joined = joins * noAgentFree, balked = balking * noAgentFree, wait = joined / spareRate(queue);
  return measuresOf(queue, {
    noAgentFree, joined, blocked: 0, answered: 1 - balked, answeredWithin: 1 - noAgentFree - joined * Math.expm1(-spareRate(queue) * queue.answerWithin),
    abandoned: balked, abandonedWithin: balked, waitAnswered: wait, waitAbandoned: 0,
  });
}

/**
 * The wait, in seconds, that a share `p` of offered contacts does not exceed; null where there is none, in overload.
 * @param p from 0 to below 1
 * @throws RangeError for a quantity outside its range
 */
export function waitPercentile(queue: Queue, p: number): number | null {
  checkQueue(queue);
  if (!(p >= 0 && p < 1)) throw new RangeError(`p must be a share from 0 to below 1 (got ${p})`);
  const overloaded = spareRate(queue) === 0, joined = (1 - (queue.balking ?? 0)) * (overloaded ? 1 : chanceNoAgentFree(queue));
  if (joined <= 1 - p) return 0;
  return overloaded ? null : Math.log(joined / (1 - p)) / spareRate(queue);
}

/** How many contacts a second the agents could finish beyond those that join: 0 in overload, and where rounding hides the rest. */
function spareRate(queue: Queue): number {
  const joining = offeredLoad(queue) * (1 - (queue.balking ?? 0)), spare = queue.agents - joining;
  return spare <= 2 * Number.EPSILON * joining ? 0 : spare / queue.handleTime;
}

function chanceNoAgentFree(queue: Queue): number {
  if (queue.arrivalRate === 0) return 0;
  const lnFree = lnInverseBlocking(offeredLoad(queue), queue.agents - 1);
  return 1 / (1 + Math.exp(lnFree + Math.log(spareRate(queue) / queue.arrivalRate)));
}

function overload(queue: Queue): SteadyState {
  const { agents, balking = 0 } = queue, load = offeredLoad(queue), answered = agents / load;
  return {
    ...measuresOf(queue, { noAgentFree: 1, joined: 1 - balking, blocked: 0, answered, answeredWithin: 0, abandoned: balking, abandonedWithin: balking, waitAnswered: 0, waitAbandoned: 0 }),
    averageSpeedOfAnswer: null, averageWait: null, queue: null, occupancy: agents > 0 ? 1 : null,
  };
}
