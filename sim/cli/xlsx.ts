// Results as one Excel workbook: the tables of the CSV files as sheets, numbers as numbers, in formats that fit their units.

import writeWorkbook, { type Sheet } from "write-excel-file/node";
import type { Scenario } from "../scenario/schema.ts";
import { CONTACT_MEASURES, GROUP_MEASURES, SITE_MEASURES, type Measure } from "../stats/measures.ts";
import type { Row } from "./resultRows.ts";
import type { NamedTable, TableName } from "./runRows.ts";
import { withFixedTime } from "./zipTime.ts";

const MOST_ROWS = 1_048_576; // of a sheet, its head among them
const SHEET_NAMES = { week: "Week", calendar: "Calendar", dates: "Dates", contacts: "Contacts", groups: "Groups", days: "Days", sites: "Sites", money: "Money", agreements: "Agreements" } as const satisfies Record<TableName, string>;
type Unit = Measure["unit"] | "number" | "money";
const FORMATS = { contacts: "#,##0.0", share: "0.0%", seconds: "#,##0.0", hours: "#,##0.00", number: "General", money: "#,##0.00" } as const satisfies Record<Unit, string>;

/** The format of text cells. Excel takes nothing typed into them later for a formula either. */
const TEXT = "@";

const measures: Readonly<Record<string, Measure | undefined>> = { ...CONTACT_MEASURES, ...GROUP_MEASURES, ...SITE_MEASURES };

const bounded = (name: string): Record<string, Unit> => ({ [name]: "money", [`${name}_halfWidth`]: "money", [`${name}_low`]: "money", [`${name}_high`]: "money" });

/** Of the columns of money, agreements, weeks and calendars. */
const MONEY_UNITS: Readonly<Record<string, Unit>> = {
  missed: "share", missed_low: "share", missed_high: "share", dayType_share: "share", daysOnTarget: "share", daysOnTarget_halfWidth: "share",
  anyMissed: "share", anyMissed_low: "share", anyMissed_high: "share", twoInARow: "share", twoInARow_low: "share", twoInARow_high: "share", ...bounded("creditInAll"),
  agents: "number", posts: "number", answerWithin: "seconds", atLeast: "share", everyDays: "number", periods: "number", met: "share", met_low: "share", met_high: "share",
  ...bounded("amount"), ...bounded("credit"), ...bounded("creditADay"), ...bounded("cost"), ...bounded("costPerContact"), ...bounded("credits"), openDays: "number",
};

/** The workbook's bytes; the same tables give the same bytes. */
export async function workbook(tables: readonly NamedTable[]): Promise<Uint8Array> {
  return workbookOf(tables.map(({ name, rows }): NamedRows => ({ sheet: SHEET_NAMES[name], rows })), MONEY_UNITS);
}

export interface NamedRows {
  readonly sheet: string;
  /** At least one. */
  readonly rows: readonly Row[];
}

/** Any tables as sheets. @param units of columns that are no measure */
export async function workbookOf(tables: readonly NamedRows[], units: Readonly<Record<string, Unit>> = {}): Promise<Uint8Array> {
  return withFixedTime(await writeWorkbook(tables.map((table) => sheetOf(table, units))).toBuffer());
}

/** Why these scenarios' rows fit no sheet, null where they do: to be said before the work, not after it. */
export function tooLongForExcel(scenarios: readonly Scenario[]): string | null {
  const rows = scenarios.reduce((sum, { opening, interval, contacts, groups }) => {
    const times = 1 + (opening.to - opening.from) / interval;
    return sum + times * Math.max(1 + Object.keys(contacts).length, Object.keys(groups).length);
  }, 1);
  return rows <= MOST_ROWS ? null : `a sheet of Excel holds at most ${MOST_ROWS.toLocaleString("en-GB")} rows (got ${rows.toLocaleString("en-GB")}); --csv has no such limit`;
}

function sheetOf({ sheet, rows }: NamedRows, units: Readonly<Record<string, Unit>>): Sheet<never> {
  const columns = Object.keys(rows[0]);
  return {
    sheet,
    stickyRowsCount: 1,
    columns: columns.map((column) => ({ width: widthOf(column, rows) })),
    data: [
      columns.map((column) => ({ value: column, type: String, fontWeight: "bold" as const })),
      ...rows.map((row) => columns.map((column) => cellOf(row[column], () => units[column] ?? unitOf(column, row)))),
    ],
  };
}

function cellOf(value: Row[string], unit: () => Unit) {
  if (value === null) return null;
  // The type is said, never guessed: text that begins with = stays text.
  return typeof value === "string" ? { value, type: String, format: TEXT } : { value, type: Number, format: FORMATS[unit()] };
}

/** The unit of a column of numbers, its half-width and bounds included; what agreements promise and come to is in the unit that their row names. */
function unitOf(column: string, row: Row): Measure["unit"] {
  if (row.unit === "seconds" && (column === "atMost" || column.startsWith("level_"))) return "seconds";
  if (column === "atMost") return "share";
  if (column.startsWith("wait_")) return "seconds";
  if (column.startsWith("daily_") || column.startsWith("level_")) return "share";
  const measure = measures[column.replace(/_halfWidth$/, "")];
  if (measure === undefined) throw new Error(`the column ${column} has no unit`);
  return measure.unit;
}

/** In characters: the head, and text where it is longer, within reason. Numbers are shorter than any head. */
function widthOf(column: string, rows: readonly Row[]): number {
  const longest = rows.reduce((most, row) => (typeof row[column] === "string" ? Math.max(most, row[column].length) : most), column.length);
  return Math.min(40, Math.max(8, longest + 2));
}
