// The files asked for beside what is printed: tables, a workbook, a page, pictures. Their places are known before the work is done, and
// each is made only where it was asked for.

import { join } from "node:path";
import type { Slide } from "../../reports/slides.ts";
import { toCsv } from "./csv.ts";
import { shownPath } from "./exit.ts";
import { writeOutputs, type OutputFile } from "./outputs.ts";
import type { Row } from "./resultRows.ts";
import type { SlideFolders } from "./slides.ts";

export interface AskedFiles extends SlideFolders {
  /** A folder for tables. */
  readonly csv?: string;
  readonly xlsx?: string;
  readonly report?: string;
}

export interface FileNames {
  /** Without their ending. */
  readonly tables: readonly string[];
  /** Without their ending; a function, as charts take a while to load. */
  readonly pictures: () => Promise<readonly string[]>;
}

/** Every place that may be written to. */
export async function placesAsked(asked: AskedFiles, { tables, pictures }: FileNames): Promise<string[]> {
  const { csv, xlsx, report, svg, png } = asked, files = [...(csv === undefined ? [] : tables.map((name) => join(csv, `${name}.csv`))), ...[xlsx, report].filter((place) => place !== undefined)];
  if (svg === undefined && png === undefined) return files;
  const { placesOf } = await import("./slides.ts");
  return [...files, ...placesOf(asked, await pictures())];
}

export interface FileContents {
  readonly tables: readonly { readonly name: string; readonly rows: readonly Row[] }[];
  readonly workbook?: () => Promise<Uint8Array>;
  readonly page: () => Promise<string>;
  readonly pictures: () => Promise<readonly Slide[]>;
}

/** Makes and writes what was asked for, all or nothing, then prints. @param printed for standard output */
export async function deliver(asked: AskedFiles, contents: FileContents, printed: string): Promise<void> {
  const outputs = await filesAsked(asked, contents);
  writeOutputs(outputs);
  process.stdout.write(printed);
  for (const { path } of outputs) process.stderr.write(`wrote ${shownPath(path)}\n`);
}

async function filesAsked(asked: AskedFiles, { tables, workbook, page, pictures }: FileContents): Promise<OutputFile[]> {
  const { csv, xlsx, report, svg, png } = asked, outputs: OutputFile[] = csv === undefined ? [] : tables.map(({ name, rows }) => ({ path: join(csv, `${name}.csv`), content: toCsv(rows) }));
  if (xlsx !== undefined && workbook !== undefined) outputs.push({ path: xlsx, content: await workbook() });
  if (report !== undefined) outputs.push({ path: report, content: await page() });
  if (svg === undefined && png === undefined) return outputs;
  const { filesOf } = await import("./slides.ts");
  return [...outputs, ...await filesOf(asked, await pictures())];
}
