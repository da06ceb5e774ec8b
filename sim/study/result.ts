// The result of a run, as printed by `--json`: plain data, seconds, shares of 1, clock times as text.

import { formatClock } from "../scenario/clock.ts";
import type { Scenario } from "../scenario/schema.ts";
import { CONTACT_MEASURES, DAYS, GROUP_DAYS, GROUP_MEASURES, perDay } from "../stats/measures.ts";
import { sharedTarget } from "../scenario/sharedTarget.ts";
import type { Tally } from "../stats/tally.ts";
import { VERSION } from "../version.ts";
import { agreementsOf, type AgreementResult } from "./agreementResult.ts";
import { dailyLevels, estimatorsOf, waitPercentiles, type ContactEstimates, type ContactResult, type GroupEstimates } from "./contactResult.ts";
import { moneyOf, type Money } from "./moneyResult.ts";
import { sitesOf, type SiteResult } from "./siteResult.ts";
import { withDemand, type WithDemand } from "./withDemand.ts";

export type { ContactEstimates, ContactResult, DailyLevels, GroupEstimates, WaitPercentiles } from "./contactResult.ts";

export interface IntervalResult {
  /** Clock times, "08:30". */
  readonly from: string;
  readonly to: string;
  /** `daily`: percentiles over days of the interval's service level, to a tenth of a point. */
  readonly total: ContactEstimates & { readonly daily: { readonly p10: number | null; readonly p50: number | null; readonly p90: number | null } };
  readonly types: Readonly<Record<string, ContactEstimates>>;
  readonly groups: Readonly<Record<string, GroupEstimates>>;
}

export interface Result {
  /** Version of the program. */
  readonly callhall: string;
  readonly scenario: string;
  readonly seed: string;
  readonly days: number;
  /** Only where a precision was asked for: the half-widths of the total's service level, wanted and reached. */
  readonly precision?: { readonly serviceLevel: { readonly wanted: number; readonly reached: number | null } };
  readonly total: ContactResult;
  readonly types: Readonly<Record<string, ContactResult & WithDemand>>;
  readonly groups: Readonly<Record<string, GroupEstimates>>;
  /** By name; only of a scenario with sites. */
  readonly sites?: Readonly<Record<string, SiteResult>>;
  /** Only of a scenario with pay. */
  readonly money?: Money;
  /** By name; only of a scenario with agreements. */
  readonly agreements?: Readonly<Record<string, AgreementResult>>;
  readonly intervals: readonly IntervalResult[];
}

/** @throws RangeError for a week or a calendar, which have results of their own */
export function resultOf(scenario: Scenario, seed: string, tally: Tally, wanted?: number): Result {
  if (scenario.calendar !== undefined) throw new RangeError("this scenario has a calendar: simulate the week, or all its dates");
  const { shape, days } = tally, { intervals } = shape;
  const typeNames = Object.keys(scenario.contacts), groupNames = Object.keys(scenario.groups);
  const targets = Object.values(scenario.contacts).map((type) => type.target);
  const totalRow = shape.rows - 1;
  const commonTarget = sharedTarget(scenario);

  const [ofContacts, ofGroups] = tally.daysOfRuns.length === 0 ? [CONTACT_MEASURES, GROUP_MEASURES] : [perDay(CONTACT_MEASURES, DAYS), perDay(GROUP_MEASURES, GROUP_DAYS)]; // of a calendar an observation is all days of a kind
  const contactCell = estimatorsOf(ofContacts, shape.contacts), groupCell = estimatorsOf(ofGroups, shape.groups);
  const contactsIn = (row: number, interval: number) => contactCell(tally.contacts, row * (intervals + 1) + interval);
  const groupIn = (group: number, interval: number) => groupCell(tally.groups, group * (intervals + 2) + interval);
  const dayOf = (row: number, target: number | null): ContactResult => ({
    ...contactsIn(row, intervals), wait: waitPercentiles(tally.waits[row]), daily: dailyLevels(tally.levelsOf(row), target, tally.daysOfRuns),
  });
  const byName = <T>(names: readonly string[], f: (id: number) => T) => Object.fromEntries(names.map((name, id) => [name, f(id)]));

  const types = byName(typeNames, (type) => dayOf(type, targets[type]));
  const total = typeNames.length === 1 ? types[typeNames[0]] : dayOf(totalRow, commonTarget);
  return {
    callhall: VERSION, scenario: scenario.name, seed, days,
    ...(wanted === undefined ? {} : { precision: { serviceLevel: { wanted, reached: total.serviceLevel.halfWidth } } }),
    total,
    types: withDemand(scenario, types),
    groups: byName(groupNames, (group) => groupIn(group, intervals + 1)),
    ...(tally.sites === null ? {} : { sites: sitesOf(scenario, tally.sites) }),
    ...(scenario.pay === undefined ? {} : { money: moneyOf(scenario, tally.ledgerLines) }),
    ...(scenario.agreements === undefined ? {} : { agreements: agreementsOf(scenario, tally.ledgerLines) }),
    intervals: Array.from({ length: intervals }, (_, i): IntervalResult => ({
      from: formatClock(scenario.opening.from + i * scenario.interval),
      to: formatClock(scenario.opening.from + (i + 1) * scenario.interval),
      total: {
        ...contactsIn(totalRow, i),
        daily: { p10: tally.intervalLevels.percentile(i, 0.1), p50: tally.intervalLevels.percentile(i, 0.5), p90: tally.intervalLevels.percentile(i, 0.9) },
      },
      types: byName(typeNames, (type) => contactsIn(type, i)),
      groups: byName(groupNames, (group) => groupIn(group, i)),
    })),
  };
}
