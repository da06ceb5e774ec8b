// The answer of a study, as printed by `--json`: plain data, seconds, shares of 1, hours.

import type { Study } from "../scenario/study.ts";
import { STUDY_MEASURES, type StudyMeasure } from "../scenario/studyMeasures.ts";
import { differenceOf, type DayRatio, type Difference } from "../stats/paired.ts";
import { ruledOut } from "../stats/pairedBest.ts";
import { VERSION } from "../version.ts";
import type { Even } from "./compareBreakEven.ts";
import type { Ran } from "./compareDays.ts";
import type { Held } from "./compareHold.ts";
import { BETTER, ratioOf } from "./compareMeasures.ts";
import type { Result } from "./result.ts";

export type Differences = Readonly<Record<StudyMeasure, Difference>>;

export interface Comparison {
  /** Version of the program. */
  readonly callhall: string;
  readonly question: string;
  readonly seed: string;
  readonly days: number;
  /** Of interest, the one that decides first. */
  readonly measures: readonly StudyMeasure[];
  /** As by `run`. */
  readonly base: Result;
  readonly variants: Readonly<Record<string, Result>>;
  /** Whether a variant has the base's contact types, and so meets the same callers day by day. */
  readonly paired: Readonly<Record<string, boolean>>;
  /** Each variant less the base; groups taken together. */
  readonly differences: Readonly<Record<string, Differences>>;
  /** The same by contact type, for those that both have; contact measures only. */
  readonly typeDifferences: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Difference>>>>>>;
  /** By measure of interest that has a better direction: the ways of working that are surely not the best. */
  readonly ruledOut: Readonly<Partial<Record<StudyMeasure, readonly string[]>>>;
  /** By way of working, the base among them; null where the study holds nothing. */
  readonly hold: Readonly<Record<string, Held>> | null;
  readonly breakEven: Even | null;
}

/** What types share as their target, for the share of days that reach it. */
export function targetOf({ contacts }: Study["ways"][number]["scenario"]): number | null {
  const [first, ...others] = Object.values(contacts).map(({ target }) => target);
  return others.every((target) => target === first) ? first : null;
}

/** Whether two scenarios have the same contact types by name. */
export function sameTypes(...scenarios: readonly Study["ways"][number]["scenario"][]): boolean {
  const [first, ...others] = scenarios.map(({ contacts }) => JSON.stringify(Object.keys(contacts).sort()));
  return others.every((types) => types === first);
}

export function comparisonOf({ question, ways, measures, days, seed }: Study, ran: readonly Ran[], hold: readonly Held[] | null, breakEven: Even | null): Comparison {
  const paired = (i: number, j: number) => sameTypes(ways[i].scenario, ways[j].scenario);
  const ratio = (measure: StudyMeasure, way: number) => ratioOf(measure, ran[way].days, ran[way].days.columns.rows - 1, targetOf(ways[way].scenario));
  const named = <T>(of: (way: number) => T, from = 0) => Object.fromEntries(ways.slice(from).map(({ name }, i) => [name, of(i + from)]));
  const against = (way: number) => Object.fromEntries(STUDY_MEASURES.map((measure) => [measure, differenceOf(ratio(measure, way), ratio(measure, 0), paired(0, way))])) as Differences; // all measures, which fromEntries cannot know
  const out = measures.flatMap((measure): [StudyMeasure, string[]][] => {
    const better = BETTER[measure];
    if (better === null) return [];
    const lost = ruledOut(ways.map((_, way) => ratio(measure, way)), better, paired);
    return [[measure, ways.filter((_, way) => lost[way]).map(({ name }) => name)]];
  });
  return {
    callhall: VERSION, question, seed, days, measures,
    base: ran[0].result, variants: named((way) => ran[way].result, 1), paired: named((way) => paired(0, way), 1),
    differences: named(against, 1), typeDifferences: named((way) => byType(ways[0], ran[0], ways[way], ran[way]), 1),
    ruledOut: Object.fromEntries(out), hold: hold === null ? null : named((way) => hold[way]), breakEven,
  };
}

type Way = Study["ways"][number];

/** Of the types that both have; each is paired with itself, whatever else has changed. */
function byType(base: Way, baseRan: Ran, way: Way, wayRan: Ran): Record<string, Record<string, Difference>> {
  const [before, after] = [base, way].map(({ scenario }) => Object.keys(scenario.contacts));
  const contactMeasures = STUDY_MEASURES.filter((measure) => measure === "daysOnTarget" || measure in wayRan.result.total);
  return Object.fromEntries(after.filter((type) => before.includes(type)).map((type) => {
    const own = (measure: StudyMeasure, names: readonly string[], { scenario }: Way, { days }: Ran): DayRatio => ratioOf(measure, days, names.indexOf(type), scenario.contacts[type].target);
    return [type, Object.fromEntries(contactMeasures.map((measure) => [measure, differenceOf(own(measure, after, way, wayRan), own(measure, before, base, baseRan))]))];
  }));
}
