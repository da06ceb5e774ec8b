// A day solved exactly instead of simulated, in the shape of a run's result as far as one number can be exact.

import { CONTACT_COUNTERS, GROUP_COUNTERS } from "../engine/dayRecord.ts";
import { expectedDay } from "../erlang/exactDay.ts";
import { objectionsToExactDay } from "../erlang/exactDayRules.ts";
import { compile } from "../model/compile.ts";
import { formatClock } from "../scenario/clock.ts";
import { ObjectionError } from "../scenario/objection.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { Estimate } from "../stats/estimate.ts";
import { CONTACT_MEASURES, GROUP_MEASURES, type Measure, type Term } from "../stats/measures.ts";
import { CURVE_SECONDS } from "../stats/waitPercentiles.ts";
import { VERSION } from "../version.ts";
import { exactMoney, type Money } from "./moneyResult.ts";
import type { ContactEstimates, GroupEstimates, WaitPercentiles } from "./result.ts";
import { withDemand, type WithDemand } from "./withDemand.ts";

/**
 * As a `Result`, with half-widths of 0. Nothing is known of single days, only of their mean over all that may happen: there are no
 * `seed`, `days`, `daily`, and no mean of `longestWait`. A mean is null, too, where there is nothing to divide by.
 */
export interface ExactResult {
  /** Version of the program. */
  readonly callhall: string;
  readonly scenario: string;
  readonly exact: true;
  readonly seed: null;
  readonly days: null;
  readonly total: ExactContacts;
  readonly types: Readonly<Record<string, ExactContacts & WithDemand>>;
  readonly groups: Readonly<Record<string, GroupEstimates>>;
  /** Only of a scenario with pay: expected costs. Agreements are about single days or periods, of which nothing is known. */
  readonly money?: Money;
  readonly intervals: readonly ExactInterval[];
}

export interface ExactContacts extends ContactEstimates {
  /** The distribution of the wait is not computed: percentiles are null and the curve has no shares. */
  readonly wait: WaitPercentiles;
  readonly daily: null;
}

export interface ExactInterval {
  /** Clock times, "08:30". */
  readonly from: string;
  readonly to: string;
  readonly total: ContactEstimates & { readonly daily: null };
  readonly types: Readonly<Record<string, ContactEstimates>>;
  readonly groups: Readonly<Record<string, GroupEstimates>>;
}

const NO_WAITS: WaitPercentiles = {
  p50: null, p90: null, p99: null, interval: { p50: null, p90: null, p99: null }, curve: { seconds: CURVE_SECONDS, waitingLonger: [] },
};

/** A scenario that has no exact solution here; the message has a line for each key that stands in the way. */
export class NotExactError extends ObjectionError {
  override readonly name = "NotExactError";
}

/**
 * The means of a day, solved and not simulated: for one contact type and one group, with exponential handle times and patience.
 * Errors stay below 1e-6, of counts, shares and seconds alike. Throws a `NotExactError` with all that stands in the way.
 */
export function exactDay(scenario: Scenario): ExactResult {
  const objections = objectionsToExactDay(scenario);
  if (objections.length > 0) throw new NotExactError(objections);
  const model = compile(scenario), { intervals } = model, { contacts, group } = expectedDay(model);
  const contactsIn = (cell: number) => estimates(CONTACT_MEASURES, contacts, cell * CONTACT_COUNTERS);
  const groupIn = (cell: number) => estimates(GROUP_MEASURES, group, cell * GROUP_COUNTERS);
  const [type] = model.typeNames, [groupName] = model.groupNames, total: ExactContacts = { ...contactsIn(intervals), wait: NO_WAITS, daily: null };
  return {
    callhall: VERSION, scenario: scenario.name, exact: true, seed: null, days: null,
    total,
    types: withDemand(scenario, { [type]: total }),
    groups: { [groupName]: groupIn(intervals + 1) },
    ...(scenario.pay === undefined ? {} : { money: exactMoney(scenario, groupIn(intervals + 1).overrunHours.mean ?? 0, total.answered.mean ?? 0) }),
    intervals: Array.from({ length: intervals }, (_, i) => {
      const inInterval = contactsIn(i);
      return {
        from: formatClock(scenario.opening.from + i * scenario.interval),
        to: formatClock(scenario.opening.from + (i + 1) * scenario.interval),
        total: { ...inInterval, daily: null }, types: { [type]: inInterval }, groups: { [groupName]: groupIn(i) },
      };
    }),
  };
}

/** All of some measures from expected counters: the ratio of expectations is what the ratio of means over days tends to. */
function estimates<Name extends string>(measures: Readonly<Record<Name, Measure>>, counters: Float64Array, cell: number): Record<Name, Estimate> {
  const combine = (terms: readonly Term[]) => terms.reduce((sum, [counter, factor]) => sum + factor * counters[cell + counter], 0);
  return Object.fromEntries(Object.entries<Measure>(measures).map(([name, { of, per }]) => {
    const bottom = per === undefined ? 1 : combine(per), mean = bottom === 0 ? NaN : combine(of) / bottom;
    return [name, Number.isNaN(mean) ? { mean: null, halfWidth: null } : { mean, halfWidth: 0 }];
  })) as Record<Name, Estimate>; // the keys of `measures`, which fromEntries cannot know
}
