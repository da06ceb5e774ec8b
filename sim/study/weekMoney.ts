// What a week costs: the days of each kind from their ledgers, as often as they come.

import type { KindOfDay } from "../scenario/week.ts";
import type { Estimate } from "../stats/estimate.ts";
import { evenly, type Bounded } from "../stats/stepMean.ts";
import { weekEstimateOfDays } from "../stats/sumOfKinds.ts";
import type { Tally } from "../stats/tally.ts";
import { costOfLines, creditsADay, creditsOfLines, DAYS_OF_A_POST, postsOf } from "./money.ts";

export interface WeekMoney {
  readonly currency: string;
  /** A week, without credits. */
  readonly cost: Estimate;
  /** Cost / answered contacts. */
  readonly costPerContact: Estimate;
  /** A week, of all agreements together; only where a kind of day has agreements that pay some. A kind without agreements owes nothing. */
  readonly credits?: Bounded;
  /** Full-time posts that the week's rota takes, each working five days: exact. Null where the scenario says nothing of posts. */
  readonly posts: number | null;
}

/** Null where a kind of day has no pay, or another currency. */
export function moneyOfWeek(kinds: readonly (KindOfDay & { readonly tally: Tally })[]): WeekMoney | null {
  const currencies = new Set(kinds.map(({ scenario: { pay } }) => pay?.currency)), [currency] = currencies;
  if (currency === undefined || currencies.size > 1) return null;
  const days = kinds.map(({ times, scenario, tally }) => {
    const lines = tally.ledgerLines;
    return { times, ...costOfLines(scenario, lines), credits: { times, ...creditsADay(scenario, lines), errors: creditsOfLines(scenario, lines).errors } };
  });
  const owes = kinds.some(({ scenario: { agreements = {} } }) => Object.values(agreements).some(({ credits }) => credits.length > 0));
  const posts = kinds.map(({ times, scenario }) => ({ times, own: postsOf(scenario) }));
  return {
    currency,
    cost: weekEstimateOfDays(days.map(({ times, cost }) => ({ times, x: cost }))),
    costPerContact: weekEstimateOfDays(days.map(({ times, cost, answered }) => ({ times, x: cost, y: answered }))),
    ...(owes ? { credits: creditsOfWeek(days.map(({ credits }) => credits)) } : {}),
    posts: posts.some(({ own }) => own === null) ? null : posts.reduce((sum, { times, own }) => sum + times * (own ?? 0), 0) / DAYS_OF_A_POST,
  };
}

type KindCredits = Bounded & { readonly times: number; readonly errors: Float64Array };

/** Where a kind has too few for a half-width, the kinds' distances from their means are put together like standard errors (MOVER, as in `weekShare`). */
function creditsOfWeek(kinds: readonly KindCredits[]): Bounded {
  if (kinds.some((kind) => kind.mean === null)) return { mean: null, halfWidth: null, interval: null };
  const sum = weekEstimateOfDays(kinds.map(({ times, mean, errors }) => ({ times, x: errors.map((error) => (mean ?? 0) + error) }))), mean = sum.mean ?? 0;
  if (kinds.every(({ halfWidth }) => halfWidth !== null)) return evenly(sum, 0);
  const distance = (side: 0 | 1) => Math.hypot(...kinds.map((kind) => kind.times * ((kind.mean ?? 0) - (kind.interval?.[side] ?? 0))));
  return { mean, halfWidth: null, interval: kinds.some(({ interval }) => interval === null) ? null : [Math.max(0, mean - distance(0)), mean + distance(1)] };
}
