// One suite of laws that every rule of routing keeps, whatever the centre.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Day } from "../../sim/engine/day.ts";
import { createDayRecord } from "../../sim/engine/dayRecord.ts";
import { ANSWERED_AFTER_WAIT, ANSWERED_AT_ONCE, BALKED, BLOCKED_OUT } from "../../sim/engine/outcome.ts";
import { compile } from "../../sim/model/compile.ts";
import { readEntry } from "../../sim/scenario/readEntry.ts";
import type { Group, RouteEntry, Scenario } from "../../sim/scenario/schema.ts";
import { randomScenario } from "./randomScenario.ts";

/** With the same agents all day, always there, so that who is free is known from the contacts alone. */
const steady = randomScenario.map((scenario): Scenario => ({
  ...scenario,
  groups: Object.fromEntries(Object.entries(scenario.groups).map(([name, { answers, agents, shifts }]): [string, Group] =>
    [name, { answers, picks: "longest", agents: typeof agents === "number" ? agents : (agents?.[0] ?? shifts?.early ?? 1) }])),
  routing: Object.fromEntries(Object.entries(scenario.routing).map(([type, route]) => [type, route.map((entry) => readEntry(entry).group)])),
  lines: null, closing: "drain",
}));

const eachGroup = (scenario: Scenario, change: (group: Group) => Group): Scenario => ({ ...scenario, groups: Object.fromEntries(Object.entries(scenario.groups).map(([name, group]) => [name, change(group)])) });
const eachRoute = (scenario: Scenario, change: (group: string, place: number) => RouteEntry): Scenario =>
  ({ ...scenario, routing: Object.fromEntries(Object.entries(scenario.routing).map(([type, route]) => [type, route.map((entry, i) => change(readEntry(entry).group, i))])) });
const priorities = (scenario: Scenario, change: (i: number) => number): Scenario =>
  ({ ...scenario, contacts: Object.fromEntries(Object.entries(scenario.contacts).map(([name, type], i) => [name, { ...type, priority: change(i) }])) });

const RULES: Record<string, (scenario: Scenario) => Scenario> = {
  "groups in order of choice, whoever waits longest": (scenario) => priorities(scenario, () => 0),
  "groups in the other order of choice": (scenario) => priorities({ ...scenario, routing: Object.fromEntries(Object.entries(scenario.routing).map(([type, route]) => [type, [...route].reverse()])) }, () => 0),
  "the highest priority first": (scenario) => priorities(scenario, (i) => i % 3),
  "the first listed type first": (scenario) => eachGroup(scenario, (group) => ({ ...group, picks: "listed" })),
  "help after a wait": (scenario) => eachRoute(scenario, (group, place) => (place === 0 ? group : { group, after: 15 * place })),
  "help of everybody after a wait, nobody at once": (scenario) => eachRoute(scenario, (group) => ({ group, after: 30 })),
  "limited lines": (scenario) => ({ ...scenario, lines: 7 }),
  "help after a wait with limited lines": (scenario) => eachRoute({ ...scenario, lines: 7 }, (group, place) => (place === 0 ? group : { group, after: 20 })),
  "queues cut off at closing": (scenario) => ({ ...scenario, closing: "drop" }),
};

/** A day's contacts in order of arrival; whoever was not answered has no group. */
function contactsOf(scenario: Scenario, day: number) {
  const model = compile(scenario), engine = new Day(model, "rules");
  engine.simulate(day, createDayRecord(model));
  const { order, count, type, arrival, wait, outcome, group, finish } = engine.contacts;
  return Array.from(order.subarray(0, count), (id) => {
    const answered = outcome[id] === ANSWERED_AT_ONCE || outcome[id] === ANSWERED_AFTER_WAIT;
    return {
      type: model.typeNames[type[id]], arrival: arrival[id], start: arrival[id] + wait[id], outcome: outcome[id],
      queued: outcome[id] !== BALKED && outcome[id] !== BLOCKED_OUT, group: answered ? model.groupNames[group[id]] : null, finish: answered ? finish[id] : null,
    };
  });
}

const JUST_AFTER = 1e-6; // seconds: a start is known as arrival and wait, each rounded

const busyAt = (contacts: ReturnType<typeof contactsOf>, now: number) => contacts.filter(({ start, finish }) => start <= now && finish! > now).length;

describe.each(Object.entries(RULES))("%s", (_, rule) => {
  const law = (seed: number, check: (scenario: Scenario, contacts: ReturnType<typeof contactsOf>) => void) => {
    fc.assert(fc.property(steady.map(rule), fc.integer({ min: 0, max: 1e6 }), (scenario, day) => { check(scenario, contactsOf(scenario, day)); }), { numRuns: 40, seed });
  };
  const agentsOf = ({ agents }: Group) => agents as number; // made so above

  test("lets nobody wait while somebody who may serve them is free", () => {
    law(1, (scenario, contacts) => {
      const closing = scenario.opening.to - scenario.opening.from;
      for (const { type, arrival, start, queued } of contacts) {
        if (!queued || start === arrival) continue;
        for (const { group, after } of scenario.routing[type].map(readEntry)) {
          const theirs = contacts.filter((other) => other.group === group), from = arrival + after, until = Math.min(start, closing);
          const moments = [from, ...theirs.map(({ finish }) => finish!)].map((time) => time + JUST_AFTER).filter((time) => time > from && time < until);
          for (const now of moments) expect(busyAt(theirs, now)).toBe(agentsOf(scenario.groups[group]));
        }
      }
    });
  });

  test("lets no group serve more contacts at once than it has agents, a type that it may not, or one that may not be helped yet", () => {
    law(2, (scenario, contacts) => {
      for (const { type, arrival, start, group } of contacts) {
        if (group === null) continue;
        const entry = scenario.routing[type].map(readEntry).find((way) => way.group === group);
        expect(scenario.routing[type].map((way) => readEntry(way).group), "a group that may serve the type").toContain(group);
        expect(start).toBeGreaterThan(arrival + entry!.after - JUST_AFTER);
        expect(busyAt(contacts.filter((other) => other.group === group), start + JUST_AFTER)).toBeLessThanOrEqual(agentsOf(scenario.groups[group]));
      }
    });
  });

  test("keeps the places: of one type, whoever came first is answered first by any group that may serve both", () => {
    law(3, (scenario, contacts) => {
      const before = new Map<string, typeof contacts>();
      for (const contact of contacts) {
        const earlier = before.get(contact.type) ?? [];
        for (const first of earlier) {
          if (contact.group === null || !first.queued || first.start <= contact.start + JUST_AFTER) continue; // still waiting when the later one was answered
          const { after } = scenario.routing[contact.type].map(readEntry).find((way) => way.group === contact.group)!;
          expect(first.arrival + after, "the group could have served the first").toBeGreaterThan(contact.start - JUST_AFTER);
        }
        before.set(contact.type, [...earlier, contact]);
      }
    });
  });
});
