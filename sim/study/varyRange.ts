// What follows --vary: a path of the scenario and the values it runs through, as in `contacts.calls.volume=400..1200/50`.

import { durationPattern, formatDuration, parseDuration } from "../scenario/duration.ts";
import { count } from "../scenario/limits.ts";
import { shorten } from "../scenario/shown.ts";
import { readSettingPath } from "../scenario/settingPath.ts";

/** In place of a path: the agents of all groups together, in the proportions of the file. */
export const ALL_AGENTS = "agents";

/** More points than any picture shows. */
export const MOST_POINTS = 1000;

/** What the values of a path are, and so how they are written. */
export type VaryUnit = "agents" | "number" | "seconds" | "share";

export interface Varied {
  /** As typed. */
  readonly path: string;
  readonly unit: VaryUnit;
  /** Rising; seconds for durations, 0 to 1 for shares. */
  readonly values: readonly number[];
}

/** Something wrong with what is to be varied; the message says it in full, a line a problem. */
export class VaryError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "VaryError";
    this.problems = problems;
  }
}

/** Reads what follows each `--vary`. Throws a `VaryError` with all that is wrong with them. */
export function readVaried(words: readonly string[]): Varied[] {
  const problems: string[] = [];
  const varied = words.flatMap((word) => {
    const read = readOne(word);
    if (typeof read !== "string") return [read];
    problems.push(`--vary ${shorten(word)} ${read}`);
    return [];
  });
  if (words.length > 2) problems.push(`--vary may be given twice at most: two make a map, more no picture (got ${words.length})`);
  if (problems.length === 0 && varied.length === 2) {
    const [first, second] = varied, points = first.values.length * second.values.length;
    if (first.path === second.path) problems.push(`--vary ${shorten(words[1])} varies the same path as the other`);
    if (points > MOST_POINTS) problems.push(`--vary makes ${count(points)} points, ${count(first.values.length)} times ${count(second.values.length)}; at most ${count(MOST_POINTS)}`);
  }
  if (problems.length > 0) throw new VaryError(problems);
  return varied;
}

/** A value as the scenario file writes it. */
export function writtenValue(value: number, unit: VaryUnit): string {
  if (unit === "seconds") return formatDuration(value);
  return unit === "share" ? `${tidy(100 * value)}%` : String(value);
}

function readOne(word: string): Varied | string {
  const read = readSettingPath(word);
  if (read === null) return "must be a path, = and a range, such as groups.generic.agents=8..20 or contacts.calls.volume=400..1200/50";
  const [top] = read.path, path = word.slice(0, read.valueFrom - 1);
  if (top === "seed" || top === "days" || top === "precision") return `cannot be varied: every point has the same ${top === "seed" ? "seed" : "days"}, so that differences are not luck`;
  if (top === "pay" || top === "agreements" || (top === "groups" && read.path[2] === "pay")) return "cannot be varied: a curve has neither costs nor agreements, so every point would be the same; callhall compare weighs costs";
  const match = /^(.+?)\.\.(.+?)(?:\/(.+))?$/.exec(word.slice(read.valueFrom));
  if (match === null) return "must have a range after =, from..to or from..to/step, such as 8..20 or 4m..7m/30s";
  const [from, to, step] = match.slice(1, 4).map((text) => (text === undefined ? undefined : readValue(text)));
  const wrong = [from, to, step].findIndex((value) => value === null);
  if (wrong >= 0) return `must run through numbers, durations such as 4m30s or shares such as 5% (got ${shorten(match[wrong + 1])})`;
  if (!from || !to) throw new Error("unreachable: both ends have been read");
  return spaced(path, from, to, step ?? undefined);
}

interface Value {
  /** In whole billionths, so that steps add up to what a person expects. */
  readonly billionths: number;
  readonly unit: Exclude<VaryUnit, "agents">;
}

const BILLION = 1e9;

function spaced(path: string, from: Value, to: Value, step: Value | undefined): Varied | string {
  if (from.unit !== to.unit || (step !== undefined && step.unit !== from.unit)) return "must have both ends and the step of one kind: numbers, durations or shares";
  const { unit } = from, whole = unit === "number" && from.billionths % BILLION === 0 && to.billionths % BILLION === 0;
  if (from.billionths > to.billionths) return "must run upwards, as in 8..20";
  if (step === undefined && !whole) return "needs a step, as in 4m..7m/30s or 5%..20%/5%";
  const by = step?.billionths ?? BILLION;
  if (by <= 0) return "must have a step above 0";
  const points = Math.floor((to.billionths - from.billionths) / by) + 1;
  if (points > MOST_POINTS) return `makes ${count(points)} points; at most ${count(MOST_POINTS)}`;
  const values = Array.from({ length: points }, (_, i) => (from.billionths + i * by) / (unit === "share" ? 100 * BILLION : BILLION));
  if (path !== ALL_AGENTS) return { path, unit, values };
  const fits = unit === "number" && values.every((value) => Number.isInteger(value) && value >= 0);
  return fits ? { path, unit: "agents", values } : "must run through whole numbers of agents, none below 0";
}

function readValue(text: string): Value | null {
  const decimal = /^(-?[0-9]{1,9}(?:\.[0-9]{1,9})?)(%?)$/.exec(text);
  if (decimal !== null) return { billionths: Math.round(Number(decimal[1]) * BILLION), unit: decimal[2] === "%" ? "share" : "number" };
  return durationPattern.test(text) ? { billionths: Math.round(parseDuration(text) * BILLION), unit: "seconds" } : null;
}

/** Without the last digits of rounding. */
const tidy = (value: number): number => Number(value.toPrecision(12));
