// Queues whose contacts hang up, or find all lines taken: the chances of all states, from the integrals over the offered wait.

import { blocking, lnInverseBlocking } from "./erlangB.ts";
import { measuresOf, measuresOfNobody, type Fates } from "./measuresOf.ts";
import { patienceOf, type Patience } from "./patience.ts";
import { offeredLoad, type Queue, type SteadyState } from "./queue.ts";
import { waitDensity } from "./waitDensity.ts";
import { waitIntegrals } from "./waitIntegrals.ts";

/**
 * The steady state for any law of patience; with lines only where it is exponential or nobody hangs up, which callers check.
 * Zeltyn and Mandelbaum, "Call centers with impatient customers: many-server asymptotics of the M/M/n+G queue" (2005), section 9.
 */
export function impatient(queue: Queue): SteadyState {
  if (queue.arrivalRate === 0) return measuresOfNobody(queue);
  const patience = patienceOf(queue.patience);
  return measuresOf(queue, queue.agents === 0 ? withoutAgents(queue, patience) : withAgents(queue, patience));
}

function withAgents(queue: Queue, patience: Patience): Fates {
  const { arrivalRate, handleTime, balking = 0, lines = Infinity } = queue;
  const servers = Math.min(queue.agents, lines), room = lines - servers; // lines that are fewer than the agents keep some idle
  const joinRate = arrivalRate * (1 - balking), serviceRate = servers / handleTime, load = offeredLoad(queue);

  // Weights of groups of states against that of one agent free, in logarithms, as any of them may be too large for a number.
  const lnFree = lnInverseBlocking(load, servers - 1);
  const lnFull = room === Infinity ? -Infinity : Math.log(load / servers) + lnQueueFull(patience, joinRate, serviceRate, room);
  const density = room === 0 ? null : waitDensity(patience, joinRate, serviceRate, room);
  const lnWaiting = density === null ? -Infinity : Math.log(arrivalRate) + density.lnPeak;
  const largest = Math.max(lnFree, lnFull, lnWaiting);
  const free = Math.exp(lnFree - largest), full = Math.exp(lnFull - largest), unit = Math.exp(lnWaiting - largest);

  const part = density === null ? NOBODY_WAITS : waitIntegrals(density, patience, queue.answerWithin);
  const all = free + full + unit * part.joined, perOffered = (unit * (1 - balking)) / all, balked = (balking * unit * part.joined) / all;
  return {
    noAgentFree: (full + unit * part.joined) / all,
    joined: perOffered * part.joined,
    blocked: full / all,
    answered: free / all + perOffered * part.answered,
    answeredWithin: free / all + perOffered * part.answeredWithin,
    abandoned: balked + perOffered * part.abandoned,
    abandonedWithin: balked + perOffered * part.abandonedWithin,
    waitAnswered: perOffered * part.waitAnswered,
    waitAbandoned: perOffered * part.waitAbandoned,
  };
}

const NOBODY_WAITS = { joined: 0, answered: 0, answeredWithin: 0, abandoned: 0, abandonedWithin: 0, waitAnswered: 0, waitAbandoned: 0 };

/** Logarithm of the chance that all places to wait are taken over that of none taken, all agents busy. */
function lnQueueFull(patience: Patience, joinRate: number, serviceRate: number, room: number): number {
  if (room === 0) return 0;
  if (patience.mean === Infinity) return room * Math.log(joinRate / serviceRate);
  let ln = 0, product = 1;
  for (let waiting = 1; waiting <= room; waiting++) {
    const ratio = joinRate / (serviceRate + waiting / patience.mean);
    product *= ratio;
    if (product < 1e-280 || product > 1e280) {
      ln += Math.log(product);
      product = 1;
      if (ratio < 1 && ln < -1e4) return -Infinity;
    }
  }
  return ln + Math.log(product);
}

/** Everybody waits until they hang up. */
function withoutAgents({ arrivalRate, balking = 0, lines = Infinity, answerWithin }: Queue, patience: Patience): Fates {
  const joinRate = arrivalRate * (1 - balking);
  const blocked = lines === Infinity ? 0 : patience.mean === Infinity ? 1 : blocking(joinRate * patience.mean, lines);
  const joined = (1 - balking) * (1 - blocked), balked = balking * (1 - blocked);
  return {
    noAgentFree: 1, joined, blocked, answered: 0, answeredWithin: 0, abandoned: 1 - blocked,
    abandonedWithin: balked + joined * patience.gone(answerWithin), waitAnswered: 0, waitAbandoned: joined * (joined === 0 ? 0 : patience.mean),
  };
}
