// What a control changes in the scenario file, as changes of its text. Pure: the plan as it is in, changes out.

import { meanHandleTime } from "../../sim/erlang/offeredLoad.ts";
import { usualProfile } from "../../sim/study/usualProfile.ts";
import { formatClock } from "../../sim/scenario/clock.ts";
import { formatDuration } from "../../sim/scenario/duration.ts";
import { readEntry } from "../../sim/scenario/readEntry.ts";
import type { Break, ContactType, Law, Scenario, Shift } from "../../sim/scenario/schema.ts";
import type { Change } from "./plan.ts";

export const intervalsOf = ({ opening, interval }: Pick<Scenario, "opening" | "interval">): number => (opening.to - opening.from) / interval;

/** A type's expected contacts a day, and by interval. */
export function demandOf({ volume, profile, ratesPerHour }: ContactType, interval: number): { readonly volume: number; readonly byInterval: readonly number[] } {
  if (ratesPerHour !== undefined) {
    const byInterval = ratesPerHour.map((rate) => (rate * interval) / 3600);
    return { volume: sum(byInterval), byInterval };
  }
  const weights = profile ?? [], all = sum(weights);
  return { volume: volume ?? 0, byInterval: weights.map((weight) => (all > 0 ? ((volume ?? 0) * weight) / all : 0)) };
}

/** The volume of a type; rates by the hour become a volume with their profile. */
export function withVolume({ contacts, interval }: Scenario, type: string, volume: number): Change[] {
  const given = contacts[type];
  return given.ratesPerHour === undefined ? [[["contacts", type, "volume"], volume]] : withDemand(type, volume, demandOf(given, interval).byInterval);
}

/** How a type's day is shaped; its volume stays. @param weights one per interval */
export function withShape({ contacts, interval }: Scenario, type: string, weights: readonly number[]): Change[] {
  return contacts[type].ratesPerHour === undefined ? [[["contacts", type, "profile"], weights.map(rounded)]] : withDemand(type, demandOf(contacts[type], interval).volume, weights);
}

export function withDemand(type: string, volume: number, weights: readonly number[]): Change[] {
  return [
    [["contacts", type, "ratesPerHour"], undefined],
    [["contacts", type, "volume"], Math.round(1e6 * volume) / 1e6], [["contacts", type, "profile"], weights.map(rounded)],
  ];
}

export const meanOf = (law: Law): number => meanHandleTime({ handleTime: law, handleTimeFactor: 1 });

/** The same law, stretched to another mean in seconds: laws that are given by other figures keep their shape. */
export function withMean(path: readonly string[], law: Law, mean: number): Change[] {
  const factor = mean / meanOf(law), time = (seconds: number) => formatDuration(Math.round(10 * seconds) / 10);
  if (law.distribution === "weibull") return [[[...path, "scale"], time(law.scale * factor)]];
  if (law.distribution === "uniform") return [[[...path, "from"], time(law.from * factor)], [[...path, "to"], time(law.to * factor)]];
  return [[[...path, "mean"], time(mean)]];
}

/** Other opening hours: lists by interval keep what they say of each clock time, and shifts end with the doors. Times in seconds. */
export function withOpening(scenario: Scenario, from: number, to: number): Change[] {
  const { opening, interval, contacts, groups, shifts } = scenario, changes: Change[] = [[["opening", "from"], formatClock(from)], [["opening", "to"], formatClock(to)]];
  const count = (to - from) / interval, shift = (from - opening.from) / interval;
  const moved = (list: readonly number[]) => Array.from({ length: Math.max(0, count) }, (_, i) => list[Math.min(list.length - 1, Math.max(0, i + shift))]);
  for (const [name, { profile, ratesPerHour }] of Object.entries(contacts)) {
    if (profile !== undefined) changes.push([["contacts", name, "profile"], moved(profile)]);
    if (ratesPerHour !== undefined) changes.push([["contacts", name, "ratesPerHour"], moved(ratesPerHour)]);
  }
  for (const [name, { agents }] of Object.entries(groups)) if (Array.isArray(agents)) changes.push([["groups", name, "agents"], moved(agents)]);
  for (const [name, given] of Object.entries(shifts)) {
    if (given.from < from) changes.push([["shifts", name, "from"], formatClock(from)]);
    if (given.to > to) changes.push([["shifts", name, "to"], formatClock(to)]);
  }
  return changes;
}

/** The breaks of a shift, all of them. */
export function withBreaks(name: string, breaks: readonly Break[]): Change[] {
  const written = breaks.map(({ for: length, between, ...others }) => ({ for: formatDuration(length), between: between.map(formatClock), ...others }));
  return [[["shifts", name, "breaks"], written.length === 0 ? undefined : written]];
}

const QUARTER = 900, NOON = [12 * 3600, 14 * 3600] as const; // seconds

/** One more break: half an hour at noon where that is free, else a quarter in the middle of the longest stretch without one; null where there is no room. */
export function oneMoreBreak({ from, to, breaks }: Shift): Break | null {
  const taken = breaks.map(({ between }) => between).sort(([a], [b]) => a - b), noon: Break["between"] = [Math.max(from, NOON[0]), Math.min(to, NOON[1])];
  if (noon[1] - noon[0] >= 2 * QUARTER && taken.every(([starts, ends]) => ends <= noon[0] || starts >= noon[1])) return { for: 2 * QUARTER, between: noon };
  const free = [from, ...taken.map(([, ends]) => ends)].map((starts, i) => [starts, taken.at(i)?.[0] ?? to] as const), [starts, ends] = free.reduce((longest, each) => (each[1] - each[0] > longest[1] - longest[0] ? each : longest));
  if (ends - starts < QUARTER) return null;
  const wide = Math.min(4 * QUARTER, ends - starts), begins = starts + QUARTER * Math.floor((ends - starts - wide) / 2 / QUARTER);
  return { for: QUARTER, between: [begins, begins + wide] };
}

/** One more shift, over the opening hours, with one agent of the first group that works in shifts. */
export function withNewShift({ shifts, groups, opening }: Scenario): Change[] {
  const name = freeName(Object.keys(shifts)), [group] = Object.entries(groups).find(([, { shifts: own }]) => own !== undefined) ?? [];
  return [[["shifts", name], { from: formatClock(opening.from), to: formatClock(opening.to) }], ...(group === undefined ? [] : [[["groups", group, "shifts", name], 1] as const])];
}

/** Without a shift, and without its agents. */
export function withoutShift({ groups }: Scenario, name: string): Change[] {
  return [...Object.entries(groups).filter(([, { shifts }]) => shifts !== undefined && name in shifts).map(([group]): Change => [["groups", group, "shifts", name], undefined]), [["shifts", name], undefined]];
}

/** Whether a group answers a type. What it answers slower or quicker than others keeps its factor. @param isRouted whether the file itself says which groups the type tries */
export function withSkill({ groups, contacts, routing }: Scenario, group: string, type: string, has: boolean, isRouted: boolean): Change[] {
  const answers = { ...groups[group].answers };
  if (has) answers[type] = { handleTimeFactor: 1 };
  else delete answers[type];
  const inOrder = Object.keys(contacts).filter((name) => name in answers), plain = inOrder.every((name) => answers[name].handleTimeFactor === 1);
  const changes: Change[] = [[["groups", group, "answers"], plain ? inOrder : Object.fromEntries(inOrder.map((name) => [name, { handleTimeFactor: answers[name].handleTimeFactor }]))]];
  if (isRouted) {
    const others = routing[type].map(readEntry).filter((entry) => entry.group !== group).map(({ group: name, after }) => (after === 0 ? name : { group: name, after: formatDuration(after) }));
    changes.push([["routing", type], [...others, ...(has ? [group] : [])]]);
  }
  return changes;
}

/** Shapes of the day by name, for so many intervals. */
export const SHAPES: Readonly<Record<string, (intervals: number) => number[]>> = {
  "Usual council day": usualProfile,
  "Morning rush": (intervals) => usualProfile(intervals).map((weight, i) => rounded(weight * (i < intervals / 5 ? 1.7 : 1))),
  "Two peaks": (intervals) => Array.from({ length: intervals }, (_, i) => rounded(12 + 34 * hill((i + 0.5) / intervals, 0.28) + 30 * hill((i + 0.5) / intervals, 0.72))),
  "Even all day": (intervals) => Array.from({ length: intervals }, () => 10),
};

const hill = (at: number, top: number): number => Math.exp(-(((at - top) / 0.13) ** 2));
const rounded = (weight: number): number => Math.round(1000 * weight) / 1000;
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

function freeName(taken: readonly string[]): string {
  for (let n = taken.length + 1; ; n++) if (!taken.includes(`shift ${n}`)) return `shift ${n}`;
}
