// Which contacts wait together, and which group serves which queue.

import type { Model } from "./model.ts";

type Queues = Pick<Model, "groupsFrom" | "groupsOf" | "queues" | "queueOf" | "priority" | "words" | "serves">;

/**
 * Types that may go to the same groups and have the same priority are served in order of arrival, so they share one queue.
 * @param routes the ids of a type's groups in order of choice, by type
 * @param priorities by type; larger is served first
 */
export function compileQueues(routes: readonly (readonly number[])[], priorities: readonly number[], groups: number): Queues {
  const groupsFrom = new Int32Array(routes.length + 1);
  routes.forEach((route, type) => { groupsFrom[type + 1] = groupsFrom[type] + route.length; });

  const byPriority = routes.map((_, type) => type).sort((a, b) => priorities[b] - priorities[a]);
  const ids = new Map<string, number>();
  const priority: number[] = [];
  const queueOf = new Int32Array(routes.length);
  for (const type of byPriority) {
    const key = JSON.stringify([priorities[type], [...routes[type]].sort((a, b) => a - b)]);
    const queue = ids.get(key) ?? ids.size;
    if (queue === ids.size) {
      ids.set(key, queue);
      priority.push(priorities[type]);
    }
    queueOf[type] = queue;
  }

  const words = Math.ceil(ids.size / 32);
  const serves = new Int32Array(groups * words);
  routes.forEach((route, type) => {
    for (const group of route) serves[group * words + (queueOf[type] >> 5)] |= 1 << queueOf[type];
  });
  return { groupsFrom, groupsOf: Int32Array.from(routes.flat()), queues: ids.size, queueOf, priority: Float64Array.from(priority), words, serves };
}
