// What the first or last hours of the day bring and what they cost: the way of working beside itself with these hours closed, on the same callers.

import { formatClock, parseClock } from "../scenario/clock.ts";
import type { Study } from "../scenario/study.ts";
import { withClosed, type Marginal } from "../scenario/studyMarginal.ts";
import type { Estimate } from "../stats/estimate.ts";
import { differenceOf, differenceRatio, estimateOf, type DayRatio, type Difference } from "../stats/paired.ts";
import { closeHours } from "./closedHours.ts";
import { simulated, type Simulation, type WayRan } from "./compareKinds.ts";
import { ratioOf } from "./compareMeasures.ts";
import type { Rounds } from "./rounds.ts";

/** Differences are open less closed, a day or a week. */
export interface HoursWorth {
  readonly of: string;
  /** "17:00" */
  readonly from: string;
  readonly to: string;
  /** Contacts that arrive in these hours: where none of them would come at other times, the same as `offered`; else counted, the half-width at most so much: those of the intervals added up. */
  readonly arriving: Estimate;
  /** Contacts that would not come at all. */
  readonly offered: Difference;
  readonly answered: Difference;
  /** By the rota: exact. */
  readonly paidHours: Difference;
  /** Null without pay. */
  readonly cost: Difference | null;
  /** Paid hours, and cost, for each contact more that is answered; null where it is not certain that more are. */
  readonly paidHoursPerContact: Estimate | null;
  readonly costPerContact: Estimate | null;
  readonly serviceLevel: Difference;
  /** The chance of a missed day; mean null where targets differ by type. */
  readonly daysMissed: Difference;
}

/** @param unchanged the ways of working as they are */
export function* marginalRounds({ ways, marginal = [] }: Study, unchanged: readonly WayRan[], simulation: Simulation): Rounds<HoursWorth[]> {
  const opens = marginal.map(({ of }) => unchanged[ways.findIndex(({ name }) => name === of)]);
  const shut = yield* simulated(marginal.map((span, i) => withClosed(opens[i].scenario, span, closeHours)), simulation);
  return marginal.map((span, i) => worthOf(span, opens[i], shut[i]));
}

function worthOf(span: Marginal, open: WayRan, shut: WayRan): HoursWorth {
  const ratios = (measure: Parameters<typeof ratioOf>[0]) => [ratioOf(measure, open), ratioOf(measure, shut)] as const;
  const less = (measure: Parameters<typeof ratioOf>[0]) => differenceOf(...ratios(measure));
  const answered = less("answered"), cost = less("cost"), per = (measure: Parameters<typeof ratioOf>[0]) => perMore(ratios(measure), ratios("answered"), answered);
  const { mean, halfWidth, timesMoreDays } = less("daysOnTarget"), offered = less("offered");
  return {
    of: span.of, from: formatClock(span.from), to: formatClock(span.to), arriving: arriving(span, open, offered), offered, answered,
    paidHours: less("paidHours"), cost: cost.mean === null ? null : cost, paidHoursPerContact: per("paidHours"), costPerContact: cost.mean === null ? null : per("cost"),
    serviceLevel: less("serviceLevel"), daysMissed: { mean: mean === null ? null : 0 - mean, halfWidth, timesMoreDays },
  };
}

/** A difference for each contact more: a ratio of two differences of the same days, by the delta method. */
function perMore([top, topShut]: readonly [DayRatio, DayRatio], [bottom, bottomShut]: readonly [DayRatio, DayRatio], { mean, halfWidth }: Difference): Estimate | null {
  if (mean === null || halfWidth === null || mean <= halfWidth) return null;
  return estimateOf(differenceRatio([top, topShut], [bottom, bottomShut]));
}

/** Who arrives in these hours. Where nobody moves all of them are lost by definition, so the loss is the one estimate of both; else the sum of the staffing intervals. */
function arriving({ from, to }: Marginal, { kinds }: WayRan, { mean, halfWidth }: Estimate): Estimate {
  if (!kinds.some(({ scenario }) => Object.values(scenario.contacts).some(({ demand }) => (demand?.moves ?? 0) > 0))) return { mean, halfWidth };
  const inside = kinds.flatMap(({ times, result: { intervals } }) => intervals.filter((interval) => parseClock(interval.from) >= from && parseClock(interval.to) <= to).map(({ total: { offered } }) => ({ times, offered })));
  const sum = (of: (estimate: Estimate) => number | null) => inside.reduce((all, { times, offered }) => all + times * (of(offered) ?? 0), 0);
  return { mean: sum((each) => each.mean), halfWidth: inside.some(({ offered }) => offered.halfWidth === null) ? null : sum((each) => each.halfWidth) };
}
