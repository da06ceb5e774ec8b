// Hot path: when the contacts that wait will hang up, soonest first (a binary heap). Only needed where something asks how many
// are waiting, as a limit of lines does; otherwise a contact that gave up is noticed when its turn would have come.

import type { Contacts } from "./contacts.ts";

export class HangUps {
  /** The soonest time at which somebody will have lost patience; Infinity when nobody will. */
  soonest = Infinity;
  private size = 0;
  private readonly heap: Int32Array;
  private readonly time: Float64Array;

  /** @param room the most contacts that may ever be added */
  constructor(private readonly contacts: Contacts, room: number) {
    this.heap = new Int32Array(room);
    this.time = new Float64Array(room); // of the contact at the same place of the heap
  }

  clear(): void {
    this.size = 0;
    this.soonest = Infinity;
  }

  add(contact: number): void {
    const { heap, time } = this;
    const at = this.contacts.arrival[contact] + this.contacts.patience[contact];
    let hole = this.size++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (time[parent] <= at) break;
      heap[hole] = heap[parent];
      time[hole] = time[parent];
      hole = parent;
    }
    heap[hole] = contact;
    time[hole] = at;
    this.soonest = time[0];
  }

  /** Take out the contact that would hang up soonest, whether it still waits or not. */
  remove(): number {
    const { heap, time } = this;
    const first = heap[0], size = --this.size, last = heap[size], at = time[size];
    let hole = 0;
    for (let child = 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && time[child + 1] < time[child]) child++;
      if (time[child] >= at) break;
      heap[hole] = heap[child];
      time[hole] = time[child];
      hole = child;
    }
    heap[hole] = last;
    time[hole] = at;
    this.soonest = size > 0 ? time[0] : Infinity;
    return first;
  }
}
