import { isAlias, isScalar, isSeq, type ParsedNode, type YAMLMap, type YAMLSeq } from "yaml";
import type { Complaints } from "./complaints.ts";
import { count, limits } from "./limits.ts";
import { shorten, type Path } from "./shown.ts";
import { leaf, listOf, mappingOf, type Entry, type Tree } from "./tree.ts";

// As names these would reach into JavaScript's own objects somewhere on the way to a report.
export const dangerous = new Set(["__proto__", "constructor", "prototype"]);
// No file of 4 MiB holds more values; with aliases it could mean billions.
export const mostValues = 2_000_000;

/** Turns YAML nodes into plain data with positions, or complains and returns null where that would be too much. */
export function plantTree(root: ParsedNode, complaints: Complaints): Tree | null {
  const { source } = complaints;
  const anchors = new Map<string, Tree | "open">();
  let excess = false;

  function visit(node: ParsedNode, path: Path): Tree {
    if (isAlias(node)) return aliased(node.source, node.range[0], path);
    const { anchor } = node;
    if (anchor !== undefined) anchors.set(anchor, "open");
    if (node.tag !== undefined) complaints.add(node.range[0], path, "has a YAML tag (!) before it; scenario files have none");
    const tree = isScalar(node) ? leaf(source, node.range[0], node.range[1], node.value) : isSeq(node) ? list(node, path) : mapping(node, path);
    if (anchor !== undefined) anchors.set(anchor, tree);
    if (tree.size > mostValues && !excess) {
      excess = true;
      complaints.add(tree.from, path, `aliases (*) repeat values until there are more than ${count(mostValues)} of them`);
    }
    return tree;
  }

  function aliased(anchor: string, from: number, path: Path): Tree {
    const target = anchors.get(anchor);
    const to = from + anchor.length + 1;
    if (typeof target === "object") return { ...target, from, to };
    const name = shorten(anchor);
    complaints.add(from, path, target === "open" ? `*${name} stands inside its own value` : `there is no &${name} before this alias`);
    return leaf(source, from, to, null);
  }

  function tooMany(node: YAMLSeq.Parsed | YAMLMap.Parsed, path: Path): boolean {
    const entries = node.items.length;
    if (entries <= limits.types) return false;
    excess = true;
    complaints.add(node.range[0], path, `must have at most ${count(limits.types)} entries (got ${count(entries)})`);
    return true;
  }

  function list(node: YAMLSeq.Parsed, path: Path): Tree {
    const [from, to] = node.range;
    if (tooMany(node, path)) return leaf(source, from, to, null);
    return listOf({ source, from, to }, node.items.map((item, index) => visit(item, [...path, index])));
  }

  function mapping(node: YAMLMap.Parsed, path: Path): Tree {
    const [from, to] = node.range;
    if (tooMany(node, path)) return leaf(source, from, to, null);
    const entries = new Map<string, Entry>();
    for (const pair of node.items) {
      // Other keys than plain text have been refused with the YAML itself.
      const key = isScalar(pair.key) ? String(pair.key.value) : "";
      const keyFrom = pair.key.range[0];
      const first = entries.get(key);
      if (dangerous.has(key)) complaints.add(keyFrom, [...path, key], "this name is not allowed");
      else if (first !== undefined) complaints.add(keyFrom, [...path, key], `is given twice: first in line ${complaints.lineAt(first.keyFrom)}`);
      else {
        const tree = pair.value === null ? leaf(source, keyFrom, keyFrom, null) : visit(pair.value, [...path, key]);
        entries.set(key, { keyFrom, tree });
      }
    }
    return mappingOf({ source, from, to }, entries);
  }

  const tree = visit(root, []);
  return excess ? null : tree;
}
