import { describe, expect, test } from "vitest";
import { compileQueues } from "../../sim/model/queues.ts";

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
    const { priority, queueOf, queues } = compileQueues([[0], [0], [0], [0], [0]], [-2.5, 10, 0, 9, 0.5], 1);
    expect(queues).toBe(5);
    expect(Array.from(priority)).toEqual([10, 9, 0.5, 0, -2.5]);
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
});
