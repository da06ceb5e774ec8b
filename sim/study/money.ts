// Money by day: what a day cost, and the credits of agreements, from the lines of the ledger. In the scenario's currency.

import { paidShifts, postsOf } from "../model/pay.ts";
import type { Agreement, Scenario } from "../scenario/schema.ts";
import { ANSWERED_CONTACTS, CONTACT_COST, FIRST_AGREEMENT, ledgerColumn, OVERRUN_PAY, type LedgerLines } from "../stats/ledger.ts";
import { dayRatio, type DayRatio } from "../stats/paired.ts";
import { creditDue, periodLevel, wholePeriods, type Period } from "../stats/periods.ts";
import type { KeptDays } from "./compareDays.ts";

export { postsOf };

/** What each day cost, without credits, and the contacts answered on it; null where the scenario has no pay. */
export function costOfDays(scenario: Scenario, days: KeptDays): { readonly cost: Float64Array; readonly answered: Float64Array } | null {
  return scenario.pay === undefined ? null : costOfLines(scenario, linesOf(days));
}

/**
 * Credits a day, of all agreements together; null without agreements, a null mean where one has no whole period. A period's error stands on its last
 * day and the others have none, so that the spread over days is that of periods, which are independent of each other, and two ways pair by day.
 */
export function creditsOfDays(scenario: Scenario, days: KeptDays): DayRatio | null {
  return scenario.agreements === undefined ? null : creditsOfLines(scenario, linesOf(days));
}

const linesOf = ({ values, columns: { width, ledger } }: KeptDays): LedgerLines => ({ values, width, from: ledger });

/** @returns by day */
export function costOfLines(scenario: Scenario, lines: LedgerLines): { readonly cost: Float64Array; readonly answered: Float64Array } {
  const [overrun, contacts] = [OVERRUN_PAY, CONTACT_COST].map((column) => ledgerColumn(lines, column)), everyDay = staffPay(scenario) + (scenario.pay?.fixed ?? 0);
  return { cost: overrun.map((spent, day) => everyDay + spent + contacts[day]), answered: ledgerColumn(lines, ANSWERED_CONTACTS) };
}

/** Pay of the rota a day: exact. */
export function staffPay(scenario: Scenario): number {
  return paidShifts(scenario).reduce((sum, { pay }) => sum + pay, 0);
}

export function creditsOfLines(scenario: Scenario, lines: LedgerLines): DayRatio {
  const each = Object.values(scenario.agreements ?? {}).map((agreement, i) => {
    const periods = judgedPeriods(agreement, lines, i), days = lines.values.length / lines.width, due = new Float64Array(days), over = new Float64Array(days);
    for (const { period: { from, to }, credit } of periods) {
      due[to - 1] = credit;
      over[to - 1] = to - from;
    }
    return dayRatio(due, over);
  });
  const [first, ...others] = each;
  return others.reduce((sum, ratio) => ({
    mean: sum.mean === null || ratio.mean === null ? null : sum.mean + ratio.mean, errors: sum.errors.map((error, day) => error + ratio.errors[day]),
  }), first ?? dayRatio(new Float64Array(lines.values.length / lines.width)));
}

export interface JudgedPeriod {
  readonly period: Period;
  /** NaN where nobody came. */
  readonly level: number;
  readonly credit: number;
}

/** The whole periods of an agreement. @param index among the scenario's agreements */
export function judgedPeriods({ every, over, credits }: Agreement, lines: LedgerLines, index: number): JudgedPeriod[] {
  const [top, bottom] = [0, 1].map((side) => ledgerColumn(lines, FIRST_AGREEMENT + 2 * index + side));
  return wholePeriods(top.length, every).map((period) => {
    const level = periodLevel(top, bottom, period, over);
    return { period, level, credit: creditDue(level, credits) };
  });
}
