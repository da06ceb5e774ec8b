// Where in its file an entry of a route stands: in the routing, or in the overflow of the site that the route was written out from.

import { readEntry } from "./readEntry.ts";
import type { Scenario } from "./schema.ts";
import type { Path } from "./shown.ts";

/** The place of the wait after which an entry of a type's route may help. */
export function placeOfWait({ contacts, groups, sites = {}, routing }: Scenario, type: string, index: number): Path {
  const { group, after } = readEntry(routing[type][index]), own = contacts[type].site, helping = groups[group].site;
  const overflow = own === undefined || helping === own ? [] : (sites[own]?.overflow ?? []), at = overflow.findIndex((entry) => entry.site === helping && entry.after === after);
  return own === undefined || at < 0 ? ["routing", type, index, "after"] : ["sites", own, "overflow", at, "after"];
}
