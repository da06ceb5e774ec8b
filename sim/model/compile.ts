// From a scenario to the model the engine runs on.

import { readEntry } from "../scenario/readEntry.ts";
import type { Scenario } from "../scenario/schema.ts";
import { expectedContacts, fixedCount } from "./arrivals.ts";
import { compileMatters } from "./matters.ts";
import { compileLedger } from "./ledger.ts";
import type { Model } from "./model.ts";
import { compileQueues } from "./queues.ts";
import { rotaOf } from "./rota.ts";
import { compileSites } from "./sites.ts";
import { compileSteps } from "./steps.ts";

/** @throws RangeError for a week, which has several kinds of day and is none */
export function compile(scenario: Scenario): Model {
  if (scenario.calendar !== undefined) throw new RangeError("this scenario is a week of several kinds of day: simulate each of kindsOfDay, or the week");
  const typeNames = Object.keys(scenario.contacts), groupNames = Object.keys(scenario.groups);
  const types = Object.values(scenario.contacts), groups = Object.values(scenario.groups);
  const { interval } = scenario, intervals = (scenario.opening.to - scenario.opening.from) / interval;

  const expected = new Float64Array(types.length * (intervals + 1));
  types.forEach((type, t) => expectedContacts(type, scenario).forEach((contacts, i) => {
    const at = t * (intervals + 1) + i;
    expected[at + 1] = expected[at] + contacts;
  }));
  const factors = typeNames.flatMap((type) => groups.map((group) => group.answers[type]?.handleTimeFactor ?? 1));

  return {
    typeNames, groupNames, types: types.length, groups: groups.length, intervals, interval,
    handleTime: types.map((type) => type.handleTime),
    matters: types.map((type) => compileMatters(type.matters)),
    patience: types.map((type) => (type.patience === "never" ? null : type.patience)),
    balking: Float64Array.from(types, (type) => type.balking),
    dayToDayCv: Float64Array.from(types, (type) => type.dayToDayCv),
    fixedCount: types.map((type) => fixedCount(type, scenario)),
    answerWithin: Float64Array.from(types, (type) => type.answerWithin),
    expected,
    sharesBusyness: types.map((type) => type.busyness === "shared"),
    ...compileQueues(
      typeNames.map((type) => scenario.routing[type].map(readEntry).map(({ group, after }) => ({ group: groupNames.indexOf(group), after }))),
      types.map((type) => type.priority),
      groups.map((group) => (group.picks === "listed" ? Object.keys(group.answers).map((type) => typeNames.indexOf(type)) : null)),
    ),
    handleTimeFactor: Float64Array.from(factors),
    lines: scenario.lines ?? Infinity,
    drop: scenario.closing === "drop",
    sites: compileSites(scenario),
    ledger: compileLedger(scenario),
    ...compileSteps(groups.map((group, g) => rotaOf(group, scenario, groupNames[g])), intervals, interval),
  };
}
