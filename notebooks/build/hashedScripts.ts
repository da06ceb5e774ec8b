// The page's policy names its own scripts by their hashes, so that no other script can run, whatever ends up in the page.

import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** Stands in the page's Content-Security-Policy where the hashes go. */
const PLACE = "'sha256-of-scripts'";

export function hashedScripts(): Plugin {
  return {
    name: "hashed-scripts",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== "asset" || !file.fileName.endsWith(".html")) continue;
          const page = String(file.source), scripts = [...page.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)].filter(([, attributes]) => !attributes.includes("application/json")), hashes = scripts.map(([, attributes, text]) => {
            if (/\bsrc=/.test(attributes)) this.error(`${file.fileName} loads a script: ${attributes}`);
            return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
          });
          if (!page.includes(PLACE)) this.error(`${file.fileName} has no ${PLACE} in its policy`);
          file.source = page.replace(PLACE, () => hashes.join(" "));
        }
      },
    },
  };
}
