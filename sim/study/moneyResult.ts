// What a result says of money: means a day, in the scenario's currency.

import { paidShifts, postsOf, type PaidShift } from "../model/pay.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { Estimate } from "../stats/estimate.ts";
import { CONTACT_COST, ledgerColumn, OVERRUN_PAY, type LedgerLines } from "../stats/ledger.ts";
import { dayRatio, estimateOf, type DayRatio } from "../stats/paired.ts";
import { evenly, type Bounded } from "../stats/stepMean.ts";
import { costOfLines, creditsADay, creditsOfLines, staffPay } from "./money.ts";

export interface Money {
  readonly currency: string;
  /** Of the day: staff, overrun, contacts and fixed costs; without credits. */
  readonly cost: Estimate;
  /** The rota's pay: exact, since the absent are paid too. */
  readonly staff: number;
  readonly overrun: Estimate;
  readonly contacts: Estimate;
  readonly fixed: number;
  /** Cost / answered. */
  readonly costPerContact: Estimate;
  /** Of all agreements a day; only where one pays credits. */
  readonly credits?: Bounded;
  /** Both together. */
  readonly costWithCredits?: Bounded;
  /** Full-time posts that the rota takes: exact. Null where the scenario does not say what a post is. */
  readonly posts: number | null;
  /** By group and shift: exact. */
  readonly shifts: readonly PaidShift[];
}

export function moneyOf(scenario: Scenario, lines: LedgerLines): Money {
  const { cost, answered } = costOfLines(scenario, lines), total = dayRatio(cost), mean = (column: number) => estimateOf(dayRatio(ledgerColumn(lines, column)));
  const pays = Object.values(scenario.agreements ?? {}).some(({ credits }) => credits.length > 0);
  return {
    ...fixedMoney(scenario), cost: estimateOf(total), overrun: mean(OVERRUN_PAY), contacts: mean(CONTACT_COST), costPerContact: estimateOf(dayRatio(cost, answered)),
    ...(pays ? withCredits(scenario, lines, total) : {}),
  };
}

/** Where credits are too few for a half-width, their interval is added to that of the cost: wide enough however the two go together. */
function withCredits(scenario: Scenario, lines: LedgerLines, cost: DayRatio): Required<Pick<Money, "credits" | "costWithCredits">> {
  const due = creditsOfLines(scenario, lines), credits = creditsADay(scenario, lines), mean = cost.mean === null || due.mean === null ? null : cost.mean + due.mean;
  if (credits.halfWidth !== null || credits.interval === null) return { credits, costWithCredits: evenly(estimateOf({ mean, errors: cost.errors.map((error, day) => error + due.errors[day]) })) };
  const { interval } = evenly(estimateOf(cost)), [low, high] = credits.interval;
  return { credits, costWithCredits: { mean, halfWidth: null, interval: interval === null ? null : [interval[0] + low, interval[1] + high] } };
}

/** Of a day solved exactly, which has one contact type and one group. @param overrunHours and `answered` are expectations */
export function exactMoney(scenario: Scenario, overrunHours: number, answered: number): Money {
  const [group] = Object.values(scenario.groups), { pay } = scenario, exact = (mean: number): Estimate => ({ mean, halfWidth: 0 });
  const overrun = overrunHours * (group.pay?.perHour ?? pay?.perHour ?? 0) * (pay?.factor ?? 1) * (pay?.overrun ?? 1);
  const contacts = answered * (group.pay?.perContact ?? pay?.perContact ?? 0), cost = staffPay(scenario) + overrun + contacts + (pay?.fixed ?? 0);
  return {
    ...fixedMoney(scenario), cost: exact(cost), overrun: exact(overrun), contacts: exact(contacts),
    costPerContact: answered === 0 ? { mean: null, halfWidth: null } : exact(cost / answered),
  };
}

/** What no day changes. */
function fixedMoney(scenario: Scenario): Pick<Money, "currency" | "staff" | "fixed" | "posts" | "shifts"> {
  return { currency: scenario.pay?.currency ?? "", staff: staffPay(scenario), fixed: scenario.pay?.fixed ?? 0, posts: postsOf(scenario), shifts: paidShifts(scenario) };
}
