// Does the answer stand if what nobody knows were otherwise? All ways of working again, with one thing changed in all of them.

import type { Study } from "../scenario/study.ts";
import { changed, type Change } from "../scenario/studySensitivity.ts";
import type { Difference } from "../stats/paired.ts";
import { simulated, type Simulation, type WayRan } from "./compareKinds.ts";
import { againstBase, rankedBy } from "./compareResult.ts";
import type { Rounds } from "./rounds.ts";

/** One change, and the study's first measure under it. */
export interface Sensitivity extends Change {
  /** By variant, less the base. */
  readonly differences: Readonly<Record<string, Difference>>;
  /** The ways of working that may be the best, of those with a value; null where the measure has no better direction. */
  readonly best: readonly string[] | null;
  /**
   * By variant: whether it stands where it stood without the change. True: it surely differs from the base in the same direction, or in
   * both no difference can be seen; false: surely in the other direction; null: it surely differs in one of them only.
   */
  readonly stands: Readonly<Record<string, boolean | null>>;
}

/** @param unchanged the ways of working as they are */
export function* sensitivityRounds(study: Study, unchanged: readonly WayRan[], simulation: Simulation): Rounds<Sensitivity[]> {
  const { ways, measures: [measure], sensitivity = [] } = study, before = againstBase(study, unchanged, measure), found: Sensitivity[] = [];
  // One change at a time, so that the days of few runs are kept at once.
  for (const change of sensitivity) {
    const ran = yield* simulated(ways.map(({ scenario }) => changed(scenario, change)), simulation), differences = againstBase(study, ran, measure);
    const stands = Object.fromEntries(Object.entries(differences).map(([name, difference]) => [name, standing(directionOf(before[name]), directionOf(difference))]));
    found.push({ ...change, differences, best: rankedBy(study, ran, measure)?.left ?? null, stands });
  }
  return found;
}

function standing(before: number | null, now: number | null): boolean | null {
  if (before === null || now === null) return null;
  return before === now ? true : before === -now ? false : null;
}

/** The sign of a difference whose whole 95 % interval lies on one side of 0, else 0; null where there is no difference to speak of. */
function directionOf({ mean, halfWidth }: Difference): number | null {
  if (mean === null || halfWidth === null) return null;
  return Math.abs(mean) > halfWidth ? Math.sign(mean) : 0;
}
