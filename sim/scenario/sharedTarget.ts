import type { Scenario } from "./schema.ts";

/** What all contact types share as their target; null where they differ. */
export function sharedTarget({ contacts }: Pick<Scenario, "contacts">): number | null {
  const [first, ...others] = Object.values(contacts).map(({ target }) => target);
  return others.every((target) => target === first) ? first : null;
}
