// One door to the formulas: the one that fits the queue.

import { erlangA } from "./erlangA.ts";
import { erlangC } from "./erlangC.ts";
import { erlangG } from "./generalPatience.ts";
import type { Queue, SteadyState } from "./queue.ts";

export type { Queue, SteadyState } from "./queue.ts";

/**
 * The exact long-run measures of a queue: by Erlang C where nobody hangs up and lines are unlimited, by Erlang A for exponential
 * patience and for limited lines, by M/M/n+G else.
 * @throws RangeError for a quantity outside its range, and for limited lines with patience of a law that is not exponential
 */
export function steadyState(queue: Queue): SteadyState {
  if (queue.patience === null && queue.lines === undefined) return erlangC(queue);
  return queue.patience === null || queue.patience.distribution === "exponential" ? erlangA(queue) : erlangG(queue);
}
