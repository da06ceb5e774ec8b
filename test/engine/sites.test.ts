// What sites say of where a contact goes, against a day that knows nothing of routing.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Day } from "../../sim/engine/day.ts";
import { createDayRecord } from "../../sim/engine/dayRecord.ts";
import { ANSWERED_AFTER_WAIT, ANSWERED_AT_ONCE } from "../../sim/engine/outcome.ts";
import { compile } from "../../sim/model/compile.ts";
import { complete } from "../../sim/scenario/complete.ts";
import type { RouteEntry, Scenario, Site } from "../../sim/scenario/schema.ts";
import { plainDay, type PlainContact } from "./plainDay.ts";
import { randomScenario } from "./randomScenario.ts";

/** Random overflow between the random scenario's two sites; the first group is in one of them and answers everything, the second in the other. */
const townsOf = fc.tuple(randomScenario.filter(({ sites }) => sites !== undefined), fc.array(fc.constantFrom(null, 0, 10, 40), { minLength: 2, maxLength: 2 })).map(([scenario, afters]) => {
  const names = ["A-Town", "B-Town"], sites: Record<string, Site> = {};
  names.forEach((name, i) => {
    const after = afters[i];
    sites[name] = after === null ? {} : { overflow: [{ site: names[1 - i], after }] };
  });
  const groups = Object.fromEntries(Object.entries(scenario.groups).map(([name, group], g) => [name, g < 2 ? { ...group, site: names[g] } : group]));
  return { ...scenario, sites, groups };
});

/** Where contacts of a type may go, said by who answers and where alone. */
function waysOf({ contacts, groups, sites = {} }: Scenario, type: string): RouteEntry[] {
  const answering = Object.entries(groups).filter(([, { answers }]) => type in answers), { site: home } = contacts[type];
  if (home === undefined) return answering.map(([name]) => name);
  const ways: RouteEntry[] = [];
  for (const [name, { site }] of answering) if (site === home) ways.push(name);
  for (const helper of sites[home].overflow ?? []) {
    for (const [name, { site }] of answering) if (site === helper.site) ways.push(helper.after === 0 ? name : { group: name, after: helper.after });
  }
  return ways;
}

/** Types that nobody serves would be refused by the parser: they become central numbers here. */
function servedBy(scenario: Scenario): Scenario {
  const contacts = Object.fromEntries(Object.entries(scenario.contacts).map(([name, type]) => [name, waysOf(scenario, name).length === 0 ? { ...type, site: undefined } : type]));
  return { ...scenario, contacts };
}

describe("a day of sites without routing of its own", () => {
  test("equals the plain day of the groups that its sites lead to, contact by contact", () => {
    let sited = 0, helped = 0;
    fc.assert(fc.property(townsOf, fc.integer({ min: 0, max: 1e6 }), (towns, number) => {
      const scenario = servedBy(towns), routing = Object.fromEntries(Object.keys(scenario.contacts).map((type) => [type, waysOf(scenario, type)]));
      const model = compile(complete({ ...scenario, routing: {}, agreements: undefined }, "towns")), day = new Day(model, "towns");
      day.simulate(number, createDayRecord(model));
      const { order, count, type, arrival, handleTime, patience, balks, outcome, wait, group } = day.contacts, ids = Array.from(order.subarray(0, count));
      const answered = (id: number) => outcome[id] === ANSWERED_AT_ONCE || outcome[id] === ANSWERED_AFTER_WAIT;
      const plain = ids.map((id): PlainContact => ({
        type: model.typeNames[type[id]], arrival: arrival[id], handleTime: handleTime[id], patience: patience[id], balks: balks[id] === 1, outcome: "waiting", wait: 0,
      }));
      plainDay({ ...scenario, routing }, plain, "towns", number);
      expect(ids.map((id) => [wait[id], answered(id) ? model.groupNames[group[id]] : null])).toEqual(plain.map((contact) => [contact.wait, contact.outcome === "answered" ? contact.group : null]));
      for (const contact of plain) {
        const home = scenario.contacts[contact.type].site;
        if (home === undefined || contact.outcome !== "answered") continue;
        sited++;
        if (scenario.groups[contact.group!].site !== home) helped++;
      }
    }), { numRuns: 150, seed: 1 });
    expect(sited, "contacts of sites").toBeGreaterThan(800);
    expect(helped, "contacts answered elsewhere").toBeGreaterThan(200);
  });
});
