// Hot path: contacts that wait, one list per queue in order of arrival, linked through the contacts' `behind` column.
// A contact that gave up stays in its list until it comes to the head; whoever looks then drops it.

import type { Model } from "../model/model.ts";
import type { Contacts } from "./contacts.ts";
import { ANSWERED_AFTER_WAIT, GAVE_UP, LOST } from "./outcome.ts";

const NOBODY = -1;

export class Waiting {
  /** Contacts in the lists, those that gave up and were not yet dropped among them. */
  size = 0;
  private readonly head: Int32Array;
  private readonly tail: Int32Array;
  /** One bit per queue: set while its list is not empty. */
  private readonly filled: Int32Array;

  constructor(private readonly model: Model, private readonly contacts: Contacts) {
    this.head = new Int32Array(model.queues);
    this.tail = new Int32Array(model.queues);
    this.filled = new Int32Array(model.words);
  }

  clear(): void {
    this.size = 0;
    this.head.fill(NOBODY);
    this.filled.fill(0);
  }

  add(contact: number): void {
    const queue = this.model.queueOf[this.contacts.type[contact]];
    this.size++;
    if (this.head[queue] === NOBODY) {
      this.head[queue] = contact;
      this.filled[queue >> 5] |= 1 << queue;
    } else this.contacts.behind[this.tail[queue]] = contact;
    this.tail[queue] = contact;
    this.contacts.behind[contact] = NOBODY;
  }

  /**
   * Take out the contact that a free agent of the group serves next: of the queue of lowest rank (highest priority, or first
   * listed), the longest waiting. A group that helps out after a wait sees only those who have waited long enough.
   */
  take(group: number, now: number): number {
    const { filled, head } = this;
    const { words, serves, queues, rank, after } = this.model;
    const { arrival } = this.contacts;
    let chosen = NOBODY, chosenQueue = NOBODY, chosenRank = 0;
    for (let word = 0; word < words; word++) {
      let bits = filled[word] & serves[group * words + word];
      while (bits !== 0) {
        const queue = word * 32 + 31 - Math.clz32(bits & -bits), pair = group * queues + queue;
        bits &= bits - 1;
        if (chosen !== NOBODY && rank[pair] > chosenRank) continue;
        this.dropGone(queue, now);
        const contact = head[queue];
        if (contact === NOBODY || arrival[contact] + after[pair] > now) continue; // who came later has waited less
        if (chosen === NOBODY || rank[pair] < chosenRank || arrival[contact] < arrival[chosen]) {
          chosen = contact;
          chosenQueue = queue;
          chosenRank = rank[pair];
        }
      }
    }
    if (chosen !== NOBODY) {
      this.size--;
      this.setHead(chosenQueue, this.contacts.behind[chosen]);
      this.contacts.outcome[chosen] = ANSWERED_AFTER_WAIT;
      this.contacts.wait[chosen] = now - arrival[chosen];
    }
    return chosen;
  }

  /** Everyone who still waits in the queue at this time is lost. */
  lose(queue: number, now: number): void {
    const { arrival, patience, outcome, wait, behind } = this.contacts;
    for (let contact = this.head[queue]; contact !== NOBODY; contact = behind[contact]) {
      this.size--;
      if (arrival[contact] + patience[contact] < now) this.giveUp(contact);
      else {
        outcome[contact] = LOST;
        wait[contact] = Math.max(0, now - arrival[contact]); // rounding may put the day's last arrival a hair after closing
      }
    }
    this.setHead(queue, NOBODY);
  }

  giveUp(contact: number): void {
    this.contacts.outcome[contact] = GAVE_UP;
    this.contacts.wait[contact] = this.contacts.patience[contact];
  }

  /** Drop the first contacts of a queue that gave up before now. */
  private dropGone(queue: number, now: number): void {
    const { arrival, patience, behind } = this.contacts;
    const first = this.head[queue];
    let contact = first;
    while (contact !== NOBODY && arrival[contact] + patience[contact] < now) {
      this.giveUp(contact);
      this.size--;
      contact = behind[contact];
    }
    if (contact !== first) this.setHead(queue, contact);
  }

  private setHead(queue: number, contact: number): void {
    this.head[queue] = contact;
    if (contact === NOBODY) this.filled[queue >> 5] &= ~(1 << queue);
  }
}
