// The days that a run of files has results of.

import { isDated } from "../scenario/dated.ts";
import { omit } from "../scenario/omit.ts";
import type { Scenario } from "../scenario/schema.ts";
import { kindsOfDay } from "../scenario/week.ts";
import type { ScenarioFile } from "./readScenario.ts";

/** The kinds of day of all files, each a scenario of its own; of calendars of dates without money and agreements, which are the calendar's. */
export const daysIn = (read: readonly ScenarioFile[]): Scenario[] => read.flatMap(({ scenario }) => kindsOfDay(scenario).map((kind) => (isDated(scenario) ? omit(kind.scenario, "pay", "agreements") : kind.scenario)));
