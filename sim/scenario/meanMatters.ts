// How much several matters in one contact come to. Apart from the schema, which no worker needs.

import type { MattersRule } from "./matters.ts";

/** Matters of a contact in the mean; 1 without a rule. */
export function meanMatters(rule: MattersRule | undefined): number {
  if (rule === undefined) return 1;
  const all = rule.residents.reduce((sum, each) => sum + each, 0);
  return rule.residents.reduce((sum, each, i) => sum + (each * (i + 1)) / all, 0);
}

/** The mean handle time of a contact as a multiple of that of a single matter; 1 without a rule. */
export function workPerContact(rule: MattersRule | undefined): number {
  return rule === undefined ? 1 : 1 + rule.furtherTakes * (meanMatters(rule) - 1);
}
