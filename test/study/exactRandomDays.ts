// Random days that have an exact solution: shifts with breaks or a list of agents, patience or none, balking, lines, either closing.

import fc from "fast-check";
import type { Scenario } from "../../sim/scenario/schema.ts";

const OPENS = 9 * 3600, INTERVAL = 1800;

/** A day of 3 to 6 half hours with 2 to 9 agents, offered 40 to 120 % of what they can do. */
export const randomMarkovDay: fc.Arbitrary<Scenario> = fc.integer({ min: 3, max: 6 }).chain((intervals) => {
  const closes = OPENS + intervals * INTERVAL;
  const inDay = (from: number, to: number) => fc.integer({ min: from / 300, max: to / 300 }).map((n) => n * 300);
  const shifts = fc.record({ early: fc.integer({ min: 1, max: 4 }), late: fc.integer({ min: 0, max: 3 }), short: fc.integer({ min: 0, max: 2 }), ends: inDay(OPENS + 3600, closes - 300), begins: inDay(OPENS, OPENS + 3000) });
  const lists = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: intervals, maxLength: intervals }).filter((agents) => agents.reduce((sum, n) => sum + n) >= 2 * intervals);
  return fc.record({
    staff: fc.oneof(shifts.map((given) => ({ given, agents: null })), lists.map((agents) => ({ given: null, agents }))),
    load: fc.double({ min: 0.4, max: 1.2, noNaN: true }),
    weights: fc.array(fc.double({ min: 0.5, max: 1.5, noNaN: true }), { minLength: intervals, maxLength: intervals }),
    mean: fc.integer({ min: 60, max: 600 }),
    factor: fc.constantFrom(1, 1, 0.8, 1.3),
    patience: fc.oneof(fc.constant(null), fc.integer({ min: 30, max: 600 })),
    balking: fc.constantFrom(0, 0, 0.15),
    answerWithin: fc.constantFrom(10, 20, 60, 300, 2400),
    lines: fc.oneof(fc.constant(null), fc.integer({ min: 3, max: 14 })),
    closing: fc.constantFrom("drain" as const, "drop" as const),
  }).map(({ staff: { given, agents }, load, weights, mean, factor, patience, balking, answerWithin, lines, closing }): Scenario => {
    const average = agents === null ? given.early + given.late * 0.7 + given.short * 0.5 : agents.reduce((sum, n) => sum + n) / intervals;
    return {
      name: "random Markov day", opening: { from: OPENS, to: closes }, interval: INTERVAL,
      contacts: {
        calls: {
          volume: (load * average * intervals * INTERVAL) / (mean * factor), profile: weights, dayToDayCv: 0,
          handleTime: { distribution: "exponential", mean }, patience: patience === null ? "never" : { distribution: "exponential", mean: patience },
          balking, answerWithin, target: 0.8, priority: 0,
        },
      },
      shifts: given === null ? {} : {
        early: { from: OPENS, to: given.ends, breaks: [{ for: 600, between: [OPENS + 900, OPENS + 2400] }] },
        late: { from: given.begins, to: closes, breaks: [] },
        short: { from: OPENS + 600, to: closes - 600, breaks: [{ for: 900, between: [OPENS + 1800, closes - 600] }] },
      },
      groups: { all: { answers: { calls: { handleTimeFactor: factor } }, ...(given === null ? { agents } : { shifts: { early: given.early, late: given.late, short: given.short } }) } },
      routing: { calls: ["all"] }, lines, closing, days: 100, seed: "1",
    };
  });
});
