// What a block of days leaves behind: enough for every estimate, and small enough to send from a worker.

import {
  ALL_AT_ONCE, ANSWERED_WITHIN, BUSY, CONTACT_COUNTERS, contactRows, GROUP_COUNTERS, PAID, ROSTERED, STAFFED, type Cells, type DayRecord,
} from "../engine/dayRecord.ts";
import { WAIT_BINS } from "../engine/waitBins.ts";
import type { Ledger } from "../model/ledger.ts";
import type { Model } from "../model/model.ts";
import type { CalendarBlock, CalendarShape } from "./calendarBlock.ts";
import { DayTotals } from "./dayTotals.ts";
import { pairsOf } from "./estimate.ts";
import { ledgerWidth, writeLedgerLine } from "./ledger.ts";
import { CONTACT_MEASURES, GROUP_MEASURES } from "./measures.ts";
import { BlockMoments, type Moments, type MomentsShape } from "./moments.ts";
import { SiteFolder, siteShapeOf, type SiteBlock, type SiteShape } from "./siteBlock.ts";

/** Days in a block. Blocks are also the batches from which the interval of a wait's percentile comes. */
export const BLOCK_DAYS = 32;

export interface Block {
  readonly days: number;
  readonly contacts: Moments;
  readonly groups: Moments;
  /** By type: of the contacts that waited, the bin of their wait and their number, in turn, bins rising; empty bins are left out. */
  readonly waits: readonly Float64Array[];
  /** The days' service levels: row x days. The rows are the types and, of several types, all together; NaN where nobody came. */
  readonly dayLevels: Float64Array;
  /** The service levels of all types together: day x intervals; NaN where nobody came. */
  readonly intervalLevels: Float64Array;
  /** Only where asked for: day x `dayColumns`. */
  readonly dayTotals?: Float64Array;
  /** Only where the model has a ledger: day x `ledgerWidth`. */
  readonly ledger?: Float64Array;
  /** Only of a scenario with sites. */
  readonly sites?: SiteBlock;
  /** Only of a kind of day of a calendar, whose observations are runs of the calendar: how many days of the kind each run had. */
  readonly daysOfRuns?: readonly number[];
  /** Only of a calendar of dates, whose days are its runs. */
  readonly calendar?: CalendarBlock;
}

/** What is kept of the day records of a model. The cells are the record's own. */
export interface Shape {
  readonly types: number;
  readonly intervals: number;
  /** Rows of contacts: the types and, of several, all together last. With one type that row is all there is. */
  readonly rows: number;
  readonly contacts: MomentsShape;
  readonly groups: MomentsShape;
  readonly ledger: Ledger | null;
  /** Null without sites. */
  readonly sites: SiteShape | null;
  /** Null but of a calendar of dates. */
  readonly calendar: CalendarShape | null;
}

export function shapeOf(model: Model): Shape {
  const { types, groups, intervals } = model, rows = contactRows(model), byRota = secondsByRota(model);
  return {
    types, intervals, rows, ledger: model.ledger,
    contacts: { cells: rows * (intervals + 1), counters: CONTACT_COUNTERS, pairs: pairsOf(Object.values(CONTACT_MEASURES)), followMain: ALL_AT_ONCE },
    groups: {
      cells: groups * (intervals + 2), counters: GROUP_COUNTERS, pairs: pairsOf(Object.values(GROUP_MEASURES)), followMain: [BUSY],
      everyDay: byRota,
    },
    sites: model.sites === null ? null : siteShapeOf(model.sites, intervals, byRota),
    calendar: null,
  };
}

/** What the rota fixes of the groups' counters, the same every day. */
function secondsByRota({ groups, intervals, rostered, paid }: Model): Float64Array {
  const seconds = new Float64Array(groups * (intervals + 2) * GROUP_COUNTERS);
  for (let group = 0; group < groups; group++) {
    const cell = (i: number) => (group * (intervals + 2) + i) * GROUP_COUNTERS;
    for (let i = 0; i < intervals; i++) {
      for (const at of [cell(i), cell(intervals + 1)]) { // the interval's, and the day's
        seconds[at + STAFFED] += rostered[group * intervals + i];
        seconds[at + ROSTERED] += rostered[group * intervals + i];
        seconds[at + PAID] += paid[group * intervals + i];
      }
    }
  }
  return seconds;
}

/** Folds day records, one after another, into blocks. */
export class BlockFolder {
  private readonly shape: Shape;
  private readonly contacts: BlockMoments;
  private readonly groups: BlockMoments;
  private days = 0;
  private readonly dayLevels: Float64Array; // row x BLOCK_DAYS
  private readonly intervalLevels: Float64Array; // day x intervals
  private readonly dayTotals: DayTotals | null;
  private readonly sites: SiteFolder | null;
  private readonly ledger: Float64Array; // day x columns, none without a ledger
  private readonly pairs = new Float64Array(2 * WAIT_BINS); // scratch

  /** @param keepDays whether each day's own numbers are wanted */
  constructor(shape: Shape, keepDays = false) {
    this.shape = shape;
    this.dayTotals = keepDays ? new DayTotals(shape, BLOCK_DAYS) : null;
    this.sites = shape.sites === null ? null : new SiteFolder(shape.sites);
    this.contacts = new BlockMoments(shape.contacts);
    this.groups = new BlockMoments(shape.groups);
    this.dayLevels = new Float64Array(shape.rows * BLOCK_DAYS);
    this.intervalLevels = new Float64Array(shape.intervals * BLOCK_DAYS);
    this.ledger = new Float64Array(ledgerWidth(shape.ledger) * BLOCK_DAYS);
  }

  add(record: DayRecord): void {
    const { contacts, groups } = record;
    const { rows, intervals } = this.shape, columns = intervals + 1;
    this.contacts.add(contacts);
    this.groups.add(groups);
    serviceLevels(contacts, intervals, columns, rows, this.dayLevels, this.days, BLOCK_DAYS);
    serviceLevels(contacts, (rows - 1) * columns, 1, intervals, this.intervalLevels, this.days * intervals, 1);
    this.dayTotals?.add(record);
    const { ledger } = this.shape;
    if (ledger !== null) writeLedgerLine(ledger, record, rows, intervals, this.ledger, this.days * ledgerWidth(ledger));
    this.sites?.add(record);
    this.days++;
  }

  /** The block of the days added since the last; takes the record's bins of waits with it and clears them. */
  take(record: DayRecord): Block {
    const { days } = this, { types, intervals } = this.shape;
    const block: Block = {
      days,
      contacts: this.contacts.take(),
      groups: this.groups.take(),
      waits: Array.from({ length: types }, (_, type) => takeBins(record, type, this.pairs)),
      dayLevels: this.takeDayLevels(),
      intervalLevels: this.intervalLevels.slice(0, days * intervals),
      ...(this.dayTotals === null ? {} : { dayTotals: this.dayTotals.take() }),
      ...(this.shape.ledger === null ? {} : { ledger: this.ledger.slice(0, days * ledgerWidth(this.shape.ledger)) }),
      ...(this.sites === null ? {} : { sites: this.sites.take() }),
    };
    this.days = 0;
    return block;
  }

  private takeDayLevels(): Float64Array {
    const { days } = this, { rows } = this.shape, levels = new Float64Array(rows * days);
    for (let row = 0; row < rows; row++) levels.set(this.dayLevels.subarray(row * BLOCK_DAYS, row * BLOCK_DAYS + days), row * days);
    return levels;
  }
}

/** A type's bins in use and their contacts, in turn; they are cleared. @param pairs scratch */
export function takeBins({ waits, waitsEnd }: DayRecord, type: number, pairs: Float64Array): Float64Array {
  const from = type * WAIT_BINS, end = waitsEnd[type];
  let used = 0;
  for (let bin = 0; bin < end; bin++) {
    const contacts = waits[from + bin];
    if (contacts === 0) continue;
    pairs[used++] = bin;
    pairs[used++] = contacts;
    waits[from + bin] = 0;
  }
  waitsEnd[type] = 0;
  return pairs.slice(0, used);
}

/** A day's own service levels in `count` cells from the first on, each `stride` after the one before, into a column; 0 / 0 is NaN: nobody came. */
export function serviceLevels({ main, detailed, counters }: Cells, first: number, stride: number, count: number, out: Float64Array, from: number, step: number): void {
  for (let i = 0, cell = first, at = from; i < count; i++, cell += stride, at += step) {
    const within = detailed[cell] === 1 ? counters[cell * CONTACT_COUNTERS + ANSWERED_WITHIN] : main[cell];
    out[at] = within / main[cell];
  }
}
