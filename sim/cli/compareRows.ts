// A study as tables: every way of working by every measure of interest, the staffing curves, and what was changed or closed.

import { rankShown } from "../../reports/compareWords.ts";
import type { Study } from "../scenario/study.ts";
import type { StudyMeasure } from "../scenario/studyMeasures.ts";
import type { Estimate } from "../stats/estimate.ts";
import { unitOf } from "../study/compareMeasures.ts";
import type { Comparison } from "../study/compareResult.ts";
import type { Row } from "./resultRows.ts";

export interface StudyTable {
  readonly name: string;
  readonly sheet: string;
  readonly rows: readonly Row[];
}

/** The names of the tables that a study will have, known before anything is simulated. */
export function studyTableNames({ hold, sensitivity, marginal }: Study): string[] {
  return ["compare", ...(hold === undefined ? [] : ["compare-curves"]), ...(sensitivity === undefined ? [] : ["compare-sensitivity"]), ...(marginal === undefined ? [] : ["compare-hours"])];
}

export function studyTables(study: Study, comparison: Comparison): StudyTable[] {
  const rows: Readonly<Record<string, { readonly sheet: string; readonly rows: () => Row[] }>> = {
    compare: { sheet: "Ways of working", rows: () => wayRows(study, comparison) }, "compare-curves": { sheet: "Curves", rows: () => curveRows(comparison) },
    "compare-sensitivity": { sheet: "Sensitivity", rows: () => sensitivityRows(comparison) }, "compare-hours": { sheet: "Hours", rows: () => hoursRows(comparison) },
  };
  return studyTableNames(study).map((name) => ({ name, sheet: rows[name].sheet, rows: rows[name].rows() }));
}

/** The units of columns that are no measure; those that hold several measures have none. */
export const STUDY_UNITS = {
  mean: "number", mean_halfWidth: "number", difference: "number", difference_halfWidth: "number", timesMoreDays: "number", value: "number", agents: "number", days: "number", cost: "money", cost_halfWidth: "money",
  ...Object.fromEntries(["arriving", "costPerContact", "paidHoursPerContact", "daysMissed"].flatMap((name) => [name, `${name}_halfWidth`].map((column) => [column, { arriving: "contacts", costPerContact: "money", paidHoursPerContact: "hours", daysMissed: "share" }[name]]))),
} as Readonly<Record<string, "number" | "money" | "contacts" | "hours" | "share">>; // the values above, which fromEntries widens to string

const ALL = "(all)";

function wayRows({ ways, measures }: Study, comparison: Comparison): Row[] {
  const { estimates, differences, typeDifferences, per } = comparison;
  const row = (way: string, type: string, measure: StudyMeasure, estimate: Estimate | undefined, difference: (Estimate & { readonly timesMoreDays: number | null }) | undefined, best: string): Row => ({
    way, type, measure, unit: unitOf(measure), per, ...named("mean", estimate ?? NONE), ...named("difference", difference ?? NONE), timesMoreDays: difference?.timesMoreDays ?? null, best,
  });
  return ways.flatMap(({ name }, i) => {
    const wanted = [...new Set([...measures, ...Object.keys(estimates[name]) as StudyMeasure[]])]; // keys() widens them to string
    const whole = wanted.map((measure) => row(name, ALL, measure, estimates[name][measure], i === 0 ? undefined : differences[name][measure], rankShown(comparison, name, measure)));
    const types = i === 0 ? [] : Object.entries(typeDifferences[name]).flatMap(([type, each]) => measures.flatMap((measure) => (measure in each ? [row(name, type, measure, undefined, each[measure], "")] : [])));
    return [...whole, ...types];
  });
}

const NONE: Estimate = { mean: null, halfWidth: null };

const named = (name: string, { mean, halfWidth }: Estimate): Row => ({ [name]: mean, [`${name}_halfWidth`]: halfWidth });

function curveRows({ curves, hold }: Comparison): Row[] {
  return Object.entries(curves ?? {}).flatMap(([way, points]) => points.map(({ agents, days, paidHours, serviceLevel, cost }) => ({
    way, agents, days, paidHours, ...named("serviceLevel", serviceLevel), ...named("cost", cost ?? NONE), holds: agents === hold?.[way].agents ? "the least that holds the target" : "",
  })));
}

function sensitivityRows({ sensitivity, measures: [measure] }: Comparison): Row[] {
  return (sensitivity ?? []).flatMap(({ what, value, differences, best, stands }) => Object.entries(differences).map(([way, difference]) => ({
    what, value, way, measure, ...named("difference", difference), stands: { true: "yes", false: "turns round", null: "unclear" }[String(stands[way])] ?? "", best: best === null || difference.mean === null ? "" : best.includes(way) ? "may be" : "ruled out",
  })));
}

function hoursRows({ marginal }: Comparison): Row[] {
  return (marginal ?? []).map(({ of, from, to, arriving, offered, answered, paidHours, cost, paidHoursPerContact, costPerContact, serviceLevel, daysMissed }) => ({
    of, from, to, ...named("arriving", arriving), ...named("offered", offered), ...named("answered", answered), ...named("paidHours", paidHours), ...named("cost", cost ?? NONE),
    ...named("paidHoursPerContact", paidHoursPerContact ?? NONE), ...named("costPerContact", costPerContact ?? NONE), ...named("serviceLevel", serviceLevel), ...named("daysMissed", daysMissed),
  }));
}
