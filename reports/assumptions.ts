// What the files of a study say that they assume: comments in which the word stands, as "# assumed: …" or "# Assumed: …".

import type { File } from "./repeat.ts";

export interface Assumption {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** What stands before the comment in its line: the key and its value; empty where the comment has lines of its own. */
  readonly about: string;
  /** What follows "assumed", where that begins the comment or a colon follows; else the whole sentence in which it stands. Empty where the word says it all. */
  readonly says: string;
}

const WORD = /\bassumed\b(:?)[\s,]*/i;

export function assumptionsOf(files: readonly File[]): Assumption[] {
  return files.flatMap(({ file, text }) => {
    const lines = text.split(/\r?\n/).map(parted), found: Assumption[] = [];
    for (let i = 0; i < lines.length; i++) {
      const { code, comment } = lines[i], word = WORD.exec(comment);
      if (word === null) continue;
      const isLabel = word.index === 0 || word[1] === ":";
      let says = isLabel ? comment.slice(word.index + word[0].length) : comment, line = i;
      // A paragraph of comment goes on over lines of its own.
      while (code === "" && line + 1 < lines.length && lines[line + 1].code === "" && lines[line + 1].comment !== "" && !WORD.test(lines[line + 1].comment)) says = `${says} ${lines[++line].comment}`;
      if (!isLabel && code === "") for (let before = i - 1; before >= 0 && lines[before].code === "" && lines[before].comment !== "" && !WORD.test(lines[before].comment); before--) says = `${lines[before].comment} ${says}`;
      found.push({ file, line: i + 1, about: code, says: isLabel || code !== "" ? says.trim() : sentenceIn(says) });
      i = line;
    }
    return found;
  });
}

/** The sentence of a paragraph in which the word stands. */
function sentenceIn(paragraph: string): string {
  return paragraph.split(/(?<=[.?!])\s+(?=\p{Lu})/u).find((sentence) => WORD.test(sentence))?.trim() ?? "";
}

/** A line's code and its comment. A # begins a comment at the line's start or after a space, outside of quotes. */
function parted(line: string): { readonly code: string; readonly comment: string } {
  let quote = "";
  for (let i = 0; i < line.length; i++) {
    const character = line[i];
    if (quote !== "") quote = character === quote ? "" : quote;
    else if ((character === '"' || character === "'") && /^$|[\s:,[{]/.test(line[i - 1] ?? "")) quote = character;
    else if (character === "#" && (i === 0 || /\s/.test(line[i - 1]))) return { code: line.slice(0, i).trim(), comment: line.slice(i + 1).trim() };
  }
  return { code: line.trim(), comment: "" };
}
