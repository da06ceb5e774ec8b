import { expect, test } from "vitest";
import { blocking, linesFor, loadFor } from "../../sim/erlang/erlangB.ts";

/** (load^lines / lines!) / sum, with whole numbers of any size: load as so many thousandths. */
function exactBlocking(thousandths: number, lines: number): number {
  let term = 1n, sum = 1n; // times thousand^k: k terms down, each is multiplied by 1000 k
  for (let k = 1; k <= lines; k++) {
    term *= BigInt(thousandths);
    sum = sum * 1000n * BigInt(k) + term;
  }
  return Number((term << 1000n) / sum) / 2 ** 1000;
}

/** Upwards from no lines, the opposite way of the sum. */
function byRecursion(load: number, lines: number): number {
  let share = 1;
  for (let n = 1; n <= lines; n++) share = (load * share) / (n + load * share);
  return share;
}

// Held to a relative error of 1e-13 against whole numbers, and of 1e-11 against the recursion at up to a million erlangs.
test("the share blocked is that of whole numbers of any size", () => {
  let worst = 0;
  for (const thousandths of [10, 300, 1000, 7700, 40_000, 300_000, 1_000_000]) {
    for (const ratio of [0, 0.1, 0.5, 0.9, 1, 1.05, 1.3, 2]) {
      const lines = Math.round((thousandths / 1000) * ratio) + (ratio > 0 ? 1 : 0), wanted = exactBlocking(thousandths, lines);
      if (wanted > 1e-290) worst = Math.max(worst, Math.abs(blocking(thousandths / 1000, lines) / wanted - 1));
    }
  }
  expect(worst).toBeLessThan(1e-13);
});

test("at a million erlangs it is that of the recursion from no lines up, and takes milliseconds", () => {
  for (const [load, lines] of [[1e5, 9e4], [1e5, 1e5], [1e5, 1.01e5], [1e6, 9e5], [1e6, 1e6], [1e6, 1.003e6], [1e6, 1.02e6]]) {
    expect(Math.abs(blocking(load, lines) / byRecursion(load, lines) - 1)).toBeLessThan(1e-11);
  }
  const before = performance.now();
  for (let i = 0; i < 100; i++) blocking(1e6, 1e6 + i);
  expect((performance.now() - before) / 100).toBeLessThan(20);
});

test("the tables of the International Telecommunication Union hold: loads at which so many lines block 1 % and 0.1 %", () => {
  // "Table of the Erlang loss formula", as printed in every text on teletraffic.
  for (const [lines, share, load] of [[1, 0.01, 0.0101], [5, 0.01, 1.36], [10, 0.01, 4.46], [20, 0.01, 12.03], [50, 0.01, 37.90], [100, 0.01, 84.06], [10, 0.001, 3.09], [30, 0.001, 16.68]]) {
    expect(Math.abs(loadFor(lines, share) - load)).toBeLessThan(load < 1 ? 5e-5 : 0.0051);
  }
});

test("the inverses find back what was put in", () => {
  for (const [load, lines] of [[0.01, 1], [0.01, 4], [1, 3], [10, 15], [500, 530], [1e5, 1e5], [1e6, 1_000_900]]) {
    const share = blocking(load, lines);
    expect(linesFor(load, share)).toBe(lines);
    expect(Math.abs(loadFor(lines, share) / load - 1)).toBeLessThan(1e-11 / (load / (lines + 1)));
  }
  expect(linesFor(10, 0.01)).toBe(18);
  expect(loadFor(1, 1e-12)).toBeCloseTo(1e-12, 20);
  expect(loadFor(0, 0.5)).toBe(0);
});

test("without lines all are blocked; without load nobody is", () => {
  expect([blocking(5, 0), blocking(0, 3), linesFor(0, 0.01)]).toEqual([1, 0, 1]);
  expect(blocking(1e6, 1)).toBeCloseTo(1e6 / (1e6 + 1), 14);
});

test("other numbers are refused by name", () => {
  expect(() => blocking(-1, 3)).toThrow("load must be a number of erlangs, not negative (got -1)");
  expect(() => blocking(1, 2.5)).toThrow("lines must be a whole number, not negative (got 2.5)");
  expect(() => linesFor(1, 0)).toThrow("blocking must be a share above 0 and below 1 (got 0)");
  expect(() => loadFor(3, 1)).toThrow("blocking must be a share above 0 and below 1 (got 1)");
});
