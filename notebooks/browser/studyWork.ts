// What a worker does that takes longer than a run: the staffing curve, and the agents that each interval needs. It answers several times,
// of more days each time, and lets go between two blocks of days as soon as something newer is wanted, or nothing at all.

import { expectedContactsPerDay } from "../../sim/scenario/limits.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import type { Block } from "../../sim/stats/block.ts";
import { blocksIn, simulatorOf } from "../../sim/study/blocks.ts";
import { curveRounds } from "../../sim/study/curve.ts";
import { planCurve } from "../../sim/study/curvePlan.ts";
import type { Curve } from "../../sim/study/curveResult.ts";
import { requirementJobs, type Requirements } from "../../sim/study/require.ts";
import { objectionsToRequirements } from "../../sim/study/requireObjections.ts";
import type { Result } from "../../sim/study/result.ts";
import { run, type BlockJob } from "../../sim/study/run.ts";

export interface Wish {
  /** Rises with every wish. */
  readonly number: number;
  /** Null: leave off, and say so. */
  readonly scenario: Scenario | null;
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

const AT_A_STRETCH = 8; // ms between two looks at what is wanted

/** Thrown where something newer is wanted. */
const LEFT_OFF = new Error("left off");

async function* blocksHere(job: BlockJob, number: number): AsyncGenerator<Block> {
  const simulator = simulatorOf(job);
  let since = performance.now();
  for (let block = 0; block < blocksIn(job); block++) {
    if (performance.now() - since > AT_A_STRETCH) {
      await breath();
      since = performance.now();
    }
    if (latest !== number) throw LEFT_OFF;
    yield simulator.simulate(block, job.days);
  }
}

export async function study(wish: Wish): Promise<void> {
  try {
    await answer(wish);
  } catch (error) {
    if (error !== LEFT_OFF) throw error;
  }
}

async function answer({ number, scenario }: Wish): Promise<void> {
  latest = number;
  const tell = (studied: Omit<Studied, "number">) => self.postMessage({ number, ...studied } satisfies Studied);
  if (scenario === null) {
    tell({ done: true });
    return;
  }
  const simulated = (job: BlockJob): Promise<Result> => run(job, (given) => blocksHere(given, number), () => {});
  const most = Math.min(scenario.days, Math.max(32, Math.floor(CONTACTS / 20 / Math.max(1, expectedContactsPerDay(scenario)))));
  const steps = [...new Set([Math.min(64, most), Math.min(320, most), most])];
  const able = objectionsToRequirements(scenario).length === 0, agents = Object.values(scenario.groups).some(({ agents = 0, shifts }) => [agents, ...Object.values(shifts ?? {})].flat().some((n) => n > 0));
  tell({ ...(able ? {} : { requirements: null }), ...(agents ? {} : { curve: null }), done: false });
  const curves = agents ? [...steps.map((days) => ({ days, exact: false })), { days: most, exact: true }] : [], staffings = able ? steps : [];
  for (let step = 0; step < Math.max(curves.length, staffings.length); step++) {
    if (step < curves.length) {
      const rounds = curveRounds(planCurve([], () => scenario, curves[step].days), curves[step]);
      let round = rounds.next();
      while (round.done !== true) {
        const results = [];
        for (const job of round.value) {
          results.push(await simulated(job));
        }
        round = rounds.next(results);
      }
      tell({ curve: round.value, done: false });
    }
    if (step < staffings.length) {
      const jobs = requirementJobs(scenario, { days: staffings[step], rules: ["mol", "iterative"] });
      let next = jobs.next();
      while (next.done !== true) {
        next = jobs.next(await simulated(next.value.job));
      }
      tell({ requirements: next.value, done: false });
    }
  }
  tell({ done: true });
}
