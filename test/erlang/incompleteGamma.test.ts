import { expect, test } from "vitest";
import { gammaOfOnePlus, lnUpperGamma, lowerGamma, upperGamma } from "../../sim/erlang/incompleteGamma.ts";
import { normalBelow } from "../../sim/erlang/normal.ts";
import table from "./incompleteGamma.json" with { type: "json" };

// Measured: relative error at most 9e-14 wherever the value is above 1e-290.
const RELATIVE = 3e-13;

test("the incomplete gamma functions are those of mpmath, for shapes of 0.01 to three million, far into both tails", () => {
  for (const [a, x, lower, upper, lnUpper] of table.rows) {
    const label = `a = ${a}, x = ${x}`;
    if (lower > 1e-290) expect(Math.abs(lowerGamma(a, x) / lower - 1), label).toBeLessThan(RELATIVE);
    if (upper > 1e-290) expect(Math.abs(upperGamma(a, x) / upper - 1), label).toBeLessThan(RELATIVE);
    expect(Math.abs(lnUpperGamma(a, x) - lnUpper), label).toBeLessThan(RELATIVE * Math.max(1, Math.abs(lnUpper)));
  }
});

test("the ways of computing them meet where one takes over from another", () => {
  for (const a of [0.3, 2, 50, 99_999, 100_001, 1e7, 1e12]) {
    for (const x of [a * 0.95, a - 1e-9, a, a + 1, a * 1.05]) {
      const step = a * 1e-10; // P changes by its density times the step
      const density = Math.exp((a - 1) * Math.log(x) - x - Math.log(a) * (a - 0.5) + a) / Math.sqrt(2 * Math.PI); // Stirling
      expect(Math.abs(lowerGamma(a, x + step) - lowerGamma(a, x - step)), `a = ${a}, x = ${x}`).toBeLessThan(a < 1 ? 1e-8 : 4 * step * density + 1e-12);
      expect(lowerGamma(a, x) + upperGamma(a, x)).toBeCloseTo(1, 13);
    }
  }
});

test("the gamma function of whole numbers is the factorial, and of a half has a root of pi", () => {
  expect(gammaOfOnePlus(5)).toBeCloseTo(120, 10);
  expect(gammaOfOnePlus(0.5) / (Math.sqrt(Math.PI) / 2)).toBeCloseTo(1, 13);
});

test("the normal law has the values of Abramowitz and Stegun, table 26.1", () => {
  for (const [z, below] of [[0, 0.5], [0.5, 0.691462461274013], [1, 0.841344746068543], [2, 0.977249868051821], [-1.96, 0.0249978951482204], [-6, 9.86587645037698e-10]]) {
    expect(Math.abs(normalBelow(z) / below - 1)).toBeLessThan(1e-13);
  }
});
