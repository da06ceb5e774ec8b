// What the engine needs to know of contacts that bring several matters.

import type { MattersRule } from "../scenario/matters.ts";
import { workPerContact } from "../scenario/meanMatters.ts";
import type { Matters } from "./model.ts";

/** null where every contact brings one matter. */
export function compileMatters(rule: MattersRule | undefined): Matters | null {
  if (rule === undefined) return null;
  const all = rule.residents.reduce((sum, share) => sum + share, 0), last = rule.residents.findLastIndex((share) => share > 0);
  let sum = 0;
  const chances = Float64Array.from(rule.residents.slice(0, last + 1), (share, i) => (i === last ? 1 : (sum += share) / all));
  return last === 0 ? null : { chances, furtherTakes: rule.furtherTakes, meanWork: workPerContact(rule) };
}

/** The mean handle time of a contact as a multiple of that of one matter. */
export function workOf(matters: Matters | null): number {
  return matters === null ? 1 : matters.meanWork;
}
