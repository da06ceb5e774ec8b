import { isMapping, mappingOf, type Entry, type Tree } from "./tree.ts";

/**
 * A patch that changes the opening leaves the demand where it was: a profile, or rates, that it does not state anew still describe the hours of
 * the base, so those become the type's `demand` hours.
 * @param merged the base with the patch on it
 */
export function withDemandKept(base: Tree, merged: Tree): Tree {
  const hours = base.entries.get("opening")?.tree, contacts = merged.entries.get("contacts");
  if (hours === undefined || contacts === undefined || JSON.stringify(hours.value) === JSON.stringify(merged.entries.get("opening")?.tree.value)) return merged;
  const before = base.entries.get("contacts")?.tree.entries;
  const types = new Map([...contacts.tree.entries].map(([name, entry]) => [name, { ...entry, tree: keptIn(before?.get(name)?.tree, entry.tree, hours) }]));
  return mappingOf(merged, new Map([...merged.entries, ["contacts", { ...contacts, tree: mappingOf(contacts.tree, types, contacts.tree.removed) }]]), merged.removed);
}

function keptIn(before: Tree | undefined, type: Tree, hours: Tree): Tree {
  const describesBase = ["profile", "ratesPerHour"].some((key) => type.entries.has(key) && type.entries.get(key)?.tree === before?.entries.get(key)?.tree);
  const own = type.entries.get("demand");
  if (!describesBase || (own !== undefined && !isMapping(own.tree))) return type;
  const ends = ["from", "to"].flatMap((key): [string, Entry][] => {
    const end = hours.entries.get(key);
    return end === undefined || own?.tree.entries.has(key) === true ? [] : [[key, end]];
  });
  if (ends.length === 0) return type;
  const demand = mappingOf(own?.tree ?? hours, new Map([...(own?.tree.entries ?? []), ...ends]), own?.tree.removed);
  return mappingOf(type, new Map([...type.entries, ["demand", { keyFrom: own?.keyFrom ?? hours.from, tree: demand }]]), type.removed);
}
