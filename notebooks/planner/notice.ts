// What the page has to say beside its numbers: a link that was copied, a file that could not be read.

import { signal } from "@preact/signals";
import { ScenarioError } from "../../sim/scenario/problem.ts";

export interface Notice {
  readonly says: string;
  /** One line each. */
  readonly problems: readonly string[];
}

export const notice = signal<Notice | null>(null);

export function tell(says: string): void {
  notice.value = { says, problems: [] };
}

/** What went wrong, every problem of it. */
export function tellWrong(says: string, error: unknown): void {
  notice.value = { says, problems: problemsIn(error) };
}

/** "line 4, column 13: contacts.calls.handleTime.mean must be …" */
export function problemsIn(error: unknown): string[] {
  if (error instanceof ScenarioError) return error.problems.map(({ line, column, path, message }) => `${line === 0 ? "" : `line ${line}, column ${column}: `}${path} ${message}`.trim());
  return [error instanceof Error ? error.message : String(error)];
}
