// What the fit subcommand is told, read by the rules of the scenario's own keys.

import { contactType } from "../scenario/contact.ts";
import { count, limits } from "../scenario/limits.ts";
import { scenarioSchema } from "../scenario/schema.ts";
import { shorten } from "../scenario/shown.ts";
import { duration } from "../scenario/values.ts";
import { InputError } from "./exit.ts";
import { readWhen } from "./exportCells.ts";

export interface FitCommandOptions {
  readonly output: string;
  readonly report?: string;
  readonly map?: readonly string[];
  readonly handle?: string;
  readonly agents?: string;
  readonly interval?: string;
  readonly within?: string;
  readonly target?: string;
  readonly testFrom?: string;
  readonly json?: boolean;
}

export interface FitFlags {
  /** Seconds. */
  readonly handle: number | null;
  readonly agents: number | null;
  readonly interval: number | null;
  readonly within: number | null;
  /** Share of 1. */
  readonly target: number | null;
  /** Days since 1970. */
  readonly testFrom: number | null;
}

/** What is wrong is told all at once. */
export function readFitFlags(options: FitCommandOptions): FitFlags {
  const problems: string[] = [], schemas = { handle: duration, interval: scenarioSchema.shape.interval, within: contactType.shape.answerWithin, target: contactType.shape.target };
  const read = (name: keyof typeof schemas): number | null => {
    const given = options[name];
    if (given === undefined) return null;
    const value = schemas[name].safeParse(given);
    if (value.success) return value.data;
    problems.push(`--${name} ${value.error.issues[0].message} (got ${shorten(given)})`);
    return null;
  };
  const flags = { handle: read("handle"), interval: read("interval"), within: read("within"), target: read("target") }, agents = options.agents === undefined ? null : Number(options.agents);
  if (agents !== null && !(/^\d+$/.test(options.agents ?? "") && agents <= limits.agents)) problems.push(`--agents must be a whole number of agents from 0 to ${count(limits.agents)} (got ${shorten(options.agents ?? "")})`);
  const when = options.testFrom === undefined ? null : readWhen(options.testFrom, "day first");
  if (options.testFrom !== undefined && (when === null || when.day === null)) problems.push(`--test-from must be a date such as 2026-09-01 (got ${shorten(options.testFrom)})`);
  if (problems.length > 0) throw new InputError(problems.join("\n"));
  return { ...flags, agents, testFrom: when?.day ?? null };
}
