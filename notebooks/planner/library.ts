// The council library, bundled as text: every scenario and every study opens in one click.

import Papa from "papaparse";
import type { ReadBase } from "../../sim/scenario/extends.ts";
import type { ReadColumn } from "../../sim/scenario/sheetColumns.ts";
import { readPlan, type Plan } from "./plan.ts";

const folder = "../../scenarios/";
const texts = Object.fromEntries(Object.entries({
  ...import.meta.glob<string>("../../scenarios/*.yaml", { query: "?raw", import: "default", eager: true }),
  ...import.meta.glob<string>("../../scenarios/studies/*.yaml", { query: "?raw", import: "default", eager: true }),
  ...import.meta.glob<string>("../../scenarios/*.csv", { query: "?raw", import: "default", eager: true }),
}).map(([path, text]) => [path.slice(folder.length), text]));

/** The first to open, and then the others by name. */
export const FIRST = "usual-day.yaml";

export interface Shipped {
  /** `usual-day.yaml` */
  readonly file: string;
  readonly name: string;
}

/** Studies lie in a folder below the scenarios; whoever's file it is may extend the library's. */
export const readBase: ReadBase = (path) => {
  const file = path.replace(/^(?:\.\.?\/)+/, "");
  return file in texts ? { file, text: texts[file] } : { refused: `there is no ${path} in the library, and this page reads no other files` };
};

/** Plain sheets only, as the library's are: heads in the first row, rows that are blank or named total left out. */
export const readColumn: ReadColumn = (wanted) => {
  const { data } = Papa.parse<string[]>((texts[wanted.file] ?? "").trim()), [heads = [], ...rows] = data;
  const place = heads.findIndex((head) => head.trim().toLowerCase() === wanted.column.toLowerCase());
  if (place < 0) return { key: "column", refused: "there is no such column" };
  const kept = rows.map((cells, i) => ({ cells, row: i + 2 })).filter(({ cells }) => !/^(total.*)?$/i.test(cells[0].trim()));
  return { sheet: wanted.file, column: wanted.column, cells: kept.map(({ cells, row }) => ({ row, number: Number(cells[place]), shown: cells[place] })) };
};

/** @throws ScenarioError; a test opens every one */
export function openShipped(file: string): Plan {
  return readPlan(texts[file] ?? "", file, { readBase, readColumn });
}

const STUDIES = "studies/";

/** The scenarios of the library by the name that they give themselves. */
export const library: readonly Shipped[] = named((file) => !file.startsWith(STUDIES), /^name: *"?(.*?)"?\s*$/m)
  .sort((a, b) => Number(b.file === FIRST) - Number(a.file === FIRST) || a.name.localeCompare(b.name, "en"));

/** Its studies by their question. */
export const studies: readonly Shipped[] = named((file) => file.startsWith(STUDIES), /^question: *"?(.*?)"?\s*$/m).sort((a, b) => a.name.localeCompare(b.name, "en"));

/** The text of a file of the library; empty where there is none. */
export const shippedText = (file: string): string => texts[file] ?? "";

function named(isWanted: (file: string) => boolean, name: RegExp): Shipped[] {
  return Object.keys(texts).filter((file) => file.endsWith(".yaml") && isWanted(file)).map((file) => ({ file, name: name.exec(texts[file])?.[1] ?? file.replace(/\.yaml$/, "") }));
}
