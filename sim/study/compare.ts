// A study: several ways of working on the same callers, what differs and how surely, what each needs, and where the answer flips.

import type { Study } from "../scenario/study.ts";
import { parseStudy, type StudyParseOptions } from "../scenario/study.ts";
import { differenceOf } from "../stats/paired.ts";
import { breakEvenRounds } from "./compareBreakEven.ts";
import { DayKeeper } from "./compareDays.ts";
import { holdRounds } from "./compareHold.ts";
import { simulated, type Simulation, type WayRan } from "./compareKinds.ts";
import { marginalRounds } from "./compareMarginal.ts";
import { ratioOf } from "./compareMeasures.ts";
import { comparisonOf, type Answers, type Comparison } from "./compareResult.ts";
import { sensitivityRounds } from "./compareSensitivity.ts";
import { eachOnce, together, type Rounds } from "./rounds.ts";

export interface CompareOptions extends StudyParseOptions {
  /** Instead of the study's. */
  readonly seed?: string | undefined;
  /** The name of the file, for messages. */
  readonly file?: string | undefined;
}

/**
 * Compare the ways of working of a study, given as its file's text, in this thread.
 * @throws ScenarioError where the study or its base is wrong
 */
export function compare(text: string, { seed, file, ...reading }: CompareOptions = {}): Comparison {
  const study = parseStudy(text, file, reading);
  return compareHere(seed === undefined ? study : { ...study, seed });
}

export function compareHere(study: Study): Comparison {
  const rounds = compareRounds(study), keeper = new DayKeeper();
  let round = rounds.next();
  while (round.done !== true) round = rounds.next(round.value.map((job) => keeper.simulate(job)));
  return round.value;
}

/** Yields the jobs of a study, round by round. Whoever simulates them gives back their runs, in order, and gets the comparison in the end. */
export function compareRounds(study: Study): Rounds<Comparison> {
  return eachOnce(roundsOf(study));
}

function* roundsOf(study: Study): Rounds<Comparison> {
  const { ways, days, seed, hold, breakEven } = study, all: Simulation = { days, seed, keep: "all" };
  const ran = yield* simulated(ways.map(({ scenario }) => scenario), all);
  const work: Rounds<Partial<Answers>>[] = [], add = <Key extends keyof Answers>(key: Key, rounds: Rounds<Answers[Key]>) => { work.push(named(key, rounds)); };
  if (hold !== undefined) add("held", together(ran.map((way) => holdRounds(hold, way, { ...all, keep: "weeks" }))));
  if (breakEven !== undefined) {
    const ratio = (way: WayRan) => ratioOf(breakEven.measure, way);
    add("breakEven", breakEvenRounds(breakEven, all, (first, second) => differenceOf(ratio(first), ratio(second))));
  }
  if (study.sensitivity !== undefined) add("sensitivity", sensitivityRounds(study, ran, all));
  if (study.marginal !== undefined) add("marginal", marginalRounds(study, ran, all));
  const parts = yield* together(work);
  return yield* comparisonOf(study, ran, parts.reduce((all, part) => ({ ...all, ...part }), {}));
}

function* named<Key extends keyof Answers>(key: Key, rounds: Rounds<Answers[Key]>): Rounds<Partial<Answers>> {
  return { [key]: yield* rounds };
}
