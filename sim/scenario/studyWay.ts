import type { Scenario } from "./schema.ts";
import type { Tree } from "./tree.ts";

/** What a study calls its base. */
export const BASE_NAME = "base";

/** One way of working: the base, or a variant of it; a day, or a week of several kinds of day. */
export interface Way {
  readonly name: string;
  readonly says: string;
  readonly scenario: Scenario;
  /** Before it was checked, for whoever sets another value in it. */
  readonly tree: Tree;
}

/** A scenario with its day changed, or each of its kinds of day. */
export function onEveryKind(scenario: Scenario, change: (day: Scenario) => Scenario): Scenario {
  const { calendar } = scenario;
  if (calendar === undefined) return change(scenario);
  return { ...scenario, calendar: { ...calendar, dayTypes: Object.fromEntries(Object.entries(calendar.dayTypes).map(([name, day]) => [name, change(day)])) } };
}
