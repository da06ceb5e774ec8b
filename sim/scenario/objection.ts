import { formatPath, type Path } from "./shown.ts";

/** Why a scenario that is right in itself does not fit its use. */
export interface Objection {
  readonly path: Path;
  /** Whether the value under the path stands in the way, or all that goes by the name at its end. */
  readonly about: "value" | "name";
  readonly message: string;
}

/** A scenario does not fit its use; where no file is at hand the message has a line for each objection. */
export abstract class ObjectionError extends Error {
  readonly objections: readonly Objection[];

  constructor(objections: readonly Objection[]) {
    super(objections.map(({ path, message }) => `${formatPath(path)} ${message}`).join("\n"));
    this.objections = objections;
  }
}
