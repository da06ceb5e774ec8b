// Laws that hold on every day, whatever the scenario: properties over random ones, contact by contact under the same luck.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Day } from "../../sim/engine/day.ts";
import { createDayRecord } from "../../sim/engine/dayRecord.ts";
import { compile } from "../../sim/model/compile.ts";
import { readEntry } from "../../sim/scenario/readEntry.ts";
import type { ContactType, Group, Scenario } from "../../sim/scenario/schema.ts";
import { simulate } from "../../sim/study/run.ts";
import { contactsInFull, groupsInFull } from "../engine/inFull.ts";
import { randomScenario } from "../engine/randomScenario.ts";

/** The same scenario with nobody absent or off the phone. */
function allPresent(scenario: Scenario): Scenario {
  const present = <T extends object>(things: Record<string, T>) => Object.fromEntries(Object.entries(things).map(([name, thing]) => [name, { ...thing, absence: 0, offPhone: { share: 0, meanLength: 60 } }]));
  return { ...scenario, shifts: present(scenario.shifts), groups: present(scenario.groups) };
}

/** The contacts of a day in order of arrival, by the names of the file. */
function dayOf(scenario: Scenario, day: number, seed = "laws") {
  const model = compile(scenario), engine = new Day(model, seed), record = createDayRecord(model);
  engine.simulate(day, record);
  const { order, count, type, arrival, wait, outcome, handleTime } = engine.contacts;
  return Array.from(order.subarray(0, count), (id) => ({
    type: model.typeNames[type[id]], arrival: arrival[id], handleTime: handleTime[id], wait: wait[id], outcome: outcome[id],
  }));
}

/** Of one random scenario what makes a single queue from which nobody leaves unserved: the first type, the first group, an agent at closing. */
const singleQueue: fc.Arbitrary<Scenario> = fc.tuple(randomScenario, fc.integer({ min: 1, max: 3 })).map(([scenario, always]) => {
  const [name, first] = Object.entries(scenario.contacts)[0], [group, staff] = Object.entries(scenario.groups)[0];
  const agents = typeof staff.agents === "number" ? Math.max(staff.agents, always) : staff.agents?.map((count) => Math.max(count, always));
  const shifts = staff.shifts && { ...staff.shifts, late: Math.max(staff.shifts.late, always) };
  return {
    ...scenario, contacts: { [name]: { ...first, patience: "never", balking: 0 } }, groups: { [group]: { answers: { [name]: staff.answers[name] }, ...(shifts ? { shifts } : { agents }) } },
    routing: { [name]: [group] }, lines: null, closing: "drain",
  };
});

/** The same scenario with its one group or its one type changed. */
const withGroup = (scenario: Scenario, change: (group: Group) => Group): Scenario => ({ ...scenario, groups: Object.fromEntries(Object.entries(scenario.groups).map(([name, group]) => [name, change(group)])) });
const withTypes = (scenario: Scenario, change: (type: ContactType) => ContactType): Scenario => ({ ...scenario, contacts: Object.fromEntries(Object.entries(scenario.contacts).map(([name, type]) => [name, change(type)])) });

/** Nobody waits longer in `better` than in `worse`, to the last bit; how many wait less. */
function expectNobodyWaitsLonger(better: Scenario, worse: Scenario, day: number): number {
  const a = dayOf(better, day), b = dayOf(worse, day);
  expect(a.length).toBe(b.length);
  let shorter = 0;
  a.forEach(({ wait, arrival }, i) => {
    expect(arrival).toBe(b[i].arrival);
    if (wait > b[i].wait) expect.fail(`contact ${i} waits ${wait} instead of ${b[i].wait}`);
    if (wait < b[i].wait) shorter++;
  });
  return shorter;
}

describe("in a single queue from which nobody leaves unserved", () => {
  // By induction over the contacts in order of arrival: with more agents at every moment each begins no later (first come, first
  // served), hence is done no later. Sums and differences of doubles are monotone, so it holds to the last bit.
  const days = fc.integer({ min: 0, max: 1e6 });

  test("more agents make nobody wait longer under the same luck, contact by contact", () => {
    let shorter = 0;
    fc.assert(fc.property(singleQueue, days, fc.integer({ min: 1, max: 3 }), (scenario, day, more) => {
      const better = withGroup(scenario, (group) => group.shifts
        ? { ...group, shifts: { ...group.shifts, late: group.shifts.late + more } }
        : { ...group, agents: typeof group.agents === "number" ? group.agents + more : group.agents!.map((agents, i) => agents + (i % 2 === 0 ? more : 0)) });
      shorter += expectNobodyWaitsLonger(better, scenario, day);
    }), { numRuns: 300, seed: 11 });
    expect(shorter).toBeGreaterThan(1000); // there was something to gain
  });

  test("shorter handle times make nobody wait longer: a quicker group, or a smaller mean", () => {
    let shorter = 0;
    fc.assert(fc.property(singleQueue, days, fc.double({ min: 0.3, max: 1, noNaN: true }), (scenario, day, factor) => {
      const quicker = withGroup(scenario, (group) => ({ ...group, answers: Object.fromEntries(Object.entries(group.answers).map(([name, { handleTimeFactor }]) => [name, { handleTimeFactor: handleTimeFactor * factor }])) }));
      shorter += expectNobodyWaitsLonger(quicker, scenario, day);
      const exponential = (mean: number) => withTypes(scenario, (type) => ({ ...type, handleTime: { distribution: "exponential", mean } }));
      shorter += expectNobodyWaitsLonger(exponential(300 * factor), exponential(300), day);
    }), { numRuns: 200, seed: 12 });
    expect(shorter).toBeGreaterThan(1000);
  });

  test("contacts begin in the order in which they came", () => {
    fc.assert(fc.property(singleQueue, days, (scenario, day) => {
      let last = 0;
      for (const { arrival, wait } of dayOf(scenario, day)) {
        expect(arrival + wait).toBeGreaterThanOrEqual(last * (1 - 1e-15));
        last = arrival + wait;
      }
    }), { numRuns: 200, seed: 13 });
  });

  test("as many agents as there are contacts answer everybody at once", () => {
    fc.assert(fc.property(singleQueue, days, (scenario, day) => {
      const plenty = withGroup(scenario, ({ answers }) => ({ answers, agents: dayOf(scenario, day).length + 1 }));
      expect(dayOf(plenty, day).every(({ wait }) => wait === 0)).toBe(true);
    }), { numRuns: 100, seed: 14 });
  });
});

describe("whatever the scenario", () => {
  const other: ContactType = {
    volume: 80, profile: [], dayToDayCv: 0.5, handleTime: { distribution: "gamma", mean: 200, cv: 1.2 }, patience: { distribution: "exponential", mean: 100 },
    balking: 0.3, answerWithin: 10, target: 0.5, priority: 3,
  };

  test("adding a contact type that other groups serve changes nothing for the types that were there, to the bit", () => {
    fc.assert(fc.property(randomScenario, fc.boolean(), (random, first) => {
      const scenario: Scenario = { ...random, lines: null }; // lines are shared by all
      const intervals = (scenario.opening.to - scenario.opening.from) / scenario.interval;
      const type = { other: { ...other, profile: Array<number>(intervals).fill(1) } }, group = { others: { answers: { other: { handleTimeFactor: 1 } }, agents: 2 } };
      const more: Scenario = {
        ...scenario, routing: { ...scenario.routing, other: ["others"] },
        contacts: first ? { ...type, ...scenario.contacts } : { ...scenario.contacts, ...type },
        groups: first ? { ...group, ...scenario.groups } : { ...scenario.groups, ...group },
      };
      const plain = simulate(scenario, { days: 3, seed: "more" }), result = simulate(more, { days: 3, seed: "more" });
      for (const name of Object.keys(scenario.contacts)) expect(result.types[name]).toEqual(plain.types[name]);
      for (const name of Object.keys(scenario.groups)) expect(result.groups[name]).toEqual(plain.groups[name]);
      result.intervals.forEach(({ types, groups }, i) => {
        for (const name of Object.keys(scenario.contacts)) expect(types[name]).toEqual(plain.intervals[i].types[name]);
        for (const name of Object.keys(scenario.groups)) expect(groups[name]).toEqual(plain.intervals[i].groups[name]);
      });
    }), { numRuns: 100, seed: 21 });
  });

  test("renaming groups changes no number, as long as nobody is absent or off the phone: an agent's luck goes by the group's name", () => {
    fc.assert(fc.property(randomScenario.map(allPresent), (scenario) => {
      const renamed = (name: string) => `team ${name.length} of ${name}`;
      const { groups, intervals, ...rest } = simulate(scenario, { days: 3 });
      const other = simulate({
        ...scenario, groups: Object.fromEntries(Object.entries(scenario.groups).map(([name, group]) => [renamed(name), group])),
        routing: Object.fromEntries(Object.entries(scenario.routing).map(([type, names]) => [type, names.map(readEntry).map(({ group, after }) => ({ group: renamed(group), after }))])),
      }, { days: 3 });
      expect(other.types).toEqual(rest.types);
      expect(other.total).toEqual(rest.total);
      for (const [name, estimates] of Object.entries(groups)) expect(other.groups[renamed(name)]).toEqual(estimates);
      expect(other.intervals.map(({ types, total }) => ({ types, total }))).toEqual(intervals.map(({ types, total }) => ({ types, total })));
    }), { numRuns: 100, seed: 22 });
  });

  test("turning the order of contact types in the file around changes no type's numbers, and the totals only by rounding", () => {
    fc.assert(fc.property(randomScenario, (scenario) => {
      const plain = simulate(scenario, { days: 3 }), turned = simulate({ ...scenario, contacts: Object.fromEntries(Object.entries(scenario.contacts).reverse()) }, { days: 3 });
      expect(turned.types).toEqual(plain.types); // toEqual does not look at the order of keys
      expect(turned.groups).toEqual(plain.groups);
      for (const measure of ["offered", "answered", "abandoned", "blocked", "lostAtClose", "serviceLevel", "longestWait"] as const) expect(turned.total[measure].mean).toBe(plain.total[measure].mean);
      expect(turned.total.averageWait.mean ?? 0).toBeCloseTo(plain.total.averageWait.mean ?? 0, 9);
    }), { numRuns: 100, seed: 23 });
  });

  test("turning the order of groups in the file around changes no number where the staff is the same all day and routes are written out", () => {
    fc.assert(fc.property(randomScenario, (random) => {
      const scenario = withGroup(random, ({ answers, agents, shifts }) => ({ answers, agents: shifts ? shifts.early : typeof agents === "number" ? agents : agents![0] }));
      const plain = simulate(scenario, { days: 3 }), turned = simulate({ ...scenario, groups: Object.fromEntries(Object.entries(scenario.groups).reverse()) }, { days: 3 });
      expect(turned.types).toEqual(plain.types);
      expect(turned.total).toEqual(plain.total);
      expect(turned.groups).toEqual(plain.groups);
    }), { numRuns: 300, seed: 24 });
  });

  test("more days of one seed begin with the same days", () => {
    fc.assert(fc.property(randomScenario, fc.integer({ min: 0, max: 50 }), (scenario, day) => {
      // A day owes nothing to the days simulated before it.
      const model = compile(scenario), engine = new Day(model, "days"), record = createDayRecord(model), fresh = createDayRecord(model);
      for (const before of [day + 1, 0, day + 7]) engine.simulate(before, record);
      engine.simulate(day, record);
      new Day(model, "days").simulate(day, fresh);
      expect(contactsInFull(record)).toEqual(contactsInFull(fresh));
      expect(groupsInFull(record, model)).toEqual(groupsInFull(fresh, model));
    }), { numRuns: 100, seed: 25 });
  });
});
