// Scenario files from the disk, every problem of every file at once.

import { checkTotal } from "../scenario/expected.ts";
import type { Objection } from "../scenario/objection.ts";
import { parseScenario } from "../scenario/parse.ts";
import { ScenarioError } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/schema.ts";
import { readSettings } from "../scenario/settings.ts";
import { ColumnReader, type UsedColumn } from "./columnReader.ts";
import { InputError, shownPath } from "./exit.ts";
import { baseReader, type NamedText } from "./readBase.ts";
import { readSeed } from "./readSeed.ts";
import { readText } from "./readText.ts";

export interface ScenarioFile {
  /** As typed. */
  readonly file: string;
  readonly text: string;
  /** The files it extends, nearest first. */
  readonly bases: readonly NamedText[];
  /** The columns of sheets that it uses. */
  readonly columns: readonly UsedColumn[];
  readonly scenario: Scenario;
  /** The same with more settings, each as in `contacts.calls.volume=400`; throws a `ScenarioError`. */
  readonly withSettings: (more: readonly string[]) => Scenario;
}

/** What the command line says instead of the files. */
export interface Overrides {
  readonly days?: number | undefined;
  /** As in `groups.generic.shifts.early=5`. */
  readonly set?: readonly string[] | undefined;
  /** One kind of day of scenarios with a calendar. */
  readonly dayType?: string | undefined;
  /** Of which the seed of that kind of day is made. */
  readonly seed?: string | undefined;
  /** What stands in the way of the use that the scenarios are read for. */
  readonly objections?: ((scenario: Scenario) => readonly Objection[]) | undefined;
}

export async function readScenarios(files: readonly string[], overrides: Overrides): Promise<ScenarioFile[]> {
  checkSettings(overrides.set ?? []);
  const problems: string[] = [], read: ScenarioFile[] = [];
  for (const file of files) {
    try {
      read.push(await readScenario(file, overrides));
    } catch (error) {
      if (!(error instanceof ScenarioError) && !(error instanceof InputError)) throw error;
      problems.push(error.message);
    }
  }
  if (problems.length > 0) throw new InputError(problems.join("\n"));
  return read;
}

async function readScenario(file: string, { days, set: settings = [], dayType, seed: typed, objections }: Overrides): Promise<ScenarioFile> {
  const text = readText(file), columns = new ColumnReader(file), seed = dayType === undefined ? undefined : readSeed(typed);
  const set = seed === undefined ? settings : [...settings, `seed=${JSON.stringify(seed)}`];
  for (;;) {
    const bases: NamedText[] = [];
    try {
      const scenario = parseScenario(text, file, { readBase: baseReader(file, (base) => bases.push(base)), readColumn: columns.readColumn, set, dayType, objections });
      const tooMany = days === undefined ? null : checkTotal(scenario, days);
      if (tooMany !== null) throw new InputError(`${shownPath(file)}: --days ${days} ${tooMany}`);
      const withSettings = (more: readonly string[]) => parseScenario(text, file, { readBase: baseReader(file, () => {}), readColumn: columns.readColumn, set: [...set, ...more], dayType, objections });
      return { file, text, bases, columns: [...columns.used], scenario, withSettings };
    } catch (error) {
      if (!columns.mustLoad) throw error;
      await columns.load();
    }
  }
}

/** What is wrong with a setting in itself is told once, not for every file. */
function checkSettings(set: readonly string[]): void {
  try {
    readSettings(set);
  } catch (error) {
    throw error instanceof ScenarioError ? new InputError(error.message) : error;
  }
}
