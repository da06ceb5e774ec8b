// Hot path: the day's contacts as columns: what chance gave them, and what became of them.

import type { Model } from "../model/model.ts";
import type { Luck } from "./luck.ts";
import { ANSWERED_AT_ONCE } from "./outcome.ts";

/** Up to so many types the day reads luck's columns as they are; with more, copying them into order of arrival saves cache misses. */
const FEW_TYPES = 8;

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
    this.slot = new Int32Array(several ? 2 * room + 1 : 0);
  }

  /** Begin a day with the contacts that luck has drawn. */
  begin(): void {
    const { model, luck } = this;
    this.count = luck.count;
    this.outcome.fill(ANSWERED_AT_ONCE, 0, this.count);
    this.wait.fill(0, 0, this.count);
    this.lateCount = 0;
    if (model.types === 1) for (let i = 0; i < this.count; i++) this.order[i] = i;
    else for (let i = 0, first = 0; i < model.intervals; i++) {
      const end = this.sortInterval(i, first);
      if (this.arranged) this.arrange(first, end);
      first = end;
    }
  }

  /**
   * Order of arrival over all types in an interval; `first` contacts came before it. Returns how many came until its end.
   * Within an interval arrivals are spread evenly, so that of n contacts is cut into 2 n slots: each contact goes to its slot,
   * then one insertion pass mends the few that share one.
   */
  private sortInterval(interval: number, first: number): number {
    const { order, slotOf, slot } = this;
    const { arrival, firstOf } = this.luck;
    const { types, intervals, interval: seconds } = this.model;
    let n = 0;
    for (let cell = interval; cell < types * intervals; cell += intervals) n += firstOf[cell + 1] - firstOf[cell];
    if (n === 0) return first;
    const slots = 2 * n, scale = slots / seconds, opens = interval * seconds;
    slot.fill(0, 0, slots + 1);
    for (let cell = interval, k = 0; cell < types * intervals; cell += intervals) {
      const end = firstOf[cell + 1];
      for (let contact = firstOf[cell]; contact < end; contact++, k++) {
        const at = Math.min(slots - 1, ((arrival[contact] - opens) * scale) | 0);
        slotOf[k] = at;
        slot[at + 1]++;
      }
    }
    for (let i = 0, sum = first; i < slots; i++) slot[i] = sum += slot[i];
    for (let cell = interval, k = 0; cell < types * intervals; cell += intervals) {
      const end = firstOf[cell + 1];
      for (let contact = firstOf[cell]; contact < end; contact++, k++) order[slot[slotOf[k]]++] = contact;
    }
    for (let i = first + 1, latest = arrival[order[first]]; i < first + n; i++) {
      const contact = order[i], time = arrival[contact];
      if (time >= latest) {
        latest = time;
        continue;
      }
      let j = i;
      for (; j > first && arrival[order[j - 1]] > time; j--) order[j] = order[j - 1];
      order[j] = contact;
    }
    return first + n;
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
