import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Day } from "../../sim/engine/day.ts";
import {
  ABANDONED, ABANDONED_WITHIN, ANSWERED, ANSWERED_WITHIN, BLOCKED, BUSY, CONTACT_COUNTERS, createDayRecord, ELSEWHERE, FOR_OTHERS, GROUP_COUNTERS, LONGEST,
  LOST_AT_CLOSE, OFFERED, OFF_PHONE, OVERRUN, PAID, ROSTERED, SITE_COUNTERS, STAFFED, WAITED, WAIT_ABANDONED, WAIT_ALL, WAIT_ANSWERED, type DayRecord,
} from "../../sim/engine/dayRecord.ts";
import { ANSWERED_AFTER_WAIT, ANSWERED_AT_ONCE, BALKED, BLOCKED_OUT, GAVE_UP, LOST } from "../../sim/engine/outcome.ts";
import { compile } from "../../sim/model/compile.ts";
import type { Model } from "../../sim/model/model.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import { contactsInFull, groupsInFull } from "./inFull.ts";
import { plainDay, type PlainContact } from "./plainDay.ts";
import { randomScenario } from "./randomScenario.ts";

const outcomes: Record<number, PlainContact["outcome"]> = {
  [ANSWERED_AT_ONCE]: "answered", [ANSWERED_AFTER_WAIT]: "answered", [GAVE_UP]: "gaveUp", [BALKED]: "balked", [BLOCKED_OUT]: "blocked", [LOST]: "lost",
};

/** A day by the engine, its contacts by the oracle, both in order of arrival. */
function bothWays(scenario: Scenario, day: number) {
  const model = compile(scenario), engine = new Day(model, "oracle"), record = createDayRecord(model);
  engine.simulate(day, record);
  const { order, count, type, arrival, handleTime, patience, balks, outcome, wait, group, finish } = engine.contacts;
  const ids = Array.from(order.subarray(0, count));
  const fast = ids.map((id) => ({ type: model.typeNames[type[id]], outcome: outcomes[outcome[id]], wait: wait[id],
    ...(outcomes[outcome[id]] === "answered" ? { group: model.groupNames[group[id]], finish: finish[id] } : {}) }));
  const plain = ids.map((id): PlainContact => ({
    type: model.typeNames[type[id]], arrival: arrival[id], handleTime: handleTime[id], patience: patience[id], balks: balks[id] === 1, outcome: "waiting", wait: 0,
  }));
  const offPhone = plainDay(scenario, plain, "oracle", day);
  return { model, record, fast, plain, offPhone };
}

describe("a day of the engine", () => {
  test("equals, contact by contact and to the last bit, the plain day with real events for hanging up", () => {
    fc.assert(fc.property(randomScenario, fc.integer({ min: 0, max: 1e6 }), (scenario, day) => {
      const { fast, plain } = bothWays(scenario, day);
      const expected = plain.map(({ type, outcome, wait, group, finish }) => ({ type, outcome, wait, ...(outcome === "answered" ? { group, finish } : {}) }));
      expect(fast).toEqual(expected);
    }), { numRuns: 400, seed: 1 });
  });

  test("counts what became of the contacts, by type and interval of arrival and in all, to the last bit", () => {
    fc.assert(fc.property(randomScenario, (scenario) => {
      const { record, plain, model } = bothWays(scenario, 3);
      const table = countPlainly(scenario, plain, model.intervals), inFull = Array.from(contactsInFull(record));
      expect(inFull).toEqual(table.slice(0, inFull.length)); // of a single type there is no row for all
      expect(inFull.length).toBe(model.types === 1 ? table.length / 2 : table.length);
    }), { numRuns: 200, seed: 2 });
  });

  test("counts, site by site, who answered whose contacts", () => {
    let elsewhere = 0, forOthers = 0;
    fc.assert(fc.property(randomScenario.filter(({ sites }) => sites !== undefined), (scenario) => {
      const { record, plain } = bothWays(scenario, 4), answered = plain.filter(({ outcome }) => outcome === "answered");
      const places = answered.map(({ type, group }) => ({ home: scenario.contacts[type].site, by: scenario.groups[group!].site }));
      Object.keys(scenario.sites!).forEach((site, s) => {
        const own = [ELSEWHERE, FOR_OTHERS].map((counter) => record.sites[s * SITE_COUNTERS + counter]);
        expect(own).toEqual([places.filter(({ home, by }) => home === site && by !== site).length, places.filter(({ home, by }) => home !== site && by === site).length]);
        elsewhere += own[0];
        forOthers += own[1];
      });
    }), { numRuns: 100, seed: 11 });
    expect(Math.min(elsewhere, forOthers), "random scenarios where contacts are answered elsewhere").toBeGreaterThan(500);
  });

  test("splits the agents' seconds busy and off the phone at the edges of intervals and keeps staffed time at least busy", () => {
    fc.assert(fc.property(randomScenario, (scenario) => {
      const { record, plain, model, offPhone } = bothWays(scenario, 5), { intervals } = model, seconds = groupsInFull(record, model);
      Object.keys(scenario.groups).forEach((name, g) => {
        for (let i = 0; i <= intervals; i++) {
          const from = i * scenario.interval, to = i < intervals ? from + scenario.interval : Infinity;
          const busy = plain.filter((c) => c.group === name).reduce((sum, c) => sum + Math.max(0, Math.min(c.finish!, to) - Math.max(c.start!, from)), 0);
          const cell = (g * (intervals + 2) + i) * GROUP_COUNTERS;
          const resting = offPhone.filter(({ group }) => group === name).reduce((sum, spell) => sum + Math.max(0, Math.min(spell.to, to) - Math.max(spell.from, from)), 0);
          expect(seconds[cell + BUSY]).toBeCloseTo(busy, 6);
          expect(seconds[cell + OFF_PHONE]).toBeCloseTo(resting, 6);
          expect(seconds[cell + STAFFED]).toBeGreaterThan(seconds[cell + BUSY] - 1e-6);
          expect(seconds[cell + OVERRUN]).toBeGreaterThanOrEqual(0);
        }
      });
    }), { numRuns: 200, seed: 3 });
  });

  test("never lets one agent serve two contacts: in hand are at most those on duty, or those who were when they began", () => {
    fc.assert(fc.property(randomScenario, (scenario) => {
      const { plain, model } = bothWays(scenario, 7);
      Object.keys(scenario.groups).forEach((name, g) => {
        const mine = plain.filter((c) => c.group === name);
        for (const begun of mine) {
          const inHand = mine.filter((c) => c.start! <= begun.start! && c.finish! > begun.start!).length;
          expect(inHand).toBeLessThanOrEqual(onDuty(model, g, begun.start!));
        }
      });
    }), { numRuns: 200, seed: 4 });
  });

  test("accounts for every contact that came: answered, abandoned, blocked or lost at closing", () => {
    fc.assert(fc.property(randomScenario, (scenario) => {
      const model = compile(scenario), day = new Day(model, "laws"), record = createDayRecord(model);
      for (let n = 0; n < 5; n++) {
        day.simulate(n, record);
        const counters = contactsInFull(record);
        for (let at = 0; at < counters.length; at += CONTACT_COUNTERS) {
          const cell = counters.subarray(at, at + CONTACT_COUNTERS);
          expect(cell[ANSWERED] + cell[ABANDONED] + cell[BLOCKED] + cell[LOST_AT_CLOSE]).toBe(cell[OFFERED]);
          expect(cell[ANSWERED_WITHIN]).toBeLessThanOrEqual(cell[ANSWERED]);
          expect(cell[ABANDONED_WITHIN]).toBeLessThanOrEqual(cell[ABANDONED]);
          expect(cell[WAIT_ANSWERED] + cell[WAIT_ABANDONED]).toBeLessThanOrEqual(cell[WAIT_ALL] * (1 + 1e-12) + 1e-9);
        }
      }
    }), { numRuns: 200, seed: 5 });
  });

  test("obeys Little's law: the time integral of the number waiting is the sum of the waits", () => {
    fc.assert(fc.property(randomScenario, (scenario) => {
      const { record, plain } = bothWays(scenario, 11);
      const changes = plain.filter((c) => c.wait > 0).flatMap((c) => [[c.arrival, 1], [c.arrival + c.wait, -1]]).sort((a, b) => a[0] - b[0]);
      let integral = 0, number = 0, last = 0;
      for (const [time, change] of changes) {
        integral += number * (time - last);
        number += change;
        last = time;
      }
      const counters = contactsInFull(record), day = counters.length - CONTACT_COUNTERS; // of all types, the last cell
      expect(counters[day + WAIT_ALL]).toBeCloseTo(integral, 4);
    }), { numRuns: 100, seed: 6 });
  });
});

describe("agents' time on a day", () => {
  test("an agent whose shift ends with a contact in hand finishes it, and that is overrun; after closing all work is", () => {
    const { record, model } = bothWays(oneAgentDay({ shifts: { short: 1 } }, 3600, 100), 0);
    const { seconds } = reader(record, model);
    // One contact is always in hand: the shift of 1 h 15 min ends after 45 contacts of 100 s, none is in hand for longer.
    expect(seconds(4 + 1, ROSTERED)).toBe(4500);
    expect(seconds(4 + 1, PAID)).toBe(4500);
    expect(seconds(4 + 1, STAFFED)).toBeCloseTo(4500 + seconds(4 + 1, OVERRUN), 6);
    expect(seconds(4 + 1, OVERRUN)).toBeGreaterThan(0);
    expect(seconds(4 + 1, OVERRUN)).toBeLessThan(100);
  });

  test("a break is paid and not rostered, and running late into it is not overrun", () => {
    const { record, model } = bothWays(oneAgentDay({ shifts: { withBreak: 1 } }, 3600, 100), 0);
    const { seconds } = reader(record, model);
    expect(seconds(4 + 1, ROSTERED)).toBe(7200 - 900);
    expect(seconds(4 + 1, PAID)).toBe(7200);
    expect(seconds(4 + 1, OVERRUN)).toBe(seconds(4, BUSY)); // only what is served after closing
    expect(seconds(4 + 1, STAFFED)).toBeGreaterThan(7200 - 900 + seconds(4, BUSY));
  });
});

/** Two hours in half hours, contacts every few seconds, one agent: the queue never empties before closing. */
function oneAgentDay(staff: { shifts: Record<string, number> }, volume: number, handleTime: number): Scenario {
  return {
    name: "one agent", opening: { from: 0, to: 7200 }, interval: 1800,
    contacts: { calls: { volume, profile: [1, 1, 1, 1], dayToDayCv: 0, handleTime: { distribution: "deterministic", mean: handleTime }, patience: { distribution: "deterministic", mean: 300 }, balking: 0, answerWithin: 20, target: 0.8, priority: 0 } },
    shifts: { short: { from: 0, to: 4500, breaks: [] }, withBreak: { from: 0, to: 7200, breaks: [{ for: 900, between: [1850, 3650] }] } },
    groups: { all: { answers: { calls: { handleTimeFactor: 1 } }, ...staff } },
    routing: { calls: ["all"] }, lines: null, closing: "drain", days: 1, seed: "1",
  };
}

/** Seconds of the only group in an interval; the day's sum is one past the time after closing. */
function reader(record: DayRecord, model: Model) {
  const counters = groupsInFull(record, model);
  return { seconds: (interval: number, counter: number) => counters[interval * GROUP_COUNTERS + counter] };
}

/** Agents of a group on duty just after a time, by the model's steps. */
function onDuty(model: ReturnType<typeof compile>, group: number, time: number): number {
  let agents = 0, atClosing = 0;
  model.stepTime.forEach((at, step) => {
    if (at <= time) agents += model.stepChange[step * model.groups + group];
    atClosing = agents;
  });
  return time <= model.stepTime[model.stepTime.length - 1] ? agents : atClosing;
}

/** The contact counters of the record, written plainly. */
function countPlainly(scenario: Scenario, contacts: readonly PlainContact[], intervals: number): number[] {
  const types = Object.keys(scenario.contacts), table = new Array<number>((types.length + 1) * (intervals + 1) * CONTACT_COUNTERS).fill(0);
  const cell = (t: number, i: number) => (t * (intervals + 1) + i) * CONTACT_COUNTERS;
  for (const contact of contacts) {
    const t = types.indexOf(contact.type), at = cell(t, Math.floor(contact.arrival / scenario.interval));
    const within = contact.wait <= scenario.contacts[contact.type].answerWithin ? 1 : 0;
    const waited = ["gaveUp", "lost"].includes(contact.outcome) || (contact.outcome === "answered" && contact.wait > 0);
    table[at + OFFERED]++;
    if (contact.outcome === "answered") { table[at + ANSWERED]++; table[at + ANSWERED_WITHIN] += within; table[at + WAIT_ANSWERED] += contact.wait; }
    if (contact.outcome === "gaveUp" || contact.outcome === "balked") { table[at + ABANDONED]++; table[at + ABANDONED_WITHIN] += within; table[at + WAIT_ABANDONED] += contact.wait; }
    if (contact.outcome === "blocked") table[at + BLOCKED]++;
    if (contact.outcome === "lost") table[at + LOST_AT_CLOSE]++;
    if (waited) table[at + WAITED]++;
    table[at + WAIT_ALL] += contact.wait;
    table[at + LONGEST] = Math.max(table[at + LONGEST], contact.wait);
  }
  const add = (from: number, to: number) => {
    for (let c = 0; c < CONTACT_COUNTERS; c++) table[to + c] = c === LONGEST ? Math.max(table[to + c], table[from + c]) : table[to + c] + table[from + c];
  };
  for (let t = 0; t < types.length; t++) {
    for (let i = 0; i < intervals; i++) add(cell(t, i), cell(t, intervals));
    for (let i = 0; i <= intervals; i++) add(cell(t, i), cell(types.length, i));
  }
  return table;
}
