// The designs by which the literature names multi-skill centres (Garnett and Mandelbaum, An Introduction to Skills-Based Routing and its
// Operational Complexities, 2000), each against its exact Markov chain, measure by measure.

import { describe, expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { simulate } from "../../sim/study/run.ts";
import { expectNear } from "../known/expectNear.ts";
import type { Centre, ChainType } from "../known/multiSkillChain.ts";
import { exactMultiSkillDay } from "../known/multiSkillDay.ts";
import { measuresBeside } from "../known/multiSkillMeasures.ts";
import { centreText } from "../known/multiSkillText.ts";

const HOURS = 3, WITHIN = 20;

const type = (perHour: number, route: number[], rest: Partial<ChainType> = {}): ChainType => ({ perHour, handleTime: 240, patience: 120, balking: 0, priority: 0, route, ...rest });
const team = (agents: number, factors: number[] = [1, 1], listed: number[] | null = null) => ({ agents, factors, listed });
const centre = (types: ChainType[], groups: Centre["groups"], lines: number | null = null): Centre => ({ types, groups, lines, room: 26 });
const loss = { balking: 1, patience: null };

const DESIGNS: Record<string, Centre> = {
  "I: two teams that share nothing but their lines": centre([type(35, [0]), type(25, [1], { handleTime: 300 })], [team(3), team(3)], 16),
  "V: one team, one type before the other": centre([type(40, [0], { priority: 1 }), type(40, [0], { handleTime: 150, patience: 200 })], [team(5)], 16),
  "V: one team, whoever waits longest, on few lines": centre([type(40, [0]), type(40, [0], { handleTime: 150, patience: null })], [team(4)], 9),
  "N: the second team helps the first, a quarter slower": centre([type(45, [0, 1]), type(30, [1], { priority: 1 })], [team(3), team(3, [1.25, 1])], 14),
  "N: the second team takes its own first, by its list": centre([type(45, [0, 1], { priority: 5 }), type(30, [1])], [team(3), team(3, [1.25, 1], [1, 0])], 14),
  "M: specialists and slower generalists, urgent calls first": centre([type(35, [0, 2], { priority: 1 }), type(35, [1, 2])], [team(2), team(2), team(2, [1.25, 1.25])]),
  "M: specialists and slower generalists, whoever waits longest, on few lines": centre([type(45, [0, 2]), type(40, [1, 2])], [team(2), team(2), team(1, [1.25, 1.25])], 10),
  "M: generalists by their list, which names the less urgent first": centre([type(30, [0, 2], { priority: 1 }), type(30, [2, 1])], [team(2), team(2), team(2, [1, 1], [1, 0])], 14),
  "W: two teams share the middle one of three types": centre([type(25, [0]), type(30, [1, 0], { priority: 1 }), type(25, [1], { priority: 2 })], [team(3, [1, 1, 1]), team(3, [1, 1, 1])], 12),
  "X: each team first for its own, with one urgent type": centre([type(45, [0, 1]), type(35, [1, 0], { priority: 1 })], [team(3, [1, 1.25]), team(3, [1.25, 1])], 12),
  "X: whoever waits longest, on few lines": centre([type(45, [0, 1]), type(40, [1, 0])], [team(3, [1, 1.25]), team(2, [1.25, 1])], 10),
  "overflow from two teams to a third, where nobody waits": centre([type(45, [0, 2], loss), type(60, [1, 2], loss)], [team(2), team(3), team(2)]),
  "agents tried one after another, where nobody waits": centre([type(45, [0, 1, 2, 3], loss)], [team(1, [1]), team(1, [1]), team(1, [1]), team(1, [1])]),
  "some hang up at once, some for ever wait": centre([type(40, [0, 1], { balking: 0.3 }), type(35, [1], { patience: null, priority: 1 })], [team(3), team(3)], 12),
};

describe(`${HOURS} hours from empty to the last contact are as the exact chain has them`, () => {
  for (const [design, given] of Object.entries(DESIGNS)) {
    test(design, () => {
      const truth = exactMultiSkillDay(given, 3600 * HOURS, WITHIN)!, result = simulate(parseScenario(centreText(given, HOURS, WITHIN)), { days: 1000, seed: design });
      expect(truth.full).toBeLessThan(1e-9);
      const beside = measuresBeside(result, truth, given, HOURS).filter(({ events }) => events > 0.05); // rarer things have no normal law in 1,000 days
      expect(beside.length).toBeGreaterThan(4);
      for (const { measure, of, ours, exact } of beside) if (ours.halfWidth !== 0 || ours.mean !== exact) expectNear(ours, exact, `${measure} of ${of}`);
    });
  }
});
