// What a week costs: the days of each kind from their ledgers, as often as they come.

import type { KindOfDay } from "../scenario/week.ts";
import type { Estimate } from "../stats/estimate.ts";
import { weekEstimateOfDays } from "../stats/sumOfKinds.ts";
import type { Tally } from "../stats/tally.ts";
import { costOfLines, creditsOfLines, postsOf } from "./money.ts";

/** Of a full-time post: in a week it works on so many days, whatever the opening. */
const WORKING_DAYS = 5;

export interface WeekMoney {
  readonly currency: string;
  /** A week, without credits. */
  readonly cost: Estimate;
  /** Cost / answered contacts. */
  readonly costPerContact: Estimate;
  /** A week, of all agreements together; only where every kind of day has agreements. */
  readonly credits?: Estimate;
  /** Full-time posts that the week's rota takes, each working five days: exact. Null where the scenario says nothing of posts. */
  readonly posts: number | null;
}

/** Null where a kind of day has no pay, or another currency. */
export function moneyOfWeek(kinds: readonly (KindOfDay & { readonly tally: Tally })[]): WeekMoney | null {
  const currencies = new Set(kinds.map(({ scenario: { pay } }) => pay?.currency)), [currency] = currencies;
  if (currency === undefined || currencies.size > 1) return null;
  const days = kinds.map(({ times, scenario, tally }) => {
    const lines = tally.ledgerLines;
    return { times, ...costOfLines(scenario, lines), credits: scenario.agreements === undefined ? null : creditsOfLines(scenario, lines) };
  });
  const credits = days.flatMap(({ times, credits: due }) => {
    const mean = due?.mean ?? null;
    return due === null || mean === null ? [] : [{ times, x: due.errors.map((error) => mean + error) }];
  });
  const posts = kinds.map(({ times, scenario }) => ({ times, own: postsOf(scenario) }));
  return {
    currency,
    cost: weekEstimateOfDays(days.map(({ times, cost }) => ({ times, x: cost }))),
    costPerContact: weekEstimateOfDays(days.map(({ times, cost, answered }) => ({ times, x: cost, y: answered }))),
    ...(credits.length === days.length ? { credits: weekEstimateOfDays(credits) } : {}),
    posts: posts.some(({ own }) => own === null) ? null : posts.reduce((sum, { times, own }) => sum + times * (own ?? 0), 0) / WORKING_DAYS,
  };
}
