// What goes into a queueing formula, and what comes out.

import type { Law } from "../scenario/law.ts";

/** One contact type served by one group for ever: Poisson arrivals, exponential handle times, first come first served. */
export interface Queue {
  /** Contacts a second. */
  readonly arrivalRate: number;
  /** Mean, in seconds. */
  readonly handleTime: number;
  /** A whole number. */
  readonly agents: number;
  /** The threshold of the service level, in seconds. */
  readonly answerWithin: number;
  /** null: nobody hangs up. */
  readonly patience: Law | null;
  /** Share of those who find no agent free that hang up at once. */
  readonly balking?: number;
  /** Waiting and in hand together; who finds all taken is blocked. Without it there is room for everybody. */
  readonly lines?: number;
}

/**
 * The measures of sim/stats/measures.ts in the long run. A contact that balks is abandoned after 0 s, within the threshold; one
 * that is blocked is offered. null stands where there is no such number: nobody offered, nobody answered, waits without bound.
 */
export interface SteadyState {
  /** Erlangs: the agents that would be busy if everybody were answered. */
  readonly offeredLoad: number;
  /** Joined a queue / offered. */
  readonly probabilityOfWait: number | null;
  /** Found no agent free, whatever they did then / offered. */
  readonly probabilityNoAgentFree: number | null;
  readonly serviceLevel: number | null;
  readonly serviceLevelOfAnswered: number | null;
  readonly serviceLevelExcludingShortAbandons: number | null;
  readonly serviceLevelIncludingAbandons: number | null;
  /** Seconds, of answered contacts. */
  readonly averageSpeedOfAnswer: number | null;
  /** Seconds, of all offered contacts. */
  readonly averageWait: number | null;
  /** Seconds, of abandoned contacts. */
  readonly averageTimeToAbandon: number | null;
  readonly abandonmentRate: number | null;
  readonly blocking: number | null;
  /** Busy / agents. */
  readonly occupancy: number | null;
  /** Mean number waiting. */
  readonly queue: number | null;
}

/** @throws RangeError that names the first quantity outside its range. */
export function checkQueue({ arrivalRate, handleTime, agents, answerWithin, balking = 0, lines = 1 }: Queue): void {
  if (!(arrivalRate >= 0 && arrivalRate < Infinity)) throw new RangeError(`arrivalRate must be a number of contacts a second, not negative (got ${arrivalRate})`);
  if (!(handleTime > 0 && handleTime < Infinity)) throw new RangeError(`handleTime must be seconds above 0 (got ${handleTime})`);
  if (!(Number.isSafeInteger(agents) && agents >= 0)) throw new RangeError(`agents must be a whole number, not negative (got ${agents})`);
  if (!(answerWithin >= 0 && answerWithin < Infinity)) throw new RangeError(`answerWithin must be seconds, not negative (got ${answerWithin})`);
  if (!(balking >= 0 && balking <= 1)) throw new RangeError(`balking must be a share from 0 to 1 (got ${balking})`);
  if (!(Number.isSafeInteger(lines) && lines >= 1)) throw new RangeError(`lines must be a whole number of at least 1 (got ${lines})`);
}

/** Erlangs. */
export function offeredLoad({ arrivalRate, handleTime }: Pick<Queue, "arrivalRate" | "handleTime">): number {
  return arrivalRate * handleTime;
}
