// What a block of days leaves behind: enough for every estimate, and small enough to send from a worker.

import { ANSWERED_WITHIN, CONTACT_COUNTERS, GROUP_COUNTERS, OFFERED, type DayRecord } from "../engine/dayRecord.ts";
import type { Model } from "../model/model.ts";
import { pairsOf } from "./estimate.ts";
import { CONTACT_MEASURES, GROUP_MEASURES } from "./measures.ts";
import { BlockMoments, type Moments, type MomentsShape } from "./moments.ts";

/** Days in a block. Blocks are also the batches from which the interval of a wait's percentile comes. */
export const BLOCK_DAYS = 32;

export interface Block {
  readonly days: number;
  readonly contacts: Moments;
  readonly groups: Moments;
  /** Contacts that waited, by bin: type x WAIT_BINS. */
  readonly waits: Float64Array;
  /** The days' service levels: row x days. The rows are the types and, of several types, all together; NaN where nobody came. */
  readonly dayLevels: Float64Array;
  /** The service levels of all types together: day x intervals; NaN where nobody came. */
  readonly intervalLevels: Float64Array;
}

/** What is kept of the day records of a model. The cells are the record's own. */
export interface Shape {
  readonly types: number;
  readonly intervals: number;
  /** Rows of contacts: the types and, of several, all together last. With one type that row is all there is. */
  readonly rows: number;
  readonly contacts: MomentsShape;
  readonly groups: MomentsShape;
}

export function shapeOf({ types, groups, intervals }: Model): Shape {
  const rows = types === 1 ? 1 : types + 1;
  return {
    types, intervals, rows,
    contacts: { cells: rows * (intervals + 1), counters: CONTACT_COUNTERS, pairs: pairsOf(Object.values(CONTACT_MEASURES)) },
    groups: { cells: groups * (intervals + 2), counters: GROUP_COUNTERS, pairs: pairsOf(Object.values(GROUP_MEASURES)) },
  };
}

/** Folds day records, one after another, into blocks. */
export class BlockFolder {
  private readonly shape: Shape;
  private readonly contacts: BlockMoments;
  private readonly groups: BlockMoments;
  private days = 0;
  private readonly dayLevels: Float64Array; // row x BLOCK_DAYS
  private readonly intervalLevels: Float64Array; // day x intervals

  constructor(shape: Shape) {
    this.shape = shape;
    this.contacts = new BlockMoments(shape.contacts, BLOCK_DAYS);
    this.groups = new BlockMoments(shape.groups, BLOCK_DAYS);
    this.dayLevels = new Float64Array(shape.rows * BLOCK_DAYS);
    this.intervalLevels = new Float64Array(shape.intervals * BLOCK_DAYS);
  }

  add({ contacts, groups }: DayRecord): void {
    const { rows, intervals } = this.shape, width = (intervals + 1) * CONTACT_COUNTERS;
    this.contacts.add(contacts);
    this.groups.add(groups);
    for (let row = 0; row < rows; row++) {
      this.dayLevels[row * BLOCK_DAYS + this.days] = serviceLevel(contacts, row * width + intervals * CONTACT_COUNTERS);
    }
    for (let i = 0; i < intervals; i++) {
      this.intervalLevels[this.days * intervals + i] = serviceLevel(contacts, (rows - 1) * width + i * CONTACT_COUNTERS);
    }
    this.days++;
  }

  /** The block of the days added since the last; takes the record's bins of waits with it and clears them. */
  take(record: DayRecord): Block {
    const { days } = this, { rows, intervals } = this.shape;
    this.days = 0;
    const block: Block = {
      days,
      contacts: this.contacts.take(),
      groups: this.groups.take(),
      waits: record.waits.slice(),
      dayLevels: Float64Array.from({ length: rows * days }, (_, at) => this.dayLevels[Math.floor(at / days) * BLOCK_DAYS + (at % days)]),
      intervalLevels: this.intervalLevels.slice(0, days * intervals),
    };
    record.waits.fill(0);
    return block;
  }
}

/** A day's own service level in a cell; 0 / 0 is NaN: nobody came. */
function serviceLevel(contacts: Float64Array, cell: number): number {
  return contacts[cell + ANSWERED_WITHIN] / contacts[cell + OFFERED];
}
