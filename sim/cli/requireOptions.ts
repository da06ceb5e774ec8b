// The options of the require subcommand that a text must be read from, all that is wrong with them at once.

import { count, limits } from "../scenario/limits.ts";
import { shorten } from "../scenario/shown.ts";
import { RULES, type RequirementOptions, type Rule } from "../study/require.ts";
import { leftAfter, readShareBelowOne, readShareBetween } from "./shareOption.ts";

export interface RequireOptionTexts {
  readonly rule?: readonly string[];
  readonly atLeast?: string;
  readonly maxOccupancy?: string;
  readonly shrinkage?: readonly string[];
}

export type RequireFigures = Pick<RequirementOptions, "rules" | "atLeast" | "maxOccupancy" | "present">;

/** The figures, and a line for each problem. */
export function readRequireOptions({ rule, atLeast, maxOccupancy, shrinkage }: RequireOptionTexts): { readonly figures: RequireFigures; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const read = <Value>(flag: string, text: string, value: Value | string): Value | undefined => {
    if (typeof value !== "string") return value;
    problems.push(`--${flag} ${value} (got ${shorten(text) || "nothing"})`);
    return undefined;
  };
  const rules = rule?.map((name) => read("rule", name, ruleOf(name)));
  const floor = atLeast === undefined ? undefined : read("at-least", atLeast, wholeAgents(atLeast));
  const cap = maxOccupancy === undefined ? undefined : read("max-occupancy", maxOccupancy, readShareBetween(maxOccupancy, "that is no limit"));
  const shares = shrinkage?.map((text) => read("shrinkage", text, readShareBelowOne(text, "nobody would be left")) ?? 0);
  return {
    problems,
    figures: {
      rules: rules && RULES.filter((each) => rules.some((wanted) => wanted?.name === each)), atLeast: floor, maxOccupancy: cap, present: shares && leftAfter(shares),
    },
  };
}

function ruleOf(name: string): { readonly name: Rule } | string {
  const rule = RULES.find((each) => each === name);
  return rule === undefined ? `must be one of ${RULES.join(", ")}` : { name: rule };
}

function wholeAgents(text: string): number | string {
  const value = Number(text);
  return /^\d+$/.test(text) && value <= limits.agents ? value : `must be a whole number of agents from 0 to ${count(limits.agents)}`;
}
