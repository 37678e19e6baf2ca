import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    // A PGlite engine takes over a second to start, longer on a shared two-core machine.
    testTimeout: 30_000,
    hookTimeout: 30_000,
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
