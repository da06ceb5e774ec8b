// What a run that was to stop at a precision says of it.

import type { Result } from "../sim/study/result.ts";
import { integer } from "./words.ts";

/** Whether a run that was to stop at a precision got there. */
export function precisionReached({ precision, days }: Result): string {
  if (precision === undefined) return "";
  const { wanted, reached } = precision.serviceLevel, points = `±${Number((100 * wanted).toFixed(6))} points`;
  if (reached !== null && reached <= wanted) return `, enough to know the service level to within ${points}`;
  return `, too few to know the service level to within ${points}: ${reached === null ? "nobody came" : `±${(100 * reached).toFixed(2)} points after ${integer(days)} days`}`;
}
