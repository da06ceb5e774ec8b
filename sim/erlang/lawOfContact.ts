// The handle time of a contact that brings several matters, as a law that the formulas know.

import type { Law } from "../scenario/law.ts";
import type { MattersRule } from "../scenario/matters.ts";
import { meanMatters, workPerContact } from "../scenario/meanMatters.ts";
import { gammaOfOnePlus } from "./incompleteGamma.ts";
import { patienceOf } from "./patience.ts";

/**
 * The law of a single matter where a contact brings one; else the gamma law with the mean and the variance of the sum. The steady
 * states need only the mean; the offered load over a day hardly more than the variance (Eick, Massey and Whitt 1993, section 4).
 */
export function lawOfContact(law: Law, rule: MattersRule | undefined): Law {
  const number = meanMatters(rule);
  if (rule === undefined || number === 1) return law;
  const mean = patienceOf(law).mean * workPerContact(rule), deviation = Math.sqrt(varianceOfContact(law, rule));
  return deviation > 0 ? { distribution: "gamma", mean, cv: deviation / mean } : { distribution: "deterministic", mean };
}

/** Of first + furtherTakes x (the sum of N - 1 further times): each independent of the others and of N; seconds squared. */
function varianceOfContact(law: Law, rule: MattersRule): number {
  const { residents, furtherTakes } = rule, number = meanMatters(rule), mean = patienceOf(law).mean, variance = (coefficientOf(law) * mean) ** 2;
  const all = residents.reduce((sum, share) => sum + share, 0), numberVariance = residents.reduce((sum, share, i) => sum + (share / all) * (i + 1 - number) ** 2, 0);
  return variance * (1 + furtherTakes ** 2 * (number - 1)) + (furtherTakes * mean) ** 2 * numberVariance;
}

/** Standard deviation divided by mean. */
function coefficientOf(law: Law): number {
  switch (law.distribution) {
    case "exponential": return 1;
    case "deterministic": return 0;
    case "lognormal":
    case "gamma": return law.cv;
    case "weibull": return Math.sqrt(gammaOfOnePlus(2 / law.shape) / gammaOfOnePlus(1 / law.shape) ** 2 - 1);
    case "uniform": return (law.to - law.from) / Math.sqrt(3) / (law.to + law.from);
  }
}
