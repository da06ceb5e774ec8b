import * as z from "zod";
import { NOT_OF_A_DAY } from "./calendar.ts";
import { scenarioSchema } from "./schema.ts";
import { studySchema } from "./studySchema.ts";
import { isSchema, variantOf } from "./variantSchema.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** `scenario.schema.json`, from which editors complete and check scenario files. */
export function scenarioJsonSchema(): { readonly definitions: Readonly<Record<string, unknown>>; readonly [key: string]: unknown } {
  const { $schema, definitions, ...scenario } = toJsonSchema(withoutNotes);
  const title = "callhall scenario";
  const description = "A day in a contact centre: opening hours, contacts, shifts, agent groups and routing";
  const shared = isSchema(definitions) ? definitions : {};
  const variants = Object.fromEntries(Object.entries(shared).map(([name, schema]) => [`${name}Variant`, isSchema(schema) ? variantOf(schema) : {}]));
  patchDays(scenario);
  const variant = variantOf(scenario), dayType = { ...variant, properties: Object.fromEntries(Object.entries(variant.properties ?? {}).filter(([key]) => !Object.hasOwn(NOT_OF_A_DAY, key))) };
  return {
    $schema, title, description, type: "object",
    if: { required: ["extends"] }, then: { $ref: "#/definitions/variant" }, else: { $ref: "#/definitions/scenario" },
    definitions: { scenario, variant, dayType, ...shared, ...variants },
  };
}

/** A day type is a patch of the scenario. */
function patchDays({ properties }: JsonSchema): void {
  const below = (schema: unknown, key: string): JsonSchema | undefined => (isSchema(schema) && isSchema(schema.properties?.[key]) ? schema.properties[key] : undefined);
  const dayTypes = below(isSchema(properties?.calendar) ? properties.calendar : undefined, "dayTypes");
  if (dayTypes !== undefined) dayTypes.additionalProperties = { allOf: [{ $ref: "#/definitions/dayType" }] };
}

/** What all ways of working of a study share. */
export const NOT_PATCHED: readonly string[] = ["extends", "days", "seed", "precision"];

/** `study.schema.json`, from which editors complete and check study files: a patch is a variant of a scenario. */
export function studyJsonSchema(): object {
  const { $schema, ...study } = toJsonSchema(withoutNotes, studySchema), { definitions } = scenarioJsonSchema();
  const variant = isSchema(definitions.variant) ? definitions.variant : {}, keys = Object.entries(variant.properties ?? {}).filter(([key]) => !NOT_PATCHED.includes(key));
  const variants = isSchema(study.properties?.variants) ? study.properties.variants : {}, entry = isSchema(variants.additionalProperties) ? variants.additionalProperties : {};
  const patch = isSchema(entry.properties?.patch) ? entry.properties.patch : {};
  if (entry.properties !== undefined) entry.properties.patch = { description: patch.description, allOf: [{ $ref: "#/definitions/variant" }] };
  return { $schema, title: "callhall study", description: "Ways of working in a contact centre, compared on the same callers", ...study, definitions: { ...definitions, variant: { ...variant, properties: Object.fromEntries(keys) } } };
}

/** The schema of scenarios, or of studies, with the notes on form, unit and example: what the references of keys are made from. */
export function annotatedSchema(schema: typeof scenarioSchema | typeof studySchema = scenarioSchema): JsonSchema {
  return toJsonSchema(() => undefined, schema);
}

function withoutNotes(schema: JsonSchema): void {
  if (schema.example !== undefined) schema.examples = [schema.example];
  // What the schema's keys carry for the reference of keys and JSON Schema has no words for.
  for (const note of ["form", "unit", "entry", "example", "id"]) delete schema[note];
}

function toJsonSchema(finish: (schema: JsonSchema) => void, schema: typeof scenarioSchema | typeof studySchema = scenarioSchema): JsonSchema {
  return z.toJSONSchema(schema, {
    io: "input",
    // The draft that editors' YAML support knows best.
    target: "draft-07",
    override: ({ zodSchema, jsonSchema }) => {
      // zod leaves out defaults of values that it transforms; all of ours read the same before and after.
      const { def } = zodSchema._zod;
      if (def.type === "default") jsonSchema.default = def.defaultValue;
      finish(jsonSchema);
    },
  });
}
