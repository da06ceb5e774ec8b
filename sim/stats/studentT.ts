// The quantile that turns a standard error into the half-width of a 95 % interval.

import jStat from "jstat";

const cache = new Map<number, number>();

/** The 97.5 % point of Student's t, to seven decimals: jstat is good to about as many, and its last bits may differ between engines. */
export function studentT95(degreesOfFreedom: number): number {
  const known = cache.get(degreesOfFreedom);
  if (known !== undefined) return known;
  const quantile = Math.round(jStat.studentt.inv(0.975, degreesOfFreedom) * 1e7) / 1e7;
  cache.set(degreesOfFreedom, quantile);
  return quantile;
}

/** The point below which a share p of Student's t lies, rounded like the other. */
export function studentT(p: number, degreesOfFreedom: number): number {
  return Math.round(jStat.studentt.inv(p, degreesOfFreedom) * 1e7) / 1e7;
}

/** The 97.5 % point of the normal. */
export const NORMAL_95 = 1.959963984540054;
