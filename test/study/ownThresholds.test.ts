import { describe, expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import { simulate } from "../../sim/study/run.ts";

/** Two types that hang up, balk and are blocked, one of them quick to give up. @param within threshold of both types */
const day = (within: string, agreements: string) => parseScenario(`opening: { from: "09:00", to: "12:00" }
interval: 30m
contacts:
  calls: { volume: 70, profile: [3, 4, 4, 3, 2, 1], dayToDayCv: 0.3, balking: 10%, handleTime: { distribution: exponential, mean: 5m }, patience: { distribution: exponential, mean: 90s }, answerWithin: ${within}, target: 80% }
  chats: { volume: 30, profile: [1, 1, 1, 1, 1, 1], handleTime: { distribution: exponential, mean: 6m }, patience: { distribution: exponential, mean: 20s }, answerWithin: ${within}, target: 80% }
groups: { team: { answers: [calls, chats], agents: 3 } }
lines: 9
closing: drop
agreements: ${agreements}
days: 120
`);

const MEASURES = ["serviceLevel", "serviceLevelOfAnswered", "serviceLevelExcludingShortAbandons", "serviceLevelIncludingAbandons"];
const all = (own: string) => `{ ${MEASURES.flatMap((measure) => ["contacts", "days", "intervals"].flatMap((over) => ["[calls]", "[calls, chats]"].map((contacts, i) => `${measure} ${over} ${i}: { contacts: ${contacts}, measure: ${measure}, over: ${over}, ${own}atLeast: 60%, every: 5 days, credits: [{ below: 60%, pay: 10 }] }`))).join(", ")} }`;

describe("an agreement's own threshold", () => {
  test("gives, to the last bit, what the types' threshold gives where it is the same", () => {
    // A threshold changes nothing that happens, so the days are the same: what counts is only who is within it.
    for (const [own, types] of [["45s", "10s"], ["5s", "60s"], ["0s", "20s"]]) {
      const { agreements: byOwn = {} } = simulate(day(types, all(`answerWithin: ${own}, `))), { agreements: byTypes = {} } = simulate(day(own, all("")));
      for (const [name, { answerWithin, ...result }] of Object.entries(byOwn)) {
        const { answerWithin: none, ...expected } = byTypes[name];
        expect(result).toEqual(expected);
        expect([answerWithin, none]).toEqual([Number.parseInt(own), null]);
        expect(result.periods).toBe(24);
      }
    }
  });

  test("differs from the types' own, as a longer threshold must", () => {
    const { agreements = {} } = simulate(day("10s", "{ short: { atLeast: 60%, every: 5 days }, long: { answerWithin: 60s, atLeast: 60%, every: 5 days } }"));
    expect(agreements.long.level.p50!).toBeGreaterThan(agreements.short.level.p50! + 0.02);
  });
});

test("the answer rate is answered / offered", () => {
  const { agreements = {}, total } = simulate(day("10s", "{ answered: { measure: answerRate, atLeast: 60%, every: 120 days } }"));
  expect(agreements.answered.level.p50).toBeCloseTo(total.answered.mean! / total.offered.mean!, 12);
});

test("a threshold that no measure looks at is a mistake", () => {
  expect(() => day("10s", "{ answered: { measure: answerRate, answerWithin: 20s, atLeast: 60% } }")).toThrow(ScenarioError);
  expect(() => day("10s", "{ answered: { measure: answerRate, answerWithin: 20s, atLeast: 60% } }")).toThrow("agreements.answered.answerWithin has no effect: answerRate counts all that are answered, however late");
});
