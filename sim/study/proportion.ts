// The agents of all groups, made more or fewer in the proportions of the file.

import type { Group, Scenario } from "../scenario/schema.ts";

/**
 * Whole numbers in the proportions of the weights that add up to `whole`, by largest remainders (Hamilton's method): all are
 * rounded down, then those with the largest remainders get one more; of equal remainders the earlier.
 * @param weights whole numbers from 0, not all 0 unless `whole` is
 */
export function apportioned(weights: readonly number[], whole: number): number[] {
  const sum = total(weights);
  if (sum === 0) return weights.map(() => 0);
  const parts = weights.map((weight) => Math.floor((weight * whole) / sum));
  const remainders = weights.map((weight, i) => ({ i, remainder: (weight * whole) % sum })).sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  const left = whole - total(parts);
  for (const { i } of remainders.slice(0, left)) parts[i]++;
  return parts;
}

/** Agents of all groups: of every shift and all day long; of numbers by interval the most at once. */
export function agentsIn({ groups }: Pick<Scenario, "groups">): number {
  return total(Object.values(groups).map(agentsOf));
}

/** The scenario with so many agents in all: shared out over its groups in their proportions, and within each over its shifts. */
export function withAgents(scenario: Scenario, agents: number): Scenario {
  const groups = Object.entries(scenario.groups), parts = apportioned(groups.map(([, group]) => agentsOf(group)), agents);
  return { ...scenario, groups: Object.fromEntries(groups.map(([name, group], i) => [name, scaled(group, parts[i])])) };
}

function agentsOf({ agents = 0, shifts }: Group): number {
  if (shifts !== undefined) return total(Object.values(shifts));
  return Array.isArray(agents) ? Math.max(0, ...agents) : agents;
}

function scaled(group: Group, agents: number): Group {
  if (group.shifts === undefined) return { ...group, agents: Array.isArray(group.agents) ? byInterval(group.agents, agents) : agents };
  const parts = apportioned(Object.values(group.shifts), agents);
  return { ...group, shifts: Object.fromEntries(Object.keys(group.shifts).map((shift, i) => [shift, parts[i]])) };
}

/** Every interval's number in proportion to the most, halves rounded up. */
function byInterval(agents: readonly number[], most: number): number[] {
  const was = Math.max(0, ...agents);
  return was === 0 ? [...agents] : agents.map((number) => Math.floor((2 * number * most + was) / (2 * was)));
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
