// What stands in the way of requirements by interval.

import type { Objection } from "../scenario/objection.ts";
import { readEntry } from "../scenario/readEntry.ts";
import { placeOfWait } from "../scenario/routePlace.ts";
import type { Scenario } from "../scenario/schema.ts";
import { objectionsToWeek } from "../scenario/week.ts";

/** Everything that stands in the way, in the order of the scenario; empty where requirements can be found. */
export function objectionsToRequirements(scenario: Scenario): Objection[] {
  if (scenario.calendar !== undefined) return objectionsToWeek(scenario);
  const objections: Objection[] = [], { contacts, groups, routing, lines } = scenario;
  for (const [type, { target }] of Object.entries(contacts)) {
    if (target === 1) objections.push({ path: ["contacts", type, "target"], about: "value", message: "must be below 100% in requirements: it would take agents without end" });
    const route = routing[type].map(readEntry);
    if (route.length > 1) {
      const names = route.map(({ group }) => group).join(", ");
      objections.push({ path: ["contacts", type], about: "name", message: `goes to several groups (${names}): requirements are for groups that share no contact type; simulate the rotas of shared groups with callhall run` });
    } else if (route[0].after > 0) {
      objections.push({ path: placeOfWait(scenario, type, 0), about: "value", message: "must be 0s in requirements: nobody else answers these contacts" });
    }
  }
  if (lines !== null && Object.keys(groups).length > 1) objections.push({ path: ["lines"], about: "value", message: "must be null in requirements for several groups: each group is staffed on its own, and lines are shared" });
  return objections;
}
