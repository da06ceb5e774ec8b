// A study: several ways of working on the same callers, what differs and how surely, what each needs, and where the answer flips.

import type { Study } from "../scenario/study.ts";
import { parseStudy, type StudyParseOptions } from "../scenario/study.ts";
import { differenceOf } from "../stats/paired.ts";
import { breakEvenRounds, type Even } from "./compareBreakEven.ts";
import { DayKeeper, type Ran } from "./compareDays.ts";
import { holdRounds, type Held } from "./compareHold.ts";
import { ratioOf } from "./compareMeasures.ts";
import { comparisonOf, sameTypes, targetOf, type Comparison } from "./compareResult.ts";
import { together, type Rounds } from "./rounds.ts";
import type { BlockJob } from "./run.ts";

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
  while (round.done !== true) round = rounds.next(round.value.map((job): Ran => ({ result: keeper.simulate(job), days: keeper.take(job) })));
  return round.value;
}

type Answer = { readonly held: Held } | { readonly even: Even };

/** Yields the jobs of a study, round by round. Whoever simulates them gives back their runs, in order, and gets the comparison in the end. */
export function* compareRounds(study: Study): Rounds<Comparison> {
  const { ways, days, seed, hold, breakEven } = study;
  const job = (keepDays: boolean) => (scenario: BlockJob["scenario"]): BlockJob => ({ scenario, days, seed, keepDays });
  const ran = yield ways.map(({ scenario }) => job(true)(scenario));
  const work: Rounds<Answer>[] = [];
  if (hold !== undefined) work.push(...ways.map(({ scenario }, i) => mapped(holdRounds(scenario, hold, ran[i].result, job(false)), (held): Answer => ({ held }))));
  if (breakEven !== undefined) {
    const [first, second] = breakEven.variants.map((name) => ways.find((way) => way.name === name)?.scenario ?? ways[0].scenario), paired = sameTypes(first, second);
    const ratio = ({ days: kept }: Ran, scenario: BlockJob["scenario"]) => ratioOf(breakEven.measure, kept, kept.columns.rows - 1, targetOf(scenario));
    work.push(mapped(breakEvenRounds(breakEven, job(true), (a, b) => differenceOf(ratio(a, first), ratio(b, second), paired)), (even): Answer => ({ even })));
  }
  const answers = yield* together(work);
  const held = answers.flatMap((answer) => ("held" in answer ? [answer.held] : [])), even = answers.flatMap((answer) => ("even" in answer ? [answer.even] : []));
  return comparisonOf(study, ran, hold === undefined ? null : held, even[0] ?? null);
}

function* mapped<From, To>(rounds: Rounds<From>, to: (answer: From) => To): Rounds<To> {
  return to(yield* rounds);
}
