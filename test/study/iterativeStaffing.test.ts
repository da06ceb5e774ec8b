import { expect, test } from "vitest";
import { iterativeStaffing, type Attainment, type Goal, type Search } from "../../sim/study/iterativeStaffing.ts";

/** Runs the search on a made-up centre. */
function search(start: readonly number[], goal: Partial<Goal>, attain: (agents: readonly number[]) => readonly Attainment[]): Search & { readonly seen: readonly string[] } {
  const rounds = iterativeStaffing(start, { targets: start.map(() => 0.8), fewest: start.map(() => 0), loads: start.map(() => 5), ...goal }), seen: string[] = [];
  let next = rounds.next();
  while (next.done !== true) {
    seen.push(next.value.join());
    next = rounds.next(attain(next.value));
  }
  return { ...next.value, seen };
}

const level = (serviceLevel: number | null, occupancy: number | null = 0.5): Attainment => ({ serviceLevel, occupancy });
/** Rises with the agents, one half at the load. */
const rising = (agents: number, load: number) => 1 / (1 + Math.exp(load - agents));

test("finds the least agents of each interval, from far above and from far below", () => {
  const attain = (agents: readonly number[]) => agents.map((number, i) => level(rising(number, [3, 10, 6][i])));
  for (const start of [[1, 1, 1], [40, 40, 40], [5, 12, 8]]) {
    expect(search(start, {}, attain)).toMatchObject({ agents: [5, 12, 8], settled: true, short: [] }); // rising(load + 2) is 0.88, + 1 is 0.73
  }
});

test("also where its estimates are far too small, one agent at a time", () => {
  const attain = (agents: readonly number[]) => agents.map((number, i) => level(rising(number, [3, 10, 6][i])));
  for (const start of [[20, 20, 20], [2, 2, 2]]) expect(search(start, { loads: [0.1, 0.1, 0.1] }, attain)).toMatchObject({ agents: [5, 12, 8], settled: true, short: [] });
});

test("raises the earlier interval, not those its queue runs into", () => {
  const nearly = ([first, second]: readonly number[]) => [level(first < 7 ? 0.79 : 0.9), level(first < 7 || second < 8 ? 0.79 : 0.85)];
  const { agents, seen } = search([6, 8], {}, nearly); // too near for an estimate to move anything
  expect(agents).toEqual([7, 8]);
  expect(seen.slice(0, 2)).toEqual(["6,8", "7,8"]);
  const attain = ([first, second]: readonly number[]) => [level(rising(first, 8)), level(rising(second - Math.max(0, 10 - first), 6))];
  expect(search([6, 8], {}, attain).agents).toEqual([10, 8]);
});

test("never simulates a staffing twice, and ends where estimates run in a circle", () => {
  // more agents in one interval harm the other, so that moving both at once overshoots for ever
  const attain = ([a, b]: readonly number[]) => [level(rising(a - 2 * Math.max(0, b - 9), 7)), level(rising(b - 2 * Math.max(0, a - 9), 7))];
  const { seen, short, settled } = search([9, 9], {}, attain);
  expect(new Set(seen).size).toBe(seen.length);
  expect({ short, settled }).toEqual({ short: [], settled: true });
});

test("says which intervals no number of agents brings to the target, and staffs the others all the same", () => {
  const attain = (agents: readonly number[]) => [level(rising(agents[0], 4)), level(Math.min(0.7, rising(agents[1], 4))), level(rising(agents[2], 4))];
  const { agents, short, seen } = search([1, 1, 1], {}, attain);
  expect(short).toEqual([1]);
  expect([agents[0], agents[2]]).toEqual([6, 6]);
  expect(agents[1]).toBeLessThan(40);
  expect(seen.length).toBeLessThan(60);
});

test("ends even where what is attained makes no sense", () => {
  let state = 1;
  const noise = () => level((state = (state * 48_271) % 2_147_483_647) / 2_147_483_647);
  const { simulations, settled } = search([5, 5, 5, 5], {}, (agents) => agents.map(noise));
  expect(simulations).toBeLessThan(100);
  expect(typeof settled).toBe("boolean");
});

test("keeps to the occupancy cap and to the least number, and leaves intervals without contacts at that", () => {
  const attain = (agents: readonly number[]) => agents.map((number, i) => (i === 2 ? level(null, 0) : level(rising(number, 4), Math.min(1, 4 / number))));
  expect(search([6, 6, 9], {}, attain).agents).toEqual([6, 6, 0]);
  expect(search([6, 6, 9], { maxOccupancy: 0.5, fewest: [0, 9, 2] }, attain).agents).toEqual([8, 9, 2]);
});
