// The agents whose number a study may change.

import type { Scenario } from "../scenario/schema.ts";
import type { Staff } from "../scenario/studyHold.ts";
import { agentsIn, withAgents } from "./proportion.ts";

/** How many they are in a scenario; of numbers by interval the most at once. */
export function staffIn(scenario: Scenario, { group, shift }: Staff): number {
  if (group === undefined) return agentsIn(scenario);
  const only = scenario.groups[group];
  return shift === undefined ? agentsIn({ groups: { [group]: only } }) : (only.shifts?.[shift] ?? 0);
}

/** The scenario with another number of them: several in their proportions. */
export function withStaff(scenario: Scenario, { group, shift }: Staff, agents: number): Scenario {
  if (group === undefined) return withAgents(scenario, agents);
  const only = scenario.groups[group];
  const changed = shift === undefined ? withAgents({ ...scenario, groups: { [group]: only } }, agents).groups[group] : { ...only, shifts: { ...only.shifts, [shift]: agents } };
  return { ...scenario, groups: { ...scenario.groups, [group]: changed } };
}
