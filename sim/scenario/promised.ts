// What an agreement promises of a period's result, and beyond which results missing it costs something. Apart from the schema, which no worker needs.

/** What agreements are made on: the key of what is promised, and in what it counts. What each is, is written in `sim/stats/measures.ts`. */
export const AGREEMENT_MEASURES = {
  serviceLevel: { promise: "atLeast", unit: "share" },
  serviceLevelOfAnswered: { promise: "atLeast", unit: "share" },
  serviceLevelExcludingShortAbandons: { promise: "atLeast", unit: "share" },
  serviceLevelIncludingAbandons: { promise: "atLeast", unit: "share" },
  answerRate: { promise: "atLeast", unit: "share" },
  abandonmentRate: { promise: "atMost", unit: "share" },
  averageSpeedOfAnswer: { promise: "atMost", unit: "seconds" },
  averageWait: { promise: "atMost", unit: "seconds" },
} as const;

export type AgreementMeasure = keyof typeof AGREEMENT_MEASURES;
export type PromiseKey = (typeof AGREEMENT_MEASURES)[AgreementMeasure]["promise"];
export type PromiseUnit = (typeof AGREEMENT_MEASURES)[AgreementMeasure]["unit"];

export const AGREEMENT_MEASURE_NAMES = Object.keys(AGREEMENT_MEASURES) as [AgreementMeasure, ...AgreementMeasure[]]; // keys() widens them to string

/** The step of a scale of credits that lies on the side that misses. */
export const STEP_KEYS = { atLeast: "below", atMost: "above" } as const satisfies Record<PromiseKey, string>;

type MeasuredBy<Key extends PromiseKey> = { [Name in AgreementMeasure]: (typeof AGREEMENT_MEASURES)[Name]["promise"] extends Key ? Name : never }[AgreementMeasure];

/** What is measured and promised, and what missing it costs: in shares of 1 or in seconds, as the measure counts. */
export type Measured =
  | { readonly measure: MeasuredBy<"atLeast">; readonly atLeast: number; readonly credits: readonly { readonly below: number; readonly pay: number }[] }
  | { readonly measure: MeasuredBy<"atMost">; readonly atMost: number; readonly credits: readonly { readonly above: number; readonly pay: number }[] };

/** Which results keep a promise, and in what they count: shares of 1, or seconds. */
export type Promised =
  | { readonly unit: "share"; readonly atLeast: number; readonly atMost: null }
  | { readonly unit: PromiseUnit; readonly atLeast: null; readonly atMost: number };

/** A step of the scale of credits: due where a result lies beyond the limit, on the side that misses. */
export interface CreditStep {
  readonly limit: number;
  readonly pay: number;
}

export interface Terms {
  readonly promised: Promised;
  /** The step that is reached first at the head. */
  readonly steps: readonly CreditStep[];
}

export function termsOf(agreement: Measured): Terms {
  if ("atLeast" in agreement) return { promised: shareAtLeast(agreement.atLeast), steps: agreement.credits.map(({ below, pay }) => ({ limit: below, pay })).sort((a, b) => b.limit - a.limit) };
  const { measure, atMost, credits } = agreement;
  return { promised: { unit: AGREEMENT_MEASURES[measure].unit, atLeast: null, atMost }, steps: credits.map(({ above, pay }) => ({ limit: above, pay })).sort((a, b) => a.limit - b.limit) };
}

/** What a target is: so much at least. */
export const shareAtLeast = (share: number): Promised => ({ unit: "share", atLeast: share, atMost: null });

export const limitOf = ({ atLeast, atMost }: Promised): number => atLeast ?? atMost;

/** Whether a result lies beyond a limit, on the side that misses; NaN, where there is no result, does not. */
export function isBeyond(result: number, limit: number, { atLeast }: Promised): boolean {
  return atLeast === null ? result > limit : result < limit;
}

export const isMissed = (result: number, promised: Promised): boolean => isBeyond(result, limitOf(promised), promised);
