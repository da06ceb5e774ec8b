// Builds the notebooks, each into one HTML file with all that it needs inside, so that it works from the disk.

import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { config as kit, observable } from "@observablehq/notebook-kit/vite";
import { build, type Alias, type InlineConfig, type LogLevel } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { STYLE } from "../../reports/style.ts";
import { hashedScripts } from "./hashedScripts.ts";
import { keptOffline } from "./keptOffline.ts";

const essays = join(dirname(fileURLToPath(import.meta.url)), "../essays");

/** The frame around every notebook; what is not one. */
const TEMPLATE = "template.html";

/** `how-many-agents.html` and the others, and `index.html` that leads to them. */
export const notebooks: readonly string[] = readdirSync(essays).filter((file) => file.endsWith(".html") && file !== TEMPLATE).sort();

/** @param outDir where they go, beside what is there */
export async function buildNotebooks(outDir: string, logLevel: LogLevel = "warn"): Promise<void> {
  for (const notebook of notebooks) await build(configOf(notebook, outDir, logLevel));
}

/** Where the kit's own names lead; those that lead to the network are left out. */
function kitAliases(): Alias[] {
  const { alias = [] } = kit().resolve ?? {};
  return Array.isArray(alias) ? (alias as readonly Alias[]).filter((each) => each.find.toString().includes("observable:")) : [];
}

/** Notebook Kit makes the page of the notebook; the style sheet of the reports, and ours in place of the kit's theme, make it look like the others. */
function configOf(notebook: string, outDir: string, logLevel: LogLevel): InlineConfig {
  return {
    configFile: false, root: essays, base: "./", logLevel,
    resolve: {
      alias: [
        { find: "observable:styles/theme-air.css", replacement: join(essays, "essay.css") },
        ...kitAliases(),
        { find: "jsdom", replacement: join(essays, "../browser/jsdom.ts") },
      ],
    },
    plugins: [
      keptOffline(),
      observable({ template: join(essays, TEMPLATE), transformTemplate: (template) => template.replace("</head>", () => `<style>${STYLE}</style>\n</head>`) }),
      viteSingleFile({ removeViteModuleLoader: true }),
      hashedScripts(),
    ],
    worker: { format: "iife" },
    build: { outDir, emptyOutDir: false, target: "es2022", cssCodeSplit: false, assetsInlineLimit: 1e8, rolldownOptions: { input: join(essays, notebook) } },
  };
}
