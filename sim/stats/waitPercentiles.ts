// Percentiles of the wait of all offered contacts, from the bins of each block, and their intervals.

import { WAIT_BINS, waitBinStart } from "../engine/waitBins.ts";
import type { Interval } from "./daily.ts";
import { studentT95 } from "./studentT.ts";

/** Over blocks of days: contacts by wait, and what the variance of a share needs. Column 0 is "no wait", column k + 1 ends bin k. */
export class WaitTally {
  private blocks = 0;
  private offered = 0;
  private offeredSquared = 0;
  private readonly upTo = new Float64Array(WAIT_BINS + 1); // contacts that waited no longer
  private readonly squared = new Float64Array(WAIT_BINS + 1);
  private readonly timesOffered = new Float64Array(WAIT_BINS + 1);

  /** @param bins contacts of a block that waited, by bin; `offered` counts all of the block, waiting or not */
  add(bins: Float64Array, offered: number): void {
    let cumulated = offered;
    for (const contacts of bins) cumulated -= contacts; // those who never waited
    this.blocks++;
    this.offered += offered;
    this.offeredSquared += offered * offered;
    for (let column = 0; column <= WAIT_BINS; column++) {
      if (column > 0) cumulated += bins[column - 1];
      this.upTo[column] += cumulated;
      this.squared[column] += cumulated * cumulated;
      this.timesOffered[column] += cumulated * offered;
    }
  }

  /** Seconds that a share p of all contacts do not outwait; null when nobody came. */
  percentile(p: number): number | null {
    return this.offered === 0 ? null : this.secondsAt(p);
  }

  /**
   * The 95 % interval of a percentile (Woodruff 1952): the interval of the share at that wait, blocks being the units,
   * read back as seconds. Null with fewer than three blocks.
   */
  interval(p: number): Interval | null {
    const { blocks, offered } = this;
    if (offered === 0 || blocks < 3) return null;
    const column = this.columnAt(p), share = this.upTo[column] / offered;
    const spread = this.squared[column] - 2 * share * this.timesOffered[column] + share * share * this.offeredSquared;
    const halfWidth = (studentT95(blocks - 1) * Math.sqrt((blocks * Math.max(0, spread)) / (blocks - 1))) / offered;
    return [this.secondsAt(Math.max(0, p - halfWidth)), this.secondsAt(Math.min(1, p + halfWidth))];
  }

  /** The first column in which at least a share p is reached. */
  private columnAt(p: number): number {
    const wanted = p * this.offered;
    let column = 0;
    while (column < WAIT_BINS && this.upTo[column] < wanted) column++;
    return column;
  }

  private secondsAt(p: number): number {
    const column = this.columnAt(p);
    if (column === 0) return 0;
    const before = this.upTo[column - 1], inBin = this.upTo[column] - before;
    const from = waitBinStart(column - 1), to = waitBinStart(column);
    return from + ((p * this.offered - before) / inBin) * (to - from);
  }
}
