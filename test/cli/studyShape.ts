// The JSON document of a study as it is promised, written down by hand: a change of its shape must be made here too.

import { expect } from "vitest";
import { STUDY_MEASURES } from "../../sim/scenario/studyMeasures.ts";
import type { Comparison } from "../../sim/study/compareResult.ts";
import { M, record, resultsIn, values } from "./resultShape.ts";
import { weeksIn } from "./weekShape.ts";

/** Parse what `--json` printed of a study, checked key by key, the results of its ways of working among it. */
export function studyIn(stdout: string): Comparison {
  const document: unknown = JSON.parse(stdout), study = record(document, [
    "callhall", "question", "seed", "days", "per", "measures", "base", "variants", "paired", "estimates", "differences", "typeDifferences", "ruledOut", "hold", "curves", "breakEven", "sensitivity", "marginal",
  ]);
  const { base, variants, measures, per, days, paired, estimates, differences, typeDifferences, ruledOut, hold, curves, breakEven, sensitivity, marginal } = study;
  for (const way of [base, ...values(variants)]) (per === "week" ? weeksIn : resultsIn)(JSON.stringify(way));
  const names = Object.keys(variants as object), all = ["base", ...names];
  for (const same of values(record(paired, names))) expect(same).toBeTypeOf("boolean");
  for (const way of values(record(estimates, all))) values(way).forEach(checkEstimate);
  for (const way of values(record(differences, names))) values(record(way, STUDY_MEASURES)).forEach(checkDifference);
  for (const types of values(record(typeDifferences, names))) for (const type of values(types)) {
    expect(Object.keys(type as object).sort()).toEqual([...M, "daysOnTarget"].sort());
    values(type).forEach(checkDifference);
  }
  for (const [measure, out] of Object.entries(ruledOut as object)) {
    expect(measures).toContain(measure);
    checkNames(out, all);
  }
  if (hold !== null) values(record(hold, all)).forEach(checkHeld);
  if (curves !== null) values(record(curves, all)).forEach((points) => { checkCurve(points, days); });
  if (breakEven !== null) checkEven(breakEven);
  if (sensitivity !== null) for (const each of sensitivity as unknown[]) checkSensitivity(each, names);
  if (marginal !== null) for (const each of marginal as unknown[]) checkHours(each);
  return document as Comparison;
}

function checkHeld(value: unknown): void {
  const { cost, serviceLevel, agentsNow, tried, ...others } = record(value, ["agentsNow", "agents", "atLeast", "atMost", "tried", "paidHours", "cost", "serviceLevel"]);
  for (const number of [agentsNow, tried]) expect(number).toBeTypeOf("number");
  for (const number of Object.values(others)) checkNullable(number);
  for (const estimate of [cost, serviceLevel]) if (estimate !== null) checkEstimate(estimate);
}

function checkCurve(points: unknown, days: unknown): void {
  const all = (points as unknown[]).map((each) => record(each, ["agents", "days", "paidHours", "serviceLevel", "cost"]));
  for (const point of all) {
    expect(point.days).toBeLessThanOrEqual(days as number);
    expect(point.paidHours).toBeTypeOf("number");
    checkEstimate(point.serviceLevel);
    if (point.cost !== null) checkEstimate(point.cost);
  }
  const agents = all.map((point) => point.agents as number);
  expect(agents).toEqual([...new Set(agents)].sort((a, b) => a - b));
}

function checkEven(value: unknown): void {
  const even = record(value, ["paths", "unit", "between", "variants", "setIn", "measure", "value", "halfWidth", "beyond", "also", "jumps", "because", "ends", "tried"]);
  expect(["seconds", "share", "number"]).toContain(even.unit);
  expect([null, "oneSign", "undecided", "identical", "noValue", "jump"]).toContain(even.because);
  expect(even.value === null).toBe(even.because !== null);
  for (const number of [even.value, even.halfWidth]) checkNullable(number);
  for (const other of even.also as unknown[]) checkNullable(record(other, ["value", "halfWidth", "beyond"]).halfWidth);
  if (even.because === "jump") expect(even.jumps).not.toEqual([]);
  for (const jump of even.jumps as unknown[]) values(record(jump, ["from", "to"])).forEach(checkTried);
  expect(even.ends).toHaveLength(2);
  (even.ends as unknown[]).forEach(checkEstimate);
  (even.tried as unknown[]).forEach(checkTried);
}

function checkTried(each: unknown): void {
  const { value, ...estimate } = record(each, ["value", "mean", "halfWidth"]);
  expect(value).toBeTypeOf("number");
  checkEstimate(estimate);
}

function checkSensitivity(each: unknown, names: readonly string[]): void {
  const { what, value, differences, best, stands } = record(each, ["what", "value", "differences", "best", "stands"]);
  expect(["patience", "handleTime", "volume", "dayToDayCv"]).toContain(what);
  expect(value).toBeTypeOf("number");
  values(record(differences, names)).forEach(checkDifference);
  if (best !== null) checkNames(best, ["base", ...names]);
  for (const verdict of values(record(stands, names))) expect([true, false, null]).toContain(verdict);
}

const HOURS = ["offered", "answered", "paidHours", "cost", "serviceLevel", "daysMissed"] as const;

function checkHours(each: unknown): void {
  const hours = record(each, ["of", "from", "to", "arriving", "offered", "answered", "paidHours", "cost", "paidHoursPerContact", "costPerContact", "serviceLevel", "daysMissed"]);
  for (const time of [hours.from, hours.to]) expect(time).toMatch(/^\d\d:\d\d$/);
  checkEstimate(hours.arriving);
  for (const key of HOURS) if (key !== "cost" || hours.cost !== null) checkDifference(hours[key]);
  for (const estimate of [hours.paidHoursPerContact, hours.costPerContact]) if (estimate !== null) checkEstimate(estimate);
}

function checkNames(list: unknown, known: readonly string[]): void {
  for (const name of list as unknown[]) expect(known).toContain(name);
}

function checkEstimate(value: unknown): void {
  const { mean, halfWidth } = record(value, ["mean", "halfWidth"]);
  [mean, halfWidth].forEach(checkNullable);
  if (halfWidth !== null) expect(halfWidth).toBeGreaterThanOrEqual(0);
}

function checkDifference(value: unknown): void {
  const { timesMoreDays, ...estimate } = record(value, ["mean", "halfWidth", "timesMoreDays"]);
  checkEstimate(estimate);
  checkNullable(timesMoreDays);
}

/** A finite number, or null: JSON has no others. */
function checkNullable(value: unknown): void {
  if (value !== null) expect(value).toBeTypeOf("number");
}
