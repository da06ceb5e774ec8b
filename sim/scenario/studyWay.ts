import type { Scenario } from "./schema.ts";
import type { Tree } from "./tree.ts";

/** What a study calls its base. */
export const BASE_NAME = "base";

/** One way of working: the base, or a variant of it. */
export interface Way {
  readonly name: string;
  readonly says: string;
  readonly scenario: Scenario;
  /** Before it was checked, for whoever sets another value in it. */
  readonly tree: Tree;
}
