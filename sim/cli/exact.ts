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
  if (json) {
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  const { exactTables } = await import("./exactTables.ts");
  process.stdout.write(exactTables(result, scenario));
}
