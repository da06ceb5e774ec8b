// Random scenarios for properties: any number of types, groups and shifts, every option of the language.

import fc from "fast-check";
import type { ContactType, Law, RouteEntry, Scenario } from "../../sim/scenario/schema.ts";

const OPENS = 8 * 3600, INTERVAL = 1800;
const MATTERS: readonly ContactType["matters"][] = [undefined, undefined, { residents: [0.7, 0.2, 0.1], furtherTakes: 0.8 }, { residents: [0, 1, 0], furtherTakes: 1 }];
/** Intervals by which demand may be longer than the opening. */
const LATER = 3;
const SITES = ["A-Town", "B-Town"] as const;

const law = (mean: fc.Arbitrary<number>): fc.Arbitrary<Law> => fc.oneof(
  mean.map((m): Law => ({ distribution: "exponential", mean: m })),
  mean.map((m): Law => ({ distribution: "deterministic", mean: m })),
  fc.tuple(mean, fc.double({ min: 0.2, max: 2, noNaN: true })).map(([m, cv]): Law => ({ distribution: "lognormal", mean: m, cv })),
  fc.tuple(mean, fc.double({ min: 0.2, max: 2, noNaN: true })).map(([m, cv]): Law => ({ distribution: "gamma", mean: m, cv })),
  fc.tuple(mean, fc.double({ min: 0.5, max: 3, noNaN: true })).map(([m, shape]): Law => ({ distribution: "weibull", shape, scale: m })),
  mean.map((m): Law => ({ distribution: "uniform", from: 0, to: 2 * m })),
);

const seconds = (min: number, max: number) => fc.integer({ min, max });

/** A scenario of 2 to 8 half hours with up to 5 types and 4 groups. */
export const randomScenario: fc.Arbitrary<Scenario> = fc.record({
  types: fc.integer({ min: 1, max: 5 }),
  groupCount: fc.integer({ min: 1, max: 4 }),
  intervals: fc.integer({ min: 2, max: 8 }),
}).chain(({ types, groupCount, intervals }) => {
  const typeNames = Array.from({ length: types }, (_, t) => `type ${t}`), closes = OPENS + intervals * INTERVAL;
  const contactType = fc.record({
    volume: fc.double({ min: 0, max: 150, noNaN: true }),
    profile: fc.array(fc.double({ min: 0.1, max: 3, noNaN: true }), { minLength: intervals + LATER, maxLength: intervals + LATER }),
    demand: fc.constantFrom(undefined, undefined, { first: -2, end: 1, moves: 0.6 }, { first: 1, end: 0, moves: 1 }, { first: -1, end: 0, moves: 0, online: 0.3 }),
    matters: fc.constantFrom(...MATTERS),
    count: fc.constantFrom("random" as const, "random" as const, "fixed" as const),
    dayToDayCv: fc.constantFrom(0, 0, 0.2, 1),
    handleTime: law(seconds(20, 600)),
    patience: fc.oneof(fc.constant("never" as const), law(seconds(10, 400))),
    balking: fc.constantFrom(0, 0, 0.1, 0.5),
    answerWithin: fc.constantFrom(0, 20, 60),
    target: fc.constantFrom(0.8, 0.9),
    priority: fc.constantFrom(0, 0, 1, -2.5),
    busyness: fc.constantFrom("own" as const, "shared" as const),
    site: fc.constantFrom(undefined, ...SITES),
  }).map(({ demand, matters, profile, ...type }): ContactType => {
    if (type.count === "fixed" || demand === undefined) return { ...type, profile: profile.slice(0, intervals), ...(type.count === "fixed" || matters === undefined ? {} : { matters }) };
    const { first, end, moves, online = 0 } = demand;
    return {
      ...type, profile: profile.slice(0, intervals + end - first), ...(matters === undefined ? {} : { matters }),
      demand: { from: OPENS + first * INTERVAL, to: closes + end * INTERVAL, moves, online, into: [OPENS + INTERVAL, closes] },
    };
  }).map((type) => (type.count === "fixed" ? { ...type, volume: Math.round(type.volume ?? 0), dayToDayCv: 0 } : type));
  const group = fc.record({
    factors: fc.array(fc.constantFrom(1, 1, 1.2, 0.7), { minLength: types, maxLength: types }),
    answers: fc.array(fc.boolean(), { minLength: types, maxLength: types }),
    after: fc.array(fc.constantFrom(0, 0, 0, 20, 45), { minLength: types, maxLength: types }),
    site: fc.constantFrom(undefined, ...SITES),
    picks: fc.constantFrom("longest" as const, "longest" as const, "listed" as const),
    absence: fc.constantFrom(0, 0, 0.2, 0.6),
    offPhone: fc.constantFrom(undefined, undefined, { share: 0.2, meanLength: 240 }, { share: 0.6, meanLength: 20 }, { share: 0.3, meanLength: 7200 }),
    staff: fc.oneof(
      fc.integer({ min: 0, max: 6 }).map((agents) => ({ agents })),
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: intervals, maxLength: intervals }).map((agents) => ({ agents })),
      fc.record({ early: fc.integer({ min: 0, max: 5 }), late: fc.integer({ min: 0, max: 5 }) }).map((shifts) => ({ shifts })),
    ),
  });
  return fc.record({
    contacts: fc.array(contactType, { minLength: types, maxLength: types }),
    groups: fc.array(group, { minLength: groupCount, maxLength: groupCount }),
    lines: fc.constantFrom(null, null, 3, 8, 20),
    closing: fc.constantFrom("drain" as const, "drop" as const),
    backwards: fc.boolean(),
    withSites: fc.boolean(),
  }).map(({ contacts, groups, lines, closing, backwards, withSites }): Scenario => {
    const groupNames = groups.map((_, g) => `group ${g}`);
    // Group 0 answers everything, so that every type is served by somebody.
    const mayAnswer = (g: number, t: number) => g === 0 || groups[g].answers[t];
    const order = backwards ? [...groupNames].reverse() : groupNames;
    return {
      name: "random", opening: { from: OPENS, to: closes }, interval: INTERVAL,
      contacts: Object.fromEntries(typeNames.map((name, t) => [name, { ...contacts[t], site: withSites ? contacts[t].site : undefined }])),
      shifts: {
        early: { from: OPENS, to: closes - 900, absence: 0.3, offPhone: { share: 0.1, meanLength: 300 }, breaks: [{ for: 600, between: [OPENS + 600, OPENS + 1800] }] },
        late: { from: OPENS + 900, to: closes, breaks: [] },
      },
      groups: Object.fromEntries(groups.map(({ factors, staff, picks, absence, offPhone, site }, g) => [groupNames[g], {
        answers: Object.fromEntries(typeNames.flatMap((name, t) => (mayAnswer(g, t) ? [[name, { handleTimeFactor: factors[t] }]] : []))),
        picks, absence, ...(withSites ? { site } : {}), ...(offPhone ? { offPhone } : {}), ...staff,
      }])),
      routing: Object.fromEntries(typeNames.map((name, t) => [name, order.flatMap((group, i): RouteEntry[] => {
        const g = backwards ? groups.length - 1 - i : i, after = groups[g].after[t];
        return !mayAnswer(g, t) ? [] : after === 0 ? [group] : [{ group, after }];
      })])),
      ...(withSites ? { sites: { "A-Town": {}, "B-Town": {} } } : {}),
      lines, closing, days: 100, seed: "1",
    };
  });
});
