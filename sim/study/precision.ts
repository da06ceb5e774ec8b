// Stopping a run once its service level is known well enough.

import { estimatorOf } from "../stats/estimate.ts";
import { CONTACT_MEASURES } from "../stats/measures.ts";
import type { Tally } from "../stats/tally.ts";

/** From few days the half-width itself is uncertain, and stopping whenever it happens to be small would make intervals too narrow. */
const FEWEST_DAYS = 512;

/** Whether the half-width of the service level of all contacts is at most the wanted one. Asked after each block, in their order. */
export function isPreciseEnough(tally: Tally, wanted: number): boolean {
  if (tally.days < FEWEST_DAYS) return false;
  const { rows, intervals, contacts } = tally.shape;
  const { halfWidth } = estimatorOf(CONTACT_MEASURES.serviceLevel, contacts)(tally.contacts, rows * (intervals + 1) - 1);
  return halfWidth !== null && halfWidth <= wanted;
}
