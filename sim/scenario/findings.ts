import type { ProblemList } from "./problemList.ts";
import { escapeControls, shorten, type Path } from "./shown.ts";
import { isMapping, placeOf, type Place, type Tree } from "./tree.ts";

/** Says what is wrong with the value at a path, where it stands in its file, and what it is. */
export class Findings {
  readonly #root: Tree;
  readonly #problems: ProblemList;

  constructor(root: Tree, problems: ProblemList) {
    this.#root = root;
    this.#problems = problems;
  }

  /** The plain data at a path, undefined where there is none. */
  valueAt(path: Path): unknown {
    const { found, tree } = placeOf(this.#root, path);
    return found ? tree.value : undefined;
  }

  isMapping(path: Path): boolean {
    const { found, tree } = placeOf(this.#root, path);
    return found && isMapping(tree);
  }

  /** Where a path leads, or the closest thing around it. */
  placeAt(path: Path): Tree {
    return placeOf(this.#root, path).tree;
  }

  /** The keys of the mapping at a path, in the file's order, whatever is wrong with their values. */
  keysAt(path: Path): string[] {
    const { found, tree } = placeOf(this.#root, path);
    return found ? [...tree.entries.keys()] : [];
  }

  /** About a value; where it is missing, about the key that should have it. */
  value(path: Path, message: string): void {
    const place = placeOf(this.#root, path);
    const { cell } = place.tree;
    if (place.found) this.#problems.add(place.tree.source, place.tree.from, path, `${cell === undefined ? "" : `${cell.place} `}${message} (got ${cell?.shown ?? this.#shown(place)})`);
    else this.#problems.add(place.tree.source, place.keyFrom, path, message);
  }

  /** About a key, or about all that stands under it. */
  key(path: Path, message: string): void {
    const { tree, keyFrom } = placeOf(this.#root, path);
    this.#problems.add(tree.source, keyFrom, path, message);
  }

  /**
   * About two keys of one mapping that exclude each other. Where they come from different files, the complaint is about the one
   * that overrules, and says how to take the other away.
   */
  conflict(above: Path, one: string, other: string, message: string): void {
    const [first, second] = [one, other].map((key) => placeOf(this.#root, [...above, key]));
    if (first === undefined || second === undefined || first.tree.source === second.tree.source) return this.key([...above, one], message);
    const [upper, lower, key] = first.tree.source.rank > second.tree.source.rank ? [one, other, second] : [other, one, first];
    const from = key.tree.source.set === undefined ? escapeControls(key.tree.source.file) : "--set";
    this.key([...above, upper], `${message}: ${lower} comes from ${from}, and ${lower}: null in its place takes it away`);
  }

  #shown({ tree }: Place): string {
    if (Array.isArray(tree.value)) return tree.value.length === 1 ? "a list of 1 entry" : `a list of ${tree.value.length} entries`;
    if (typeof tree.value === "object" && tree.value !== null) return "a mapping";
    const written = tree.source.text.slice(tree.from, tree.to).trim();
    return written === "" ? "nothing" : shorten(written);
  }
}
