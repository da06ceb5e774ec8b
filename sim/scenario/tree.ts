import type { Path } from "./shown.ts";

/** A value of the file with the place where it stands, so that a mistake found later can be shown there. */
export interface Tree {
  /** Offsets of the value's first character and of the one after its last. */
  readonly from: number;
  readonly to: number;
  /** Plain data: text, numbers, true, false, null, lists and objects. */
  readonly value: unknown;
  /** Values in it when every alias is written out. */
  readonly size: number;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly items: readonly Tree[];
}

export interface Entry {
  readonly keyFrom: number;
  readonly tree: Tree;
}

/** Where a path leads: to a value, or to the closest thing around a value that is not there. */
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
    else return { ...place, found: false };
  }
  return place;
}
