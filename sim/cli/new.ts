// The new subcommand: a commented starter scenario, from figures on the command line, from a planner's sheet, or from neither.

import { existsSync } from "node:fs";
import { clockPattern, formatClock, parseClock } from "../scenario/clock.ts";
import { contactType } from "../scenario/contact.ts";
import { formatDuration } from "../scenario/duration.ts";
import { count, limits } from "../scenario/limits.ts";
import { parseScenario } from "../scenario/parse.ts";
import { ScenarioError } from "../scenario/problem.ts";
import { scenarioSchema } from "../scenario/schema.ts";
import { shorten } from "../scenario/shown.ts";
import { duration } from "../scenario/values.ts";
import { InputError, shownPath } from "./exit.ts";
import { checkPlaces, writeOutputs } from "./outputs.ts";
import { readSheetDay, type SheetDay } from "./sheetDay.ts";
import { starterText, type Starter, type Told } from "./starter.ts";
import { usualProfile } from "../study/usualProfile.ts";

export interface NewCommandOptions {
  readonly volume?: string;
  readonly opening?: string;
  readonly handle?: string;
  readonly agents?: string;
  readonly interval?: string;
  readonly from?: string;
  readonly force?: boolean;
}

interface Flags {
  readonly volume?: number;
  readonly opening?: Starter["opening"]["value"];
  readonly handle?: number;
  readonly agents?: number;
  readonly interval?: number;
}

export async function newCommand(file: string, options: NewCommandOptions): Promise<void> {
  const flags = readFlags(options);
  if (!options.force && existsSync(file)) throw new InputError(`${shownPath(file)}: it exists already; --force replaces it, and another name leaves it alone`);
  checkPlaces([file], options.from === undefined ? [] : [options.from], "the sheet");
  const sheet = options.from === undefined ? null : { file: options.from, day: await readSheetDay(options.from) };
  const content = starterText(sheet === null ? fromFlags(flags) : fromSheet(sheet.file, sheet.day, flags));
  checkScenario(content, file);
  writeOutputs([{ path: file, content }]);
  for (const row of sheet?.day.leftOut ?? []) process.stderr.write(`${shownPath(sheet!.file)}: ${row}\n`);
  process.stderr.write(`wrote ${shownPath(file)}\n`);
}

/** The figures of the command line by the rules for the file's, all that is wrong with them at once. */
function readFlags({ volume, opening, handle, agents, interval }: NewCommandOptions): Flags {
  const problems: string[] = [];
  const checked = <Value>(flag: string, text: string | undefined, read: (text: string) => Value | string): Value | undefined => {
    const value = text === undefined ? undefined : read(text);
    if (typeof value !== "string") return value;
    problems.push(`--${flag} ${value} (got ${shorten(text!)})`);
    return undefined;
  };
  const flags: Flags = {
    volume: checked("volume", volume, (text) => (/^\d+(?:\.\d+)?$/.test(text) && Number(text) > 0 && contactType.shape.volume.safeParse(Number(text)).success ? Number(text) : `must be a number of calls a day, above 0 and up to ${count(limits.contactsPerDay)}`)),
    opening: checked("opening", opening, readOpening),
    handle: checked("handle", handle, (text) => {
      const seconds = duration.safeParse(text);
      return seconds.success ? seconds.data : seconds.error.issues[0].message;
    }),
    agents: checked("agents", agents, (text) => (/^\d+$/.test(text) && Number(text) <= limits.agents ? Number(text) : `must be a whole number of agents from 0 to ${count(limits.agents)}`)),
    interval: checked("interval", interval, (text) => {
      const seconds = scenarioSchema.shape.interval.safeParse(text);
      return seconds.success ? seconds.data : seconds.error.issues[0].message;
    }),
  };
  if (problems.length > 0) throw new InputError(problems.join("\n"));
  return flags;
}

function readOpening(text: string): Starter["opening"]["value"] | string {
  const clocks = text.split("-");
  if (clocks.length !== 2 || !clocks.every((clock) => clockPattern.test(clock))) return "must be two times of day such as 08:30-18:00";
  const [from, to] = clocks.map(parseClock);
  return from < to ? { from, to } : "must end later than it begins";
}

const told = <Value>(flag: keyof Flags, given: Value | undefined, usual: Value, why: string): Told<Value> =>
  given === undefined ? { value: usual, says: `assumed: ${why}` } : { value: given, says: `As told by --${flag}` };

function fromFlags(flags: Flags): Starter {
  const opening = told("opening", flags.opening, { from: parseClock("08:30"), to: parseClock("18:00") }, "usual office hours");
  const interval = told("interval", flags.interval, 1800, "half hours are usual");
  const { from, to } = opening.value, intervals = (to - from) / interval.value;
  if (!Number.isInteger(intervals)) throw new InputError(`--interval ${formatDuration(interval.value)} must divide the opening hours, ${formatClock(from)} to ${formatClock(to)} (${formatDuration(to - from)})`);
  const volume = told("volume", flags.volume, 600, "a council of middle size");
  const handleTime = told("handle", flags.handle, 330, "5m30s, a usual target for council calls");
  const profile = usualProfile(intervals);
  const agents = agentsTold(flags, volume.value, profile, interval.value, handleTime.value);
  return { heading: ["A day of a contact centre."], opening, interval, volume, profile: { value: profile, says: "assumed: a morning peak and a quiet last hour" }, handleTime, agents };
}

function fromSheet(file: string, { from, to, interval, volumes, agents, handleTime, columns, sheet }: SheetDay, flags: Flags): Starter {
  const twice = [...(agents !== null && flags.agents !== undefined ? ["--agents"] : []), ...(handleTime !== null && flags.handle !== undefined ? ["--handle"] : [])];
  if (twice.length > 0) throw new InputError(twice.map((flag) => `${flag} cannot be given: the sheet has a column for it`).join("\n"));
  const volume = volumes.reduce((sum, calls) => sum + calls, 0);
  const handle = handleTime === null ? told("handle", flags.handle, 330, "5m30s, a usual target for council calls")
    : { value: Math.round(handleTime * 10) / 10, says: `The mean over all calls of ${columns.handleTime}` };
  return {
    heading: [`A day from ${shownPath(file)}${sheet === null ? "" : `, sheet ${shorten(sheet)}`}: times from ${columns.time}, calls from ${columns.volume}${agents === null ? "" : `, agents from ${columns.agents}`}.`],
    opening: { value: { from, to }, says: `The first and last of ${columns.time}` },
    interval: { value: interval, says: "The distance of the sheet's rows" },
    volume: { value: volume, says: `The sum of ${columns.volume}` },
    profile: { value: volumes, says: `The calls of ${columns.volume}` },
    handleTime: handle,
    agents: agents === null ? agentsTold(flags, volume, volumes, interval, handle.value) : { value: agents, says: `From ${columns.agents}` },
  };
}

/** Without a number of agents: the busiest interval's load and its square root, rounded up. */
function agentsTold({ agents }: Flags, volume: number, profile: readonly number[], interval: number, handleTime: number): Told<number> {
  const peak = (volume * Math.max(...profile)) / profile.reduce((sum, weight) => sum + weight, 0), load = (peak * handleTime) / interval;
  const enough = Math.min(limits.agents, Math.ceil(load + Math.sqrt(load)));
  return told("agents", agents, enough, `the busiest interval keeps ${load.toFixed(1)} people busy; this is as many and their square root, a rule of thumb`);
}

/** What the file's own rules say against the figures together, such as too many calls in all; told before anything is written. */
function checkScenario(text: string, file: string): void {
  try {
    parseScenario(text, file);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw new InputError(error.problems.map(({ path, message }) => `these figures make no scenario: ${path} ${message}`).join("\n"));
  }
}
