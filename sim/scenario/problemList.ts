import { ScenarioError, type Problem } from "./problem.ts";
import { formatPath, shorten, type Path } from "./shown.ts";
import type { Source } from "./source.ts";

// A file of rubbish can be wrong in a million places; nobody reads on after the first thousand.
const mostShown = 1000;

interface Listed {
  source: Source;
  problem: Problem;
}

/** Collects what is wrong with a scenario, in all its files and settings, until it is time to say all of it at once. */
export class ProblemList {
  readonly #listed = new Map<string, Listed>();
  #unshown = 0;

  /** @param offset in the source's text */
  add(source: Source, offset: number, path: Path, message: string): void {
    const problem = problemAt(source, offset, formatPath(path), message);
    // One mistake may offend several rules: the first to notice it speaks.
    const key = `${source.rank} ${problem.line}:${problem.column} ${problem.path}`;
    if (this.#listed.has(key)) return;
    if (this.#listed.size >= mostShown) this.#unshown++;
    else this.#listed.set(key, { source, problem });
  }

  /** How many problems there are so far. */
  get size(): number {
    return this.#listed.size;
  }

  /** Throws in the order of reading: the file, its bases, the settings, and each from top to bottom. */
  throwIfAny(): void {
    const problems = this.inOrder();
    if (problems.length > 0) throw new ScenarioError(problems);
  }

  /** All so far, in that order. */
  inOrder(): Problem[] {
    const sorted = [...this.#listed.values()].sort((a, b) => order(a) - order(b) || a.problem.line - b.problem.line || a.problem.column - b.problem.column);
    const last = sorted.at(-1);
    if (last === undefined) return [];
    const problems = sorted.map(({ problem }) => problem);
    if (this.#unshown > 0) problems.push(problemAt(last.source, last.source.text.length, "", `and ${this.#unshown} more problems, not shown`));
    return problems;
  }
}

function problemAt(source: Source, offset: number, path: string, message: string): Problem {
  const problem = { file: source.file, ...source.placeOf(offset), path, message };
  return source.set === undefined ? problem : { ...problem, set: shorten(source.set) };
}

/** Ranks go 0, -1, -2 … for the file and its bases, and 1, 2 … for settings, which come last. */
function order({ source: { rank } }: Listed): number {
  return rank > 0 ? Number.MAX_SAFE_INTEGER / 2 + rank : -rank;
}
