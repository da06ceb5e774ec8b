import type { Complaints } from "./complaints.ts";
import { shorten, type Path } from "./shown.ts";
import { placeOf, type Place, type Tree } from "./tree.ts";

/** Says what is wrong with the value at a path, where it stands in the file, and what it is. */
export class Findings {
  readonly #text: string;
  readonly #root: Tree;
  readonly #complaints: Complaints;

  constructor(text: string, root: Tree, complaints: Complaints) {
    this.#text = text;
    this.#root = root;
    this.#complaints = complaints;
  }

  /** The plain data at a path, undefined where there is none. */
  valueAt(path: Path): unknown {
    const { found, tree } = placeOf(this.#root, path);
    return found ? tree.value : undefined;
  }

  isMapping(path: Path): boolean {
    const value = this.valueAt(path);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  /** The keys of the mapping at a path, in the file's order, whatever is wrong with their values. */
  keysAt(path: Path): string[] {
    const { found, tree } = placeOf(this.#root, path);
    return found ? [...tree.entries.keys()] : [];
  }

  /** About a value; where it is missing, about the key that should have it. */
  value(path: Path, message: string): void {
    const place = placeOf(this.#root, path);
    if (place.found) this.#complaints.add(place.tree.from, path, `${message} (got ${this.#shown(place)})`);
    else this.#complaints.add(place.keyFrom, path, message);
  }

  /** About a key, or about all that stands under it. */
  key(path: Path, message: string): void {
    this.#complaints.add(placeOf(this.#root, path).keyFrom, path, message);
  }

  #shown({ tree }: Place): string {
    if (Array.isArray(tree.value)) return tree.value.length === 1 ? "a list of 1 entry" : `a list of ${tree.value.length} entries`;
    if (typeof tree.value === "object" && tree.value !== null) return "a mapping";
    const written = this.#text.slice(tree.from, tree.to).trim();
    return written === "" ? "nothing" : shorten(written);
  }
}
