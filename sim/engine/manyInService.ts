// Hot path: contacts in service with many agents, by the time they finish. A calendar queue (Brown 1988): time is cut into
// spans of about one finish each; span n keeps its contacts in a list, soonest first, in bucket n modulo the number of
// buckets. Adding and removing cost the same for 50 agents and for 5,000.

import type { Contacts } from "./contacts.ts";
import type { InService } from "./inService.ts";

const NOBODY = -1;

export class ManyInService implements InService {
  soonest = Infinity;
  size = 0;
  private span = 0; // of the soonest finish
  private readonly bucket: Int32Array;
  private readonly mask: number;
  private readonly rate: number;
  private readonly finish: Float64Array;
  private readonly behind: Int32Array;

  /**
   * @param most about how many are in service at once
   * @param rate about how many finish per second; both decide the speed only
   */
  constructor(most: number, rate: number, { finish, behind }: Contacts) {
    let buckets = 16;
    while (buckets < 4 * most) buckets *= 2;
    this.bucket = new Int32Array(buckets);
    this.mask = buckets - 1;
    this.rate = rate;
    this.finish = finish;
    this.behind = behind;
  }

  clear(): void {
    this.soonest = Infinity;
    this.size = 0;
    this.bucket.fill(NOBODY);
  }

  add(contact: number): void {
    const { bucket, behind, finish } = this;
    const time = finish[contact];
    const span = Math.floor(time * this.rate), at = span & this.mask;
    let next = bucket[at], before = NOBODY;
    while (next !== NOBODY && finish[next] <= time) { before = next; next = behind[next]; }
    behind[contact] = next;
    if (before === NOBODY) bucket[at] = contact;
    else behind[before] = contact;
    this.size++;
    if (time < this.soonest) {
      this.soonest = time;
      this.span = span;
    }
  }

  remove(): number {
    const { bucket, behind, finish, mask, rate } = this;
    let span = this.span;
    const contact = bucket[span & mask];
    bucket[span & mask] = behind[contact];
    if (--this.size === 0) {
      this.soonest = Infinity;
      return contact;
    }
    const lastSpan = span + mask;
    for (; span <= lastSpan; span++) { // the first of a bucket may belong to a later round of the calendar
      const next = bucket[span & mask];
      if (next !== NOBODY && Math.floor(finish[next] * rate) === span) {
        this.soonest = finish[next];
        this.span = span;
        return contact;
      }
    }
    this.searchAll();
    return contact;
  }

  /** Nothing finishes in a whole round of the calendar: look at the first of every bucket. */
  private searchAll(): void {
    const { bucket, finish } = this;
    this.soonest = Infinity;
    for (const first of bucket) {
      if (first !== NOBODY && finish[first] < this.soonest) this.soonest = finish[first];
    }
    this.span = Math.floor(this.soonest * this.rate);
  }
}
