import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    setupFiles: "tests/support/no-live-contents.ts",
    projects: [
      // What neither starts anything nor waits: it runs while one writes.
      { extends: true, test: { name: "unit", include: ["tests/unit/**/*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          exclude: ["tests/integration/netlify/**"],
          globalSetup: "tests/support/continuous-integration.ts",
          // Only what hangs is stopped: a test that starts six processes with a PGlite engine each takes twenty seconds.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      // What is asked of the built site, on the emulated platform.
      {
        extends: true,
        test: {
          name: "netlify",
          include: ["tests/integration/netlify/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
