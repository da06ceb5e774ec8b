import { expect, test } from "vitest";
import { halfWidthOf, weekEstimateOfDays, weekShare } from "../../sim/stats/sumOfKinds.ts";
import { studentT95 } from "../../sim/stats/studentT.ts";
import { wilson } from "../../sim/stats/daily.ts";

/** Numbers that look like chance, the same every time (Park and Miller 1988), about normal. */
function generator(seed: number): () => number {
  let state = seed;
  const uniform = () => (state = (state * 48271) % 2147483647) / 2147483647;
  return () => Array.from({ length: 12 }, uniform).reduce((sum, value) => sum + value, -6);
}

test("a week of one kind of day is so many times the day: five times the mean and the half-width", () => {
  const x = Float64Array.of(3, 5, 4, 8), y = Float64Array.of(4, 6, 5, 9);
  const day = weekEstimateOfDays([{ times: 1, x }]), week = weekEstimateOfDays([{ times: 5, x }]);
  expect(day).toEqual({ mean: 5, halfWidth: expect.closeTo((3.1824463 * Math.sqrt(14 / 3)) / 2, 6) as number }); // t table, 3 degrees of freedom
  expect(week).toEqual({ mean: 25, halfWidth: expect.closeTo(5 * (day.halfWidth ?? 0), 12) as number });
  const [ratio, alone] = [5, 1].map((times) => weekEstimateOfDays([{ times, x, y }]));
  expect(ratio.mean).toBeCloseTo(alone.mean!, 14);
  expect(ratio.halfWidth).toBeCloseTo(alone.halfWidth!, 14);
});

test("degrees of freedom are those of Satterthwaite: all of them for one kind, nearly the sum for two alike, those of the one that varies", () => {
  expect(halfWidthOf([{ of: 4, freedom: 9 }])).toBeCloseTo(2 * studentT95(9), 12);
  expect(halfWidthOf([{ of: 2, freedom: 9 }, { of: 2, freedom: 9 }])).toBeCloseTo(2 * studentT95(18), 12);
  expect(halfWidthOf([{ of: 4, freedom: 9 }, { of: 0, freedom: 9 }])).toBeCloseTo(2 * studentT95(9), 12);
  expect(halfWidthOf([{ of: 0, freedom: 9 }])).toBe(0);
});

test("a single day of a kind has no spread, and nothing comes of nothing", () => {
  expect(weekEstimateOfDays([{ times: 2, x: Float64Array.of(3) }, { times: 1, x: Float64Array.of(1, 2) }])).toEqual({ mean: 7.5, halfWidth: null });
  expect(weekEstimateOfDays([{ times: 2, x: Float64Array.of(0, 0), y: Float64Array.of(0, 0) }])).toEqual({ mean: null, halfWidth: null });
});

test("intervals of sums and of ratios of sums cover the truth 95 times in 100", () => {
  // Usual days: y about 100 (sd 10), x = 0.8 y and noise (sd 3); Saturdays: y about 20 (sd 4), x = 0.5 y and noise (sd 2). Five of the one, one of the other.
  const truth = { sum: 5 * 80 + 10, ratio: (5 * 80 + 10) / (5 * 100 + 20) }, covered = { sum: 0, ratio: 0 }, runs = 2000, draw = generator(7);
  const kind = (mean: number, sd: number, share: number, noise: number, times: number) => {
    const y = Float64Array.from({ length: 30 }, () => mean + sd * draw());
    return { times, x: y.map((value) => share * value + noise * draw()), y };
  };
  for (let run = 0; run < runs; run++) {
    const kinds = [kind(100, 10, 0.8, 3, 5), kind(20, 4, 0.5, 2, 1)];
    const sum = weekEstimateOfDays(kinds.map(({ times, x }) => ({ times, x }))), ratio = weekEstimateOfDays(kinds);
    if (Math.abs(sum.mean! - truth.sum) <= sum.halfWidth!) covered.sum++;
    if (Math.abs(ratio.mean! - truth.ratio) <= ratio.halfWidth!) covered.ratio++;
  }
  // Standard error of a coverage of 95 % in 2,000 runs: 0.5 points; three of them.
  for (const hits of Object.values(covered)) expect(Math.abs(hits / runs - 0.95)).toBeLessThan(0.0147);
});

test("the share of open days weighs kinds by their days; its interval is a single kind's own, and stays within 0 and 1", () => {
  const kind = (times: number, hits: number) => ({ times, share: hits / 100, interval: wilson(hits, 100) });
  const own = weekShare([kind(5, 72)]);
  expect(own.mean).toBe(0.72);
  expect(own.interval![0]).toBeCloseTo(0.6251, 4); // Wilson's interval of 72 in 100, as published calculators have it
  expect(own.interval![1]).toBeCloseTo(0.7986, 4);
  expect(weekShare([kind(5, 72), kind(1, 12)]).mean).toBeCloseTo((5 * 0.72 + 0.12) / 6, 12);
  expect(weekShare([kind(5, 0), kind(1, 0)]).interval![0]).toBe(0);
  expect(weekShare([kind(5, 100), kind(1, 100)]).interval![1]).toBe(1);
});
