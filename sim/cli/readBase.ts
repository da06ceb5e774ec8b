// The files that a scenario extends.

import type { ReadBase } from "../scenario/extends.ts";
import { fileBeside } from "./beside.ts";
import { InputError } from "./exit.ts";
import { readText } from "./readText.ts";

export interface NamedText {
  readonly file: string;
  readonly text: string;
}

/** A reader of bases for a scenario of the command line. @param read told each base, nearest first */
export function baseReader(scenario: string, read: (base: NamedText) => void): ReadBase {
  return (path, fromFile) => {
    const found = fileBeside(scenario, path, fromFile);
    if ("refused" in found) return found;
    const { file, place } = found;
    try {
      const base = { file, text: readText(place, file) };
      read(base);
      return base;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return { refused: error.message };
    }
  };
}
