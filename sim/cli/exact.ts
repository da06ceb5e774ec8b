// The exact subcommand: a scenario file in, its day solved, tables or JSON out.

import { objectionsToExactDay } from "../erlang/exactDayRules.ts";
import { exactDay } from "../study/exact.ts";
import { readScenarios } from "./readScenario.ts";

export interface ExactCommandOptions {
  readonly set?: readonly string[];
  readonly dayType?: string;
  readonly json?: boolean;
}

export async function exactCommand(file: string, { set, dayType, json = false }: ExactCommandOptions): Promise<void> {
  const [{ scenario }] = await readScenarios([file], { set, dayType, objections: objectionsToExactDay });
  const result = exactDay(scenario);
  const { exactTables, NO_AGREEMENTS } = await import("./exactTables.ts");
  if (json) {
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    if (scenario.agreements !== undefined) process.stderr.write(`callhall: ${NO_AGREEMENTS}\n`);
    return;
  }
  process.stdout.write(exactTables(result, scenario));
}
