// All runs of a calendar, from its blocks joined in order.

import type { Block } from "./block.ts";
import { WAYS_TO_SUM } from "../scenario/waysToSum.ts";
import type { CalendarShape } from "./calendarShape.ts";
import { joinMoments, noMoments, type Moments } from "./moments.ts";
import { Tally } from "./tally.ts";

export class CalendarTally {
  /** Over runs. */
  readonly contacts: Moments;
  readonly groups: Moments;
  readonly kinds: readonly Tally[];
  readonly shape: CalendarShape;
  private readonly blocks: { readonly runs: number; readonly dayLevels: Float64Array; readonly periodLevels: Float64Array; readonly kindOf: Uint16Array; readonly agreementLevels: Float64Array }[] = [];

  constructor(shape: CalendarShape) {
    this.shape = shape;
    this.contacts = noMoments(shape.contacts);
    this.groups = noMoments(shape.groupPeriods);
    this.kinds = shape.kinds.map((kind) => new Tally(kind));
  }

  get runs(): number {
    return this.contacts.days;
  }

  /** Add the next block; without what it has of a calendar it is not of this scenario. */
  add({ days, calendar }: Block): void {
    if (calendar === undefined) throw new Error("a block of a calendar has its periods");
    const { shape } = this, { contacts, groups, kinds, ...kept } = calendar;
    joinMoments(shape.contacts, this.contacts, contacts);
    joinMoments(shape.groupPeriods, this.groups, groups);
    kinds.forEach((block, kind) => { this.kinds[kind].add(block); });
    this.blocks.push({ runs: days, ...kept });
  }

  /** The levels of an open day in all runs, of a row; NaN where nobody came. */
  levelsOfDay(day: number, row: number): Float64Array {
    const { rows, days } = this.shape;
    return this.column(({ dayLevels }) => dayLevels, days * rows, day * rows + row);
  }

  /** The kind of an open day in all runs. */
  kindsOfDay(day: number): Float64Array {
    return this.column(({ kindOf }) => kindOf, this.shape.days, day);
  }

  /** The levels of a period whose levels are kept, in all runs, of a row. */
  levelsOfPeriod(period: number, row: number): Float64Array {
    const { rows, levelled } = this.shape;
    return this.column(({ periodLevels }) => periodLevels, levelled * rows, period * rows + row);
  }

  /** The results of an agreement's period in all runs, in its unit, put together in one of the ways; NaN where there is none. */
  levelsOfAgreement(agreement: number, period: number, way: (typeof WAYS_TO_SUM)[number]): Float64Array {
    const { firstPeriod } = this.shape, ways = WAYS_TO_SUM.length;
    return this.column(({ agreementLevels }) => agreementLevels, firstPeriod[firstPeriod.length - 1] * ways, (firstPeriod[agreement] + period) * ways + WAYS_TO_SUM.indexOf(way));
  }

  private column(of: (block: (typeof this.blocks)[number]) => ArrayLike<number>, width: number, column: number): Float64Array {
    const values = new Float64Array(this.runs);
    let at = 0;
    for (const block of this.blocks) for (let run = 0, from = column; run < block.runs; run++, from += width) values[at++] = of(block)[from];
    return values;
  }
}
