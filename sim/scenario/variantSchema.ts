import type * as z from "zod";

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The schema of what a variant may write: the same keys, none of them required, and null for what it takes away. Lists stay whole. */
export function variantOf(schema: JsonSchema): JsonSchema {
  const { oneOf, ...loose } = schema;
  delete loose.required;
  delete loose.minProperties;
  if (schema.properties !== undefined) {
    // What tells laws apart is never taken away.
    loose.properties = Object.fromEntries(Object.entries(schema.properties).map(([key, child]) => [key, isSchema(child) && child.const === undefined ? orNull(child) : child]));
  }
  if (isSchema(schema.additionalProperties)) loose.additionalProperties = orNull(schema.additionalProperties);
  if (schema.anyOf !== undefined) loose.anyOf = schema.anyOf.map(loosened);
  // Alternatives that only say which keys go together are left to the whole; of others, a part may fit several.
  const kinds = oneOf?.filter((branch) => !isSchema(branch) || Object.keys(branch).some((key) => key !== "required"));
  if (kinds !== undefined && kinds.length > 0) loose.anyOf = kinds.map(loosened);
  if (schema.$ref !== undefined) loose.$ref = `${schema.$ref}Variant`;
  return loose;
}

function orNull(schema: JsonSchema): JsonSchema {
  const { description, ...rest } = variantOf(schema);
  const { anyOf = [rest] } = Object.keys(rest).every((key) => key === "anyOf") ? rest : {};
  return { ...(description === undefined ? {} : { description }), anyOf: [...anyOf, { type: "null" }] };
}

function loosened(schema: JsonSchema | boolean): JsonSchema {
  return isSchema(schema) ? variantOf(schema) : {};
}

export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
