// A council day with long calls and a steep profile, where half-hourly formulas fail.

import { parseScenario } from "../../sim/scenario/parse.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";

export function halfHours({ handleTime, patience }: { readonly handleTime: string; readonly patience: string }): Scenario {
  return parseScenario(`
opening: { from: "09:00", to: "14:00" }
interval: 30m
contacts:
  calls:
    ratesPerHour: [20, 44, 48, 45, 30, 22, 20, 12, 6, 3]
    handleTime: { distribution: exponential, mean: ${handleTime} }
    patience: ${patience}
    answerWithin: 20s
    target: 80%
groups: { all: { answers: [calls], agents: 12 } }
`, "steep");
}
