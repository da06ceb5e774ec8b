// The schema subcommand: what editors and readers need to know of scenario and study files, from the schema of each.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { scenarioJsonSchema, studyJsonSchema } from "../scenario/jsonSchema.ts";
import { keyReference, withReference } from "../scenario/reference.ts";
import { InputError, shownPath, systemReason } from "./exit.ts";
import { writeOutputs } from "./outputs.ts";

export interface SchemaCommandOptions {
  readonly keys?: boolean;
  readonly into?: string;
}

export function schemaCommand({ keys, into }: SchemaCommandOptions): void {
  if (into !== undefined) writeAll(into);
  else process.stdout.write(keys ? `${keyReference()}\n` : schemaText());
}

function schemaText(): string {
  return `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
}

function writeAll(folder: string): void {
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
    { path: join(folder, "study.schema.json"), content: `${JSON.stringify(studyJsonSchema(), null, 2)}\n` },
    { path, content },
  ]);
}
