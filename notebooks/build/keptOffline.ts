// Notebook Kit takes its libraries from the network. Here nothing may: what the kit would fetch is left out of the page, and a build
// fails whose own files ask for anything remote.

import type { Plugin } from "vite";

const REMOTE = /^(?:https?:)?\/\//, KIT = /[\\/]@observablehq[\\/]notebook-kit[\\/]/;

/** The kit's lists of libraries and samples: none of them is used, and all are remote. */
const LISTS = /[\\/](?:recommendedLibraries|sampleDatasets)\.js$/;

/** What loads something as soon as it is reached: an import, a style, a tag. */
const LOADS = /(?:\bimport\s*\(|\bimport\s|\bfrom\b|@import\s+(?:url\()?)\s*["'`](?:https?:)?\/\/[^"'`]*|<(?:script|img|iframe|source)\b[^>]*\bsrc\s*=\s*["']?https?:[^\s>]*|<link\b[^>]*\bhref\s*=\s*["']?https?:[^\s>]*/;

export function keptOffline(): Plugin {
  return {
    name: "kept-offline",
    enforce: "pre",
    resolveId(id, importer = "") {
      if (LISTS.test(id) && KIT.test(importer)) return "\0nothing";
      if (!REMOTE.test(id)) return null;
      if (!KIT.test(importer)) this.error(`${importer || "a page"} imports ${id}, which is not on this machine`);
      return `\0absent:${id}`;
    },
    load(id) {
      if (id === "\0nothing") return "export {};";
      if (id.startsWith("\0absent:")) return `module.exports = {}; throw new Error(${JSON.stringify(`${id.slice(8)} is not in this page`)});`;
      return null;
    },
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          const found = LOADS.exec(file.type === "chunk" ? file.code : String(file.source));
          if (found !== null) this.error(`${file.fileName} would load something remote: ${found[0].slice(0, 120)}`);
        }
      },
    },
  };
}
