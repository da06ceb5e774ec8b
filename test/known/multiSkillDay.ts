// A day of a small multi-skill centre, exactly: from an empty start over an opening of constant rates until the last contact is done.
// The expected counters of a simulated day, with no bias from a beginning or an end.

import { evolve, runDown, steady, tableFrom, type Table } from "./chainTable.ts";
import { arrive, empty, type Centre, type State } from "./multiSkillChain.ts";

export interface TypeTruth {
  readonly offered: number;
  readonly blocked: number;
  /** Hung up, those that balked among them. */
  readonly abandoned: number;
  readonly joined: number;
  readonly answeredWithin: number;
  /** Those that balked among them. */
  readonly abandonedWithin: number;
  /** Seconds waited by all. */
  readonly waited: number;
}

export interface GroupTruth {
  /** Seconds. */
  readonly busy: number;
  /** Of them after closing. */
  readonly overrun: number;
}

export interface Truth {
  readonly types: readonly TypeTruth[];
  readonly groups: readonly GroupTruth[];
  /** Chance at closing that the chain's room is full; below 1e-9, or the truth is not true. */
  readonly full: number;
}

// Gauss and Legendre's five points on (0, 1) and their weights; Abramowitz and Stegun (1964), table 25.4.
const POINTS = [0.046910077030668, 0.230765344947158, 0.5, 0.769234655052842, 0.953089922969332];
const WEIGHTS = [0.118463442528095, 0.239314335249683, 0.284444444444444, 0.239314335249683, 0.118463442528095];

/** @param within threshold in seconds. Null when the chain has more than `most` states */
export function exactMultiSkillDay(centre: Centre, opening: number, within: number, most = Infinity): Truth | null {
  const table = tableFrom(centre, [empty(centre)], most);
  if (table === null) return null;
  const start = new Float64Array(table.states.length);
  start[0] = 1;
  const early = evolve(table, start, opening - within), late = evolve(table, early.after, within);
  const open = early.spent.map((seconds, s) => seconds + late.spent[s]), afterwards = runDown(table, late.after);
  const followed = follow(centre, table, most);
  if (followed === null) return null;

  // Contacts that come within the threshold before closing are followed past it, where nobody else comes.
  const inTime = followed.within(early.spent, within, 0);
  POINTS.forEach((point, i) => {
    const at = evolve(table, early.after, point * within).after.map((chance) => chance * WEIGHTS[i] * within);
    followed.within(at, (1 - point) * within, point * within).forEach(({ answered, gone }, type) => {
      inTime[type].answered += answered;
      inTime[type].gone += gone;
    });
  });
  return {
    ...counted(centre, table, open, afterwards, inTime),
    full: table.states.reduce((sum, state, s) => sum + ("busy" in state && centre.lines === null && state.waiting.length >= centre.room ? late.after[s] : 0), 0),
  };
}

/** The same an hour in the steady state; nothing is overrun, and who is answered in time is not known. */
export function exactMultiSkillHour(centre: Centre): Truth & { readonly states: number } {
  const table = tableFrom(centre, [empty(centre)])!, chances = steady(table), none = centre.types.map(() => ({ answered: 0, gone: 0 }));
  return { ...counted(centre, table, chances.map((p) => p * 3600), new Float64Array(chances.length), none), full: 0, states: chances.length };
}

/** @param open by state, seconds spent there while contacts come @param afterwards and when none come any more */
function counted(centre: Centre, table: Table, open: Float64Array, afterwards: Float64Array, inTime: readonly { answered: number; gone: number }[]): Pick<Truth, "types" | "groups"> {
  const over = (seconds: Float64Array, count: (state: State) => number) => table.states.reduce((sum, state, s) => sum + seconds[s] * ("busy" in state ? count(state) : 0), 0);
  const types = centre.types.map(({ perHour, patience, balking }, type) => {
    const rate = perHour / 3600, waiting = (state: State) => state.waiting.filter((other) => other === type).length;
    const share = (of: (after: ReturnType<typeof arrive>) => boolean) => rate * over(open, (state) => (of(arrive(centre, state, type)) ? 1 : 0));
    const meets = share((after) => after !== null && after.waits), atOnce = share((after) => after !== null && !after.waits);
    const waited = over(open, waiting) + over(afterwards, waiting);
    return {
      offered: rate * open.reduce((sum, seconds) => sum + seconds, 0), blocked: share((after) => after === null), joined: (1 - balking) * meets, waited,
      abandoned: balking * meets + (patience === null ? 0 : waited / patience),
      answeredWithin: atOnce + inTime[type].answered, abandonedWithin: balking * meets + inTime[type].gone,
    };
  });
  const groups = centre.groups.map((_, group) => {
    const inHand = ({ busy }: State) => busy[group].reduce((sum, n) => sum + n, 0), overrun = over(afterwards, inHand);
    return { busy: over(open, inHand) + overrun, overrun };
  });
  return { types, groups };
}

/** The chain with one waiting contact followed. */
function follow(centre: Centre, table: Table, most: number) {
  const n = centre.types.length, joins: { from: number; type: number; to: State }[] = [];
  table.states.forEach((state, from) => {
    if (!("busy" in state) || (centre.lines === null && state.waiting.length >= centre.room)) return;
    for (let type = 0; type < n; type++) {
      const after = arrive(centre, state, type, type + n);
      if (after !== null && after.waits) joins.push({ from, type, to: after.to });
    }
  });
  const ends = centre.types.flatMap((_, type) => [{ answered: true, type }, { answered: false, type }]);
  const marked = tableFrom(centre, [...ends, ...joins.map(({ to }) => to)], 8 * most);
  if (marked === null) return null;
  return {
    /** By type, the contacts that join and are answered or hang up in time. @param spent seconds by state in which they come; then so many seconds with arrivals and so many without */
    within(spent: Float64Array, before: number, afterClosing: number): { answered: number; gone: number }[] {
      const start = new Float64Array(marked.states.length);
      for (const { from, type, to } of joins) start[marked.idOf(to)] += spent[from] * (centre.types[type].perHour / 3600) * (1 - centre.types[type].balking);
      const closing = evolve(marked, start, before).after, end = evolve(marked, closing, afterClosing, false).after;
      return centre.types.map((_, type) => ({ answered: end[2 * type], gone: end[2 * type + 1] }));
    },
  };
}
