import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { firefox, type PlaywrightWorkerOptions } from "@playwright/test";
import { aptInstall } from "./apt.ts";

/** Playwright's options for an installed Firefox. */
export type FirefoxUse = Partial<Pick<PlaywrightWorkerOptions, "browserName" | "channel" | "launchOptions">>;

const FIREFOX_HINT =
  "Firefox was not found. Install it (Debian: apt-get install firefox-esr), run " +
  "`npx playwright install --with-deps firefox`, or set FIREFOX_PATH.";

const SYSTEM_NAMES = ["firefox-esr", "firefox"];

/**
 * Finds the Firefox to test with. The order is `FIREFOX_PATH`, Playwright's own, and the system's.
 *
 * @returns undefined when there is none, and the tests in other browsers still run
 * @throws Error when `FIREFOX_PATH` does not exist
 */
function findFirefox(environment: NodeJS.ProcessEnv = process.env): FirefoxUse | undefined {
  const chosen = environment["FIREFOX_PATH"];
  if (chosen !== undefined && chosen !== "") {
    if (!existsSync(chosen)) throw new Error(`FIREFOX_PATH points to "${chosen}", which does not exist.`);
    return released(chosen);
  }
  if (existsSync(firefox.executablePath())) return { browserName: "firefox", launchOptions: {} };

  const directories = (environment["PATH"] ?? "").split(delimiter);
  const candidates = SYSTEM_NAMES.flatMap((name) => directories.map((directory) => join(directory, name)));
  const found = candidates.find((path) => existsSync(path));
  return found === undefined ? undefined : released(found);
}

/**
 * Finds Firefox, or installs Debian's package when this process is root on Debian.
 * @returns undefined, with a warning, when there is none outside CI
 * @throws Error in CI, with instructions to install it by hand
 */
export function findOrInstallFirefox(environment: NodeJS.ProcessEnv = process.env): FirefoxUse | undefined {
  const found = findFirefox(environment);
  if (found) return found;
  aptInstall("firefox-esr");
  const installed = findFirefox(environment);
  if (installed) return installed;
  if (environment["CI"]) throw new Error(FIREFOX_HINT);
  process.stderr.write(`${FIREFOX_HINT} Its tests are left out.\n`);
  return undefined;
}

/**
 * Launches an official Firefox from Mozilla or Debian. Playwright drives it by WebDriver BiDi, and
 * does not need its own patched version.
 */
function released(executablePath: string): FirefoxUse {
  return { browserName: "firefox", channel: "moz-firefox", launchOptions: { executablePath } };
}
