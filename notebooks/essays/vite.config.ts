// Builds the notebooks beside the planner page.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { buildNotebooks } from "../build/buildNotebooks.ts";

export default defineConfig({
  builder: {
    buildApp: async ({ environments }) => {
      await buildNotebooks(join(dirname(fileURLToPath(import.meta.url)), "../../dist/pages"));
      environments.client.isBuilt = true; // or it would be built too, and there is nothing left to build
    },
  },
});
