import { LineCounter } from "yaml";
import { ScenarioError, type Problem } from "./problem.ts";
import { formatPath, type Path } from "./shown.ts";

// A file of rubbish can be wrong in a million places; nobody reads on after the first thousand.
const mostShown = 1000;

/** Collects what is wrong with one file, by offset into its text, until it is time to say all of it at once. */
export class Complaints {
  readonly #file: string;
  readonly #length: number;
  readonly #lines = new LineCounter();
  readonly #problems = new Map<string, Problem>();
  #unshown = 0;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#length = text.length;
    this.#lines.addNewLine(0);
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#lines.addNewLine(at + 1);
  }

  lineAt(offset: number): number {
    return this.#place(offset).line;
  }

  add(offset: number, path: Path, message: string): void {
    const { line, column } = this.#place(offset);
    const problem = { file: this.#file, line, column, path: formatPath(path), message };
    // One mistake may offend several rules: the first to notice it speaks.
    const key = `${line}:${column} ${problem.path}`;
    if (this.#problems.has(key)) return;
    if (this.#problems.size >= mostShown) this.#unshown++;
    else this.#problems.set(key, problem);
  }

  throwIfAny(): void {
    if (this.#problems.size === 0) return;
    const problems = [...this.#problems.values()];
    if (this.#unshown > 0) {
      const { line, column } = this.#place(this.#length);
      problems.push({ file: this.#file, line, column, path: "", message: `and ${this.#unshown} more problems, not shown` });
    }
    throw new ScenarioError(problems);
  }

  #place(offset: number): { line: number; column: number } {
    const { line, col } = this.#lines.linePos(Math.min(Math.max(offset, 0), this.#length));
    return { line, column: col };
  }
}
