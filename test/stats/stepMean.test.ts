import seedrandom from "seedrandom";
import { expect, test } from "vitest";
import { dayRatio, estimateOf } from "../../sim/stats/paired.ts";
import { evenly, exactInterval, intervalOfSteps, isPlenty, scarceARun, type Step } from "../../sim/stats/stepMean.ts";

/** Of n periods, `lower` reach the lower step too, `upper` only the upper one. */
function intervalOf(upper: number, lower: number, n: number, pays: readonly [number, number]): readonly [number, number] {
  const steps: Step[] = [{ hits: upper + lower, more: pays[0] }, { hits: lower, more: pays[1] - pays[0] }];
  if (!isPlenty(steps, n)) return intervalOfSteps(steps, n);
  return evenly(estimateOf(dayRatio(Float64Array.from({ length: n }, (_, i) => (i < lower ? pays[1] : i < lower + upper ? pays[0] : 0)))), 0).interval ?? [NaN, NaN];
}

const lnFactorial = (n: number): number => Array.from({ length: n }, (_, i) => Math.log(i + 1)).reduce((sum, ln) => sum + ln, 0);

/** How often the interval holds the true mean: summed over all that may come of n periods, with the multinomial law. */
function coverage(n: number, p: readonly [upper: number, lower: number], pays: readonly [number, number]): number {
  const truth = p[0] * pays[0] + p[1] * pays[1], none = 1 - p[0] - p[1];
  let covered = 0;
  for (let upper = 0; upper <= n; upper++) {
    for (let lower = 0; upper + lower <= n; lower++) {
      if (p[1] === 0 && lower > 0) break;
      const chance = Math.exp(lnFactorial(n) - lnFactorial(upper) - lnFactorial(lower) - lnFactorial(n - upper - lower)) * p[0] ** upper * p[1] ** lower * none ** (n - upper - lower);
      const [low, high] = chance < 1e-9 ? [NaN, NaN] : intervalOf(upper, lower, n, pays);
      if (low <= truth * (1 + 1e-9) && truth * (1 - 1e-9) <= high) covered += chance;
    }
  }
  return covered;
}

test("a share's interval is where the binomial law leaves 2.5 % on either side", () => {
  // Clopper and Pearson's own: none of n leaves (1 - p)^n = 2.5 %.
  for (const n of [1, 2, 20, 400]) expect(exactInterval(0, n)).toEqual([0, expect.closeTo(1 - 0.025 ** (1 / n), 6)]);
  expect(exactInterval(20, 20)[0]).toBeCloseTo(0.025 ** (1 / 20), 6);
  expect(exactInterval(2, 20)).toEqual([expect.closeTo(0.0123485, 6), expect.closeTo(0.316983, 6)]);
});

test.each([2, 5, 12, 20, 50])("credits for rare misses are covered at least as often as 93 in 100, from %i periods", (n) => {
  for (const p of [0.002, 0.01, 0.027, 0.05, 0.1, 0.2, 0.9, 0.973, 0.998]) expect(coverage(n, [p, 0], [2000, 2000]), `${p}`).toBeGreaterThanOrEqual(0.93);
});

test("the same with two steps, either of them rare", () => {
  for (const p of [[0.027, 0.01], [0.3, 0.01], [0.02, 0.3], [0.1, 0.85], [0.2, 0.2]] as const) expect(coverage(20, p, [2000, 5000]), p.join()).toBeGreaterThanOrEqual(0.93);
});

test("no miss in 20 periods is no certainty, nor are 20 misses; a step that adds nothing asks for nothing", () => {
  expect(intervalOf(0, 0, 20, [2000, 2000])).toEqual([0, expect.closeTo(2000 * 0.16843, 0)]);
  expect(intervalOf(0, 20, 20, [2000, 2000])).toEqual([expect.closeTo(2000 * 0.83157, 0), 2000]);
  expect(isPlenty([{ hits: 0, more: 0 }], 20)).toBe(true);
  expect(isPlenty([{ hits: 4, more: 1 }], 20)).toBe(false);
  expect(isPlenty([{ hits: 16, more: 1 }], 20)).toBe(false);
  expect(isPlenty([{ hits: 5, more: 1 }], 20)).toBe(true);
});

test("three runs that each miss one of twelve periods leave open that a run misses two", () => {
  expect(scarceARun(Float64Array.of(1, 1, 1), 12)).toEqual([expect.closeTo(12 * 0.017526, 3), expect.closeTo(12 * 0.224688, 3)]); // Clopper and Pearson's of 3 in 36
});

/** How often the interval of a run's misses holds their true mean, over 4,000 seeds; unless single ones are known to come alone, of those with any. @param missesOf a run's, by a source of chance */
function coverageOfRuns(runs: number, mean: number, isAlone: boolean, missesOf: (uniform: () => number) => number): number {
  const uniform = seedrandom.alea(`${runs} ${mean}`);
  let covered = 0, seeds = 4000;
  for (let seed = 4000; seed > 0; seed--) {
    const hits = Float64Array.from({ length: runs }, () => missesOf(uniform));
    if (!isAlone && hits.every((own) => own === 0)) {
      seeds--;
      continue;
    }
    const [low, high] = scarceARun(hits, 12) ?? evenly(estimateOf(dayRatio(hits))).interval ?? [NaN, NaN];
    if (low <= mean && mean <= high) covered++;
  }
  return covered / seeds;
}

test.each([3, 8, 40])("rare misses of %i runs are covered at least as often as 92 in 100, be they each by themselves or three in a row", (runs) => {
  for (const p of [0.005, 0.02, 0.083]) expect(coverageOfRuns(runs, 12 * p, true, (uniform) => Array.from({ length: 12 }, uniform).filter((each) => each < p).length), `alone ${p}`).toBeGreaterThan(0.92);
  for (const p of [0.1, 0.3]) expect(coverageOfRuns(runs, 3 * p, false, (uniform) => (uniform() < p ? 3 : 0)), `in a row ${p}`).toBeGreaterThan(0.92);
});
