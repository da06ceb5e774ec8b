// A study and the scenarios it is made of, from the disk.

import { basename, dirname, join, resolve } from "node:path";
import { checkTotal } from "../scenario/expected.ts";
import { ScenarioError } from "../scenario/problem.ts";
import { parseStudy, type Study } from "../scenario/study.ts";
import { kindsOfDay } from "../scenario/week.ts";
import { VALUES_AT_ONCE } from "../study/compareBreakEven.ts";
import { tooManyToKeep } from "../study/compareDays.ts";
import { ColumnReader, type UsedColumn } from "./columnReader.ts";
import { InputError, shownPath } from "./exit.ts";
import { baseReader, type NamedText } from "./readBase.ts";
import { readText } from "./readText.ts";

export interface StudyFile extends NamedText {
  /** The base and what it extends, nearest first. */
  readonly bases: readonly NamedText[];
  readonly columns: readonly UsedColumn[];
  readonly study: Study;
}

/** Studies are kept in a folder of this name below the scenarios that they are about. */
const STUDIES = "studies";

/** @param days instead of the study's */
export async function readStudy(file: string, days: number | undefined): Promise<StudyFile> {
  try {
    return await readAll(file, days);
  } catch (error) {
    throw error instanceof ScenarioError ? new InputError(error.message) : error;
  }
}

async function readAll(file: string, days: number | undefined): Promise<StudyFile> {
  const text = readText(file), around = anchorOf(file), columns = new ColumnReader(around);
  for (;;) {
    const bases: NamedText[] = [];
    try {
      const study = parseStudy(text, file, { readBase: baseReader(around, (base) => bases.push(base)), readColumn: columns.readColumn, days });
      checkDays(file, study, days);
      return { file, text, bases, columns: [...columns.used], study };
    } catch (error) {
      if (!columns.mustLoad) throw error;
      await columns.load();
    }
  }
}

/** A file in the folder in which all must lie that the study names: its own, or the one above a folder of studies. */
export function anchorOf(file: string): string {
  return basename(dirname(resolve(file))) === STUDIES ? join(dirname(file), "..", STUDIES) : file;
}

function checkDays(file: string, { ways, days, breakEven }: Study, asked: number | undefined): void {
  const what = `${shownPath(file)}: ${asked === undefined ? "" : `--days ${asked} `}`;
  if (asked === 1) throw new InputError(`${what}must be at least 2: one day says nothing of others`);
  const kinds = ways.flatMap(({ scenario }) => kindsOfDay(scenario).map((kind) => kind.scenario));
  // A break-even tries several values at once, and keeps the days of each.
  const even = breakEven === undefined ? [] : breakEven.at(breakEven.between[0]).filter((_, i) => breakEven.setIn.includes(breakEven.variants[i])).flatMap((scenario) => Array.from({ length: VALUES_AT_ONCE }, () => kindsOfDay(scenario).map((kind) => kind.scenario)).flat());
  const problem = kinds.map((kind) => checkTotal(kind, days)).find((each) => each !== null) ?? tooManyToKeep([...kinds, ...even], days);
  if (problem !== null) throw new InputError(`${what}${problem}`);
}
