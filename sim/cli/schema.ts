// The schema subcommand: what editors and readers need to know of the scenario file, from the one schema.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { scenarioJsonSchema } from "../scenario/jsonSchema.ts";
import { keyReference, withReference } from "../scenario/reference.ts";
import { InputError, shownPath, systemReason } from "./exit.ts";
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
    throw new InputError(`${shownPath(path)}: ${systemReason(error)}`);
  }
  const content = withReference(readme);
  if (!content.includes(keyReference())) throw new InputError(`${shownPath(path)}: it has no lines <!-- keys --> and <!-- /keys -->, between which the keys would be written`);
  writeOutputs([
    { path: join(folder, "scenario.schema.json"), content: schemaText() },
    { path, content },
  ]);
}
