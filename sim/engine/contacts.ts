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
  /** Scratch of the sort: contacts before an interval, a contact's slot, the next free place of a slot. */
  private readonly before: Int32Array;
  private readonly slotOf: Int32Array;
  private readonly slot: Int32Array;

  constructor(model: Model, luck: Luck) {
    const room = luck.arrival.length, arranged = model.types > FEW_TYPES, several = model.types > 1;
    this.model = model;
    this.luck = luck;
    this.arranged = arranged;
    this.order = new Int32Array(room);
    this.type = new Uint16Array(room);
    this.cell = new Int32Array(room);
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
    this.before = new Int32Array(model.intervals + 1);
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
    for (let cell = 0, type = 0; type < model.types; type++) {
      this.type.fill(type, luck.firstOf[cell], luck.firstOf[cell + model.intervals]);
      for (let i = 0; i < model.intervals; i++, cell++) this.cell.fill(cell, luck.firstOf[cell], luck.firstOf[cell + 1]);
    }
    if (model.types === 1) for (let i = 0; i < this.count; i++) this.order[i] = i;
    else this.sort();
    if (this.arranged) this.arrange();
  }

  /**
   * Order of arrival over all types. Within an interval arrivals are spread evenly, so an interval of n contacts is cut
   * into 2 n slots: each contact goes to its slot, then one insertion pass mends the few that share one.
   */
  private sort(): void {
    const { count, order, before, slotOf, slot } = this;
    const { arrival, firstOf } = this.luck;
    const { types, intervals, interval } = this.model;
    before.fill(0);
    for (let cell = 0; cell < types * intervals; cell++) before[cell % intervals + 1] += firstOf[cell + 1] - firstOf[cell];
    for (let i = 0; i < intervals; i++) before[i + 1] += before[i];
    slot.fill(0, 0, 2 * count + 1);
    for (let cell = 0; cell < types * intervals; cell++) {
      const i = cell % intervals, base = 2 * before[i], slots = 2 * before[i + 1] - base, end = firstOf[cell + 1];
      const scale = slots / interval, opens = i * interval;
      for (let contact = firstOf[cell]; contact < end; contact++) {
        const at = base + Math.min(slots - 1, ((arrival[contact] - opens) * scale) | 0);
        slotOf[contact] = at;
        slot[at + 1]++;
      }
    }
    for (let i = 0, sum = 0; i < 2 * count; i++) slot[i] = sum += slot[i];
    for (let contact = 0; contact < count; contact++) order[slot[slotOf[contact]]++] = contact;
    for (let i = 1, latest = arrival[order[0]]; i < count; i++) {
      const contact = order[i], time = arrival[contact];
      if (time >= latest) {
        latest = time;
        continue;
      }
      let j = i;
      for (; j > 0 && arrival[order[j - 1]] > time; j--) order[j] = order[j - 1];
      order[j] = contact;
    }
  }

  /** Copy the columns into order of arrival, so that the day reads them from front to back. */
  private arrange(): void {
    const { luck, count, order, slotOf: cellOf, cell, type, arrival, handleTime, patience, balks } = this; // slots are done with
    const { intervals } = this.model;
    cellOf.set(cell.subarray(0, count));
    for (let i = 0; i < count; i++) {
      const from = order[i], of = cellOf[from];
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
