// Which numbers of agents to try where nobody says: from those that answer next to nobody in time to those beyond which little
// is gained, as far as a formula can tell before anything is simulated.

import { dayByErlangA, dayByErlangC } from "./dayFormula.ts";
import { leastWhole } from "../erlang/leastWhole.ts";
import { compile } from "../model/compile.ts";
import { limits } from "../scenario/limits.ts";
import type { Scenario } from "../scenario/schema.ts";
import { pooledDay, type PooledDay } from "./pooledDay.ts";
import { agentsIn, withAgents } from "./proportion.ts";

const MOST = 24; // numbers to begin with
const LOW = 0.2, HIGH = 0.99; // service levels between which it is worth looking

/** Rising numbers of agents of all groups together, the file's own among them where it lies between. */
export function agentsToTry(scenario: Scenario): number[] {
  const own = agentsIn(scenario), target = Math.max(...Object.values(scenario.contacts).map((type) => type.target));
  const busy = 1 + 1.5 * Math.max(...Object.values(scenario.contacts).map(({ dayToDayCv }) => dayToDayCv)); // about the busiest day in ten
  const enough = Math.max(HIGH, (1 + target) / 2), levels = new Map<string, number>();
  const level = (agents: number, factor: number) => {
    const key = `${agents} ${factor}`, known = levels.get(key) ?? levelBy(pooledDay(compile(withAgents(scenario, agents))), factor);
    levels.set(key, known);
    return known;
  };
  let ceiling = Math.max(1, own); // beyond it more agents do not help: nobody waits, or nobody is on duty when they call
  while (2 * ceiling <= limits.agents && level(ceiling, busy) < enough && (level(ceiling, busy) === 0 || level(2 * ceiling, busy) - level(ceiling, busy) > 0.002)) ceiling *= 2;
  const best = level(ceiling, busy), near = Math.min(own, ceiling);
  const least = (wanted: number, factor: number) => leastWhole((agents) => agents >= ceiling || level(agents, factor) >= wanted, near);
  const to = Math.max(2, least(Math.min(enough, best - 0.001), busy)), from = Math.max(1, Math.min(to - 1, least(LOW * Math.min(1, best), 1)));
  const step = roundStep((to - from) / (MOST - 1)), first = step === 1 ? from : Math.max(step, step * Math.floor(from / step));
  const grid = Array.from({ length: Math.ceil((to - first) / step) + 1 }, (_, i) => first + i * step).filter((agents) => agents <= limits.agents);
  const within = own > grid[0] && own < grid[grid.length - 1] && !grid.includes(own);
  return within ? [...grid, own].sort((a, b) => a - b) : grid;
}

const MOST_AROUND = 12;

/** Of a calendar, whose kinds of day no formula takes together: from four fifths of what it has now to half as many again. */
export function agentsAround(now: number): number[] {
  const from = Math.max(1, Math.floor(0.8 * now)), step = Math.max(1, Math.ceil((1.5 * now - from) / MOST_AROUND)), below = Math.floor((now - from) / step);
  return Array.from({ length: MOST_AROUND + 1 }, (_, i) => now + (i - below) * step).filter((agents) => agents >= 1 && agents <= Math.max(1.5 * now, now + 2));
}

/** 1, 2, 5, 10, 20 … and at least so much. */
function roundStep(least: number): number {
  const magnitude = 10 ** Math.max(0, Math.floor(Math.log10(least)));
  return [1, 2, 5, 10].map((factor) => factor * magnitude).find((step) => step >= least) ?? 10 * magnitude;
}

/** The service level of a day so many times as busy; 0 on a day without contacts. */
function levelBy(day: PooledDay, factor: number): number {
  const busier = { ...day, stretches: day.stretches.map((stretch) => ({ ...stretch, rates: stretch.rates.map((rate) => factor * rate) })) };
  const formula = day.patience !== null && day.patience.distribution !== "exponential" && day.lines < Infinity ? dayByErlangC : dayByErlangA;
  return formula(busier).serviceLevel ?? 1;
}
