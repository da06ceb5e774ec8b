// The answer of a study, as printed by `--json`: plain data, seconds, shares of 1, hours, money in the scenario's currency.

import type { Scenario } from "../scenario/schema.ts";
import type { Study } from "../scenario/study.ts";
import { STUDY_MEASURES, type StudyMeasure } from "../scenario/studyMeasures.ts";
import type { Estimate } from "../stats/estimate.ts";
import { CONTACT_MEASURES } from "../stats/measures.ts";
import { differenceOf, type Difference } from "../stats/paired.ts";
import { ruledOut } from "../stats/pairedBest.ts";
import { VERSION } from "../version.ts";
import type { Even } from "./compareBreakEven.ts";
import type { Held, HeldAndCurve, StaffingPoint } from "./compareHold.ts";
import { perOf, typesOf, type WayRan } from "./compareKinds.ts";
import type { HoursWorth } from "./compareMarginal.ts";
import { BETTER, estimated, MONEY_MEASURES, ratioOf } from "./compareMeasures.ts";
import type { Sensitivity } from "./compareSensitivity.ts";
import type { Rounds } from "./rounds.ts";
import { resultOfWay, type WayResult } from "./compareWayResult.ts";

export type Differences = Readonly<Record<StudyMeasure, Difference>>;

export interface Comparison {
  /** Version of the program. */
  readonly callhall: string;
  readonly question: string;
  readonly seed: string;
  readonly days: number;
  /** What hours, contacts and money are given for: a day, a week of several kinds of day, or all dates of a calendar. */
  readonly per: ReturnType<typeof perOf>;
  /** Of interest, the one that decides first. */
  readonly measures: readonly StudyMeasure[];
  /** As by `run`. */
  readonly base: WayResult;
  readonly variants: Readonly<Record<string, WayResult>>;
  /** Whether a variant has the base's contact types, and so meets the same callers day by day. Intervals hold either way. */
  readonly paired: Readonly<Record<string, boolean>>;
  /** By way of working, the base among them: the measures of interest, and money where the scenario says so; groups taken together. */
  readonly estimates: Readonly<Record<string, Readonly<Partial<Record<StudyMeasure, Estimate>>>>>;
  /** Each variant less the base; groups taken together. */
  readonly differences: Readonly<Record<string, Differences>>;
  /** The same by contact type, for those that both have; contact measures only. */
  readonly typeDifferences: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Difference>>>>>>;
  /** By measure of interest that has a better direction: the ways of working that are surely not the best. Those without a value have no part in it. */
  readonly ruledOut: Readonly<Partial<Record<StudyMeasure, readonly string[]>>>;
  /** By way of working, the base among them; null where the study holds nothing. */
  readonly hold: Readonly<Record<string, Held>> | null;
  /** The numbers of agents tried for `hold`. */
  readonly curves: Readonly<Record<string, readonly StaffingPoint[]>> | null;
  readonly breakEven: Even | null;
  /** In the order of the study; null where it asks for none. */
  readonly sensitivity: readonly Sensitivity[] | null;
  readonly marginal: readonly HoursWorth[] | null;
}

/** What was found beyond the runs of the ways themselves; absent what was not asked for. */
export interface Answers {
  readonly held?: readonly HeldAndCurve[];
  readonly breakEven?: Even;
  readonly sensitivity?: readonly Sensitivity[];
  readonly marginal?: readonly HoursWorth[];
}

/** Whether two scenarios have the same contact types by name. */
export function sameTypes(...scenarios: readonly Scenario[]): boolean {
  const [first, ...others] = scenarios.map((scenario) => JSON.stringify(typesOf(scenario).sort()));
  return others.every((types) => types === first);
}

/** Every variant less the base by one measure. */
export function againstBase({ ways }: Study, ran: readonly WayRan[], measure: StudyMeasure): Record<string, Difference> {
  const base = ratioOf(measure, ran[0]);
  return Object.fromEntries(ways.slice(1).map(({ name }, i) => [name, differenceOf(ratioOf(measure, ran[i + 1]), base)]));
}

/** Which ways of working may be the best by a measure, and which are surely not: null where it has no better direction. Those without a value are in neither. */
export function rankedBy({ ways }: Study, ran: readonly WayRan[], measure: StudyMeasure): { readonly left: string[]; readonly out: string[] } | null {
  const better = BETTER[measure];
  if (better === null) return null;
  const ratios = ran.map((way) => ratioOf(measure, way)), lost = ruledOut(ratios, better), named = (fits: (way: number) => boolean) => ways.filter((_, way) => fits(way)).map(({ name }) => name);
  return { left: named((way) => ratios[way].mean !== null && !lost[way]), out: named((way) => lost[way]) };
}

/** Pauses between its parts, since on many ways of working, days and types it takes a while. */
export function* comparisonOf(study: Study, ran: readonly WayRan[], { held, breakEven, sensitivity, marginal }: Answers): Rounds<Comparison> {
  const { question, ways, measures, days, seed } = study;
  const named = <T>(of: (way: number) => T, from = 0) => Object.fromEntries(ways.slice(from).map(({ name }, i) => [name, of(i + from)]));
  const differences = new Map(yield* paused(STUDY_MEASURES, (measure) => [measure, againstBase(study, ran, measure)] as const));
  const against = (name: string) => Object.fromEntries([...differences].map(([measure, each]) => [measure, each[name]])) as Differences; // all measures, which fromEntries cannot know
  const ranks = yield* paused(measures, (measure) => [measure, rankedBy(study, ran, measure)?.out] as const);
  const results = yield* paused(ran, (way) => resultOfWay(way, seed)), types = yield* paused(ran.slice(1), (way) => byType(ran[0], way));
  return {
    callhall: VERSION, question, seed, days, per: perOf(ways[0].scenario), measures,
    base: results[0], variants: named((way) => results[way], 1), paired: named((way) => sameTypes(ways[0].scenario, ways[way].scenario), 1),
    estimates: named((way) => Object.fromEntries([...new Set([...measures, ...MONEY_MEASURES])].flatMap((measure) => {
      const estimate = estimated(measure, ran[way]);
      return estimate.mean === null && !measures.includes(measure) ? [] : [[measure, estimate] as const];
    }))),
    differences: named((way) => against(ways[way].name), 1), typeDifferences: named((way) => types[way - 1], 1),
    ruledOut: Object.fromEntries(ranks.filter(([, out]) => out !== undefined)),
    hold: held === undefined ? null : named((way) => held[way].held), curves: held === undefined ? null : named((way) => held[way].curve),
    breakEven: breakEven ?? null, sensitivity: sensitivity ?? null, marginal: marginal ?? null,
  };
}

function* paused<Of, To>(all: readonly Of[], to: (each: Of) => To): Rounds<To[]> {
  const found: To[] = [];
  for (const each of all) {
    found.push(to(each));
    yield [];
  }
  return found;
}

/** Of the types that both have; each is paired with itself, whatever else has changed. */
function byType(base: WayRan, way: WayRan): Record<string, Record<string, Difference>> {
  const before = typesOf(base.scenario), contactMeasures = STUDY_MEASURES.filter((measure) => measure === "daysOnTarget" || measure in CONTACT_MEASURES);
  return Object.fromEntries(typesOf(way.scenario).filter((type) => before.includes(type)).map((type) =>
    [type, Object.fromEntries(contactMeasures.map((measure) => [measure, differenceOf(ratioOf(measure, way, type), ratioOf(measure, base, type))]))]));
}
