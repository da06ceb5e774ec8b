// For which scenarios the formulas of one queue say anything, and why not for others.

import { meanMatters } from "../scenario/meanMatters.ts";
import { readEntry } from "../scenario/readEntry.ts";
import type { Scenario } from "../scenario/schema.ts";

export interface FormulaRules {
  readonly erlangC: boolean;
  /** The formula with patience, by its name; null where there is none, or where nobody hangs up and it would be Erlang C again. */
  readonly patient: "Erlang A" | "M/M/n+G" | null;
  /** What the formulas leave out of this scenario, or why they are left out themselves; sentences without a full stop. */
  readonly notes: readonly string[];
}

export function formulaRules({ contacts, groups, shifts, routing, lines }: Scenario): FormulaRules {
  const types = Object.values(contacts), patience = JSON.stringify(types[0].patience);
  const waits = Object.values(routing).some((route) => route.some((entry) => readEntry(entry).after > 0));
  if (Object.keys(groups).length > 1) return { erlangC: false, patient: null, notes: ["there are no formulas for several groups"] };
  if (waits) return { erlangC: false, patient: null, notes: ["there are no formulas for help after a wait"] };
  const notes = types.length > 1 ? ["the formulas pool the types: one mean handle time, first come first served"] : [];
  if (types.some(({ handleTime, matters }) => handleTime.distribution !== "exponential" || meanMatters(matters) > 1)) notes.push("the formulas take handle times to be exponential");
  if (types.some(({ count }) => count === "fixed")) notes.push("to the formulas the number of contacts varies from day to day");
  if (types.some(({ dayToDayCv }) => dayToDayCv > 0)) notes.push("to the formulas every day is as busy as the average");
  const away = [...Object.values(groups), ...Object.values(shifts)].some(({ absence = 0, offPhone }) => absence > 0 || (offPhone?.share ?? 0) > 0);
  if (away) notes.push("the formulas take those absent or off the phone away from the agents, on average");
  if (types.some((type) => JSON.stringify(type.patience) !== patience)) return { erlangC: true, patient: null, notes: [...notes, "there is no formula for types of different patience but Erlang C, in which nobody hangs up"] };
  const [{ patience: law }] = types, exponential = law === "never" || law.distribution === "exponential";
  if (!exponential && lines !== null) return { erlangC: true, patient: null, notes: [...notes, "with limited lines there is a formula for exponential patience only"] };
  const same = law === "never" && lines === null;
  return { erlangC: true, patient: same ? null : exponential ? "Erlang A" : "M/M/n+G", notes };
}
