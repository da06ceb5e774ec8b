// Whether the answer of a study stands when something is changed in all ways of working, in words.

import type { Change } from "../sim/scenario/studySensitivity.ts";
import type { Comparison } from "../sim/study/compareResult.ts";
import type { Sensitivity } from "../sim/study/compareSensitivity.ts";
import { rankShown, wayInWords } from "./compareWords.ts";
import { counted, listed, targetPercent } from "./words.ts";

/** "patience at 50%", "day-to-day variation at 0.2" */
export function changeInWords({ what, value }: Change): string {
  const names = { patience: "patience", handleTime: "handle times", volume: "volumes", dayToDayCv: "day-to-day variation" };
  return `${names[what]} at ${what === "dayToDayCv" ? value.toLocaleString("en-GB", { maximumFractionDigits: 4 }) : targetPercent(value)}`;
}

/** What a change does to the answer: which way is the best by the first measure, or where no direction is better which way the differences point. */
export interface Verdict {
  readonly change: Sensitivity;
  /** `turned`: surely another way is the best, or without a better direction a difference turns round; `clearer`: what can be told apart changes, or the order of others, the answer does not. */
  readonly effect: "none" | "clearer" | "turned";
  /** The ways that may be the best instead; empty where one of those without the change still may. */
  readonly instead: readonly string[];
}

/** Every change, beside the ways that may be the best without it (null: no better direction). */
export function verdicts(comparison: Comparison, ways: readonly string[]): Verdict[] {
  const { sensitivity, ruledOut, measures: [measure] } = comparison, before = ruledOut[measure] === undefined ? null : ways.filter((way) => rankShown(comparison, way, measure) === "may be");
  return (sensitivity ?? []).map((change): Verdict => {
    const { best, stands } = change, verdict = Object.values(stands), ranked = best !== null && before !== null;
    const instead = !ranked || best.some((way) => before.includes(way)) ? [] : best, sameBest = !ranked || (best.length === before.length && best.every((way) => before.includes(way)));
    const turned = instead.length > 0 || (!ranked && verdict.includes(false));
    return { change, instead, effect: turned ? "turned" : sameBest && verdict.every((each) => each === true) ? "none" : "clearer" };
  });
}

/** One or two sentences; empty where the study asks for none. */
export function standsInWords(comparison: Comparison, ways: readonly string[]): string {
  const all = verdicts(comparison, ways), turned = all.filter(({ effect }) => effect === "turned"), standing = all.length - turned.length, changes = (some: readonly Verdict[]) => listed(some.map(({ change }) => changeInWords(change)));
  if (all.length === 0) return "";
  const clearly = all.some(({ effect }) => effect === "clearer") ? ", though not always as clearly" : "";
  if (turned.length === 0) return `The answer stands ${all.length === 1 ? `with ${changes(all)}` : all.length === 2 ? "in both changes tried" : `in all ${counted(all.length)} changes tried`}${clearly.replace("always ", all.length === 1 ? "" : "always ")}.`;
  // Changes with the same outcome are told together.
  const others = [...new Set(turned.map(othersOf))].map((names) => `with ${changes(turned.filter((each) => othersOf(each) === names))}${names === "" ? "" : ` (then it is ${names})`}`);
  return `The answer turns ${listed(others)}.${standing === 0 ? "" : ` It stands in the other ${standing === 1 ? "change" : `${counted(standing)} changes`} tried${clearly}.`}`;
}

const othersOf = ({ instead }: Verdict): string => listed(instead.map(wayInWords), "or");
