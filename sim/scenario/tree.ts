import type { Path } from "./shown.ts";
import type { Source } from "./source.ts";

/** A value of a file with the place where it stands, so that a mistake found later can be shown there. */
export interface Tree {
  readonly source: Source;
  /** Offsets in the source of the value's first character and of the one after its last. */
  readonly from: number;
  readonly to: number;
  /** Plain data: text, numbers, true, false, null, lists and objects. */
  readonly value: unknown;
  /** Values in it when every alias is written out. */
  readonly size: number;
  readonly entries: ReadonlyMap<string, Entry>;
  /** Entries of a base that null took away. */
  readonly removed: ReadonlyMap<string, Entry>;
  readonly items: readonly Tree[];
  /** Of a value that comes from a sheet: the place there, and what stands in it, for messages. */
  readonly cell?: { readonly place: string; readonly shown: string };
}

export interface Entry {
  /** In the source of its value. */
  readonly keyFrom: number;
  readonly tree: Tree;
}

export const noEntries: ReadonlyMap<string, Entry> = new Map();

export function leaf(source: Source, from: number, to: number, value: unknown): Tree {
  return { source, from, to, value, size: 1, entries: noEntries, removed: noEntries, items: [] };
}

export function listOf(place: Pick<Tree, "source" | "from" | "to">, items: readonly Tree[]): Tree {
  return { ...leaf(place.source, place.from, place.to, items.map((item) => item.value)), size: sizeOf(items), items };
}

/** @param entries whose keys are no names of JavaScript's own, such as `__proto__` */
export function mappingOf(place: Pick<Tree, "source" | "from" | "to">, entries: ReadonlyMap<string, Entry>, removed = noEntries): Tree {
  const value = Object.fromEntries(Array.from(entries, ([key, { tree }]) => [key, tree.value]));
  const size = sizeOf(Array.from(entries.values(), ({ tree }) => tree));
  return { ...leaf(place.source, place.from, place.to, value), size, entries, removed };
}

export function isMapping({ value }: Tree): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sizeOf(parts: readonly Tree[]): number {
  return parts.reduce((sum, part) => sum + part.size, 1);
}

/** Where a path leads: to a value, or to what took it away, or to the closest thing around a value that is not there. */
export interface Place {
  readonly keyFrom: number;
  readonly tree: Tree;
  readonly found: boolean;
}

export function placeOf(root: Tree, path: Path): Place {
  let place: Place = { keyFrom: root.from, tree: root, found: true };
  for (const step of path) {
    const item = typeof step === "number" ? place.tree.items[step] : undefined;
    const entry = typeof step === "string" ? place.tree.entries.get(step) : undefined;
    if (item !== undefined) place = { keyFrom: item.from, tree: item, found: true };
    else if (entry !== undefined) place = { ...entry, found: true };
    else {
      const gone = typeof step === "string" ? place.tree.removed.get(step) : undefined;
      return { ...(gone ?? place), found: false };
    }
  }
  return place;
}

/** A mapping without some of its keys. */
export function without(tree: Tree, keys: readonly string[]): Tree {
  if (!keys.some((key) => tree.entries.has(key))) return tree;
  return mappingOf(tree, new Map([...tree.entries].filter(([key]) => !keys.includes(key))), tree.removed);
}
