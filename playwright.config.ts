import { defineConfig } from "@playwright/test";
import { resolveChromium } from "./src/site-checks/browser/chromium.ts";
import { findOrInstallFirefox } from "./tests/support/firefox.ts";
import "./tests/support/no-live-contents.ts";
import "./tests/support/site-under-test.ts";
import { freePort } from "./tests/support/free-port.ts";

// Workers evaluate this file again and inherit the port through the environment.
process.env["TEST_PORT"] ??= String(await freePort());
const port = process.env["TEST_PORT"];
const origin = `http://127.0.0.1:${port}`;
const firefox = findOrInstallFirefox();

export default defineConfig({
  fullyParallel: true,
  // One more than the cores of a small machine, because some tests wait for pauses of the form.
  workers: 3,
  retries: 0,
  // Limits stop only what hangs: on a machine with much other work everything takes long.
  timeout: 900_000,
  expect: { timeout: 60_000 },
  reporter: "list",
  outputDir: "test-results",
  use: {
    baseURL: origin,
    actionTimeout: 60_000,
    launchOptions: await resolveChromium(),
    locale: "it-IT",
    timezoneId: "Europe/Rome",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "pages", testDir: "tests/browser/pages" },
    { name: "journeys", testDir: "tests/browser/journeys" },
    // A context takes Firefox seconds of processor, so each test says whether it needs both.
    ...(firefox
      ? [
          {
            name: "firefox",
            testDir: "tests/browser",
            grep: /@firefox/,
            use: firefox,
          },
        ]
      : []),
  ],
  webServer: {
    command: "node tests/support/serve.ts",
    url: `${origin}/api/health`,
    env: { PORT: port, HOST: "127.0.0.1" },
    // Otherwise Playwright kills the server at once, which leaves the temporary database behind.
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
  },
});
