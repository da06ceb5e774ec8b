// Work that asks for runs, looks at them, and asks for more; who simulates them is left to the caller.

import type { Ran } from "./compareDays.ts";
import type { BlockJob } from "./run.ts";

/** Yields jobs, gets what became of them in the same order, and has its answer in the end. A round without jobs is a pause in long arithmetic. */
export type Rounds<Answer> = Generator<readonly BlockJob[], Answer, readonly Ran[]>;

/** Several side by side: a round of all has the jobs of each. Whoever is not done asks for one at least. */
export function* together<Answer>(all: readonly Rounds<Answer>[]): Rounds<Answer[]> {
  let states = all.map((each) => each.next());
  for (;;) {
    const asked = states.map((state) => (state.done === true ? [] : state.value)), jobs = asked.flat();
    if (jobs.length === 0) return states.flatMap((state) => (state.done === true ? [state.value] : []));
    const ran = yield jobs;
    let from = 0;
    states = states.map((state, i) => {
      if (state.done === true) return state;
      const own = ran.slice(from, from + asked[i].length);
      from += asked[i].length;
      return all[i].next(own);
    });
  }
}

/**
 * The same work with no job simulated twice: neither within a round, nor one that was in the first round, which is that of the ways of
 * working as they are. Ways often differ in a part only, such as one kind of day of a week.
 */
export function* eachOnce<Answer>(rounds: Rounds<Answer>): Rounds<Answer> {
  let known: ReadonlyMap<string, Ran> = new Map(), isFirst = true, round = rounds.next();
  while (round.done !== true) {
    if (round.value.length === 0) {
      round = rounds.next(yield []);
      continue;
    }
    const asked = round.value.map((job) => ({ job, key: keyOf(job) })), fresh = new Map<string, BlockJob>();
    for (const { job, key } of asked) if (!known.has(key)) fresh.set(key, { ...job, keepDays: job.keepDays === true || fresh.get(key)?.keepDays === true });
    const ran = fresh.size === 0 ? [] : yield [...fresh.values()], own = new Map([...fresh.keys()].map((key, i) => [key, ran[i]]));
    if (isFirst) known = own;
    isFirst = false;
    round = rounds.next(asked.map(({ key }) => {
      const of = known.get(key) ?? own.get(key);
      if (of === undefined) throw new Error("unreachable: every job is known or fresh");
      return of;
    }));
  }
  return round.value;
}

/** All that a run depends on; days that were kept and not asked for do no harm. */
const keyOf = ({ scenario, days, seed, precision }: BlockJob): string => JSON.stringify([scenario, days, seed, precision]);
