// Hot path: keyed random streams. The generator is sfc32 (Chris Doty-Humphrey, PractRand): three mixed words and a counter.
// A stream belongs to (seed, name, purpose, day): seed and name become three words, the purpose is folded into one of them
// and the day starts the counter. Two keys that differ only in purpose or day are different start states by construction,
// so a new type, purpose or day never moves a draw of another. Word n of a stream belongs to contact n of the day; the few
// draws that need more than one word take the others from a stream of their own, `retries`.

import seedrandom from "seedrandom/lib/alea.js";

/** What a stream is drawn for. The numbers are arbitrary, distinct and fixed for ever: changing one changes every result. */
export const PURPOSE = {
  arrivals: 0x2545f491,
  handleTime: 0x6c078965,
  patience: 0x1b873593,
  balking: 0x5bd1e995,
  dayFactor: 0x3c6ef372,
  absence: 0x510e527f,
  offPhone: 0x1f83d9ab,
  matters: 0x428a2f98,
  /** Of a calendar: how much of a day's busyness stays for the next, and which days are drawn as peaks. */
  dayMemory: 0x59f111f1,
  peakDays: 0x1f3d5b79,
  /** Plus 2 for the second matter of a contact, plus 3 for the third … */
  furtherMatters: 0x71374490,
} as const;

/** Folded into a purpose for the stream of its retries. */
export const RETRIES = 0x7f4a7c15;

const WARM_UP = 20; // rounds until every bit of the key has reached every bit of the state, with some to spare

/** The words that stand for a seed and a name in every stream of a run. */
export type StreamKey = Int32Array;

/** Three words from the text of the seed and a name (a contact type, say); seedrandom's `alea` hashes them. */
export function streamKey(seed: string, name: string): StreamKey {
  const hash = seedrandom(JSON.stringify([seed, name])); // as JSON, so that no two pairs run together
  return Int32Array.from({ length: 3 }, () => hash.int32());
}

/** Words that `words` makes in one go at the most. */
export const CHUNK = 512;

export class Stream {
  private readonly state = new Int32Array(4); // three mixed words and the counter
  private readonly made = new Int32Array(CHUNK);
  private warm = false;

  /** Go to the start of (key, purpose, day); the day is a whole number below 2^32. */
  restart(key: StreamKey, purpose: number, day: number): void {
    const { state } = this;
    state[0] = key[0];
    state[1] = key[1];
    state[2] = key[2] ^ purpose;
    state[3] = day;
    this.warm = false; // warmed up when first used: many streams never are
  }

  /** The next signed 32-bit words, `count` up to CHUNK of them; the array is good until the next call. */
  words(count: number): Int32Array {
    if (!this.warm) this.warmUp();
    this.make(count);
    return this.made;
  }

  /** Next signed 32-bit word. */
  next(): number {
    if (!this.warm) this.warmUp();
    this.make(1);
    return this.made[0];
  }

  /** Uniform on (0, 1). */
  uniform(): number {
    return uniformOf(this.next());
  }

  private warmUp(): void {
    this.make(WARM_UP);
    this.warm = true;
  }

  /** Made in one go, with the state in registers, words cost a third of what they cost one by one. */
  private make(count: number): void {
    const { state, made } = this;
    let a = state[0], b = state[1], c = state[2], counter = state[3];
    for (let i = 0; i < count; i++) {
      const out = (a + b + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + out) | 0;
      made[i] = out;
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = counter;
  }
}

/** A word as a number in (0, 1), of 32 bits: neither 0 nor 1 can come. */
export function uniformOf(word: number): number {
  return ((word >>> 0) + 0.5) * 2.3283064365386963e-10;
}
