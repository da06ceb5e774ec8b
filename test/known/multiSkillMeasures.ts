// Every measure of a simulated centre beside its exact value.

import type { Estimate } from "../../sim/stats/estimate.ts";
import type { Result } from "../../sim/study/result.ts";
import type { Centre } from "./multiSkillChain.ts";
import type { Truth } from "./multiSkillDay.ts";
import { groupName, typeName } from "./multiSkillText.ts";

export interface Beside {
  readonly measure: string;
  readonly of: string;
  readonly ours: Estimate;
  readonly exact: number;
  /** About how many things a day make the measure's spread: with few in all its law is not yet normal. */
  readonly events: number;
}

export function measuresBeside({ types, groups }: Result, truth: Truth, centre: Centre, hours: number): Beside[] {
  const ofTypes = truth.types.flatMap(({ offered, blocked, abandoned, joined, answeredWithin, abandonedWithin, waited }, type): Beside[] => {
    const of = typeName(type), ours = types[of], answered = offered - blocked - abandoned, settled = answeredWithin + abandonedWithin;
    return [
      { measure: "offered", of, ours: ours.offered, exact: offered, events: offered },
      { measure: "blocked", of, ours: ours.blocked, exact: blocked, events: blocked },
      { measure: "abandonment rate", of, ours: ours.abandonmentRate, exact: abandoned / offered, events: abandoned },
      { measure: "probability of wait", of, ours: ours.probabilityOfWait, exact: joined / offered, events: joined },
      { measure: "average wait", of, ours: ours.averageWait, exact: waited / offered, events: joined },
      { measure: "service level", of, ours: ours.serviceLevel, exact: answeredWithin / offered, events: Math.min(answeredWithin, offered - answeredWithin) },
      { measure: "service level of answered", of, ours: ours.serviceLevelOfAnswered, exact: answeredWithin / answered, events: Math.min(answeredWithin, answered - answeredWithin) },
      { measure: "service level including abandons", of, ours: ours.serviceLevelIncludingAbandons, exact: settled / offered, events: Math.min(settled, offered - settled) },
    ];
  });
  const ofGroups = truth.groups.flatMap(({ busy, overrun }, group): Beside[] => {
    const of = groupName(group), ours = groups[of], { agents } = centre.groups[group];
    return [
      { measure: "occupancy", of, ours: ours.occupancy, exact: busy / (agents * hours * 3600 + overrun), events: busy / 100 },
      { measure: "busy hours", of, ours: ours.busyHours, exact: busy / 3600, events: busy / 100 },
      { measure: "overrun hours", of, ours: ours.overrunHours, exact: overrun / 3600, events: overrun / 100 },
    ];
  });
  return [...ofTypes, ...ofGroups];
}
