// Scenario files from the disk, every problem of every file at once.

import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { checkTotal, limits } from "../scenario/limits.ts";
import { parseScenario } from "../scenario/parse.ts";
import { ScenarioError } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/schema.ts";
import { InputError, systemReason } from "./exit.ts";

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
      problems.push(`${file}: --days ${days} ${tooMany}`);
    } catch (error) {
      if (!(error instanceof ScenarioError) && !(error instanceof InputError)) throw error;
      problems.push(error.message);
    }
    return [];
  });
  if (problems.length > 0) throw new InputError(problems.join("\n"));
  return read;
}

/** The text of a file, its size checked before it is read. */
function readText(file: string): string {
  let bytes: Buffer;
  try {
    const handle = openSync(file, "r");
    try {
      const about = fstatSync(handle);
      if (about.isDirectory()) throw new InputError(`${file}: it is a folder, not a scenario file`);
      if (about.size > limits.fileBytes) {
        throw new InputError(`${file}:1:1 a scenario has at most ${limits.fileBytes.toLocaleString("en-GB")} bytes (got ${about.size.toLocaleString("en-GB")})`);
      }
      bytes = readFileSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(`${file}: ${systemReason(error)}`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${file}:1:1 this is not a text file in UTF-8`);
  }
}
