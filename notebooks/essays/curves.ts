// A curve that shows what it knows while it goes on: of few days first, in the end that of `callhall curve` with the same words.

import { curveRounds } from "../../sim/study/curve.ts";
import { planCurve } from "../../sim/study/curvePlan.ts";
import type { Curve } from "../../sim/study/curveResult.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import { runAll } from "../../sim/study/runAll.ts";
import { shellCommand } from "../../sim/cli/shellCommand.ts";
import { AT_ONCE, pool } from "./engine.ts";
import { shipped } from "./library.ts";
import { inTurn, stepsTo } from "./steps.ts";

export interface AskedCurve {
  /** In `scenarios/`. */
  readonly file: string;
  /** As after `--set`. */
  readonly set: readonly string[];
  /** As after `--vary`; none: the number of agents. */
  readonly vary: readonly string[];
  readonly days: number;
}

export interface CurveSoFar {
  readonly curve: Curve;
  readonly scenario: Scenario;
  readonly done: boolean;
}

/** The command that gives the same numbers. */
export const curveCommand = ({ file, set, vary, days }: AskedCurve): string =>
  shellCommand(["callhall", "curve", `scenarios/${file}`, ...vary.flatMap((each) => ["--vary", each]), ...set.flatMap((each) => ["--set", each]), "--days", String(days)]);

/** The day is not solved exactly at every point, as the command does beside: that would take longer than the simulation. */
export async function* curves({ file, set, vary, days: asked }: AskedCurve, signal: AbortSignal): AsyncGenerator<CurveSoFar> {
  const simulateBlocks = pool.simulateUntil(signal);
  for (const days of stepsTo(asked)) {
    const plan = planCurve(vary, (more) => parseScenario(shipped[file], file, { set: [...set, ...more] }), days), rounds = curveRounds(plan, { days, exact: false });
    const curve = await inTurn(days, async () => {
      let round = rounds.next();
      while (round.done !== true && !signal.aborted) {
        const results = await runAll(round.value, simulateBlocks, AT_ONCE, () => {});
        if (!signal.aborted) round = rounds.next(results); // or their blocks ended early
      }
      return round.done === true ? round.value : null;
    });
    if (curve === null) return;
    yield { curve, scenario: plan.base, done: days === asked };
  }
}
