// What a worker does that takes longer than a run: the staffing curve, and the agents that each interval needs. It answers several times,
// of more days each time, and lets go between two simulations as soon as something newer is wanted.

import { expectedContactsPerDay } from "../../sim/scenario/limits.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import { curveRounds } from "../../sim/study/curve.ts";
import { planCurve } from "../../sim/study/curvePlan.ts";
import type { Curve } from "../../sim/study/curveResult.ts";
import { requirementJobs, type Requirements } from "../../sim/study/require.ts";
import { objectionsToRequirements } from "../../sim/study/requireObjections.ts";
import { simulateJob } from "../../sim/study/run.ts";

export interface Wish {
  /** Rises with every wish. */
  readonly number: number;
  readonly scenario: Scenario;
}

export interface Studied {
  readonly number: number;
  /** Null where the scenario's groups cannot be staffed one by one. */
  readonly requirements?: Requirements | null;
  readonly curve?: Curve | null;
  /** Whether there is more to come. */
  readonly done: boolean;
}

const CONTACTS = 2e7; // simulated in all at most for one answer: a few seconds

let latest = 0;
const pause = new MessageChannel();
let resume = () => {};
pause.port1.onmessage = () => resume();
const breath = () => new Promise<void>((resolve) => { resume = resolve; pause.port2.postMessage(0); });

export async function study({ number, scenario }: Wish): Promise<void> {
  latest = number;
  const tell = (studied: Omit<Studied, "number">) => self.postMessage({ number, ...studied } satisfies Studied);
  const most = Math.min(scenario.days, Math.max(32, Math.floor(CONTACTS / 20 / Math.max(1, expectedContactsPerDay(scenario)))));
  const steps = [...new Set([Math.min(64, most), Math.min(320, most), most])];
  const able = objectionsToRequirements(scenario).length === 0, agents = Object.values(scenario.groups).some(({ agents = 0, shifts }) => [agents, ...Object.values(shifts ?? {})].flat().some((n) => n > 0));
  tell({ ...(able ? {} : { requirements: null }), ...(agents ? {} : { curve: null }), done: false }); // heard
  const curves = agents ? [...steps.map((days) => ({ days, exact: false })), { days: most, exact: true }] : [], staffings = able ? steps : [];
  for (let step = 0; step < Math.max(curves.length, staffings.length); step++) {
    if (step < curves.length) {
      const rounds = curveRounds(planCurve([], () => scenario, curves[step].days), curves[step]);
      let round = rounds.next();
      while (round.done !== true) {
        const results = [];
        for (const job of round.value) {
          results.push(simulateJob(job));
          await breath();
          if (latest !== number) return;
        }
        round = rounds.next(results);
      }
      tell({ curve: round.value, done: false });
    }
    if (step < staffings.length) {
      const jobs = requirementJobs(scenario, { days: staffings[step], rules: ["mol", "iterative"] });
      let next = jobs.next();
      while (next.done !== true) {
        next = jobs.next(simulateJob(next.value.job));
        await breath();
        if (latest !== number) return;
      }
      tell({ requirements: next.value, done: false });
    }
  }
  tell({ done: true });
}
