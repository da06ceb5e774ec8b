// A curve over a calendar as a table: a row per point.

import { evenly } from "../stats/stepMean.ts";
import type { CalendarCurve } from "../study/calendarCurve.ts";
import { boundedColumns } from "./moneyRows.ts";
import { columns, withInterval, type Row } from "./resultRows.ts";

export function calendarCurveRows({ scenario, vary: [{ path }], runs, points, currency }: CalendarCurve): Row[] {
  return points.map(({ at: [value], agents, total, level, agreements, cost, credits, costWithCredits }) => {
    const row: Record<string, string | number | null> = { scenario, [path]: value, agents, runs, ...columns(["offered", "serviceLevel", "abandonmentRate", "daysOnTarget"], total) };
    for (const key of ["p10", "p50", "p90"] as const) withInterval(row, `level_${key}`, level[key], level.interval[key]);
    for (const [name, { missed, anyMissed, twoInARow, credits: due }] of Object.entries(agreements)) {
      withInterval(row, `${name}_missed`, missed.mean, missed.interval);
      withInterval(row, `${name}_anyMissed`, anyMissed.mean, anyMissed.interval);
      withInterval(row, `${name}_twoInARow`, twoInARow.mean, twoInARow.interval);
      if (due !== null) Object.assign(row, boundedColumns(`${name}_credits`, due));
    }
    return { ...row, currency, ...boundedColumns("cost", cost && evenly(cost)), ...boundedColumns("credits", credits), ...boundedColumns("costWithCredits", costWithCredits) };
  });
}

/** Columns of numbers with their formats in a workbook. */
export function calendarCurveUnits([row]: readonly Row[]): Readonly<Record<string, "share" | "money" | "number" | "contacts">> {
  const unitOf = (name: string) => (/(?:missed|anyMissed|twoInARow)(?:_low|_high)?$|^(?:serviceLevel|abandonmentRate|daysOnTarget|level_)/.test(name) ? "share" : /(?:cost|credits|costWithCredits)(?:_halfWidth|_low|_high)?$/i.test(name) ? "money" : /^offered/.test(name) ? "contacts" : "number");
  return Object.fromEntries(Object.keys(row).map((name) => [name, unitOf(name)]));
}
