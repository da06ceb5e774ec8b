// The agents whose number a study may change, in every kind of day that has them.

import type { Scenario } from "../scenario/schema.ts";
import type { Staff } from "../scenario/studyHold.ts";
import { onEveryKind } from "../scenario/studyWay.ts";
import { kindsOfDay } from "../scenario/week.ts";
import { agentsIn, withAgents } from "./proportion.ts";

/** How many they are in a scenario; of numbers by interval the most at once, of kinds of day those of the kind that has the most. */
export function staffIn(scenario: Scenario, staff: Staff): number {
  return Math.max(...kindsOfDay(scenario).map((kind) => staffOfDay(kind.scenario, staff)));
}

/** The scenario with another number of them: several in their proportions, other kinds of day in proportion to the one that has the most. */
export function withStaff(scenario: Scenario, staff: Staff, agents: number): Scenario {
  const most = staffIn(scenario, staff);
  return onEveryKind(scenario, (day) => {
    const own = staffOfDay(day, staff);
    return own === 0 && most > 0 ? day : dayWithStaff(day, staff, own === most ? agents : Math.round((own * agents) / most));
  });
}

function staffOfDay(day: Scenario, { group, shift }: Staff): number {
  if (group === undefined) return agentsIn(day);
  if (!Object.hasOwn(day.groups, group)) return 0;
  const only = day.groups[group];
  return shift === undefined ? agentsIn({ groups: { [group]: only } }) : (only.shifts?.[shift] ?? 0);
}

function dayWithStaff(day: Scenario, { group, shift }: Staff, agents: number): Scenario {
  if (group === undefined) return withAgents(day, agents);
  const only = day.groups[group];
  const changed = shift === undefined ? withAgents({ ...day, groups: { [group]: only } }, agents).groups[group] : { ...only, shifts: { ...only.shifts, [shift]: agents } };
  return { ...day, groups: { ...day.groups, [group]: changed } };
}
