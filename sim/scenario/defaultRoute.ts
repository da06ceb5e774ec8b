import type { RouteEntry } from "./route.ts";
import type { Site } from "./site.ts";

/** A group that answers a type, and the site it belongs to, if any. */
export interface Answering {
  readonly name: string;
  readonly site: string | undefined;
}

/**
 * Where a contact type goes that has no routing of its own. Without a site it is a central number: to every group that answers it.
 * A local number goes to the groups of its own site, then, site by site, to those of the sites it overflows to, and to no group
 * without a site: whoever belongs nowhere answers for all by routing that says so.
 * @param groups that answer the type, in the file's order
 * @param home the type's site and what the file says of it; undefined for a type without a site
 */
export function defaultRoute(groups: readonly Answering[], home: { readonly name: string; readonly site: Site } | undefined): RouteEntry[] {
  if (home === undefined) return groups.map(({ name }) => name);
  return [{ site: home.name, after: 0 }, ...(home.site.overflow ?? [])].flatMap(({ site, after }) =>
    groups.filter((group) => group.site === site).map(({ name }): RouteEntry => (after === 0 ? name : { group: name, after })));
}
