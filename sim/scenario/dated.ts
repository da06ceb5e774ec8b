import type { DatedScenario, Scenario } from "./schema.ts";

/** Whether a scenario is all days from one date to another. Apart from the schema, which no worker needs. */
export function isDated(scenario: Scenario): scenario is DatedScenario {
  return scenario.calendar?.dates !== undefined;
}
