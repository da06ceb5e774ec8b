// The schema subcommand: what editors and readers need to know of the scenario file, from the one schema.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { scenarioJsonSchema } from "../scenario/jsonSchema.ts";
import { keyReference, withReference } from "../scenario/reference.ts";
import { InputError, systemReason } from "./exit.ts";
import { writeOutputs } from "./outputs.ts";

export interface SchemaCommandOptions {
  readonly keys?: boolean;
  readonly into?: string;
}

export function schemaCommand({ keys, into }: SchemaCommandOptions): void {
  if (into !== undefined) writeBoth(into);
  else process.stdout.write(keys ? `${keyReference()}\n` : schemaText());
}

function schemaText(): string {
  return `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
}

function writeBoth(folder: string): void {
  const path = join(folder, "README.md");
  let readme: string;
  try {
    readme = readFileSync(path, "utf8");
  } catch (error) {
    throw new InputError(`${path}: ${systemReason(error)}`);
  }
  writeOutputs([
    { path: join(folder, "scenario.schema.json"), content: schemaText() },
    { path, content: withReference(readme) },
  ]);
}
