// Exit codes, and how a failure is told.

import { escapeControls } from "../scenario/shown.ts";

/** Our fault; the input's fault; stopped by Ctrl-C. 0 is done, whether targets are met or not. */
export const FAULT = 1, INPUT = 2, INTERRUPTED = 130;

/** Something wrong with what the user gave; the message says it in full, a line a problem. */
export class InputError extends Error {}

export function exitCodeOf(error: unknown): number {
  return error instanceof InputError ? INPUT : FAULT;
}

export function tellProblem(error: unknown): void {
  if (error instanceof InputError) process.stderr.write(`${error.message}\n`);
  else if (isOutOfMemory(error)) process.stderr.write("callhall: this computer has not enough memory for the run; simulate fewer days, or with fewer --workers\n");
  else process.stderr.write(`callhall failed, and that is our fault, not yours: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

function isOutOfMemory(error: unknown): boolean {
  return codeOf(error) === "ERR_WORKER_OUT_OF_MEMORY" || (error instanceof RangeError && error.message === "Array buffer allocation failed");
}

/** What the system says about a file, in words. */
export function systemReason(error: unknown): string {
  const words: Record<string, string> = {
    ENOENT: "no such file or folder", EACCES: "permission denied", EPERM: "permission denied", EISDIR: "it is a folder",
    ENOTDIR: "part of the path is a file, not a folder", EEXIST: "part of the path is a file, not a folder",
    ENOSPC: "the disk is full", EROFS: "the disk is read-only", ENAMETOOLONG: "the name is too long", ELOOP: "its links lead in a circle",
  };
  return words[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** A path as it may be shown: names of files may hold anything, even codes that steer a terminal. */
export function shownPath(path: string): string {
  return path === "" ? '""' : escapeControls(path);
}
