// Work that asks for runs, looks at them, and asks for more; who simulates them is left to the caller.

import type { Ran } from "./compareDays.ts";
import type { BlockJob } from "./run.ts";

/** Yields jobs, gets what became of them in the same order, and has its answer in the end. */
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
