// Results as CSV files: three, or four where there are sites.

import { join } from "node:path";
import type { Scenario } from "../scenario/schema.ts";
import type { Result } from "../study/result.ts";
import { toCsv } from "./csvText.ts";
import type { OutputFile } from "./outputs.ts";
import { tableNames, tablesOf } from "./resultRows.ts";

/** The files that the results of some scenarios will be. */
export const csvNames = (scenarios: readonly Scenario[]): string[] => tableNames(scenarios).map((name) => `${name}.csv`);

export function csvFiles(folder: string, results: readonly Result[]): OutputFile[] {
  return tablesOf(results).map(({ name, rows }) => ({ path: join(folder, `${name}.csv`), content: toCsv(rows) }));
}
