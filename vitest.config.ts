import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    setupFiles: "tests/support/no-live-contents.ts",
    // Uses both cores of a small machine. By default Vitest leaves one to the editor.
    maxWorkers: 2,
    // Node loads the modules, as it does for the program itself.
    experimental: { viteModuleRunner: false },
    // Limits stop only what hangs: on a machine with much other work everything takes long.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
    // Code that runs only in a browser or a child process counts as not covered.
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
          // Unit tests start no process and change no shared state, so two threads load each module
          // once.
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
      // Requests to the built site, on Netlify's emulator.
      { extends: true, test: { name: "netlify", include: ["tests/integration/netlify/**/*.test.ts"] } },
    ],
  },
});
