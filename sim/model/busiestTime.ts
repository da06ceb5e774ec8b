// The busiest staffing interval of a day, for whoever chooses a structure by it.

import { workOf } from "./matters.ts";
import type { Model } from "./model.ts";

/** About how many contacts are in service at once at the most, and how many finish per second then. They decide the speed only. */
export function busiestTime({ types, intervals, interval, expected, handleTime, matters, mostAgents }: Model): { inService: number; finishes: number } {
  let busiest = 0, contacts = 0, work = 0;
  for (let i = 0; i < intervals; i++) {
    let arriving = 0;
    for (let type = 0; type < types; type++) {
      const at = type * (intervals + 1) + i, volume = expected[at + 1] - expected[at], law = handleTime[type];
      arriving += volume;
      work += volume * workOf(matters[type]) * ("mean" in law ? law.mean : law.distribution === "uniform" ? (law.from + law.to) / 2 : law.scale);
    }
    contacts += arriving;
    busiest = Math.max(busiest, arriving / interval);
  }
  if (contacts === 0) return { inService: 0, finishes: 1 };
  const load = (busiest * work) / contacts;
  return { inService: Math.min(mostAgents, load + 3 * Math.sqrt(load)), finishes: Math.min(busiest, (mostAgents * contacts) / work) || 1 };
}
