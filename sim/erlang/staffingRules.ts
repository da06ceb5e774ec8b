// Agents by interval for a target, by formulas of the steady state, one interval at a time.

import type { Law } from "../scenario/law.ts";
import { erlangC } from "./erlangC.ts";
import { leastAgents } from "./leastAgents.ts";
import { meanHandleTime, meanLoads, type LoadSource } from "./offeredLoad.ts";
import type { Queue, SteadyState } from "./queue.ts";
import { laggedRates } from "./sipp.ts";
import { steadyState } from "./steadyState.ts";

export const FORMULA_RULES = ["sipp-c", "sipp-a", "lagged", "mol"] as const;

/**
 * `sipp-c`: each interval by Erlang C; `sipp-a`: with the patience of the contacts, by Erlang A or M/M/n+G; `lagged`: the same
 * with the rates of a mean handle time before; `mol`: the modified offered load, the same with the rate that gives the interval's
 * mean load of `meanLoads`. Jennings, Mandelbaum, Massey and Whitt, "Server staffing to meet time-varying demand" (1996).
 */
export type FormulaRule = (typeof FORMULA_RULES)[number];

/** One contact type of a group, and what was promised to it. */
export interface TypeDemand extends LoadSource {
  /** null: never hangs up. */
  readonly patience: Law | null;
  readonly balking: number;
  /** Seconds. */
  readonly answerWithin: number;
  /** Share of 1, below 1. */
  readonly target: number;
}

/** The contacts of a group on a day of mean busyness. */
export interface Demand {
  /** Seconds. */
  readonly interval: number;
  readonly types: readonly TypeDemand[];
}

/** What must hold besides the target. */
export interface Limits {
  /** Agents on duty in every interval. */
  readonly atLeast?: number | undefined;
  /** Share of 1. */
  readonly maxOccupancy?: number | undefined;
}

/**
 * The least agents of each interval whose steady state meets the target of its contacts. Lines are taken as unlimited. Where
 * contacts are expected there is at least one agent, whatever the rule.
 * @throws RangeError for a target of 1
 */
export function staffByRule(rule: FormulaRule, demand: Demand, { atLeast = 0, maxOccupancy }: Limits = {}): number[] {
  const { interval, types } = demand;
  const effective = types.map((type): readonly number[] => {
    if (rule === "lagged") return laggedRates(type.rates, interval, meanHandleTime(type));
    if (rule === "mol") return meanLoads(type, interval).map((load) => load / meanHandleTime(type));
    return type.rates;
  });
  const formula = rule === "sipp-c" ? erlangC : steadyState, floors = fewest(demand, atLeast);
  return floors.map((floor, i) => {
    const { queue, target, levelOf } = pooled(types, effective.map((rates) => rates[i]), rule !== "sipp-c");
    const limits = { serviceLevel: target, ...(maxOccupancy === undefined ? {} : { occupancy: maxOccupancy }) };
    return Math.max(floor, leastAgents(queue, limits, (each) => levelOf(each, formula)));
  });
}

/** The formula behind a rule, by its name. */
export function formulaOf(rule: FormulaRule, { types }: Demand): "Erlang C" | "Erlang A" | "M/M/n+G" {
  const patience = rule === "sipp-c" ? null : commonPatience(types, (of) => mean(types.map(of), types.map(({ rates }) => rates.reduce((sum, rate) => sum + rate, 0))));
  if (patience === null) return "Erlang C";
  return patience.distribution === "exponential" ? "Erlang A" : "M/M/n+G";
}

/** Agents below which no rule goes: so many as asked for, and one where anybody is expected. */
export function fewest({ types }: Demand, atLeast = 0): number[] {
  return types[0].rates.map((_, i) => Math.max(atLeast, types.some(({ rates }) => rates[i] > 0) ? 1 : 0));
}

/** The target of an interval: of several types with targets of their own, the mean over the contacts expected. */
export function targetsOf({ types }: Demand): number[] {
  return types[0].rates.map((_, i) => mean(types.map(({ target }) => target), types.map(({ rates }) => rates[i])));
}

interface Pooled {
  readonly queue: Omit<Queue, "agents">;
  readonly target: number;
  /** The steady state with the service level of all types, each by its own threshold. */
  readonly levelOf: (queue: Queue, formula: (queue: Queue) => SteadyState) => SteadyState;
}

/** Types in one queue, as if they were one: rates added, handle times and balking averaged. */
function pooled(types: readonly TypeDemand[], rates: readonly number[], hangUp: boolean): Pooled {
  const average = (of: (type: TypeDemand) => number) => mean(types.map(of), rates);
  const thresholds = [...new Set(types.map((type) => type.answerWithin))];
  const weights = thresholds.map((within) => average((type) => (type.answerWithin === within ? 1 : 0)));
  return {
    queue: {
      arrivalRate: rates.reduce((sum, rate) => sum + rate, 0), handleTime: average(meanHandleTime), answerWithin: thresholds[0],
      patience: hangUp ? commonPatience(types, average) : null, balking: hangUp ? average((type) => type.balking) : 0,
    },
    target: average((type) => type.target),
    levelOf: (queue, formula) => {
      const states = thresholds.map((answerWithin) => formula({ ...queue, answerWithin }));
      const level = states.reduce<number | null>((sum, { serviceLevel }, i) => (sum === null || serviceLevel === null ? null : sum + weights[i] * serviceLevel), 0);
      return { ...states[0], serviceLevel: thresholds.length === 1 ? states[0].serviceLevel : level };
    },
  };
}

/** The law that all types share; of different ones, an exponential law with their mean rate of hanging up. */
function commonPatience(types: readonly TypeDemand[], average: (of: (type: TypeDemand) => number) => number): Law | null {
  const [{ patience }] = types;
  if (types.every((type) => JSON.stringify(type.patience) === JSON.stringify(patience))) return patience;
  const rate = average((type) => (type.patience === null ? 0 : 1 / meanHandleTime({ handleTime: type.patience, handleTimeFactor: 1 })));
  return rate > 0 ? { distribution: "exponential", mean: 1 / rate } : null;
}

/** Weighted; plain where all weights are 0. */
function mean(values: readonly number[], weights: readonly number[]): number {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return values.reduce((sum, value, i) => sum + value * (all > 0 ? weights[i] / all : 1 / values.length), 0);
}
