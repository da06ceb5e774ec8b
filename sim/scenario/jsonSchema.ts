import * as z from "zod";
import { scenarioSchema } from "./schema.ts";
import { isSchema, variantOf } from "./variantSchema.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** `scenario.schema.json`, from which editors complete and check scenario files. */
export function scenarioJsonSchema(): object {
  const { $schema, definitions, ...scenario } = toJsonSchema((schema) => {
    if (schema.example !== undefined) schema.examples = [schema.example];
    // What the schema's keys carry for the reference of keys and JSON Schema has no words for.
    for (const note of ["form", "unit", "entry", "example", "id"]) delete schema[note];
  });
  const title = "callhall scenario";
  const description = "A day in a contact centre: opening hours, contacts, shifts, agent groups and routing";
  const shared = isSchema(definitions) ? definitions : {};
  const variants = Object.fromEntries(Object.entries(shared).map(([name, schema]) => [`${name}Variant`, isSchema(schema) ? variantOf(schema) : {}]));
  return {
    $schema, title, description, type: "object",
    if: { required: ["extends"] }, then: { $ref: "#/definitions/variant" }, else: { $ref: "#/definitions/scenario" },
    definitions: { scenario, variant: variantOf(scenario), ...shared, ...variants },
  };
}

/** The same with the notes on form, unit and example: what the reference of keys is made from. */
export function annotatedSchema(): JsonSchema {
  return toJsonSchema(() => undefined);
}

function toJsonSchema(finish: (schema: JsonSchema) => void): JsonSchema {
  return z.toJSONSchema(scenarioSchema, {
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
