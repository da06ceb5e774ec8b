// From a scenario to the model the engine runs on.

import { readEntry } from "../scenario/route.ts";
import type { Scenario } from "../scenario/schema.ts";
import { expectedContacts, fixedCount } from "./arrivals.ts";
import type { Model } from "./model.ts";
import { compileQueues } from "./queues.ts";
import { rotaOf } from "./rota.ts";
import { compileSteps } from "./steps.ts";

export function compile(scenario: Scenario): Model {
  const typeNames = Object.keys(scenario.contacts), groupNames = Object.keys(scenario.groups);
  const types = Object.values(scenario.contacts), groups = Object.values(scenario.groups);
  const { interval } = scenario, intervals = (scenario.opening.to - scenario.opening.from) / interval;

  const expected = new Float64Array(types.length * (intervals + 1));
  types.forEach((type, t) => expectedContacts(type, interval).forEach((contacts, i) => {
    const at = t * (intervals + 1) + i;
    expected[at + 1] = expected[at] + contacts;
  }));
  const factors = typeNames.flatMap((type) => groups.map((group) => group.answers[type]?.handleTimeFactor ?? 1));

  return {
    typeNames, groupNames, types: types.length, groups: groups.length, intervals, interval,
    handleTime: types.map((type) => type.handleTime),
    patience: types.map((type) => (type.patience === "never" ? null : type.patience)),
    balking: Float64Array.from(types, (type) => type.balking),
    dayToDayCv: Float64Array.from(types, (type) => type.dayToDayCv),
    fixedCount: types.map(fixedCount),
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
    ...compileSteps(groups.map((group, g) => rotaOf(group, scenario, groupNames[g])), intervals, interval),
  };
}
