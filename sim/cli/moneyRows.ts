// Money and agreements as rows for spreadsheets.

import { evenly, type Bounded } from "../stats/stepMean.ts";
import type { Result } from "../study/result.ts";
import { withInterval, type Row } from "./resultRows.ts";

/** An item of the day's bill a row, then the rota by shift. Amounts that no chance changes have a half-width of 0. */
export function moneyRows({ scenario, money }: Result): Row[] {
  if (money === undefined) return [];
  const { currency, cost, staff, overrun, contacts, fixed, costPerContact, costWithCredits, posts, shifts } = money, exact = (mean: number) => evenly({ mean, halfWidth: 0 });
  const row = (item: string, { mean, halfWidth, interval }: Bounded, of: { group?: string; shift?: string | null; agents?: number; hours?: number; posts?: number | null } = {}): Row =>
    ({ scenario, item, group: of.group ?? null, shift: of.shift ?? null, agents: of.agents ?? null, paidHours: of.hours ?? null, posts: of.posts ?? null, currency, amount: mean, amount_halfWidth: halfWidth, amount_low: interval?.[0] ?? null, amount_high: interval?.[1] ?? null });
  return [
    row("cost", evenly(cost), { posts }), ...(costWithCredits === undefined ? [] : [row("cost with credits", costWithCredits)]), row("cost per contact", evenly(costPerContact)),
    row("staff", exact(staff)), row("overrun", evenly(overrun)), row("contacts", evenly(contacts)), row("fixed", exact(fixed)),
    ...shifts.map(({ group, shift, agents, hours, pay }) => row("shift", exact(pay), { group, shift, agents, hours })),
  ];
}

/** An agreement a row: how its periods come out and what they cost. */
export function agreementRows({ scenario, agreements = {} }: Result): Row[] {
  return Object.entries(agreements).map(([agreement, { contacts, measure, answerWithin, unit, atLeast, atMost, every, over, periods, met, level, credits }]) => {
    const row: Record<string, string | number | null> = { scenario, agreement, contacts: contacts.join(", "), measure, answerWithin, unit, atLeast, atMost, everyDays: every, over, periods };
    withInterval(row, "met", met.mean, met.interval);
    for (const key of ["p05", "p10", "p25", "p50", "p75", "p90", "p95"] as const) withInterval(row, `level_${key}`, level[key], level.interval[key]);
    for (const [name, credit] of [["credit", credits?.aPeriod], ["creditADay", credits?.aDay]] as const) Object.assign(row, boundedColumns(name, credit));
    return row;
  });
}

/** A mean with its half-width and both ends of its interval, since where few periods miss there is no half-width. */
export function boundedColumns(name: string, { mean, halfWidth, interval }: Bounded = { mean: null, halfWidth: null, interval: null }): Row {
  return { [name]: mean, [`${name}_halfWidth`]: halfWidth, [`${name}_low`]: interval?.[0] ?? null, [`${name}_high`]: interval?.[1] ?? null };
}
