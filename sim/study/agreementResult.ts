// What a result says of an agreement: how its periods come out, how often it is met, and what missing it costs.

import { isMissed, type AgreementMeasure, type Promised } from "../scenario/promised.ts";
import type { Agreement, Scenario } from "../scenario/schema.ts";
import { sortedDays, type Interval } from "../stats/daily.ts";
import type { LedgerLines } from "../stats/ledger.ts";
import { dayRatio, estimateOf, variance } from "../stats/paired.ts";
import { evenly, exactInterval, intervalOfSteps, isPlenty, type Bounded } from "../stats/stepMean.ts";
import { levelPercentiles, type LevelPercentiles } from "./levelPercentiles.ts";
import { daysOf, judgedPeriods, stepsOf, type Judged } from "./money.ts";

/** A share of periods with its exact 95 % interval (Clopper and Pearson), since periods are few; null where there is none. */
export interface PeriodShare {
  readonly mean: number | null;
  readonly interval: Interval | null;
}

export interface Credits {
  /** Means over periods, and the same spread over a period's days; in the scenario's currency. No half-width where few periods miss, or few do not. */
  readonly aPeriod: Bounded;
  readonly aDay: Bounded;
  /** Between periods; null with fewer than two. */
  readonly standardDeviation: number | null;
  /** What is due on such a share of periods at most; credits are steps, so these are steps too. */
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  /** The scale, best step first, and in what share of all whole periods each is due: the sum of pay times share is `aPeriod`. Of `below` and `above` the agreement has one, in its unit; the other is null. */
  readonly scale: readonly { readonly below: number | null; readonly above: number | null; readonly pay: number; readonly due: PeriodShare }[];
}

/** With what was promised, shares of 1 or seconds as `unit` says: of `atLeast` and `atMost` it has one, the other is null. */
export type AgreementResult = Promised & {
  readonly contacts: readonly string[];
  readonly measure: AgreementMeasure;
  /** The agreement's own threshold in seconds; null: that of the contact types. */
  readonly answerWithin: number | null;
  /** Days of a period. */
  readonly every: number;
  readonly over: Agreement["over"];
  /** Whole periods simulated, and the days after the last of them, which count nowhere. */
  readonly periods: number;
  readonly daysLeftOut: number;
  /** Of the periods in which anybody came. */
  readonly met: PeriodShare;
  /** Percentiles of the periods' results, in the agreement's unit. */
  readonly level: LevelPercentiles;
  /** Null where missing it costs nothing. */
  readonly credits: Credits | null;
};

export function agreementsOf({ contacts, agreements = {} }: Scenario, lines: LedgerLines): Record<string, AgreementResult> {
  return Object.fromEntries(Object.entries(agreements).map(([name, agreement], index) => {
    const judged = judgedPeriods(agreement, lines, index), periods = judged.levels.length, levels = sortedDays(judged.levels.slice()), { measure, over } = agreement, every = daysOf(agreement.every), { promised } = judged.terms;
    return [name, {
      contacts: agreement.contacts ?? Object.keys(contacts), measure, answerWithin: agreement.answerWithin ?? null, ...promised, every, over,
      periods, daysLeftOut: lines.values.length / lines.width - every * periods,
      met: shareOf(levels.length - countMissed(levels, promised), levels.length),
      level: levelPercentiles(levels),
      credits: agreement.credits.length === 0 ? null : creditsOf(judged),
    }];
  }));
}

function creditsOf(judged: Judged): Credits {
  const { every, credits, terms } = judged, periods = credits.length, sorted = credits.slice().sort(), { mean, errors } = periods === 0 ? { mean: null, errors: credits } : dayRatio(credits);
  const steps = stepsOf(judged), at = (p: number) => (periods === 0 ? null : sorted[Math.ceil(p * periods) - 1]);
  const aPeriod: Bounded = mean === null || isPlenty(steps, periods) ? evenly(estimateOf({ mean, errors }), 0) : { mean, halfWidth: null, interval: intervalOfSteps(steps, periods) };
  return {
    aPeriod, aDay: spreadOver(aPeriod, every), standardDeviation: periods < 2 ? null : Math.sqrt(variance(errors)),
    p50: at(0.5), p90: at(0.9), p95: at(0.95),
    scale: terms.steps.map(({ limit, pay }, i) => ({ ...(terms.promised.atLeast === null ? { below: null, above: limit } : { below: limit, above: null }), pay, due: shareOf(steps[i].hits - (i + 1 < steps.length ? steps[i + 1].hits : 0), periods) })),
  };
}

function spreadOver({ mean, halfWidth, interval }: Bounded, days: number): Bounded {
  return { mean: mean === null ? null : mean / days, halfWidth: halfWidth === null ? null : halfWidth / days, interval: interval === null ? null : [interval[0] / days, interval[1] / days] };
}

/** How many of some results miss what was promised. */
export function countMissed(results: Float64Array, promised: Promised): number {
  let missed = 0;
  for (const result of results) if (isMissed(result, promised)) missed++;
  return missed;
}

/** How often something was seen, with its exact interval. */
export function shareOf(hits: number, of: number): PeriodShare {
  return of === 0 ? { mean: null, interval: null } : { mean: hits / of, interval: exactInterval(hits, of) };
}
