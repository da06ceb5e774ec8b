import { describe, expect, test } from "vitest";
import { BlockMoments, joinMoments, noMoments, type Moments, type MomentsShape } from "../../sim/stats/moments.ts";
import { normals, uniforms } from "./random.ts";

const every = (counters: number) => Array.from({ length: counters }, (_, a) => Array.from({ length: counters - a }, (_, d): [number, number] => [a, a + d])).flat();
const small: MomentsShape = { cells: 3, counters: 4, pairs: every(4) };

/** Tables of so many days, each laid out cell by cell. */
function tables(shape: MomentsShape, days: number, value: (day: number, at: number) => number): Float64Array[] {
  return Array.from({ length: days }, (_, day) => Float64Array.from({ length: shape.cells * shape.counters }, (_, at) => value(day, at)));
}

/** All days folded in blocks and the blocks joined. */
function folded(shape: MomentsShape, days: readonly Float64Array[], blockDays: number): Moments {
  const total = noMoments(shape), block = new BlockMoments(shape, blockDays);
  for (let from = 0; from < days.length; from += blockDays) {
    for (const table of days.slice(from, from + blockDays)) block.add(table);
    joinMoments(shape, total, block.take());
  }
  return total;
}

/** The textbook: the means first, then the products of the distances from them. */
function twoPasses(shape: MomentsShape, days: readonly Float64Array[]): Moments {
  const { cells, counters, pairs } = shape, n = days.length;
  const sums = Float64Array.from({ length: cells * counters }, (_, at) => days.reduce((sum, table) => sum + table[at], 0));
  const comoments = Float64Array.from({ length: pairs.length * cells }, (_, at) => {
    const [a, b] = pairs[Math.floor(at / cells)], cell = at % cells, i = cell * counters + a, j = cell * counters + b;
    return days.reduce((sum, table) => sum + (table[i] - sums[i] / n) * (table[j] - sums[j] / n), 0);
  });
  return { days: n, sums, comoments };
}

/** Equal but for rounding: of each co-moment, as a share of what the two spreads allow it to be at most. */
function expectSame(shape: MomentsShape, ours: Moments, theirs: Moments, tolerance: number): void {
  const { cells, counters, pairs } = shape;
  expect(ours.days).toBe(theirs.days);
  ours.sums.forEach((sum, at) => { expect(Math.abs(sum - theirs.sums[at])).toBeLessThanOrEqual(1e-13 * Math.abs(theirs.sums[at]) + 1e-9); });
  const own = (counter: number, cell: number) => theirs.comoments[pairs.findIndex(([a, b]) => a === counter && b === counter) * cells + cell];
  pairs.forEach(([a, b], p) => {
    for (let cell = 0; cell < cells; cell++) {
      const most = Math.sqrt(own(a, cell) * own(b, cell));
      expect(Math.abs(ours.comoments[p * cells + cell] - theirs.comoments[p * cells + cell]), `pair ${a} ${b} cell ${cell}`).toBeLessThanOrEqual(tolerance * most);
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

  test("of a table so large that a block is folded in several batches are the same", () => {
    // 8 MB a table at most: wherever the limit of a batch lies below that, each of these sizes needs batches of another length.
    for (const cells of [3000, 30_000, 200_000]) {
      const shape: MomentsShape = { cells, counters: 5, pairs: [[0, 0], [0, 1], [1, 1], [3, 4], [3, 3], [4, 4]] };
      const uniform = uniforms("large"), pool = Float64Array.from({ length: 4099 }, () => Math.floor(100 * uniform()));
      const blockDays = cells > 100_000 ? 5 : 32, days = tables(shape, blockDays === 5 ? 9 : 40, (day, at) => pool[(at * 7 + day * 1031) % 4099]);
      const ours = folded(shape, days, blockDays);
      for (const cell of [0, 1, Math.floor(cells / 2), cells - 1]) {
        const one: MomentsShape = { ...shape, cells: 1 }, own = days.map((table) => table.slice(cell * 5, cell * 5 + 5));
        const theirs = twoPasses(one, own);
        expect(Array.from(ours.sums.subarray(cell * 5, cell * 5 + 5))).toEqual(Array.from(theirs.sums)); // whole numbers: exact
        shape.pairs.forEach((_, p) => { expect(ours.comoments[p * cells + cell]).toBeCloseTo(theirs.comoments[p], 6); });
      }
    }
  });

  test("give a counter that never changes no spread at all, to the bit, beside others that do", () => {
    const normal = normals("constant");
    for (const constant of [0, 1, 0.1, 1 / 3, 1e9 + 0.1, -7e12]) {
      const days = tables(small, 100, (_, at) => (at % 4 === 2 ? constant : normal()));
      const { comoments, sums } = folded(small, days, 32);
      small.pairs.forEach(([a, b], p) => {
        for (let cell = 0; cell < 3; cell++) {
          if (a === 2 && b === 2) expect(Math.abs(comoments[p * 3 + cell]), `of ${constant}`).toBeLessThanOrEqual(100 * (4e-16 * constant) ** 2);
          else if (a === 2 || b === 2) expect(Math.abs(comoments[p * 3 + cell]), `of ${constant}`).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(constant)));
        }
      });
      expect(sums[2]).toBeCloseTo(100 * constant, constant === -7e12 ? 0 : 3);
    }
  });

  test("inside one block give a constant no spread at all, whatever its last digits", () => {
    for (const constant of [0.1, 1 / 3, 1e9 + 0.1, 1e300]) {
      const { comoments } = folded(small, tables(small, 32, (day, at) => (at % 4 === 2 ? constant : day)), 32);
      small.pairs.forEach(([a, b], p) => { if (a === 2 || b === 2) expect(Array.from(comoments.subarray(p * 3, p * 3 + 3)).map(Math.abs)).toEqual([0, 0, 0]); });
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
        expect(ours.comoments[p * 3 + cell]).toBe(Number(32n * sum(products) - sum(of(a)) * sum(of(b))) / 32);
      }
    });
  });

  test("of one day have no spread, and no days at all are nothing", () => {
    const { comoments, days } = folded(small, tables(small, 1, (_, at) => at + 0.3), 32);
    expect(days).toBe(1);
    expect(comoments.every((x) => x === 0)).toBe(true);
    const empty = new BlockMoments(small, 32).take();
    expect(empty.days).toBe(0);
    expect(empty.sums.every((x) => x === 0)).toBe(true);
  });

  test("leave out what a table has beyond the cells of the shape", () => {
    const uniform = uniforms("beyond"), days = tables(small, 40, () => uniform()), longer = days.map((table) => Float64Array.from([...table, 99, 98]));
    expect(folded(small, longer, 32)).toEqual(folded(small, days, 32));
  });

  test("begin anew after each block: a block taken is not changed by the next", () => {
    const block = new BlockMoments(small, 4), days = tables(small, 8, (day, at) => day * at);
    days.slice(0, 4).forEach((table) => { block.add(table); });
    const first = block.take(), copy = structuredClone(first);
    days.slice(4).forEach((table) => { block.add(table); });
    const second = block.take();
    expect(first).toEqual(copy);
    expectSame(small, second, twoPasses(small, days.slice(4)), 1e-12);
  });
});
