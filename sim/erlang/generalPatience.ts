// M/M/n+G: patience of any law. Baccelli and Hebuterne (1981); Zeltyn and Mandelbaum (2005).

import { impatient } from "./impatient.ts";
import { checkQueue, type Queue, type SteadyState } from "./queue.ts";

/**
 * The steady state for any law of patience, lines unlimited.
 * @throws RangeError for a quantity outside its range, for patience null, and for limited lines, of which no formula is known
 */
export function erlangG(queue: Queue): SteadyState {
  checkQueue(queue);
  if (queue.patience === null) throw new RangeError("M/M/n+G needs a law of patience (got null)");
  if (queue.lines !== undefined) throw new RangeError("with limited lines there is a formula for exponential patience only");
  return impatient(queue);
}
