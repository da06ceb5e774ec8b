// Which contacts wait together, and which group serves which queue, when and in what order.

import type { Model } from "./model.ts";

type Queues = Pick<Model, "groupsFrom" | "groupsOf" | "helpers" | "queues" | "queueOf" | "rank" | "after" | "words" | "serves">;

/** A group a type may go to, by id, and the seconds of waiting after which it may. */
export interface Way {
  readonly group: number;
  readonly after: number;
}

/**
 * Types that may go to the same groups after the same waits and have the same priority are served in order of arrival, so they
 * share one queue; but a type that some group picks by a list of its own has a queue of its own.
 * @param routes ways in order of choice, by type
 * @param priorities by type; larger is served first
 * @param lists by group: the types in the order in which it picks them, or null where it picks by priority and wait
 */
export function compileQueues(routes: readonly (readonly Way[])[], priorities: readonly number[], lists: readonly (readonly number[] | null)[]): Queues {
  const atOnce = routes.map((route) => route.filter(({ after }) => after === 0).map(({ group }) => group));
  const groupsFrom = new Int32Array(routes.length + 1);
  atOnce.forEach((route, type) => { groupsFrom[type + 1] = groupsFrom[type] + route.length; });

  const byPriority = routes.map((_, type) => type).sort((a, b) => priorities[b] - priorities[a]);
  const ids = new Map<string, number>(), firstType: number[] = [];
  const queueOf = new Int32Array(routes.length);
  for (const type of byPriority) {
    const listed = routes[type].some(({ group }) => lists[group] !== null);
    const ways = [...routes[type]].sort((a, b) => a.group - b.group).map(({ group, after }) => [group, after]);
    const key = JSON.stringify([priorities[type], ways, listed ? type : null]);
    const queue = ids.get(key) ?? ids.size;
    if (queue === ids.size) {
      ids.set(key, queue);
      firstType.push(type);
    }
    queueOf[type] = queue;
  }

  const queues = ids.size, groups = lists.length, words = Math.ceil(queues / 32);
  const serves = new Int32Array(groups * words), rank = new Int32Array(groups * queues), after = new Float64Array(groups * queues);
  const distinct = [...new Set(byPriority.map((type) => priorities[type]))];
  firstType.forEach((type, queue) => {
    for (const way of routes[type]) {
      serves[way.group * words + (queue >> 5)] |= 1 << queue;
      after[way.group * queues + queue] = way.after;
      rank[way.group * queues + queue] = lists[way.group]?.indexOf(type) ?? distinct.indexOf(priorities[type]);
    }
  });
  return {
    groupsFrom, groupsOf: Int32Array.from(atOnce.flat()), helpers: routes.map((route) => route.filter((way) => way.after > 0)),
    queues, queueOf, rank, after, words, serves,
  };
}
