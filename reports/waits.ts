// A wait with its 95 % interval, as the curve and the table by type say it.

import type { WaitPercentiles } from "../sim/study/result.ts";
import { decimal, NOTHING, type Shown } from "./words.ts";

/** The wait that one contact in ten exceeds: "37.6 s" and "(36.9–38.4)". */
export function longWait({ p90, interval }: WaitPercentiles): Shown {
  if (p90 === null) return { value: NOTHING, margin: "" };
  const digits = p90 < 100 ? 1 : 0, range = interval.p90;
  return { value: `${decimal(p90, digits)} s`, margin: range && range[0] !== range[1] ? `(${decimal(range[0], digits)}–${decimal(range[1], digits)})` : "" };
}
