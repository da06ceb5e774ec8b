import { Findings } from "./findings.ts";
import { count, limits } from "./limits.ts";
import { merge } from "./merge.ts";
import type { ProblemList } from "./problemList.ts";
import { readTree } from "./readTree.ts";
import { scenarioSchema } from "./schema.ts";
import { escapeControls } from "./shown.ts";
import { Source } from "./source.ts";
import { withoutMark } from "./text.ts";
import { mappingOf, type Tree } from "./tree.ts";

/** A base file by the name to show, and its text; or why it cannot be had. */
export type Base = { readonly file: string; readonly text: string } | { readonly refused: string };

/** Reads the file that `path` names, as seen from the file that extends it. */
export type ReadBase = (path: string, fromFile: string) => Base;

// A variant of a variant of a variant: whoever needs more has lost the thread.
const longestChain = 10;

/** A scenario file with its bases, merged into one. @param rank of the file: below 0 where another overrules it */
export function readVariant(text: string, file: string, readBase: ReadBase | undefined, problems: ProblemList, rank = 0): Tree {
  const patches: Tree[] = [];
  const chain: string[] = [];
  let [next, length]: [Source | undefined, number] = [new Source(file, withoutMark(text), rank), text.length];
  while (next !== undefined) {
    chain.push(next.file);
    const tree = readTree(next, problems);
    const findings = new Findings(tree, problems);
    patches.push(withoutBase(tree));
    const base = nextBase(tree, findings, chain, readBase);
    next = base === undefined ? undefined : new Source(base.file, withoutMark(base.text), rank - chain.length);
    length += base?.text.length ?? 0;
    if (next !== undefined && length > limits.fileBytes) findings.value(["extends"], `makes more than 4 MiB of this file and its bases: ${count(length)} characters`);
    // Without its base, a variant lacks nearly everything: saying so would only bury what matters.
    if (tree.entries.has("extends")) problems.throwIfAny();
  }
  return patches.reduceRight((base, patch) => merge(base, patch, [], problems));
}

/** The base that a file names; complains where it cannot be had. */
function nextBase(tree: Tree, findings: Findings, chain: readonly string[], readBase: ReadBase | undefined): { file: string; text: string } | undefined {
  if (!tree.entries.has("extends")) return undefined;
  const refuse = (why: string): undefined => {
    findings.value(["extends"], why);
    return undefined;
  };
  const path = scenarioSchema.shape.extends.unwrap().safeParse(findings.valueAt(["extends"]));
  if (!path.success) return refuse(path.error.issues[0]?.message ?? "");
  if (readBase === undefined) return refuse("other files cannot be read here: write the whole scenario into one");
  const base = readBase(path.data, chain.at(-1) ?? "");
  if ("refused" in base) return refuse(base.refused);
  const circle = chain.findIndex((file) => sameName(file, base.file));
  if (circle >= 0) return refuse(`goes round in a circle: ${[...chain.slice(circle), base.file].map(escapeControls).join(" -> ")}`);
  if (chain.length === longestChain) return refuse(`makes a chain of more than ${longestChain} files`);
  return base;
}

function withoutBase(tree: Tree): Tree {
  if (!tree.entries.has("extends")) return tree;
  return mappingOf(tree, new Map([...tree.entries].filter(([key]) => key !== "extends")));
}

const sameName = (a: string, b: string): boolean => a.replace(/^(\.\/)+/, "") === b.replace(/^(\.\/)+/, "");
