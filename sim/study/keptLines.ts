// How much of each day a run keeps for money and agreements, and how many days of it fit.

import { count, limits } from "../scenario/limits.ts";
import type { Objection } from "../scenario/objection.ts";
import type { Scenario } from "../scenario/schema.ts";
import { kindsOfDay } from "../scenario/week.ts";
import { widthWith } from "../stats/ledger.ts";

/** Times that a line is in memory: in an array that is copied into one twice as long when it is full, and in the columns that are reckoned with. */
const COPIES = 5;

/** Room for a day's line, of numbers of 8 bytes. */
function bytesADay({ pay, agreements }: Scenario): number {
  return pay === undefined && agreements === undefined ? 0 : COPIES * 8 * (widthWith(Object.keys(agreements ?? {}).length));
}

/** Why so many days of a scenario, of a week of every kind, cannot be kept; null where they can. */
export function tooManyLines(scenario: Scenario, days: number): string | null {
  const bytes = kindsOfDay(scenario).reduce((sum, kind) => sum + bytesADay(kind.scenario), 0);
  return days * bytes <= limits.keptBytes ? null : `is too many to keep each day's cost and agreements, which takes more than 1 GiB: at most ${count(Math.floor(limits.keptBytes / bytes))} days fit`;
}

/** The same of the days that the file asks for. */
export function objectionsToDays(scenario: Scenario): Objection[] {
  const message = tooManyLines(scenario, scenario.days);
  return message === null ? [] : [{ path: scenario.precision === undefined ? ["days"] : ["precision", "atMost"], about: "value", message }];
}
