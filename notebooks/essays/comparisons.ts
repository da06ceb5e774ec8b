// A comparison that shows what it knows while it goes on; in the end it is that of `callhall compare`.

import { parseStudy, type Study } from "../../sim/scenario/study.ts";
import type { Comparison } from "../../sim/study/compareResult.ts";
import { refineStudy } from "../browser/refineStudy.ts";
import { AT_ONCE, pool } from "./engine.ts";
import { readShipped } from "./library.ts";

export interface ComparisonSoFar {
  /** All that is asked, whatever of it is answered. */
  readonly study: Study;
  readonly comparison: Comparison;
  readonly done: boolean;
}

/** @param text of a study file in `scenarios/studies`. @throws ScenarioError */
export async function* comparisons(text: string, file: string, signal: AbortSignal): AsyncGenerator<ComparisonSoFar> {
  const study = parseStudy(text, file, { readBase: readShipped });
  for await (const { comparison, done } of refineStudy(study, pool.simulateUntil(signal), AT_ONCE, signal, () => {})) yield { study, comparison, done };
}
