import { describe, expect, test } from "vitest";
import { IntervalLevels } from "../../sim/stats/intervalLevels.ts";
import { uniforms } from "./random.ts";

/** Levels of some days, day by day, into two intervals. */
function levelsOf(...days: [number, number][]): IntervalLevels {
  const levels = new IntervalLevels(2);
  levels.add(Float64Array.from(days.flat()));
  return levels;
}

describe("levels by interval", () => {
  test("by hand: of ten days from 0.1 to 1, one in ten does not exceed 0.1, half do not exceed 0.5, nine in ten not 0.9", () => {
    const levels = levelsOf(...Array.from({ length: 10 }, (_, day): [number, number] => [(day + 1) / 10, 1 - day / 10]));
    for (const interval of [0, 1]) {
      expect(levels.percentile(interval, 0.1)).toBe(0.1);
      expect(levels.percentile(interval, 0.5)).toBe(0.5);
      expect(levels.percentile(interval, 0.9)).toBe(0.9);
      expect(levels.percentile(interval, 1)).toBe(1);
    }
  });

  test("keep intervals apart, and days on which nobody came out", () => {
    const levels = levelsOf([0.25, NaN], [NaN, NaN], [0.75, 0.5]);
    expect(levels.percentile(0, 0.5)).toBe(0.25);
    expect(levels.percentile(0, 0.51)).toBe(0.75);
    expect(levels.percentile(1, 0.1)).toBe(0.5);
  });

  test("are null where nobody ever came", () => {
    expect(levelsOf([NaN, 1]).percentile(0, 0.5)).toBeNull();
    expect(new IntervalLevels(1).percentile(0, 0.5)).toBeNull();
  });

  test("add up over blocks, and are exact to half a tenth of a point", () => {
    const uniform = uniforms("levels"), all: number[] = [], levels = new IntervalLevels(1);
    for (let block = 0; block < 10; block++) {
      const days = Float64Array.from({ length: 37 }, () => uniform() ** 0.2);
      all.push(...days);
      levels.add(days);
    }
    all.sort((a, b) => a - b);
    for (const p of [0.05, 0.1, 0.5, 0.9, 0.95, 1]) {
      expect(Math.abs(levels.percentile(0, p)! - all[Math.ceil(p * all.length - 1e-9) - 1])).toBeLessThanOrEqual(0.0005 + 1e-12);
    }
  });

  test("reach from 0, when no day is answered in time, to 1", () => {
    const levels = levelsOf([0, 1], [0, 1]);
    expect([levels.percentile(0, 0.9), levels.percentile(1, 0.1)]).toEqual([0, 1]);
  });
});
