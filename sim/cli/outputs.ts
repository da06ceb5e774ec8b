// Files are written whole or not at all: first all of them beside their places under other names, then renamed together.

import { accessSync, constants, existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { InputError, shownPath, systemReason } from "./exit.ts";

export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Say early, before hours of work, that a place cannot be written to, or must not: an input, or the place of another output. */
export function checkPlaces(outputs: readonly string[], inputs: readonly string[], whatInputs = "the scenario"): void {
  const taken = new Map(inputs.map((file) => [placeOf(file), `${whatInputs} ${shownPath(file)}`]));
  const problems = outputs.flatMap((file) => {
    const place = placeOf(file), owner = taken.get(place);
    taken.set(place, `another output, ${shownPath(file)}`);
    const reason = owner === undefined ? whyNot(place) : `it would overwrite ${owner}`;
    return reason === null ? [] : [`${shownPath(file)}: cannot be written: ${reason}`];
  });
  if (problems.length > 0) throw new InputError(problems.join("\n"));
}

export function writeOutputs(files: readonly OutputFile[]): void {
  const parts = files.map(({ path, content }, i) => ({ content, place: placeOf(path), part: partIn(dirname(placeOf(path)), i) }));
  try {
    for (const { place, part, content } of parts) {
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(part, content);
    }
    for (const { place, part } of parts) renameSync(part, place);
  } catch (error) {
    for (const { part } of parts) rmSync(part, { force: true });
    throw new InputError(`${files.map(({ path }) => shownPath(path)).join(", ")}: cannot be written: ${systemReason(error)}`);
  }
}

/** Where a path leads in the end, links followed, whether or not anything is there: two spellings of one file give one place. */
function placeOf(path: string): string {
  const full = resolve(path);
  try {
    return realpathSync.native(full);
  } catch { // nothing there, or a pipe
    return dirname(full) === full ? full : join(placeOf(dirname(full)), basename(full));
  }
}

/** Why a file cannot be written to this place; null where it can. Leaves nothing behind, not even a folder. */
function whyNot(place: string): string | null {
  try {
    const there = statSync(place, { throwIfNoEntry: false });
    if (there?.isDirectory()) return "it is a folder";
    if (there !== undefined && !there.isFile()) return "it is a device or a pipe, not a file";
    if (there !== undefined) accessSync(place, constants.W_OK);
    let folder = dirname(place);
    while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
    const trial = partIn(folder, 0);
    writeFileSync(trial, "");
    rmSync(trial);
    return null;
  } catch (error) {
    return systemReason(error);
  }
}

function partIn(folder: string, number: number): string {
  return join(folder, `.callhall-${process.pid}-${number}.part`);
}
