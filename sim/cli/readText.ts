// The text of a file.

import { readFileSync, statSync } from "node:fs";
import { count, limits } from "../scenario/limits.ts";
import { InputError, shownPath, systemReason } from "./exit.ts";

/**
 * The text of a scenario file, its kind and size checked before it is read. What is not UTF-8 becomes U+FFFD, which the parser
 * refuses at its place. @param name to show in messages
 */
export function readText(file: string, name = file): string {
  try {
    const about = statSync(file);
    if (about.isDirectory()) throw new InputError(`${shownPath(name)}: it is a folder, not a scenario file`);
    if (!about.isFile()) throw new InputError(`${shownPath(name)}: it is a device or a pipe, not a scenario file`); // reading one may never end
    if (about.size > limits.fileBytes) throw new InputError(`${shownPath(name)}:1:1 the file is longer than 4 MiB (got ${count(about.size)} bytes)`);
    return readFileSync(file, "utf8");
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(`${shownPath(name)}: ${systemReason(error)}`);
  }
}
