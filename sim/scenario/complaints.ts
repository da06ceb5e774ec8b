import type { ProblemList } from "./problemList.ts";
import type { Path } from "./shown.ts";
import type { Source } from "./source.ts";

/** What is wrong with one source, by offset into its text. */
export class Complaints {
  readonly source: Source;
  readonly #problems: ProblemList;

  constructor(source: Source, problems: ProblemList) {
    this.source = source;
    this.#problems = problems;
  }

  lineAt(offset: number): number {
    return this.source.placeOf(offset).line;
  }

  add(offset: number, path: Path, message: string): void {
    this.#problems.add(this.source, offset, path, message);
  }

  throwIfAny(): void {
    this.#problems.throwIfAny();
  }
}
