// Days of the past lived again by a fitted scenario, with the agents that were there: what would have become of the callers.

import { Day } from "../engine/day.ts";
import { ABANDONED, ALL_AT_ONCE, CONTACT_COUNTERS, createDayRecord, type DayRecord } from "../engine/dayRecord.ts";
import { compile } from "../model/compile.ts";
import type { ContactType, Scenario } from "../scenario/schema.ts";
import type { Fit, FittedKind } from "./fit.ts";
import { AGENT_TIME, OFFERED, type History } from "./fitHistory.ts";

/** A kind of day of the fit as a scenario: nothing but what the written file says. */
export function scenarioOf(fit: Fit, kind: FittedKind, name = kind.name): Scenario {
  const contacts = Object.fromEntries(fit.types.map((type, t): [string, ContactType] => [type.name, {
    volume: kind.volumes[t].value, profile: kind.profiles[t].every((each) => each === 0) ? kind.profiles[t].map(() => 1) : [...kind.profiles[t]], dayToDayCv: type.factor?.cv.value ?? 0, ...(fit.shared ? { busyness: "shared" as const } : {}),
    handleTime: type.handle?.law ?? { distribution: "exponential", mean: 1 }, patience: type.patience.law, balking: type.patience.balking, answerWithin: fit.within.value, target: fit.target.value, priority: 0,
  }]));
  return {
    name, opening: kind.opening, interval: fit.interval, contacts, shifts: {}, lines: null, closing: "drain", days: 1, seed: "1",
    groups: Object.fromEntries(fit.groups.map((group, g) => [group.name, { answers: Object.fromEntries(group.types.map((type) => [fit.types[type].name, { handleTimeFactor: 1 }])), agents: [...kind.agents[g]] }])),
    routing: Object.fromEntries(fit.types.map((type, t) => [type.name, fit.groups.filter(({ types }) => types.includes(t)).map(({ name: group }) => group)])),
  };
}

/** With the agents of one day of the data. */
export function staffedAs(scenario: Scenario, fit: Fit, history: History, kind: FittedKind, day: number): Scenario {
  const from = kind.opening.from / fit.interval;
  const groups = Object.fromEntries(fit.groups.map(({ name, types }) => [name, {
    ...scenario.groups[name], agents: kind.profiles[0].map((_, i) => Math.round(types.reduce((sum, type) => sum + history.at(type, day, from + i, AGENT_TIME), 0) / history.resolution)),
  }]));
  return { ...scenario, groups };
}

/** With exactly as many contacts as came on one day of the data, spread by the fitted profile. */
export function countedAs(scenario: Scenario, fit: Fit, history: History, kind: FittedKind, day: number): Scenario {
  const from = kind.opening.from / fit.interval, to = kind.opening.to / fit.interval;
  const contacts = Object.fromEntries(fit.types.map(({ name }, type) => [name, { ...scenario.contacts[name], volume: history.total(type, day, OFFERED, from, to), count: "fixed" as const, dayToDayCv: 0 }]));
  return { ...scenario, contacts };
}

export class Replay {
  private readonly day: Day;
  private readonly record: DayRecord;
  readonly intervals: number;

  constructor(scenario: Scenario, seed: string) {
    const model = compile(scenario);
    this.day = new Day(model, seed);
    this.record = createDayRecord(model);
    this.intervals = model.intervals;
  }

  /** Simulate a day, whose counters can be asked for until the next. */
  simulate(number: number): void {
    this.day.simulate(number, this.record);
  }

  /** A counter of a type in an interval; of the whole day where that is the number of intervals. */
  counter(type: number, interval: number, counter: number): number {
    const { contacts } = this.record, cell = type * (this.intervals + 1) + interval;
    if (contacts.detailed[cell] === 1) return contacts.counters[cell * CONTACT_COUNTERS + counter];
    return ALL_AT_ONCE.includes(counter) ? contacts.main[cell] : 0;
  }

  abandoned(type: number): number {
    return this.counter(type, this.intervals, ABANDONED);
  }
}
