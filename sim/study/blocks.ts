// Simulating blocks of days. A block depends on the model, the seed and its number alone, so anybody may simulate it.

import { Day } from "../engine/day.ts";
import { createDayRecord, type DayRecord } from "../engine/dayRecord.ts";
import type { Model } from "../model/model.ts";
import { BLOCK_DAYS, BlockFolder, shapeOf, type Block } from "../stats/block.ts";

export class BlockSimulator {
  private readonly day: Day;
  private readonly record: DayRecord;
  private readonly folder: BlockFolder;

  /** @param keepDays whether blocks bring each day's own numbers with them */
  constructor(model: Model, seed: string, keepDays = false) {
    this.day = new Day(model, seed);
    this.record = createDayRecord(model);
    this.folder = new BlockFolder(shapeOf(model), keepDays);
  }

  /** Block number `block` of a run of so many days; the last may be shorter. */
  simulate(block: number, days: number): Block {
    const from = block * BLOCK_DAYS, to = Math.min(days, from + BLOCK_DAYS);
    for (let day = from; day < to; day++) {
      this.day.simulate(day, this.record);
      this.folder.add(this.record);
    }
    return this.folder.take(this.record);
  }
}

/** How many blocks a run of so many days has. */
export function blocksIn(days: number): number {
  return Math.ceil(days / BLOCK_DAYS);
}
