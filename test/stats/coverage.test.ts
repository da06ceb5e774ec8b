import { describe, expect, test } from "vitest";
import type { Estimate } from "../../sim/stats/estimate.ts";
import { simulate } from "../../sim/study/run.ts";
import known from "../known/answers.json" with { type: "json" };
import { councilDay } from "../known/scenarios.ts";

// The 95 % interval is put to the test it is named after: many independent runs of one case whose exact answer is known,
// and the share of runs whose interval holds it. CALLHALL_LONG=1 npx vitest run test/stats/coverage.test.ts
//
// It holds for the day's measures and for half hours that are answered in time now and then (here 44 to 81 %). Where nearly all
// are, a few bad days make the whole spread; with 40 days these are often missing and the interval comes out too narrow. Seen for
// service levels of 0.88, 0.92, 0.96, 0.98, 0.99 and 0.997 in a half hour: 92.9, 92.4, 89.6, 88.5, 83.0 and 72.7 % of 4,000 runs of
// 40 days; 94.9, 94.5, 94.3, 95.0, 92.6 and 87.3 % of 800 runs of 320 days.

const DAYS = 40;
const { inputs, exact, per_interval } = known.days.find(({ id }) => id === "normal600_4-4-3_pat3_T20")!;
const scenario = councilDay(inputs);

/** In how many runs, each with a seed of its own, the interval of each measure holds the exact value. */
function coverage(runs: number, label: string): Record<string, number> {
  const covered: Record<string, number> = {};
  const count = (name: string, { mean, halfWidth }: Estimate, truth: number) => {
    covered[name] = (covered[name] ?? 0) + (Math.abs(mean! - truth) <= halfWidth! ? 1 : 0);
  };
  for (let run = 0; run < runs; run++) {
    const { total, intervals } = simulate(scenario, { days: DAYS, seed: `${label} ${run}` });
    count("service level", total.serviceLevel, exact.sl_served_of_offered);
    count("abandonment rate", total.abandonmentRate, exact.abandoned_after_joining / exact.arrivals);
    count("average wait", total.averageWait, exact.mean_wait_all * 3600); // the exact value is in hours
    count("offered", total.offered, exact.arrivals);
    for (const i of [0, 1, 2]) count(`service level from ${intervals[i].from}`, intervals[i].total.serviceLevel, per_interval[i].sl_served_of_offered);
  }
  return covered;
}

describe("the 95 % interval holds the exact value of a day with hanging up", () => {
  test("in about 95 % of 200 runs of 40 days each", () => {
    const runs = 200, covered = coverage(runs, "short");
    expect(Object.keys(covered).length).toBe(7);
    // Binomial with 0.95: a standard error of 1.54 points. Four of them below, which seven measures pass by chance in all but one of 4,000 suites.
    for (const [name, count] of Object.entries(covered)) expect(count / runs, name).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / runs));
  });

  describe.runIf(process.env.CALLHALL_LONG)("in full", () => {
    test("in 94 to 96 % of 4,000 runs of 40 days each", () => {
      const runs = 4000, covered = coverage(runs, "long");
      const shares = Object.fromEntries(Object.entries(covered).map(([name, count]) => [name, count / runs]));
      process.stderr.write(`${JSON.stringify(shares)}\n`);
      for (const [name, share] of Object.entries(shares)) {
        expect(share, name).toBeGreaterThanOrEqual(0.94); // a standard error is 0.34 points
        expect(share, name).toBeLessThanOrEqual(0.96);
      }
    }, 1_200_000);
  });
});
