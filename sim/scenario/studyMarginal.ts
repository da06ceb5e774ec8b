import * as z from "zod";
import { formatClock } from "./clock.ts";
import { formatDuration } from "./duration.ts";
import type { Findings } from "./findings.ts";
import type { Span } from "./hours.ts";
import { noSuch } from "./nearest.ts";
import { piece } from "./pieces.ts";
import type { Scenario } from "./schema.ts";
import { shorten, type Path } from "./shown.ts";
import { BASE_NAME, onEveryKind, type Way } from "./studyWay.ts";
import { clock, line, must, section } from "./values.ts";
import { kindsOfDay } from "./week.ts";

const hours = clock.pipe(z.number());

const asked = section('hours, such as { hours: ["17:00", "18:00"], of: base }', {
  hours: z.tuple([hours, hours], must('two times of day such as ["17:00", "18:00"]')).meta({
    description: "Hours to close: the day’s first or its last, on the staffing interval; of kinds of day, in those that are open then", form: "two times of day", example: ["17:00", "18:00"],
  }),
  of: line(100, "the name of a way of working").default(BASE_NAME).meta({ description: "In which way of working; `base` is the base", form: "name", example: BASE_NAME }),
});

const rule = must('hours such as { hours: ["17:00", "18:00"], of: base }, or a list of them');

/** The hours whose worth a study asks for. */
export const marginal = z.union([asked, z.array(asked).min(1, { error: "must name hours" }).max(20, { error: "must have at most 20 entries" })], rule);

export interface Marginal extends Span {
  /** The way of working whose hours they are. */
  readonly of: string;
}

/**
 * The hours asked for, undefined where none are; complains where they are not the first or last of the way’s day. Each entry and key
 * is read by itself, so that a mistake in one hides none in another.
 * @param names of all ways, also of those that are wrong
 */
export function readMarginal(ways: readonly Way[], names: readonly string[], findings: Findings): Marginal[] | undefined {
  const written = findings.valueAt(["marginal"]);
  if (written === undefined) return undefined;
  return (Array.isArray(written) ? written : [written]).flatMap((_, i): Marginal[] => {
    const path: Path = Array.isArray(written) ? ["marginal", i] : ["marginal"];
    if (!findings.isMapping(path)) return []; // the schema has told
    const span = piece(findings, asked.shape.hours, [...path, "hours"]), of = piece(findings, asked.shape.of, [...path, "of"]), way = ways.find(({ name }) => name === of);
    if (of !== undefined && !names.includes(of)) findings.value([...path, "of"], noSuch("way of working", of, names));
    if (span === undefined) return [];
    const [from, to] = span;
    if (from >= to) findings.value([...path, "hours", 0], `must be earlier than the other time, ${formatClock(to)}`);
    if (from >= to || way === undefined || of === undefined) return [];
    const problem = problemOf(way.scenario, { from, to });
    if (problem === null) return [{ from, to, of }];
    findings.value([...path, "hours"], problem);
    return [];
  });
}

/** Why these hours cannot be closed; null where they can. */
function problemOf(scenario: Scenario, span: Span): string | null {
  const kinds = kindsOfDay(scenario).map((kind) => ({ ...kind, closed: closedIn(kind.scenario, span) })), affected = kinds.filter(({ closed }) => closed !== null);
  if (affected.length === 0) return "must be hours in which somebody can call";
  for (const { name, scenario: { opening, interval, contacts }, closed } of affected) {
    const day = scenario.calendar === undefined ? "the day" : name, open = `${formatClock(opening.from)} to ${formatClock(opening.to)}`;
    if (closed === null) continue;
    if (closed.from > opening.from && closed.to < opening.to) return `must be the first or the last hours of ${day}, ${open}`;
    if (closed.from === opening.from && closed.to === opening.to) return `must leave some of ${day} open, ${open}`;
    const fixed = Object.keys(contacts).find((type) => contacts[type].count === "fixed");
    if (fixed !== undefined) return `cannot be closed: ${shorten(fixed)} has a fixed count, and those who still come then would be no whole number`;
    if ((closed.from - opening.from) % interval !== 0 || (closed.to - opening.from) % interval !== 0) return `must begin and end with a staffing interval of ${formatDuration(interval)}`;
  }
  return null;
}

/** The part of the hours in which a day is open; null where there is none. */
export function closedIn({ opening }: Scenario, { from, to }: Span): Span | null {
  const part = { from: Math.max(from, opening.from), to: Math.min(to, opening.to) };
  return part.from < part.to ? part : null;
}

/** The scenario with hours closed, in every kind of day that is open then. @param closeHours of a day */
export function withClosed(scenario: Scenario, span: Span, closeHours: (day: Scenario, from: number, to: number) => Scenario): Scenario {
  return onEveryKind(scenario, (day) => {
    const closed = closedIn(day, span);
    return closed === null ? day : closeHours(day, closed.from, closed.to);
  });
}
