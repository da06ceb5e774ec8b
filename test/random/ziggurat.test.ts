import { describe, expect, test } from "vitest";
import { CHUNK, PURPOSE, RETRIES, Stream, streamKey } from "../../sim/random/stream.ts";
import { exponential, fillExponentials, fillNormals, normal } from "../../sim/random/ziggurat.ts";
import { chiSquareTest, describeSample, HARDLY_EVER, kolmogorovTest, normalCdf, normalTail } from "./goodnessOfFit.ts";

/** A stream and its retries at the start of a day. */
function streams(day: number): [stream: Stream, retries: Stream] {
  const key = streamKey("ziggurat", "test"), stream = new Stream(), retries = new Stream();
  stream.restart(key, PURPOSE.handleTime, day);
  retries.restart(key, PURPOSE.handleTime ^ RETRIES, day);
  return [stream, retries];
}

/** Both ways to draw: a column at once, as the engine does, and one by one. */
function sampler(kind: "exponential" | "normal", way: "column" | "single", day: number): (out: Float64Array) => void {
  const [stream, retries] = streams(day);
  const fill = kind === "exponential"
    ? (words: Int32Array, out: Float64Array) => { fillExponentials(words, retries, 1, out, 0, out.length); }
    : (words: Int32Array, out: Float64Array) => { fillNormals(words, retries, out, 0, out.length); };
  const one = kind === "exponential" ? exponential : normal;
  return way === "column" ? (out) => { fill(stream.words(out.length), out); } : (out) => { out.forEach((_, i) => { out[i] = one(stream); }); };
}

function draw(kind: "exponential" | "normal", way: "column" | "single", n: number, day: number): Float64Array {
  const out = new Float64Array(n), fill = sampler(kind, way, day);
  for (let at = 0; at < n; at += CHUNK) fill(out.subarray(at, Math.min(n, at + CHUNK)));
  return out;
}

/** Six million draws into bins 1/64 wide; what lies outside the bins comes last, together. */
function histogram(kind: "exponential" | "normal", way: "column" | "single", from: number, to: number, n: number): { counts: Float64Array; beyond: number[] } {
  const bins = (to - from) * 64, counts = new Float64Array(bins + 1), beyond: number[] = [];
  const out = new Float64Array(CHUNK), fill = sampler(kind, way, 17);
  for (let drawn = 0; drawn < n; drawn += CHUNK) {
    fill(out);
    for (const x of out) {
      if (x >= from && x < to) counts[Math.floor((x - from) * 64)]++;
      else {
        counts[bins]++;
        beyond.push(x);
      }
    }
  }
  return { counts, beyond };
}

const MANY = 12_000 * CHUNK; // 6.1 million

for (const way of ["column", "single"] as const) {
  describe(`exponentials drawn ${way === "column" ? "a column at once" : "one by one"}`, () => {
    test("have mean, variance and distribution function of the law", () => {
      const values = draw("exponential", way, 200_000, 1), { n, mean, variance } = describeSample(values);
      expect(Math.abs(mean - 1)).toBeLessThan(4.5 / Math.sqrt(n));
      expect(Math.abs(variance - 1)).toBeLessThan(4.5 * Math.sqrt(8 / n)); // the fourth central moment is 9
      expect(kolmogorovTest(values, (x) => 1 - Math.exp(-x))).toBeGreaterThan(HARDLY_EVER);
      expect(Math.min(...values.subarray(0, 100_000))).toBeGreaterThan(0);
    });

    test("fall into 448 narrow bins and the tail as they should, edges and wedges of the layers included", () => {
      const { counts, beyond } = histogram("exponential", way, 0, 7, MANY);
      const expected = counts.map((_, i) => MANY * (i < 448 ? Math.exp(-i / 64) - Math.exp(-(i + 1) / 64) : Math.exp(-7)));
      expect(chiSquareTest(counts, expected)).toBeGreaterThan(HARDLY_EVER);
      // Memoryless: what exceeds 7, or the end of the table at 7.697, exceeds it by an exponential again.
      for (const start of [7, 7.69711747013104972, 10]) {
        const excess = beyond.filter((x) => x > start).map((x) => x - start);
        const mean = MANY * Math.exp(-start);
        expect(Math.abs(excess.length - mean), `number beyond ${start}`).toBeLessThan(4.5 * Math.sqrt(mean));
        expect(kolmogorovTest(excess, (x) => 1 - Math.exp(-x)), `excess over ${start}`).toBeGreaterThan(HARDLY_EVER);
      }
    });
  });

  describe(`normals drawn ${way === "column" ? "a column at once" : "one by one"}`, () => {
    test("have mean, variance and distribution function of the law", () => {
      const values = draw("normal", way, 200_000, 2), { n, mean, variance } = describeSample(values);
      expect(Math.abs(mean)).toBeLessThan(4.5 / Math.sqrt(n));
      expect(Math.abs(variance - 1)).toBeLessThan(4.5 * Math.sqrt(2 / n));
      expect(kolmogorovTest(values, normalCdf)).toBeGreaterThan(HARDLY_EVER);
    });

    test("fall into 448 narrow bins and the tails as they should, edges and wedges of the layers included", () => {
      const { counts, beyond } = histogram("normal", way, -3.5, 3.5, MANY);
      const cdf = counts.map((_, i) => normalCdf(-3.5 + i / 64));
      const expected = counts.map((_, i) => MANY * (i < 448 ? (i < 447 ? cdf[i + 1] : 1 - normalTail(3.5)) - cdf[i] : 2 * normalTail(3.5)));
      expect(chiSquareTest(counts, expected)).toBeGreaterThan(HARDLY_EVER);
      for (const start of [3.5, 3.6541528853610088, 4.5]) {
        for (const sign of [-1, 1]) {
          const tail = beyond.map((x) => sign * x).filter((x) => x > start), mean = MANY * normalTail(start);
          expect(Math.abs(tail.length - mean), `number beyond ${sign * start}`).toBeLessThan(4.5 * Math.sqrt(mean) + 1);
          expect(kolmogorovTest(tail, (x) => 1 - normalTail(x) / normalTail(start)), `beyond ${sign * start}`).toBeGreaterThan(HARDLY_EVER);
        }
      }
    });
  });
}

describe("the tails, drawn on purpose by words that fall outside the base layer", () => {
  const n = 200 * CHUNK;

  /** All variates of a word repeated: each goes its own way through the retries. */
  function drawBeyond(word: number, fill: (words: Int32Array, retries: Stream, out: Float64Array) => void): Float64Array {
    const [, retries] = streams(5), out = new Float64Array(n), words = new Int32Array(CHUNK).fill(word);
    for (let at = 0; at < n; at += CHUNK) fill(words, retries, out.subarray(at, at + CHUNK));
    return out;
  }

  test("of exponentials exceed the end of the table, 7.697, by an exponential", () => {
    const excess = drawBeyond(0xffffff00 | 0, (words, retries, out) => { fillExponentials(words, retries, 1, out, 0, CHUNK); }).map((x) => x - 7.69711747013104972);
    const { mean } = describeSample(excess);
    expect(Math.abs(mean - 1)).toBeLessThan(4.5 / Math.sqrt(n));
    expect(kolmogorovTest(excess, (x) => 1 - Math.exp(-x))).toBeGreaterThan(HARDLY_EVER);
  });

  for (const [side, word] of [[1, 0x7fffff00], [-1, 0x80000000 | 0]] as const) {
    test(`of normals follow the normal beyond ${side * 3.654}`, () => {
      const tail = drawBeyond(word, (words, retries, out) => { fillNormals(words, retries, out, 0, CHUNK); }).map((x) => side * x);
      expect(kolmogorovTest(tail, (x) => (x < 3.6541528853610088 ? 0 : 1 - normalTail(x) / normalTail(3.6541528853610088)))).toBeGreaterThan(HARDLY_EVER);
    });
  }
});

describe("a column of variates", () => {
  test("is filled between its bounds only", () => {
    const [stream, retries] = streams(3), out = new Float64Array(10).fill(-99);
    fillExponentials(stream.words(4), retries, 2, out, 3, 4);
    expect(Array.from(out, (x) => x === -99)).toEqual([true, true, true, false, false, false, false, true, true, true]);
    fillNormals(stream.words(2), retries, out, 8, 2);
    expect(Array.from(out, (x) => x === -99)).toEqual([true, true, true, false, false, false, false, true, false, false]);
  });

  test("takes one word for each variate, so that a rare second look at one moves none of the others", () => {
    const n = CHUNK, other = new Stream();
    for (const fill of [
      (words: Int32Array, retries: Stream, out: Float64Array) => { fillExponentials(words, retries, 1, out, 0, n); },
      (words: Int32Array, retries: Stream, out: Float64Array) => { fillNormals(words, retries, out, 0, n); },
    ]) {
      let moved = 0, chunks = 0;
      for (let day = 0; day < 100; day++) {
        const [stream, retries] = streams(day), a = new Float64Array(n), b = new Float64Array(n);
        const words = stream.words(n).slice();
        other.restart(streamKey("quite", "another"), PURPOSE.balking, day);
        fill(words, retries, a);
        fill(words, other, b); // the same words, other retries: only the few that needed a retry differ
        a.forEach((x, i) => { if (x !== b[i]) moved++; });
        chunks++;
      }
      expect(moved).toBeGreaterThan(0);
      expect(moved / (chunks * n)).toBeLessThan(0.03); // the ziggurat of 256 layers is sure of 98.9 % (exponential) and 99.3 % (normal)
    }
  });
});
