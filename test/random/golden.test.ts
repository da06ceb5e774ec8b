// Sequences as this program draws them: no proof of anything but that nothing has changed. A change here changes every result
// for every seed, so it needs a reason and a word in the CHANGELOG. What the samplers should draw is tested beside this file.

import { expect, test } from "vitest";
import { dayFactor } from "../../sim/engine/luck.ts";
import { drawDurations } from "../../sim/random/durations.ts";
import { PURPOSE, RETRIES, Stream, streamKey } from "../../sim/random/stream.ts";
import type { Law } from "../../sim/scenario/schema.ts";
import { golden } from "./golden.ts";

const key = streamKey("1", "calls");

test("guard against change: the key and the first words of a stream", () => {
  const stream = new Stream();
  stream.restart(key, PURPOSE.arrivals, 0);
  expect(Array.from(key)).toEqual(golden.key);
  expect(Array.from(stream.words(5).subarray(0, 5))).toEqual(golden.words);
});

for (const { law, values } of golden.laws) {
  test(`guard against change: the first durations, and a checksum of 10,000, of ${law.distribution}`, () => {
    const stream = new Stream(), retries = new Stream(), out = new Float64Array(10_000);
    stream.restart(key, PURPOSE.handleTime, 1);
    retries.restart(key, PURPOSE.handleTime ^ RETRIES, 1);
    drawDurations(law as Law, stream, retries, out, 0, out.length);
    expect([...out.subarray(0, 4), checksum(out)]).toEqual(values);
  });
}

test("guard against change: the first day factors", () => {
  expect([0, 1, 2].map((day) => dayFactor(0.2, key, day, new Stream()))).toEqual(golden.dayFactors);
});

/** All bits of all values in one number (FNV-1a of the bytes, lowest first on every machine in use). */
function checksum(values: Float64Array): number {
  let hash = 0x811c9dc5;
  for (const byte of new Uint8Array(values.buffer)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
