// A law of patience as the integrals over the wait need it.

import type { Law } from "../scenario/law.ts";
import { gammaOfOnePlus, lowerGamma, upperGamma } from "./incompleteGamma.ts";
import { normalBelow } from "./normal.ts";

/** Times in seconds. */
export interface Patience {
  /** Chance that somebody who has not been answered is still there after this time. */
  stays(time: number): number;
  /** 1 - stays(time), right also where it is tiny. */
  gone(time: number): number;
  /** Mean over all of the time at which they hang up, where that is before this time, and 0 else. */
  goneTime(time: number): number;
  /** Integral of `stays` from one time to `step` later: the time spent there, in the mean, by those who are never answered. */
  spent(from: number, step: number): number;
  /** Infinite where nobody hangs up. */
  readonly mean: number;
  /** Where the law is not smooth, or changes fast. */
  readonly breaks: readonly number[];
}

const endless: Patience = { stays: () => 1, gone: () => 0, goneTime: () => 0, spent: (_, step) => step, mean: Infinity, breaks: [] };

export function patienceOf(law: Law | null): Patience {
  if (law === null) return endless;
  switch (law.distribution) {
    case "exponential": {
      const { mean } = law, stays = (time: number) => Math.exp(-time / mean);
      return {
        stays, gone: (time) => -Math.expm1(-time / mean), goneTime: (time) => mean * lowerGamma(2, time / mean),
        spent: (from, step) => -stays(from) * mean * Math.expm1(-step / mean), mean, breaks: [],
      };
    }
    case "deterministic": {
      const { mean } = law;
      return withSpent({ stays: (time) => (time < mean ? 1 : 0), gone: (time) => (time < mean ? 0 : 1), goneTime: (time) => (time < mean ? 0 : mean), mean, breaks: [mean] });
    }
    case "lognormal": {
      const { mean, cv } = law, variance = Math.log1p(cv * cv), sigma = Math.sqrt(variance), mu = Math.log(mean) - variance / 2;
      const z = (time: number) => (Math.log(time) - mu) / sigma;
      return withSpent({
        stays: (time) => normalBelow(-z(time)), gone: (time) => normalBelow(z(time)), goneTime: (time) => mean * normalBelow(z(time) - sigma),
        mean, breaks: SPREAD.map((deviations) => Math.exp(mu + deviations * sigma)),
      });
    }
    case "gamma": {
      const { mean, cv } = law, shape = 1 / (cv * cv), scale = mean / shape;
      return withSpent({
        stays: (time) => upperGamma(shape, time / scale), gone: (time) => lowerGamma(shape, time / scale), goneTime: (time) => mean * lowerGamma(shape + 1, time / scale),
        mean, breaks: SPREAD.map((deviations) => mean * (1 + deviations * cv)),
      });
    }
    case "weibull": {
      const { shape, scale } = law, size = (time: number) => (time / scale) ** shape, mean = scale * gammaOfOnePlus(1 / shape);
      return withSpent({
        stays: (time) => Math.exp(-size(time)), gone: (time) => -Math.expm1(-size(time)), goneTime: (time) => mean * lowerGamma(1 + 1 / shape, size(time)),
        mean, breaks: [scale],
      });
    }
    case "uniform": {
      const { from, to } = law, within = (time: number) => Math.min(Math.max(time, from), to);
      return withSpent({
        stays: (time) => (to - within(time)) / (to - from), gone: (time) => (within(time) - from) / (to - from),
        goneTime: (time) => ((within(time) - from) * (within(time) + from)) / (2 * (to - from)), mean: (from + to) / 2, breaks: [from, to],
      });
    }
  }
}

/** Standard deviations at which a bell is cut, so that a narrow one is not overlooked. */
const SPREAD = [-8, -4, -2, -1, 0, 1, 2, 4, 8];

function withSpent(law: Omit<Patience, "spent">): Patience {
  const until = (time: number) => (time === 0 ? 0 : law.goneTime(time) + time * law.stays(time));
  return { ...law, spent: (from, step) => until(from + step) - until(from) };
}
