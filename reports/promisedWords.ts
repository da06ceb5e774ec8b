// What was promised, and what came of it, in words: in per cent or in seconds, with the side on which it is missed.

import { limitOf, type AgreementMeasure, type Promised, type PromiseUnit } from "../sim/scenario/promised.ts";
import type { Interval } from "../sim/stats/daily.ts";
import type { Bounded } from "../sim/stats/stepMean.ts";
import { decimal, NOTHING, percent, points, pointsRange, secondsRange, secondsShown, secondsWritten, shareShown, targetPercent, type Shown } from "./words.ts";

/** "80%" or "30 s" */
export function limitWords(promised: Promised): string {
  return promised.unit === "share" ? targetPercent(limitOf(promised)) : secondsWritten(limitOf(promised));
}

/** "80%", "at most 5%", "at most 30 s" */
export const promiseWords = (promised: Promised): string => `${promised.atLeast === null ? "at most " : ""}${limitWords(promised)}`;

/** "misses 80%" or "exceeds 30 s" */
export const missesWords = (promised: Promised): string => `${promised.atLeast === null ? "exceeds" : "misses"} ${limitWords(promised)}`;

/** "miss 80%" or "exceed 30 s" */
export const missWords = (promised: Promised): string => `${promised.atLeast === null ? "exceed" : "miss"} ${limitWords(promised)}`;

/** "reaches 80%" or "stays within 30 s" */
export const keepsWords = (promised: Promised): string => `${promised.atLeast === null ? "stays within" : "reaches"} ${limitWords(promised)}`;

const MEASURED: Partial<Readonly<Record<AgreementMeasure, string>>> = { abandonmentRate: "% abandoned", averageSpeedOfAnswer: "average speed of answer, s", averageWait: "average wait, s" };

/** What an axis of an agreement's results has. */
export const axisOfResults = (measure: AgreementMeasure): string => MEASURED[measure] ?? "% by the agreement";

/** The percentile that one period in ten is worse than. */
export const badPercentile = ({ atLeast }: Promised): "p10" | "p90" => (atLeast === null ? "p90" : "p10");

/** A result: "84.7%" or "12.4 s" */
export const resultWords = (result: number, unit: PromiseUnit): string => (unit === "share" ? percent(result) : secondsShown({ mean: result, halfWidth: null }).value);

const SMALL = 0.1; // a share whose interval takes tenths of a point, or its ends would hardly differ from it

/** A result and its interval: "84.7%" and "(84–86)", "5.4%" and "(5.1–5.9)", "12.4 s" and "(12.1–12.9)". */
export function resultShown(result: number | null, interval: Interval | null, unit: PromiseUnit): Shown {
  if (result === null || interval === null) return { value: result === null ? NOTHING : resultWords(result, unit), margin: "" };
  const range = unit === "seconds" ? secondsRange(interval) : result < SMALL ? interval.map((end) => points(end)).join("–") : pointsRange(interval);
  return { value: resultWords(result, unit), margin: `(${range})` };
}

/** A mean of results with its half-width or, where it has none, with its interval. */
export function boundedResult({ mean, halfWidth, interval }: Bounded, unit: PromiseUnit): Shown {
  if (unit === "share" && mean !== null && halfWidth === null && interval !== null) return { value: percent(mean), margin: `(${pointsRange(interval)})` };
  if (mean === null || (halfWidth === null && interval !== null)) return resultShown(mean, interval, unit);
  return (unit === "share" ? shareShown : secondsShown)({ mean, halfWidth });
}

/** On a chart: percentage points, or seconds. */
export const onChart = (result: number, unit: PromiseUnit): number => (unit === "share" ? 100 * result : result);

/** The number beside an axis with its unit: "80%", "30 s". */
export const tickWords = (tick: number, unit: PromiseUnit): string => `${decimal(tick, Number.isInteger(tick) ? 0 : 1)}${unit === "share" ? "%" : " s"}`;
