import { expect, test } from "vitest";
import { demandWords } from "../../reports/demandWords.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";

const words = (...more: string[]) => demandWords(parseScenario(`
opening: { from: "09:00", to: "11:00" }
interval: 60m
contacts:
  calls: { volume: 120, profile: [1, 1, 1], handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 20s, target: 80%, ${more.join(", ")} }
groups: { team: { answers: [calls], agents: 5 } }
`), "calls");

test("what becomes of the demand is said in sentences, exact", () => {
  expect(words('demand: { to: "12:00", moves: 60% }')).toBe(" Of 120 calls wanted a day, 40 of them while it is closed, 24 come while it is open instead and 16 are lost (expected, exact).");
  expect(words('demand: { to: "12:00", online: 15% }')).toBe(" Of 120 calls wanted a day, 34 of them while it is closed, 18 are met online and 34 are lost (expected, exact).");
  expect(words('demand: { to: "12:00", moves: 1 }')).toBe(" Of 120 calls wanted a day, 40 of them while it is closed, 40 come while it is open instead (expected, exact).");
  expect(words('demand: { to: "12:00" }', "matters: { residents: [75%, 25%] }")).toBe(
    " The calls bring 80 matters a day (expected, exact). Of 96 calls wanted a day, 32 of them while it is closed, 32 are lost (expected, exact).",
  );
});

test("nothing is said where all who want to come do, with one matter each", () => {
  expect(words('demand: { from: "09:00", to: "12:00", moves: 60% }', 'matters: { residents: [100%, 0%] }').startsWith(" Of 120")).toBe(true);
  expect(demandWords(parseScenario(`
opening: { from: "09:00", to: "10:00" }
interval: 60m
contacts: { calls: { volume: 12, profile: [1], demand: { moves: 60% }, handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 20s, target: 80% } }
groups: { team: { answers: [calls], agents: 5 } }
`), "calls")).toBe("");
});
