// Who belongs to which site, for results by site: where a contact goes is said by the routing alone.

import type { Scenario } from "../scenario/schema.ts";

/** A site's id is its place in the file. */
export interface Sites {
  readonly names: readonly string[];
  /** By contact type and by group: its site; NOWHERE for one that belongs to none. */
  readonly ofType: Int32Array;
  readonly ofGroup: Int32Array;
}

export const NOWHERE = -1;

/** Null for a scenario without sites. */
export function compileSites({ sites, contacts, groups }: Pick<Scenario, "sites" | "contacts" | "groups">): Sites | null {
  if (sites === undefined) return null;
  const names = Object.keys(sites), idOf = ({ site }: { readonly site?: string | undefined }) => (site === undefined ? NOWHERE : names.indexOf(site));
  return { names, ofType: Int32Array.from(Object.values(contacts), idOf), ofGroup: Int32Array.from(Object.values(groups), idOf) };
}
