// Hot path: sums and co-moments of a table of counters over days, a block of days at a time.
// Inside a block everything is taken about the first day, which keeps whole numbers exact and constants free of spread;
// blocks are joined by the formula of Chan, Golub & LeVeque (1979). Joined in one order, they give the same bits always.

/** What to keep for every cell of a table: its counters, and the pairs of them whose products are needed for a variance. */
export interface MomentsShape {
  readonly cells: number;
  readonly counters: number;
  readonly pairs: readonly (readonly [number, number])[];
}

/** Of some days: the sum of each counter (cell x counters), and of each pair's products about their means (pair x cells). */
export interface Moments {
  days: number;
  readonly sums: Float64Array;
  readonly comoments: Float64Array;
}

const BATCH_BYTES = 2 ** 22;
const STILL = Infinity;

/** Collects the tables of a block's days and folds them, a batch at a time: cell by cell, so that the work stays in the cache. */
export class BlockMoments {
  private readonly shape: MomentsShape;
  private readonly size: number;
  private readonly batchDays: number;
  private readonly tables: Float64Array; // of the days not yet folded, one after another
  private days = 0;
  private block: Moments;
  private readonly distance: Float64Array; // counter x batchDays: a cell's counters from those of the first day
  private readonly sums: Float64Array; // of these by counter; STILL where the counter does not change

  /** @param mostDays in a block */
  constructor(shape: MomentsShape, mostDays: number) {
    this.shape = shape;
    this.size = shape.cells * shape.counters;
    this.batchDays = Math.max(1, Math.min(mostDays, Math.floor(BATCH_BYTES / (8 * this.size))));
    this.tables = new Float64Array(this.batchDays * this.size);
    this.block = noMoments(shape);
    this.distance = new Float64Array(shape.counters * this.batchDays);
    this.sums = new Float64Array(shape.counters);
  }

  /** Take in a day's table, laid out cell by cell; what it has beyond the shape's cells is left out. */
  add(table: Float64Array): void {
    const { tables, size } = this, at = this.days * size;
    for (let i = 0; i < size; i++) tables[at + i] = table[i];
    if (++this.days === this.batchDays) this.fold();
  }

  /** The block's moments; the next day begins a new block. */
  take(): Moments {
    if (this.days > 0) this.fold();
    const { block } = this;
    this.block = noMoments(this.shape);
    return block;
  }

  private fold(): void {
    const batch = this.block.days === 0 ? this.block : noMoments(this.shape);
    batch.days = this.days;
    for (let cell = 0; cell < this.shape.cells; cell++) this.foldCell(cell, batch);
    if (batch !== this.block) joinMoments(this.shape, this.block, batch);
    this.days = 0;
  }

  private foldCell(cell: number, batch: Moments): void {
    const { tables, size, distance, sums, days, batchDays } = this;
    const { cells, counters, pairs } = this.shape;
    for (let counter = 0; counter < counters; counter++) {
      const at = cell * counters + counter, row = counter * batchDays, first = tables[at];
      let sum = 0, moved = 0;
      for (let day = 0, from = at; day < days; day++, from += size) {
        const d = tables[from] - first;
        distance[row + day] = d;
        sum += d;
        moved += d * d;
      }
      batch.sums[at] = days * first + sum;
      sums[counter] = moved === 0 ? STILL : sum;
    }
    for (let p = 0; p < pairs.length; p++) {
      const a = pairs[p][0], b = pairs[p][1], sumA = sums[a], sumB = sums[b];
      if (sumA === STILL || sumB === STILL) continue;
      batch.comoments[p * cells + cell] = dot(distance, a * batchDays, b * batchDays, days) - (sumA * sumB) / days;
    }
  }
}

/** The sum of products of two runs of an array, four at a time. */
function dot(values: Float64Array, a: number, b: number, length: number): number {
  let sum = 0, i = 0;
  for (; i + 3 < length; i += 4) {
    sum += values[a + i] * values[b + i] + values[a + i + 1] * values[b + i + 1]
      + (values[a + i + 2] * values[b + i + 2] + values[a + i + 3] * values[b + i + 3]);
  }
  for (; i < length; i++) sum += values[a + i] * values[b + i];
  return sum;
}

export function noMoments(shape: MomentsShape): Moments {
  return { days: 0, sums: new Float64Array(shape.cells * shape.counters), comoments: new Float64Array(shape.cells * shape.pairs.length) };
}

/** Add a block to the moments of the days before it. */
export function joinMoments(shape: MomentsShape, total: Moments, block: Moments): void {
  const { cells, counters, pairs } = shape;
  if (total.days > 0) {
    const weight = (total.days * block.days) / (total.days + block.days);
    const shift = new Float64Array(cells * counters); // from the mean of the days before to the block's
    for (let at = 0; at < shift.length; at++) shift[at] = block.sums[at] / block.days - total.sums[at] / total.days;
    for (let p = 0; p < pairs.length; p++) {
      let a = pairs[p][0], b = pairs[p][1];
      for (let at = p * cells; at < (p + 1) * cells; at++, a += counters, b += counters) total.comoments[at] += shift[a] * shift[b] * weight;
    }
  }
  for (let at = 0; at < cells * pairs.length; at++) total.comoments[at] += block.comoments[at];
  for (let at = 0; at < cells * counters; at++) total.sums[at] += block.sums[at];
  total.days += block.days;
}
