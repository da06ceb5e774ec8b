import { expect, test } from "vitest";
import { finding, headline } from "../../reports/finding.ts";
import { viewOf } from "../../reports/view.ts";
import type { ContactResult, Result } from "../../sim/study/result.ts";
import { example, type Options } from "./example.ts";

/** The example with a service level and a chance of our own, so that the sentence can be written by hand. */
function withLevel(mean: number | null, halfWidth: number | null, chance: number | null, options: Options = {}, days = 2000) {
  const { scenario, result } = example({ days: 2, ...options });
  const set = (contacts: ContactResult): ContactResult => ({
    ...contacts, serviceLevel: { mean, halfWidth },
    daily: { ...contacts.daily, meetsTarget: chance, interval: { ...contacts.daily.interval, meetsTarget: chance === null ? null : [chance - 0.02, chance + 0.01] } },
  });
  const changed: Result = { ...result, days, total: set(result.total), types: Object.fromEntries(Object.entries(result.types).map(([name, type]) => [name, set(type)])) };
  return { scenario, result: changed };
}

test("a target met is said with the days on which it is missed", () => {
  const { result, scenario } = withLevel(0.849, 0.002, 0.9);
  expect(finding(result, scenario)).toEqual({
    title: "Usual day: the 80% target is met on average, but missed on 10 days in 100",
    lead: "With 60 calls expected a day, 5 agents answer 84.9% (± 0.2) within 20 seconds and meet the 80% target on 90 days in 100 (88–91).",
  });
});

test("a target missed on all days is said so", () => {
  const { result, scenario } = withLevel(0.52, 0.002, 0, { agents: 1 });
  expect(finding(result, scenario)).toEqual({
    title: "Usual day: the 80% target is missed on every simulated day",
    lead: "With 60 calls expected a day, 1 agent answers 52.0% (± 0.2) within 20 seconds and meets the 80% target on none of 2,000 simulated days.",
  });
});

test("where the interval straddles the target nobody claims to know", () => {
  for (const mean of [0.801, 0.799]) {
    const { result, scenario } = withLevel(mean, 0.004, 0.55);
    expect(finding(result, scenario).title).toBe("Usual day: about 80% of calls are answered in time, too close to the 80% target to call");
  }
});

test("a mean a hair below its target does not read as the target", () => {
  const { result, scenario } = withLevel(0.79961, 0.0001, 0.4);
  expect(finding(result, scenario).lead).toContain("answer 79.96% (± 0.1) within");
});

test("where nobody came there is nothing to measure", () => {
  const { result, scenario } = example({ volume: 0, days: 3 });
  expect(finding(result, scenario)).toEqual({
    title: "Usual day: no calls came on any simulated day",
    lead: "With 0 calls expected a day and 5 agents, no contact came on any of 3 simulated days: there is nothing to measure.",
  });
});

test("one day judges nothing", () => {
  const { result, scenario } = withLevel(0.931, null, 1, {}, 1);
  expect(finding(result, scenario)).toEqual({
    title: "Usual day: on the one simulated day 93.1% of calls were answered within 20 seconds",
    lead: "With 60 calls expected a day, 5 agents answer 93.1% within 20 seconds on the one simulated day; one day says nothing about others.",
  });
});

test("types with different targets are judged one by one", () => {
  const { result, scenario } = withLevel(0.85, 0.002, null, { type: "council tax", second: { name: "housing", target: "90%" } });
  expect(finding(result, scenario)).toEqual({
    title: "Usual day: the target is missed for housing and met for council tax",
    lead: "With 120 contacts expected a day, 5 agents answer 85.0% (± 0.2) within 20 seconds. By type: council tax 85.0% (± 0.2; target 80%), housing 85.0% (± 0.2; target 90%).",
  });
});

test("scenarios are compared in one sentence", () => {
  const view = ({ result, scenario }: ReturnType<typeof withLevel>, name: string) => viewOf(result, scenario, name);
  const met = withLevel(0.85, 0.002, 0.9), missed = withLevel(0.52, 0.002, 0), close = withLevel(0.8, 0.002, 0.5), other = withLevel(0.85, 0.002, 0.1, { target: "90%" });
  expect(headline([view(met, "A"), view(missed, "B")]).title).toBe("“A” meets the 80% target, “B” misses it");
  expect(headline([view(met, "A"), view(met, "B")]).title).toBe("Both scenarios meet the 80% target");
  expect(headline([view(met, "A"), view(close, "B"), view(met, "C")]).title).toBe("“A” and “C” meet the 80% target, “B” is too close to it to call");
  expect(headline([view(met, "A"), view(other, "B")]).title).toBe("“A” meets its target, “B” misses its target");
  expect(headline([met, met, missed, met].map((one, i) => view(one, String(i)))).title).toBe("3 of 4 scenarios meet the 80% target, 1 misses it");
});
