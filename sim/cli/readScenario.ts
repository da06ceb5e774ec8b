// Scenario files from the disk, every problem of every file at once.

import { checkTotal } from "../scenario/limits.ts";
import { parseScenario } from "../scenario/parse.ts";
import { ScenarioError } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/schema.ts";
import { readSettings } from "../scenario/settings.ts";
import { InputError, shownPath } from "./exit.ts";
import { baseReader, type NamedText } from "./readBase.ts";
import { readText } from "./readText.ts";

export interface ScenarioFile {
  /** As typed. */
  readonly file: string;
  readonly text: string;
  /** The files it extends, nearest first. */
  readonly bases: readonly NamedText[];
  readonly scenario: Scenario;
}

/** What the command line says instead of the files. */
export interface Overrides {
  readonly days?: number | undefined;
  /** As in `groups.generic.shifts.early=5`. */
  readonly set?: readonly string[] | undefined;
}

export function readScenarios(files: readonly string[], { days, set = [] }: Overrides): ScenarioFile[] {
  checkSettings(set);
  const problems: string[] = [];
  const read = files.flatMap((file): ScenarioFile[] => {
    try {
      const text = readText(file);
      const bases: NamedText[] = [];
      const scenario = parseScenario(text, file, { readBase: baseReader(file, (base) => bases.push(base)), set });
      const tooMany = days === undefined ? null : checkTotal(scenario, days);
      if (tooMany === null) return [{ file, text, bases, scenario }];
      problems.push(`${shownPath(file)}: --days ${days} ${tooMany}`);
    } catch (error) {
      if (!(error instanceof ScenarioError) && !(error instanceof InputError)) throw error;
      problems.push(error.message);
    }
    return [];
  });
  if (problems.length > 0) throw new InputError(problems.join("\n"));
  return read;
}

/** What is wrong with a setting in itself is told once, not for every file. */
function checkSettings(set: readonly string[]): void {
  try {
    readSettings(set);
  } catch (error) {
    throw error instanceof ScenarioError ? new InputError(error.message) : error;
  }
}
