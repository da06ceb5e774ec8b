// All days of a run, from its blocks joined in order. Beyond a fixed size it keeps 8 bytes per day and row of types.

import { CONTACT_COUNTERS, OFFERED } from "../engine/dayRecord.ts";
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
      waits.add(row < shape.types ? block.waits[row] : addUp(block.waits), offered);
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

/** The bins of all types together. */
function addUp(waits: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(Math.max(...waits.map((bins) => bins.length)));
  for (const bins of waits) for (let bin = 0; bin < bins.length; bin++) sum[bin] += bins[bin];
  return sum;
}
