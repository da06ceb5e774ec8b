// Results by site against sums made plainly, day by day, from the day records.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Day } from "../../sim/engine/day.ts";
import { ANSWERED, ANSWERED_WITHIN, CONTACT_COUNTERS, createDayRecord, ELSEWHERE, FOR_OTHERS, GROUP_COUNTERS, LONGEST, OFFERED, SITE_COUNTERS } from "../../sim/engine/dayRecord.ts";
import { compile } from "../../sim/model/compile.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import { percentile } from "../../sim/stats/daily.ts";
import { CONTACT_MEASURES, GROUP_MEASURES, type Measure } from "../../sim/stats/measures.ts";
import { dayRatio, variance } from "../../sim/stats/paired.ts";
import { studentT95 } from "../../sim/stats/studentT.ts";
import { simulate } from "../../sim/study/run.ts";
import { contactsInFull, groupsInFull } from "../engine/inFull.ts";
import { randomScenario } from "../engine/randomScenario.ts";

const DAYS = 75; // two whole blocks and a part

/** Each day's counters of a site: of its contacts, of its agents, and its own. */
function daysOf(scenario: Scenario, site: string) {
  const model = compile(scenario), day = new Day(model, "sites"), record = createDayRecord(model), { intervals } = model;
  const types = Object.values(scenario.contacts).flatMap((type, t) => (type.site === site ? [t] : [])), groups = Object.values(scenario.groups).flatMap((group, g) => (group.site === site ? [g] : []));
  return Array.from({ length: DAYS }, (_, number) => {
    day.simulate(number, record);
    const contacts = contactsInFull(record), agents = groupsInFull(record, model), s = Object.keys(scenario.sites!).indexOf(site);
    const ofTypes = (counter: number) => types.map((t) => contacts[(t * (intervals + 1) + intervals) * CONTACT_COUNTERS + counter]);
    return {
      contacts: Array.from({ length: CONTACT_COUNTERS }, (_, counter) => (counter === LONGEST ? Math.max(0, ...ofTypes(counter)) : sum(ofTypes(counter)))),
      agents: Array.from({ length: GROUP_COUNTERS }, (_, counter) => sum(groups.map((g) => agents[(g * (intervals + 2) + intervals + 1) * GROUP_COUNTERS + counter]))),
      own: Array.from(record.sites.slice(s * SITE_COUNTERS, (s + 1) * SITE_COUNTERS)),
    };
  });
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** A mean or a ratio of means and its half-width, from the days' residuals. */
function estimate(top: readonly number[], bottom?: readonly number[]) {
  const { mean, errors } = dayRatio(Float64Array.from(top), bottom === undefined ? undefined : Float64Array.from(bottom));
  return { mean, halfWidth: mean === null ? null : studentT95(DAYS - 1) * Math.sqrt(variance(errors) / DAYS) };
}

const near = (actual: { mean: number | null; halfWidth: number | null }, expected: ReturnType<typeof estimate>, what: string) => {
  for (const part of ["mean", "halfWidth"] as const) {
    if (expected[part] === null) expect(actual[part], what).toBeNull();
    else expect(Math.abs(actual[part]! - expected[part]), `${what}, ${part}`).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(expected[part]))); // rounding in another order of summing
  }
};

describe("results by site", () => {
  test("are the sums of the site's types and groups, with the half-widths of ratios over days", () => {
    fc.assert(fc.property(randomScenario.filter(({ sites }) => sites !== undefined), (scenario) => {
      const result = simulate(scenario, { days: DAYS, seed: "sites" });
      for (const [name, site] of Object.entries(result.sites!)) {
        const days = daysOf(scenario, name);
        const measure = (of: "contacts" | "agents", { of: top, per }: Measure) => {
          const combine = (terms: Measure["of"]) => days.map((day) => sum(terms.map(([counter, factor]) => factor * day[of][counter])));
          return estimate(combine(top), per === undefined ? undefined : combine(per));
        };
        for (const [key, what] of Object.entries(CONTACT_MEASURES)) near(site.contacts[key as keyof typeof CONTACT_MEASURES], measure("contacts", what), `${name} ${key}`); // keys of that table
        for (const [key, what] of Object.entries(GROUP_MEASURES)) near(site.agents[key as keyof typeof GROUP_MEASURES], measure("agents", what), `${name} ${key}`);
        const levels = days.filter(({ contacts }) => contacts[OFFERED] > 0).map(({ contacts }) => contacts[ANSWERED_WITHIN] / contacts[OFFERED]).sort((a, b) => a - b);
        expect([site.contacts.daily.p10, site.contacts.daily.p50], `${name} daily`).toEqual([0.1, 0.5].map((p) => (levels.length === 0 ? null : percentile(Float64Array.from(levels), p))));
        near(site.answeredElsewhere, estimate(days.map(({ own }) => own[ELSEWHERE]), days.map(({ contacts }) => contacts[ANSWERED])), `${name} answered elsewhere`);
        near(site.answeredForOthers, estimate(days.map(({ own }) => own[FOR_OTHERS])), `${name} answered for others`);
      }
    }), { numRuns: 8, seed: 1 });
  });

  test("of the only site are those of the whole centre, its days and its waits among them", () => {
    fc.assert(fc.property(randomScenario, (scenario) => {
      const only = <T extends object>(of: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(of).map(([name, each]) => [name, { ...each, site: "Town" }]));
      const { total, groups, sites } = simulate({ ...scenario, sites: { Town: {} }, contacts: only(scenario.contacts), groups: only(scenario.groups) }, { days: DAYS, seed: "only" });
      const { contacts, agents, answeredElsewhere, answeredForOthers } = sites!.Town;
      expect(contacts.wait).toEqual(total.wait);
      expect(contacts.daily).toEqual(total.daily);
      for (const key of Object.keys(CONTACT_MEASURES) as (keyof typeof CONTACT_MEASURES)[]) near(contacts[key], total[key], key);
      if (Object.keys(groups).length === 1) for (const key of Object.keys(GROUP_MEASURES) as (keyof typeof GROUP_MEASURES)[]) near(agents[key], Object.values(groups)[0][key], key);
      expect([answeredElsewhere.mean ?? 0, answeredForOthers.mean]).toEqual([0, 0]);
    }), { numRuns: 15, seed: 2 });
  });

  test("change nothing else: a scenario without its sites has the same contacts, to the last bit", () => {
    fc.assert(fc.property(randomScenario.filter(({ sites }) => sites !== undefined), (scenario) => {
      const bare = <T extends { site?: string | undefined }>(of: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(of).map(([name, each]) => [name, { ...each, site: undefined }]));
      const { sites, ...without } = simulate(scenario, { days: 20 });
      expect(Object.keys(sites ?? {})).toEqual(Object.keys(scenario.sites ?? {}));
      expect(simulate({ ...scenario, sites: undefined, contacts: bare(scenario.contacts), groups: bare(scenario.groups) }, { days: 20 })).toEqual(without);
    }), { numRuns: 15, seed: 3 });
  });
});
