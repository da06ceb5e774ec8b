// From counts of the past to what a scenario is made of, every number with its interval and where it came from.

import type { Weekday } from "../scenario/weekdays.ts";
import { staffByRule } from "../erlang/staffingRules.ts";
import { NORMAL_95 } from "../stats/studentT.ts";
import { civilOf, weekdayOf } from "../scenario/civilDate.ts";
import { mean, sortDays, type DaySorts } from "./fitDays.ts";
import { dispersionOf, type Dispersion } from "./fitDispersion.ts";
import { dayFactorOf, runsInflation, sharedBusyness, type CountedDay, type DayFactor } from "./fitFactor.ts";
import { ABANDONED, AGENT_TIME, ANSWERED, HANDLE, HANDLED, IN_TIME, OFFERED, WAIT_ABANDONED, WAIT_ANSWERED, type CallTimes, type History, type Period, type Redials } from "./fitHistory.ts";
import { kindsOf, type KindOfDays, type WeekdayTest } from "./fitKinds.ts";
import type { Ranged } from "./fitLaw.ts";
import { seasonOf, seasonOfMonths, type Season } from "./fitSeason.ts";
import { handleTimeOf, patienceFromWaits, patienceOf, type FittedPatience, type FittedTime, type Origin } from "./fitTimes.ts";
import { usualProfile } from "./usualProfile.ts";

export interface FitInput {
  /** In the file's own steps; null where its rows are longer than days. */
  readonly history: History | null;
  readonly periods: readonly Period[];
  /** Of each type of the history; only of single calls. */
  readonly times: readonly CallTimes[] | null;
  readonly redials: Redials | null;
  /** Whether agents are those seen at work in single calls, not those on duty. */
  readonly agentsSeen: boolean;
  /** Seconds: the scenario's interval. */
  readonly interval: number;
  /** Seconds. */
  readonly within: Told;
  readonly target: Told;
  /** Seconds; null where it was not told. */
  readonly handle: number | null;
  readonly agents: number | null;
}

export interface Told {
  readonly value: number;
  readonly origin: Origin;
}

export interface FittedKind {
  readonly name: string;
  readonly weekdays: readonly number[];
  /** Days since 1970 that it was fitted to. */
  readonly days: readonly number[];
  /** Seconds since midnight. */
  readonly opening: { readonly from: number; readonly to: number };
  /** By type, contacts a day. */
  readonly volumes: readonly Ranged[];
  /** By type, a weight for each interval: contacts a day. */
  readonly profiles: readonly (readonly number[])[];
  /** By group, a number for each interval. */
  readonly agents: readonly (readonly number[])[];
}

export interface FittedType {
  readonly name: string;
  readonly factor: DayFactor | null;
  readonly handle: FittedTime | null;
  readonly patience: FittedPatience;
}

export interface Fit {
  readonly rows: "calls" | "intervals" | "days" | "periods";
  /** First and last day of the data. */
  readonly from: number;
  readonly to: number;
  /** Contacts of the data, also those of days left out. */
  readonly offered: number;
  readonly abandonment: Ranged | null;
  /** Share answered within the threshold, of those offered. */
  readonly serviceLevel: Ranged | null;
  /** Seconds, of those answered. */
  readonly waitAnswered: number | null;
  readonly interval: number;
  readonly within: Told;
  readonly target: Told;
  readonly openingOrigin: Origin;
  /** Contacts of usual days that came outside the opening of their kind, on too few days to count as open. */
  readonly outside: number;
  readonly kinds: readonly FittedKind[];
  readonly tests: readonly WeekdayTest[];
  readonly types: readonly FittedType[];
  /** Names, and the types each answers. */
  readonly groups: readonly { readonly name: string; readonly types: readonly number[] }[];
  readonly agents: "file" | "seen" | "told" | "matched" | "formula";
  readonly sorts: DaySorts | null;
  /** Of all types together. */
  readonly factor: DayFactor | null;
  /** Coefficient of variation of the totals of all open days after the weekday, peaks and quiet days too; null where rows are longer than days. */
  readonly spreadOfAll: number | null;
  readonly dispersion: Dispersion | null;
  /** Of each two types. */
  readonly correlations: readonly { readonly a: number; readonly b: number; readonly correlation: Ranged }[];
  /** Whether the types' busyness is taken as one. */
  readonly shared: boolean;
  readonly season: Season | null;
  readonly redials: Redials | null;
  readonly weekdays: readonly { readonly weekday: Weekday; readonly days: number; readonly mean: Ranged }[];
  /** In the scenario's intervals. */
  readonly history: History | null;
}

/** What keeps a history from being fitted; the message says it in full. */
export class FitError extends Error {}

const MONTHS = 12, FEWEST_DAYS = 3; // with fewer nothing can be said of how days vary
const ASSUMED_OPENING = { from: 8.5 * 3600, to: 18 * 3600 };

/**
 * Fit all that the data tell. Volumes are contacts a day, times seconds, shares of 1; a half-width is that of a 95 % interval.
 * @throws FitError where handle times are in neither the data nor the options, or no usual day is left
 */
export function fit(input: FitInput): Fit {
  return input.history === null ? fitPeriods(input) : fitDays(input, input.history);
}

const noHandleTime = "the file does not tell handle times: say what a contact takes with --handle, as in --handle 5m30s";

function fitDays(input: FitInput, original: History): Fit {
  const history = original.slots === 1 ? original : original.coarser(input.interval), sorts = sortDays(history), { usual } = sorts;
  if (usual.length === 0) throw new FitError("no day is left that stands for a usual one");
  const types = history.types.map((_, type) => type), [from, to] = [history.allDays()[0], history.allDays()[history.allDays().length - 1]];
  const totalOf = (day: number) => types.reduce((sum, type) => sum + history.total(type, day, OFFERED), 0), byWeekday = (day: number) => mean(usual.filter((each) => weekdayOf(each) === weekdayOf(day)).map(totalOf));
  const levels = Array.from({ length: 7 }, (_, weekday) => { const days = usual.filter((day) => weekdayOf(day) === weekday); return days.length === 0 ? NaN : byWeekday(days[0]); });
  const counted = (of: (day: number) => number, expected: (day: number) => number): CountedDay[] => usual.map((day) => ({ day, count: of(day), expected: expected(day) }));
  const season = seasonOf(counted(totalOf, (day) => levels[weekdayOf(day)])), monthly = (day: number) => season?.byMonth[civilOf(day).month - 1].value ?? 1;
  const adjusted = Array.from({ length: 7 }, (_, weekday) => { const days = usual.filter((day) => weekdayOf(day) === weekday); return days.length === 0 ? NaN : days.reduce((sum, day) => sum + totalOf(day), 0) / days.reduce((sum, day) => sum + monthly(day), 0); });
  const weekdaysSeen = adjusted.filter((each) => !Number.isNaN(each)).length, months = season === null ? 0 : MONTHS, whole = dayFactorOf(counted(totalOf, (day) => adjusted[weekdayOf(day)] * monthly(day)), weekdaysSeen, months);
  const raw = sortDays(original), oneEach = Array.from({ length: 7 }, (_, weekday): KindOfDays => ({ name: "", weekdays: [weekday], days: raw.usual.filter((day) => weekdayOf(day) === weekday && usual.includes(day)), from: 0, to: original.slots })).filter(({ days }) => days.length > 0);
  const open = [...usual, ...sorts.peaks.map(({ day }) => day), ...sorts.quiet.map(({ day }) => day)].sort((a, b) => a - b), dispersion = original.slots === 1 ? null : dispersionOf(original, oneEach, open);
  const { kinds, tests } = kindsOf(history, usual, Math.max(whole.cv.value, 1e-9), original.slots === 1 ? 1 : (dispersionOf(history, oneEach.map((kind) => ({ ...kind, to: history.slots })), open)?.withinDay ?? 1));
  const openLevels = Array.from({ length: 7 }, (_, weekday) => mean(open.filter((day) => weekdayOf(day) === weekday).map(totalOf)));
  const tellsDays = usual.length >= FEWEST_DAYS, factors = types.map((type) => factorOfType(history, type, kinds, monthly, months));
  const correlations = types.flatMap((a) => types.slice(a + 1).flatMap((b) => {
    const correlation = sharedBusyness(countedDays(history, a, kinds, monthly), countedDays(history, b, kinds, monthly), kinds.length);
    return correlation === null ? [] : [{ a, b, correlation }];
  }));
  const fitted = types.map((type): FittedType => ({
    name: history.types[type], factor: tellsDays ? factors[type] : null, handle: handleTimeOf(history, type, kinds, input.times?.[type] ?? null, input.handle), patience: patienceOf(history, type, usual, input.times?.[type] ?? null),
  }));
  if (fitted.some(({ handle }) => handle === null)) throw new FitError(noHandleTime);
  const groups = groupsOf(history, input.agentsSeen), isAssumedDay = history.slots === 1;
  const widened = (half: number | null, days: readonly number[], { cv, memory }: DayFactor, level: number): number | null => { // busy days in runs tell less of the mean
    const isLikely = memory.value > (memory.halfWidth ?? Infinity) / 2, own = (cv.value * level) ** 2;
    return half === null || !isLikely ? half : half * Math.sqrt(runsInflation(days.map((day) => usual.indexOf(day)), memory.value, own / (own + level)));
  };
  const made = kinds.map((kind): FittedKind => {
    const opening = isAssumedDay ? ASSUMED_OPENING : { from: kind.from * history.resolution, to: kind.to * history.resolution }, intervals = (opening.to - opening.from) / input.interval;
    const weight = kind.days.reduce((sum, day) => sum + monthly(day), 0);
    const sumsIn = (type: number, slot: number) => kind.days.reduce((sum, day) => sum + history.at(type, day, slot, OFFERED), 0) / weight;
    const profiles = types.map((type) => (isAssumedDay ? scaled(usualProfile(intervals), history.types.length === 0 ? 0 : sumsIn(type, 0)) : Array.from({ length: intervals }, (_, i) => sumsIn(type, kind.from + i))));
    const volumes = types.map((type): Ranged => {
      const counts = kind.days.map((day) => history.total(type, day, OFFERED, isAssumedDay ? 0 : kind.from, isAssumedDay ? 1 : kind.to) / monthly(day)), value = profiles[type].reduce((sum, each) => sum + each, 0);
      return { value, halfWidth: widened(halfWidthOf(counts), kind.days, factors[type], value) };
    });
    return { name: kind.name, weekdays: kind.weekdays, days: kind.days, opening, volumes, profiles, agents: groups.map((group) => agentsOf(history, group.types, kind, intervals)) };
  });
  const staffed = history.known.has(AGENT_TIME) && history.slots > 1 && made.some(({ agents }) => agents.some((own) => own.some((each) => each > 0)));
  const agents = input.agents !== null ? "told" : staffed ? (input.agentsSeen ? "seen" : "file") : "formula";
  const plainKinds = agents === "told" ? made.map((kind) => ({ ...kind, agents: groups.map(() => kind.profiles[0].map(() => input.agents ?? 0)) })) : agents === "formula" ? made.map((kind) => ({ ...kind, agents: groups.map((group) => formulaAgents(kind, group.types, fitted, input)) })) : made;
  return {
    rows: input.times !== null ? "calls" : isAssumedDay ? "days" : "intervals", from, to, offered: history.sum(OFFERED), interval: input.interval, within: input.within, target: input.target,
    openingOrigin: isAssumedDay ? "assumed" : "data", outside: kinds.reduce((sum, { days, from: open, to: shut }) => sum + days.reduce((all, day) => all + totalOf(day) - types.reduce((own, type) => own + history.total(type, day, OFFERED, open, shut), 0), 0), 0), ...outcomes(history, usual), kinds: plainKinds, tests, types: fitted, groups, agents, sorts, factor: tellsDays ? whole : null, spreadOfAll: dayFactorOf(open.map((day) => ({ day, count: totalOf(day), expected: openLevels[weekdayOf(day)] })), weekdaysSeen).plainSpread, dispersion, correlations, shared: tellsDays && sharesBusyness(correlations, factors, types.length), season, redials: input.redials,
    weekdays: WEEKDAY_NAMES.flatMap((weekday, i) => { const days = usual.filter((day) => weekdayOf(day) === i); return days.length === 0 ? [] : [{ weekday, days: days.length, mean: { value: mean(days.map(totalOf)), halfWidth: halfWidthOf(days.map(totalOf)) } }]; }), history,
  };
}

const WEEKDAY_NAMES: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

function countedDays(history: History, type: number, kinds: readonly KindOfDays[], monthly: (day: number) => number): CountedDay[] {
  return kinds.flatMap(({ days }) => {
    const level = days.reduce((sum, day) => sum + history.total(type, day, OFFERED), 0) / days.reduce((sum, day) => sum + monthly(day), 0);
    return level === 0 ? [] : days.map((day) => ({ day, count: history.total(type, day, OFFERED), expected: level * monthly(day) })); // kinds of day on which the type never comes tell nothing of it
  }).sort((a, b) => a.day - b.day);
}

const factorOfType = (history: History, type: number, kinds: readonly KindOfDays[], monthly: (day: number) => number, months: number): DayFactor => dayFactorOf(countedDays(history, type, kinds, monthly), kinds.filter(({ days }) => days.some((day) => history.total(type, day, OFFERED) > 0)).length, months);

/** Types count as one busyness where every two of them vary together surely, and nearly alike. */
function sharesBusyness(correlations: Fit["correlations"], factors: readonly DayFactor[], types: number): boolean {
  const all = correlations.length === (types * (types - 1)) / 2, cvs = factors.map(({ cv }) => cv.value);
  return types > 1 && all && correlations.every(({ correlation: { value, halfWidth } }) => value > 0.5 && value - (halfWidth ?? 1) > 0) && Math.min(...cvs) > 0;
}

function halfWidthOf(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const middle = mean(values);
  return NORMAL_95 * Math.sqrt(values.reduce((sum, each) => sum + (each - middle) ** 2, 0) / (values.length - 1) / values.length);
}

const scaled = (weights: readonly number[], total: number): number[] => { const sum = weights.reduce((all, each) => all + each, 0); return weights.map((each) => (each * total) / sum); };

/** One group for each type where the file has agents of each; else one team for all. */
function groupsOf(history: History, agentsSeen: boolean): Fit["groups"] {
  const all = history.types.map((_, type) => type), staffed = all.filter((type) => [...history.days[type].keys()].some((day) => history.total(type, day, AGENT_TIME) > 0));
  if (all.length > 1 && !agentsSeen && history.known.has(AGENT_TIME) && staffed.length === all.length) return all.map((type) => ({ name: `${history.types[type]} team`.slice(0, 100), types: [type] }));
  return [{ name: "team", types: all }];
}

function agentsOf(history: History, types: readonly number[], kind: KindOfDays, intervals: number): number[] {
  return Array.from({ length: intervals }, (_, i) => Math.round(mean(kind.days.map((day) => types.reduce((sum, type) => sum + history.at(type, day, kind.from + i, AGENT_TIME), 0))) / history.resolution));
}

/** The least agents by Erlang A for the target in each interval: what stands there until somebody says better. */
function formulaAgents({ profiles, opening }: Pick<FittedKind, "profiles" | "opening">, types: readonly number[], fitted: readonly FittedType[], { interval, within, target }: FitInput): number[] {
  const rates = types.map((type) => profiles[type].map((each) => each / interval));
  if (rates.every((own) => own.every((each) => each === 0))) return new Array<number>((opening.to - opening.from) / interval).fill(0);
  return staffByRule("sipp-a", { interval, types: types.map((type, i) => ({
    rates: rates[i], handleTime: fitted[type].handle?.law ?? { distribution: "exponential", mean: 1 }, handleTimeFactor: 1, patience: fitted[type].patience.law, balking: fitted[type].patience.balking, answerWithin: within.value, target: Math.min(target.value, 0.999),
  })) });
}

function outcomes(history: History, days: readonly number[]): Pick<Fit, "abandonment" | "serviceLevel" | "waitAnswered"> {
  const totals = (field: number) => days.map((day) => history.types.reduce((sum, _, type) => sum + history.total(type, day, field), 0)), offered = totals(OFFERED), answered = totals(ANSWERED);
  return {
    abandonment: history.known.has(ABANDONED) ? ratio(totals(ABANDONED), offered) : null, serviceLevel: history.known.has(IN_TIME) ? ratio(totals(IN_TIME), offered) : null,
    waitAnswered: history.known.has(WAIT_ANSWERED) ? (ratio(totals(WAIT_ANSWERED), answered)?.value ?? null) : null,
  };
}

/** A ratio of sums over days, by the delta method. */
function ratio(tops: readonly number[], bottoms: readonly number[]): Ranged | null {
  const n = tops.length, bottom = bottoms.reduce((sum, each) => sum + each, 0);
  if (bottom === 0) return null;
  const value = tops.reduce((sum, each) => sum + each, 0) / bottom, squares = tops.reduce((sum, top, i) => sum + (top - value * bottoms[i]) ** 2, 0);
  return { value, halfWidth: n < 2 ? null : (NORMAL_95 * Math.sqrt((squares * n) / (n - 1))) / bottom };
}

/** Months or weeks tell how many came and what became of them, but nothing of days: their hours and profile are assumed. */
function fitPeriods(input: FitInput): Fit {
  const { periods, interval } = input, names = [...new Set(periods.map(({ type }) => type))], intervals = (ASSUMED_OPENING.to - ASSUMED_OPENING.from) / interval;
  if (input.handle === null && periods.every(({ counters }) => counters[HANDLE] === 0)) throw new FitError(noHandleTime);
  const workdays = ({ from, to }: Period) => { let days = 0; for (let day = from; day < to; day++) if (weekdayOf(day) < 5) days++; return days; };
  const of = (name: string) => periods.filter(({ type }) => type === name), starts = [...new Set(periods.map(({ from }) => from))];
  const whole = starts.flatMap((start) => { // a quarter stands for its three months
    const own = periods.filter(({ from }) => from === start), level = own.reduce((sum, { counters }) => sum + counters[OFFERED], 0) / workdays(own[0]), { month } = civilOf(start + 3);
    return own[0].to - start > 45 ? [0, 1, 2].map((later) => ({ month: ((month - 1 + later) % 12) + 1, level })) : [{ month, level }];
  });
  const season = starts.length >= 6 ? seasonOfMonths(whole) : null;
  const types = names.map((name): FittedType => {
    const own = of(name), handled = own.reduce((sum, { counters }) => sum + counters[HANDLED], 0), handle = own.reduce((sum, { counters }) => sum + counters[HANDLE], 0), known = handled > 0 && handle > 0, length = known ? handle / handled : (input.handle ?? 0);
    const rows = own.map(({ counters }) => ({ waited: counters[WAIT_ANSWERED], waitedInVain: counters[WAIT_ABANDONED], hungUp: counters[ABANDONED] }));
    return {
      name, factor: null, patience: patienceFromWaits(rows) ?? patienceOf(null, 0, [], null),
      handle: { law: { distribution: "lognormal", mean: Number(length.toPrecision(5)), cv: 0.8 }, origin: known ? "data" : "told", says: known ? `the mean of ${Math.round(handled).toLocaleString("en-GB")} contacts. assumed: lognormal with cv 0.8, as is usual` : "as told by --handle. assumed: lognormal with cv 0.8, as is usual", mean: { value: length, halfWidth: null }, cv: null, tried: [], count: handled, survival: [] },
    };
  });
  const volumes = names.map((name): Ranged => { const levels = of(name).map((each) => each.counters[OFFERED] / workdays(each)); return { value: mean(levels), halfWidth: halfWidthOf(levels) }; });
  const kind = { name: "weekday", weekdays: [0, 1, 2, 3, 4], days: starts, opening: ASSUMED_OPENING, volumes, profiles: volumes.map(({ value }) => scaled(usualProfile(intervals), value)) };
  const groups = [{ name: "team", types: names.map((_, type) => type) }], agents = input.agents === null ? formulaAgents(kind, groups[0].types, types, input) : new Array<number>(intervals).fill(input.agents);
  const sums = (field: number) => starts.map((start) => periods.filter(({ from }) => from === start).reduce((sum, { counters }) => sum + counters[field], 0)), answered = sums(ANSWERED).reduce((a, b) => a + b, 0), waited = sums(WAIT_ANSWERED).reduce((a, b) => a + b, 0);
  return {
    rows: "periods", from: Math.min(...starts), to: Math.max(...periods.map(({ to }) => to)) - 1, offered: sums(OFFERED).reduce((a, b) => a + b, 0), abandonment: sums(ABANDONED).some((each) => each > 0) ? ratio(sums(ABANDONED), sums(OFFERED)) : null,
    serviceLevel: sums(IN_TIME).some((each) => each > 0) ? ratio(sums(IN_TIME), sums(OFFERED)) : null, waitAnswered: waited > 0 && answered > 0 ? waited / answered : null, interval, within: input.within, target: input.target, openingOrigin: "assumed", outside: 0,
    kinds: [{ ...kind, agents: [agents] }], tests: [], types, groups, agents: input.agents === null ? "formula" : "told", sorts: null, factor: null, spreadOfAll: null, dispersion: null, correlations: [], shared: false, season, redials: null, weekdays: [], history: null,
  };
}
