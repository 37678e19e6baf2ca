import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    include: ["tests/unit/**/*.test.ts"],
    // A PGlite engine takes over a second to start, longer on a shared two-core machine.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
