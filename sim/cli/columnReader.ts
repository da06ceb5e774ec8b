// The columns that a scenario takes from sheets beside it.

import type { WantedColumn } from "../scenario/column.ts";
import type { NoColumn, ReadColumn, SheetColumn } from "../scenario/sheetColumns.ts";
import { fileBeside } from "./beside.ts";
import { InputError } from "./exit.ts";
import type { NamedText } from "./readBase.ts";
import { findColumn } from "./sheetColumn.ts";
import { readSheets } from "./sheetFile.ts";

const MOST_SHEETS = 50; // far more than a day has contact types worth a list of their own

/** A column as it was used: its sheet's file, and its numbers as a list for a scenario file. */
export interface UsedColumn extends NamedText {
  readonly sheetFile: string;
}

/**
 * Workbooks cannot be read in one go with the parser, which does not wait. So a column is refused when it is first asked for; `load`
 * then reads what was asked for, and the parser is asked again.
 */
export class ColumnReader {
  /** Those that the parser was given, in its order. */
  used: UsedColumn[] = [];
  private readonly read = new Map<string, SheetColumn | NoColumn>();
  private asked: { readonly key: string; readonly file: string; readonly wanted: WantedColumn }[] = [];
  private readonly files = new Set<string>();

  constructor(private readonly scenario: string) {}

  /** Whether the parser has asked for columns that were not there yet. */
  get mustLoad(): boolean {
    return this.asked.length > 0;
  }

  readonly readColumn: ReadColumn = (wanted, fromFile) => {
    const found = fileBeside(this.scenario, wanted.file, fromFile);
    if ("refused" in found) return { key: "file", refused: found.refused };
    const { file, place } = found, key = JSON.stringify([place, wanted.sheet, wanted.column]);
    if (this.files.size < MOST_SHEETS) this.files.add(place);
    if (!this.files.has(place)) return { key: "file", refused: `makes more than ${MOST_SHEETS} sheets beside one scenario` };
    const column = this.read.get(key);
    if (column === undefined) this.asked.push({ key, file, wanted });
    else if ("cells" in column) this.used.push({ file: `${column.sheet}, ${column.column}`, text: `[${column.cells.map(({ number }) => number).join(", ")}]`, sheetFile: file });
    return column ?? { key: "file", refused: "has not been read yet" };
  };

  /** Read what was asked for; a sheet is read once for all its columns. */
  async load(): Promise<void> {
    const { asked } = this;
    [this.asked, this.used] = [[], []];
    for (const file of new Set(asked.map((each) => each.file))) {
      const wanted = asked.filter((each) => each.file === file);
      try {
        const sheets = await readSheets(file);
        for (const each of wanted) this.read.set(each.key, findColumn(sheets, each.wanted, file));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        for (const each of wanted) this.read.set(each.key, { key: "file", refused: error.message });
      }
    }
  }
}
