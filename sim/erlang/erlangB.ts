// Erlang B: who finds all lines taken is gone. Erlang (1917); the sum below is the reciprocal of his formula.

import { leastWhole } from "./leastWhole.ts";

/**
 * Share of contacts that find all lines taken.
 * @param load offered load in erlangs, from 0
 * @param lines a whole number from 0
 * @throws RangeError for other numbers
 */
export function blocking(load: number, lines: number): number {
  checkLoad(load);
  checkLines(lines);
  return Math.exp(-lnInverseBlocking(load, lines));
}

/**
 * The least lines with which at most the share `most` is blocked.
 * @param load offered load in erlangs, from 0
 * @param most above 0, below 1
 * @throws RangeError for other numbers
 */
export function linesFor(load: number, most: number): number {
  checkLoad(load);
  checkShare(most);
  return leastWhole((lines) => blocking(load, lines) <= most, load);
}

/**
 * The offered load, in erlangs, of which `lines` block the share `share`: the inverse of `blocking` in its first argument.
 * @param share above 0, below 1
 * @throws RangeError for other numbers
 */
export function loadFor(lines: number, share: number): number {
  checkLines(lines);
  checkShare(share);
  let low = 0, high = lines / (1 - share); // at most `lines` are served, so this load blocks at least `share`
  for (let middle = high / 2; middle > low && middle < high; middle = low + (high - low) / 2) {
    if (blocking(middle, lines) < share) low = middle;
    else high = middle;
  }
  return high;
}

const SMALL = 1e-18, LARGE = 1e280;

/**
 * Natural logarithm of 1 / blocking: of how often there are 0 to `lines` busy, against all of them busy. Summed from all busy
 * downwards, 1 + n/a (1 + (n-1)/a (...)): all terms are positive, and once they fall they fall fast, so that a million erlangs
 * need ten thousand terms. The logarithm keeps what neither a double nor its reciprocal could.
 */
export function lnInverseBlocking(load: number, lines: number): number {
  if (load === 0) return lines === 0 ? 0 : Infinity;
  let sum = 1, term = 1, lnScale = 0;
  for (let busy = lines; busy > 0; busy--) {
    const ratio = busy / load;
    term *= ratio;
    sum += term;
    if (ratio < 1 && term < SMALL * (1 - ratio) * sum) break; // what follows is less than a geometric series
    if (sum > LARGE) {
      lnScale += Math.log(sum);
      term /= sum;
      sum = 1;
    }
  }
  return lnScale + Math.log(sum);
}

function checkLoad(load: number): void {
  if (!(load >= 0 && load < Infinity)) throw new RangeError(`load must be a number of erlangs, not negative (got ${load})`);
}

function checkLines(lines: number): void {
  if (!(Number.isSafeInteger(lines) && lines >= 0)) throw new RangeError(`lines must be a whole number, not negative (got ${lines})`);
}

function checkShare(share: number): void {
  if (!(share > 0 && share < 1)) throw new RangeError(`blocking must be a share above 0 and below 1 (got ${share})`);
}
