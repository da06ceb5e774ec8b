// The paired interval of a difference is put to the test it is named after: studies with seeds of their own whose exact difference is
// known, and the share of them whose interval holds it. CALLHALL_LONG=1 npx vitest run test/study/pairedCoverage.test.ts

import { describe, expect, test } from "vitest";
import { compareHere } from "../../sim/study/compare.ts";
import { exactDifference, poolingStudy, type Exact, type Towns } from "./poolingStudy.ts";

const towns: Towns = { perHour: 50, agents: 4, patience: 120 }, DAYS = 60;
const truth = exactDifference(towns), study = poolingStudy(towns, `days: ${DAYS}\n`);

/** In what share of so many studies the interval holds the difference. */
function coverage(studies: number, label: string): Record<keyof Exact, number> {
  const held = { serviceLevel: 0, abandonmentRate: 0, averageWait: 0, occupancy: 0 }, measures = Object.keys(held) as (keyof Exact)[];
  for (let n = 0; n < studies; n++) {
    const { pooled } = compareHere({ ...study, seed: `${label} ${n}` }).differences;
    for (const measure of measures) if (Math.abs(pooled[measure].mean! - truth[measure]) <= pooled[measure].halfWidth!) held[measure]++;
  }
  for (const measure of measures) held[measure] /= studies;
  return held;
}

describe("the 95 % interval of a paired difference holds the exact difference", () => {
  test(`in about 95 % of 400 studies of ${DAYS} days each`, () => {
    // Binomial: a standard error of 1.09 points; four of them.
    for (const [measure, share] of Object.entries(coverage(400, "short"))) expect(Math.abs(share - 0.95), measure).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / 400));
  });

  describe.runIf(process.env.CALLHALL_LONG)("in full", () => {
    test(`in 94 to 96 % of 4,000 studies of ${DAYS} days each`, () => {
      const shares = coverage(4000, "long");
      process.stderr.write(`${JSON.stringify(shares)}\n`);
      for (const [measure, share] of Object.entries(shares)) {
        expect(share, measure).toBeGreaterThanOrEqual(0.94); // a standard error is 0.34 points
        expect(share, measure).toBeLessThanOrEqual(0.96);
      }
    }, 1_200_000);
  });
});
