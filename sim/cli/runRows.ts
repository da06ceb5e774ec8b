// All tables of a run's files together: those of days, and what weeks and calendars of dates have besides.

import { isDated } from "../scenario/dated.ts";
import type { Result } from "../study/result.ts";
import { calendarAgreementRows, dateRows, MORE_OF_AGREEMENTS, periodRows } from "./calendarRows.ts";
import { daysIn } from "./daysIn.ts";
import type { ScenarioFile } from "./readScenario.ts";
import { tableNames, tablesOf, type ResultTable, type Row } from "./resultRows.ts";
import type { Ran } from "./runKinds.ts";
import { weekRow } from "./weekRows.ts";

export type TableName = ResultTable["name"] | "week" | "calendar" | "dates";

export interface NamedTable {
  readonly name: TableName;
  /** At least one. */
  readonly rows: readonly Row[];
}

/** The tables that a run of some files will have. */
export function namesOfTables(read: readonly ScenarioFile[]): TableName[] {
  const ofDays = tableNames(daysIn(read)), dated = read.flatMap(({ scenario }) => (isDated(scenario) ? [scenario] : []));
  return [
    ...(read.some(({ scenario }) => scenario.calendar !== undefined && !isDated(scenario)) ? (["week"] as const) : []), ...(dated.length > 0 ? (["calendar", "dates"] as const) : []),
    ...ofDays, ...(!ofDays.includes("agreements") && dated.some(({ agreements = {} }) => Object.keys(agreements).length > 0) ? (["agreements"] as const) : []),
  ];
}

/** What tables are made from: of a run, all but its files. */
export type Tabled = Pick<Ran, "week" | "calendar"> & { readonly days: readonly { readonly result: Result }[] };

export function tablesOfRun(ran: readonly Tabled[]): NamedTable[] {
  const weeks = ran.flatMap(({ week }) => (week === null ? [] : [weekRow(week)])), calendars = ran.flatMap(({ calendar }) => (calendar === null ? [] : [calendar.result]));
  const agreements = calendars.flatMap(calendarAgreementRows), ofDays = tablesOf(ran.flatMap(({ days }) => days.map(({ result }) => result)));
  return [
    { name: "week" as const, rows: weeks }, { name: "calendar" as const, rows: calendars.flatMap(periodRows) }, { name: "dates" as const, rows: calendars.flatMap(dateRows) },
    ...ofDays.filter(({ name }) => name !== "agreements"),
    // Rows of one table have the same columns.
    { name: "agreements" as const, rows: [...ofDays.filter(({ name }) => name === "agreements").flatMap(({ rows }) => (agreements.length === 0 ? rows : rows.map((row) => ({ ...row, ...MORE_OF_AGREEMENTS })))), ...agreements] },
  ].filter(({ rows }) => rows.length > 0);
}
