// Scenarios of known cases, in the planner's own language.

import { parseScenario } from "../../sim/scenario/parse.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";

interface FlatCase {
  readonly ratePerHour: number;
  readonly handleTime: string;
  readonly patience: string;
  readonly agents: number;
  readonly answerWithin: string;
  readonly lines?: number;
}

/** A round-the-clock day of one constant rate, in hours: after its first hours it is as good as in steady state. */
export function flatDay({ ratePerHour, handleTime, patience, agents, answerWithin, lines }: FlatCase): Scenario {
  return parseScenario(`
opening: { from: "00:00", to: "24:00" }
interval: 60m
contacts:
  calls:
    ratesPerHour: [${Array(24).fill(ratePerHour).join(", ")}]
    handleTime: ${handleTime}
    patience: ${patience}
    answerWithin: ${answerWithin}
    target: 80%
groups: { all: { answers: [calls], agents: ${agents} } }
${lines === undefined ? "" : `lines: ${lines}`}
`, "flat");
}

export const exponential = (mean: string) => `{ distribution: exponential, mean: ${mean} }`;

/** The half-hour council day of an exact case: its rates and agents by half hour, exponential laws. */
export function councilDay(inputs: { lam_per_hour: number[]; agents: number[]; aht_min: number; patience_mean_min: number | null; T_seconds: number; K?: number }): Scenario {
  const { lam_per_hour, agents, aht_min, patience_mean_min, T_seconds, K } = inputs;
  return parseScenario(`
opening: { from: "08:30", to: "18:00" }
interval: 30m
contacts:
  calls:
    ratesPerHour: [${lam_per_hour.join(", ")}]
    handleTime: ${exponential(`${aht_min}m`)}
    patience: ${patience_mean_min === null ? "never" : exponential(`${patience_mean_min}m`)}
    answerWithin: ${T_seconds}s
    target: 80%
groups: { all: { answers: [calls], agents: [${agents.join(", ")}] } }
${K === undefined ? "" : `lines: ${K}`}
`, "council");
}
