import { parseScenario } from "../../sim/scenario/parse.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";

/** The lines that a planner reads about a file, one for each mistake; none for a good file. */
export function mistakesIn(text: string, file = "day.yaml"): string[] {
  return errorFrom(text, file)?.message.split("\n") ?? [];
}

export function errorFrom(text: string, file = "day.yaml"): ScenarioError | undefined {
  try {
    parseScenario(text, file);
    return undefined;
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
}

/** A file with one piece of its text replaced; the piece must be there once, so that a test says what it means. */
export function edited(text: string, ...edits: readonly (readonly [from: string, to: string])[]): string {
  return edits.reduce((sofar, [from, to]) => {
    const parts = sofar.split(from);
    if (parts.length !== 2) throw new Error(`"${from}" is there ${parts.length - 1} times`);
    return parts.join(to);
  }, text);
}
