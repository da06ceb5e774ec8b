import { escapeControls } from "./shown.ts";

/** One mistake in a scenario file, where it stands. Lines and columns count from 1, columns in UTF-16 units as editors do. */
export interface Problem {
  file: string;
  line: number;
  column: number;
  /** Keys from the top of the file, as in `contacts.calls.profile[3]`; empty for the file as a whole. */
  path: string;
  message: string;
}

/** Everything that is wrong with a scenario file, sorted by position; the message has one line per problem. */
export class ScenarioError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
    super(sorted.map(formatProblem).join("\n"));
    this.name = "ScenarioError";
    this.problems = sorted;
  }
}

function formatProblem({ file, line, column, path, message }: Problem): string {
  return [`${escapeControls(file)}:${line}:${column}`, path, message].filter((part) => part !== "").join(" ");
}
