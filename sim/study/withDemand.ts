// A type's results with what became of its demand, where the scenario says when people want to come.

import { demandOf, type Demand } from "../scenario/demandHours.ts";
import type { Scenario } from "../scenario/schema.ts";

/** Only of a type with `demand`: expected contacts a day; exact, since they follow from the file alone. */
export interface WithDemand {
  readonly demand?: Demand;
}

/** @param types results by name */
export function withDemand<Of extends object>(scenario: Scenario, types: Readonly<Record<string, Of>>): Record<string, Of & WithDemand> {
  return Object.fromEntries(Object.entries(types).map(([name, result]) => {
    const type = scenario.contacts[name];
    if (type.demand === undefined) return [name, result];
    const { wanted, online, whileClosed, moved, lost } = demandOf(type, scenario);
    return [name, { ...result, demand: { wanted, online, whileClosed, moved, lost } }];
  }));
}
