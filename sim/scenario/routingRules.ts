import { defaultRoute } from "./defaultRoute.ts";
import type { Findings } from "./findings.ts";
import { noSuch } from "./nearest.ts";
import { piece } from "./pieces.ts";
import { group } from "./roster.ts";
import { groupName } from "./route.ts";
import { readEntry } from "./readEntry.ts";
import { shorten, type Path } from "./shown.ts";
import { readSites, type Sites } from "./siteRules.ts";

/** For each group the types it answers, undefined where that cannot be told. */
type Answers = ReadonlyMap<string, ReadonlySet<string> | undefined>;

/** The rules of who serves whom: names that exist, a group for every type, work for every group. */
export function checkRouting(findings: Findings): void {
  const types = new Set(findings.keysAt(["contacts"]));
  const groups = new Set(findings.keysAt(["groups"]));
  // Without types or groups every name would be unknown; that they are missing has been said.
  if (types.size === 0 || groups.size === 0) return;
  const answers: Answers = new Map(Array.from(groups, (name) => [name, readAnswers(findings, name, types)]));
  const sites = readSites(findings);

  // Who serves a type, by its site unless routing says otherwise.
  const routes = new Map(Array.from(types, (type) => [type, routeBySite(type, answers, sites)]));
  for (const type of findings.keysAt(["routing"])) {
    const path = ["routing", type];
    if (!types.has(type)) findings.key(path, noSuch("contact type", type, types));
    else routes.set(type, readRoute(findings, path, type, answers));
  }
  if ([...answers.values()].includes(undefined)) return;
  for (const type of types) {
    if (groupsThatAnswer(type, answers)?.length === 0) findings.key(["contacts", type], "nobody serves this type: no group answers it");
    else if (routes.get(type)?.length === 0) findings.key(["contacts", type], "nobody serves this type: no group of its site answers it, nor of a site it overflows to");
  }
  if (sites !== undefined) checkReach(findings, answers, sites);
  const routed = new Set<string>();
  for (const names of routes.values()) {
    if (names === undefined) return;
    for (const name of names) routed.add(name);
  }
  for (const name of groups) {
    if (!routed.has(name)) findings.key(["groups", name], "nobody routes to this group: no contact type has it in its routing");
  }
}

function readAnswers(findings: Findings, name: string, types: ReadonlySet<string>): ReadonlySet<string> | undefined {
  const path = ["groups", name, "answers"];
  const given = findings.valueAt(path);
  if (Array.isArray(given)) {
    given.forEach((type: unknown, index) => {
      if (typeof type === "string" && !types.has(type)) findings.value([...path, index], noSuch("contact type", type, types));
    });
  }
  for (const type of findings.keysAt(path)) {
    if (!types.has(type)) findings.key([...path, type], noSuch("contact type", type, types));
  }
  const answered = piece(findings, group.shape.answers, path);
  return answered === undefined ? undefined : new Set(Object.keys(answered));
}

function groupsThatAnswer(type: string, answers: Answers): string[] | undefined {
  const names: string[] = [];
  for (const [name, types] of answers) {
    if (types === undefined) return undefined;
    if (types.has(type)) names.push(name);
  }
  return names;
}

/** The groups of a type that has no routing of its own; undefined where they cannot be told. */
function routeBySite(type: string, answers: Answers, sites: Sites | undefined): string[] | undefined {
  const names = groupsThatAnswer(type, answers);
  if (names === undefined || sites === undefined) return undefined;
  const name = sites.ofType.get(type), site = name === undefined ? undefined : sites.sites.get(name);
  return defaultRoute(names.map((group) => ({ name: group, site: sites.ofGroup.get(group) })), name === undefined || site === undefined ? undefined : { name, site })
    .map((entry) => readEntry(entry).group);
}

/** Each site that another overflows to has a group that answers one of its contact types. */
function checkReach(findings: Findings, answers: Answers, { sites, ofType, ofGroup }: Sites): void {
  for (const [name, { overflow = [] }] of sites) {
    overflow.forEach((other, index) => {
      const helps = [...answers].some(([group, types]) => ofGroup.get(group) === other.site && [...(types ?? [])].some((type) => ofType.get(type) === name));
      if (!helps) findings.value(["sites", name, "overflow", index], `nobody of that site can help: none of its groups answers a contact type of ${shorten(name)}`);
    });
  }
}

/** Entry by entry, so that a mistake in one hides none in another; undefined where not all names can be told. */
function readRoute(findings: Findings, path: Path, type: string, answers: Answers): string[] | undefined {
  const given = findings.valueAt(path);
  if (!Array.isArray(given) || given.length === 0) return undefined;
  const names: string[] = [];
  for (const index of given.keys()) {
    for (const at of [[...path, index], [...path, index, "group"]]) {
      const name = piece(findings, groupName, at);
      if (name === undefined) continue;
      names.push(name);
      if (!answers.has(name)) findings.value(at, noSuch("agent group", name, answers.keys()));
      else if (answers.get(name)?.has(type) === false) findings.value(at, "this group does not answer the type");
    }
  }
  return names.length === given.length ? names : undefined;
}
