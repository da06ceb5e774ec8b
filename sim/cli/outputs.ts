// Files are written whole or not at all: first all of them beside their places under other names, then renamed together.

import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { InputError, systemReason } from "./exit.ts";

export interface OutputFile {
  readonly path: string;
  readonly content: string;
}

/** Say early, before hours of work, that a place cannot be written to. */
export function checkPlaces(files: readonly string[]): void {
  const problems = files.flatMap((file) => {
    if (existsSync(file) && statSync(file).isDirectory()) return [`${file}: it is a folder, not a file to write`];
    try {
      mkdirSync(dirname(file), { recursive: true });
      const trial = temporary(file);
      writeFileSync(trial, "");
      rmSync(trial);
      return [];
    } catch (error) {
      return [`${file}: cannot be written: ${systemReason(error)}`];
    }
  });
  if (problems.length > 0) throw new InputError(problems.join("\n"));
}

export function writeOutputs(files: readonly OutputFile[]): void {
  const written: string[] = [];
  try {
    for (const { path, content } of files) {
      written.push(temporary(path));
      writeFileSync(temporary(path), content);
    }
    for (const { path } of files) renameSync(temporary(path), path);
  } catch (error) {
    for (const path of written) rmSync(path, { force: true });
    throw new InputError(`${files.map(({ path }) => path).join(", ")}: cannot be written: ${systemReason(error)}`);
  }
}

function temporary(file: string): string {
  return join(dirname(file), `.${process.pid}-${file.split(/[\\/]/).at(-1)}.part`);
}
