import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    setupFiles: "tests/support/no-live-contents.ts",
    // Both cores of a small machine; by itself Vitest leaves one to the editor.
    maxWorkers: 2,
    // Modules are loaded as the program loads them, by Node itself.
    experimental: { viteModuleRunner: false },
    // Only what hangs is stopped: a test that starts six processes with a PGlite engine each takes twenty seconds.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What only a browser or a started process runs counts as not run.
    coverage: {
      include: ["src/**/*.ts", "_includes/**/*.ts"],
      reporter: [["text-summary", { file: "summary.txt" }]],
      reportsDirectory: ".cache/coverage",
    },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts"],
          // They start nothing and change nothing that is shared: two threads load each module once.
          pool: "threads",
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          exclude: ["tests/integration/netlify/**"],
          globalSetup: "tests/support/continuous-integration.ts",
        },
      },
      // What is asked of the built site, on the emulated platform.
      { extends: true, test: { name: "netlify", include: ["tests/integration/netlify/**/*.test.ts"] } },
    ],
  },
});
