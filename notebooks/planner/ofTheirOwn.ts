// Which kinds of day of a calendar have values of their own, which a change of the plan's does not reach.

import { inWords } from "../../reports/names.ts";
import { integer, listed } from "../../reports/words.ts";
import type { Path } from "../../sim/scenario/shown.ts";
import type { Plan } from "./plan.ts";

const MOST_NAMED = 3; // kinds of day in a sentence

/** "peak and saturday have their own"; null where none does, or where the plan is a day. @param places any of them, or what lies above or below it */
export function ownWords({ scenario: { calendar }, patches }: Plan, ...places: readonly Path[]): string | null {
  if (calendar === undefined || patches === undefined) return null;
  const kinds = Object.keys(calendar.dayTypes), own = kinds.filter((kind) => places.some((place) => says(patches[kind], place)));
  if (own.length === 0) return null;
  if (own.length === kinds.length) return "every kind of day has its own: a change here changes nothing";
  if (own.length > MOST_NAMED) return `${integer(own.length)} of ${integer(kinds.length)} kinds of day have their own`;
  return `${listed(own.map(inWords))} ${own.length === 1 ? "has its" : "have their"} own`;
}

function says(patch: unknown, [step, ...deeper]: Path): boolean {
  if (step === undefined || typeof patch !== "object" || patch === null || Array.isArray(patch)) return true; // it stands in place of all that lies below
  const at = patch as Readonly<Record<string, unknown>>;
  return Object.hasOwn(at, step) && says(at[step], deeper);
}
