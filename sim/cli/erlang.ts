// The erlang subcommand: figures in, a table or JSON out.

import { linesFor } from "../erlang/erlangB.ts";
import { leastAgents } from "../erlang/leastAgents.ts";
import { steadyState, type Queue, type SteadyState } from "../erlang/steadyState.ts";
import { readFigures, type ErlangCommandOptions, type Figures, type Formula } from "./erlangOptions.ts";
import { erlangTables } from "./erlangTables.ts";
import { InputError } from "./exit.ts";

export type { ErlangCommandOptions } from "./erlangOptions.ts";

/** One number of agents, and what it attains. Times in seconds. */
export interface ErlangRow extends Pick<SteadyState, "offeredLoad" | "probabilityOfWait" | "serviceLevel" | "serviceLevelOfAnswered" | "averageSpeedOfAnswer" | "averageWait" | "abandonmentRate" | "occupancy"> {
  readonly agents: number;
  /** Where lines are limited. */
  readonly blocking?: number | null;
  /** Agents to have on the rota, with shrinkage: as it comes out, and rounded up. */
  readonly rosteredUnrounded?: number;
  readonly rostered?: number;
}

export function erlangCommand(formula: string, options: ErlangCommandOptions): void {
  const figures = readFigures(formula as Formula, options); // the command line lets no other through
  const rows = numbersOf(figures).map((agents) => rowOf(agents, figures));
  const json = figures.agents !== null && figures.agents.from < figures.agents.to ? rows : rows[0];
  process.stdout.write(options.json ? `${JSON.stringify(json, null, 2)}\n` : erlangTables(figures, rows));
}

function numbersOf(figures: Figures): number[] {
  const { agents, formula, target, maxOccupancy } = figures;
  if (agents !== null) return Array.from({ length: agents.to - agents.from + 1 }, (_, i) => agents.from + i);
  if (formula === "b") return [linesFor((figures.calls * figures.handleTime) / figures.per, target)];
  try {
    return [leastAgents(queueOf(1, figures), { serviceLevel: target, ...(maxOccupancy === null ? {} : { occupancy: maxOccupancy }) })];
  } catch (error) {
    throw error instanceof RangeError ? new InputError(`--target cannot be met: ${error.message}`) : error;
  }
}

function queueOf(agents: number, { formula, calls, per, handleTime, answerWithin, patience, balking, lines }: Figures): Queue {
  const most = formula === "b" ? agents : lines;
  return {
    arrivalRate: calls / per, handleTime, agents, answerWithin, balking, patience: patience === null ? null : { distribution: "exponential", mean: patience },
    ...(most === null ? {} : { lines: most }),
  };
}

function rowOf(agents: number, figures: Figures): ErlangRow {
  const queue = queueOf(agents, figures), state = steadyState(queue);
  const { probabilityOfWait, serviceLevel, serviceLevelOfAnswered, averageSpeedOfAnswer, averageWait, abandonmentRate, occupancy, blocking } = state;
  return {
    agents, offeredLoad: (figures.calls * figures.handleTime) / figures.per, // in this order 100 calls of 3m in 30m are 10 and no more
    probabilityOfWait, serviceLevel, serviceLevelOfAnswered, averageSpeedOfAnswer, averageWait, abandonmentRate, occupancy,
    ...(queue.lines === undefined ? {} : { blocking }),
    ...(figures.present === null ? {} : rosteredOf(agents / figures.present)),
  };
}

/** Rounded up once, at the end; what exceeds a whole number only by rounding errors is that number. */
function rosteredOf(rosteredUnrounded: number): Pick<ErlangRow, "rostered" | "rosteredUnrounded"> {
  return { rosteredUnrounded, rostered: Math.ceil(rosteredUnrounded * (1 - 1e-12)) };
}
