// A small scenario for the tests, simulated once for each set of options.

import { parseScenario } from "../../sim/scenario/parse.ts";
import { simulate } from "../../sim/study/run.ts";
import type { ReportPart } from "../../reports/report.ts";

export interface Options {
  readonly name?: string;
  readonly type?: string;
  readonly group?: string;
  readonly volume?: number;
  readonly agents?: number;
  readonly target?: string;
  readonly interval?: string;
  readonly days?: number;
  /** A second type with its own target, in the same group. */
  readonly second?: { readonly name: string; readonly target: string };
}

export function example({ name = "Usual day", type = "calls", group = "all", volume = 60, agents = 5, target = "80%", interval = "30m", days = 200, second }: Options = {}, file = "usual.yaml"): ReportPart {
  const intervals = 120 / Number.parseInt(interval, 10);
  const contacts = (key: string, goal: string) => `  ${JSON.stringify(key)}:
    volume: ${volume}
    profile: [${Array.from({ length: intervals }, () => 1).join(", ")}]
    handleTime: { distribution: exponential, mean: 5m }
    patience: { distribution: exponential, mean: 3m }
    answerWithin: 20s
    target: ${goal}
`;
  const text = `name: ${JSON.stringify(name)}
opening: { from: "09:00", to: "11:00" }
interval: ${interval}
contacts:
${contacts(type, target)}${second ? contacts(second.name, second.target) : ""}groups:
  ${JSON.stringify(group)}: { answers: [${[type, ...(second ? [second.name] : [])].map((key) => JSON.stringify(key)).join(", ")}], agents: ${agents} }
days: ${days}
`;
  const scenario = parseScenario(text, file);
  return { scenario, result: simulate(scenario), file, bases: [], text };
}
