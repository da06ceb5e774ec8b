import { describe, expect, test } from "vitest";
import { NORMAL_95, studentT95 } from "../../sim/stats/studentT.ts";

// jstat stops its search for the quantile at about 1e-8 of the way: the points are good to 1e-7, far below what a half-width shows.
const DIGITS = 6;

describe("the 97.5 % point of Student's t", () => {
  test("is that of the printed tables", () => {
    // Fisher & Yates, Statistical Tables, table III; NIST/SEMATECH e-Handbook, section 1.3.6.7.2
    const table = { 1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 6: 2.447, 7: 2.365, 8: 2.306, 9: 2.262, 10: 2.228, 15: 2.131, 20: 2.086, 25: 2.060, 29: 2.045, 30: 2.042, 40: 2.021, 60: 2.000, 100: 1.984, 120: 1.980, 1000: 1.962 };
    for (const [degrees, point] of Object.entries(table)) expect(Math.abs(studentT95(Number(degrees)) - point), degrees).toBeLessThan(0.000_51);
  });

  test("is that of the closed forms for 1, 2 and 4 degrees of freedom", () => {
    const a = 4 * 0.975 * 0.025, cos4 = Math.cos(Math.acos(Math.sqrt(a)) / 3) / Math.sqrt(a); // Shaw 2006, "Sampling Student's T distribution"
    expect(studentT95(1)).toBeCloseTo(Math.tan(0.475 * Math.PI), DIGITS);
    expect(studentT95(2)).toBeCloseTo(0.95 * Math.sqrt(2 / a), DIGITS);
    expect(studentT95(4)).toBeCloseTo(2 * Math.sqrt(cos4 - 1), DIGITS);
  });

  test("cuts off 2.5 % of the density, summed up by Simpson's rule", () => {
    for (const degrees of [3, 7, 31, 63, 500, 3999]) {
      const density = (x: number) => (1 + (x * x) / degrees) ** (-(degrees + 1) / 2);
      const simpson = (to: number, steps: number) => {
        let sum = density(0) + density(to);
        for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * density((i * to) / steps);
        return (sum * to) / steps / 3;
      };
      const half = simpson(2000, 2_000_000);
      expect(simpson(studentT95(degrees), 2000) / half).toBeCloseTo(0.95, 7);
    }
  });

  test("falls towards the normal's and never below it, up to the most days there can be", () => {
    let last = Infinity;
    for (const degrees of [1, 2, 3, 5, 10, 31, 99, 999, 9999, 99_999, 999_999, 9_999_999]) {
      const point = studentT95(degrees);
      expect(point).toBeLessThan(last);
      expect(point).toBeGreaterThan(NORMAL_95);
      // t = z + (z^3 + z) / 4 n + ... (Abramowitz & Stegun 26.7.5)
      if (degrees >= 99) expect(point).toBeCloseTo(NORMAL_95 + (NORMAL_95 ** 3 + NORMAL_95) / (4 * degrees), degrees >= 999 ? 5 : 3);
      last = point;
    }
  });

  test("has no more than ten decimals, so that the last bits of an engine's own powers do not show", () => {
    for (const degrees of [1, 9, 39, 999]) expect(Number(studentT95(degrees).toFixed(10))).toBe(studentT95(degrees));
  });
});

test("the 97.5 % point of the normal is 1.959963984540054", () => {
  expect(NORMAL_95).toBe(1.959963984540054);
});
