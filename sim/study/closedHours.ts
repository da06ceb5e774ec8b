// A scenario with the first or the last hours of its day closed, for the question what these hours bring and what they cost.

import { formatClock } from "../scenario/clock.ts";
import type { DemandRule } from "../scenario/demand.ts";
import { comingPerDay, demandHours } from "../scenario/demandHours.ts";
import { formatDuration } from "../scenario/duration.ts";
import { ObjectionError, type Objection } from "../scenario/objection.ts";
import type { Break, ContactType, Group, Scenario, Shift } from "../scenario/schema.ts";

/** These hours cannot be closed; the message has a line for each reason. */
export class ClosedHoursError extends ObjectionError {
  override readonly name = "ClosedHoursError";
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The same scenario with some hours closed. Who wants to come then is lost, but for the share that moves by the type's `demand`;
 * a window into which they move is cut to what is still open, and is the whole opening where nothing of it is left. Shifts end at
 * the closing or begin at the opening; one that lies in the closed hours is gone, and so is a break whose window is too short for
 * it by then.
 * @param from and `to`: seconds since midnight
 * @throws ClosedHoursError with all that stands in the way
 */
export function closeHours(scenario: Scenario, from: number, to: number): Scenario {
  const objections = objectionsToClosing(scenario, from, to);
  if (objections.length > 0) throw new ClosedHoursError(objections);
  return closed(scenario, from, to);
}

/** Everything that stands in the way; empty where the hours can be closed. */
export function objectionsToClosing(scenario: Scenario, from: number, to: number): Objection[] {
  const { opening, interval } = scenario, told: Objection[] = [], hours = `${formatClock(opening.from)} to ${formatClock(opening.to)}`;
  const object = (message: string) => told.push({ path: ["opening"], about: "name", message });
  if (from >= to) object("must end later than they begin");
  else if (from < opening.from || to > opening.to) object(`must lie within the opening hours, ${hours}`);
  else if (from > opening.from && to < opening.to) object(`must begin at the opening, ${formatClock(opening.from)}, or end at the closing, ${formatClock(opening.to)}`);
  else if (from === opening.from && to === opening.to) object(`must leave something of the opening hours, ${hours}`);
  if ([from, to].some((time) => !Number.isInteger((time - opening.from) / interval))) object(`must lie on the staffing intervals, a whole number of ${formatDuration(interval)} from the opening, ${formatClock(opening.from)}`);
  if (told.length > 0) return told;
  const { contacts, ...hoursLeft } = closed(scenario, from, to);
  for (const [type, contact] of Object.entries(contacts)) {
    const coming = comingPerDay(contact, hoursLeft), whole = Math.abs(coming - Math.round(coming)) <= 1e-9 * Math.max(1, coming);
    if (contact.count === "fixed" && !whole) told.push({ path: ["contacts", type, "count"], about: "value", message: "must be random where hours are closed: those who still come are no whole number" });
  }
  return told;
}

function closed(scenario: Scenario, from: number, to: number): Scenario {
  const { opening, interval } = scenario, open: Span = from === opening.from ? { from: to, to: opening.to } : { from: opening.from, to: from };
  const shifts = mapped(scenario.shifts, (shift) => clippedShift(shift, open));
  return {
    ...scenario, opening: open, shifts,
    contacts: mapped(scenario.contacts, (type) => withDemand(type, opening, open)),
    groups: mapped(scenario.groups, (group) => clippedGroup(group, shifts, (open.from - opening.from) / interval, (open.to - opening.from) / interval)),
  };
}

/** A type whose demand stays where it was. */
function withDemand(type: ContactType, opening: Span, open: Span): ContactType {
  const { moves = 0, online = 0, into }: Partial<DemandRule> = type.demand ?? {};
  const stretch = into === undefined ? undefined : clipped({ from: into[0], to: into[1] }, open);
  return { ...type, demand: { ...demandHours(type, opening), moves, online, ...(stretch === undefined ? {} : { into: [stretch.from, stretch.to] }) } };
}

function clippedShift(shift: Shift, open: Span): Shift | undefined {
  const hours = clipped(shift, open);
  return hours && { ...shift, ...hours, breaks: shift.breaks.flatMap((pause) => clippedBreak(pause, hours)) };
}

function clippedBreak(pause: Break, hours: Span): Break[] {
  const stretch = clipped({ from: pause.between[0], to: pause.between[1] }, hours);
  return stretch === undefined || stretch.to - stretch.from < pause.for ? [] : [{ ...pause, between: [stretch.from, stretch.to] }];
}

/** @param first and `end`: the intervals that stay open */
function clippedGroup(group: Group, shifts: Scenario["shifts"], first: number, end: number): Group {
  const { agents, shifts: numbers } = group;
  return {
    ...group,
    ...(Array.isArray(agents) ? { agents: agents.slice(first, end) } : {}),
    ...(numbers === undefined ? {} : { shifts: mapped(numbers, (number, shift) => (Object.hasOwn(shifts, shift) ? number : undefined)) }),
  };
}

/** What two spans have in common. */
function clipped(span: Span, by: Span): Span | undefined {
  const from = Math.max(span.from, by.from), to = Math.min(span.to, by.to);
  return from < to ? { from, to } : undefined;
}

/** The same keys with other values; without those that have none. */
function mapped<From, To>(entries: Readonly<Record<string, From>>, to: (value: From, key: string) => To | undefined): Record<string, To> {
  return Object.fromEntries(Object.entries(entries).flatMap(([key, value]): [string, To][] => {
    const other = to(value, key);
    return other === undefined ? [] : [[key, other]];
  }));
}
