import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["test/**/*.test.ts"], globalSetup: ["test/cli/build.ts", "test/browser/chromiumPath.ts", "test/pages/build.ts"], testTimeout: 60_000, hookTimeout: 120_000 },
});
