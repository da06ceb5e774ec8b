// The figures of the erlang subcommand, by the rules of the scenario file, all that is wrong with them at once.

import { count } from "../scenario/limits.ts";
import { shorten } from "../scenario/shown.ts";
import { duration, durationOrZero } from "../scenario/values.ts";
import { InputError } from "./exit.ts";
import { leftAfter, readShare, readShareBelowOne, readShareBetween } from "./shareOption.ts";

export interface ErlangCommandOptions {
  readonly calls?: string;
  readonly per?: string;
  readonly handle?: string;
  readonly within?: string;
  readonly agents?: string;
  readonly target?: string;
  readonly maxOccupancy?: string;
  readonly patience?: string;
  readonly balking?: string;
  readonly lines?: string;
  readonly shrinkage?: readonly string[];
  readonly json?: boolean;
}

export type Formula = "b" | "c" | "a";

/** Times in seconds. */
export interface Figures {
  readonly formula: Formula;
  readonly calls: number;
  readonly per: number;
  readonly handleTime: number;
  readonly answerWithin: number;
  /** First and last of the numbers of agents wanted; null: the least that meets the target. */
  readonly agents: { readonly from: number; readonly to: number } | null;
  /** 0 where agents are given. */
  readonly target: number;
  readonly maxOccupancy: number | null;
  /** null: never. */
  readonly patience: number | null;
  readonly balking: number;
  readonly lines: number | null;
  /** The share of paid time that is left of several shrinkages one upon another; null where none is given. */
  readonly present: number | null;
}

const MOST_CALLS = 1e9, MOST_AGENTS = 1e7, MOST_ROWS = 1000;

export function readFigures(formula: Formula, options: ErlangCommandOptions): Figures {
  const problems: string[] = [];
  const read = <Value>(flag: string, text: string | undefined, of: (text: string) => Value | string): Value | undefined => {
    const value = text === undefined ? undefined : of(text);
    if (typeof value !== "string") return value;
    problems.push(`--${flag} ${value} (got ${shorten(text!) || "nothing"})`);
    return undefined;
  };
  const needed = (flag: string, text: string | undefined, what: string) => {
    if (text === undefined) problems.push(`--${flag} is missing: ${what}`);
    return text;
  };
  const { maxOccupancy, agents, target } = options, waits = formula !== "b";

  const calls = read("calls", needed("calls", options.calls, "calls expected, such as 100"), (text) => positive(text, MOST_CALLS) ?? `must be a number of calls above 0, up to ${count(MOST_CALLS)}`);
  const per = read("per", needed("per", options.per, "the time in which they come, such as 30m"), (text) => checked(duration.safeParse(text)));
  const handleTime = read("handle", needed("handle", options.handle, "the mean handle time, such as 5m30s"), (text) => checked(duration.safeParse(text)));
  const answerWithin = read("within", waits ? needed("within", options.within, "the time within which an answer is in time, such as 20s") : options.within, (text) => checked(durationOrZero.safeParse(text)));
  const patience = read("patience", formula === "a" ? needed("patience", options.patience, "how long callers wait in the mean before they hang up, such as 3m; nobody knows it well, and it matters") : options.patience,
    (text) => (text === "never" ? { mean: null } : asMean(checked(duration.safeParse(text)))));
  const balking = read("balking", options.balking, (text) => readShare(text));
  const lines = read("lines", options.lines, (text) => whole(text) ?? `must be a whole number of lines from 1 to ${count(MOST_AGENTS)}`);
  if (formula !== "a") for (const flag of ["patience", "balking", "lines"] as const) if (options[flag] !== undefined) problems.push(`--${flag} is for callers who hang up: use callhall erlang a`);

  if (agents === undefined && target === undefined) problems.push("--agents or --target is missing: agents tell what they attain, a target tells how many it takes");
  if (agents !== undefined && target !== undefined) problems.push("--agents and --target exclude each other: agents tell what they attain, a target tells how many it takes");
  const range = read("agents", agents, readRange);
  const wanted = read("target", target, (text) => readShareBetween(text, "it would take agents without end"));
  const cap = read("max-occupancy", maxOccupancy, (text) => readShareBetween(text, "that is no limit"));
  if (maxOccupancy !== undefined && (target === undefined || !waits)) problems.push(`--max-occupancy is only for ${waits ? "--target" : "c and a"}`);
  const shrinkages = (options.shrinkage ?? []).map((word) => read("shrinkage", word, (text) => readShareBelowOne(text, "nobody would be left")));

  if (problems.length > 0) throw new InputError(problems.join("\n"));
  return {
    formula, calls: calls!, per: per!, handleTime: handleTime!, answerWithin: answerWithin ?? 0, agents: range ?? null, target: wanted ?? 0, maxOccupancy: cap ?? null,
    patience: patience?.mean ?? null, balking: balking ?? 0, lines: lines ?? null,
    present: options.shrinkage === undefined ? null : leftAfter(shrinkages.map((part) => part!)),
  };
}

function positive(text: string, most: number): number | null {
  const value = Number(text);
  return /^\d+(?:\.\d+)?$/.test(text) && value > 0 && value <= most ? value : null;
}

function whole(text: string): number | null {
  return /^\d+$/.test(text) ? positive(text, MOST_AGENTS) : null;
}

function readRange(text: string): { from: number; to: number } | string {
  const parts = text.split(".."), [from, to = from] = parts.map(whole);
  if (parts.length > 2 || from === null || to === null) return `must be a whole number from 1 to ${count(MOST_AGENTS)}, or a range such as 10..16`;
  if (from > to) return "must run upwards, as in 10..16";
  return to - from < MOST_ROWS ? { from, to } : `must have at most ${count(MOST_ROWS)} numbers`;
}

type Parsed = { readonly success: true; readonly data: number } | { readonly success: false; readonly error: { readonly issues: readonly { readonly message: string }[] } };

function checked(result: Parsed): number | string {
  return result.success ? result.data : result.error.issues[0].message;
}

function asMean(mean: number | string): { mean: number } | string {
  return typeof mean === "string" ? mean : { mean };
}
