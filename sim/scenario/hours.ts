import { formatClock } from "./clock.ts";
import { formatDuration } from "./duration.ts";
import type { Findings } from "./findings.ts";
import { piece } from "./pieces.ts";
import { scenarioSchema } from "./schema.ts";
import type { Path } from "./shown.ts";

/** Two times of day, in order. */
export interface Span {
  from: number;
  to: number;
}

/** The staffing intervals of a day, as far as they can be told from the file. */
export interface Intervals extends Span {
  length: number;
  number: number;
}

const { opening, interval } = scenarioSchema.shape;

/** The span under a path, undefined where it is wrong; complains where it ends before it begins. */
export function readSpan(findings: Findings, path: Path): Span | undefined {
  const from = piece(findings, opening.shape.from, [...path, "from"]);
  const to = piece(findings, opening.shape.to, [...path, "to"]);
  if (from === undefined || to === undefined) return undefined;
  if (from < to) return { from, to };
  findings.value([...path, "to"], `must be later than from, ${formatClock(from)}`);
  return undefined;
}

/** The intervals of the opening hours, undefined where they do not come out whole. */
export function readIntervals(findings: Findings, open: Span | undefined): Intervals | undefined {
  const length = piece(findings, interval, ["interval"]);
  if (open === undefined || length === undefined) return undefined;
  const number = (open.to - open.from) / length;
  if (Number.isInteger(number)) return { ...open, length, number };
  const hours = `${formatClock(open.from)} to ${formatClock(open.to)} (${formatDuration(open.to - open.from)})`;
  findings.value(["interval"], `must divide the opening hours, ${hours}`);
  return undefined;
}

/** Complains unless a list has one entry per interval. */
export function checkLength(findings: Findings, path: Path, list: readonly unknown[], intervals: Intervals | undefined): void {
  if (intervals === undefined || list.length === intervals.number) return;
  const { from, to, length, number } = intervals;
  const span = `${formatDuration(length)} from ${formatClock(from)} to ${formatClock(to)}`;
  findings.value(path, `must have ${number} ${number === 1 ? "entry" : "entries"}, one for each ${span}`);
}
