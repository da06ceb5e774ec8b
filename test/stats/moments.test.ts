import { describe, expect, test } from "vitest";
import { BlockMoments, joinMoments, noMoments, type Moments, type MomentsShape } from "../../sim/stats/moments.ts";
import type { Cells } from "../../sim/engine/dayRecord.ts";
import { normals, uniforms } from "./random.ts";

const every = (counters: number) => Array.from({ length: counters }, (_, a) => Array.from({ length: counters - a }, (_, d): [number, number] => [a, a + d])).flat();
const small: MomentsShape = { cells: 3, counters: 4, pairs: every(4), followMain: [0] };

/** A day on which every cell has counters of its own. */
const detailed = (counters: Float64Array, cells: number): Cells => ({ main: new Float64Array(cells).fill(NaN), detailed: new Uint8Array(cells).fill(1), counters });

/** Tables of so many days, each laid out cell by cell. */
function tables(shape: MomentsShape, days: number, value: (day: number, at: number) => number): Float64Array[] {
  return Array.from({ length: days }, (_, day) => Float64Array.from({ length: shape.cells * shape.counters }, (_, at) => value(day, at)));
}

/** All days folded in blocks and the blocks joined. */
function folded(shape: MomentsShape, days: readonly Float64Array[], blockDays: number): Moments {
  const total = noMoments(shape), block = new BlockMoments(shape);
  for (let from = 0; from < days.length; from += blockDays) {
    for (const table of days.slice(from, from + blockDays)) block.add(detailed(table, shape.cells));
    joinMoments(shape, total, block.take());
  }
  return total;
}

/** The textbook: the means first, then the products of the distances from them. */
function twoPasses(shape: MomentsShape, days: readonly Float64Array[]): Moments {
  const { cells, counters, pairs } = shape, n = days.length;
  const sums = Float64Array.from({ length: cells * counters }, (_, at) => days.reduce((sum, table) => sum + table[at], 0));
  const comoments = Float64Array.from({ length: pairs.length * cells }, (_, at) => {
    const [a, b] = pairs[at % pairs.length], cell = Math.floor(at / pairs.length), i = cell * counters + a, j = cell * counters + b;
    return days.reduce((sum, table) => sum + (table[i] - sums[i] / n) * (table[j] - sums[j] / n), 0);
  });
  return { days: n, sums, comoments };
}

/** Equal but for rounding: of each co-moment, as a share of what the two spreads allow it to be at most. */
function expectSame(shape: MomentsShape, ours: Moments, theirs: Moments, tolerance: number): void {
  const { cells, counters, pairs } = shape;
  expect(ours.days).toBe(theirs.days);
  ours.sums.forEach((sum, at) => { expect(Math.abs(sum - theirs.sums[at])).toBeLessThanOrEqual(1e-13 * Math.abs(theirs.sums[at]) + 1e-9); });
  const own = (counter: number, cell: number) => theirs.comoments[cell * pairs.length + pairs.findIndex(([a, b]) => a === counter && b === counter)];
  pairs.forEach(([a, b], p) => {
    for (let cell = 0; cell < cells; cell++) {
      const most = Math.sqrt(own(a, cell) * own(b, cell));
      expect(Math.abs(ours.comoments[cell * pairs.length + p] - theirs.comoments[cell * pairs.length + p]), `pair ${a} ${b} cell ${cell}`).toBeLessThanOrEqual(tolerance * most);
    }
  });
  expect(counters).toBeGreaterThan(0);
}

describe("moments folded a block at a time", () => {
  test("are those of two passes over all days, whatever the size of a block and however short the last", () => {
    const normal = normals("moments"), days = tables(small, 101, (_, at) => (at + 1) * normal() + 10 * at);
    for (const blockDays of [1, 2, 3, 4, 5, 7, 32, 100, 101, 500]) expectSame(small, folded(small, days, blockDays), twoPasses(small, days), 1e-12);
  });

  test("are those of two passes for counters that move together, apart and in jumps", () => {
    const uniform = uniforms("jumps");
    const days = tables(small, 333, (day, at) => [Math.floor(600 * uniform()), day % 7, uniform() < 0.01 ? 1e6 * uniform() : 0, day * day][at % 4]);
    for (const blockDays of [1, 13, 32]) expectSame(small, folded(small, days, blockDays), twoPasses(small, days), 1e-12);
  });

  test("of a great many cells are, cell by cell, those of the cell alone", () => {
    const shape: MomentsShape = { cells: 30_000, counters: 5, pairs: [[0, 0], [0, 1], [1, 1], [3, 4], [3, 3], [4, 4]], followMain: [] };
    const uniform = uniforms("large"), pool = Float64Array.from({ length: 4099 }, () => Math.floor(100 * uniform()));
    const days = tables(shape, 40, (day, at) => pool[(at * 7 + day * 1031) % 4099]), ours = folded(shape, days, 32);
    for (const cell of [0, 1, 15_000, 29_999]) {
      const theirs = twoPasses({ ...shape, cells: 1 }, days.map((table) => table.slice(cell * 5, cell * 5 + 5)));
      expect(ours.sums.subarray(cell * 5, cell * 5 + 5)).toEqual(theirs.sums); // whole numbers: exact
      shape.pairs.forEach((_, p) => { expect(ours.comoments[cell * 6 + p]).toBeCloseTo(theirs.comoments[p], 6); });
    }
  });

  test("give a counter that never changes no spread at all, to the bit, beside others that do", () => {
    const normal = normals("constant");
    for (const constant of [0, 1, 0.1, 1 / 3, 1e9 + 0.1, -7e12]) {
      const days = tables(small, 100, (_, at) => (at % 4 === 2 ? constant : normal()));
      const { comoments, sums } = folded(small, days, 32);
      small.pairs.forEach(([a, b], p) => {
        for (let cell = 0; cell < 3; cell++) {
          if (a === 2 && b === 2) expect(Math.abs(comoments[cell * small.pairs.length + p]), `of ${constant}`).toBeLessThanOrEqual(100 * (4e-16 * constant) ** 2);
          else if (a === 2 || b === 2) expect(Math.abs(comoments[cell * small.pairs.length + p]), `of ${constant}`).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(constant)));
        }
      });
      expect(sums[2]).toBeCloseTo(100 * constant, constant === -7e12 ? 0 : 3);
    }
  });

  test("inside one block give a constant no spread at all, whatever its last digits", () => {
    for (const constant of [0.1, 1 / 3, 1e9 + 0.1, 1e300]) {
      const { comoments } = folded(small, tables(small, 32, (day, at) => (at % 4 === 2 ? constant : day)), 32);
      small.pairs.forEach(([a, b], p) => { if (a === 2 || b === 2) expect([0, 1, 2].map((cell) => Math.abs(comoments[cell * small.pairs.length + p]))).toEqual([0, 0, 0]); });
    }
  });

  test("lose no digits to a big offset: a million seconds on top of each counter leaves the spread as it was", () => {
    const uniform = uniforms("offset"), whole = tables(small, 200, () => Math.floor(64 * uniform()) / 8);
    const plain = twoPasses(small, whole);
    for (const offset of [1e3, 1e6, 1e9]) {
      const moved = whole.map((table) => table.map((x) => x + offset)); // exact: eighths
      // The mean of a block is good to 1.1e-16 times the offset, and so is the shift between blocks, of at least 1 or so.
      expectSame(small, { ...folded(small, moved, 32), sums: plain.sums }, plain, 1e-12 + 1e-15 * offset);
    }
  });

  test("of whole numbers in one block of 2^k days are exact", () => {
    const uniform = uniforms("whole"), days = tables(small, 32, () => Math.floor(1000 * uniform()));
    const ours = folded(small, days, 32);
    small.pairs.forEach(([a, b], p) => {
      for (let cell = 0; cell < 3; cell++) {
        const of = (c: number) => days.map((table) => BigInt(table[cell * 4 + c]));
        const sum = (xs: bigint[]) => xs.reduce((s, x) => s + x, 0n), products = of(a).map((x, d) => x * of(b)[d]);
        expect(ours.comoments[cell * small.pairs.length + p]).toBe(Number(32n * sum(products) - sum(of(a)) * sum(of(b))) / 32);
      }
    });
  });

  test("of one day have no spread, and no days at all are nothing", () => {
    const { comoments, days } = folded(small, tables(small, 1, (_, at) => at + 0.3), 32);
    expect(days).toBe(1);
    expect(comoments.every((x) => x === 0)).toBe(true);
    const empty = new BlockMoments(small).take();
    expect(empty.days).toBe(0);
    expect(empty.sums.every((x) => x === 0)).toBe(true);
  });

  test("of plain and detailed days in any order are those of the same days written out in full", () => {
    const uniform = uniforms("plain"), everyDay = Float64Array.from({ length: 12 }, (_, at) => 1000 * at), shape = { ...small, followMain: [0, 2], everyDay };
    for (const share of [0, 0.03, 0.5, 0.97, 1]) {
      const total = noMoments(shape), block = new BlockMoments(shape), inFull: Float64Array[] = [];
      for (let day = 0; day < 150; day++) {
        const main = Float64Array.from({ length: 3 }, (_, cell) => (cell === 2 ? 1e6 : 0) + Math.floor(50 * uniform()));
        const isDetailed = Uint8Array.from({ length: 3 }, () => (uniform() < share ? 1 : 0));
        const counters = Float64Array.from({ length: 12 }, (_, at) => (isDetailed[Math.floor(at / 4)] === 0 ? NaN : at % 4 === 0 ? main[Math.floor(at / 4)] : 10 * uniform()));
        block.add({ main, detailed: isDetailed, counters });
        inFull.push(counters.map((own, at) => (isDetailed[Math.floor(at / 4)] === 1 ? own : at % 2 === 0 ? main[Math.floor(at / 4)] : 0) + everyDay[at]));
        if (day % 32 === 31 || day === 149) joinMoments(shape, total, block.take());
      }
      const theirs = twoPasses(shape, inFull);
      if (share === 0) theirs.comoments.forEach((product, at) => { if (total.comoments[at] === 0) expect(Math.abs(product)).toBeLessThan(1e-6); });
      else expectSame(shape, total, theirs, 1e-10); // two passes lose digits to the offsets
      if (share === 0) expect(total.comoments[0] / theirs.comoments[0]).toBeCloseTo(1, 9);
    }
  });

  test("begin anew after each block: nothing of a block is left in the next", () => {
    const block = new BlockMoments(small), days = tables(small, 8, (day, at) => day * at);
    days.slice(0, 4).forEach((table) => { block.add(detailed(table, 3)); });
    expectSame(small, block.take(), twoPasses(small, days.slice(0, 4)), 1e-12);
    days.slice(4).forEach((table) => { block.add(detailed(table, 3)); });
    expectSame(small, block.take(), twoPasses(small, days.slice(4)), 1e-12);
  });
});
