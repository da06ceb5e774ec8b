// The files that a scenario extends: only those in its own folder and below, so that a scenario from elsewhere cannot read others.

import { realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep, win32 } from "node:path";
import type { ReadBase } from "../scenario/extends.ts";
import { InputError, shownPath, systemReason } from "./exit.ts";
import { readText } from "./readText.ts";

export interface NamedText {
  readonly file: string;
  readonly text: string;
}

/** A reader of bases for a scenario of the command line. @param read told each base, nearest first */
export function baseReader(scenario: string, read: (base: NamedText) => void): ReadBase {
  const folder = dirname(scenario);
  return (path, fromFile) => {
    if (isAbsolute(path) || win32.isAbsolute(path)) return { refused: "must be a path relative to this file" };
    const file = join(dirname(fromFile), path);
    const outside = { refused: `must not lead out of the folder of ${shownPath(scenario)}` };
    if (!isWithin(folder, file)) return outside;
    try {
      const place = realpathSync.native(file);
      if (!isWithin(realpathSync.native(folder), place)) return outside;
      const base = { file, text: readText(place, file) };
      read(base);
      return base;
    } catch (error) {
      return { refused: error instanceof InputError ? error.message : `${shownPath(file)}: ${systemReason(error)}` };
    }
  };
}

function isWithin(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
