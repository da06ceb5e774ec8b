// A scenario taken apart into its groups, each with the contact types that only it answers. Names and seed stay, and with them
// everybody's luck: the contacts of a part are those of the whole.

import type { Demand } from "../erlang/staffingRules.ts";
import { lawOfContact } from "../erlang/lawOfContact.ts";
import { expectedContacts } from "../model/arrivals.ts";
import { rotaOf, type Spell } from "../model/rota.ts";
import { readEntry } from "../scenario/readEntry.ts";
import type { Scenario } from "../scenario/schema.ts";

/** A group with its contacts. */
export interface Pool {
  readonly group: string;
  readonly types: readonly string[];
  /** The scenario of this group alone, staffed as in the file. */
  readonly scenario: Scenario;
  readonly demand: Demand;
  /** Contacts expected, by interval. */
  readonly expected: readonly number[];
  /** Agents on duty by the file's rota, mean over each interval, breaks left out. */
  readonly rostered: readonly number[];
  /** Of these, the mean number on the phone: less absence and time off the phone. */
  readonly available: readonly number[];
}

/** The groups that have contact types, in the order of the file. No type may go to several groups. */
export function poolsOf(scenario: Scenario): Pool[] {
  return Object.keys(scenario.groups).flatMap((group) => {
    const types = Object.keys(scenario.contacts).filter((type) => readEntry(scenario.routing[type][0]).group === group);
    return types.length === 0 ? [] : [poolOf(scenario, group, types)];
  });
}

function poolOf(scenario: Scenario, group: string, types: readonly string[]): Pool {
  const { interval } = scenario, { answers } = scenario.groups[group], contacts = picked(scenario.contacts, types);
  const expected = types.map((type) => expectedContacts(contacts[type], scenario));
  return {
    group, types,
    scenario: { ...scenario, contacts, groups: picked(scenario.groups, [group]), routing: picked(scenario.routing, types) },
    demand: {
      interval,
      types: types.map((type, t) => {
        const { handleTime, matters, patience, balking, answerWithin, target } = contacts[type];
        return {
          rates: expected[t].map((number) => number / interval), handleTime: lawOfContact(handleTime, matters), handleTimeFactor: answers[type].handleTimeFactor,
          patience: patience === "never" ? null : patience, balking, answerWithin, target,
        };
      }),
    },
    expected: expected[0].map((_, i) => expected.reduce((sum, numbers) => sum + numbers[i], 0)),
    ...onDuty(scenario, group),
  };
}

/** The part's scenario with so many agents in each interval, all of them on the phone: no absence, no time away. */
export function staffed({ scenario, group }: Pick<Pool, "scenario" | "group">, agents: readonly number[]): Scenario {
  const { answers, picks } = scenario.groups[group];
  return { ...scenario, shifts: {}, groups: { [group]: { answers, agents: [...agents], ...(picks === undefined ? {} : { picks }) } } };
}

function onDuty(scenario: Scenario, group: string): Pick<Pool, "rostered" | "available"> {
  const { interval, opening } = scenario, { spells, people } = rotaOf(scenario.groups[group], scenario, group);
  const rostered = new Array<number>((opening.to - opening.from) / interval).fill(0);
  const add = (to: number[], spell: Spell, times: number) => to.forEach((_, i) => {
    to[i] += (times * spell.agents * Math.max(0, Math.min(spell.to, (i + 1) * interval) - Math.max(spell.from, i * interval))) / interval;
  });
  for (const spell of spells) add(rostered, spell, 1);
  const available = [...rostered];
  for (const { chance, offPhone, spells: own } of people) {
    for (const spell of own) add(available, spell, (1 - chance) * (1 - (offPhone?.share ?? 0)) - 1);
  }
  return { rostered, available };
}

function picked<Value>(of: Readonly<Record<string, Value>>, names: readonly string[]): Record<string, Value> {
  return Object.fromEntries(names.map((name) => [name, of[name]]));
}
