// From which point on a target is met: on average, and on nine days of ten; and whether that is certain.

import type { Scenario } from "../scenario/schema.ts";
import type { CurveContacts, CurvePoint, Least } from "./curveResult.ts";

/** `met` and `missed` only where the whole 95 % interval lies on one side. */
export type Standing = "met" | "missed" | "close";

export const NINE_OF_TEN = 0.9;

export interface Answer {
  /** The first value whose estimate meets the target; null where none does. */
  readonly value: number | null;
  /** All values that may be the first: only one, and it is certain. Empty where every value tried surely misses. */
  readonly candidates: readonly number[];
  /** Whether even the last value tried may miss, so that the first to meet may lie beyond. */
  readonly openEnded: boolean;
  /** Whether already the first value tried may meet, so that values before it may do too. */
  readonly openStart: boolean;
  /** Values after the one that surely miss again, as a rota that is scaled may. */
  readonly missedAgain: readonly number[];
}

export interface Judged {
  readonly meets: boolean;
  readonly standing: Standing;
}

/** By the target that all types share; where targets differ, every type must meet its own. */
export function judgeAverage(point: CurvePoint, scenario: Scenario): Judged {
  return judged(point, scenario, ({ serviceLevel: { mean, halfWidth } }, target) => (mean === null ? null : [mean, halfWidth === null ? null : [mean - halfWidth, mean + halfWidth], target]));
}

/** Nine days of ten meet the target; the interval of a chance is Wilson's. */
export function judgeDays(point: CurvePoint, scenario: Scenario): Judged {
  return judged(point, scenario, ({ daily: { meetsTarget, interval } }) => (meetsTarget === null || point.days < 10 ? null : [meetsTarget, interval.meetsTarget, NINE_OF_TEN]));
}

type Compared = readonly [value: number, interval: readonly [number, number] | null, wanted: number] | null;

function judged({ total, types }: CurvePoint, { contacts }: Scenario, compare: (contacts: CurveContacts, target: number) => Compared): Judged {
  const all = Object.entries(contacts).map(([name, { target }]) => ({ target, of: types[name] }));
  const shared = all.every(({ target }) => target === all[0].target);
  const parts = (shared ? [{ target: all[0].target, of: total }] : all).flatMap(({ of, target }) => {
    const compared = compare(of, target);
    return compared === null ? [] : [compared];
  });
  const standings = parts.map(([, interval, wanted]): Standing => (interval === null ? "close" : interval[0] >= wanted ? "met" : interval[1] < wanted ? "missed" : "close"));
  return {
    meets: parts.length > 0 && parts.every(([value, , wanted]) => value >= wanted),
    standing: standings.includes("missed") ? "missed" : parts.length === 0 || standings.includes("close") ? "close" : "met",
  };
}

/** @param points in the order in which the target becomes easier to meet */
export function firstToMeet<Point extends Pick<CurvePoint, "at">>(points: readonly Point[], judge: (point: Point) => Judged): Answer {
  const all = points.map((point) => ({ value: point.at[0], ...judge(point) }));
  const first = all.findIndex(({ meets }) => meets), sure = all.findIndex(({ standing }) => standing === "met"), end = sure < 0 ? all.length - 1 : sure;
  const candidates = all.filter(({ standing }, i) => i <= end && standing !== "missed").map(({ value }) => value);
  return {
    value: first < 0 ? null : all[first].value,
    candidates,
    openEnded: sure < 0,
    openStart: all.length > 0 && all[0].standing !== "missed",
    missedAgain: sure < 0 ? [] : all.filter(({ standing }, i) => i > sure && standing === "missed").map(({ value }) => value),
  };
}

/** @param points of one thing varied, its values rising */
export function leastOf(points: readonly CurvePoint[], scenario: Scenario): Least {
  const level = ({ total }: CurvePoint) => total.serviceLevel.mean ?? 1;
  const which = level(points[points.length - 1]) < level(points[0]) ? "most" : "least", easier = which === "least" ? points : [...points].reverse();
  const targets = Object.values(scenario.contacts).map(({ target }) => target), target = Math.max(...targets);
  const byFormula = (formula: "erlangC" | "erlangA" | "exact") => easier.find((point) => (point[formula]?.serviceLevel ?? -1) >= target)?.at[0] ?? null;
  return {
    which,
    onAverage: firstToMeet(easier, (point) => judgeAverage(point, scenario)),
    nineDaysOfTen: firstToMeet(easier, (point) => judgeDays(point, scenario)),
    erlangC: byFormula("erlangC"), erlangA: byFormula("erlangA"), exact: byFormula("exact"),
  };
}
