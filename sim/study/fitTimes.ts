// Laws of handle time and patience of one contact type, from whatever the export tells, and how they were found.

import { NORMAL_95 } from "../stats/studentT.ts";
import { kaplanMeier, type SurvivalStep } from "../stats/kaplanMeier.ts";
import type { Law } from "../scenario/law.ts";
import { ABANDONED, FIELDS, HANDLE, HANDLED, WAIT_ABANDONED, WAIT_ANSWERED, type CallTimes, type History } from "./fitHistory.ts";
import type { KindOfDays } from "./fitKinds.ts";
import { fitLaws, survivalOf, type FittedLaw, type Ranged } from "./fitLaw.ts";

/** Whether a number comes from the data, from the command line, or from nowhere. */
export type Origin = "data" | "told" | "assumed";

export interface FittedTime {
  readonly law: Law;
  readonly origin: Origin;
  /** Where it comes from, in a sentence without its end. */
  readonly says: string;
  /** Seconds. */
  readonly mean: Ranged;
  /** Null where it was not found from data. */
  readonly cv: Ranged | null;
  /** All laws tried, the best first. */
  readonly tried: readonly FittedLaw[];
  /** Contacts or times behind it. */
  readonly count: number;
  /** Share of the data that lasts longer, some hundred steps; of single calls alone. */
  readonly survival: readonly SurvivalStep[];
}

export interface FittedPatience extends FittedTime {
  /** Share that leaves at once where no agent is free. */
  readonly balking: number;
}

/** Times are in whole seconds, so those counted as 1 or more lasted longer than this. */
const HALF_A_SECOND = 0.5;

const USUAL_CV = 0.8, USUAL_PATIENCE = 180, LONGEST_PATIENCE = 86_400, FEWEST_EVENTS = 20;

const rounded = (law: Law): Law => JSON.parse(JSON.stringify(law, (_, value: unknown) => (typeof value === "number" ? Number(value.toPrecision(5)) : value))) as Law; // the same keys

/** @param told seconds, of the command line */
export function handleTimeOf(history: History | null, type: number, kinds: readonly KindOfDays[], times: CallTimes | null, told: number | null): FittedTime | null {
  const counted = times?.handle.times(1);
  if (counted !== undefined && counted.at.length > 0) {
    const tried = fitLaws(["exponential", "lognormal", "gamma"], counted, HALF_A_SECOND), [best] = tried, calls = counted.events.reduce((sum, each) => sum + each, 0);
    if (best !== undefined && calls >= FEWEST_EVENTS) return { law: rounded(best.law), origin: "data", says: `fitted by likelihood to ${calls.toLocaleString("en-GB")} calls`, mean: best.mean, cv: best.cv, tried, count: calls, survival: some(kaplanMeier(counted)) };
  }
  const fromRows = history === null ? null : ofIntervals(history, type, kinds);
  if (fromRows !== null) return fromRows;
  if (told === null) return null;
  return { law: { distribution: "lognormal", mean: told, cv: USUAL_CV }, origin: "told", says: "as told by --handle; assumed: lognormal with cv 0.8, as is usual", mean: { value: told, halfWidth: null }, cv: null, tried: [], count: 0, survival: [] };
}

/** At most so many of the steps, the last among them. */
const MOST_STEPS = 300;
const some = (steps: readonly SurvivalStep[]): SurvivalStep[] => { const by = Math.ceil(steps.length / MOST_STEPS); return steps.filter((_, i) => i % by === by - 1 || i === steps.length - 1); };

const MANY = 150; // contacts of a row: the mean of more hardly varies by single contacts, but by what days have in common

/** Mean of all contacts; how single ones vary from how the means of intervals do. */
function ofIntervals(history: History, type: number, kinds: readonly KindOfDays[]): FittedTime | null {
  const rows = kinds.flatMap(({ days }, kind) => days.flatMap((day) => {
    const cells = history.days[type].get(day);
    return cells === undefined ? [] : Array.from({ length: history.slots }, (_, slot) => ({ place: kind * history.slots + slot, count: cells[slot * FIELDS + HANDLED], sum: cells[slot * FIELDS + HANDLE] })).filter(({ count, sum }) => count > 0 && sum > 0);
  }));
  const count = total(rows.map((each) => each.count)), sum = total(rows.map((each) => each.sum));
  if (count === 0) return null;
  const mean = sum / count, places = new Map<number, { count: number; sum: number; rows: number }>();
  for (const row of rows) {
    const known = places.get(row.place) ?? { count: 0, sum: 0, rows: 0 };
    places.set(row.place, { count: known.count + row.count, sum: known.sum + row.sum, rows: known.rows + 1 });
  }
  const squares = rows.map((row) => { const place = places.get(row.place); return place === undefined ? 0 : row.count * (row.sum / row.count - place.sum / place.count) ** 2; });
  const freedom = rows.length - places.size, variance = freedom > 0 ? total(squares) / freedom : NaN, cv = Math.sqrt(variance) / mean;
  const isKnown = freedom >= 30 && count / rows.length <= MANY && cv >= 0.05 && cv <= 3, kept = isKnown ? cv : USUAL_CV;
  const says = isKnown ? `the mean of ${Math.round(count).toLocaleString("en-GB")} contacts; cv from how the means of rows vary. assumed: lognormal` : `the mean of ${Math.round(count).toLocaleString("en-GB")} contacts. assumed: lognormal with cv 0.8, as is usual`;
  const fourth = total(squares.map((each) => (each / variance) ** 2)) / rows.length;
  return {
    law: rounded({ distribution: "lognormal", mean, cv: kept }), origin: "data", says, mean: { value: mean, halfWidth: (NORMAL_95 * kept * mean) / Math.sqrt(count) },
    cv: isKnown ? { value: cv, halfWidth: (NORMAL_95 * cv * Math.sqrt(Math.max(1, fourth - 1) / freedom)) / 2 } : null, tried: [], count, survival: [],
  };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Without the simulation: from single calls by likelihood, from waits of rows, or assumed. */
export function patienceOf(history: History | null, type: number, days: readonly number[], times: CallTimes | null): FittedPatience {
  const waits = times?.wait.times(1), hungUp = waits === undefined ? 0 : waits.events.reduce((sum, each) => sum + each, 0);
  if (times !== null && waits !== undefined && hungUp >= FEWEST_EVENTS) {
    const tried = fitLaws(["exponential", "lognormal", "gamma", "weibull"], waits, HALF_A_SECOND).filter(({ mean }) => mean.value < 86_400), [best] = tried, waited = hungUp + waits.censored.reduce((sum, each) => sum + each, 0);
    if (best !== undefined) {
      const share = times.hungUpAtOnce / (waited + times.hungUpAtOnce), balking = share - (1 - survivalOf(best, HALF_A_SECOND)), error = Math.sqrt(share / waited);
      const isMore = balking >= 0.005 && share > 1 - survivalOf(best, 1) + 2 * error; // the law has some who leave within a second, which systems round down to 0
      return {
        law: rounded(best.law), origin: "data", says: `fitted by likelihood to ${waited.toLocaleString("en-GB")} calls that waited, of which ${hungUp.toLocaleString("en-GB")} hung up and the others were cut off by an answer`, mean: best.mean, cv: best.cv, tried,
        count: hungUp, balking: isMore ? Number(balking.toPrecision(3)) : 0, survival: some(kaplanMeier(waits)),
      };
    }
  }
  if (times !== null && waits !== undefined && hungUp + times.hungUpAtOnce === 0 && (history === null || days.every((day) => history.total(type, day, ABANDONED) === 0))) {
    const never = nobodyHangsUp(waits.at.reduce((sum, each, i) => sum + each * waits.censored[i], 0));
    if (never !== null) return never;
  }
  return (history === null ? null : fromWaits(history, type, days)) ?? {
    law: { distribution: "exponential", mean: USUAL_PATIENCE }, origin: "assumed", says: "assumed: 3m, since the file does not tell how long callers wait before they hang up", mean: { value: USUAL_PATIENCE, halfWidth: null }, cv: null, tried: [], count: 0, balking: 0, survival: [],
  };
}

/** Where so many would have hung up with the usual patience that the file refutes it. @param waited seconds, of all contacts together */
function nobodyHangsUp(waited: number): FittedPatience | null {
  if (waited < FEWEST_EVENTS * USUAL_PATIENCE) return null;
  return { law: { distribution: "exponential", mean: LONGEST_PATIENCE }, origin: "assumed", says: "assumed: 24h, as good as never, since nobody hangs up in the file; if it lists answered calls alone, put your own figure here", mean: { value: LONGEST_PATIENCE, halfWidth: null }, cv: null, tried: [], count: 0, balking: 0, survival: [] };
}

/** All waiting divided by those who hung up: the likelihood's own estimate of an exponential law's mean, the answered cut off. */
function fromWaits(history: History, type: number, days: readonly number[]): FittedPatience | null {
  return patienceFromWaits(days.map((day) => ({ waited: history.known.has(WAIT_ANSWERED) ? history.total(type, day, WAIT_ANSWERED) : NaN, waitedInVain: history.known.has(WAIT_ABANDONED) ? history.total(type, day, WAIT_ABANDONED) : NaN, hungUp: history.total(type, day, ABANDONED) })));
}

/** Of days or longer stretches. Seconds in sum, NaN where the file has none. */
export function patienceFromWaits(rows: readonly { readonly waited: number; readonly waitedInVain: number; readonly hungUp: number }[]): FittedPatience | null {
  const hungUp = total(rows.map((each) => each.hungUp)), answered = total(rows.map((each) => each.waited)), vain = total(rows.map((each) => each.waitedInVain));
  if (hungUp === 0 && answered > 0) return nobodyHangsUp(answered);
  if (hungUp < FEWEST_EVENTS || (!(answered > 0) && !(vain > 0))) return null;
  const made = (mean: number, per: (row: typeof rows[number]) => number, origin: Origin, says: string): FittedPatience => {
    const away = rows.map((row) => per(row) - mean * row.hungUp), n = rows.length, variance = (n / Math.max(1, n - 1)) * total(away.map((each) => each * each));
    return { law: rounded({ distribution: "exponential", mean: Math.min(LONGEST_PATIENCE, mean) }), origin, says, mean: { value: mean, halfWidth: n < 3 ? null : (NORMAL_95 * Math.sqrt(variance)) / hungUp }, cv: null, tried: [], count: hungUp, balking: 0, survival: [] };
  };
  const shown = Math.round(hungUp).toLocaleString("en-GB");
  if (answered > 0 && vain > 0) return made((answered + vain) / hungUp, (row) => row.waited + row.waitedInVain, "data", `all waiting divided by the ${shown} who hung up. assumed: exponential`);
  if (answered > 0) return made(answered / hungUp, (row) => row.waited, "assumed", `assumed: the waiting of those answered divided by the ${shown} who hung up, since the file does not tell how long these waited: too short rather than too long`);
  return made(vain / hungUp, (row) => row.waitedInVain, "assumed", `assumed: the mean wait of the ${shown} who hung up, since the file does not tell how long others waited: too short`);
}
