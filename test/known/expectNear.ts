import { expect } from "vitest";
import type { Estimate } from "../../sim/stats/estimate.ts";

const NORMAL_95 = 1.96;

/** How many standard errors an estimate lies from the truth. */
export function zOf({ mean, halfWidth }: Estimate, truth: number): number {
  if (mean === null || halfWidth === null) throw new Error("no estimate");
  return (mean - truth) / (halfWidth / NORMAL_95);
}

/** Within 4.5 standard errors: by chance alone this fails about once in 150,000 comparisons. `digits` allows for a rounded truth. */
export function expectNear(estimate: Estimate, truth: number, label: string, rounding = 0): void {
  const error = Math.abs(estimate.mean! - truth) - rounding;
  expect(error / (estimate.halfWidth! / NORMAL_95), `${label}: ${estimate.mean} ± ${estimate.halfWidth} against ${truth}`).toBeLessThan(4.5);
}
