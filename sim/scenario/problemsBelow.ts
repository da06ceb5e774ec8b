import { ProblemList } from "./problemList.ts";
import type { Path } from "./shown.ts";
import type { Source } from "./source.ts";

/** Hands the problems of a part that is checked as if it were a whole file on to the list of the file, under the path of the part. */
export class ProblemsBelow extends ProblemList {
  readonly #whole: ProblemList;
  readonly #above: Path;

  constructor(whole: ProblemList, above: Path) {
    super();
    this.#whole = whole;
    this.#above = above;
  }

  override add(source: Source, offset: number, path: Path, message: string): void {
    this.#whole.add(source, offset, [...this.#above, ...path], message);
  }

  override get size(): number {
    return this.#whole.size;
  }

  override throwIfAny(): void {
    this.#whole.throwIfAny();
  }
}
