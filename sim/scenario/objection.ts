import { formatPath, type Path } from "./shown.ts";

/** Why a scenario that is right in itself does not fit its use. */
export interface Objection {
  readonly path: Path;
  /** Whether the value under the path stands in the way, or all that goes by the name at its end. */
  readonly about: "value" | "name";
  readonly message: string;
}

/** Objections where no file is at hand, a line each. */
export function objectionsInWords(objections: readonly Objection[]): string {
  return objections.map(({ path, message }) => `${formatPath(path)} ${message}`).join("\n");
}
