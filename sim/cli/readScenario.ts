// Scenario files from the disk, every problem of every file at once.

import { readFileSync, statSync } from "node:fs";
import { checkTotal, count, limits } from "../scenario/limits.ts";
import { parseScenario } from "../scenario/parse.ts";
import { ScenarioError } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/schema.ts";
import { InputError, shownPath, systemReason } from "./exit.ts";

export interface ScenarioFile {
  /** As typed. */
  readonly file: string;
  readonly text: string;
  readonly scenario: Scenario;
}

/** @param days instead of the files' own, where given on the command line */
export function readScenarios(files: readonly string[], days: number | undefined): ScenarioFile[] {
  const problems: string[] = [];
  const read = files.flatMap((file): ScenarioFile[] => {
    try {
      const text = readText(file);
      const scenario = parseScenario(text, file);
      const tooMany = days === undefined ? null : checkTotal(scenario, days);
      if (tooMany === null) return [{ file, text, scenario }];
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

/** The text of a file, its kind and size checked before it is read. What is not UTF-8 becomes U+FFFD, which the parser refuses at its place. */
function readText(file: string): string {
  try {
    const about = statSync(file);
    if (about.isDirectory()) throw new InputError(`${shownPath(file)}: it is a folder, not a scenario file`);
    if (!about.isFile()) throw new InputError(`${shownPath(file)}: it is a device or a pipe, not a scenario file`); // reading one may never end
    if (about.size > limits.fileBytes) throw new InputError(`${shownPath(file)}:1:1 the file is longer than 4 MiB (got ${count(about.size)} bytes)`);
    return readFileSync(file, "utf8");
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(`${shownPath(file)}: ${systemReason(error)}`);
  }
}
