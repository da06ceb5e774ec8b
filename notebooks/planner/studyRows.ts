// The rows of a study's page, made one by one, so that the page can do something else in between.

import { drawChartRows } from "../../reports/comparePage.ts";
import { evenRow, figuresRow, holdRow } from "../../reports/compareTableRows.ts";
import type { Html } from "../../reports/page.ts";
import { row } from "../../reports/row.ts";
import { hoursRow } from "../../reports/rows/hoursWorth.ts";
import { moneyRow } from "../../reports/rows/moneyOfWays.ts";
import { sensitivityRow } from "../../reports/rows/sensitivity.ts";
import type { ComparedSoFar } from "../browser/refineStudy.ts";
import { withoutMarkNames } from "./Markup.tsx";

export interface DrawnRow {
  /** Its place among all rows that a study may have. */
  readonly place: number;
  readonly html: Html;
  readonly of: ComparedSoFar;
}

const TABLES = [moneyRow, sensitivityRow, hoursRow, holdRow, evenRow, figuresRow], FIRST_TABLE = 1000; // more than there are charts

export function* drawRows(of: ComparedSoFar): Generator<DrawnRow> {
  const { study, comparison } = of;
  let place = 0;
  for (const each of drawChartRows(study, comparison)) yield { place: place++, html: withoutMarkNames(row(each.row)), of };
  for (const [i, table] of TABLES.entries()) {
    const made = table(study, comparison);
    if (made !== null) yield { place: FIRST_TABLE + i, html: row(made), of };
  }
}
