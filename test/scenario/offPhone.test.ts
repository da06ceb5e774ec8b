import { expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";

const file = (offPhone: string, more = "", agents = "6") => `
opening: { from: "09:00", to: "17:00" }
interval: 60m
contacts:
  calls: { volume: 20, profile: [1, 1, 1, 1, 1, 1, 1, 1], handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 20s, target: 80% }
groups: { team: { answers: [calls], agents: ${agents}, offPhone: ${offPhone} } }
${more}`;

function problems(text: string): string[] {
  try {
    parseScenario(text, "day.yaml");
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.split("\n");
    throw error;
  }
  return [];
}

test("time off the phone is a share and a mean length", () => {
  expect(parseScenario(file("{ share: 20%, meanLength: 4m }")).groups.team.offPhone).toEqual({ share: 0.2, meanLength: 240 });
  expect(problems(file("{ share: 0%, meanLength: 4m }"))).toEqual([]);
});

test.each([
  ["{ share: 100%, meanLength: 4m }", "groups.team.offPhone.share must be below 100% (got 100%)"],
  ["{ share: -5%, meanLength: 4m }", "groups.team.offPhone.share must be"],
  ["{ share: 20%, meanLength: 0s }", "groups.team.offPhone.meanLength must be"],
  ["{ share: 20%, meanLength: 4 }", "groups.team.offPhone.meanLength must be"],
  ["{ share: 20% }", "groups.team.offPhone.meanLength is missing"],
  ["20%", "groups.team.offPhone must be"],
  ["{ share: 20%, meanLength: 4m, distribution: gamma }", "groups.team.offPhone.distribution unknown key"],
])("wrong time off the phone is told where it stands: %s", (offPhone, message) => {
  const found = problems(file(offPhone));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^day\.yaml:6:\d+ /);
  expect(found[0]).toContain(message);
});

test("more spells than anybody could have are refused, for groups and for shifts", () => {
  expect(problems(file("{ share: 50%, meanLength: 1s }", "", "1000"))[0]).toMatch(/^day\.yaml:6:\d+ groups\.team\.offPhone\.meanLength makes 43,200,000 spells a day; at most 10,000,000 \(got 1s\)$/);
  const onShifts = `
opening: { from: "09:00", to: "17:00" }
interval: 60m
contacts:
  calls: { volume: 20, profile: [1, 1, 1, 1, 1, 1, 1, 1], handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 20s, target: 80% }
shifts: { early: { from: "09:00", to: "13:00", offPhone: { share: 90%, meanLength: 1s } }, late: { from: "13:00", to: "17:00" } }
groups: { team: { answers: [calls], shifts: { early: 1000, late: 1000 }, offPhone: { share: 10%, meanLength: 1m } } }`;
  expect(problems(onShifts)).toEqual([expect.stringMatching(/^day\.yaml:6:\d+ shifts\.early\.offPhone\.meanLength makes 77,760,000 spells a day/)]);
});
