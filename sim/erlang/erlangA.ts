// Erlang A: contacts hang up after an exponential time. Palm (1957); Garnett, Mandelbaum and Reiman (2002). Also with limited lines.

import { erlangC } from "./erlangC.ts";
import { impatient } from "./impatient.ts";
import { checkQueue, type Queue, type SteadyState } from "./queue.ts";

/**
 * The steady state of M/M/n+M, with lines of M/M/n/K+M, where patience null means that nobody hangs up.
 * @throws RangeError for a quantity outside its range, and for patience of another law
 */
export function erlangA(queue: Queue): SteadyState {
  checkQueue(queue);
  if (queue.patience !== null && queue.patience.distribution !== "exponential") throw new RangeError(`Erlang A needs exponential patience (got ${queue.patience.distribution})`);
  return queue.patience === null && queue.lines === undefined ? erlangC(queue) : impatient(queue);
}
