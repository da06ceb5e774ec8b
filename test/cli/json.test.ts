import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { VERSION } from "../../sim/version.ts";
import { callhall, root, shipped, shippedText, temporaryFolder, write } from "./callhall.ts";
import { resultsIn, type Json } from "./resultShape.ts";

const results = async (...args: string[]): Promise<Json[]> => {
  const { code, stdout, stderr } = await callhall(["run", ...args, "--json"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return resultsIn(stdout);
};

/** A half hour in which nobody comes, a type that never comes, and two targets. */
const sparse = `name: Sparse
opening: { from: "09:00", to: "10:00" }
interval: 30m
contacts:
  calls: { volume: 20, profile: [1, 0], handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 20s, target: 80% }
  "post – café": { volume: 0, profile: [1, 1], handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 1h, target: 90% }
groups:
  team: { answers: [calls, "post – café"], agents: 5 }
`;

test("one file gives one document, several give an array, each of the documented shape", async () => {
  const { stdout } = await callhall(["run", shipped("usual-day.yaml"), "--days", "40", "--json"]);
  expect(stdout).toMatch(/^\{\n[^]*\}\n$/);
  const [usual] = resultsIn(stdout);
  expect(usual).toMatchObject({ callhall: VERSION, scenario: "Usual day", seed: "1", days: 40 });
  expect(Object.keys(usual.types)).toEqual(["calls"]);
  expect(usual.intervals.map(({ from }) => from)).toEqual(Array.from({ length: 19 }, (_, i) => `${String(8 + Math.ceil(i / 2)).padStart(2, "0")}:${i % 2 === 0 ? "30" : "00"}`));
  expect(usual.intervals[18].to).toBe("18:00");

  const several = await callhall(["run", shipped("specialised-teams.yaml"), shipped("usual-day.yaml"), "--days", "40", "--json"]);
  expect(several.stdout).toMatch(/^\[\n[^]*\]\n$/);
  const [teams, again] = resultsIn(several.stdout);
  expect(Object.keys(teams.types)).toEqual(["benefits", "council tax", "housing", "social care"]);
  expect(Object.keys(teams.groups)).toEqual(["benefits team", "tax team", "care and housing team", "generalists"]);
  expect(again).toEqual(usual);
});

test("contacts add up: by outcome, over types and over intervals", async () => {
  const [{ total, types, intervals }] = await results(shipped("specialised-teams.yaml"), "--days", "40");
  const sum = (values: (number | null)[]) => values.reduce<number>((all, value) => all + value!, 0);
  for (const m of [total, ...Object.values(types), ...intervals.map((interval) => interval.total)]) {
    expect(m.answered.mean! + m.abandoned.mean! + m.blocked.mean! + m.lostAtClose.mean!).toBeCloseTo(m.offered.mean!, 9);
    expect(m.serviceLevel.mean).toBeCloseTo(m.answeredWithin.mean! / m.offered.mean!, 12);
    expect(m.serviceLevelOfAnswered.mean).toBeCloseTo(m.answeredWithin.mean! / m.answered.mean!, 12);
    expect(m.serviceLevelExcludingShortAbandons.mean).toBeCloseTo(m.answeredWithin.mean! / (m.offered.mean! - m.abandonedWithin.mean!), 12);
    expect(m.serviceLevelIncludingAbandons.mean).toBeCloseTo((m.answeredWithin.mean! + m.abandonedWithin.mean!) / m.offered.mean!, 12);
    expect(m.abandonmentRate.mean).toBeCloseTo(m.abandoned.mean! / m.offered.mean!, 12);
  }
  expect(sum(Object.values(types).map((type) => type.offered.mean))).toBeCloseTo(total.offered.mean!, 9);
  expect(sum(intervals.map((interval) => interval.total.answeredWithin.mean))).toBeCloseTo(total.answeredWithin.mean!, 9);
});

test("a single day has means and no half-widths", async () => {
  const [{ total, types, groups, intervals }] = await results(shipped("specialised-teams.yaml"), "--days", "1");
  const everything = [total, ...Object.values(types), ...Object.values(groups), ...intervals.flatMap((interval) => [interval.total, ...Object.values(interval.types), ...Object.values(interval.groups)])];
  for (const measures of everything) {
    for (const value of Object.values(measures)) if ("halfWidth" in value) expect(value.halfWidth).toBeNull();
  }
  expect(total.offered.mean).toBeGreaterThan(0);
});

test("where nobody comes there is nothing to divide by; where targets differ nothing to meet in all", async () => {
  const [{ total, types, intervals }] = await results(write(temporaryFolder(), "sparse.yaml", sparse), "--days", "40");
  const none = { mean: null, halfWidth: null };
  for (const m of [types["post – café"], intervals[1].total, intervals[1].types.calls]) {
    expect(m).toMatchObject({ offered: { mean: 0, halfWidth: 0 }, serviceLevel: none, averageWait: none, averageSpeedOfAnswer: none, averageTimeToAbandon: none, longestWait: { mean: 0 } });
  }
  expect(types["post – café"]).toMatchObject({ wait: { p50: null, p90: null, p99: null }, daily: { p50: null, meetsTarget: null } });
  expect(types.calls.daily.meetsTarget).not.toBeNull();
  expect(total.daily.p50).not.toBeNull();
  expect(total.daily.meetsTarget).toBeNull();
});

test("--days and --seed go before the file's; another seed gives other numbers", async () => {
  const folder = temporaryFolder(), text = shippedText("usual-day.yaml", ["days: 2000", "days: 20"], ['seed: "1"', "seed: 7"]);
  const file = write(folder, "day.yaml", text);
  const [own] = await results(file), [given] = await results(file, "--seed", "8", "--days", "30"), [same] = await results(file, "--seed", "7");
  expect(own).toMatchObject({ days: 20, seed: "7" });
  expect(given).toMatchObject({ days: 30, seed: "8" });
  expect(same).toEqual(own);
  const [other] = await results(file, "--seed", "8");
  expect(other.total.offered.mean).not.toBe(own.total.offered.mean);
});

test("the same file twice gives the same result twice", async () => {
  const [once, twice] = await results(shipped("usual-day.yaml"), shipped("usual-day.yaml"), "--days", "3");
  expect(twice).toEqual(once);
});

test("every shipped scenario runs and gives finite numbers", async () => {
  const files = readdirSync(`${root}/scenarios`).filter((name) => name.endsWith(".yaml"));
  const all = await results(...files.map(shipped), "--days", "5");
  expect(all.length).toBeGreaterThanOrEqual(files.length); // a week has several results
  for (const { total, groups } of all) {
    expect(total.offered.mean).toBeGreaterThan(50);
    for (const { occupancy } of Object.values(groups)) expect(occupancy.mean).toBeGreaterThan(0);
  }
});
