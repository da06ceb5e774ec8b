// Folds the days of runs of a calendar into blocks of runs.

import { ANSWERED_WITHIN, CONTACT_COUNTERS, GROUP_COUNTERS, OFFERED, type Cells, type DayRecord } from "../engine/dayRecord.ts";
import { WAIT_BINS } from "../engine/waitBins.ts";
import { isMissed } from "../scenario/promised.ts";
import { sharedTarget } from "../scenario/sharedTarget.ts";
import type { Block, Shape } from "./block.ts";
import { WAYS_TO_SUM } from "../scenario/waysToSum.ts";
import { ENDS_IN, PERIODS_A_DAY, type CalendarShape } from "./calendarShape.ts";
import { dayColumns } from "./dayTotals.ts";
import { KindFolder } from "./kindFolder.ts";
import { CONTACT_COST, ledgerWidth, OVERRUN_PAY, sidesOf, writeLedgerLine } from "./ledger.ts";
import { CAME, COST, CREDITS, DAYS, GROUP_DAYS, JUDGED, MISSED, ON_TARGET, PERIOD_COUNTERS, PERIOD_GROUP_COUNTERS } from "./measures.ts";
import { BlockMoments, type Moments } from "./moments.ts";
import { creditDue, periodLevel } from "./periods.ts";
import { addCell, emptyCells } from "./sumCells.ts";
import { spread } from "./waitPercentiles.ts";

export type { CalendarShape } from "./calendarShape.ts";

export interface CalendarBlock {
  /** Cells: period x row. */
  readonly contacts: Moments;
  /** Cells: period that is no date x group. */
  readonly groups: Moments;
  /** Service levels of every run: run x open day x row; and run x period whose level is kept x row. NaN where nobody came. */
  readonly dayLevels: Float64Array;
  readonly periodLevels: Float64Array;
  /** run x open day: its kind. */
  readonly kindOf: Uint16Array;
  /** run x periods of all agreements x `WAYS_TO_SUM`: each in the unit of its agreement. */
  readonly agreementLevels: Float64Array;
  /** By kind of day. */
  readonly kinds: readonly Block[];
}

/** Runs of a calendar in a block; such blocks, too, are the batches of wait percentiles. */
export const BLOCK_RUNS = 8;

export class CalendarFolder {
  private readonly calendar: CalendarShape;
  private readonly kinds: readonly KindFolder[];
  private readonly contacts: BlockMoments;
  private readonly groups: BlockMoments;
  private readonly wholeContacts: BlockMoments;
  private readonly wholeGroups: BlockMoments;
  private readonly sums: Cells; // period x row
  private readonly groupSums: Cells; // period x group
  private readonly total: Cells;
  private readonly groupTotal: Cells;
  private readonly day = new Float64Array(PERIOD_COUNTERS); // scratch: one row of a day
  private readonly groupDay = new Float64Array(PERIOD_GROUP_COUNTERS);
  private readonly line: Float64Array;
  /** What agreements look at, of the present run: open day x columns of the ledger. */
  private readonly lines: Float64Array;
  private readonly targets: readonly (readonly number[])[]; // kind x row; NaN where there is none for all
  private readonly dayLevels: Float64Array;
  private readonly periodLevels: Float64Array;
  private readonly kindOf: Uint16Array;
  private readonly agreementLevels: Float64Array;
  private readonly dayTotals: Float64Array | null;
  private runs = 0;

  /** @param rotas what every day of a kind has of its groups' counters */
  constructor(private readonly shape: Shape & { readonly calendar: CalendarShape }, private readonly rotas: readonly Float64Array[], keepDays: boolean) {
    const { calendar } = shape, { model, rows, days } = calendar;
    this.calendar = calendar;
    this.kinds = calendar.kinds.map((kind, i) => new KindFolder(kind, rotas[i]));
    this.contacts = new BlockMoments(calendar.contacts);
    this.groups = new BlockMoments(calendar.groupPeriods);
    this.wholeContacts = new BlockMoments(shape.contacts);
    this.wholeGroups = new BlockMoments(shape.groups);
    this.sums = emptyCells(calendar.contacts.cells, PERIOD_COUNTERS);
    this.groupSums = emptyCells(calendar.groupPeriods.cells, PERIOD_GROUP_COUNTERS);
    this.total = emptyCells(shape.contacts.cells, CONTACT_COUNTERS);
    this.groupTotal = emptyCells(shape.groups.cells, GROUP_COUNTERS);
    this.line = new Float64Array(ledgerWidth(model.kinds[0].model.ledger));
    this.lines = new Float64Array(days * this.line.length);
    this.targets = model.kinds.map(({ scenario: { contacts } }) => { const own = Object.values(contacts).map(({ target }) => target); return [...own, ...(own.length > 1 ? [sharedTarget({ contacts }) ?? NaN] : [])]; });
    this.dayLevels = new Float64Array(BLOCK_RUNS * days * rows);
    this.periodLevels = new Float64Array(BLOCK_RUNS * calendar.levelled * rows);
    this.kindOf = new Uint16Array(BLOCK_RUNS * days);
    this.agreementLevels = new Float64Array(BLOCK_RUNS * calendar.firstPeriod[calendar.firstPeriod.length - 1] * WAYS_TO_SUM.length);
    this.dayTotals = keepDays ? new Float64Array(BLOCK_RUNS * dayColumns(shape).width) : null;
  }

  /** Take in an open day of the present run, by its place among them. */
  add(place: number, kind: number, record: DayRecord): void {
    const { calendar: { model, rows, periodsOf, days, periodOfKind }, day, dayLevels } = this, { scenario, rowOf, model: { types, intervals }, everyDay } = model.kinds[kind];
    this.kinds[kind].add(record);
    this.kindOf[this.runs * days + place] = kind;
    const cost = this.account(place, kind, record) + (scenario.pay === undefined ? 0 : everyDay), ownRows = types === 1 ? 1 : types + 1, levelsAt = (this.runs * days + place) * rows;
    dayLevels.fill(NaN, levelsAt, levelsAt + rows);
    for (let own = 0; own < ownRows; own++) {
      day.fill(0);
      addCell(record.contacts, own * (intervals + 1) + intervals, CONTACT_COUNTERS, this.shape.calendar.kinds[kind].contacts.followMain, day, 0);
      const level = day[ANSWERED_WITHIN] / day[OFFERED];
      day[DAYS] = 1;
      day[CAME] = Number.isNaN(level) ? 0 : 1;
      day[ON_TARGET] = level >= this.targets[kind][own] ? 1 : 0;
      const isTotal = own === ownRows - 1;
      if (own < types) this.addRow(rowOf[own], place, kind, levelsAt, level, isTotal && rows === 1 ? cost : 0);
      if (isTotal && rows > 1) this.addRow(rows - 1, place, kind, levelsAt, level, cost);
    }
    this.addGroups(place, kind, record, periodsOf, periodOfKind[kind]);
  }

  private addRow(row: number, place: number, kind: number, levelsAt: number, level: number, cost: number): void {
    const { calendar: { periodsOf, periodOfKind, rows }, day, sums: { counters } } = this;
    this.dayLevels[levelsAt + row] = level;
    day[COST] = cost;
    for (let i = 0; i <= PERIODS_A_DAY; i++) {
      const period = i === PERIODS_A_DAY ? periodOfKind[kind] : periodsOf[place * PERIODS_A_DAY + i], at = (period * rows + row) * PERIOD_COUNTERS;
      for (let counter = 0; counter < PERIOD_COUNTERS; counter++) counters[at + counter] += day[counter];
    }
  }

  private addGroups(place: number, kind: number, { groups }: DayRecord, periodsOf: Int32Array, kindPeriod: number): void {
    const { calendar, groupDay, groupSums } = this, { model: { kinds }, wide } = calendar, { groupOf, model: { intervals } } = kinds[kind], rota = this.rotas[kind];
    groupOf.forEach((group, own) => {
      const cell = own * (intervals + 2) + intervals + 1;
      for (let counter = 0; counter < GROUP_COUNTERS; counter++) groupDay[counter] = rota[cell * GROUP_COUNTERS + counter];
      addCell(groups, cell, GROUP_COUNTERS, calendar.kinds[kind].groups.followMain, groupDay, 0);
      groupDay[GROUP_DAYS] = 1;
      for (let i = 0; i <= PERIODS_A_DAY; i++) {
        const period = i === PERIODS_A_DAY ? kindPeriod : periodsOf[place * PERIODS_A_DAY + i];
        if (period >= wide) continue; // a date
        const at = (period * calendar.groups + group) * PERIOD_GROUP_COUNTERS;
        for (let counter = 0; counter < PERIOD_GROUP_COUNTERS; counter++) groupSums.counters[at + counter] += groupDay[counter];
      }
    });
  }

  /** Write down what agreements look at; returns what the day cost beyond its rota and fixed costs. */
  private account(place: number, kind: number, record: DayRecord): number {
    const { line, lines } = this, { ledger, intervals } = this.calendar.model.kinds[kind].model;
    if (ledger === null) return 0;
    writeLedgerLine(ledger, record, this.calendar.kinds[kind].rows, intervals, line, 0);
    lines.set(line, place * line.length);
    return line[OVERRUN_PAY] + line[CONTACT_COST];
  }

  endRun(): void {
    const { calendar, sums, groupSums, total, groupTotal, runs } = this, { rows, levelled } = calendar;
    this.judge();
    this.takeWhole();
    for (let period = 0, at = runs * levelled * rows; period < levelled; period++) {
      for (let row = 0; row < rows; row++, at++) this.periodLevels[at] = this.of(period, row, ANSWERED_WITHIN) / this.of(period, row, OFFERED);
    }
    this.keepTotals();
    for (const kind of this.kinds) kind.endRun();
    this.contacts.add(sums);
    this.groups.add(groupSums);
    this.wholeContacts.add(total);
    this.wholeGroups.add(groupTotal);
    for (const cells of [sums, groupSums]) cells.counters.fill(0);
    this.runs++;
  }

  /** The run as if it were one day: the counters of its first period, the whole calendar, without those that only periods have. */
  private takeWhole(): void {
    const { calendar: { rows, groups }, sums, groupSums, total, groupTotal } = this;
    for (let row = 0; row < rows; row++) total.counters.set(sums.counters.subarray(row * PERIOD_COUNTERS, row * PERIOD_COUNTERS + CONTACT_COUNTERS), row * CONTACT_COUNTERS);
    for (let group = 0; group < groups; group++) groupTotal.counters.set(groupSums.counters.subarray(group * PERIOD_GROUP_COUNTERS, group * PERIOD_GROUP_COUNTERS + GROUP_COUNTERS), (2 * group + 1) * GROUP_COUNTERS);
  }

  private of(period: number, row: number, counter: number): number {
    return this.sums.counters[(period * this.calendar.rows + row) * PERIOD_COUNTERS + counter];
  }

  /** The periods of agreements: their levels, and the credits due in the whole calendar and in the year, month and week in which they end. */
  private judge(): void {
    const { calendar: { model: { agreements }, firstPeriod, rows, periodsOf }, sums: { counters } } = this, all = firstPeriod[firstPeriod.length - 1], row = rows - 1;
    agreements.forEach(({ periods, over, terms }, i) => {
      const sides = sidesOf({ values: this.lines, width: this.line.length, from: 0 }, i);
      periods.forEach((period, p) => {
        const at = (this.runs * all + firstPeriod[i] + p) * WAYS_TO_SUM.length;
        WAYS_TO_SUM.forEach((way, w) => { this.agreementLevels[at + w] = periodLevel(sides, period, way, terms.promised.unit); });
        const level = this.agreementLevels[at + WAYS_TO_SUM.indexOf(over)], due = creditDue(level, terms);
        for (let slot = 0; slot < ENDS_IN; slot++) {
          const cell = (periodsOf[(period.to - 1) * PERIODS_A_DAY + slot] * rows + row) * PERIOD_COUNTERS;
          counters[cell + CREDITS] += due;
          if (Number.isNaN(level)) continue; // nobody came
          counters[cell + JUDGED]++;
          if (isMissed(level, terms.promised)) counters[cell + MISSED]++;
        }
      });
    });
  }

  private keepTotals(): void {
    const { dayTotals, shape, total, groupTotal, runs, calendar: { rows, groups } } = this;
    if (dayTotals === null) return;
    const { width, groups: groupsAt, days } = dayColumns(shape), from = runs * width;
    dayTotals.set(total.counters, from);
    for (let group = 0; group < groups; group++) for (let counter = 0; counter < GROUP_COUNTERS; counter++) dayTotals[from + groupsAt + counter] += groupTotal.counters[(2 * group + 1) * GROUP_COUNTERS + counter];
    for (let row = 0; row < rows; row++) for (let counter = DAYS, at = from + days + row * (PERIOD_COUNTERS - DAYS); counter < PERIOD_COUNTERS; counter++) dayTotals[at++] = this.of(0, row, counter);
  }

  /** The block of the runs since the last. @param records of the kinds of day, whose bins of waits are taken and cleared */
  take(records: readonly DayRecord[]): Block {
    const { runs, calendar } = this, { rows, days, levelled, firstPeriod } = calendar, kinds = this.kinds.map((kind, i) => kind.take(records[i]));
    const block: Block = {
      days: runs, contacts: this.wholeContacts.take(), groups: this.wholeGroups.take(), waits: this.waitsOf(kinds),
      dayLevels: this.wholeLevels(), intervalLevels: new Float64Array(0),
      ...(this.dayTotals === null ? {} : { dayTotals: this.dayTotals.slice(0, runs * dayColumns(this.shape).width) }),
      calendar: {
        contacts: this.contacts.take(), groups: this.groups.take(), kinds,
        dayLevels: this.dayLevels.slice(0, runs * days * rows), periodLevels: this.periodLevels.slice(0, runs * levelled * rows), kindOf: this.kindOf.slice(0, runs * days),
        agreementLevels: this.agreementLevels.slice(0, runs * firstPeriod[firstPeriod.length - 1] * WAYS_TO_SUM.length),
      },
    };
    this.dayTotals?.fill(0);
    this.runs = 0;
    return block;
  }

  /** The levels of the whole calendar: row x runs. */
  private wholeLevels(): Float64Array {
    const { runs, periodLevels, calendar: { rows, levelled } } = this;
    return Float64Array.from({ length: rows * runs }, (_, at) => periodLevels[(at % runs) * levelled * rows + Math.floor(at / runs)]);
  }

  /** By type of all kinds. */
  private waitsOf(kinds: readonly Block[]): Float64Array[] {
    const { model } = this.calendar, bins = new Float64Array(WAIT_BINS);
    return model.types.map((_, type) => {
      let end = 0;
      kinds.forEach(({ waits }, kind) => model.kinds[kind].rowOf.forEach((row, own) => { if (row === type) end = Math.max(end, spread(waits[own], bins)); }));
      const pairs: number[] = [];
      for (let bin = 0; bin < end; bin++) if (bins[bin] > 0) pairs.push(bin, bins[bin]);
      bins.fill(0, 0, end);
      return Float64Array.from(pairs);
    });
  }
}
