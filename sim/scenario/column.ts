import type * as z from "zod";
import { line, section } from "./values.ts";

/** Numbers that stand in a column of a sheet beside the scenario file. */
export const column = section("a column of a sheet, such as { file: half-hours.csv, column: Calls }", {
  file: line(1000, "the path of a CSV file or an .xlsx workbook").meta({
    description: "CSV file or .xlsx workbook. Relative to the file in which this stands, in the folder of the scenario that is run, or below",
    form: "path",
    example: "half-hours.csv",
  }),
  column: line(100, "the head of a column (in quotes where it is a number)").meta({
    description: "Head of the column, in any case; below it one number per interval. Blank rows, and rows that are named total, are left out",
    form: "text",
    example: "Calls",
  }),
  sheet: line(100, "the name of a sheet of the workbook (in quotes where it is a number)").optional().meta({
    description: "Sheet of the workbook; without it the first that has the column",
    form: "text",
    example: "Monday",
  }),
});

/**
 * A column in place of a list, as the schema sees it. The numbers have been put there before (`sheetColumns.ts`); where that could
 * not be done, the reason has been told.
 */
export const columnForList = column.transform((): number[] => []).meta({ id: "column", description: "A column of a sheet, in place of a list of numbers" });

export type WantedColumn = z.output<typeof column>;
