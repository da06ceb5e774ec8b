// The formulas, and the exact day, at the points of a curve.

import { objectionsToExactDay } from "../erlang/exactDayRules.ts";
import { workOf } from "../erlang/exactDaySize.ts";
import { compile } from "../model/compile.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { CurvePoint } from "./curveResult.ts";
import { dayByErlangA, dayByErlangC, type FormulaDay } from "./dayFormula.ts";
import { exactDay } from "./exact.ts";
import { formulaRules } from "./formulaRules.ts";
import { pooledDay } from "./pooledDay.ts";

/** For all points together, by `workOf`: a few seconds. */
const MOST_EXACT_WORK = 4e8;

export function formulasOf(scenario: Scenario): Pick<CurvePoint, "erlangC" | "erlangA"> {
  const { erlangC, patient } = formulaRules(scenario), day = pooledDay(compile(scenario));
  return { erlangC: erlangC ? dayByErlangC(day) : null, erlangA: patient === null ? null : dayByErlangA(day) };
}

/** Whether the exact days of these scenarios can all be had in a few seconds. */
export function canSolve(scenarios: readonly Scenario[]): boolean {
  return scenarios.every((scenario) => objectionsToExactDay(scenario).length === 0) && scenarios.reduce((work, scenario) => work + workOf(compile(scenario)), 0) <= MOST_EXACT_WORK;
}

export function exactOf(scenario: Scenario): FormulaDay {
  const { total: { serviceLevel, abandonmentRate, averageSpeedOfAnswer }, groups } = exactDay(scenario), [{ occupancy }] = Object.values(groups);
  return { serviceLevel: serviceLevel.mean, abandonmentRate: abandonmentRate.mean, averageSpeedOfAnswer: averageSpeedOfAnswer.mean, occupancy: occupancy.mean };
}
