// A curve, as printed by `--json`: plain data, seconds, shares of 1.

import type { Scenario } from "../scenario/schema.ts";
import type { Answer } from "./curveLeast.ts";
import type { FormulaDay } from "./dayFormula.ts";
import { agentsIn } from "./proportion.ts";
import type { ContactEstimates, ContactResult, DailyLevels, GroupEstimates, Result, WaitPercentiles } from "./result.ts";
import type { Varied } from "./varyRange.ts";

/** As in a run's result, without what takes most room. */
export interface CurveContacts extends ContactEstimates {
  readonly wait: Omit<WaitPercentiles, "curve">;
  readonly daily: Omit<DailyLevels, "hundredDays">;
}

export interface CurvePoint {
  /** The value of each thing varied, in the order of `vary`. */
  readonly at: readonly number[];
  /** Of all groups together; of numbers by interval the most at once. */
  readonly agents: number;
  /** By group, as the file would have them: a number, one for each interval, or one for each shift. */
  readonly staff: Readonly<Record<string, number | readonly number[] | Readonly<Record<string, number>>>>;
  readonly days: number;
  readonly total: CurveContacts;
  readonly types: Readonly<Record<string, CurveContacts>>;
  readonly groups: Readonly<Record<string, GroupEstimates>>;
  /** What formulas say of the day; null where they do not apply. */
  readonly erlangC: FormulaDay | null;
  readonly erlangA: FormulaDay | null;
  /** The means of the day solved exactly; null where it has no solution here, or solving all points would take long. */
  readonly exact: FormulaDay | null;
}

/** From which value of the one thing varied the target is met, or up to which. */
export interface Least {
  /** `least`: more is better, the first values that meet are given; `most`: less is better, the last ones are. */
  readonly which: "least" | "most";
  readonly onAverage: Answer;
  readonly nineDaysOfTen: Answer;
  /** The same on average by the formulas, among the values tried; null where none meets, or there is no formula. */
  readonly erlangC: number | null;
  readonly erlangA: number | null;
  readonly exact: number | null;
}

export interface Curve {
  /** Version of the program. */
  readonly callhall: string;
  readonly scenario: string;
  readonly seed: string;
  readonly vary: readonly Varied[];
  /** What all types share; null where they differ. */
  readonly target: number | null;
  /** The name of the formula with patience; null where there is none. */
  readonly patientFormula: "Erlang A" | "M/M/n+G" | null;
  /** What the formulas leave out, or why they are left out. */
  readonly notes: readonly string[];
  /** null for a map of two things. */
  readonly least: Least | null;
  /** The first thing varied runs fastest. */
  readonly points: readonly CurvePoint[];
}

/** What the curve keeps of a simulated point. */
export function pointOf(at: readonly number[], scenario: Scenario, { days, total, types, groups }: Result): CurvePoint {
  const each = Object.entries(types).map(([name, result]): [string, CurveContacts] => [name, withoutCurves(result)]);
  return {
    at, agents: agentsIn(scenario), staff: Object.fromEntries(Object.entries(scenario.groups).map(([name, group]) => [name, group.shifts ?? group.agents ?? 0])), days,
    total: each.length === 1 ? each[0][1] : withoutCurves(total), types: Object.fromEntries(each), groups, erlangC: null, erlangA: null, exact: null,
  };
}

function withoutCurves({ wait: { p50, p90, p99, interval }, daily, ...estimates }: ContactResult): CurveContacts {
  const levels: Omit<DailyLevels, "hundredDays"> & { hundredDays?: unknown } = { ...daily };
  delete levels.hundredDays;
  return { ...estimates, wait: { p50, p90, p99, interval }, daily: levels };
}
