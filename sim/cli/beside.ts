// The files that a scenario names: only those in its own folder and below, so that a scenario from elsewhere cannot read others.

import { realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep, win32 } from "node:path";
import { shownPath, systemReason } from "./exit.ts";

/** A file by the name to show and the place to read it from, links resolved; or why it may not be read. */
export type Beside = { readonly file: string; readonly place: string } | { readonly refused: string };

/** @param path relative to `fromFile`, the scenario itself or a file that it extends */
export function fileBeside(scenario: string, path: string, fromFile: string): Beside {
  if (isAbsolute(path) || win32.isAbsolute(path)) return { refused: "must be a path relative to this file" };
  const folder = dirname(scenario), file = join(dirname(fromFile), path);
  const outside = { refused: `must not lead out of the folder of ${shownPath(scenario)}` };
  if (!isWithin(folder, file)) return outside;
  try {
    const place = realpathSync.native(file);
    return isWithin(realpathSync.native(folder), place) ? { file, place } : outside;
  } catch (error) {
    return { refused: `${shownPath(file)}: ${systemReason(error)}` };
  }
}

function isWithin(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
