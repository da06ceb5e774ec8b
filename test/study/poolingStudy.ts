// Two towns, each with its own team, and the same as one pool: a study whose every difference is known exactly from small Markov chains.

import { parseStudy, type Study } from "../../sim/scenario/study.ts";
import type { Centre, ChainType } from "../known/multiSkillChain.ts";
import { exactMultiSkillDay } from "../known/multiSkillDay.ts";
import { centreText } from "../known/multiSkillText.ts";

const HOURS = 2, WITHIN = 20;

export interface Towns {
  /** Of each town. */
  readonly perHour: number;
  readonly agents: number;
  readonly patience: number | null;
}

const call = (perHour: number, patience: number | null, route: number[]): ChainType => ({ perHour, handleTime: 240, patience, balking: 0, priority: 0, route });
const team = (agents: number, types = 2) => ({ agents, factors: Array<number>(types).fill(1), listed: null });

/** @param rest more keys of the study */
export function poolingStudy({ perHour, agents, patience }: Towns, rest: string): Study {
  const base = centreText({ types: [call(perHour, patience, [0]), call(perHour, patience, [1])], groups: [team(agents), team(agents)], lines: null, room: 0 }, HOURS, WITHIN);
  return parseStudy(`question: Is one team better than two?
base: day.yaml
variants:
  pooled:
    says: One team answers both towns
    patch: { groups: { group0: { agents: ${2 * agents}, answers: { type1: { handleTimeFactor: 1 } } }, group1: null }, routing: { type0: [group0], type1: [group0] } }
${rest}`, "study.yaml", { readBase: () => ({ file: "day.yaml", text: base }) });
}

export interface Exact {
  readonly serviceLevel: number;
  readonly abandonmentRate: number;
  readonly averageWait: number;
  readonly occupancy: number;
}

/** One queue of so many calls an hour and agents, from empty to the last call of the day. */
export function exactTeam(perHour: number, agents: number, patience: number | null): Exact {
  const centre: Centre = { types: [call(perHour, patience, [0])], groups: [team(agents, 1)], lines: null, room: patience === null ? 150 : 30 };
  const { types: [{ offered, abandoned, answeredWithin, waited }], groups: [{ busy, overrun }], full } = exactMultiSkillDay(centre, 3600 * HOURS, WITHIN)!;
  if (full > 1e-9) throw new Error(`the chain's room is too small: ${full}`);
  return { serviceLevel: answeredWithin / offered, abandonmentRate: abandoned / offered, averageWait: waited / offered, occupancy: busy / (agents * 3600 * HOURS + overrun) };
}

/** What pooling changes. */
export function exactDifference({ perHour, agents, patience }: Towns): Exact {
  const apart = exactTeam(perHour, agents, patience), pooled = exactTeam(2 * perHour, 2 * agents, patience);
  const less = (measure: keyof Exact) => pooled[measure] - apart[measure];
  return { serviceLevel: less("serviceLevel"), abandonmentRate: less("abandonmentRate"), averageWait: less("averageWait"), occupancy: less("occupancy") };
}
