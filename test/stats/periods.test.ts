import { describe, expect, test } from "vitest";
import { termsOf } from "../../sim/scenario/promised.ts";
import { creditDue, periodLevel, wholePeriods, type DaySides } from "../../sim/stats/periods.ts";

/** Days of one staffing interval each. */
function ofDays(top: Float64Array, bottom: Float64Array): DaySides {
  return { top, bottom, levels: top.map((x, i) => (bottom[i] > 0 ? x / bottom[i] : 0)), intervals: bottom.map((y) => (y > 0 ? 1 : 0)) };
}

test("periods are whole: what is left over at the end is none", () => {
  expect(wholePeriods(7, 3)).toEqual([{ from: 0, to: 3 }, { from: 3, to: 6 }]);
  expect(wholePeriods(2, 3)).toEqual([]);
});

describe("the result of a period", () => {
  const sides = ofDays(Float64Array.of(8, 0, 10, 1), Float64Array.of(10, 0, 40, 1));

  test("over contacts is the ratio of sums, over days the mean of the days' own levels; days on which nobody came count in neither", () => {
    expect(periodLevel(sides, { from: 0, to: 3 }, "contacts", "share")).toBe(18 / 50);
    expect(periodLevel(sides, { from: 0, to: 3 }, "days", "share")).toBeCloseTo((0.8 + 0.25) / 2, 12);
    expect(periodLevel(sides, { from: 1, to: 2 }, "contacts", "share")).toBeNaN();
    expect(periodLevel(sides, { from: 1, to: 2 }, "days", "share")).toBeNaN();
  });

  test("over intervals is the mean of the intervals' own levels, whichever days they lie on", () => {
    // Day 1: 1/2 and 1/4 of its two intervals; day 2: 3/4 in the only one in which anybody came.
    const two = { top: Float64Array.of(5, 3), bottom: Float64Array.of(12, 4), levels: Float64Array.of(0.5 + 0.25, 0.75), intervals: Float64Array.of(2, 1) };
    expect(periodLevel(two, { from: 0, to: 2 }, "intervals", "share")).toBe(0.5);
  });

  test("is not put below what was promised by the last bit of a sum", () => {
    // 0.7, 0.8 and 0.9 add up to 2.4 or, in another order, to less by one bit.
    const tenths = [0.9, 0.8, 0.7, 0.75, 0.85, 0.8, 0.6, 1].map((level) => Math.round(1000 * level)), days = Float64Array.from(tenths), thousand = days.map(() => 1000);
    expect(periodLevel(ofDays(days, thousand), { from: 0, to: 8 }, "days", "share")).toBe(0.8);
    for (const [a, b] of [[80, 100], [24, 30], [444, 555], [8, 10]]) expect(creditDue(periodLevel(ofDays(Float64Array.of(a), Float64Array.of(b)), { from: 0, to: 1 }, "contacts", "share"), termsOf({ measure: "serviceLevel", atLeast: 0.8, credits: [{ below: 0.8, pay: 1 }] }))).toBe(0);
  });
});

test("what is due is the pay of the farthest step reached, strictly beyond it, in whatever order the steps are written", () => {
  const scale = termsOf({ measure: "serviceLevel", atLeast: 0.8, credits: [{ below: 0.75, pay: 5000 }, { below: 0.8, pay: 2000 }, { below: 0.5, pay: 9000 }] });
  expect([0.9, 0.8, 0.7999, 0.75, 0.7499, 0.5, 0.2, NaN].map((level) => creditDue(level, scale))).toEqual([0, 0, 2000, 2000, 5000, 5000, 9000, 0]);
  expect(creditDue(0.1, termsOf({ measure: "serviceLevel", atLeast: 0.8, credits: [] }))).toBe(0);
  const rising = termsOf({ measure: "averageWait", atMost: 30, credits: [{ above: 60, pay: 5000 }, { above: 30, pay: 2000 }, { above: 600, pay: 9000 }] });
  expect([0, 30, 30.000001, 60, 60.5, 600, 3600, NaN].map((wait) => creditDue(wait, rising))).toEqual([0, 0, 2000, 2000, 5000, 5000, 9000, 0]);
  const abandoned = termsOf({ measure: "abandonmentRate", atMost: 0.05, credits: [{ above: 0.05, pay: 100 }, { above: 0.08, pay: 300 }] });
  expect([0, 0.05, 5 / 100, 0.0500001, 0.08, 0.081, 1].map((share) => creditDue(share, abandoned))).toEqual([0, 0, 0, 100, 100, 300, 300]);
});
