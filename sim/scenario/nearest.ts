import { shorten } from "./shown.ts";

// Longer words are hardly a slip of the finger, and the comparison below grows with the square of their length.
const longestWord = 40;

/** The known word that `word` was probably meant to be, if one is near enough: a third of its letters may differ, but never all of a short name. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > longestWord) return undefined;
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestEdits = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= bestEdits) continue;
    const needed = edits(wanted, candidate.toLowerCase());
    if (needed < bestEdits && needed < Math.min(word.length, candidate.length)) [best, bestEdits] = [candidate, needed];
  }
  return best;
}

/** Letters to insert, delete, replace or swap with their neighbour until `a` reads `b` (optimal string alignment). */
function edits(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let fewest = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) fewest = Math.min(fewest, (beforeLast[j - 2] ?? 0) + 1);
      row.push(fewest);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

/** "there is no such shift", with the one that was probably meant. */
export function noSuch(what: string, word: string, known: Iterable<string>): string {
  const meant = nearest(word, known);
  return `there is no such ${what}${meant === undefined ? "" : `; did you mean ${shorten(meant)}?`}`;
}
