// A scenario or a study with all that it reads, so that it can be read elsewhere, where its folder is not.

import type { Base, ReadBase } from "./extends.ts";
import type { ReadColumn, SheetColumn } from "./sheetColumns.ts";

export interface GivenFile {
  readonly file: string;
  readonly text: string;
  /** What was read, by what asked for it. */
  readonly bases: Readonly<Record<string, Extract<Base, { readonly text: string }>>>;
  readonly columns: Readonly<Record<string, SheetColumn>>;
}

interface Readers {
  readonly readBase: ReadBase;
  readonly readColumn: ReadColumn;
}

/** The same readers, and what they have read. */
export function remembered({ readBase, readColumn }: Readers): Readers & Pick<GivenFile, "bases" | "columns"> {
  const bases: Record<string, Extract<Base, { readonly text: string }>> = {}, columns: Record<string, SheetColumn> = {};
  return {
    bases, columns,
    readBase: (path, from) => {
      const base = readBase(path, from);
      if ("text" in base) bases[keyOf(path, from)] = base;
      return base;
    },
    readColumn: (wanted, from) => {
      const column = readColumn(wanted, from);
      if ("cells" in column) columns[keyOf(wanted, from)] = column;
      return column;
    },
  };
}

/** Readers that answer as those that were remembered. */
export function readersOf({ bases, columns }: GivenFile): Readers {
  const refused = "was not read when this file was opened: open it again";
  return { readBase: (path, from) => bases[keyOf(path, from)] ?? { refused }, readColumn: (wanted, from) => columns[keyOf(wanted, from)] ?? { key: "file", refused } };
}

const keyOf = (asked: unknown, from: string): string => JSON.stringify([asked, from]);

/** Whether a text is that of a study, so that its mistakes are told as a study's. */
export const isStudy = (text: string): boolean => /^question:/m.test(text) && /^variants:/m.test(text);
