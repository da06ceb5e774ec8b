import { studySchema } from "../scenario/studySchema.ts";
import { InputError } from "./exit.ts";

/** The target after `--hold`, by the rule for the study's: a share such as 80%, or 0.8. */
export function readHoldTarget(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const target = studySchema.shape.hold.unwrap().shape.target.safeParse(/^[0-9.]+$/.test(text) ? Number(text) : text);
  if (target.success) return target.data;
  throw new InputError(`--hold ${target.error.issues[0].message}`);
}
