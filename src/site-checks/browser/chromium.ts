import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import { packagedChromium, type BrowserLaunch } from "./packaged-chromium.ts";

const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * Finds the Chromium to test with. The order is `CHROMIUM_PATH`, Playwright's own, the one in an
 * npm package, and the system's.
 *
 * @throws Error that names the command to run, when there is none
 */
export async function resolveChromium(environment: NodeJS.ProcessEnv = process.env): Promise<BrowserLaunch> {
  const chosen = environment["CHROMIUM_PATH"];
  if (chosen !== undefined && chosen !== "") return existing(chosen);

  const playwrightsOwn = chromium.executablePath();
  if (existsSync(playwrightsOwn)) return { executablePath: playwrightsOwn };

  return (await packagedChromium()) ?? systemChromium(environment) ?? fail();
}

function existing(path: string): BrowserLaunch {
  if (!existsSync(path)) throw new Error(`CHROMIUM_PATH points to "${path}", which does not exist.`);
  return { executablePath: path };
}

function systemChromium(environment: NodeJS.ProcessEnv): BrowserLaunch | undefined {
  const directories = (environment["PATH"] ?? "").split(delimiter);
  const candidates = SYSTEM_NAMES.flatMap((name) => directories.map((directory) => join(directory, name)));
  const executablePath = candidates.find((path) => existsSync(path));
  return executablePath === undefined ? undefined : { executablePath };
}

function fail(): never {
  throw new Error(
    "No Chromium for the browser tests. Run `npx playwright install --with-deps chromium`, " +
      "or set CHROMIUM_PATH to the Chromium of this machine.",
  );
}
