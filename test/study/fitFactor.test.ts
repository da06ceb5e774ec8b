import { expect, test } from "vitest";
import { weekdayOf } from "../../sim/scenario/civilDate.ts";
import { dayFactorOf, runsInflation } from "../../sim/study/fitFactor.ts";
import { normals } from "../stats/random.ts";

const BLOCKS = 12, EACH = 22, MEAN = 800, CV = 0.1;

/** Counts of a year's weekdays with a factor that remembers, the mean of each stretch of 22 of them taken off, as a season does. */
function year(seed: string, memory: number, blocks: number) {
  const normal = normals(seed), days: { day: number; count: number }[] = [];
  let state = normal();
  for (let day = 0; days.length < BLOCKS * EACH; day++) {
    if (weekdayOf(day) > 4) continue;
    state = memory * state + Math.sqrt(1 - memory * memory) * normal();
    const level = MEAN * (1 + CV * state);
    days.push({ day, count: Math.round(level + Math.sqrt(Math.max(0, level)) * normal()) });
  }
  const mean = (some: readonly { readonly count: number }[]) => some.reduce((sum, { count }) => sum + count, 0) / some.length;
  return days.map((each, i) => ({ ...each, expected: mean(blocks === 0 ? days : days.slice(Math.floor(i / EACH) * EACH, (Math.floor(i / EACH) + 1) * EACH)) }));
}

test.each([[0, 0], [0, BLOCKS], [0.5, 0], [0.5, BLOCKS]])("a memory of %d comes back with its cv, within errors over 60 seeds, from a year with %d means of stretches taken off", (memory, blocks) => {
  const found = Array.from({ length: 60 }, (_, seed) => dayFactorOf(year(`year ${memory} ${seed}`, memory, blocks), 1, blocks));
  const z = (of: (each: typeof found[number]) => { readonly value: number; readonly halfWidth: number | null }, truth: number) => found.map((each) => (of(each).value - truth) / (of(each).halfWidth! / 1.96));
  for (const scores of [z((each) => each.memory, memory), z((each) => each.cv, CV)]) {
    expect(Math.abs(scores.reduce((sum, each) => sum + each, 0) / 60)).toBeLessThan(3.3 / Math.sqrt(60));
    expect(scores.reduce((sum, each) => sum + each * each, 0) / 60).toBeLessThan(1 + 3.3 * Math.sqrt(2 / 60));
  }
});

test("the mean of many days with memory 0.5 varies three times as much, that of every fifth hardly more", () => { // (1 + r) / (1 - r)
  const days = Array.from({ length: 2000 }, (_, i) => i);
  expect(runsInflation(days, 0.5, 1)).toBeCloseTo(3, 1);
  expect(runsInflation(days.filter((day) => day % 5 === 0), 0.5, 1)).toBeCloseTo((1 + 0.5 ** 5) / (1 - 0.5 ** 5), 2);
  expect(runsInflation(days, 0.5, 0)).toBe(1);
});
