import { describe, expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { compareHere } from "../../sim/study/compare.ts";
import { simulate } from "../../sim/study/run.ts";
import known from "../known/answers.json" with { type: "json" };
import { expectNear } from "../known/expectNear.ts";
import { exactDifference, exactTeam, poolingStudy, type Exact, type Towns } from "./poolingStudy.ts";

const towns: Record<string, Towns> = {
  "callers who hang up": { perHour: 50, agents: 4, patience: 120 },
  "callers who wait for ever": { perHour: 42, agents: 4, patience: null },
  "far too many callers": { perHour: 90, agents: 3, patience: 60 },
};

describe("two teams made one", () => {
  for (const [who, given] of Object.entries(towns)) {
    test(`differ from what they were as the exact chains do, with ${who}`, () => {
      const { differences: { pooled }, paired } = compareHere(poolingStudy(given, "days: 2000\nseed: pooling\n")), truth = exactDifference(given);
      expect(paired.pooled).toBe(true);
      for (const measure of Object.keys(truth) as (keyof Exact)[]) if (given.patience !== null || measure !== "abandonmentRate") expectNear(pooled[measure], truth[measure], measure);
      expect(pooled.serviceLevel.timesMoreDays).toBeGreaterThan(1); // the same callers
    });
  }

  test("hold a target with the fewest agents that hold it exactly", () => {
    const study = poolingStudy(towns["callers who hang up"], "hold: { target: 85%, vary: agents }\ndays: 2000\nseed: pooling\n"), { hold } = compareHere(study);
    const town = Array.from({ length: 9 }, (_, agents) => (agents < 3 ? 0 : exactTeam(50, agents, 120).serviceLevel)); // two agents serve half of their town at most
    const apart = (agents: number) => (town[Math.ceil(agents / 2)] + town[Math.floor(agents / 2)]) / 2, pooled = (agents: number) => exactTeam(100, agents, 120).serviceLevel;
    for (const [name, level] of [["base", apart], ["pooled", pooled]] as const) {
      let least = 6;
      while (level(least) < 0.85) least++;
      expect(Math.abs(level(least) - 0.85), "not a close call").toBeGreaterThan(0.005);
      expect(Math.abs(level(least - 1) - 0.85), "not a close call").toBeGreaterThan(0.005);
      expect(hold![name], name).toMatchObject({ agents: least, atLeast: least, atMost: least });
      expectNear(hold![name].serviceLevel!, level(least), name);
    }
  });

  test("settle at Erlang C's service levels, with so many agents at one site and at two", () => {
    const { inputs, recomputed: { rows } } = known.static.pooling_1000perday;
    for (const [sites, each, , serviceLevel, occupancy] of rows.slice(0, 2)) {
      const perHour = (60 * inputs.lam_per_min) / sites, all = Array.from({ length: sites }, (_, site) => site);
      const type = `{ ratesPerHour: [${Array(24).fill(perHour).join(", ")}], handleTime: { distribution: exponential, mean: ${inputs.aht_min}m }, patience: never, answerWithin: 20s, target: 80% }`;
      const { intervals } = simulate(parseScenario(`
opening: { from: "00:00", to: "24:00" }
interval: 60m
contacts: { ${all.map((site) => `town${site}: ${type}`).join(", ")} }
groups: { ${all.map((site) => `team${site}: { answers: [town${site}], agents: ${each} }`).join(", ")} }
`), { days: 500, seed: "sites" });
      for (const { total, groups, from } of intervals.slice(8, 23)) {
        expectNear(total.serviceLevel, serviceLevel, `service level at ${from}`, 5e-7);
        expectNear(groups.team0.occupancy, occupancy, `occupancy at ${from}`, 5e-6);
      }
    }
  });
});
