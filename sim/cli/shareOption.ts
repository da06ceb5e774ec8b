// Shares on the command line, by the rule of the scenario file.

import { sharePattern } from "../scenario/share.ts";
import { share } from "../scenario/values.ts";

/** "80%" or 0.8; a text says what is wrong. */
export function readShare(text: string): number | string {
  const read = share.safeParse(sharePattern.test(text) || !/^\d+(?:\.\d+)?$/.test(text) ? text : Number(text));
  return read.success ? read.data : read.error.issues[0].message;
}

/** The same below 100 %. */
export function readShareBelowOne(text: string, why: string): number | string {
  const value = readShare(text);
  return value === 1 ? `must be below 100%: ${why}` : value;
}

/** The same above 0 % and below 100 %. */
export function readShareBetween(text: string, why: string): number | string {
  const value = readShareBelowOne(text, why);
  return value === 0 ? "must be above 0%" : value;
}

/** What is left when each takes its share of what the one before has left. */
export function leftAfter(shares: readonly number[]): number {
  return shares.reduce((product, part) => product * (1 - part), 1);
}
