// The JSON document as it is promised, written down by hand: a change of its shape must be made here too.

import { omit } from "../../sim/scenario/omit.ts";
import { expect } from "vitest";

export const M = [
  "offered", "answered", "abandoned", "blocked", "lostAtClose", "answeredWithin", "abandonedWithin",
  "serviceLevel", "serviceLevelOfAnswered", "serviceLevelExcludingShortAbandons", "serviceLevelIncludingAbandons",
  "abandonmentRate", "probabilityOfWait", "averageSpeedOfAnswer", "averageWait", "averageTimeToAbandon", "longestWait",
] as const;
export const G = ["occupancy", "utilisation", "staffedHours", "busyHours", "overrunHours", "rosteredHours", "absentHours", "offPhoneHours", "paidHours"] as const;
const S = ["answeredElsewhere", "answeredForOthers"] as const;
/** Only of types whose demand the file describes. */
const DEMAND = ["wanted", "online", "whileClosed", "moved", "lost"] as const;
const WAIT = ["p50", "p90", "p99"] as const;
const DAILY = ["p05", "p10", "p25", "p50", "p75", "p90", "p95", "meetsTarget"] as const;

type Nullable = number | null;
export type Measures<Names extends readonly string[]> = Record<Names[number], { mean: Nullable; halfWidth: Nullable }>;
type Day = Measures<typeof M> & { wait: Record<(typeof WAIT)[number], Nullable>; daily: Record<(typeof DAILY)[number], Nullable> };

export interface Json {
  callhall: string;
  scenario: string;
  seed: string;
  days: number;
  total: Day;
  types: Record<string, Day>;
  groups: Record<string, Measures<typeof G>>;
  sites?: Record<string, Measures<typeof S> & { contacts: Day; agents: Measures<typeof G> }>;
  money?: Record<"cost" | "overrun" | "contacts" | "costPerContact", { mean: Nullable; halfWidth: Nullable }> & { staff: number; fixed: number; posts: Nullable };
  agreements?: Record<string, { periods: number; met: { mean: Nullable } }>;
  intervals: { from: string; to: string; total: Measures<typeof M>; types: Record<string, Measures<typeof M>>; groups: Record<string, Measures<typeof G>> }[];
}

/** The results that a document consists of: of a week or a calendar those of its kinds of day, without what a calendar adds to them. */
function kindsIn(document: unknown): unknown[] {
  return typeof document === "object" && document !== null && "dayTypes" in document ? values(document.dayTypes).map((kind) => omit(kind as Record<string, unknown>, "timesInCalendar", "inCalendar")) : [document];
}

/** Parse what `--json` printed, each result checked key by key. */
export function resultsIn(stdout: string): Json[] {
  const document: unknown = JSON.parse(stdout);
  const results = (Array.isArray(document) ? document as unknown[] : [document]).flatMap(kindsIn);
  for (const each of results) {
    const { callhall, scenario, seed, days, total, types, groups, sites, money, agreements, intervals } = record(each, ["callhall", "scenario", "seed", "days", "total", "types", "groups", ...thoseIn(each, ["sites", "money", "agreements"]), "intervals"]);
    for (const text of [callhall, scenario, seed]) expect(text).toBeTypeOf("string");
    expect(days).toBeTypeOf("number");
    for (const day of [total, ...values(types).map(withoutDemand)]) checkDay(day);
    for (const group of values(groups)) checkMeasures(group, G);
    for (const site of values(sites ?? {})) checkSite(site);
    if (money !== undefined) checkMoney(money);
    for (const agreement of values(agreements ?? {})) checkAgreement(agreement);
    expect(intervals).toBeInstanceOf(Array);
    for (const part of intervals as unknown[]) {
      const interval = record(part, ["from", "to", "total", "types", "groups"]);
      for (const time of [interval.from, interval.to]) expect(time).toMatch(/^\d\d:\d\d$/);
      const { daily } = checkMeasures(interval.total, M, ["daily"]);
      Object.values(record(daily, ["p10", "p50", "p90"])).forEach(checkNumber);
      for (const type of values(interval.types)) checkMeasures(type, M);
      for (const group of values(interval.groups)) checkMeasures(group, G);
      expect(Object.keys(interval.types as object)).toEqual(Object.keys(types as object));
      expect(Object.keys(interval.groups as object)).toEqual(Object.keys(groups as object));
    }
  }
  return results as Json[];
}

function checkSite(value: unknown): void {
  const { contacts, agents, ...own } = record(value, ["contacts", "agents", ...S]);
  checkDay(contacts);
  checkMeasures(agents, G);
  checkMeasures(own, S);
}

function checkMoney(value: unknown): void {
  const { currency, cost, staff, overrun, contacts, fixed, costPerContact, credits, costWithCredits, posts, shifts } = record(value, [
    "currency", "staff", "fixed", "posts", "shifts", "cost", "overrun", "contacts", "costPerContact", ...thoseIn(value, ["credits", "costWithCredits"]),
  ]);
  expect(currency).toBeTypeOf("string");
  for (const number of [staff, fixed, posts]) checkNumber(number);
  for (const estimate of [cost, overrun, contacts, costPerContact]) Object.values(record(estimate, ["mean", "halfWidth"])).forEach(checkNumber);
  for (const bounded of [credits, costWithCredits]) if (bounded !== undefined) checkBounded(bounded);
  for (const shift of shifts as unknown[]) for (const number of Object.values(record(shift, ["group", "shift", "agents", "hours", "pay"])).slice(2)) checkNumber(number);
}

function checkAgreement(value: unknown): void {
  const { contacts, measure, unit, atLeast, atMost, every, over, periods, daysLeftOut, met, level, credits } = record(value, ["contacts", "measure", "answerWithin", "unit", "atLeast", "atMost", "every", "over", "periods", "daysLeftOut", "met", "level", "credits"]);
  expect(contacts).toBeInstanceOf(Array);
  for (const text of [measure, unit, over]) expect(text).toBeTypeOf("string");
  expect([atLeast, atMost].filter((limit) => limit !== null)).toHaveLength(1);
  for (const number of [atLeast, atMost, every, periods, daysLeftOut]) checkNumber(number);
  const share = (each: unknown) => { const { mean, interval } = record(each, ["mean", "interval"]); checkNumber(mean); expect(interval === null || Array.isArray(interval)).toBe(true); };
  share(met);
  record(level, ["p025", ...DAILY.filter((name) => name !== "meetsTarget"), "p975", "interval"]);
  if (credits === null) return;
  const { scale, aPeriod, aDay, ...numbers } = record(credits, ["aPeriod", "aDay", "standardDeviation", "p50", "p90", "p95", "scale"]);
  for (const each of [aPeriod, aDay]) checkBounded(each);
  Object.values(numbers).forEach(checkNumber);
  for (const step of scale as unknown[]) share(record(step, ["below", "above", "pay", "due"]).due);
}

/** An estimate that has an interval even where it has no half-width. */
export function checkBounded(value: unknown): void {
  const { mean, halfWidth, interval } = record(value, ["mean", "halfWidth", "interval"]);
  for (const number of [mean, halfWidth]) checkNumber(number);
  if (interval === null) return;
  const [low, high] = interval as number[];
  expect(low).toBeLessThanOrEqual(mean as number);
  expect(high).toBeGreaterThanOrEqual(mean as number);
}

/** Which of the keys that not every scenario has a result has. */
function thoseIn(value: unknown, keys: readonly string[]): string[] {
  return keys.filter((key) => key in (value as object));
}

/** The rest of a type, its demand checked where it has one. */
function withoutDemand(type: unknown): unknown {
  const { demand, ...rest } = type as { demand?: unknown };
  if (demand !== undefined) Object.values(record(demand, DEMAND)).forEach(checkNumber);
  return rest;
}

function checkDay(value: unknown): void {
  const { wait, daily } = checkMeasures(value, M, ["wait", "daily"]);
  const waits = record(wait, [...WAIT, "interval", "curve"]), days = record(daily, [...DAILY, "interval", "hundredDays"]);
  for (const key of WAIT) checkNumber(waits[key]);
  const { seconds, waitingLonger } = record(waits.curve, ["seconds", "waitingLonger"]) as Record<string, number[]>;
  expect([seconds.length, seconds[0], seconds[30], seconds[102]]).toEqual([103, 0, 60, 3840]);
  expect([0, 103]).toContain(waitingLonger.length);
  for (const share of waitingLonger) expect(share).toSatisfy((s: number) => s >= 0 && s <= 1);
  for (const key of DAILY) checkNumber(days[key]);
  for (const intervals of [record(waits.interval, WAIT), record(days.interval, DAILY)]) {
    for (const interval of Object.values(intervals)) if (interval !== null) pair(interval).forEach(checkNumber);
  }
  expect([0, 100]).toContain((days.hundredDays as unknown[]).length);
}

export function checkMeasures(value: unknown, names: readonly string[], others: readonly string[] = []): Record<string, unknown> {
  const measures = record(value, [...names, ...others]);
  for (const name of names) {
    const { mean, halfWidth } = record(measures[name], ["mean", "halfWidth"]);
    checkNumber(mean);
    checkNumber(halfWidth);
  }
  return measures;
}

/** JSON has no NaN: what could not be computed is null, and nothing is negative. */
function checkNumber(value: unknown): void {
  if (value !== null) expect(value).toBeGreaterThanOrEqual(0);
}

export function record(value: unknown, keys: readonly string[]): Record<string, unknown> {
  expect(value).toBeTypeOf("object");
  const entries = value as Record<string, unknown>;
  expect(Object.keys(entries)).toEqual(keys);
  return entries;
}

export function values(value: unknown): unknown[] {
  return Object.values(value as object);
}

function pair(value: unknown): unknown[] {
  expect(value).toHaveLength(2);
  return value as unknown[];
}
