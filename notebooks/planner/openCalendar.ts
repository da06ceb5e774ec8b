// The whole calendar as the plan: all its dates, and what has been simulated of them.

import { computed, effect, signal } from "@preact/signals";
import { isDated } from "../../sim/scenario/dated.ts";
import type { DatedScenario } from "../../sim/scenario/schema.ts";
import { jobOfCalendar } from "../../sim/study/calendar.ts";
import { tooManyLines } from "../../sim/study/keptLines.ts";
import { refineCalendar, type CalendarSoFar } from "../browser/refineCalendar.ts";
import { openStudy } from "./openStudy.ts";
import type { Plan } from "./plan.ts";
import { fail, hire, plan, pool } from "./state.ts";

/** What has been simulated of a calendar so far. */
export interface ShownCalendar extends CalendarSoFar {
  readonly plan: Plan;
  readonly scenario: DatedScenario;
}

const REST = 80; // ms without a newer plan before the work begins: the first runs of a year take longer than that

export const shownCalendar = signal<ShownCalendar | null>(null);

/** Runs of the present plan that are simulated, some of them perhaps not yet in what is shown. */
export const runsSimulated = signal(0);

/** Why the calendar cannot be simulated as it is, in words. */
export const refusal = signal<string | null>(null);

/** Whether the plan is all dates of a calendar. */
export const isWhole = computed(() => isDated(plan.value.scenario));

/** Whether the numbers are of an older plan than the form. */
export const isOld = computed(() => shownCalendar.value?.plan !== plan.value);

/** Simulate every new plan of a whole calendar while it is looked at, and let go of the one before. */
export function startCalendars(): void {
  effect(() => {
    const given = plan.value, { scenario } = given, isHidden = openStudy.value !== null, last = shownCalendar.peek();
    if (!isDated(scenario) || isHidden || (last?.plan === given && last.done)) return undefined;
    runsSimulated.value = 0;
    refusal.value = null;
    const giveUp = new AbortController(), timer = setTimeout(() => {
      const tooMany = tooManyLines(scenario, scenario.days);
      if (tooMany === null) simulate(given, scenario, giveUp.signal).catch(fail);
      else refusal.value = `${scenario.days.toLocaleString("en-GB")} ${tooMany}`;
    }, REST);
    return () => {
      giveUp.abort();
      clearTimeout(timer);
    };
  });
}

async function simulate(given: Plan, scenario: DatedScenario, signal: AbortSignal): Promise<void> {
  const job = { ...jobOfCalendar(scenario), scenario };
  for await (const sofar of refineCalendar(job, pool.simulateUntil(signal), signal, hire, (runs) => { if (!signal.aborted) runsSimulated.value = runs; })) {
    if (signal.aborted) return;
    const last = shownCalendar.peek();
    if (last?.plan === given && last.result.runs > sofar.result.runs) continue; // it was left half way, and is come back to
    shownCalendar.value = { plan: given, scenario, ...sofar };
  }
}
