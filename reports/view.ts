// What every part of the page reads of one scenario, picked once at the edge.

import { expectedContactsPerDay } from "../sim/scenario/limits.ts";
import type { Scenario } from "../sim/scenario/schema.ts";
import type { IntervalResult, Result } from "../sim/study/result.ts";
import { shortened } from "./names.ts";
import { clock, duration, hoursOf, targetPercent } from "./words.ts";

/** One staffing interval: clock times in hours, agents of all groups together. */
export interface Slot {
  readonly from: number;
  readonly to: number;
  /** "8:30 to 9:00" */
  readonly when: string;
  readonly result: IntervalResult;
  /** Agents on duty by the rota, exact; a shift that begins within the interval counts for its part of it. */
  readonly rostered: number;
  /** Agents serving contacts, mean of all days. */
  readonly busy: number;
  /** At most so far off: the groups' half-widths added up. Null for one day. */
  readonly busyHalfWidth: number | null;
  /** Agents busy or available, neither absent nor off the phone, mean of all days; and at most so far off. */
  readonly onPhone: number;
  readonly onPhoneHalfWidth: number | null;
}

/** Hours. */
export const middleOf = ({ from, to }: Pick<Slot, "from" | "to">): number => (from + to) / 2;

export interface View {
  /** 1, 2, … in the page's order; part of every id, so that equal names do no harm. */
  readonly id: number;
  /** The scenario's name, told apart from others of the page. */
  readonly name: string;
  /** The same in a sentence: short, in quotes. It may be any text, and a plural one must not ask for a plural verb. */
  readonly quoted: string;
  readonly result: Result;
  readonly scenario: Scenario;
  /** The target all types share, a share of 1; null where they differ. */
  readonly target: number | null;
  /** The threshold all types share, seconds; null where they differ. */
  readonly within: number | null;
  /** "calls" where the only type is called so, else "contacts". */
  readonly contacts: string;
  /** Expected contacts a day, as the file has it. */
  readonly expected: number;
  /** Whether just so many come on every day. */
  readonly fixedCount: boolean;
  readonly slots: readonly Slot[];
}

// Names of types that can stand for the contacts themselves in a sentence; "council tax" cannot.
const NOUNS = new Set(["calls", "chats", "emails", "e-mails", "visits", "letters", "messages", "webchats", "callbacks", "enquiries", "tickets", "visitors", "callers"]);

export function viewOf(result: Result, scenario: Scenario, name = result.scenario, short = shortened(name), id = 1): View {
  const types = Object.entries(scenario.contacts);
  const only = types.length === 1 ? types[0][0].toLowerCase() : "";
  return {
    id, name, quoted: `“${short}”`, result, scenario,
    target: shared(types.map(([, type]) => type.target)),
    within: shared(types.map(([, type]) => type.answerWithin)),
    contacts: NOUNS.has(only) ? only : "contacts",
    expected: expectedContactsPerDay(scenario),
    fixedCount: types.every(([, type]) => type.count === "fixed"),
    slots: result.intervals.map((interval) => slotOf(interval, scenario.interval / 3600)),
  };
}

export function shared<T>(values: readonly T[]): T | null {
  return values.length > 0 && values.every((value) => value === values[0]) ? values[0] : null;
}

function slotOf(result: IntervalResult, hours: number): Slot {
  const groups = Object.values(result.groups);
  const agents = (measure: "rosteredHours" | "busyHours" | "staffedHours") => total(groups.map((group) => group[measure].mean ?? 0)) / hours;
  const farOff = (measure: "busyHours" | "staffedHours") => {
    const halves = groups.map((group) => group[measure].halfWidth);
    return halves.includes(null) ? null : total(halves.map((half) => half ?? 0)) / hours;
  };
  return {
    from: hoursOf(result.from), to: hoursOf(result.to), when: `${clock(result.from)} to ${clock(result.to)}`, result,
    rostered: agents("rosteredHours"), busy: agents("busyHours"), busyHalfWidth: farOff("busyHours"),
    onPhone: agents("staffedHours"), onPhoneHalfWidth: farOff("staffedHours"),
  };
}

/** Whether some of those rostered may be absent, and whether some may be off the phone. */
export function awayOf({ scenario }: View): { readonly absent: boolean; readonly offPhone: boolean } {
  const rosters = [...Object.values(scenario.groups), ...Object.values(scenario.shifts)];
  return { absent: rosters.some(({ absence = 0 }) => absence > 0), offPhone: rosters.some(({ offPhone }) => offPhone !== undefined && offPhone.share > 0) };
}

export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** "within 20 seconds", "at once", "within their thresholds" */
export function inTime({ within }: Pick<View, "within">): string {
  if (within === null) return "within their thresholds";
  return within === 0 ? "at once" : `within ${duration(within)}`;
}

/** What a mean is over. */
export const meanOfDays = (views: readonly View[]): string => (views.every((view) => view.result.days === 1) ? "on the simulated day" : "mean of all days");

/** "target 80%", "targets 75% to 80% by type" */
export function targetWords({ target, scenario }: View): string {
  if (target !== null) return `target ${targetPercent(target)}`;
  const targets = Object.values(scenario.contacts).map((type) => type.target);
  return `targets ${targetPercent(Math.min(...targets))} to ${targetPercent(Math.max(...targets))} by type`;
}
