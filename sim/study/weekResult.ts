// The result of a week, as printed by `--json`: each kind of day as a run prints it, and their sum over the week.

import type { Scenario } from "../scenario/schema.ts";
import { kindsOfDay, type KindOfDay } from "../scenario/week.ts";
import type { Interval } from "../stats/daily.ts";
import type { Estimate } from "../stats/estimate.ts";
import { CONTACT_MEASURES, GROUP_MEASURES, type Measure } from "../stats/measures.ts";
import { weekEstimate, weekShare, type KindCell } from "../stats/sumOfKinds.ts";
import type { Tally } from "../stats/tally.ts";
import { VERSION } from "../version.ts";
import { moneyOfWeek, type WeekMoney } from "./weekMoney.ts";
import { resultOf, type ContactEstimates, type ContactResult, type GroupEstimates, type Result } from "./result.ts";

/** Share of open days whose own service level reaches the target of their kind. */
export interface DaysOnTarget {
  /** Null where a kind of day has different targets by type, or nobody ever comes. */
  readonly mean: number | null;
  readonly interval: Interval | null;
}

/** Counts a week, shares of 1, seconds; the longest wait is a day's, averaged over open days. */
export interface WeekContacts extends ContactEstimates {
  readonly daysOnTarget: DaysOnTarget;
}

export interface WeekResult {
  /** Version of the program. */
  readonly callhall: string;
  readonly scenario: string;
  readonly seed: string;
  /** Simulated, of each kind. */
  readonly days: number;
  readonly week: {
    /** How often each kind of day comes in a week. */
    readonly times: Readonly<Record<string, number>>;
    readonly total: WeekContacts;
    readonly types: Readonly<Record<string, WeekContacts>>;
    /** Shares of 1, hours a week. */
    readonly groups: Readonly<Record<string, GroupEstimates>>;
    /** Only where every kind of day has pay. */
    readonly money?: WeekMoney;
  };
  /** By name, in the file's order. */
  readonly dayTypes: Readonly<Record<string, Result>>;
}

interface KindRun extends KindOfDay {
  readonly tally: Tally;
  readonly result: Result;
}

/** @param scenario with a calendar @param tallies of the scenario's kinds of day, in their order */
export function weekResultOf(scenario: Scenario, seed: string, tallies: readonly Tally[]): WeekResult {
  const kinds = kindsOfDay(scenario, seed).map((kind, i): KindRun => ({ ...kind, tally: tallies[i], result: resultOf(kind.scenario, kind.scenario.seed, tallies[i]) }));
  const byName = <T>(names: (kind: KindRun) => object, f: (name: string) => T) =>
    Object.fromEntries([...new Set(kinds.flatMap((kind) => Object.keys(names(kind))))].map((name) => [name, f(name)]));
  const money = moneyOfWeek(kinds);
  return {
    callhall: VERSION, scenario: scenario.name, seed, days: tallies[0].days,
    week: {
      times: Object.fromEntries(kinds.map(({ name, times }) => [name, times])),
      total: contactsOf(kinds, ({ tally }) => tally.shape.rows - 1, ({ result }) => result.total),
      types: byName(({ scenario: { contacts } }) => contacts, (type) => contactsOf(kinds, ({ scenario: { contacts } }) => Object.keys(contacts).indexOf(type), ({ result }) => result.types[type])),
      groups: byName(({ scenario: { groups } }) => groups, (group) => groupOf(kinds, group)),
      ...(money === null ? {} : { money }),
    },
    dayTypes: Object.fromEntries(kinds.map(({ name, result }) => [name, result])),
  };
}

/** @param rowOf the row of a kind's contacts, below 0 where it has none such @param ownResult of the same contacts */
function contactsOf(kinds: readonly KindRun[], rowOf: (kind: KindRun) => number, ownResult: (kind: KindRun) => ContactResult): WeekContacts {
  const present = kinds.filter((kind) => rowOf(kind) >= 0);
  const cells = present.map((kind): KindCell => {
    const { contacts: moments, shape: { contacts: shape, intervals } } = kind.tally;
    return { times: kind.times, moments, shape, cell: rowOf(kind) * (intervals + 1) + intervals };
  });
  return { ...estimates(CONTACT_MEASURES, cells), daysOnTarget: daysOnTarget(present.map((kind) => ({ times: kind.times, result: ownResult(kind) }))) };
}

function groupOf(kinds: readonly KindRun[], group: string): GroupEstimates {
  return estimates(GROUP_MEASURES, kinds.flatMap(({ times, scenario: { groups }, tally }): KindCell[] => {
    const id = Object.keys(groups).indexOf(group), { groups: moments, shape: { groups: shape, intervals } } = tally;
    return id < 0 ? [] : [{ times, moments, shape, cell: id * (intervals + 2) + intervals + 1 }];
  }));
}

function estimates<Name extends string>(measures: Readonly<Record<Name, Measure>>, cells: readonly KindCell[]): Record<Name, Estimate> {
  return Object.fromEntries(Object.entries<Measure>(measures).map(([name, measure]) => [name, weekEstimate(measure, cells, measure.unit === "seconds")])) as Record<Name, Estimate>; // the keys of `measures`, which fromEntries cannot know
}

/** Days on which nobody came are left out, as in each kind; so is a kind on which nobody ever came. */
function daysOnTarget(kinds: readonly { readonly times: number; readonly result: ContactResult }[]): DaysOnTarget {
  const open = kinds.filter(({ result }) => result.serviceLevel.mean !== null), shares = open.flatMap(({ times, result: { daily: { meetsTarget: share, interval } } }) =>
    (share === null ? [] : [{ times, share, interval: interval.meetsTarget }]));
  return shares.length === 0 || shares.length < open.length ? { mean: null, interval: null } : weekShare(shares);
}
