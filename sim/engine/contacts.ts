// Hot path: the day's contacts as columns: what chance gave them, and what became of them.

import type { Model } from "../model/model.ts";
import type { Luck } from "./luck.ts";
import { ANSWERED_AT_ONCE } from "./outcome.ts";

/** Up to so many types the day reads luck's columns as they are; with more, copying them into order of arrival saves cache misses. */
const FEW_TYPES = 8;

/** Slots of a span of the sort, unless a single interval needs more. */
const MOST_SLOTS = 4096;

export class Contacts {
  count = 0;
  /** Contacts by arrival over all types. */
  readonly order: Int32Array;
  readonly type: Uint16Array;
  /** Type and interval of arrival: type x intervals + interval. */
  readonly cell: Int32Array;
  /** Seconds from the opening; durations in seconds. */
  readonly arrival: Float64Array;
  readonly handleTime: Float64Array;
  readonly patience: Float64Array;
  /** 1 where the contact leaves at once if it finds nobody free. */
  readonly balks: Uint8Array;

  // Written while the day runs
  readonly outcome: Uint8Array;
  readonly wait: Float64Array;
  /** The group that answered, and when it is done. */
  readonly group: Int32Array;
  readonly finish: Float64Array;
  /** Who is next in the one list a contact is in: waiting or in service. */
  readonly behind: Int32Array;
  /** Contacts that were not answered at once, in order of arrival. */
  readonly late: Int32Array;
  lateCount = 0;

  private readonly model: Model;
  private readonly luck: Luck;
  private readonly arranged: boolean;
  /** The sort goes through the day in spans of intervals, so that it works in the cache: where each ends. */
  private readonly spanEnd: number[] = [];
  /** By interval: a time's slot in its span is the time times the one plus the other. */
  private readonly slotsPerSecond: Float64Array;
  private readonly slotsBefore: Float64Array;
  /** Scratch of the sort: a contact's slot, the next free place of a slot. */
  private readonly slotOf: Int32Array;
  private readonly slot: Int32Array;

  constructor(model: Model, luck: Luck) {
    const room = luck.arrival.length, arranged = model.types > FEW_TYPES, several = model.types > 1;
    this.model = model;
    this.luck = luck;
    this.arranged = arranged;
    this.order = new Int32Array(room);
    this.type = arranged ? new Uint16Array(room) : luck.type;
    this.cell = arranged ? new Int32Array(room) : luck.cell;
    this.arrival = arranged ? new Float64Array(room) : luck.arrival;
    this.handleTime = arranged ? new Float64Array(room) : luck.handleTime;
    this.patience = arranged ? new Float64Array(room) : luck.patience;
    this.balks = arranged ? new Uint8Array(room) : luck.balks;
    this.outcome = new Uint8Array(room);
    this.wait = new Float64Array(room);
    this.group = new Int32Array(room);
    this.finish = new Float64Array(room);
    this.behind = new Int32Array(room);
    this.late = new Int32Array(room);
    this.slotOf = new Int32Array(several ? room : 0);
    this.slotsPerSecond = new Float64Array(model.intervals);
    this.slotsBefore = new Float64Array(model.intervals);
    this.slot = new Int32Array(several ? this.layOutSlots() + 2 : 0); // one more for what rounding puts past the last
  }

  /** Cut the day into spans, and those into slots: two for each contact expected in an interval. Returns how many the largest span has. */
  private layOutSlots(): number {
    const { types, intervals, interval, expected } = this.model;
    let before = 0, most = 0;
    for (let i = 0; i < intervals; i++) {
      let contacts = 0;
      for (let row = 0; row < types * (intervals + 1); row += intervals + 1) contacts += expected[row + i + 1] - expected[row + i];
      const slots = Math.ceil(2 * contacts);
      if (before > 0 && before + slots > MOST_SLOTS) {
        this.spanEnd.push(i);
        before = 0;
      }
      this.slotsPerSecond[i] = slots / interval;
      this.slotsBefore[i] = before - i * slots;
      before += slots;
      most = Math.max(most, before);
    }
    this.spanEnd.push(intervals);
    return most;
  }

  /** Begin a day with the contacts that luck has drawn. */
  begin(): void {
    const { model, luck } = this;
    this.count = luck.count;
    this.outcome.fill(ANSWERED_AT_ONCE, 0, this.count);
    this.wait.fill(0, 0, this.count);
    this.lateCount = 0;
    if (model.types === 1) for (let i = 0; i < this.count; i++) this.order[i] = i;
    else for (let span = 0, first = 0; span < this.spanEnd.length; span++) {
      const end = this.sort(span === 0 ? 0 : this.spanEnd[span - 1], this.spanEnd[span], first);
      if (this.arranged) this.arrange(first, end);
      first = end;
    }
  }

  /**
   * Order of arrival over all types from one interval to another; `first` contacts came before. Returns how many came until the end.
   * An interval is cut into two slots for each contact expected in it, and as arrivals are spread evenly within intervals, each slot
   * gets few: each contact goes to its slot, then one insertion pass mends those that share one.
   */
  private sort(from: number, to: number, first: number): number {
    const { order, slotOf, slot, slotsPerSecond, slotsBefore } = this;
    const { arrival, cell, firstOf } = this.luck;
    const { types, intervals } = this.model;
    slot.fill(0);
    let n = 0;
    for (let row = 0; row < types * intervals; row += intervals) {
      const end = firstOf[row + to];
      for (let contact = firstOf[row + from]; contact < end; contact++) {
        const interval = cell[contact] - row, at = (arrival[contact] * slotsPerSecond[interval] + slotsBefore[interval]) | 0;
        slotOf[n++] = at;
        slot[at + 1]++;
      }
    }
    for (let i = 0, sum = first; i < slot.length; i++) slot[i] = sum += slot[i];
    n = 0;
    for (let row = 0; row < types * intervals; row += intervals) {
      const end = firstOf[row + to];
      for (let contact = firstOf[row + from]; contact < end; contact++) order[slot[slotOf[n++]]++] = contact;
    }
    const end = first + n;
    for (let i = first + 1, latest = n === 0 ? 0 : arrival[order[first]]; i < end; i++) {
      const contact = order[i], time = arrival[contact];
      if (time >= latest) {
        latest = time;
        continue;
      }
      let j = i;
      for (; j > first && arrival[order[j - 1]] > time; j--) order[j] = order[j - 1];
      order[j] = contact;
    }
    return end;
  }

  /** Copy luck's columns into order of arrival, so that the day reads them from front to back. */
  private arrange(first: number, end: number): void {
    const { luck, order, cell, type, arrival, handleTime, patience, balks } = this;
    const { intervals } = this.model;
    for (let i = first; i < end; i++) {
      const from = order[i], of = luck.cell[from];
      cell[i] = of;
      type[i] = of / intervals; // whole part: the column holds whole numbers
      arrival[i] = luck.arrival[from];
      handleTime[i] = luck.handleTime[from];
      patience[i] = luck.patience[from];
      balks[i] = luck.balks[from];
      order[i] = i;
    }
  }
}
