// What a telephone system's export says, counted by day, time of day and contact type. The rows themselves are gone.

import type { TimeCounts } from "../stats/kaplanMeier.ts";

export const OFFERED = 0, ANSWERED = 1, ABANDONED = 2, IN_TIME = 3, HANDLED = 4, HANDLE = 5, WAIT_ANSWERED = 6, WAIT_ABANDONED = 7, AGENT_TIME = 8, ROWS = 9;
export const FIELDS = 10;

/** Fields that a file may lack. Contacts; HANDLE, WAIT_… and AGENT_TIME in seconds, in sum. */
export type Field = typeof ANSWERED | typeof ABANDONED | typeof IN_TIME | typeof HANDLE | typeof WAIT_ANSWERED | typeof WAIT_ABANDONED | typeof AGENT_TIME;

const DAY = 86_400;

export class History {
  /** Steps of a day. */
  readonly slots: number;
  readonly types: string[] = [];
  /** By type: by day (number since 1970) slot x FIELDS. */
  readonly days: Map<number, Float64Array>[] = [];
  /** What the file has columns for. */
  readonly known = new Set<Field>();

  /** @param resolution seconds; a whole day where the file has a row a day */
  constructor(readonly resolution: number) {
    this.slots = DAY / resolution;
  }

  /** The number of a type, made when first seen. */
  type(name: string): number {
    const known = this.types.indexOf(name);
    if (known >= 0) return known;
    this.days.push(new Map());
    return this.types.push(name) - 1;
  }

  /** The counters of a type's day. */
  day(type: number, day: number): Float64Array {
    let cells = this.days[type].get(day);
    if (cells === undefined) this.days[type].set(day, cells = new Float64Array(this.slots * FIELDS));
    return cells;
  }

  /** Days that have a row, rising. */
  allDays(): number[] {
    return [...new Set(this.days.flatMap((days) => [...days.keys()]))].sort((a, b) => a - b);
  }

  /** One counter, of a day and slot; 0 where there is no row. */
  at(type: number, day: number, slot: number, field: number): number {
    return this.days[type].get(day)?.[slot * FIELDS + field] ?? 0;
  }

  /** The sum over a day's slots. */
  total(type: number, day: number, field: number, from = 0, to = this.slots): number {
    const cells = this.days[type].get(day);
    if (cells === undefined) return 0;
    let sum = 0;
    for (let slot = from; slot < to; slot++) sum += cells[slot * FIELDS + field];
    return sum;
  }

  sum(field: number): number {
    return this.days.reduce((all, days) => all + [...days.values()].reduce((sum, cells) => {
      let own = 0;
      for (let at = field; at < cells.length; at += FIELDS) own += cells[at];
      return sum + own;
    }, 0), 0);
  }

  /** The same in longer steps. @param resolution seconds, a multiple of this one's */
  coarser(resolution: number): History {
    if (resolution === this.resolution) return this;
    const made = new History(resolution), each = resolution / this.resolution;
    for (const field of this.known) made.known.add(field);
    this.types.forEach((name, t) => {
      made.type(name);
      for (const [day, cells] of this.days[t]) {
        const into = made.day(t, day);
        for (let slot = 0; slot < this.slots; slot++) for (let field = 0; field < FIELDS; field++) into[Math.floor(slot / each) * FIELDS + field] += cells[slot * FIELDS + field];
      }
    });
    return made;
  }

  /** Only the days that pass. */
  only(keep: (day: number) => boolean): History {
    const made = new History(this.resolution);
    for (const field of this.known) made.known.add(field);
    this.types.forEach((name, t) => {
      made.type(name);
      for (const [day, cells] of this.days[t]) if (keep(day)) made.days[t].set(day, cells);
    });
    return made;
  }
}

/** A row of a month, or of another stretch longer than a day. */
export interface Period {
  /** Days since 1970. */
  readonly from: number;
  /** The day after its last. */
  readonly to: number;
  readonly type: string;
  readonly counters: Float64Array;
}

/** What only records of single calls can tell, of each type. Seconds are whole. */
export interface CallTimes {
  /** Handle times above 0, all events. */
  readonly handle: TimeCounts;
  /** Waits: events hung up, censored were answered. */
  readonly wait: TimeCounts;
  answeredAtOnce: number;
  hungUpAtOnce: number;
  /** Answered, with a handle time of 0. */
  handledInNoTime: number;
}

/** Calls again of those whose anonymous key came before. */
export interface Redials {
  readonly withKey: number;
  readonly hungUp: number;
  /** Hung up, and called again within the window. */
  readonly again: number;
  /** The same of those who were answered. */
  readonly answered: number;
  readonly answeredAgain: number;
  /** Seconds. */
  readonly window: number;
  /** Seconds, the median time from hanging up to the next call; null where nobody called again. */
  readonly medianDelay: number | null;
}
