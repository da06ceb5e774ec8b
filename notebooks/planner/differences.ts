// How the plan differs from the pinned one, measure by measure: on the same callers, day by day, wherever both have the same seed and types.

import type { StudyMeasure } from "../../sim/scenario/studyMeasures.ts";
import type { Estimate } from "../../sim/stats/estimate.ts";
import { differenceOf, type DayRatio, type Difference } from "../../sim/stats/paired.ts";
import type { KeptDays } from "../../sim/study/compareDays.ts";
import { ratioOf } from "../../sim/study/compareMeasures.ts";
import { sameTypes } from "../../sim/study/compareResult.ts";
import type { Shown } from "./state.ts";

export const MEASURES = ["serviceLevel", "daysOnTarget", "abandonmentRate", "averageWait", "occupancy", "paidHours"] as const satisfies readonly StudyMeasure[];

export interface Compared {
  readonly measure: (typeof MEASURES)[number];
  /** Of all groups together. */
  readonly before: Estimate;
  readonly now: Estimate;
  /** The plan less the pinned one. */
  readonly difference: Difference;
}

export interface Differences {
  /** Whether the same callers came, day by day. */
  readonly paired: boolean;
  /** So many of each, the first. */
  readonly days: number;
  readonly measures: readonly Compared[];
}

/** The last answer to each, as several pictures ask the same. */
const known = new WeakMap<Shown, { readonly before: Shown; readonly found: Differences }>();

export function differences(now: Shown, before: Shown): Differences {
  const old = known.get(now);
  if (old?.before === before) return old.found;
  const found = differ(now, before);
  known.set(now, { before, found });
  return found;
}

function differ(now: Shown, before: Shown): Differences {
  const days = Math.min(now.result.days, before.result.days), paired = now.result.seed === before.result.seed && sameTypes(now.plan.scenario, before.plan.scenario);
  const ratios = ({ plan: { scenario }, days: kept }: Shown) => {
    const first = firstDays(kept(), days);
    return (measure: StudyMeasure) => ratioOf(measure, { scenario, kinds: [{ times: 1, scenario, days: first }] });
  };
  const [after, old] = [ratios(now), ratios(before)];
  return {
    paired, days,
    measures: MEASURES.map((measure) => ({ measure, before: estimateOf(old(measure)), now: estimateOf(after(measure)), difference: differenceOf(after(measure), old(measure)) })),
  };
}

const firstDays = ({ columns, values }: KeptDays, days: number): KeptDays => ({ columns, values: values.subarray(0, days * columns.width) });

/** A ratio with the half-width of its 95 % interval: its difference from what is always 0. */
function estimateOf(ratio: DayRatio): Estimate {
  return differenceOf(ratio, { mean: 0, errors: new Float64Array(ratio.errors.length) });
}
