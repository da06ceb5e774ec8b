// All days of a run, from its blocks joined in order. Beyond a fixed size it keeps 8 bytes per day and row of types.

import { OFFERED } from "../engine/dayRecord.ts";
import { WAIT_BINS } from "../engine/waitBins.ts";
import type { Block, Shape } from "./block.ts";
import { CalendarTally } from "./calendarTally.ts";
import { IntervalLevels } from "./intervalLevels.ts";
import { ledgerWidth, type LedgerLines } from "./ledger.ts";
import { joinMoments, noMoments, type Moments } from "./moments.ts";
import { SiteTally } from "./siteTally.ts";
import { spread, WaitTally } from "./waitPercentiles.ts";

const FEWEST_KEPT = 1024; // days, more than a block has

export class Tally {
  readonly contacts: Moments;
  readonly groups: Moments;
  /** By row: the types and, of several types, all together last. */
  readonly waits: readonly WaitTally[];
  readonly intervalLevels: IntervalLevels;
  readonly shape: Shape;
  /** Null without sites. */
  readonly sites: SiteTally | null;
  /** Null but of a calendar of dates. */
  readonly calendar: CalendarTally | null;
  /** Of a kind of day of a calendar: how many days each run had, in order; else empty. */
  readonly daysOfRuns: number[] = [];
  private simulated = 0;
  private readonly bins = new Float64Array(WAIT_BINS); // scratch: contacts of a block by bin; zero in between
  /** By row; with room for days to come. */
  private dayLevels: readonly Float64Array[];
  /** Day x columns of the ledger, likewise. */
  private ledger: Float64Array;

  constructor(shape: Shape) {
    this.shape = shape;
    this.sites = shape.sites === null ? null : new SiteTally(shape.sites);
    this.calendar = shape.calendar === null ? null : new CalendarTally(shape.calendar);
    this.contacts = noMoments(shape.contacts);
    this.groups = noMoments(shape.groups);
    this.waits = Array.from({ length: shape.rows }, () => new WaitTally());
    this.intervalLevels = new IntervalLevels(shape.intervals);
    this.dayLevels = Array.from({ length: shape.rows }, () => new Float64Array(FEWEST_KEPT));
    this.ledger = new Float64Array(FEWEST_KEPT * ledgerWidth(shape.ledger));
  }

  get days(): number {
    return this.simulated;
  }

  /** Add the next block; blocks must come in the order of their days. */
  add(block: Block): void {
    const { shape } = this;
    while (this.days + block.days > this.dayLevels[0].length) this.dayLevels = this.dayLevels.map(twiceAsLong);
    this.dayLevels.forEach((levels, row) => levels.set(block.dayLevels.subarray(row * block.days, (row + 1) * block.days), this.days));
    if (block.ledger !== undefined) {
      const from = this.days * ledgerWidth(shape.ledger);
      if (from + block.ledger.length > this.ledger.length) this.ledger = twiceAsLong(this.ledger);
      this.ledger.set(block.ledger, from);
    }
    this.intervalLevels.add(block.intervalLevels);
    this.waits.forEach((waits, row) => {
      const offered = block.contacts.sums[(row * (shape.intervals + 1) + shape.intervals) * shape.contacts.counters + OFFERED];
      let end = 0;
      for (const pairs of row < shape.types ? [block.waits[row]] : block.waits) end = Math.max(end, spread(pairs, this.bins));
      waits.add(this.bins, offered, end);
      this.bins.fill(0, 0, end);
    });
    this.sites?.add(block);
    this.calendar?.add(block);
    if (block.daysOfRuns !== undefined) this.daysOfRuns.push(...block.daysOfRuns);
    this.simulated += block.days;
    joinMoments(shape.contacts, this.contacts, block.contacts);
    joinMoments(shape.groups, this.groups, block.groups);
  }

  /** The lines of all days. */
  get ledgerLines(): LedgerLines {
    const width = ledgerWidth(this.shape.ledger);
    return { values: this.ledger.subarray(0, this.days * width), width, from: 0 };
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
