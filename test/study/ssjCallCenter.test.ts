import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { simulate } from "../../sim/study/run.ts";
import known from "../known/answers.json" with { type: "json" };

test("the shipped call centre of SSJ's tutorial gives its published answers", () => {
  const { published, recomputed, inputs } = known.static.ssj_CallCenter_alpha400;
  const scenario = parseScenario(readFileSync(join(import.meta.dirname, "../../scenarios/ssj-call-center.yaml"), "utf8"));
  const { total } = simulate(scenario, { days: 10_000, seed: "ssj" });
  const expected = inputs.rate_per_h.reduce((sum, rate) => sum + rate, 0); // SSJ divides by the expected number, not by what came
  expect(expected).toBe(1660);

  // [published mean, low, high of its 90 % interval], then the exact value; ours must lie within 4.5 of both standard errors.
  const near = (ours: number, [mean, low, high]: number[], exact: number, standardError: number) => {
    const theirs = (high - low) / 2 / 1.645;
    expect(Math.abs(ours - mean)).toBeLessThan(4.5 * Math.hypot(theirs, standardError) + 0.0005); // printed to three decimals
    expect(Math.abs(ours - exact)).toBeLessThan(4.5 * standardError + 1e-4 * Math.abs(exact)); // the exact value is itself integrated to about 1e-4
  };
  near(total.offered.mean!, published.arrivals, recomputed.arr, total.offered.halfWidth! / 1.96);
  const perExpected = (mean: number) => (mean * total.offered.mean!) / expected;
  near(perExpected(total.averageWait.mean!), published.wait_s, recomputed.wait, published.day_sd.wait_s / 100);
  near(perExpected(total.serviceLevelIncludingAbandons.mean!), published.good, recomputed.good, published.day_sd.good / 100);
  near(perExpected(total.abandonmentRate.mean!), published.lost, recomputed.lost, published.day_sd.lost / 100);
});
