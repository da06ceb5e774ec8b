import { expect, test } from "vitest";
import { callhall, shipped } from "./callhall.ts";

const lunches = shipped("lunches-and-lines.yaml");

interface Precise {
  readonly days: number;
  readonly precision?: { serviceLevel: { wanted: number; reached: number } };
}

test("one worker or three stop at the same block, and the next scenario is not disturbed by blocks of the last", async () => {
  const printed = async (workers: string) => (await callhall(["run", lunches, shipped("usual-day.yaml"), lunches, "--json", "--workers", workers])).stdout;
  const one = await printed("1"), [first, usual, again] = JSON.parse(one) as Precise[];
  expect(await printed("3")).toBe(one);
  expect(again).toEqual(first);
  expect(first.precision!.serviceLevel.wanted).toBe(0.005);
  expect(first.precision!.serviceLevel.reached).toBeLessThanOrEqual(0.005);
  expect(usual.days).toBe(2000);
  expect(usual).not.toHaveProperty("precision");
});

test("the table says what was reached, and --days is stronger than the file's precision", async () => {
  expect((await callhall(["run", lunches])).stdout).toMatch(/\n[\d,]+ simulated days, seed "1", enough to know the service level to within ±0\.5 points; ± is/);
  const short = await callhall(["run", lunches, "--set", "precision={ serviceLevel: 0.01 points, atMost: 600 days }"]);
  expect(short.stdout).toMatch(/\n600 simulated days, seed "1", too few to know the service level to within ±0\.01 points: ±\d\.\d\d points after 600 days; ± is/);
  expect(JSON.parse((await callhall(["run", lunches, "--days", "40", "--json"])).stdout)).not.toHaveProperty("precision");
});
