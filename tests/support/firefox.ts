import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { firefox, type PlaywrightWorkerOptions } from "@playwright/test";
import { aptInstall } from "./apt.ts";

/** Playwright's options for a Firefox that is there. */
export type FirefoxUse = Partial<Pick<PlaywrightWorkerOptions, "browserName" | "channel" | "launchOptions">>;

const FIREFOX_HINT =
  "Firefox was not found. Install it (Debian: apt-get install firefox-esr), run " +
  "`npx playwright install --with-deps firefox`, or set FIREFOX_PATH.";

const SYSTEM_NAMES = ["firefox-esr", "firefox"];

/**
 * The Firefox to test with: `FIREFOX_PATH`, Playwright's own, the system's.
 *
 * @returns undefined when there is none: the tests of the other browsers run all the same
 * @throws Error when `FIREFOX_PATH` leads nowhere
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
 * Finds Firefox, or installs Debian's own when this is root there.
 * @returns undefined, with a warning, when there is none and this is not CI
 * @throws Error in CI, saying how to install it by hand
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

/** A Firefox as Mozilla and Debian release it: Playwright drives it by WebDriver BiDi, not by a patch of its own. */
function released(executablePath: string): FirefoxUse {
  return { browserName: "firefox", channel: "moz-firefox", launchOptions: { executablePath } };
}
