// Is a target met? Said only where the whole 95 % interval lies on one side.

import type { Estimate } from "../sim/stats/estimate.ts";
import type { View } from "./view.ts";

/** `close`: the interval straddles the target; `one day`: there is no interval; `nobody`: there is no service level. */
export type Verdict = "met" | "missed" | "close" | "one day" | "nobody";

export function verdict({ mean, halfWidth }: Estimate, target: number): Verdict {
  if (mean === null) return "nobody";
  if (halfWidth === null) return "one day";
  if (mean - halfWidth >= target) return "met";
  return mean + halfWidth < target ? "missed" : "close";
}

export interface Judgement {
  readonly verdict: Verdict;
  /** The names of the types, by each one's own target and verdict. */
  readonly types: Readonly<Record<Verdict, readonly string[]>>;
}

/** A scenario by the target its types share; where targets differ it meets them only if every type with contacts does. */
export function judge({ result, scenario, target }: View): Judgement {
  const types: Record<Verdict, string[]> = { met: [], missed: [], close: [], "one day": [], nobody: [] };
  for (const [name, type] of Object.entries(scenario.contacts)) types[verdict(result.types[name].serviceLevel, type.target)].push(name);
  if (target !== null) return { verdict: verdict(result.total.serviceLevel, target), types };
  const worst = (["one day", "missed", "close", "met"] as const).find((v) => types[v].length > 0);
  return { verdict: worst ?? "nobody", types };
}
