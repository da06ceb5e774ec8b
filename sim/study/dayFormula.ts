// What a steady-state formula says of a whole day: each stretch of constant rate and staff is taken for itself, as if it lasted
// for ever, and the stretches are put together by the contacts offered in them. That is how planning tools read the formulas.

import { erlangC } from "../erlang/erlangC.ts";
import type { Queue, SteadyState } from "../erlang/queue.ts";
import { steadyState } from "../erlang/steadyState.ts";
import type { PooledDay, Stretch } from "./pooledDay.ts";

/** Shares of 1, seconds. null where there is nothing to divide by, and for waits without bound. */
export interface FormulaDay {
  readonly serviceLevel: number | null;
  readonly abandonmentRate: number | null;
  readonly averageSpeedOfAnswer: number | null;
  readonly occupancy: number | null;
}

/** A day by Erlang C: nobody hangs up or balks, and lines have no limit, whatever the file says. */
export function dayByErlangC(day: PooledDay): FormulaDay {
  return dayBy({ ...day, patience: null, balking: 0, lines: Infinity }, erlangC);
}

/** A day by the formula that fits: Erlang A for exponential patience, M/M/n+G for other laws. */
export function dayByErlangA(day: PooledDay): FormulaDay {
  return dayBy(day, steadyState);
}

function dayBy(day: PooledDay, formula: (queue: Queue) => SteadyState): FormulaDay {
  let offered = 0, inTime = 0, abandoned = 0, answered = 0, waited = 0, busy = 0, staffed = 0;
  for (const stretch of day.stretches) {
    const { rates, seconds, agents } = stretch, below = Math.floor(agents), part = agents - below;
    for (const [whole, share] of [[below, 1 - part], [below + 1, part]]) { // a straight line between whole numbers of agents
      if (share === 0) continue;
      rates.forEach((rate, type) => {
        if (rate === 0) return;
        const state = formula(queueOf(day, stretch, whole, type)), contacts = share * rate * seconds;
        const served = contacts * (1 - (state.abandonmentRate ?? 0) - (state.blocking ?? 0));
        offered += contacts;
        inTime += contacts * (state.serviceLevel ?? 0);
        abandoned += contacts * (state.abandonmentRate ?? 0);
        if (served > 1e-12 * contacts) {
          answered += served;
          waited += served * (state.averageSpeedOfAnswer ?? Infinity);
        }
        busy += ((share * rate) / total(rates)) * (state.occupancy ?? 0) * whole * seconds;
      });
      staffed += share * whole * seconds;
    }
  }
  const ratio = (part: number, whole: number) => (whole > 0 && part < Infinity ? part / whole : null);
  return { serviceLevel: ratio(inTime, offered), abandonmentRate: ratio(abandoned, offered), averageSpeedOfAnswer: ratio(waited, answered), occupancy: ratio(busy, staffed) };
}

function queueOf({ answerWithin, patience, balking, lines }: PooledDay, { rates, handleTime }: Stretch, agents: number, type: number): Queue {
  const limit = lines === Infinity ? {} : { lines };
  return { arrivalRate: total(rates), handleTime, agents, answerWithin: answerWithin[type], patience, balking, ...limit };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
