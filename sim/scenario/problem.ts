import { escapeControls } from "./shown.ts";

/** One mistake in a scenario file, where it stands. Lines and columns count from 1, columns in UTF-16 units as editors do. */
export interface Problem {
  file: string;
  /** Both are 0 for a value that stands in no file but after `--set`. */
  line: number;
  column: number;
  /** Keys from the top of the file, as in `contacts.calls.profile[3]`; empty for the file as a whole. */
  path: string;
  message: string;
  /** For a value of the command line: what followed `--set`. */
  set?: string;
}

/** Everything that is wrong with a scenario, in the order given; the message has one line per problem. */
export class ScenarioError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.name = "ScenarioError";
    this.problems = problems;
  }
}

function formatProblem({ file, line, column, path, message, set }: Problem): string {
  const shownFile = escapeControls(file);
  if (set === undefined) return [`${shownFile}:${line}:${column}`, path, message].filter((part) => part !== "").join(" ");
  // The setting names its path itself.
  const words = [file === "" ? "" : `${shownFile}:`, `--set ${set}`, set.startsWith(`${path}=`) ? "" : path, message];
  return words.filter((part) => part !== "").join(" ");
}
