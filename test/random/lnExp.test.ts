import { describe, expect, test } from "vitest";
import { exp, ln } from "../../sim/random/lnExp.ts";

// Math.log and Math.exp are good to about one unit in the last place (1.1e-16 to 2.2e-16 relative), so two of them may differ by
// twice that at least; 4.5e-16 is two units in the last place.
const TWO_UNITS = 4.5e-16;

/** The largest relative distance over a grid, and where. */
function worst(xs: Iterable<number>, ours: (x: number) => number, theirs: (x: number) => number) {
  let error = 0, at = NaN;
  for (const x of xs) {
    const truth = theirs(x), e = truth === 0 ? Math.abs(ours(x)) : Math.abs(ours(x) - truth) / Math.abs(truth);
    if (!(e <= error)) [error, at] = [e, x];
  }
  return { error, at };
}

function* grid(from: number, to: number, points: number) {
  for (let i = 0; i <= points; i++) yield from + ((to - from) * i) / points;
}

function* powers(from: number, to: number, points: number) {
  for (const e of grid(Math.log(from), Math.log(to), points)) yield Math.exp(e);
}

describe("the natural logarithm", () => {
  test("is Math.log's to two units in the last place from the least normal double to the largest", () => {
    const { error, at } = worst(powers(2.3e-308, 1.7e308, 400_000), ln, Math.log);
    expect(error, `at ${at}`).toBeLessThan(TWO_UNITS);
  });

  test("keeps its relative precision near 1, where the result is small", () => {
    const near = function* () { for (const d of powers(1e-16, 0.5, 100_000)) { yield 1 + d; yield 1 - d / 2; } };
    const { error, at } = worst(near(), ln, Math.log);
    expect(error, `at ${at}`).toBeLessThan(TWO_UNITS);
  });

  test("is as good on both sides of every edge at which it changes its ways: powers of two and the square root of two", () => {
    const edges = function* () {
      for (let k = -1000; k <= 1000; k++) for (const m of [1, Math.SQRT2]) for (const d of [-1e-6, -2e-16, 0, 2e-16, 1e-6]) yield 2 ** k * m * (1 + d);
    };
    const { error, at } = worst(edges(), ln, Math.log);
    expect(error, `at ${at}`).toBeLessThan(TWO_UNITS);
  });

  test("is 0 at 1, and the printed constants at 2, 10 and e", () => {
    expect(ln(1)).toBe(0);
    expect(ln(2)).toBe(0.6931471805599453);
    expect(ln(10)).toBe(2.302585092994046);
    expect(ln(Math.E)).toBe(1);
  });

  test("never falls from one double to the next larger, over many places", () => {
    const x = new Float64Array(1), bits = new BigInt64Array(x.buffer);
    for (const start of [0.1, Math.SQRT1_2, 0.999999, 1, Math.SQRT2, 2, 1e10]) {
      x[0] = start;
      bits[0] -= 500n;
      for (let i = 0, last = -Infinity; i < 1000; i++, bits[0]++) {
        const next = ln(x[0]);
        expect(next).toBeGreaterThanOrEqual(last);
        last = next;
      }
    }
  });
});

describe("the exponential", () => {
  test("is Math.exp's to two units in the last place over all that it takes, from -708 to 708", () => {
    const { error, at } = worst(grid(-708, 708, 1_000_000), exp, Math.exp);
    expect(error, `at ${at}`).toBeLessThan(TWO_UNITS);
  });

  test("is as good at both sides of every edge between the 64ths of a doubling", () => {
    const edges = function* () { for (let k = -65_000; k <= 65_000; k++) for (const d of [-1e-9, 0, 1e-9]) yield ((k + 0.5) * Math.LN2) / 64 + d; };
    const { error, at } = worst(edges(), exp, Math.exp);
    expect(error, `at ${at}`).toBeLessThan(TWO_UNITS);
  });

  test("is as good for the tiniest arguments, where it is 1 and little more", () => {
    const { error } = worst(powers(1e-300, 0.01, 10_000), (x) => exp(x), Math.exp);
    expect(error).toBeLessThan(TWO_UNITS);
    expect(exp(0)).toBe(1);
    expect(exp(-0)).toBe(1);
    expect(exp(1e-300)).toBe(1);
  });

  test("does not fall or jump at the ends of what it takes, -708 and 708", () => {
    expect(exp(-708) / 3.307553003638408e-308).toBeCloseTo(1, 14); // bc -l: e(-708)
    expect(exp(708) / 3.023383144276055e307).toBeCloseTo(1, 14); // bc -l: e(708)
  });

  test("is not a number for what is none", () => {
    expect(exp(NaN)).toBeNaN();
  });

  test("undoes the logarithm: exp(ln x) is x to the error of ln x, which grows with its size", () => {
    const { error } = worst(powers(1e-100, 1e100, 50_000), (x) => exp(ln(x)), (x) => x);
    expect(error).toBeLessThan(230 * 1.2e-16 + TWO_UNITS); // half a unit in the last place of a logarithm of up to 230
  });
});
