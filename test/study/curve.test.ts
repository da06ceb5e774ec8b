import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { curve } from "../../sim/study/curve.ts";
import { exactDay } from "../../sim/study/exact.ts";
import { runAll } from "../../sim/study/runAll.ts";
import { jobOf, simulate } from "../../sim/study/run.ts";
import { BlockSimulator, blocksIn } from "../../sim/study/blocks.ts";
import { compile } from "../../sim/model/compile.ts";

const usual = readFileSync(join(import.meta.dirname, "../../scenarios/usual-day.yaml"), "utf8");

/** One queue at one rate all day long; nobody hangs up. */
const flat = (agents: number, patience = "never") => `
opening: { from: "00:00", to: "24:00" }
interval: 60m
contacts:
  calls:
    ratesPerHour: [${Array(24).fill(60).join(", ")}]
    handleTime: { distribution: exponential, mean: 5m }
    patience: ${patience}
    answerWithin: 20s
    target: 80%
groups: { all: { answers: [calls], agents: ${agents} } }
days: 200
`;

describe("a curve", () => {
  const days = 1200, agents = curve(usual, { vary: ["agents=8..14"], days });

  test("agrees at every point with the exact day, within its own intervals", () => {
    const z = agents.points.map(({ total, at }) => {
      const [early, middle, late] = { 8: [3, 3, 2], 9: [3, 3, 3], 10: [4, 3, 3], 11: [4, 4, 3], 12: [5, 4, 3], 13: [5, 5, 3], 14: [5, 5, 4] }[at[0]]!; // largest remainders of 4, 4, 3
      const exact = exactDay(parseScenario(usual, "usual", { set: [`groups.generic.shifts={ early: ${early}, middle: ${middle}, late: ${late} }`] }));
      return (total.serviceLevel.mean! - exact.total.serviceLevel.mean!) / (total.serviceLevel.halfWidth! / 1.966);
    });
    expect(agents.points.map(({ at }) => at[0])).toEqual([8, 9, 10, 11, 12, 13, 14]);
    for (const each of z) expect(Math.abs(each)).toBeLessThan(3.3); // of seven, and they share their luck
    expect(agents.points.map(({ exact }) => exact!.serviceLevel!.toFixed(3))).toEqual(["0.649", "0.720", "0.794", "0.848", "0.895", "0.925", "0.935"]); // 0.848 is the case's own, section 4
  });

  test("is at every point what simulate gives for the scenario with that value, to the bit", () => {
    const volumes = curve(usual, { vary: ["contacts.calls.volume=500..700/100"], days: 40, seed: "7" });
    for (const { at, total, groups } of volumes.points) {
      const alone = simulate(parseScenario(usual, "usual", { set: [`contacts.calls.volume=${at[0]}`] }), { days: 40, seed: "7" });
      expect({ level: total.serviceLevel, days: total.daily.meetsTarget, p90: total.wait.p90, groups }).toEqual({ level: alone.total.serviceLevel, days: alone.total.daily.meetsTarget, p90: alone.total.wait.p90, groups: alone.groups });
    }
    const eleven = simulate(parseScenario(usual), { days });
    expect(agents.points[3].total.serviceLevel).toEqual(eleven.total.serviceLevel);
  });

  test("rises with every agent where nobody hangs up, day by day the same callers", () => {
    const { points } = curve(flat(6), { vary: ["groups.all.agents=6..12"], days: 20 });
    for (let i = 1; i < points.length; i++) expect(points[i].total.answeredWithin.mean!).toBeGreaterThan(points[i - 1].total.answeredWithin.mean!);
    for (let i = 1; i < points.length; i++) expect(points[i].total.averageWait.mean!).toBeLessThan(points[i - 1].total.averageWait.mean!);
  });

  test("has the formulas of the textbook where rate and staff are constant", () => {
    const c = curve(flat(6), { vary: ["agents=6..7"], days: 2 }).points, a = curve(flat(6, "{ distribution: exponential, mean: 3m }"), { vary: ["agents=6..7"], days: 2 });
    // 5 erlangs, 6 agents: Erlang C 0.587516 wait (of a calculator); service level 1 - 0.587516 exp(-20 / 300), mean wait 0.587516 x 300 s
    expect(c[0].erlangC!.serviceLevel).toBeCloseTo(0.45037425677, 10);
    expect(c[0].erlangC!.averageSpeedOfAnswer).toBeCloseTo(176.25493514, 7);
    expect(c[0].erlangC!.occupancy).toBeCloseTo(5 / 6, 12);
    expect(c[0].erlangA).toBeNull(); // it would be the same
    expect(a.patientFormula).toBe("Erlang A");
    for (const { erlangA, exact, total } of a.points) {
      expect(erlangA!.serviceLevel!).toBeLessThan(exact!.serviceLevel!); // the day begins empty
      expect(exact!.serviceLevel! - erlangA!.serviceLevel!).toBeLessThan(0.01);
      expect(Math.abs(total.abandonmentRate.mean! - exact!.abandonmentRate!)).toBeLessThan(4 * total.abandonmentRate.halfWidth!);
    }
  });

  test("names the first number of agents that meets the target, and whether that is certain", () => {
    expect(agents.least).toMatchObject({ which: "least", erlangC: 13, erlangA: 11, exact: 11 });
    expect(agents.least!.onAverage).toEqual({ value: 11, candidates: [11], openEnded: false, openStart: false, missedAgain: [] });
    expect(agents.least!.nineDaysOfTen.candidates).toEqual([11, 12]); // 11 do on 89.7 % of days
  });

  test("that falls names the last value that meets it", () => {
    const { least } = curve(usual, { vary: ["contacts.calls.volume=400..800/100"], days: 100 });
    expect(least).toMatchObject({ which: "most", onAverage: { value: 600 } });
  });

  test("of its own choice runs from few answered in time to nearly all, through the file's own number", () => {
    const { points, vary } = curve(usual, { days: 20 }), levels = points.map(({ total }) => total.serviceLevel.mean!);
    expect(vary).toMatchObject([{ path: "agents", unit: "agents" }]);
    expect(levels[0]).toBeLessThan(0.3);
    expect(levels.at(-1)).toBeGreaterThan(0.97);
    expect(vary[0].values).toContain(11);
    expect(points.length).toBeLessThanOrEqual(32);
  });

  test("of a large centre goes in steps, and finds the least number among whole ones all the same", () => {
    const large = usual.replace("volume: 600", "volume: 20000").replace("{ early: 4, middle: 4, late: 3 }", "{ early: 120, middle: 120, late: 90 }");
    const { points, least } = curve(large, { days: 16 }), tried = points.map(({ at }) => at[0]), value = least!.onAverage.value!;
    expect(tried[1] - tried[0]).toBeGreaterThan(1);
    expect(tried).toContain(value - 1);
    expect(points.length).toBeLessThan(60);
  });

  test("of two things has a point for every pair, the first running fastest, and no least number", () => {
    const map = curve(usual, { vary: ["agents=10..12/2", "contacts.calls.handleTime.mean=5m..6m/30s"], days: 5 });
    expect(map.points.map(({ at }) => at)).toEqual([[10, 300], [12, 300], [10, 330], [12, 330], [10, 360], [12, 360]]);
    expect(map.least).toBeNull();
    expect(map.points[3].staff).toEqual({ generic: { early: 5, middle: 4, late: 3 } });
  });

  test("leaves formulas out where they say nothing, and says why", () => {
    const teams = readFileSync(join(import.meta.dirname, "../../scenarios/specialised-teams.yaml"), "utf8");
    const { notes, points } = curve(teams, { vary: ["agents=11..12"], days: 3 });
    expect(notes).toEqual(["there are no formulas for several groups"]);
    expect(points.map(({ erlangC, erlangA, exact }) => [erlangC, erlangA, exact])).toEqual([[null, null, null], [null, null, null]]);
  });
});

test("jobs run several at once give the results of each alone, in their order", async () => {
  const scenario = parseScenario(usual), jobs = [70, 10, 40].map((days) => jobOf(scenario, { days }));
  async function* blocks({ scenario: each, seed, days }: (typeof jobs)[number]) {
    const simulator = new BlockSimulator(compile(each), seed);
    for (let block = 0; block < blocksIn({ scenario: each, days }); block++) yield await Promise.resolve(simulator.simulate(block, days));
  }
  const told: number[] = [], results = await runAll(jobs, blocks, 2, (days) => told.push(days));
  expect(results).toEqual(jobs.map(({ days }) => simulate(scenario, { days })));
  expect(told.at(-1)).toBe(120);
  expect(told).toEqual([...told].sort((a, b) => a - b));
});
