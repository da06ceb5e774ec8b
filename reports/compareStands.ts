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

/** What a change does to the answer. */
export interface Verdict {
  readonly change: Sensitivity;
  /** `other`: surely another way is the best, or a difference to the base turns round; `clearer`: what can be told changes, the answer does not. */
  readonly effect: "none" | "clearer" | "other";
  /** The ways that may be the best instead; empty where one of those without the change still may. */
  readonly instead: readonly string[];
}

/** Every change, beside the ways that may be the best without it (null: no better direction). */
export function verdicts(comparison: Comparison, ways: readonly string[]): Verdict[] {
  const { sensitivity, ruledOut, measures: [measure] } = comparison, before = ruledOut[measure] === undefined ? null : ways.filter((way) => rankShown(comparison, way, measure) === "may be");
  return (sensitivity ?? []).map((change): Verdict => {
    const { best, stands } = change, verdict = Object.values(stands), others = best === null || before === null || best.some((way) => before.includes(way)) ? [] : best;
    const sameBest = best === null || before === null || (best.length === before.length && best.every((way) => before.includes(way)));
    return { change, instead: others, effect: others.length > 0 || verdict.includes(false) ? "other" : !sameBest || verdict.includes(null) ? "clearer" : "none" };
  });
}

/** One or two sentences; empty where the study asks for none. */
export function standsInWords(comparison: Comparison, ways: readonly string[]): string {
  const all = verdicts(comparison, ways), number = all.length, by = (effect: Verdict["effect"]) => all.filter((each) => each.effect === effect), changes = (some: readonly Verdict[]) => listed(some.map(({ change }) => changeInWords(change)));
  if (number === 0) return "";
  if (by("none").length === number) return `The answer stands ${number === 1 ? `with ${changeInWords(all[0].change)}` : `in all ${counted(number)} changes tried`}.`;
  const replaced = by("other").filter(({ instead }) => instead.length > 0), turned = by("other").filter(({ instead }) => instead.length === 0), unclear = by("clearer");
  const instead = [...new Set(replaced.map((each) => listed(each.instead.map(wayInWords))))].map((names) => `With ${changes(replaced.filter((each) => listed(each.instead.map(wayInWords)) === names))} it is ${names} instead.`);
  return [
    ...instead,
    ...(turned.length === 0 ? [] : [`A difference to the base turns round with ${changes(turned)}.`]),
    ...(unclear.length === 0 ? [] : [`What can be told apart changes with ${changes(unclear)}.`]),
    ...(by("none").length === 0 ? [] : [`The answer stands in the other ${counted(by("none").length)} of ${counted(number)} changes tried.`]),
  ].join(" ");
}
