import { describe, expect, test } from "vitest";
import { WAIT_BINS, waitBin, waitBinStart } from "../../sim/engine/waitBins.ts";
import { uniforms } from "./random.ts";

const YEAR = 365.25 * 86_400;
const LAST = 2 ** 31 / 32; // seconds: the end of the last bin

describe("the bins of waits", () => {
  test("follow each other without gap or overlap, from 0 to over two years", () => {
    expect(waitBinStart(0)).toBe(0);
    for (let bin = 0; bin < WAIT_BINS; bin++) expect(waitBinStart(bin + 1)).toBeGreaterThan(waitBinStart(bin));
    expect(waitBinStart(WAIT_BINS)).toBe(LAST);
    expect(LAST).toBeGreaterThan(2 * YEAR);
  });

  test("hold their own start, and the moment just before it belongs to the bin before", () => {
    for (let bin = 0; bin < WAIT_BINS; bin++) {
      const start = waitBinStart(bin);
      expect(waitBin(start)).toBe(bin);
      if (bin > 0) expect(waitBin(start * (1 - 2e-16))).toBe(bin - 1);
    }
  });

  test("are 1/32 s wide up to 4 s and at most 1.6 % of the wait beyond", () => {
    for (let bin = 0; bin < WAIT_BINS; bin++) {
      const start = waitBinStart(bin), width = waitBinStart(bin + 1) - start;
      if (start < 4) expect(width).toBe(1 / 32);
      else expect(width / start).toBeLessThanOrEqual(1 / 64);
    }
  });

  test("hold every wait between their start and their end", () => {
    const uniform = uniforms("bins");
    for (let i = 0; i < 200_000; i++) {
      const wait = Math.exp(Math.log(1e-3) + uniform() * Math.log(LAST / 1e-3)), bin = waitBin(wait);
      if (!(wait >= waitBinStart(bin) && wait < waitBinStart(bin + 1))) expect.fail(`${wait} in bin ${bin}`);
    }
  });

  test("take what is longer than two years into the last, and no wait at all into the first", () => {
    for (const wait of [LAST, 2 * LAST, 1e12, Infinity]) expect(waitBin(wait)).toBe(WAIT_BINS - 1);
    expect(waitBin(0)).toBe(0);
    expect(waitBin(1e-9)).toBe(0);
  });
});
