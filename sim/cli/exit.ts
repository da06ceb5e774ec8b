// Exit codes, and how a failure is told.

/** Our fault; the input's fault; stopped by Ctrl-C. 0 is done, whether targets are met or not. */
export const FAULT = 1, INPUT = 2, INTERRUPTED = 130;

/** Something wrong with what the user gave; the message says it in full, a line a problem. */
export class InputError extends Error {}

export function exitCodeOf(error: unknown): number {
  return error instanceof InputError ? INPUT : FAULT;
}

export function tellProblem(error: unknown): void {
  if (error instanceof InputError) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`callhall failed, and that is our fault, not yours: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

/** What the system says about a file, in words. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const words: Record<string, string> = {
    ENOENT: "no such file or folder", EACCES: "permission denied", EPERM: "permission denied", EISDIR: "it is a folder",
    ENOTDIR: "it is not a folder", EEXIST: "it is not a folder", ENOSPC: "the disk is full", EROFS: "the disk is read-only", ENAMETOOLONG: "the name is too long",
  };
  return words[code] ?? (error instanceof Error ? error.message : String(error));
}
