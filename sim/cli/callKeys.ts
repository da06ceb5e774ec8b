// Whether callers call again, and how many agents are seen at work: from keys that are turned into numbers at once and never leave.

import { TimeCounts } from "../stats/kaplanMeier.ts";
import type { Redials } from "../study/fitHistory.ts";

/** 32 bits of a text, by multiplying and mixing. @param seed 32 bits: another one gives other bits */
function hash32(text: string, seed = 0x9e3779b9): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** 53 bits of a text, above 0. */
const hash53 = (text: string): number => hash32(text) * 0x200000 + (hash32(text, 0x85ebca6b) >>> 11) + 1;

const MOST_KEYS = 1 << 22;

/** Keys that have been seen, by hash, open addressing; full at four million. */
class KeySet {
  private cells = new Float64Array(1 << 16);
  private size = 0;

  /** Whether it was there already. @param key above 0 */
  add(key: number): boolean {
    if (2 * this.size >= this.cells.length) {
      if (this.size >= MOST_KEYS) return false;
      const { cells } = this;
      this.cells = new Float64Array(2 * cells.length);
      for (const each of cells) if (each !== 0) this.cells[this.placeOf(each)] = each;
    }
    const at = this.placeOf(key);
    if (this.cells[at] === key) return true;
    this.cells[at] = key;
    this.size++;
    return false;
  }

  private placeOf(key: number): number {
    const { cells } = this, mask = cells.length - 1;
    let at = (key ^ (key / 4294967296)) & mask;
    while (cells[at] !== 0 && cells[at] !== key) at = (at + 1) & mask;
    return at;
  }
}

/**
 * When each key was seen last. A key's mark and its moment lie side by side in eight bytes, as fetching them from memory is what takes the time. Of
 * 32 bits, ten pairs among 300,000 keys share a mark: far fewer than call again within an hour.
 */
class LastSeen {
  private cells = new Uint32Array(1 << 17); // a moment of 0 where there is none
  private size = 0;

  /** Puts a moment and returns the one before; 0 where there was none. @param mark @param moment above 0, both whole numbers of 32 bits */
  swap(mark: number, moment: number): number {
    if (4 * this.size >= this.cells.length) {
      if (this.size >= MOST_KEYS) return 0;
      const { cells } = this;
      this.cells = new Uint32Array(2 * cells.length);
      for (let i = 0; i < cells.length; i += 2) if (cells[i + 1] !== 0) this.cells.set([cells[i], cells[i + 1]], this.placeOf(cells[i]));
    }
    const { cells } = this, at = this.placeOf(mark), before = cells[at + 1];
    if (before === 0) {
      cells[at] = mark;
      this.size++;
    }
    cells[at + 1] = moment;
    return before;
  }

  private placeOf(mark: number): number {
    const { cells } = this, mask = cells.length - 2;
    let at = (mark << 1) & mask;
    while (cells[at + 1] !== 0 && cells[at] !== mark) at = (at + 2) & mask;
    return at;
  }
}

/** Which calls have been seen. As long as their numbers only rise, as in most exports, a list of them is enough. */
export class CallsSeen {
  private readonly table = new KeySet();
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
      for (let i = 0; i < this.count; i++) this.table.add(keyOf(hash53(String(this.rising[2 * i])), this.rising[2 * i + 1]));
      this.rising = null;
    }
    return this.table.add(keyOf(hash53(Number.isNaN(key) ? id : String(key)), start));
  }
}

const keyOf = (hash: number, start: number): number => ((hash + start * 0x100000001) % Number.MAX_SAFE_INTEGER) + 1;

const ZERO = 48, NINE = 57;
const FIRST_SECOND = 946_684_799; // since 1970: the last of 1999, as dates in exports are later; 32 bits reach to 2068
const NOBODY = /^(?:0+|-1|anonymous|unknown|withheld|private|restricted|unavailable|no[ _]?number|none|null|n\/?a)$/i;

/** Calls of one key, in the order of the file, be it forwards or backwards in time. */
export class RedialCounts {
  private readonly last = new LastSeen();
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
    const before = this.last.swap(hash32(key), 2 * (Math.floor(seconds) - FIRST_SECOND) + (hungUp ? 1 : 0));
    if (before === 0) return;
    const beforeAt = Math.floor(before / 2) + FIRST_SECOND, gap = Math.abs(seconds - beforeAt), firstHungUp = seconds >= beforeAt ? before % 2 === 1 : hungUp;
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
