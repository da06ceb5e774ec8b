// All days of a run, from its blocks joined in order. Beyond a fixed size it keeps 8 bytes per day and row of types.

import { CONTACT_COUNTERS, OFFERED } from "../engine/dayRecord.ts";
import { WAIT_BINS } from "../engine/waitBins.ts";
import type { Block, Shape } from "./block.ts";
import { IntervalLevels } from "./intervalLevels.ts";
import { joinMoments, noMoments, type Moments } from "./moments.ts";
import { WaitTally } from "./waitPercentiles.ts";

const FEWEST_KEPT = 1024; // days, more than a block has

export class Tally {
  readonly contacts: Moments;
  readonly groups: Moments;
  /** By row: the types and, of several types, all together last. */
  readonly waits: readonly WaitTally[];
  readonly intervalLevels: IntervalLevels;
  readonly shape: Shape;
  private readonly bins = new Float64Array(WAIT_BINS); // scratch: contacts of a block by bin; zero in between
  /** By row; with room for days to come. */
  private dayLevels: readonly Float64Array[];

  constructor(shape: Shape) {
    this.shape = shape;
    this.contacts = noMoments(shape.contacts);
    this.groups = noMoments(shape.groups);
    this.waits = Array.from({ length: shape.rows }, () => new WaitTally());
    this.intervalLevels = new IntervalLevels(shape.intervals);
    this.dayLevels = Array.from({ length: shape.rows }, () => new Float64Array(FEWEST_KEPT));
  }

  get days(): number {
    return this.contacts.days;
  }

  /** Add the next block; blocks must come in the order of their days. */
  add(block: Block): void {
    const { shape } = this;
    if (this.days + block.days > this.dayLevels[0].length) this.dayLevels = this.dayLevels.map(twiceAsLong);
    this.dayLevels.forEach((levels, row) => levels.set(block.dayLevels.subarray(row * block.days, (row + 1) * block.days), this.days));
    this.intervalLevels.add(block.intervalLevels);
    this.waits.forEach((waits, row) => {
      const offered = block.contacts.sums[(row * (shape.intervals + 1) + shape.intervals) * CONTACT_COUNTERS + OFFERED];
      let end = 0;
      for (const pairs of row < shape.types ? [block.waits[row]] : block.waits) end = Math.max(end, spread(pairs, this.bins));
      waits.add(this.bins, offered, end);
      this.bins.fill(0, 0, end);
    });
    joinMoments(shape.contacts, this.contacts, block.contacts);
    joinMoments(shape.groups, this.groups, block.groups);
  }

  /** The days' service levels of a row, in the order of the days until somebody sorts them. */
  levelsOf(row: number): Float64Array {
    return this.dayLevels[row].subarray(0, this.days);
  }
}

function twiceAsLong(levels: Float64Array): Float64Array {
  const longer = new Float64Array(2 * levels.length);
  longer.set(levels);
  return longer;
}

/** Add bins given with their contacts in turn to a row of all bins. Returns one past the last. */
function spread(pairs: Float64Array, bins: Float64Array): number {
  for (let i = 0; i < pairs.length; i += 2) bins[pairs[i]] += pairs[i + 1];
  return pairs.length === 0 ? 0 : pairs[pairs.length - 2] + 1;
}
