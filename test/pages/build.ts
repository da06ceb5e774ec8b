// Before the tests: builds the planner page to where `npm run build:pages` puts it and `callhall open` finds it, where a source is newer.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";

const root = join(import.meta.dirname, "../.."), pages = join(root, "dist/pages");

export const PLANNER = join(pages, "planner.html");

export default async function buildPlanner(): Promise<void> {
  const sources = ["sim", "reports", "scenarios", "notebooks/browser", "notebooks/build", "notebooks/planner"].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => join(root, folder, file)));
  const newest = Math.max(...[...sources, join(root, "notebooks/vite.config.ts")].map((file) => statSync(file).mtimeMs));
  if (existsSync(PLANNER) && statSync(PLANNER).mtimeMs > newest) return;
  mkdirSync(pages, { recursive: true });
  const outDir = mkdtempSync(join(root, "dist/pages-")); // put into place whole, since others may be reading it
  try {
    await build({ configFile: join(root, "notebooks/vite.config.ts"), configLoader: "runner", logLevel: "error", build: { outDir } });
    renameSync(join(outDir, "planner.html"), PLANNER);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
