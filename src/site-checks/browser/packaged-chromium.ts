import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The part of Playwright's `launchOptions` that starts a browser. */
export interface BrowserLaunch {
  executablePath: string;
  env?: Record<string, string>;
}

const ARCHIVES = ["chromium.br", "al2023.tar.br", "fonts.tar.br", "swiftshader.tar.br"];

/**
 * Unpacks Chromium from the npm package `@sparticuz/chromium` into `.cache/chromium`, once for each
 * version. The package targets a bare Linux x64, so it brings its own libraries and a font.
 *
 * @returns undefined on other machines and where the package is not installed
 * @see https://github.com/Sparticuz/chromium
 */
export async function packagedChromium(): Promise<BrowserLaunch | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const source = packageDirectory();
  if (source === undefined) return undefined;

  const home = resolve(".cache/chromium", packageVersion(source));
  if (!existsSync(home)) await unpack(join(source, "bin"), home);
  return {
    executablePath: join(home, "chromium"),
    env: {
      ...definedEnvironment(),
      LD_LIBRARY_PATH: join(home, "al2023/lib"),
      FONTCONFIG_FILE: join(home, "fonts.conf"),
    },
  };
}

function packageDirectory(): string | undefined {
  try {
    return fileURLToPath(new URL("..", import.meta.resolve("@sparticuz/chromium")));
  } catch {
    return undefined;
  }
}

function packageVersion(directory: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
  if (typeof manifest === "object" && manifest !== null && "version" in manifest)
    return String(manifest.version);
  throw new Error(`${directory}package.json has no version`);
}

/**
 * Unpacks into a staging folder and renames it, so that an interrupted run leaves no partial
 * browser behind.
 */
async function unpack(archives: string, home: string): Promise<void> {
  mkdirSync(resolve(home, ".."), { recursive: true });
  const staging = mkdtempSync(`${home}.`);
  const { inflate } = await import("@sparticuz/chromium");
  const temporaryDirectory = process.env["TMPDIR"];
  try {
    // The package always unpacks into the temporary directory: no option changes that.
    process.env["TMPDIR"] = staging;
    await Promise.all(ARCHIVES.map((archive) => inflate(join(archives, archive))));
  } finally {
    if (temporaryDirectory === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = temporaryDirectory;
  }
  writeFileSync(join(staging, "fonts.conf"), fontConfiguration(home));
  if (existsSync(home)) rmSync(staging, { recursive: true });
  else renameSync(staging, home);
}

/**
 * Leaves out the site's own font, because an installed copy would hide a web font that fails or
 * arrives late.
 *
 * @see https://www.freedesktop.org/software/fontconfig/fontconfig-user.html
 */
function fontConfiguration(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${join(home, "fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(home, "fontconfig")}</cachedir>
</fontconfig>
`;
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
