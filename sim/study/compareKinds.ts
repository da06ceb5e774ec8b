// A way of working is made of kinds of day, each simulated by itself: one kind and a day, or several and a week. A calendar of dates is one kind,
// whose days are its runs.

import { isDated } from "../scenario/dated.ts";
import type { Scenario } from "../scenario/schema.ts";
import { kindsOfDay, type KindOfDay } from "../scenario/week.ts";
import type { Ran } from "./compareDays.ts";
import type { Rounds } from "./rounds.ts";
import type { BlockJob } from "./run.ts";

/** The days of one kind of day of a way of working; of a calendar its runs. */
export type KindDays = Pick<KindOfDay, "times" | "scenario"> & Pick<Ran, "days">;

/** A way of working with the days of all its kinds of day. Day i of every kind belongs to the i-th week. */
export interface WayDays {
  readonly scenario: Scenario;
  readonly kinds: readonly KindDays[];
}

/** The same with what each kind's run says. */
export interface WayRan extends WayDays {
  readonly kinds: readonly (KindOfDay & Ran)[];
}

/** What is simulated of every kind of day. */
export interface Simulation {
  readonly days: number;
  readonly seed: string;
  /** Whose days are kept one by one: those of all, or of weeks only, whose estimates cannot be had without. */
  readonly keep: "all" | "weeks";
}

/** What the days of a way of working are added up to: nothing, a week of kinds of day, or all dates of a calendar. */
export const perOf = (scenario: Scenario): "day" | "week" | "calendar" => (isDated(scenario) ? "calendar" : scenario.calendar === undefined ? "day" : "week");

/** Whether a scenario is a typical week of kinds of day. */
export const isWeek = (scenario: Scenario): boolean => perOf(scenario) === "week";

/** Yields the jobs of all kinds of day of some scenarios; @returns the scenarios' runs in the same order. */
export function* simulated(scenarios: readonly Scenario[], { days, seed, keep }: Simulation): Rounds<WayRan[]> {
  const all = scenarios.map((scenario) => ({ scenario, kinds: isDated(scenario) ? [{ name: scenario.name, times: 1, scenario: { ...scenario, seed } }] : kindsOfDay(scenario, seed) }));
  const ran: readonly Ran[] = yield all.flatMap(({ scenario, kinds }) => kinds.map((kind): BlockJob => ({ scenario: kind.scenario, days, seed: kind.scenario.seed, keepDays: keep === "all" || perOf(scenario) !== "day" })));
  let at = 0;
  return all.map(({ scenario, kinds }): WayRan => ({ scenario, kinds: kinds.map((kind) => ({ ...kind, ...ran[at++] })) }));
}

/** The names of the contact types of all kinds of day, each once. */
export function typesOf(scenario: Scenario): string[] {
  return [...new Set(kindsOfDay(scenario).flatMap((kind) => Object.keys(kind.scenario.contacts)))];
}
