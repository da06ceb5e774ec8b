import { describe, expect, test } from "vitest";
import { CHUNK, PURPOSE, RETRIES, Stream, streamKey, uniformOf } from "../../sim/random/stream.ts";
import { chiSquareTest, correlationScore, HARDLY_EVER, kolmogorovTest } from "./goodnessOfFit.ts";

const PURPOSES = Object.values(PURPOSE);

/** The first words of a stream. */
function firstWords(key: Int32Array, purpose: number, day: number, count: number): Int32Array {
  const stream = new Stream();
  stream.restart(key, purpose, day);
  return stream.words(count).slice(0, count);
}

const WORDS = 6;


// The neighbours among which a weak key would show: 8,192 of each kind.
const NEIGHBOURS = 8192;
const key = streamKey("1", "calls");
const kinds: Record<string, (n: number) => Int32Array> = {
  "neighbouring days": (n) => firstWords(key, PURPOSE.arrivals, n, WORDS),
  "days far apart by a power of two": (n) => firstWords(key, PURPOSE.arrivals, n * 2 ** 19, WORDS),
  "neighbouring seeds": (n) => firstWords(streamKey(String(n), "calls"), PURPOSE.arrivals, 0, WORDS),
  "seeds of one repeated digit, such as 1, 11 and 111": (n) => firstWords(streamKey("1".repeat(1 + (n % 100)), `calls${Math.floor(n / 100)}`), PURPOSE.arrivals, 0, WORDS),
  "neighbouring names": (n) => firstWords(streamKey("1", `type ${n}`), PURPOSE.arrivals, 0, WORDS),
  "neighbouring purposes": (n) => firstWords(key, n, 0, WORDS),
  "purposes and their retries, day by day": (n) => firstWords(key, PURPOSES[n % 5] ^ (n % 10 < 5 ? 0 : RETRIES), Math.floor(n / 10), WORDS),
};

describe("streams of keys that differ little", () => {
  for (const [kind, wordsOf] of Object.entries(kinds)) {
    const streams = Array.from({ length: NEIGHBOURS }, (_, n) => wordsOf(n));

    test(`are uncorrelated, word by word and shifted: ${kind}`, () => {
      const words = Array.from({ length: WORDS }, (_, w) => Float64Array.from(streams, (stream) => uniformOf(stream[w])));
      // A counter that starts at the day could show as word w of day d + 1 following word w + 1 of day d: hence the shifts.
      let comparisons = 0;
      for (const lag of [1, 2, 3, 5, 10, 16, 64]) {
        for (let w = 0; w < WORDS; w++) {
          for (let v = 0; v < WORDS; v++) {
            const score = correlationScore(words[w].subarray(lag), words[v].subarray(0, NEIGHBOURS - lag));
            expect(Math.abs(score), `lag ${lag}, word ${w} against ${v}`).toBeLessThan(5.2); // of 252 normals beyond it: once in 20,000
            comparisons++;
          }
        }
      }
      for (let w = 0; w < WORDS; w++) for (let v = 0; v < w; v++) expect(Math.abs(correlationScore(words[w], words[v]))).toBeLessThan(5.2);
      expect(comparisons).toBe(7 * WORDS * WORDS);
    });

    test(`are uniform in each of their first words, in the high bits and the low: ${kind}`, () => {
      for (let w = 0; w < WORDS; w++) {
        const high = new Array<number>(64).fill(0), low = new Array<number>(64).fill(0);
        for (const words of streams) {
          high[words[w] >>> 26]++;
          low[words[w] & 63]++;
        }
        const expected = new Array<number>(64).fill(NEIGHBOURS / 64);
        expect(chiSquareTest(high, expected), `high bits of word ${w}`).toBeGreaterThan(HARDLY_EVER);
        expect(chiSquareTest(low, expected), `low bits of word ${w}`).toBeGreaterThan(HARDLY_EVER);
      }
    });

    test(`differ in half of their bits, every bit in half of them: ${kind}`, () => {
      const flips = new Array<number>(32).fill(0);
      for (let n = 1; n < NEIGHBOURS; n++) {
        const changed = streams[n][0] ^ streams[n - 1][0];
        for (let bit = 0; bit < 32; bit++) flips[bit] += (changed >>> bit) & 1;
      }
      // The number of flips of a bit is binomial: n / 2 with standard deviation sqrt(n) / 2 (neighbouring pairs are uncorrelated too).
      for (const count of flips) expect(Math.abs(count - (NEIGHBOURS - 1) / 2)).toBeLessThan((4.8 * Math.sqrt(NEIGHBOURS)) / 2);
    });
  }

  test("never begin alike: the first two words of 80,000 keys are 80,000 pairs", () => {
    const seen = new Set<string>();
    let keys = 0;
    for (const seed of ["1", "2", "11", "111", "", "0", "-1", "1 ", "a"]) {
      for (const name of ["calls", "calls2", "Calls", "", "e-mail", "ü", "1", "2"]) {
        const k = streamKey(seed, name);
        for (const purpose of PURPOSES.flatMap((p) => [p, p ^ RETRIES])) {
          for (const day of [...Array(95).keys(), 1e6, 2 ** 31, 2 ** 32 - 1]) {
            const [a, b] = firstWords(k, purpose, day, 2);
            seen.add(`${a} ${b}`);
            keys++;
          }
        }
      }
    }
    expect(keys).toBe(9 * 8 * 2 * PURPOSES.length * 98);
    expect(seen.size).toBe(keys); // by chance two of 2^64 pairs meet once in ten billion such tests
  });

  test("keep seed and name apart: no two ways to cut a text into them give the same words", () => {
    const cuts = [["1", "1calls"], ["11", "calls"], ["11calls", ""], ["", "11calls"], ['1","', "calls"], ["1", '","calls'], ["calls", "11"], ['["1', 'calls"]']];
    expect(new Set(cuts.map(([seed, name]) => streamKey(seed, name).join())).size).toBe(cuts.length);
  });

  test("have purposes that stay apart when folded with those of their retries", () => {
    expect(new Set(PURPOSES.flatMap((p) => [p | 0, (p ^ RETRIES) | 0])).size).toBe(2 * PURPOSES.length);
  });
});

describe("one stream", () => {
  test("is sfc32 as its author published it, in whole numbers without end, from the key after 20 rounds", () => {
    const wrap = (x: bigint) => x & 0xffffffffn, day = 123;
    let a = wrap(BigInt(key[0])), b = wrap(BigInt(key[1])), c = wrap(BigInt(key[2] ^ PURPOSE.patience)), counter = BigInt(day);
    const next = () => {
      const out = wrap(a + b + counter);
      counter = wrap(counter + 1n);
      a = b ^ (b >> 9n);
      b = wrap(c + (c << 3n));
      c = wrap(wrap((c << 21n) | (c >> 11n)) + out);
      return Number(BigInt.asIntN(32, out));
    };
    for (let round = 0; round < 20; round++) next();
    expect(Array.from(firstWords(key, PURPOSE.patience, day, 400))).toEqual(Array.from({ length: 400 }, next));
  });

  test("is uniform: 4 million words in 4,096 bins by their high bits and by their low bits", () => {
    const stream = new Stream(), high = new Float64Array(4096), low = new Float64Array(4096), n = 8192 * CHUNK;
    stream.restart(key, PURPOSE.handleTime, 0);
    for (let i = 0; i < 8192; i++) {
      const words = stream.words(CHUNK);
      for (let j = 0; j < CHUNK; j++) {
        high[words[j] >>> 20]++;
        low[words[j] & 4095]++;
      }
    }
    const expected = new Float64Array(4096).fill(n / 4096);
    expect(chiSquareTest(high, expected)).toBeGreaterThan(HARDLY_EVER);
    expect(chiSquareTest(low, expected)).toBeGreaterThan(HARDLY_EVER);
  });

  test("is uncorrelated with itself at short lags, and pairs of words fill the square", () => {
    const n = 400_000, stream = new Stream(), u = new Float64Array(n), pairs = new Float64Array(4096);
    stream.restart(key, PURPOSE.patience, 1);
    for (let i = 0; i < n; i++) u[i] = stream.uniform();
    for (let lag = 1; lag <= 40; lag++) expect(Math.abs(correlationScore(u.subarray(lag), u.subarray(0, n - lag)))).toBeLessThan(5);
    for (let i = 0; i < n; i += 2) pairs[Math.floor(u[i] * 64) * 64 + Math.floor(u[i + 1] * 64)]++;
    expect(chiSquareTest(pairs, new Float64Array(4096).fill(n / 2 / 4096))).toBeGreaterThan(HARDLY_EVER);
    expect(kolmogorovTest(u, (x) => x)).toBeGreaterThan(HARDLY_EVER);
  });

  test("gives the same words one by one, in chunks of any size and as uniforms", () => {
    const count = 3 * CHUNK, one = new Stream(), single = new Int32Array(count);
    one.restart(key, PURPOSE.balking, 7);
    for (let i = 0; i < count; i++) single[i] = one.next();
    for (const size of [1, 2, 3, 16, 100, CHUNK - 1, CHUNK]) {
      const chunked = new Stream();
      chunked.restart(key, PURPOSE.balking, 7);
      for (let at = 0; at + size <= count; at += size) expect(chunked.words(size).subarray(0, size)).toEqual(single.subarray(at, at + size));
    }
    const uniforms = new Stream();
    uniforms.restart(key, PURPOSE.balking, 7);
    for (let i = 0; i < 100; i++) expect(uniforms.uniform()).toBe(uniformOf(single[i]));
  });

  test("starts again at its first word, whatever was drawn in between and wherever it stood", () => {
    const stream = new Stream(), other = streamKey("1", "other type");
    const first = firstWords(key, PURPOSE.handleTime, 3, 50);
    for (const between of [0, 1, 17, CHUNK]) {
      stream.restart(other, PURPOSE.arrivals, 3);
      if (between > 0) stream.words(between);
      stream.restart(key, PURPOSE.handleTime, 3);
      expect(stream.words(50).slice(0, 50)).toEqual(first);
    }
  });
});

describe("a uniform number", () => {
  test("is never 0 and never 1, and is a word's place among 2^32", () => {
    expect(uniformOf(0)).toBe(2 ** -33);
    expect(uniformOf(-1)).toBe(1 - 2 ** -33);
    expect(uniformOf(-(2 ** 31))).toBe(0.5 + 2 ** -33);
    expect(uniformOf(2 ** 30)).toBe(0.25 + 2 ** -33);
  });
});
