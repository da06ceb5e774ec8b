// Hot path: sums and co-moments of the counters of cells over days, a block of days at a time.
// In most cells of most days one number says it all (everybody was answered at once), and the other counters follow from it;
// such plain days cost one addition and one product. The days with counters of their own are summed in full. Both are taken
// about their first day, which keeps whole numbers exact and constants free of spread; the two sets of days, and then the blocks,
// are joined by the formula of Chan, Golub & LeVeque (1979). Joined in one order, they give the same bits always.

import type { Cells } from "../engine/dayRecord.ts";

/** What to keep for every cell: its counters, and the pairs of them whose products are needed for a variance. */
export interface MomentsShape {
  readonly cells: number;
  readonly counters: number;
  readonly pairs: readonly (readonly [number, number])[];
  /** The counters that equal the main number on a day that is not detailed; the others are 0 then. */
  readonly followMain: readonly number[];
  /** What every day adds to the counters it records, cell x counters; where absent, nothing. */
  readonly everyDay?: Float64Array;
}

/** Of some days: the sum of each counter (cell x counters), and of each pair's products about their means (cell x pairs). */
export interface Moments {
  days: number;
  readonly sums: Float64Array;
  readonly comoments: Float64Array;
}

/** Of the plain days of a cell: how many, the first one's main number, and of the distances from it the sum and the sum of squares. */
const DAYS = 0, FIRST = 1, SUM = 2, SQUARES = 3, PLAIN = 4;

/** Collects the days of a block. */
export class BlockMoments {
  private readonly shape: MomentsShape;
  private readonly pairA: Int32Array;
  private readonly pairB: Int32Array;
  private readonly follows: Float64Array; // by counter: 1 if it follows the main number, else 0
  private readonly pairFollows: Float64Array; // by pair: 1 if both do
  private days = 0;
  private readonly block: Moments;
  private readonly plain: Float64Array; // cell x PLAIN
  // Of the detailed days of a cell: how many; the first one's counters; of the distances from them the sums, and the pairs' products.
  private readonly detailedDays: Int32Array;
  private readonly first: Float64Array; // cell x counters
  private readonly sums: Float64Array; // cell x counters
  private readonly products: Float64Array; // cell x pairs
  private readonly distance: Float64Array; // scratch, by counter

  constructor(shape: MomentsShape) {
    const { cells, counters, pairs, followMain } = shape;
    this.shape = shape;
    this.block = noMoments(shape);
    this.pairA = Int32Array.from(pairs, ([a]) => a);
    this.pairB = Int32Array.from(pairs, ([, b]) => b);
    this.follows = Float64Array.from({ length: counters }, (_, counter) => (followMain.includes(counter) ? 1 : 0));
    this.pairFollows = Float64Array.from(pairs, ([a, b]) => this.follows[a] * this.follows[b]);
    this.plain = new Float64Array(cells * PLAIN);
    this.detailedDays = new Int32Array(cells);
    this.first = new Float64Array(cells * counters);
    this.sums = new Float64Array(cells * counters);
    this.products = new Float64Array(cells * pairs.length);
    this.distance = new Float64Array(counters);
  }

  /** Take in a day. */
  add({ main, detailed, counters }: Cells): void {
    const { plain } = this, { cells } = this.shape;
    this.days++;
    for (let cell = 0, at = 0; cell < cells; cell++, at += PLAIN) {
      if (detailed[cell] === 1) {
        this.addDetailed(cell, counters);
      } else if (plain[at + DAYS]++ === 0) {
        plain[at + FIRST] = main[cell];
      } else {
        const d = main[cell] - plain[at + FIRST];
        plain[at + SUM] += d;
        plain[at + SQUARES] += d * d;
      }
    }
  }

  private addDetailed(cell: number, values: Float64Array): void {
    const { first, sums, products, distance, pairA, pairB } = this;
    const { counters } = this.shape, from = cell * counters;
    if (this.detailedDays[cell]++ === 0) {
      for (let counter = 0; counter < counters; counter++) first[from + counter] = values[from + counter];
      return;
    }
    for (let counter = 0; counter < counters; counter++) {
      const d = values[from + counter] - first[from + counter];
      distance[counter] = d;
      sums[from + counter] += d;
    }
    for (let p = 0, at = cell * pairA.length; p < pairA.length; p++, at++) products[at] += distance[pairA[p]] * distance[pairB[p]];
  }

  /** The block's moments, good until the next are taken; the next day begins a new block. */
  take(): Moments {
    const { block } = this;
    block.days = this.days;
    for (let cell = 0; cell < this.shape.cells; cell++) this.join(cell);
    this.days = 0;
    this.plain.fill(0);
    this.detailedDays.fill(0);
    this.sums.fill(0);
    this.products.fill(0);
    return block;
  }

  /** A cell's plain and detailed days together. */
  private join(cell: number): void {
    const { days, sums, comoments } = this.block;
    const { follows, pairA, pairB, distance } = this, { counters, everyDay } = this.shape;
    const from = cell * counters, pairs = pairA.length, plainFrom = cell * PLAIN, detailed = this.detailedDays[cell];
    const plain = this.plain[plainFrom + DAYS], plainSum = this.plain[plainFrom + SUM], first = this.plain[plainFrom + FIRST];
    const spread = plain === 0 ? 0 : this.plain[plainFrom + SQUARES] - (plainSum * plainSum) / plain;
    const mean = plain === 0 ? 0 : first + plainSum / plain, both = plain > 0 && detailed > 0;
    for (let counter = 0; counter < counters; counter++) {
      const at = from + counter, own = detailed === 0 ? 0 : this.first[at];
      sums[at] = follows[counter] * (plain * first + plainSum) + (detailed * own + this.sums[at]) + (everyDay ? days * everyDay[at] : 0);
      distance[counter] = both ? own + this.sums[at] / detailed - follows[counter] * mean : 0; // between the means
    }
    if (detailed === 0) {
      for (let p = 0; p < pairs; p++) comoments[cell * pairs + p] = this.pairFollows[p] * spread;
      return;
    }
    const weight = both ? (plain * detailed) / days : 0;
    for (let p = 0; p < pairs; p++) {
      const a = pairA[p], b = pairB[p];
      let product = follows[a] * follows[b] * spread + distance[a] * distance[b] * weight;
      if (detailed > 1) product += this.products[cell * pairs + p] - (this.sums[from + a] * this.sums[from + b]) / detailed;
      comoments[cell * pairs + p] = product;
    }
  }
}

export function noMoments(shape: MomentsShape): Moments {
  return { days: 0, sums: new Float64Array(shape.cells * shape.counters), comoments: new Float64Array(shape.cells * shape.pairs.length) };
}

/** Add a block to the moments of the days before it. */
export function joinMoments(shape: MomentsShape, total: Moments, block: Moments): void {
  const { cells, counters } = shape, before = total.days, days = block.days, weight = before === 0 ? 0 : (before * days) / (before + days);
  const pairA = Int32Array.from(shape.pairs, ([a]) => a), pairB = Int32Array.from(shape.pairs, ([, b]) => b);
  const { sums, comoments } = total, { sums: blockSums, comoments: blockComoments } = block;
  const shift = new Float64Array(counters); // of a cell, from the mean of the days before to the block's
  for (let cell = 0, from = 0, at = 0; cell < cells; cell++, from += counters) {
    for (let counter = 0; counter < counters; counter++) {
      const sum = blockSums[from + counter], sumBefore = sums[from + counter];
      shift[counter] = 0;
      if (sum === 0 && sumBefore === 0) continue; // most counters of most cells; dividing is slow
      if (before > 0) shift[counter] = sum / days - sumBefore / before; // divided, so that a constant is the same in both
      sums[from + counter] = sumBefore + sum;
    }
    for (let p = 0; p < pairA.length; p++, at++) comoments[at] += blockComoments[at] + shift[pairA[p]] * shift[pairB[p]] * weight;
  }
  total.days += days;
}
