import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    setupFiles: "tests/support/no-live-contents.ts",
    // Only what hangs is stopped: a test that starts six processes with a PGlite engine each takes twenty seconds.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts"],
          globalSetup: "tests/support/continuous-integration.ts",
        },
      },
      // What is asked of the built site, on the emulated platform.
      { extends: true, test: { name: "netlify", include: ["tests/netlify/**/*.test.ts"] } },
    ],
  },
});
