// Builds the pages of the browser: each one HTML file with all that it needs inside, so that it works from the disk.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { hashedScripts } from "./build/hashedScripts.ts";

const here = dirname(fileURLToPath(import.meta.url));

/** What the reports and the workbook use in Node, and its stand-in in a browser, which has the thing itself. */
const inTheBrowser = {
  jsdom: join(here, "browser/jsdom.ts"),
  "write-excel-file/node": join(here, "browser/writeExcelFile.ts"),
};

export default defineConfig({
  root: join(here, "planner"),
  base: "./",
  resolve: { alias: inTheBrowser },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [viteSingleFile({ removeViteModuleLoader: true }), hashedScripts()],
  worker: { format: "iife" },
  build: {
    outDir: join(here, "../dist/pages"), emptyOutDir: true, target: "es2022", cssCodeSplit: false, assetsInlineLimit: 1e8,
    rolldownOptions: { input: join(here, "planner/planner.html") },
  },
});
