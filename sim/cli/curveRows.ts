// A curve as two tables: a row per point and type, and a row per point and group.

import { CONTACT_MEASURE_NAMES, GROUP_MEASURE_NAMES } from "../stats/measures.ts";
import type { Curve, CurveContacts, CurvePoint } from "../study/curveResult.ts";
import type { FormulaDay } from "../study/dayFormula.ts";
import { columns, withInterval, type Row } from "./resultRows.ts";

export const curveTableNames = ["curve", "curve-groups"] as const;

export function curveTables(curve: Curve): { readonly name: (typeof curveTableNames)[number]; readonly rows: readonly Row[] }[] {
  return [
    { name: "curve", rows: curve.points.flatMap((point) => contactRows(curve, point)) },
    { name: "curve-groups", rows: curve.points.flatMap((point) => Object.entries(point.groups).map(([group, estimates]) => ({ ...head(curve, point), group, ...columns(GROUP_MEASURE_NAMES, estimates) }))) },
  ];
}

/** Columns that are no measure of a run, with their units. */
export const curveUnits = ({ vary }: Curve) => ({
  agents: "number", days: "number", ...Object.fromEntries(vary.map(({ path, unit }) => [path, unit === "agents" ? "number" : unit])),
  ...Object.fromEntries(FORMULAS.flatMap((name) => FORMULA_MEASURES.map((measure) => [`${name}_${measure}`, measure === "averageSpeedOfAnswer" ? "seconds" : "share"]))),
} as Readonly<Record<string, "number" | "share" | "seconds">>); // the values above, which fromEntries widens to string

const FORMULAS = ["erlangC", "erlangA", "exact"] as const;
const FORMULA_MEASURES = ["serviceLevel", "abandonmentRate", "averageSpeedOfAnswer", "occupancy"] as const satisfies readonly (keyof FormulaDay)[];

function head({ scenario, vary }: Curve, { at, agents, days }: CurvePoint): Row {
  return { scenario, ...Object.fromEntries(vary.map(({ path }, i) => [path, at[i]])), agents, days };
}

/** Formulas are of all contacts together. */
function contactRows(curve: Curve, point: CurvePoint): Row[] {
  const formulas = FORMULAS.flatMap((name) => FORMULA_MEASURES.map((measure) => [`${name}_${measure}`, point[name]?.[measure] ?? null] as const));
  const row = (type: string, contacts: CurveContacts, all: boolean) =>
    ({ ...head(curve, point), type, ...measures(contacts), ...Object.fromEntries(formulas.map(([name, value]) => [name, all ? value : null])) });
  return [row("(all)", point.total, true), ...Object.entries(point.types).map(([type, contacts]) => row(type, contacts, false))];
}

function measures({ wait, daily, ...estimates }: CurveContacts): Row {
  const row: Record<string, string | number | null> = { ...columns(CONTACT_MEASURE_NAMES, estimates) };
  for (const key of ["p50", "p90", "p99"] as const) withInterval(row, `wait_${key}`, wait[key], wait.interval[key]);
  for (const key of ["p10", "p50", "p90", "meetsTarget"] as const) withInterval(row, `daily_${key}`, daily[key], daily.interval[key]);
  return row;
}
