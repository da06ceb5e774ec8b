// A week as a row for spreadsheets, whose kinds of day are scenarios of their own in the other tables.

import { evenly } from "../stats/stepMean.ts";
import type { WeekResult } from "../study/weekResult.ts";
import { boundedColumns } from "./moneyRows.ts";
import { columns, type Row } from "./resultRows.ts";

/** Contacts and hours a week, service level, and what it costs; each with the half-width of its 95 % interval, 0 where it is exact. */
export function weekRow({ scenario, week: { times, total, groups, money } }: WeekResult): Row {
  const paidHours = Object.values(groups).reduce((sum, group) => sum + (group.paidHours.mean ?? 0), 0), openDays = Object.values(times).reduce((sum, each) => sum + each, 0);
  return {
    scenario, openDays, ...columns(["offered", "answered", "serviceLevel"], total), paidHours, paidHours_halfWidth: 0, currency: money?.currency ?? null,
    ...boundedColumns("cost", money && evenly(money.cost)), ...boundedColumns("costPerContact", money && evenly(money.costPerContact)), ...boundedColumns("credits", money?.credits), posts: money?.posts ?? null,
  };
}
