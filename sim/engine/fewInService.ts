// Hot path: contacts in service with few agents, by the time they finish: a sorted list. As each contact is added once a day,
// the list is a window that slides through an array with room for all: the soonest leaves in front, a new one is sorted in
// from behind, where most belong.

import type { Contacts } from "./contacts.ts";
import type { InService } from "./inService.ts";

export class FewInService implements InService {
  soonest = Infinity;
  private first = 0;
  private end = 0;
  private readonly contact: Int32Array;
  private readonly time: Float64Array; // when the contact at the same place finishes
  private readonly finish: Float64Array;

  constructor({ finish }: Contacts) {
    this.contact = new Int32Array(finish.length);
    this.time = new Float64Array(finish.length);
    this.finish = finish;
  }

  get size(): number {
    return this.end - this.first;
  }

  clear(): void {
    this.soonest = Infinity;
    this.first = 0;
    this.end = 0;
  }

  add(contact: number): void {
    const { contact: contacts, time: times, first } = this;
    const time = this.finish[contact];
    let at = this.end++;
    for (; at > first && times[at - 1] > time; at--) {
      contacts[at] = contacts[at - 1];
      times[at] = times[at - 1];
    }
    contacts[at] = contact;
    times[at] = time;
    if (time < this.soonest) this.soonest = time;
  }

  remove(): number {
    const contact = this.contact[this.first++];
    this.soonest = this.first < this.end ? this.time[this.first] : Infinity;
    return contact;
  }
}
