// Before the tests: builds the command line into dist/ where a source is newer than it. Type errors are the type check's
// business; tsc writes the files all the same.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const root = join(import.meta.dirname, "../.."), built = join(root, "dist/sim/cli/main.js");

export default function build(): void {
  const sources = ["sim", "reports"].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => join(root, folder, file)));
  const newest = Math.max(...sources.filter((file) => file.endsWith(".ts")).map((file) => statSync(file).mtimeMs));
  if (existsSync(built) && statSync(built).mtimeMs > newest) return;
  spawnSync(process.execPath, [createRequire(import.meta.url).resolve("typescript/bin/tsc"), "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
}
