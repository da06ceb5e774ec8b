// Laws of distribution by maximum likelihood, from times of which some may have been cut off, and how well each fits.

import { gammaOfOnePlus, lnPoisson, lnUpperGamma } from "../erlang/incompleteGamma.ts";
import { normalBelow } from "../erlang/normal.ts";
import type { Law } from "../scenario/law.ts";
import { kaplanMeier, type Times } from "../stats/kaplanMeier.ts";
import { NORMAL_95 } from "../stats/studentT.ts";
import { maximum } from "./maximum.ts";

export const FITTED_LAWS = ["exponential", "lognormal", "gamma", "weibull"] as const;
export type FittedName = (typeof FITTED_LAWS)[number];

export interface Ranged {
  readonly value: number;
  /** Half the width of the 95 % interval; null where it cannot be told. */
  readonly halfWidth: number | null;
}

export interface FittedLaw {
  readonly law: Extract<Law, { distribution: FittedName }>;
  /** Seconds. */
  readonly mean: Ranged;
  /** Standard deviation over mean. */
  readonly cv: Ranged;
  readonly logLikelihood: number;
  /** Akaike's criterion: the smaller, the better. */
  readonly aic: number;
  /** The largest distance between the share of the law and that of the data, over all times. */
  readonly distance: number;
  /** Seconds, where that is. */
  readonly farthestAt: number;
}

interface Shape {
  /** Where to start, from a mean and a coefficient of variation. */
  readonly start: (mean: number, cv: number) => number[];
  /** The sum of logarithms of the density over the events. */
  readonly lnDensities: (sums: Sums, at: readonly number[]) => number;
  readonly lnSurvival: (time: number, at: readonly number[]) => number;
  readonly law: (at: readonly number[]) => FittedLaw["law"];
  readonly moments: (at: readonly number[]) => readonly [mean: number, cv: number];
}

/** Parameters are logarithms, so that all numbers are possible. */
const SHAPES: Readonly<Record<FittedName, Shape>> = {
  exponential: {
    start: (mean) => [Math.log(mean)],
    lnDensities: ({ events, sum }, [m]) => -events * m - sum * Math.exp(-m),
    lnSurvival: (time, [m]) => -time * Math.exp(-m),
    law: ([m]) => ({ distribution: "exponential", mean: Math.exp(m) }),
    moments: ([m]) => [Math.exp(m), 1],
  },
  lognormal: { // [mean of logarithms, ln of their standard deviation]
    start: (mean, cv) => [Math.log(mean) - Math.log1p(cv * cv) / 2, Math.log(Math.log1p(cv * cv)) / 2],
    lnDensities: ({ events, logs, squaredLogs }, [mu, s]) => -logs - events * (s + LN_ROOT_2PI) - (squaredLogs - 2 * mu * logs + events * mu * mu) / Math.exp(2 * s) / 2,
    lnSurvival: (time, [mu, s]) => Math.log(Math.max(1e-300, normalBelow((mu - Math.log(time)) / Math.exp(s)))),
    law: (at) => ({ distribution: "lognormal", ...meanAndCv(SHAPES.lognormal.moments(at)) }),
    moments: ([mu, s]) => [Math.exp(mu + Math.exp(2 * s) / 2), Math.sqrt(Math.expm1(Math.exp(2 * s)))],
  },
  gamma: { // [ln mean, ln cv]
    start: (mean, cv) => [Math.log(mean), Math.log(cv)],
    lnDensities: ({ events, sum, logs }, [m, c]) => { // the density at the mean, and what other times differ by
      const shape = Math.exp(-2 * c), mean = Math.exp(m);
      return events * (lnPoisson(shape, shape) + Math.log(shape) - m + shape) + (shape - 1) * (logs - events * m) - (shape * sum) / mean;
    },
    lnSurvival: (time, [m, c]) => lnUpperGamma(Math.exp(-2 * c), (time * Math.exp(-2 * c)) / Math.exp(m)),
    law: (at) => ({ distribution: "gamma", ...meanAndCv(SHAPES.gamma.moments(at)) }),
    moments: ([m, c]) => [Math.exp(m), Math.exp(c)],
  },
  weibull: { // [ln scale, ln shape]
    start: (mean, cv) => [Math.log(mean), -Math.log(cv)],
    lnDensities: ({ events, logs, times: { at, events: counts } }, [b, k]) => {
      const shape = Math.exp(k);
      let powers = 0;
      for (let i = 0; i < at.length; i++) if (counts[i] > 0) powers += counts[i] * (at[i] / Math.exp(b)) ** shape;
      return events * (k - b) + (shape - 1) * (logs - events * b) - powers;
    },
    lnSurvival: (time, [b, k]) => -Math.exp(Math.exp(k) * (Math.log(time) - b)),
    law: ([b, k]) => ({ distribution: "weibull", shape: Math.exp(k), scale: Math.exp(b) }),
    moments: ([b, k]) => {
      const first = gammaOfOnePlus(Math.exp(-k)), second = gammaOfOnePlus(2 * Math.exp(-k));
      return [Math.exp(b) * first, Math.sqrt(Math.max(0, second / (first * first) - 1))];
    },
  },
};

const LN_ROOT_2PI = 0.918938533204672741780329736406;
const meanAndCv = ([mean, cv]: readonly [number, number]) => ({ mean, cv: Math.min(10, cv) }); // the scenario's limit

/**
 * A law fitted to times above 0 seconds. Censored times say only that the end would have come later.
 * @param after seconds: times as short as this or shorter are never among those given, be they events or not (left truncation)
 * @returns null where there are too few different times to tell anything
 */
export function fitLaw(name: FittedName, times: Times, after = 0): FittedLaw | null {
  const { at, censored } = times, sums = sumsOf(times), shape = SHAPES[name];
  if (sums.events < 2 || sums.different < 2) return null;
  const all = sums.events + sums.censored, mean = (sums.exposure - all * after) / sums.events, cv = Math.min(2, Math.max(0.2, sums.cv));
  const likelihood = (parameters: readonly number[]): number => {
    let sum = shape.lnDensities(sums, parameters);
    if (sums.censored > 0) for (let i = 0; i < at.length; i++) if (censored[i] > 0) sum += censored[i] * shape.lnSurvival(at[i], parameters);
    if (after > 0) sum -= all * shape.lnSurvival(after, parameters);
    return Number.isFinite(sum) ? sum : -Infinity;
  };
  const top = maximum(likelihood, shape.start(mean, cv)), [fittedMean, fittedCv] = shape.moments(top.at);
  if (!Number.isFinite(top.value) || !Number.isFinite(fittedMean) || !(fittedCv > 0)) return null;
  const spread = (of: 0 | 1): number | null => {
    const h = 1e-4, slope = top.at.map((_, i) => (shape.moments(top.at.map((each, j) => (i === j ? each + h : each)))[of] - shape.moments(top.at)[of]) / h); // delta method
    const variance = slope.reduce((sum, a, i) => sum + slope.reduce((inner, b, j) => inner + a * b * top.covariance[i][j], 0), 0);
    return Number.isFinite(variance) ? NORMAL_95 * Math.sqrt(variance) : null;
  };
  const { distance, farthestAt } = distanceOf(times, (time) => Math.exp(shape.lnSurvival(time, top.at) - (after > 0 ? shape.lnSurvival(after, top.at) : 0)));
  return {
    law: shape.law(top.at), mean: { value: fittedMean, halfWidth: spread(0) }, cv: { value: fittedCv, halfWidth: name === "exponential" ? 0 : spread(1) },
    logLikelihood: top.value, aic: 2 * top.at.length - 2 * top.value, distance, farthestAt,
  };
}

/** All laws that can be fitted, the best by Akaike's criterion first; a law with one number more must earn it by more than 2. */
export function fitLaws(names: readonly FittedName[], times: Times, after = 0): FittedLaw[] {
  const worth = ({ aic, law }: FittedLaw) => aic - (law.distribution === "exponential" ? 2 : 0);
  return names.flatMap((name) => fitLaw(name, times, after) ?? []).sort((a, b) => worth(a) - worth(b));
}

/** The share of a law that lasts longer than so many seconds. */
export function survivalOf({ law }: Pick<FittedLaw, "law">, seconds: number): number {
  if (seconds <= 0) return 1;
  if (law.distribution === "weibull") return Math.exp(-((seconds / law.scale) ** law.shape));
  const shape = SHAPES[law.distribution];
  if (law.distribution === "exponential") return Math.exp(shape.lnSurvival(seconds, [Math.log(law.mean)]));
  return Math.exp(shape.lnSurvival(seconds, shape.start(law.mean, law.cv)));
}

const KNOWN = 0.01;

/** What a likelihood needs of the events. */
interface Sums {
  readonly events: number;
  readonly censored: number;
  /** Times of all, cut off or not. */
  readonly exposure: number;
  readonly sum: number;
  readonly logs: number;
  readonly squaredLogs: number;
  readonly different: number;
  readonly cv: number;
  readonly times: Times;
}

function sumsOf(times: Times): Sums {
  const { at, events, censored } = times;
  let sumEvents = 0, sumCensored = 0, exposure = 0, sum = 0, squares = 0, logs = 0, squaredLogs = 0, different = 0;
  for (let i = 0; i < at.length; i++) {
    const log = Math.log(at[i]);
    sumEvents += events[i];
    sumCensored += censored[i];
    exposure += (events[i] + censored[i]) * at[i];
    sum += events[i] * at[i];
    squares += events[i] * at[i] * at[i];
    logs += events[i] * log;
    squaredLogs += events[i] * log * log;
    if (events[i] > 0) different++;
  }
  const mean = sum / sumEvents;
  return { events: sumEvents, censored: sumCensored, exposure, sum, logs, squaredLogs, different, cv: Math.sqrt(Math.max(0, squares / sumEvents - mean * mean)) / mean, times };
}

/** Against the empirical shares, which are Kaplan and Meier's where times were cut off; times are whole seconds, so half a second later. */
function distanceOf(times: Times, survival: (time: number) => number): { readonly distance: number; readonly farthestAt: number } {
  let distance = 0, farthestAt = 0;
  const steps = kaplanMeier(times), known = steps.filter(({ error }) => error <= KNOWN); // where few are left the data say little themselves
  for (const step of known.length > 0 ? known : steps) {
    const gap = Math.abs(step.survival - survival(step.at + 0.5));
    if (gap > distance) {
      distance = gap;
      farthestAt = step.at;
    }
  }
  return { distance, farthestAt };
}
