// A day as formulas see it: one queue and one team, in stretches of constant rate and staff.

import { patienceOf } from "../erlang/patience.ts";
import { workOf } from "../model/matters.ts";
import type { Model } from "../model/model.ts";
import type { Law } from "../scenario/law.ts";

export interface PooledDay {
  readonly stretches: readonly Stretch[];
  /** By type, in seconds. */
  readonly answerWithin: readonly number[];
  /** null: nobody hangs up. */
  readonly patience: Law | null;
  readonly balking: number;
  /** Infinity without a limit. */
  readonly lines: number;
}

export interface Stretch {
  readonly seconds: number;
  /** Contacts a second, by type. */
  readonly rates: readonly number[];
  /** Mean of all types, by their rates; seconds. */
  readonly handleTime: number;
  /** All groups together, less those expected to be absent or off the phone: not always a whole number. */
  readonly agents: number;
}

/** All types in one queue, all groups in one team. Where types differ in patience the pooled is exponential, with the mean rate of hanging up. */
export function pooledDay(model: Model): PooledDay {
  const { types, intervals, interval, expected, stepTime, stepInterval, balking } = model, onDuty = agentsOnDuty(model);
  const handleTimes = model.handleTime.map((law, type) => patienceOf(law).mean * workOf(model.matters[type]) * firstFactor(model, type));
  const volumes = model.handleTime.map((_, type) => expected[type * (intervals + 1) + intervals]), all = sum(volumes);
  return {
    stretches: Array.from({ length: stepTime.length - 1 }, (_, step) => {
      const at = stepInterval[step], rates = Array.from({ length: types }, (_, type) => (expected[type * (intervals + 1) + at + 1] - expected[type * (intervals + 1) + at]) / interval);
      const rate = sum(rates), pooled = sum(rates.map((each, type) => each * handleTimes[type]));
      return { seconds: stepTime[step + 1] - stepTime[step], rates, handleTime: rate === 0 ? handleTimes[0] : pooled / rate, agents: onDuty[step] };
    }),
    answerWithin: [...model.answerWithin],
    patience: pooledPatience(model.patience, volumes),
    balking: all === 0 ? 0 : sum(volumes.map((volume, type) => (volume / all) * balking[type])),
    lines: model.lines,
  };
}

/** Expected by step: those rostered, less each one's chance of being absent, less their share of time off the phone. */
function agentsOnDuty({ groups, stepTime, stepChange, mayBeAbsent, offPhone }: Model): number[] {
  const changes = Array.from(stepTime, (_, step) => sum(Array.from({ length: groups }, (_, group) => stepChange[step * groups + group])));
  for (const { chance, duty } of mayBeAbsent) for (const { step, change } of duty) changes[step] -= chance * change;
  let agents = 0;
  return changes.map((change, step) => {
    agents += change;
    const away = offPhone.filter(({ duty }) => duty.some(({ from, to }) => from <= stepTime[step] && stepTime[step] < to));
    return Math.max(0, agents - sum(away.map(({ share, absentee }) => share * (absentee === null ? 1 : 1 - mayBeAbsent[absentee].chance))));
  });
}

/** Of the group that a type tries first. */
function firstFactor({ groups, groupsFrom, groupsOf, helpers, handleTimeFactor }: Model, type: number): number {
  const group = groupsFrom[type] < groupsFrom[type + 1] ? groupsOf[groupsFrom[type]] : helpers[type][0].group;
  return handleTimeFactor[type * groups + group];
}

function pooledPatience(laws: readonly (Law | null)[], volumes: readonly number[]): Law | null {
  if (laws.every((law) => JSON.stringify(law) === JSON.stringify(laws[0]))) return laws[0];
  const all = sum(volumes), rate = sum(laws.map((law, type) => (law === null || all === 0 ? 0 : volumes[type] / all / patienceOf(law).mean)));
  return rate === 0 ? null : { distribution: "exponential", mean: 1 / rate };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
