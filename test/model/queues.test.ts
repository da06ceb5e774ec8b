import { describe, expect, test } from "vitest";
import { compileQueues as compileWays } from "../../sim/model/queues.ts";

/** Queues of routes without waits, groups picking by priority and wait. */
function compileQueues(routes: readonly (readonly number[])[], priorities: readonly number[], groups: number) {
  return compileWays(routes.map((route) => route.map((group) => ({ group, after: 0 }))), priorities, Array<null>(groups).fill(null));
}

/** The queues a group serves, by its bits. */
function servedBy(group: number, { serves, words, queues }: ReturnType<typeof compileQueues>): number[] {
  return Array.from({ length: queues }, (_, queue) => queue).filter((queue) => ((serves[group * words + Math.floor(queue / 32)] >>> (queue % 32)) & 1) === 1);
}

describe("queues", () => {
  test("are shared by types with the same groups and priority, whatever the order of choice", () => {
    const { queues, queueOf } = compileQueues([[0, 1], [1, 0], [0], [0, 1]], [0, 0, 0, 0], 2);
    expect(queues).toBe(2);
    expect(queueOf[0]).toBe(queueOf[1]);
    expect(queueOf[0]).toBe(queueOf[3]);
    expect(queueOf[2]).not.toBe(queueOf[0]);
  });

  test("are apart where the priority differs or the groups do, though their numbers written in a row be the same", () => {
    expect(compileQueues([[0, 1], [0, 1]], [0, 1], 2).queues).toBe(2);
    expect(compileQueues([[1, 2], [12]], [0, 0], 13).queues).toBe(2);
    expect(compileQueues([[1], [1, 2], [2], [0, 1, 2]], [0, 0, 0, 0], 3).queues).toBe(4);
  });

  test("are numbered by falling priority, negative and broken ones too", () => {
    const { rank, queueOf, queues } = compileQueues([[0], [0], [0], [0], [0]], [-2.5, 10, 0, 9, 0.5], 1);
    expect(queues).toBe(5);
    expect(Array.from(rank)).toEqual([0, 1, 2, 3, 4]);
    expect(Array.from(queueOf)).toEqual([4, 0, 3, 1, 2]);
  });

  test("keep each type's groups in order of choice", () => {
    const { groupsFrom, groupsOf } = compileQueues([[2, 0], [1], [0, 1, 2]], [0, 0, 0], 3);
    expect(Array.from(groupsFrom)).toEqual([0, 2, 3, 6]);
    expect(Array.from(groupsOf)).toEqual([2, 0, 1, 0, 1, 2]);
  });

  test("are served by the groups of their types and no others", () => {
    const compiled = compileQueues([[0, 1], [1], [2]], [3, 2, 1], 4);
    expect([0, 1, 2, 3].map((group) => servedBy(group, compiled))).toEqual([[0], [0, 1], [2], []]);
    expect(compiled.words).toBe(1);
  });

  for (const types of [31, 32, 33, 64, 65, 100]) {
    test(`have their bits where there are more than one word holds: ${types} queues`, () => {
      // Each type has a group of its own and shares a last one with all others: type t is in queue t.
      const routes = Array.from({ length: types }, (_, t) => [t, types]);
      const compiled = compileQueues(routes, routes.map((_, t) => -t), types + 1);
      expect(compiled.queues).toBe(types);
      expect(compiled.words).toBe(Math.ceil(types / 32));
      for (let t = 0; t < types; t++) expect(servedBy(t, compiled)).toEqual([t]);
      expect(servedBy(types, compiled)).toEqual(Array.from({ length: types }, (_, t) => t));
    });
  }

  test("are apart where the waits before a group helps out differ, and tell each group how long to leave a contact alone", () => {
    const at = (group: number, after = 0) => ({ group, after });
    const { queues, queueOf, after, groupsFrom, groupsOf, helpers } = compileWays([[at(0), at(1, 30)], [at(0), at(1, 60)], [at(1), at(0, 30)], [at(0), at(1, 30)]], [0, 0, 0, 0], [null, null]);
    expect(queues).toBe(3);
    expect(queueOf[0]).toBe(queueOf[3]);
    expect([0, 1, 2].map((type) => [after[queueOf[type]], after[queues + queueOf[type]]])).toEqual([[0, 30], [0, 60], [30, 0]]);
    expect([Array.from(groupsFrom), Array.from(groupsOf)]).toEqual([[0, 1, 2, 3, 4], [0, 0, 1, 0]]);
    expect(helpers.map((route) => route.map(({ group }) => group))).toEqual([[1], [1], [0], [1]]);
  });

  test("of a group that picks by its own list are ranked by the list, one for each type, whatever the priorities", () => {
    const at = (group: number) => ({ group, after: 0 });
    const { queues, queueOf, rank } = compileWays([[at(0), at(1)], [at(0), at(1)], [at(0), at(1)]], [5, 0, 5], [[1, 2, 0], null]);
    expect(queues).toBe(3);
    expect([0, 1, 2].map((type) => rank[queueOf[type]])).toEqual([2, 0, 1]); // by the list of group 0
    expect([0, 1, 2].map((type) => rank[queues + queueOf[type]])).toEqual([0, 1, 0]); // by priority at group 1
  });
});
