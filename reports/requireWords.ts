// Rules of staffing by their names in tables and sentences.

import type { GroupRequirements, Requirements, Rule } from "../sim/study/require.ts";
import type { RuleResult, Staffing } from "../sim/study/requireResult.ts";
import { decimal } from "./words.ts";

/** A rule's staffing, or the file's own rota. */
export interface NamedStaffing {
  readonly key: Rule | "rota";
  /** "Erlang C", "The rota" */
  readonly label: string;
  readonly staffing: Staffing;
}

export function ruleLabel({ rule, formula }: Pick<RuleResult<Rule>, "rule" | "formula">): string {
  const labels = { "sipp-c": "Erlang C", "sipp-a": formula === "Erlang C" ? "Erlang A" : (formula ?? ""), lagged: "Lagged", mol: "Offered load", iterative: "Iterative" };
  return labels[rule];
}

/** The rota first, then the rules in their order. */
export function staffingsOf({ rota, rules }: GroupRequirements): NamedStaffing[] {
  return [{ key: "rota", label: "The rota", staffing: rota }, ...rules.map((rule) => ({ key: rule.rule, label: ruleLabel(rule), staffing: rule }))];
}

/** How each rule comes to its numbers; sentences. */
export function methods(group: GroupRequirements, { one }: { readonly one: string }): string[] {
  const rules = new Map(group.rules.map((each) => [each.rule, each])), patient = rules.get("sipp-a") ?? rules.get("mol") ?? rules.get("lagged");
  const formula = patient?.formula ?? "Erlang C", search = rules.get("iterative")?.search;
  return [
    ...(rules.has("sipp-c") ? [`Erlang C: each ${one} for itself, as if it lasted for ever and nobody hung up.`] : []),
    ...(rules.has("sipp-a") ? [formula === "Erlang C" ? "Erlang A: the same here, since nobody hangs up." : `${formula}: the same with people who hang up.`] : []),
    ...(rules.has("lagged") ? [`Lagged: by ${formula} with the arrivals of a mean handle time before, nobody before the opening.`] : []),
    ...(rules.has("mol") ? [`Offered load: by ${formula} with the load that earlier arrivals leave behind, its mean over the ${one} (modified offered load).`] : []),
    ...(search === undefined ? [] : [`Iterative: the least agents with which every simulated ${one} reaches its own target, found with ${search.simulations} simulated staffings on the same days${search.settled ? "" : ", without coming to rest"} (a variant of Feldman, Mandelbaum, Massey and Whitt 2008, who aim at the chance of waiting).`]),
  ];
}

/** What the numbers of agents are, for every rule. */
export function meaning({ atLeast, maxOccupancy, present }: Requirements, { one }: { readonly one: string }): string[] {
  const besides = [
    ...(atLeast > 0 ? [`at least ${decimal(atLeast, 0)} on duty`] : []),
    ...(maxOccupancy === null ? [] : [`busy at most ${decimal(100 * maxOccupancy, Number.isInteger(100 * maxOccupancy) ? 0 : 1)}% of the time`]),
  ];
  return [
    `Required: agents on the phone, the whole ${one}${besides.length > 0 ? `, ${besides.join(" and ")}` : ""}; the same callers meet each staffing, without absence or time off the phone. Formulas know only the day of mean busyness, and no limit of lines.`,
    ...(present === null ? [] : [`To roster: required ÷ ${decimal(present, 3)}, what shrinkage leaves, rounded up.`]),
  ];
}

/** Agent-hours: "88", "83.5". */
export const hoursShown = (hours: number): string => decimal(hours, Number.isInteger(hours) ? 0 : Number.isInteger(10 * hours) ? 1 : 2);

/** Agents, whole ones without decimals. */
export const agentsShown = (agents: number): string => decimal(agents, Number.isInteger(agents) ? 0 : 1);
