import { contactType } from "./contact.ts";
import type { Findings } from "./findings.ts";
import { noSuch } from "./nearest.ts";
import { piece } from "./pieces.ts";
import { group } from "./roster.ts";
import type { Path } from "./shown.ts";
import { site, siteName, type Site } from "./site.ts";

/** The sites of a file, and who belongs to which. */
export interface Sites {
  readonly sites: ReadonlyMap<string, Site>;
  /** By contact type and by group; who is not named belongs to none. */
  readonly ofType: ReadonlyMap<string, string>;
  readonly ofGroup: ReadonlyMap<string, string>;
}

/**
 * The rules of sites by themselves: names that exist, somebody at each, overflow to others and to each once.
 * Undefined where not all of it can be told; what is wrong has been said.
 */
export function readSites(findings: Findings): Sites | undefined {
  const names = new Set(findings.keysAt(["sites"]));
  const ofType = membersOf(findings, "contacts", contactType.shape.site, names), ofGroup = membersOf(findings, "groups", group.shape.site, names);
  const sites = new Map<string, Site>();
  let known = ofType !== undefined && ofGroup !== undefined;
  for (const name of names) {
    const path = ["sites", name], read = piece(findings, site, path);
    known = checkOverflow(findings, name, [...path, "overflow"], names) && known;
    if (read !== undefined) sites.set(name, read);
  }
  if (ofType === undefined || ofGroup === undefined) return undefined;
  const members = new Set([...ofType.values(), ...ofGroup.values()]);
  for (const name of names) if (!members.has(name)) findings.key(["sites", name], "nobody belongs to this site: no contact type and no group names it");
  return known && sites.size === names.size ? { sites, ofType, ofGroup } : undefined;
}

/** Who of a section belongs to which site; undefined where that cannot be told of all. */
function membersOf(findings: Findings, section: "contacts" | "groups", schema: typeof contactType.shape.site, names: ReadonlySet<string>): Map<string, string> | undefined {
  const members = new Map<string, string>();
  let known = true;
  for (const member of findings.keysAt([section])) {
    const path = [section, member, "site"], name = piece(findings, schema, path);
    if (name !== undefined) members.set(member, name);
    if (name !== undefined && !names.has(name)) findings.value(path, noSuch("site", name, names));
    known &&= name === undefined ? findings.valueAt(path) === undefined : names.has(name);
  }
  return known ? members : undefined;
}

/** Entry by entry, so that a mistake in one hides none in another; false where there is one. */
function checkOverflow(findings: Findings, own: string, path: Path, names: ReadonlySet<string>): boolean {
  const given = findings.valueAt(path);
  let good = true;
  for (const index of Array.isArray(given) ? given.keys() : []) {
    for (const at of [[...path, index], [...path, index, "site"]]) {
      const name = piece(findings, siteName, at);
      if (name === undefined || (names.has(name) && name !== own)) continue;
      good = false;
      findings.value(at, name === own ? "is this site itself: its own groups come first anyway" : noSuch("site", name, names));
    }
  }
  return good;
}
