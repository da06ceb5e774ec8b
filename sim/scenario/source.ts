import { LineCounter } from "yaml";

/** A text that values come from, so that a mistake is shown where it was made: a scenario file, or `--set` on the command line. */
export class Source {
  readonly file: string;
  readonly text: string;
  /** Sources of higher rank overrule those below: 0 is the file itself, its bases are below, settings above. */
  readonly rank: number;
  /** What followed `--set`, where the text comes from there. */
  readonly set: string | undefined;
  #lines: LineCounter | undefined;

  constructor(file: string, text: string, rank: number, set?: string) {
    this.file = file;
    this.text = text;
    this.rank = rank;
    this.set = set;
  }

  /** Line and column, from 1; a setting has neither, and says 0. */
  placeOf(offset: number): { line: number; column: number } {
    if (this.set !== undefined) return { line: 0, column: 0 };
    this.#lines ??= lineStarts(this.text);
    const { line, col } = this.#lines.linePos(Math.min(Math.max(offset, 0), this.text.length));
    return { line, column: col };
  }
}

function lineStarts(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
  return lines;
}
