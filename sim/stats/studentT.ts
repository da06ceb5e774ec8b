// The quantile that turns a standard error into the half-width of a 95 % interval.

import jStat from "jstat";

const cache = new Map<number, number>();

/** The 97.5 % point of Student's t. Rounded to ten decimals, as jstat's powers may differ in the last bit between engines. */
export function studentT95(degreesOfFreedom: number): number {
  const known = cache.get(degreesOfFreedom);
  if (known !== undefined) return known;
  const quantile = Math.round(jStat.studentt.inv(0.975, degreesOfFreedom) * 1e10) / 1e10;
  cache.set(degreesOfFreedom, quantile);
  return quantile;
}

/** The 97.5 % point of the normal. */
export const NORMAL_95 = 1.959963984540054;
