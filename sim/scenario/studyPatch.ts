// A patch may change what the base has, or add what is whole in itself. Half of a new group is hardly meant: it is a slip in a name.

import type * as z from "zod";
import { nearest } from "./nearest.ts";
import type { ProblemList } from "./problemList.ts";
import { scenarioSchema } from "./schema.ts";
import { shorten } from "./shown.ts";
import { isMapping, mappingOf, type Entry, type Tree } from "./tree.ts";

/** What the entries of a section are, and what makes one. */
const SECTIONS = { contacts: "contact type", groups: "group", shifts: "shift" } as const;

type Section = keyof typeof SECTIONS;

/** The patch without entries of sections that the base does not have and that lack what such an entry needs; complains of each. */
export function withoutUnknown(patch: Tree, base: Tree, problems: ProblemList): Tree {
  const entries = Object.entries(SECTIONS).reduce((sofar: ReadonlyMap<string, Entry>, [section, what]) => {
    const own = sofar.get(section), known = [...(base.entries.get(section)?.tree.entries.keys() ?? [])];
    if (own === undefined || !isMapping(own.tree) || known.length === 0) return sofar;
    const unknown = [...own.tree.entries].filter(([name, { tree }]) => !known.includes(name) && isMapping(tree) && !isWhole(section as Section, name, tree)); // a key of SECTIONS
    for (const [name, { keyFrom, tree }] of unknown) {
      const meant = nearest(name, known);
      problems.add(tree.source, keyFrom, [section, name], `the base has no ${what} ${shorten(name)}${meant === undefined ? `, and a new one needs more than this; the base has ${known.slice(0, 5).map((each) => shorten(each)).join(", ")}${known.length > 5 ? " …" : ""}` : `; did you mean ${shorten(meant)}?`}`);
    }
    if (unknown.length === 0) return sofar;
    return new Map(sofar).set(section, { ...own, tree: mappingOf(own.tree, new Map([...own.tree.entries].filter(([name]) => !unknown.some(([other]) => other === name))), own.tree.removed) });
  }, patch.entries);
  return entries === patch.entries ? patch : mappingOf(patch, entries, patch.removed);
}

/** Whether an entry has all keys that one must have, whatever is wrong with their values. */
function isWhole(section: Section, name: string, { value }: Tree): boolean {
  const schema: z.ZodType = scenarioSchema.shape[section], read = schema.safeParse({ [name]: value });
  return read.success || !read.error.issues.some(({ path, message }) => path.length === 2 && message === "is missing");
}
