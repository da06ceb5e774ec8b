import type * as z from "zod";
import { annotatedSchema } from "./jsonSchema.ts";
import { studySchema } from "./studySchema.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** One line of the reference. */
interface Key {
  path: string;
  meaning: string;
  form: string;
  unit: string;
  byDefault: string;
  example: string;
}

/** The reference of every key as Markdown, from the schema's own descriptions. */
export function keyReference(): string {
  const schema = annotatedSchema();
  const { definitions } = schema;
  const law = isSchema(definitions) && isSchema(definitions.law) ? definitions.law : {};
  const column = isSchema(definitions) && isSchema(definitions.column) ? definitions.column : {};
  return [
    table(keysOf(schema, "", false)),
    "",
    `**Laws** (\`handleTime\`, \`patience\`). ${text(law.description)}.`,
    "",
    table(lawKeys(law)),
    "",
    `**Columns** (\`profile\`, \`ratesPerHour\`). ${text(column.description)}.`,
    "",
    table(keysOf({ ...column, description: undefined }, "", false)),
    "",
  ].join("\n");
}

/** The same of a study's keys. */
export function studyKeyReference(): string {
  return `${table(keysOf(annotatedSchema(studySchema), "", false).filter(({ path }) => !path.startsWith("variants.<variant>.patch.")))}\n`;
}

/** A Markdown page with the references put between their marks, in place of what stood there. */
export function withReference(page: string): string {
  const between = (text: string, mark: string, reference: string) => text.replace(new RegExp(`(?<=<!-- ${mark} -->\\n)[^]*?(?=<!-- /${mark} -->)`), () => `\n${reference}\n`);
  return between(between(page, "keys", keyReference()), "study keys", studyKeyReference());
}

/** Every key at or below a place in the file. */
function keysOf(schema: JsonSchema, path: string, required: boolean): Key[] {
  const here = path !== "" && schema.description !== undefined ? [keyAt(schema, path, required)] : [];
  const below = Object.entries(schema.properties ?? {}).flatMap(([key, child]) =>
    isSchema(child) ? keysOf(child, path === "" ? key : `${path}.${key}`, schema.required?.includes(key) ?? false) : [],
  );
  const { additionalProperties: entries, items } = schema;
  if (isSchema(entries)) below.push(...keysOf(entries, `${path}.<${text(schema.entry)}>`, false));
  if (isSchema(items)) below.push(...keysOf(items, `${path}[]`, false));
  below.push(...(schema.anyOf ?? []).flatMap((branch) => (isSchema(branch) ? keysOf(branch, path, false) : [])));
  // The branches of a union carry their parent's path: only what they add below it is new. What may stand alone or in a list is told once.
  const alone = new Set(below.map((key) => key.path));
  return [...here, ...below.filter((key) => key.path !== path && !(key.path.startsWith(`${path}[].`) && alone.has(key.path.replace(`${path}[].`, `${path}.`))))];
}

/** Keys of all laws, each once, with the laws that have it. */
function lawKeys(law: JsonSchema): Key[] {
  const found = new Map<string, { key: Key; laws: string[] }>();
  for (const branch of law.oneOf ?? []) {
    if (!isSchema(branch)) continue;
    const { distribution } = branch.properties ?? {};
    const name = isSchema(distribution) ? text(distribution.const) : "";
    for (const key of keysOf(branch, "", false)) {
      const known = found.get(key.path) ?? { key, laws: [] };
      known.laws.push(name);
      found.set(key.path, known);
    }
  }
  return Array.from(found.values(), ({ key, laws }) =>
    key.path === "distribution" ? { ...key, form: laws.map((name) => `\`${name}\``).join(", ") } : { ...key, meaning: `${key.meaning} (${laws.join(", ")})` },
  );
}

function keyAt(schema: JsonSchema, path: string, required: boolean): Key {
  const absent = required ? "required" : "";
  return {
    path,
    meaning: text(schema.description),
    form: text(schema.form),
    unit: text(schema.unit),
    byDefault: "default" in schema ? code(schema.default) : absent,
    example: "example" in schema ? code(schema.example) : "",
  };
}

function table(keys: readonly Key[]): string {
  const rows = keys.map(({ path, meaning, form, unit, byDefault, example }) => [code(path), meaning, form, unit, byDefault, example]);
  const head = ["key", "what it means", "form", "unit", "default", "example"];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const code = (value: unknown): string => `\`${yaml(value)}\``;

/** A value as it would stand in a file, on one line. */
function yaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(yaml).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, entry]) => `${key}: ${yaml(entry)}`);
    return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  }
  // Times of day and a seed of digits want quotes.
  return typeof value === "string" && /^[0-9:]+$/.test(value) ? `"${value}"` : String(value);
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
