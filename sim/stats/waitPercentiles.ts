// Percentiles of the wait of all offered contacts, from the bins of each block, and their intervals.

import { WAIT_BINS, waitBin, waitBinStart } from "../engine/waitBins.ts";
import type { Interval } from "./daily.ts";
import { studentT95 } from "./studentT.ts";

/**
 * Seconds at which the curve of waits is read: every 2 to a minute, then twelve steps to each doubling, to 64 minutes. A bin
 * begins at each, so that the curve counts contacts and estimates nothing between bins.
 */
export const CURVE_SECONDS: readonly number[] = [
  ...Array.from({ length: 31 }, (_, i) => 2 * i),
  ...[60, 120, 240, 480, 960, 1920].flatMap((from) => Array.from({ length: 12 }, (_, i) => from + ((i + 1) * from) / 12)),
];

/**
 * Over blocks of days: contacts by wait, and what the variance of a share needs. Column 0 stands for "no wait", column k + 1
 * for the end of bin k. Contacts are counted that waited longer, as beyond the longest wait of a block there is nothing to add.
 */
export class WaitTally {
  private blocks = 0;
  private offered = 0;
  private offeredSquared = 0;
  private readonly longer = new Float64Array(WAIT_BINS + 1);
  private readonly squared = new Float64Array(WAIT_BINS + 1);
  private readonly timesOffered = new Float64Array(WAIT_BINS + 1);

  /** @param bins contacts of a block that waited, by bin, those from `end` on empty; `offered` counts all of the block, waiting or not */
  add(bins: Float64Array, offered: number, end = bins.length): void {
    this.blocks++;
    this.offered += offered;
    this.offeredSquared += offered * offered;
    let longer = 0;
    for (let column = end - 1; column >= 0; column--) {
      longer += bins[column];
      this.longer[column] += longer;
      this.squared[column] += longer * longer;
      this.timesOffered[column] += longer * offered;
    }
  }

  /** Seconds that a share p of all contacts do not outwait; null when nobody came. */
  percentile(p: number): number | null {
    return this.offered === 0 ? null : this.secondsAt(p);
  }

  /** The share of all contacts that waited so long or longer, at each of `CURVE_SECONDS`; at 0, that waited at all. Empty when nobody came. */
  curve(): number[] {
    return this.offered === 0 ? [] : CURVE_SECONDS.map((seconds) => this.longer[waitBin(seconds)] / this.offered);
  }

  /**
   * The 95 % interval of a percentile (Woodruff 1952): the interval of the share at that wait, blocks being the units,
   * read back as seconds. Null with fewer than three blocks.
   */
  interval(p: number): Interval | null {
    const { blocks, offered } = this;
    if (offered === 0 || blocks < 3) return null;
    // The percentile lies inside a bin: take the wider of the spreads at its two ends, as at the last end of all there is none.
    const column = this.columnAt(p), spread = Math.max(this.spreadAt(column), this.spreadAt(Math.max(0, column - 1)));
    const halfWidth = (studentT95(blocks - 1) * Math.sqrt((blocks * spread) / (blocks - 1))) / offered;
    // To the outer edges of bins: where many wait equally long, as for a fixed patience, a straight line inside a bin is off.
    const low = this.columnAt(Math.max(0, p - halfWidth)), high = this.columnAt(Math.min(1, p + halfWidth));
    return [low === 0 ? 0 : waitBinStart(low - 1), high === 0 ? 0 : waitBinStart(high)];
  }

  /** Over blocks, the sum of squared distances of a block's contacts that waited longer from their share of its offered contacts. */
  private spreadAt(column: number): number {
    const share = this.longer[column] / this.offered;
    return Math.max(0, this.squared[column] - 2 * share * this.timesOffered[column] + share * share * this.offeredSquared);
  }

  /** The first column beyond which at most a share 1 - p is left. */
  private columnAt(p: number): number {
    const left = this.offered - p * this.offered;
    let column = 0;
    while (this.longer[column] > left) column++;
    return column;
  }

  private secondsAt(p: number): number {
    const column = this.columnAt(p);
    if (column === 0) return 0;
    const before = this.longer[column - 1], inBin = before - this.longer[column];
    const from = waitBinStart(column - 1), to = waitBinStart(column);
    return from + ((before - (this.offered - p * this.offered)) / inBin) * (to - from);
  }
}

/** Add bins given with their contacts in turn to a row of all bins. Returns one past the last. */
export function spread(pairs: Float64Array, bins: Float64Array): number {
  for (let i = 0; i < pairs.length; i += 2) bins[pairs[i]] += pairs[i + 1];
  return pairs.length === 0 ? 0 : pairs[pairs.length - 2] + 1;
}
