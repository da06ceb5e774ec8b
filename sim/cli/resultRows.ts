// Results as three tables, one row per scenario, time and type or group, and where there are sites one more, so that a spreadsheet can filter and pivot them. What
// is written from them, CSV or Excel, is the business of `csv.ts` and `xlsx.ts`.

import type { Estimate } from "../stats/estimate.ts";
import { CONTACT_MEASURE_NAMES, GROUP_MEASURE_NAMES, SITE_MEASURE_NAMES } from "../stats/measures.ts";
import type { ContactEstimates, Result } from "../study/result.ts";

import { agreementRows, moneyRows } from "./moneyRows.ts";

export type Row = Readonly<Record<string, string | number | null>>;

export interface ResultTable {
  readonly name: "contacts" | "groups" | "days" | "sites" | "money" | "agreements";
  readonly rows: readonly Row[];
}

/** The tables of some results, or of the scenarios whose results they will be. */
export function tableNames(of: readonly { readonly [key in "sites" | "pay" | "money" | "agreements"]?: object | undefined }[]): ResultTable["name"][] {
  return [
    "contacts", "groups", "days", ...(of.some(({ sites }) => sites !== undefined) ? (["sites"] as const) : []),
    ...(of.some(({ pay, money }) => pay !== undefined || money !== undefined) ? (["money"] as const) : []),
    ...(of.some(({ agreements }) => agreements !== undefined && Object.keys(agreements).length > 0) ? (["agreements"] as const) : []),
  ];
}

const WHOLE_DAY = "day";
/** The type of a row of all types together. */
export const ALL = "(all)";

export function tablesOf(results: readonly Result[]): ResultTable[] {
  const rowsOf = { contacts: contactRows, groups: groupRows, days: dayRows, sites: siteRows, money: moneyRows, agreements: agreementRows };
  return tableNames(results).map((name) => ({ name, rows: results.flatMap(rowsOf[name]) }));
}

/** Offered contacts and what became of them, by interval and for the day, by type and in all. */
function contactRows({ scenario, total, types, intervals }: Result): Row[] {
  const row = (from: string, to: string, type: string, estimates: ContactEstimates) =>
    ({ scenario, from, to, type, ...columns(CONTACT_MEASURE_NAMES, estimates) });
  return [
    row(WHOLE_DAY, WHOLE_DAY, ALL, total),
    ...Object.entries(types).map(([type, estimates]) => row(WHOLE_DAY, WHOLE_DAY, type, estimates)),
    ...intervals.flatMap(({ from, to, ...interval }) => [
      row(from, to, ALL, interval.total),
      ...Object.entries(interval.types).map(([type, estimates]) => row(from, to, type, estimates)),
    ]),
  ];
}

/** The agents' time, by interval and for the day. */
function groupRows({ scenario, groups, intervals }: Result): Row[] {
  const rows = (from: string, to: string, of: Result["groups"]) =>
    Object.entries(of).map(([group, estimates]) => ({ scenario, from, to, group, ...columns(GROUP_MEASURE_NAMES, estimates) }));
  return [...rows(WHOLE_DAY, WHOLE_DAY, groups), ...intervals.flatMap(({ from, to, ...interval }) => rows(from, to, interval.groups))];
}

/** The wait's percentiles and the distribution of the day's service level, by type and in all. */
function dayRows({ scenario, total, types }: Result): Row[] {
  return [[ALL, total] as const, ...Object.entries(types)].map(([type, { wait, daily }]) => {
    const row: Record<string, string | number | null> = { scenario, type };
    for (const key of ["p50", "p90", "p99"] as const) withInterval(row, `wait_${key}`, wait[key], wait.interval[key]);
    for (const key of ["p05", "p10", "p25", "p50", "p75", "p90", "p95", "meetsTarget"] as const) withInterval(row, `daily_${key}`, daily[key], daily.interval[key]);
    return row;
  });
}

/** A site's contacts, whoever answered them, and its agents, whomever they answered. */
function siteRows({ scenario, sites = {} }: Result): Row[] {
  return Object.entries(sites).map(([site, { contacts, agents, ...own }]) =>
    ({ scenario, site, ...columns(CONTACT_MEASURE_NAMES, contacts), ...columns(SITE_MEASURE_NAMES, own), ...columns(GROUP_MEASURE_NAMES, agents) }));
}

export function withInterval(row: Record<string, string | number | null>, name: string, value: number | null, interval: readonly [number, number] | null): void {
  row[name] = value;
  row[`${name}_low`] = interval?.[0] ?? null;
  row[`${name}_high`] = interval?.[1] ?? null;
}

/** Each measure's mean and half-width side by side. */
export function columns<Name extends string>(names: readonly Name[], estimates: Readonly<Record<Name, Estimate>>): Row {
  return Object.fromEntries(names.flatMap((name) => [[name, estimates[name].mean], [`${name}_halfWidth`, estimates[name].halfWidth]]));
}
