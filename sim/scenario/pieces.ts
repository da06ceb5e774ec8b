import type * as z from "zod";
import type { Findings } from "./findings.ts";
import type { Path } from "./shown.ts";

/**
 * A piece of the file, read on its own: undefined where it is missing (and has no default) or wrong, which the schema of the
 * whole has reported already. So a rule between two keys is checked although a third one is wrong.
 */
export function piece<Schema extends z.ZodType>(findings: Findings, schema: Schema, path: Path): z.output<Schema> | undefined {
  const read = schema.safeParse(findings.valueAt(path));
  return read.success ? read.data : undefined;
}
