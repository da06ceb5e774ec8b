// Whether callers call again, and how many agents are seen at work: from keys that are turned into numbers at once and never leave.

import { TimeCounts } from "../stats/kaplanMeier.ts";
import type { Redials } from "../study/fitHistory.ts";

/** 53 bits of a text, two rounds of multiplying and mixing. */
export function hash53(text: string): number {
  let a = 0x9e3779b9, b = 0x85ebca6b;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x5bd1e995);
    b = Math.imul(b ^ code, 0x1b873593);
    a ^= a >>> 15;
    b ^= b >>> 13;
  }
  a = Math.imul(a ^ (b >>> 16), 0x27d4eb2f);
  b = Math.imul(b ^ (a >>> 15), 0x165667b1);
  return (a >>> 0) * 0x200000 + ((b >>> 0) & 0x1fffff) + 1;
}

const MOST_KEYS = 1 << 22;

/** A table of numbers by hash, open addressing; full at four million. */
export class HashTable {
  private cells = new Float64Array(1 << 17); // a key and its value side by side: one place in memory to fetch
  size = 0;

  /** Puts a value, and returns the one that was there; undefined where none was. */
  swap(key: number, value: number): number | undefined {
    if (4 * this.size >= this.cells.length) {
      if (this.size >= MOST_KEYS) return undefined;
      this.grow();
    }
    const { cells } = this, at = this.placeOf(key), before = cells[at] === key ? cells[at + 1] : undefined;
    if (before === undefined) {
      cells[at] = key;
      this.size++;
    }
    cells[at + 1] = value;
    return before;
  }

  private placeOf(key: number): number {
    const { cells } = this, mask = cells.length - 2;
    let at = ((key ^ (key / 4294967296)) << 1) & mask;
    while (cells[at] !== 0 && cells[at] !== key) at = (at + 2) & mask;
    return at;
  }

  private grow(): void {
    const { cells } = this;
    this.cells = new Float64Array(2 * cells.length);
    for (let i = 0; i < cells.length; i += 2) {
      if (cells[i] === 0) continue;
      const at = this.placeOf(cells[i]);
      this.cells[at] = cells[i];
      this.cells[at + 1] = cells[i + 1];
    }
  }
}

/** Which calls have been seen. As long as their numbers only rise, as in most exports, a list of them is enough. */
export class CallsSeen {
  private readonly table = new HashTable();
  private rising: Float64Array | null = new Float64Array(1 << 12);
  private count = 0;
  private last = -Infinity;

  /** Whether a call of this number and beginning was seen before. @param start seconds since 1970 */
  repeats(id: string, start: number): boolean {
    const number = +id, key = Number.isSafeInteger(number) && number > 0 ? number : NaN;
    if (this.rising !== null && key > this.last) {
      if (2 * this.count + 2 > this.rising.length) {
        const longer = new Float64Array(2 * this.rising.length);
        longer.set(this.rising);
        this.rising = longer;
      }
      this.rising[2 * this.count] = key;
      this.rising[2 * this.count++ + 1] = start;
      this.last = key;
      return false;
    }
    if (this.rising !== null) {
      for (let i = 0; i < this.count; i++) this.table.swap(keyOf(hash53(String(this.rising[2 * i])), this.rising[2 * i + 1]), 1);
      this.rising = null;
    }
    return this.table.swap(keyOf(hash53(Number.isNaN(key) ? id : String(key)), start), 1) !== undefined;
  }
}

const keyOf = (hash: number, start: number): number => ((hash + start * 0x100000001) % Number.MAX_SAFE_INTEGER) + 1;

const ZERO = 48, NINE = 57;
const NOBODY = /^(?:0+|-1|anonymous|unknown|withheld|private|restricted|unavailable|no[ _]?number|none|null|n\/?a)$/i;

/** Calls of one key, in the order of the file, be it forwards or backwards in time. */
export class RedialCounts {
  private readonly last = new HashTable();
  private readonly delays = new TimeCounts(3600);
  private withKey = 0;
  private hungUp = 0;
  private again = 0;
  private answered = 0;
  private answeredAgain = 0;

  /** @param seconds since 1970 */
  add(key: string, seconds: number, hungUp: boolean): void {
    const last = key.charCodeAt(key.length - 1);
    if (key === "" || ((last <= ZERO || last > NINE || key === "-1") && NOBODY.test(key))) return; // the test costs more than all else, and no such word ends in 1 to 9
    this.withKey++;
    if (hungUp) this.hungUp++;
    else this.answered++;
    const before = this.last.swap(hash53(key), 2 * seconds + (hungUp ? 1 : 0));
    if (before === undefined) return;
    const beforeAt = Math.floor(before / 2), gap = Math.abs(seconds - beforeAt), firstHungUp = seconds >= beforeAt ? before % 2 === 1 : hungUp;
    if (gap > 3600) return;
    if (!firstHungUp) this.answeredAgain++;
    else {
      this.again++;
      this.delays.addEvent(gap);
    }
  }

  get counts(): Redials | null {
    if (this.withKey === 0) return null;
    let below = 0;
    const median = this.delays.events.findIndex((each) => (below += each) >= this.again / 2);
    return { withKey: this.withKey, hungUp: this.hungUp, again: this.again, answered: this.answered, answeredAgain: this.answeredAgain, window: 3600, medianDelay: this.again === 0 ? null : median };
  }
}

/** Agents at work by day and slot: from a call to the next if that comes within the hour. */
export class AgentsSeen {
  private readonly numbers = new Map<string, number>();
  /** By day, then by agent: which slots had a call. */
  private readonly days = new Map<number, Uint8Array[]>();
  private lastDay = NaN;
  private ofLastDay: Uint8Array[] = [];

  constructor(private readonly slots: number) {}

  /** @param from @param to seconds since 1970 */
  add(agent: string, from: number, to: number): void {
    let number = this.numbers.get(agent);
    if (number === undefined) this.numbers.set(agent, number = agent === "" || /^no[ _]?(?:server|agent)$|^none$|^unassigned$/i.test(agent) ? -1 : this.numbers.size);
    if (number < 0) return;
    const day = Math.floor(from / 86_400), each = 86_400 / this.slots, seen = (this.ofDay(day)[number] ??= new Uint8Array(this.slots));
    const last = Math.min(this.slots - 1, Math.floor((to - day * 86_400) / each));
    for (let slot = Math.floor((from - day * 86_400) / each); slot <= last; slot++) seen[slot] = 1;
  }

  private ofDay(day: number): Uint8Array[] {
    if (day !== this.lastDay) { // rows mostly follow each other in time
      this.lastDay = day;
      const known = this.days.get(day);
      if (known === undefined) this.days.set(day, this.ofLastDay = []);
      else this.ofLastDay = known;
    }
    return this.ofLastDay;
  }

  /** @param tell told every day's slot with an agent at work, once for each of them */
  tellAll(tell: (day: number, slot: number) => void): void {
    const bridged = Math.max(1, Math.floor((3600 * this.slots) / 86_400));
    for (const [day, agents] of this.days) {
      agents.forEach((seen) => { // skips those who were not there
        let last = -Infinity;
        for (let slot = 0; slot < this.slots; slot++) {
          if (seen[slot] === 0) continue;
          const from = slot - last - 1 <= bridged ? last + 1 : slot;
          for (let each = Math.max(from, 0); each <= slot; each++) tell(day, each);
          last = slot;
        }
      });
    }
  }
}
