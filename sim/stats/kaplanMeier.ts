// How long callers would wait, from waits of which some were cut off by an answer: the product-limit estimate.

import { NORMAL_95 } from "./studentT.ts";

/** Times in seconds, rising, and how often each ended by itself (an event) or was cut off (censored). */
export interface Times {
  readonly at: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
}

export interface SurvivalStep {
  /** Seconds. */
  readonly at: number;
  /** Those who were still under observation just before. */
  readonly atRisk: number;
  readonly events: number;
  /** Share that lasts longer. */
  readonly survival: number;
  /** Its standard error, by Greenwood's formula. */
  readonly error: number;
  /** Its 95 % interval on the scale of log(-log), which stays within 0 and 1. */
  readonly interval: readonly [low: number, high: number];
}

/**
 * Kaplan and Meier (1958), a step at every time with an event; whoever is cut off at the same time was still at risk.
 * The interval is that of Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, section 1.4.
 */
export function kaplanMeier({ at, events, censored }: Times): SurvivalStep[] {
  let atRisk = 0, survival = 1, greenwood = 0;
  for (let i = 0; i < at.length; i++) atRisk += events[i] + censored[i];
  const steps: SurvivalStep[] = [];
  for (let i = 0; i < at.length; i++) {
    if (events[i] > 0) {
      survival *= 1 - events[i] / atRisk;
      greenwood += events[i] / (atRisk * (atRisk - events[i]));
      steps.push({ at: at[i], atRisk, events: events[i], survival, error: survival === 0 ? NaN : survival * Math.sqrt(greenwood), interval: intervalOf(survival, greenwood) });
    }
    atRisk -= events[i] + censored[i];
  }
  return steps;
}

function intervalOf(survival: number, greenwood: number): readonly [number, number] {
  if (survival === 0) return [0, NaN];
  if (survival === 1) return [NaN, 1];
  const spread = Math.exp((NORMAL_95 * Math.sqrt(greenwood)) / Math.abs(Math.log(survival)));
  return [survival ** spread, survival ** (1 / spread)];
}

/** The first time at which no more than a share of them lasts longer; null where the estimate never falls so low. */
export function lastsAtMost(steps: readonly SurvivalStep[], share: number): number | null {
  return steps.find(({ survival }) => survival <= share + 1e-12)?.at ?? null;
}

/** Times as they are counted, in whole seconds from 0; a number of seconds beyond the array's end counts at its end. */
export class TimeCounts {
  readonly events: Float64Array;
  readonly censored: Float64Array;

  /** @param longest seconds */
  constructor(longest: number) {
    this.events = new Float64Array(longest + 1);
    this.censored = new Float64Array(longest + 1);
  }

  addEvent(seconds: number): void {
    this.events[Math.min(this.events.length - 1, Math.round(seconds))]++;
  }

  addCensored(seconds: number): void {
    this.censored[Math.min(this.events.length - 1, Math.round(seconds))]++;
  }

  /** Those of at least `from` seconds. */
  times(from = 0): Times {
    const at: number[] = [];
    for (let second = from; second < this.events.length; second++) if (this.events[second] + this.censored[second] > 0) at.push(second);
    return { at: Float64Array.from(at), events: Float64Array.from(at, (second) => this.events[second]), censored: Float64Array.from(at, (second) => this.censored[second]) };
  }
}
